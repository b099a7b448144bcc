from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from termbase.errors import NotFound
from termbase.model import Concept, Reason, State, Status, Term
from termbase.services import packs
from termbase.services.curate import approve_terms, reject_terms, remove_concept, save_concept
from termbase.services.packs import load_starter_packs, starter_dir, starter_packs
from termbase.services.plain import plain
from termbase.services.report import count_packs, count_store
from termbase.store import Store

Exported = Callable[[Store], bytes]


def test_every_pack_loads_in_a_batch_of_its_own_and_only_once(store: Store, exported: Exported) -> None:
    reports = load_starter_packs(store)
    assert [Path(report.path).name for report in reports] == [path.name for path in starter_packs()]
    assert all(report.batch for report in reports)
    assert [row for report in reports for row in report.rows if row.outcome != "new"] == []
    assert len({report.batch for report in reports}) == len(reports)
    assert {origin.split("/")[0] for origin in store.origins()} == {"pack"}
    before = exported(store)
    again = load_starter_packs(store)
    assert all(report.batch is None for report in again)
    assert {name for report in again for name, count in report.counts.items() if count} == {"unchanged"}
    assert exported(store) == before


def test_a_rule_that_was_edited_here_survives_the_next_load(store: Store) -> None:
    load_starter_packs(store)
    concept = next(store.concepts(limit=1))
    remove_concept(store, concept.id, who="ann")
    assert sum(report.counts["new"] for report in load_starter_packs(store)) == 1


def test_the_packs_of_a_wheel_come_before_those_of_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "termbase"
    (package / "_starter").mkdir(parents=True)
    monkeypatch.setattr(packs, "files", lambda _: package)
    assert starter_dir() == package / "_starter"
    (package / "_starter").rmdir()
    with pytest.raises(NotFound, match="starter packs"):
        starter_dir()


def test_counts_tell_languages_reasons_and_directions(store: Store) -> None:
    terms = (
        Term(lang="en", text="order number"),
        Term(lang="zh", text="订单号"),
        Term(lang="en", text="single number", status=Status.DEPRECATED, reason=Reason.LITERAL, from_lang="zh"),
    )
    save_concept(store, Concept(subject="orders", terms=terms), who="ann")
    counts = count_store(store)
    assert (counts.concepts, counts.terms, counts.units) == (1, 3, 0)
    assert counts.by_language == {"en": 1, "zh": 1}
    assert counts.rules_by_language == {"en": 1}
    assert counts.by_direction == {"zh→en": 1}
    assert json.dumps(counts.as_json())


def test_packs_are_counted_without_a_store() -> None:
    counts = count_packs()
    assert counts.concepts > 0
    assert set(counts.by_reason) <= {reason.value for reason in Reason}


def test_proposed_terms_are_decided_together(store: Store) -> None:
    proposed = Term(lang="en", text="order id", status=Status.ADMITTED, state=State.PROPOSED)
    one = save_concept(store, Concept(terms=(Term(lang="en", text="order number"), proposed)), who="ann")
    other = save_concept(store, Concept(terms=(Term(lang="en", text="parcel"), proposed)), who="ann")
    assert {term.state for term in approve_terms(store, one.id, who="bob").terms} == {State.APPROVED}
    assert [term.state for term in reject_terms(store, other.id, who="bob").terms] == [State.APPROVED, State.REJECTED]
    version = store.version()
    approve_terms(store, one.id, who="bob")
    assert store.version() == version


def test_a_text_that_is_not_there_cannot_be_judged(store: Store) -> None:
    from termbase.model import Unit, Variant
    from termbase.services.curate import approve_unit, save_unit

    unit = save_unit(store, Unit(variants=(Variant(lang="en", text="Hello"),)), who="ann")
    with pytest.raises(NotFound, match="it has en"):
        approve_unit(store, unit.id, "de", who="ann")


def test_plain_values_are_json(store: Store) -> None:
    concept = save_concept(store, Concept(definitions={"en": "x"}, terms=(Term(lang="en", text="a"),)), who="ann")
    said = plain(concept)
    assert said["terms"][0]["status"] == "preferred"
    assert said["created_at"].endswith("Z")
    assert json.dumps(said)
