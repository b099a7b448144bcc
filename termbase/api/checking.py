"""POST /api/check: a draft in, findings out, in the shape the whole of termbase uses for them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, Field

from termbase.api.state import TheChecker, TheWords
from termbase.services.checking import also_from_json, draft_from_json

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
    also: list[Text] = Field([], description="Checks that are off by default: their names, or style for all.")


class CheckAnswer(BaseModel):
    """The findings, sorted by where they start. `start` and `end` count code points of the draft, half open."""

    version: int = 1
    target_lang: str
    findings: list[dict[str, Any]]


@ROUTES.post("/check")
def check(request: CheckRequest, checker: TheChecker, say: TheWords) -> CheckAnswer:
    """Check a draft. Nothing of it is stored or logged. Messages follow Accept-Language."""
    item = request.model_dump(exclude_none=True)
    draft, glossary = draft_from_json(item)
    findings = checker.check(draft, glossary, also=also_from_json(item), say=say)
    return CheckAnswer(target_lang=draft.lang, findings=[finding.as_json() for finding in findings])
