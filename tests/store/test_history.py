"""The history says who changed what, and takes it back exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termbase.errors import Conflict, NotFound
from termbase.model import Concept, Person, Proposal, State, Status, Term, Unit, Variant
from termbase.store import Store

from .conftest import Clock
from .examples import GREETING, ROUTER, everything, pair, word


@pytest.fixture
def curated(store: Store, clock: Clock) -> Store:
    """A store with a past: a concept, a unit, and changes to both."""
    with store.batch("ann", "add") as batch:
        concept = batch.add_concept(ROUTER)
        unit = batch.add_unit(GREETING)
        batch.add_concepts(word(f"old {n}") for n in range(3))
    clock.tick()
    with store.batch("bob", "change") as batch:
        batch.change_concept(replace(concept, note="Changed."))
        batch.change_unit(replace(unit, variants=unit.variants[:1]))
    clock.tick()
    return store


def test_undoing_an_import_restores_everything_exactly(curated: Store) -> None:
    before = everything(curated)
    router = curated.concept("c-0001")
    with curated.batch("ann", "import", "products.csv") as batch:
        batch.add_concepts(word(f"new {n}") for n in range(1200))
        batch.add_units(pair(f"a {n}", f"b {n}") for n in range(700))
        batch.change_concept(
            replace(
                router, subject="x", terms=(replace(router.terms[0], text="rooter"), Term(lang="fr", text="routeur"))
            )
        )
        batch.remove_concept("c-0002")
        batch.remove_unit("u-0001")
    after = everything(curated)
    undone = curated.undo(batch.id, "cy")
    assert everything(curated) == before
    assert (undone.undone, undone.skipped) == (1903, ())
    again = curated.undo(undone.batch, "cy")
    assert everything(curated) == after
    assert curated.undo(again.batch, "cy").undone == 1903
    assert everything(curated) == before
    assert curated.problems() == []


def test_undo_leaves_what_was_changed_since_and_names_it(curated: Store) -> None:
    with curated.batch("ann", "import") as batch:
        batch.add_concepts(word(f"new {n}") for n in range(3))
        batch.change_concept(replace(curated.concept("c-0001"), note="Imported."))
    touched = curated.concept("c-0006")
    with curated.batch("bob", "change") as later:
        later.change_concept(replace(touched, terms=(*touched.terms, Term(lang="de", text="neu"))))
        later.change_concept(replace(curated.concept("c-0001"), product="Office"))
    undone = curated.undo(batch.id, "ann")
    assert undone.skipped == ("c-0001", "c-0006")
    assert undone.undone == 2
    assert [one.id for one in curated.concepts()] == ["c-0001", "c-0002", "c-0003", "c-0004", "c-0006"]
    assert curated.concept("c-0001").note == "Imported."
    assert len(curated.concept("c-0006").terms) == 2


def test_batches_can_be_undone_one_after_the_other(store: Store) -> None:
    pasts = [everything(store)]
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
    for text in ("one", "two"):
        pasts.append(everything(store))
        with store.batch("ann", "change") as batch:
            stored = batch.change_concept(replace(stored, note=text))
    for number, past in zip((3, 2, 1), reversed(pasts), strict=True):
        assert store.undo(f"b-000{number}", "ann").skipped == ()
        assert everything(store) == past


def test_a_batch_that_changed_one_concept_twice_is_undone_whole(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
    before = everything(store)
    with store.batch("ann", "change") as batch:
        stored = batch.change_concept(replace(stored, note="one"))
        batch.change_concept(replace(stored, note="two", terms=()))
        made = batch.add_concept(word("x"))
        batch.change_concept(replace(made, note="y"))
        batch.remove_concept(made.id)
    assert store.undo(batch.id, "ann").skipped == ()
    assert everything(store) == before


def test_undoing_twice_does_nothing_more_and_leaves_no_trace(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
    store.undo(batch.id, "ann")
    version = store.version()
    again = store.undo(batch.id, "ann")
    assert (again.undone, again.skipped, again.batch) == (0, (), "")
    assert store.version() == version


@pytest.mark.parametrize("batch", ["b-0099", "import", "", "c-0001"])
def test_an_unknown_batch_is_not_found(store: Store, batch: str) -> None:
    with pytest.raises(NotFound, match="There is no batch"):
        store.undo(batch, "ann")


def test_what_was_read_before_an_undo_cannot_overwrite_what_it_restored(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        first = batch.add_concept(ROUTER)
    with store.batch("bob", "change") as batch:
        second = batch.change_concept(replace(first, note="Bob's."))
    store.undo(batch.id, "ann")
    with pytest.raises(Conflict), store.batch("cy", "change") as batch:
        batch.change_concept(replace(second, note="Cy's."))
    with store.batch("dan", "change") as batch:
        third = batch.change_concept(replace(first, note="Dan's."))
    assert third.revision not in (first.revision, second.revision)
    with pytest.raises(Conflict), store.batch("cy", "change") as batch:
        batch.change_concept(replace(second, note="Cy's."))


def test_people_and_proposals_are_undone_too(store: Store) -> None:
    ann = store.save_person(Person(name="Ann"))
    before = everything(store)
    store.save_person(replace(ann, name="Anna"))
    flag = store.save_proposal(Proposal(text="x", lang="en", created_by="bob"))
    store.save_proposal(replace(flag, state=State.REJECTED), who="Anna")
    for number in (4, 3, 2):
        assert store.undo(f"b-000{number}", "ann").skipped == ()
    assert everything(store) == before


def test_undo_does_not_give_a_name_to_a_second_person(store: Store) -> None:
    ann = store.save_person(Person(name="Ann"))
    store.save_person(replace(ann, name="Anna"))
    store.save_person(Person(name="Ann"))
    assert store.undo("b-0002", "x").skipped == ("p-0001",)


def test_an_import_is_one_event_and_a_change_is_one_event(store: Store, clock: Clock) -> None:
    with store.batch("ann", "import", "products.csv") as batch:
        batch.add_concepts(word(f"new {n}") for n in range(10))
        batch.add_units([GREETING])
    at = clock.tick()
    with store.batch("bob", "approve") as batch:
        batch.change_concept(replace(store.concept("c-0003"), note="Seen."))
    newest, oldest = store.events()
    assert (oldest.who, oldest.action, oldest.summary, oldest.batch) == ("ann", "import", "products.csv", "b-0001")
    assert (oldest.target, oldest.before, oldest.after) == ("", None, None)
    assert (newest.who, newest.action, newest.target, newest.at) == ("bob", "approve", "c-0003", at)
    assert newest.before is not None
    assert newest.after is not None
    assert (newest.before["concept"]["note"], newest.after["concept"]["note"]) == ("", "Seen.")
    assert newest.after["concept"]["id"] == "c-0003"
    assert newest.after["concept"]["changed_at"] == "2026-01-02T03:05:05Z"
    assert "folded" not in newest.after["concept"]


def test_the_events_of_a_concept_begin_with_the_batch_that_brought_it(curated: Store, clock: Clock) -> None:
    with curated.batch("cy", "remove") as batch:
        batch.remove_concept("c-0001")
    said = [(event.who, event.action) for event in curated.events(target="c-0001")]
    assert said == [("cy", "remove"), ("bob", "change"), ("ann", "add")]
    assert [event.id for event in curated.events(batch="b-0002")] == ["e-0004", "e-0003", "e-0002"]
    assert [event.who for event in curated.events(limit=1, offset=1)] == ["bob"]
    assert list(curated.events(target="c-0099")) == []


def test_a_batch_without_a_summary_says_what_it_did(curated: Store) -> None:
    with curated.batch("ann", "tidy") as batch:
        batch.add_concepts([word("x"), word("y")])
        batch.remove_unit("u-0001")
    assert next(curated.events()).summary == "2 concepts added, 1 unit removed"


class Random:
    """Random edits of a store, by number."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def run(self, choices: list[int]) -> str:
        """Do one batch of edits; its id, or "" when it had nothing to do."""
        with self.store.batch("ann", "edit") as batch:
            for choice in choices:
                concepts, units = list(self.store.concepts()), list(self.store.units())
                match choice % 6:
                    case 0:
                        batch.add_concept(word(f"word {choice}"))
                    case 1:
                        batch.add_units([pair(f"a {choice}", "b"), pair(f"c {choice}", "d")])
                    case 2 if concepts:
                        self._change(batch, concepts[choice % len(concepts)].id, choice)
                    case 3 if units:
                        self._change_unit(batch, units[choice % len(units)].id, choice)
                    case 4 if concepts:
                        self._remove(batch, concepts[choice % len(concepts)].id)
                    case _:
                        pass
        return batch.id

    def _change(self, batch: object, id: str, choice: int) -> None:
        try:
            concept: Concept = batch.concept(id)  # type: ignore[attr-defined]
        except NotFound:
            return
        terms = (*concept.terms[choice % 2 :], Term(lang="de", text=f"Wort {choice}", status=Status.ADMITTED))
        batch.change_concept(replace(concept, note=f"{choice}", terms=terms[-1:] if choice % 5 else terms))  # type: ignore[attr-defined]

    def _change_unit(self, batch: object, id: str, choice: int) -> None:
        unit: Unit = batch.unit(id)  # type: ignore[attr-defined]
        variants = (replace(unit.variants[0], text=f"text {choice}"), Variant(lang="fr", text="x"))
        batch.change_unit(replace(unit, variants=variants))  # type: ignore[attr-defined]

    def _remove(self, batch: object, id: str) -> None:
        try:
            batch.remove_concept(id)  # type: ignore[attr-defined]
        except (NotFound, Conflict):
            return


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(batches=st.lists(st.lists(st.integers(0, 1000), min_size=1, max_size=5), min_size=1, max_size=5))
def test_any_history_can_be_walked_back_and_forth(batches: list[list[int]]) -> None:
    with Store.open(":memory:") as store:
        edits = Random(store)
        states, done = [everything(store)], []
        for choices in batches:
            version = store.version()
            id = edits.run(choices)
            if store.version() != version:
                done.append(id)
                states.append(everything(store))
        undos = []
        for id, past in zip(reversed(done), reversed(states[:-1]), strict=True):
            undone = store.undo(id, "ann")
            assert undone.skipped == ()
            assert everything(store) == past
            undos.append(undone.batch)
        for id, future in zip(reversed(undos), states[1:], strict=True):
            assert store.undo(id, "ann").skipped == ()
            assert everything(store) == future
        assert store.problems() == []
