"""GET /api/concepts: searching and reading concepts."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from termbase.api.state import TheStore
from termbase.languages import normalize_tag
from termbase.model import Reason, Status
from termbase.services.plain import plain

ROUTES = APIRouter(tags=["concepts"])


class ConceptsAnswer(BaseModel):
    """One page of concepts and how many there are in all."""

    version: int = 1
    count: int
    concepts: list[dict[str, Any]]


class ConceptAnswer(BaseModel):
    """One concept with all its terms."""

    version: int = 1
    concept: dict[str, Any]


@ROUTES.get("/concepts")
def concepts(
    store: TheStore,
    query: str = "",
    lang: str = "",
    subject: str = "",
    reason: Reason | None = None,
    status: Status | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> ConceptsAnswer:
    """Search concepts, best hit first; without a query, in the order of their ids."""
    chosen: dict[str, Any] = {"query": query, "subject": subject, "reason": reason, "status": status}
    chosen["lang"] = normalize_tag(lang) if lang else ""
    found = store.concepts(**chosen, limit=limit, offset=offset)
    return ConceptsAnswer(count=store.count_concepts(**chosen), concepts=[plain(concept) for concept in found])


@ROUTES.get("/concepts/{id}")
def concept(id: str, store: TheStore) -> ConceptAnswer:
    """One concept with all its terms, 404 when there is none."""
    return ConceptAnswer(concept=plain(store.concept(id)))
