"""How far a rule is trusted: its confidence from what became of its findings, and whether it is lowered.

The estimate is the mean of a beta distribution: the rule's own confidence counts as eight verdicts, each replacement
an agent took as one for it, each finding ignored and each clean text it fires on as one against it, and each report
that it is wrong as three.
"""

from __future__ import annotations

from termbase.model import Severity, Term, Verdicts

BEFOREHAND = 8
REPORT = 3
BAR = 0.6
"""Below this confidence a rule only suggests."""


def confidence(own: float, verdicts: Verdicts | None) -> float:
    """A rule's confidence (0 to 1) from the one its check gives it and the verdicts on it."""
    if verdicts is None:
        return own
    against = verdicts.dismissed + verdicts.clean + REPORT * verdicts.reported
    return (own * BEFOREHAND + verdicts.accepted) / (BEFOREHAND + verdicts.accepted + against)


def lowered(term: Term, confidence: float, verdicts: Verdicts | None) -> bool:
    """Whether a rule is lowered to a suggestion: never one that is pinned, or that a curator calls an error."""
    return confidence < BAR and verdicts is not None and not verdicts.pinned and term.severity is not Severity.ERROR
