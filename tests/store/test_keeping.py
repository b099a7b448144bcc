"""What goes into a store comes out of it, every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termbase.errors import Invalid, NotFound, UsageError
from termbase.model import (
    Concept,
    InlineTag,
    Person,
    Proposal,
    Reason,
    Role,
    State,
    Status,
    Term,
    Unit,
    Variant,
)
from termbase.store import Store, version_of

from .conftest import Clock
from .examples import GREETING, LONG_AGO, ROUTER, everything, pair, plain, word

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=12)
SOLID = TEXT.filter(lambda text: bool(text.strip()) and not any(sign in text for sign in "\x85\u2028\u2029"))
WORDS = st.lists(TEXT, max_size=3).map(tuple)
MAPPING = st.dictionaries(TEXT, TEXT, max_size=3)
STATES = st.sampled_from(State)

TERMS = st.builds(
    Term,
    lang=st.sampled_from(["en", "zh-Hans", "ru", "x-test"]),
    text=SOLID,
    status=st.sampled_from([Status.ADMITTED, Status.DEPRECATED, Status.SUPERSEDED]),
    reason=st.none() | st.sampled_from(Reason),
    replacements=st.lists(SOLID, max_size=2).map(tuple),
    unless=WORDS,
    bad=WORDS,
    good=WORDS,
    inflected=st.booleans(),
    enabled=st.booleans(),
    note=TEXT,
    state=STATES,
)
CONCEPTS = st.builds(
    Concept,
    subject=TEXT,
    definitions=st.dictionaries(st.sampled_from(["en", "de", "zh"]), TEXT, max_size=2),
    translate=st.booleans(),
    tags=WORDS,
    props=MAPPING,
    terms=st.lists(TERMS, max_size=3).map(tuple),
)
VARIANTS = st.builds(
    Variant,
    lang=st.sampled_from(["en", "de", "th"]),
    text=SOLID,
    tags=st.lists(st.builds(InlineTag, position=st.just(0), kind=SOLID, payload=TEXT, props=MAPPING), max_size=2).map(
        tuple
    ),
    plural=st.none() | st.integers(0, 5),
    state=STATES,
    props=MAPPING,
    use_count=st.integers(0, 1000),
)
UNITS = st.builds(
    Unit, key=TEXT, context=TEXT, previous=TEXT, tags=WORDS, props=MAPPING, references=WORDS,
    variants=st.lists(VARIANTS, min_size=1, max_size=3).map(tuple),
)  # fmt: skip


def unstamped(value: object) -> object:
    """A value without what the store adds to it."""
    found = plain(value)
    for row in (found, *found.get("terms", ()), *found.get("variants", ())):
        for name in ("id", "revision", "created_at", "created_by", "changed_at", "changed_by"):
            row.pop(name)
    return found


def test_a_concept_comes_back_with_every_field(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
    assert store.concept(stored.id) == stored
    assert unstamped(stored) == unstamped(ROUTER)


def test_a_unit_comes_back_with_every_field(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_unit(GREETING)
    assert store.unit(stored.id) == stored
    assert unstamped(stored) == unstamped(GREETING)


def test_new_rows_say_who_and_when_unless_their_file_did(store: Store, clock: Clock) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
    brought, fresh, _ = stored.terms
    assert (brought.created_at, brought.created_by, brought.changed_by) == (LONG_AGO, "Zoë", "Zoë")
    assert (fresh.created_at, fresh.created_by, fresh.changed_at) == (clock(), "ann", clock())
    assert (stored.id, brought.id, stored.revision, fresh.revision) == ("c-0001", "t-0001", 1, 1)


def test_times_are_kept_to_the_second_and_in_utc(store: Store) -> None:
    naive = datetime(2020, 5, 6, 7, 8, 9, 999_999)
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(word("a", created_at=naive))
    assert str(stored.created_at) == "2020-05-06 07:08:09+00:00"


@pytest.fixture(scope="module")
def shared() -> Store:
    """One SQLite store for a few hundred examples."""
    return Store.open(":memory:")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(concept=CONCEPTS, unit=UNITS)
def test_any_valid_value_comes_back_as_it_was(shared: Store, concept: Concept, unit: Unit) -> None:
    with shared.batch("ann", "add") as batch:
        one, other = batch.add_concept(concept), batch.add_unit(unit)
        batch.add_concepts([concept])
        batch.add_units([unit])
    assert shared.concept(one.id) == one
    assert shared.unit(other.id) == other
    assert unstamped(one) == unstamped(concept) == unstamped(list(shared.concepts())[-1])
    assert unstamped(other) == unstamped(unit) == unstamped(list(shared.units())[-1])


def test_bulk_rows_are_the_same_as_single_ones(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        single = batch.add_concept(ROUTER)
        assert batch.add_concepts(iter([ROUTER, ROUTER])) == 2
        assert batch.add_units(iter([])) == 0
    assert [unstamped(one) for one in store.concepts()] == [unstamped(single)] * 3
    assert [one.id for one in store.concepts()] == ["c-0001", "c-0002", "c-0003"]


def test_reading_streams_over_many_slices_in_id_order(store: Store) -> None:
    with store.batch("ann", "import") as batch:
        assert batch.add_units(pair(f"source {n}", f"target {n}") for n in range(1201)) == 1201
    assert [one.id for one in store.units()] == [f"u-{n:04d}" for n in range(1, 1202)]
    assert [one.id for one in store.units(limit=3, offset=700)] == ["u-0701", "u-0702", "u-0703"]
    assert store.count_units() == 1201
    assert list(store.units(limit=0)) == []


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    with store.batch("ann", "import") as batch:
        batch.add_units(pair(f"source {n}", "x") for n in range(600))
    reading = store.units()
    next(reading)
    with store.batch("bob", "import") as batch:
        batch.add_units(pair(f"more {n}", "x") for n in range(600))
    assert len(list(reading)) == 599
    assert store.count_units() == 1200


def test_the_version_rises_with_every_committed_change_only(store: Store, where: str) -> None:
    before = store.version()
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
    with store.batch("ann", "nothing") as batch:
        batch.change_concept(stored)
    assert store.version() == version_of(where) == before + 1


def test_an_error_inside_a_batch_takes_all_of_it_back(store: Store) -> None:
    def units() -> Iterator[Unit]:
        yield GREETING
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.batch("ann", "add") as batch:
        assert [batch.add_concept(ROUTER).id, batch.add_units(units())]
    assert everything(store) == ""
    assert list(store.events()) == []
    assert store.version() == 0


def test_an_invalid_value_is_refused_and_named(store: Store) -> None:
    with pytest.raises(Invalid, match='"box"'), store.batch("ann", "import") as batch:
        batch.add_concepts([word("fine"), Concept(terms=(Term(lang="en", text="box"), Term(lang="e n", text="box")))])
    assert store.count_concepts() == 0


def test_a_batch_inside_a_batch_is_refused_at_once(store: Store) -> None:
    with store.batch("ann", "add"), pytest.raises(UsageError, match="already open"), store.batch("ann", "add"):
        pass


def test_a_batch_finds_what_it_wrote_itself(store: Store) -> None:
    with store.batch("ann", "import") as batch:
        stored = batch.add_concept(ROUTER)
        unit = batch.add_unit(GREETING)
        assert batch.find_concept("starter/devices", "router-1") == stored
        assert batch.concepts_with_preferred("en", "ROUTER") == [stored]
        assert batch.find_units([GREETING]) == [unit]
        assert batch.concept(stored.id) == stored
        assert store.count_concepts() == 0
    assert batch.id == "b-0001"


@pytest.mark.parametrize("id", ["c-0001", "c-99999999999999999999", "u-0001", "", "c-x", "c-٣"])
def test_an_id_that_nothing_has_is_not_found(store: Store, id: str) -> None:
    with pytest.raises(NotFound, match="There is no concept"):
        store.concept(id)


def test_removing_takes_the_terms_along_and_no_id_comes_back(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
        batch.add_unit(GREETING)
    with store.batch("ann", "remove") as batch:
        batch.remove_concept("c-0001")
        batch.remove_unit("u-0001")
    assert everything(store) == ""
    with store.batch("ann", "add") as batch:
        again = batch.add_concept(ROUTER)
        other = batch.add_unit(GREETING)
    assert (again.id, again.terms[0].id, other.id, other.variants[0].id) == ("c-0002", "t-0004", "u-0002", "v-0003")
    assert store.problems() == []


def test_a_unit_is_found_by_its_key_or_else_by_its_texts(store: Store) -> None:
    keyed = pair("Hello", "Hallo", origin="a.tmx", key="1")
    same_key = pair("Hello", "Servus", origin="a.tmx", key="1")
    plain_one = pair("Bye", "Tschüss", origin="a.tmx")
    with store.batch("ann", "import") as batch:
        stored = [batch.add_unit(one) for one in (keyed, same_key, plain_one)]
    assert store.find_unit(replace(keyed, note="other")) == stored[0]
    assert store.find_unit(same_key) == stored[1]
    assert store.find_unit(pair("Now", "Jetzt", origin="a.tmx", key="1")) == stored[0]
    assert store.find_unit(replace(keyed, origin="b.tmx")) is None
    assert store.find_unit(replace(plain_one, origin="b.tmx")) == stored[2]
    assert store.find_unit(replace(plain_one, context="menu")) is None
    assert store.find_units([plain_one, pair("x", "y")]) == [stored[2], None]


def test_a_changed_unit_is_found_by_its_new_texts(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_unit(pair("Bye", "Tschüss"))
    with store.batch("ann", "change") as batch:
        target = replace(stored.variants[1], text="Auf Wiedersehen")
        changed = batch.change_unit(replace(stored, variants=(stored.variants[0], target)))
    assert store.find_unit(pair("Bye", "Auf Wiedersehen")) == changed
    assert store.find_unit(pair("Bye", "Tschüss")) is None


def test_people_and_proposals_are_kept_and_changed(store: Store, clock: Clock) -> None:
    ann = store.save_person(Person(name="Ann", role=Role.CURATOR))
    assert store.save_person(replace(ann, role=Role.LEAD)).role is Role.LEAD
    assert store.people() == [replace(ann, role=Role.LEAD)]
    flag = store.save_proposal(Proposal(text="path device", lang="en", created_by="bob"))
    assert (flag.id, flag.created_at, flag.state) == ("f-0001", clock(), State.PROPOSED)
    done = store.save_proposal(replace(flag, state=State.APPROVED), who="Ann")
    assert (done.changed_by, done.created_by) == ("Ann", "bob")
    assert list(store.proposals(state=State.PROPOSED)) == []
    assert list(store.proposals(state=State.APPROVED)) == [done]
    assert store.count_proposals() == 1


def test_two_people_cannot_have_one_name(store: Store) -> None:
    store.save_person(Person(name="Ann"))
    with pytest.raises(Invalid, match="Ann"):
        store.save_person(Person(name="Ann"))


def test_subjects_and_origins_in_use_are_listed(store: Store) -> None:
    with store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
        batch.add_concept(word("x"))
        batch.add_unit(GREETING)
    assert store.subjects() == ["devices", "orders"]
    assert store.origins() == ["macros.tmx", "starter/devices"]
