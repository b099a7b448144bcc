"""POST /api/memory/matches: what has been translated like this before."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from termbase.api.checking import Text
from termbase.api.state import TheStore
from termbase.languages import normalize_tag
from termbase.services import remember

ROUTES = APIRouter(tags=["memory"])


class MatchesRequest(BaseModel):
    """A text and the two languages."""

    model_config = ConfigDict(populate_by_name=True)

    text: Text = Field(min_length=1)
    from_lang: str = Field(alias="from")
    to_lang: str = Field(alias="to")
    floor: int = Field(70, ge=0, le=100, description="Lowest score worth showing.")
    limit: int = Field(5, ge=1, le=100)


class MatchAnswer(BaseModel):
    """One hit: the unit, its two texts, how close it is, and what differs."""

    unit: str
    source: str
    target: str
    score: int
    dangers: list[str]
    differences: list[str]


class MatchesAnswer(BaseModel):
    """Hits, best first."""

    version: int = 1
    matches: list[MatchAnswer]


@ROUTES.post("/memory/matches")
def matches(request: MatchesRequest, store: TheStore) -> MatchesAnswer:
    """Look a text up in the translation memory."""
    found = remember.lookup(
        store,
        request.text,
        from_lang=normalize_tag(request.from_lang),
        to_lang=normalize_tag(request.to_lang),
        floor=request.floor,
        limit=request.limit,
    )
    return MatchesAnswer(
        matches=[
            MatchAnswer(
                unit=match.unit.id,
                source=match.source.text,
                target=match.target.text,
                score=match.score,
                dangers=list(match.dangers),
                differences=list(match.differences),
            )
            for match in found
        ]
    )
