"""A rule's confidence follows what became of its findings."""

from __future__ import annotations

import pytest

from termbase.checks import run
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Severity, Term, Verdicts

RULE = Term(id="t-0001", lang="en", text="open the router", reason=Reason.LITERAL, replacements=("turn on the router",))
DRAFT = Draft(text="Please open the router.", lang="en")


def severity(verdicts: Verdicts, rule: Term = RULE) -> Severity:
    (finding,) = run(DRAFT, Glossary([Concept(id="c-0001", terms=(rule,))]), verdicts={"t-0001": verdicts})
    return finding.severity


def confidence(verdicts: Verdicts) -> float:
    (finding,) = run(DRAFT, Glossary([Concept(id="c-0001", terms=(RULE,))]), verdicts={"t-0001": verdicts})
    return finding.confidence


def test_what_agents_take_raises_it_and_what_they_ignore_lowers_it() -> None:
    plain = confidence(Verdicts())
    assert confidence(Verdicts(accepted=10)) > plain > confidence(Verdicts(dismissed=2))
    assert confidence(Verdicts(dismissed=3)) == confidence(Verdicts(reported=1)) == confidence(Verdicts(clean=3))


@pytest.mark.parametrize("verdicts", [Verdicts(dismissed=6), Verdicts(reported=2), Verdicts(clean=9)])
def test_a_rule_that_is_mostly_wrong_only_suggests(verdicts: Verdicts) -> None:
    assert severity(Verdicts(dismissed=2)) is Severity.ERROR
    assert severity(verdicts) is Severity.SUGGESTION


def test_many_taken_outweigh_a_few_ignored() -> None:
    assert severity(Verdicts(accepted=40, dismissed=6)) is Severity.ERROR


def test_a_pinned_rule_and_one_a_curator_calls_an_error_stay() -> None:
    from dataclasses import replace

    assert severity(Verdicts(dismissed=50, pinned=True)) is Severity.ERROR
    assert severity(Verdicts(dismissed=50), replace(RULE, severity=Severity.ERROR)) is Severity.ERROR


def test_a_verdict_on_one_rule_says_nothing_of_another() -> None:
    assert severity(Verdicts(), RULE) is Severity.ERROR
    (finding,) = run(DRAFT, Glossary([Concept(terms=(RULE,))]), verdicts={"t-0002": Verdicts(dismissed=50)})
    assert finding.severity is Severity.ERROR
