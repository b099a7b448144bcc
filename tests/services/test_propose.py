"""Literal renderings are proposed without what is known, and stored as terms that wait for a curator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase.model import Concept, Reason, State, Status, Term, When
from termbase.services.curate import approve_terms
from termbase.services.propose import all_literal_renderings, literal_renderings, propose_literals
from termbase.services.rules import check_concept
from termbase.store import Store

CODE = Concept(
    terms=(
        Term(lang="zh", text="取件码"),
        Term(lang="en", text="pickup code"),
        Term(lang="de", text="Abholcode"),
        Term(lang="en", text="fetch code", status=Status.DEPRECATED, reason=Reason.LITERAL, state=State.REJECTED),
    )
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "termbase.db", create=True) as opened:
        with opened.batch("ann", "add") as batch:
            batch.add_concept(CODE)
            batch.add_concept(
                Concept(translate=False, terms=(Term(lang="zh", text="淘宝"), Term(lang="en", text="Taobao")))
            )
        yield opened


def test_ten_renderings_a_term_at_most_and_none_that_is_listed(store: Store) -> None:
    found = literal_renderings(store, store.concept("c-0001"))
    assert {(one.source.lang, one.lang) for one in found} == {("zh", "en"), ("zh", "de"), ("en", "de"), ("en", "zh")}
    (texts,) = (one.texts for one in found if one.lang == "en")
    assert texts[0] == "take piece code"
    assert len(set(texts)) == len(texts) <= 10
    assert "fetch code" not in texts  # somebody rejected it


def test_one_language_and_the_whole_store(store: Store) -> None:
    assert {one.lang for one in literal_renderings(store, store.concept("c-0001"), to="en")} == {"en"}
    assert {one.concept.id for one in all_literal_renderings(store, to="en")} == {"c-0001"}  # names are not translated


def test_proposals_wait_and_are_approved_with_one_tick(store: Store) -> None:
    (found,) = literal_renderings(store, store.concept("c-0001"), to="en")
    assert propose_literals(store, [(found, found.texts[0])], who="ann") == 1
    made = store.concept("c-0001").terms[-1]
    assert (made.state, made.reason, made.from_lang, made.when) == (
        State.PROPOSED, Reason.LITERAL, "zh", When.WITH_SOURCE,
    )  # fmt: skip
    assert found.texts[0] in made.bad[0]
    check_concept(store.concept("c-0001"))
    assert found.texts[0] not in literal_renderings(store, store.concept("c-0001"), to="en")[0].texts
    assert approve_terms(store, "c-0001", who="bob").terms[-1].state is State.APPROVED
