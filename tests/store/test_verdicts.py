"""Verdicts are counted beside the history, on both databases."""

from __future__ import annotations

import pytest

from termbase.errors import NotFound, UsageError
from termbase.model import Concept, Reason, Status, Term, Verdicts
from termbase.store import Store, verdicts_of

ROUTER = Concept(
    terms=(
        Term(lang="en", text="turn on the router"),
        Term(lang="en", text="open the router", status=Status.DEPRECATED, reason=Reason.LITERAL),
    )
)


def filled(where: str) -> Store:
    store = Store.open(where, create=True)
    with store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
    return store


def test_counting_makes_no_event_and_no_new_version(where: str) -> None:
    with filled(where) as store:
        events, version = len(list(store.events())), store.version()
        assert store.count_verdict("t-0002", "dismissed") == Verdicts(dismissed=1)
        assert store.count_verdict("t-0002", "accepted") == Verdicts(dismissed=1, accepted=1)
        assert (len(list(store.events())), store.version()) == (events, version)
        assert store.verdicts() == verdicts_of(where) == {"t-0002": Verdicts(dismissed=1, accepted=1)}


@pytest.mark.parametrize("term", ["t-0099", "c-0001", "", "t-0001; DROP TABLE term", "t-99999999999999999999"])
def test_a_verdict_on_nothing_is_refused(where: str, term: str) -> None:
    with filled(where) as store, pytest.raises(NotFound):
        store.count_verdict(term, "accepted")


def test_an_unknown_verdict_is_refused(where: str) -> None:
    with filled(where) as store, pytest.raises(UsageError, match="accepted, dismissed, reported"):
        store.count_verdict("t-0002", "loved")


def test_a_measurement_replaces_the_last_one_and_a_pin_stays(where: str) -> None:
    with filled(where) as store:
        store.pin_rule("t-0002", True)
        store.keep_clean({"t-0002": 4, "t-0001": 1})
        store.keep_clean({"t-0002": 3})
        assert verdicts_of(where) == {"t-0001": Verdicts(), "t-0002": Verdicts(clean=3, pinned=True)}
