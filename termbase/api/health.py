"""GET /api/health: is the server up, and which release is it."""

from __future__ import annotations

from importlib.metadata import version as installed

from fastapi import APIRouter
from pydantic import BaseModel

ROUTES = APIRouter(tags=["health"])


class Health(BaseModel):
    """The answer of a server that is up."""

    version: int = 1
    status: str = "ok"
    release: str


@ROUTES.get("/health")
def health() -> Health:
    """Say that the server is up. Does not touch the store, so that a locked one does not look like a dead server."""
    return Health(release=installed("termbase"))
