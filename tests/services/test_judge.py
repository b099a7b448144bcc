"""Verdicts are counted beside the history and move a rule's confidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.model import Concept, Draft, Reason, Severity, Status, Term, Unit, Variant, Verdicts
from termbase.services.checking import Checker
from termbase.services.judge import judged_rules, measure_rules
from termbase.store import Store

ROUTER = Concept(
    terms=(
        Term(lang="en", text="turn on the router"),
        Term(lang="en", text="open the router", status=Status.DEPRECATED, reason=Reason.LITERAL),
        Term(lang="en", text="kindly wait", status=Status.DEPRECATED, reason=Reason.PHRASE),
    )
)


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "termbase.db")


def filled(where: str) -> Store:
    store = Store.open(where, create=True)
    with store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
    return store


def test_a_dismissed_rule_only_suggests_and_a_pinned_one_does_not(where: str) -> None:
    draft = Draft(text="Please open the router.", lang="en")
    with filled(where) as store:
        for _ in range(6):
            store.count_verdict("t-0002", "dismissed")
        assert [f.severity for f in Checker(where).check(draft)] == [Severity.SUGGESTION]
        (rule,) = judged_rules(store)
        assert (rule.term.id, rule.lowered) == ("t-0002", True)
        store.pin_rule("t-0002", True)
        assert [f.severity for f in Checker(where).check(draft)] == [Severity.ERROR]
        assert not judged_rules(store)[0].lowered


def test_rules_are_measured_on_the_approved_memory(where: str) -> None:
    with filled(where) as store:
        with store.batch("ann", "add") as batch:
            for n in range(7):
                batch.add_unit(Unit(variants=(Variant(lang="en", text=f"Kindly wait, box {n} is on its way."),)))
        assert measure_rules(store) == 7
        assert store.verdicts() == {"t-0003": Verdicts(clean=7)}
        assert judged_rules(store)[0].lowered
        assert measure_rules(store) == 7, "a second measurement replaces the first"
        assert store.verdicts() == {"t-0003": Verdicts(clean=7)}
