"""Two people at one concept: neither overwrites the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from termbase.errors import Conflict, Invalid, NotFound
from termbase.model import Concept, Status, Term
from termbase.store import Store

from .conftest import Clock
from .examples import GREETING, ROUTER


@pytest.fixture
def concept(store: Store, clock: Clock) -> Concept:
    """A stored concept that two people have read."""
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
    clock.tick()
    return stored


def change(store: Store, who: str, concept: Concept) -> Concept:
    """Store a changed concept."""
    with store.batch(who, "change") as batch:
        return batch.change_concept(concept)


def with_term(concept: Concept, index: int, text: str) -> Concept:
    """A concept with another text for one of its terms."""
    terms = list(concept.terms)
    terms[index] = replace(terms[index], text=text)
    return replace(concept, terms=tuple(terms))


def test_a_row_changed_meanwhile_is_a_conflict_that_says_who_and_when(store: Store, concept: Concept) -> None:
    change(store, "bob", replace(concept, note="Bob's."))
    with pytest.raises(Conflict, match=r"c-0001 .*by bob on 2026-01-02 03:05 UTC"):
        change(store, "cy", replace(concept, note="Cy's."))
    assert store.concept(concept.id).note == "Bob's."


def test_the_same_term_changed_twice_is_a_conflict_that_names_it(store: Store, concept: Concept) -> None:
    change(store, "bob", with_term(concept, 1, "路由"))
    with pytest.raises(Conflict, match=r't-0002 \("zh-CN 路由"\) was changed by bob'):
        change(store, "cy", with_term(concept, 1, "线路"))


def test_two_terms_of_one_concept_can_be_changed_by_two_people(store: Store, concept: Concept) -> None:
    change(store, "bob", with_term(concept, 0, "Router"))
    both = change(store, "cy", with_term(concept, 1, "路由"))
    assert [term.text for term in both.terms] == ["Router", "路由", "path device"]
    assert store.concept(concept.id) == both


def test_a_term_and_the_concept_itself_can_be_changed_by_two_people(store: Store, concept: Concept) -> None:
    change(store, "bob", with_term(concept, 0, "Router"))
    both = change(store, "cy", replace(concept, note="Cy's."))
    assert (both.note, both.terms[0].text) == ("Cy's.", "Router")


def test_terms_that_two_people_add_are_both_kept(store: Store, concept: Concept) -> None:
    change(store, "bob", replace(concept, terms=(*concept.terms, Term(lang="de", text="Router"))))
    both = change(store, "cy", replace(concept, terms=(*concept.terms, Term(lang="fr", text="routeur"))))
    assert [term.lang for term in both.terms] == ["en", "zh-CN", "en", "de", "fr"]


def test_removing_a_term_that_was_changed_meanwhile_is_a_conflict(store: Store, concept: Concept) -> None:
    change(store, "bob", with_term(concept, 0, "Router"))
    with pytest.raises(Conflict, match="t-0001"):
        change(store, "cy", replace(concept, terms=concept.terms[1:]))


def test_changing_a_term_that_was_removed_meanwhile_is_a_conflict(store: Store, concept: Concept) -> None:
    change(store, "bob", replace(concept, terms=concept.terms[1:]))
    with pytest.raises(Conflict, match=r"t-0001.*by bob"):
        change(store, "cy", with_term(concept, 0, "Router"))


def test_changing_a_concept_that_was_removed_meanwhile_is_a_conflict(store: Store, concept: Concept) -> None:
    with store.batch("bob", "remove") as batch:
        batch.remove_concept(concept.id)
    with pytest.raises(Conflict, match=r"c-0001 was removed by bob on 2026-01-02 03:05 UTC"):
        change(store, "cy", replace(concept, note="Cy's."))
    with pytest.raises(NotFound):
        change(store, "cy", replace(concept, id="c-0099"))


def test_only_rows_that_differ_are_written(store: Store, concept: Concept, clock: Clock) -> None:
    changed = change(store, "bob", with_term(concept, 1, "路由"))
    assert changed.terms[0] == concept.terms[0]
    assert (changed.terms[1].changed_by, changed.terms[1].changed_at) == ("bob", clock())
    assert (changed.terms[1].created_by, changed.revision) == ("ann", 2)
    assert change(store, "cy", changed) == changed


def test_two_edits_cannot_together_make_two_preferred_terms(store: Store, concept: Concept) -> None:
    change(store, "bob", replace(concept, terms=(*concept.terms, Term(lang="de", text="Router"))))
    with pytest.raises(Invalid, match="preferred in de"):
        change(store, "cy", replace(concept, terms=(*concept.terms, Term(lang="de", text="Verteiler"))))


def test_a_term_of_another_concept_cannot_be_slipped_in(store: Store, concept: Concept) -> None:
    with store.batch("ann", "add") as batch:
        other = batch.add_concept(ROUTER)
    with pytest.raises(Conflict):
        change(store, "cy", replace(other, terms=concept.terms))
    with pytest.raises(Invalid, match="twice"):
        change(
            store, "cy", replace(concept, terms=(concept.terms[0], replace(concept.terms[0], status=Status.ADMITTED)))
        )


def test_units_are_guarded_the_same_way(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        unit = batch.add_unit(GREETING)
    with store.batch("bob", "change") as batch:
        batch.change_unit(replace(unit, variants=(replace(unit.variants[0], text="Hi!", tags=()), unit.variants[1])))
    with pytest.raises(Conflict, match="v-0001"), store.batch("cy", "change") as batch:
        batch.change_unit(replace(unit, variants=(replace(unit.variants[0], text="Yo!", tags=()), unit.variants[1])))


def test_a_removal_by_one_and_a_change_elsewhere_by_another_are_both_kept(store: Store, concept: Concept) -> None:
    change(store, "bob", replace(concept, terms=concept.terms[1:]))
    both = change(store, "cy", with_term(concept, 1, "路由"))
    assert [term.text for term in both.terms] == ["路由", "path device"]


def test_a_note_and_a_term_changed_by_two_people_are_both_kept(store: Store, concept: Concept) -> None:
    change(store, "bob", replace(concept, note="Bob's."))
    both = change(store, "cy", with_term(concept, 1, "路由"))
    assert (both.note, both.terms[1].text) == ("Bob's.", "路由")


def test_a_term_changed_twice_meanwhile_is_still_recognised_as_untouched(store: Store, concept: Concept) -> None:
    second = change(store, "bob", with_term(concept, 0, "Router"))
    change(store, "bob", with_term(second, 0, "ROUTER"))
    both = change(store, "cy", with_term(concept, 1, "路由"))
    assert [term.text for term in both.terms[:2]] == ["ROUTER", "路由"]
