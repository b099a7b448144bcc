"""POST /api/verdicts: what an agent did with a finding of a rule. Nothing of the draft is sent or kept."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from termbase.api.state import TheStore
from termbase.checks.trust import confidence
from termbase.services.judge import OWN_CONFIDENCE

ROUTES = APIRouter(tags=["check"])


class Verdict(BaseModel):
    """A rule, and what became of its finding."""

    term: str = Field(description="Id of the rule's term, as the finding names it.")
    verdict: Literal["accepted", "dismissed", "reported"]


class VerdictAnswer(BaseModel):
    """The rule's confidence now, 0 to 1."""

    version: int = 1
    confidence: float


@ROUTES.post("/verdicts")
def judge(request: Verdict, store: TheStore) -> VerdictAnswer:
    """Count that a finding was accepted, dismissed or reported as wrong."""
    counted = store.count_verdict(request.term, request.verdict)
    return VerdictAnswer(confidence=round(confidence(OWN_CONFIDENCE, counted), 2))
