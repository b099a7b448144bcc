"""POST /api/check: a draft in, findings out, in the shape the whole of termbase uses for them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, Field

from termbase.api.state import TheChecker, TheWords
from termbase.services.checking import draft_from_json

ROUTES = APIRouter(tags=["check"])


def _whole_characters(text: str) -> str:
    """Refuse half a surrogate pair, which JSON can spell but no text can hold."""
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("it holds half a character (a lone surrogate)")
    return text


Text = Annotated[str, AfterValidator(_whole_characters)]


class GlossaryPair(BaseModel):
    """A term of the source and how it must be rendered in this draft."""

    source: Text
    target: Text


class CheckRequest(BaseModel):
    """A draft and what is known about it."""

    draft: Text
    target_lang: str | None = Field(None, description="Language of the draft; guessed when left out.")
    source_lang: str | None = Field(None, description="Language the agent writes through.")
    source: Text | None = Field(None, description="What the agent meant, or what the customer wrote.")
    glossary: list[GlossaryPair] = Field([], description="For this draft only; overrides concepts of the same term.")
    product: str | None = None
    subject: str | None = None
    audience: str | None = None
    template: bool = Field(False, description="A template may hold variables.")
    format: Literal["text", "html", "markdown"] = "text"


class CheckAnswer(BaseModel):
    """The findings, sorted by where they start. `start` and `end` count code points of the draft, half open."""

    version: int = 1
    target_lang: str
    findings: list[dict[str, Any]]


@ROUTES.post("/check")
def check(request: CheckRequest, checker: TheChecker, say: TheWords) -> CheckAnswer:
    """Check a draft. Nothing of it is stored or logged. Messages follow Accept-Language."""
    draft, glossary = draft_from_json(request.model_dump(exclude_none=True))
    findings = checker.check(draft, glossary, say=say)
    return CheckAnswer(target_lang=draft.lang, findings=[finding.as_json() for finding in findings])
