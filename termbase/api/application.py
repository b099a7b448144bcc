"""The FastAPI application that is mounted at /api beside the pages.

Routes are plain `def`s, so that Starlette runs them in its thread pool: matching is CPU work and the event loop
has websockets to serve. There is no documentation page, because FastAPI's loads its scripts from a CDN;
the description itself is at /api/openapi.json.
"""

from __future__ import annotations

from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from termbase.api import checking, concepts, health, memory, verdicts
from termbase.api.guard import Discreet, LoopbackOnly, SmallBodies
from termbase.api.state import Interpreter, State, english
from termbase.errors import TermbaseError


def api(where: str, *, interpreter: Interpreter = english) -> FastAPI:
    """The API over the store at `where`, guarded against everybody but this machine.

    `interpreter` finds the words for an Accept-Language header; without one every message is in English.
    """
    app = FastAPI(
        title="termbase",
        description="Checks drafts of replies and looks into the translation memory. Nothing leaves this machine.",
        version=version("termbase"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.termbase = State(where, interpreter)
    for room in (health, checking, verdicts, memory, concepts):
        app.include_router(room.ROUTES)
    app.add_exception_handler(TermbaseError, _said_no)
    app.add_exception_handler(RequestValidationError, _not_understood)
    for guard in (Discreet, SmallBodies, LoopbackOnly):  # the last one added sees a request first
        app.add_middleware(guard)
    return app


def _said_no(_: Request, error: Exception) -> JSONResponse:
    status = error.http_status if isinstance(error, TermbaseError) else 500
    return JSONResponse({"detail": str(error)}, status)


def _not_understood(_: Request, error: Exception) -> JSONResponse:
    """One sentence about the first thing that is wrong, and nothing of what was sent."""
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    if first.get("type") == "json_invalid":
        return JSONResponse({"detail": "The body is not JSON."}, 400)
    where = ".".join(str(step) for step in first.get("loc", ())[1:])
    match first.get("type"):
        case "missing":
            said = f"`{where}` is missing." if where else "The body is missing; send a JSON object."
        case "model_attributes_type":
            said = "The body is not a JSON object; send it with Content-Type: application/json."
        case _:
            said = f"`{where}` is wrong: {str(first.get('msg', '')).removeprefix('Value error, ').rstrip('.')}."
    return JSONResponse({"detail": said}, 422)
