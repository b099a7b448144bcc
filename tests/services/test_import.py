from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from termbase.errors import UsageError
from termbase.formats.format import ReadOptions
from termbase.model import Concept, State, Status, Term
from termbase.services import exchange, incoming
from termbase.services.curate import remove_concept, save_concept, save_unit
from termbase.services.exchange import ImportReport, NothingImported, Outcome, export_file, import_file, import_files
from termbase.store import Store

Pack = Callable[..., Path]
Tmx = Callable[..., Path]
Exported = Callable[[Store], bytes]
ORDER: dict[str, Any] = {
    "id": "order-number",
    "terms": [
        {"lang": "en", "text": "order number"},
        {"lang": "zh", "text": "订单号"},
        {"lang": "en", "text": "single number", "reason": "literal", "from": "zh", "bad": ["My single number."]},
    ],
}
PHRASE = {"key": "late-1", "scenario": "delivery", "variants": [{"lang": "en", "text": "Sorry, {name}."}]}


def outcomes(report: ImportReport) -> dict[str, int]:
    return {outcome: count for outcome, count in report.counts.items() if count}


def test_an_import_is_one_batch_that_can_be_taken_back(store: Store, pack: Pack, exported: Exported) -> None:
    before = exported(store)
    report = import_file(store, pack(ORDER, units=[PHRASE]), who="ann")
    assert outcomes(report) == {"new": 2}
    assert report.batch == "b-0001"
    assert store.find_concept("pack/orders", "order-number") is not None
    store.undo(report.batch, "ann")
    assert exported(store) == before


def test_importing_again_changes_nothing_at_all(store: Store, pack: Pack, tmx: Tmx, exported: Exported) -> None:
    files = [pack(ORDER, units=[PHRASE]), tmx(("Hello", "Hallo", "a"), ("Bye", "Tschüss"))]
    import_files(store, files, who="ann")
    before, version, events = exported(store), store.version(), len(list(store.events()))
    for path in files:
        report = import_file(store, path, who="ann", on_conflict="update")
        assert set(outcomes(report)) == {"unchanged"}
        assert report.batch is None
    assert (exported(store), store.version(), len(list(store.events()))) == (before, version, events)


def test_a_dry_run_says_the_same_and_writes_nothing(store: Store, pack: Pack, exported: Exported) -> None:
    import_file(store, pack(ORDER), who="ann")
    changed = {**ORDER, "note": "new"}
    path = pack(changed, {"id": "parcel", "terms": [{"lang": "en", "text": "parcel"}]})
    before = exported(store)
    dry = import_file(store, path, who="ann", dry_run=True)
    assert (exported(store), dry.batch) == (before, None)
    real = import_file(store, path, who="ann")
    assert (dry.counts, dry.rows) == (real.counts, real.rows)
    assert outcomes(real) == {"new": 1, "updated": 1}
    assert real.batch is not None


def test_a_newer_edition_updates_what_nobody_touched(store: Store, pack: Pack) -> None:
    import_file(store, pack({**ORDER, "note": "old"}), who="ann")
    for note in ("new", ""):
        report = import_file(store, pack({**ORDER, **({"note": note} if note else {})}), who="ann")
        assert outcomes(report) == {"updated": 1}
        found = store.find_concept("pack/orders", "order-number")
        assert found is not None
        assert found.note == note


def test_what_was_edited_here_is_left_alone_unless_told_otherwise(store: Store, pack: Pack) -> None:
    import_file(store, pack(ORDER), who="ann")
    concept = store.concept("c-0001")
    save_concept(store, replace(concept, note="ours"), who="bob")
    path = pack({**ORDER, "note": "theirs"})
    report = import_file(store, path, who="ann")
    assert outcomes(report) == {"conflict": 1}
    assert "bob" in report.rows[0].reason
    assert report.rows[0].target == "c-0001"
    assert store.concept("c-0001").note == "ours"
    assert outcomes(import_file(store, path, who="ann", on_conflict="update")) == {"updated": 1}
    assert store.concept("c-0001").note == "theirs"


def test_a_wording_that_exists_is_offered_as_a_merge_and_never_merged_silently(store: Store, pack: Pack) -> None:
    save_concept(store, Concept(terms=(Term(lang="en", text="Order number"),)), who="ann")
    nameless = {key: value for key, value in ORDER.items() if key != "id"}
    path = pack(nameless)
    report = import_file(store, path, who="ann")
    assert outcomes(report) == {"conflict": 1}
    assert "c-0001" in report.rows[0].reason
    assert len(store.concept("c-0001").terms) == 1

    reviewed = import_file(store, path, who="ann", on_conflict="review")
    assert outcomes(reviewed) == {"conflict": 1}
    assert {term.state for term in store.concept("c-0001").terms[1:]} == {State.PROPOSED}
    again = import_file(store, path, who="ann", on_conflict="review")
    assert again.batch is None

    store.undo(str(reviewed.batch), "ann")
    merged = import_file(store, path, who="ann", on_conflict="update")
    assert outcomes(merged) == {"updated": 1}
    assert store.count_concepts() == 1
    assert {term.text for term in store.concept("c-0001").terms} >= {"订单号", "single number"}


def test_a_row_that_only_repeats_what_is_known_is_no_conflict(store: Store, pack: Pack) -> None:
    nameless = {key: value for key, value in ORDER.items() if key != "id"}
    import_file(store, pack(nameless), who="ann")
    assert outcomes(import_file(store, pack(nameless), who="ann")) == {"unchanged": 1}


def test_rows_can_be_decided_one_by_one(store: Store, pack: Pack) -> None:
    save_concept(store, Concept(terms=(Term(lang="en", text="parcel"),)), who="ann")
    path = pack({"terms": [{"lang": "en", "text": "parcel"}, {"lang": "de", "text": "Paket"}]})
    line = import_file(store, path, who="ann", dry_run=True).rows[0].line
    report = import_file(store, path, who="ann", choices={line: "new"})
    assert outcomes(report) == {"new": 1}
    assert store.count_concepts() == 2


def test_a_wrong_row_stops_everything_unless_the_good_ones_are_asked_for(
    store: Store, pack: Pack, exported: Exported
) -> None:
    wrong = {"id": "wrong", "terms": [{"lang": "en", "text": "a", "pattern": "(open"}]}
    path = pack(ORDER, wrong)
    before = exported(store)
    with pytest.raises(NothingImported) as refused:
        import_file(store, path, who="ann")
    assert refused.value.line == refused.value.report.rows[-1].line > 1
    assert refused.value.exit_code == 3
    assert exported(store) == before
    report = import_file(store, path, who="ann", good_rows=True)
    assert outcomes(report) == {"new": 1, "invalid": 1}


def test_a_file_that_breaks_in_the_middle_leaves_nothing(
    store: Store, pack: Pack, tmx: Tmx, exported: Exported
) -> None:
    path = tmx(("Hello", "Hallo"), ("Bye", "Tschüss"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</body></tmx>", "<tu><tuv"), encoding="utf-8")
    before = exported(store)
    with pytest.raises(NothingImported) as refused:
        import_files(store, [pack(ORDER), path], who="ann")
    assert refused.value.path == str(path)
    assert exported(store) == before
    assert outcomes(import_file(store, path, who="ann", good_rows=True))["new"] == 2


def test_ids_in_a_file_need_not_be_unique(store: Store, tmx: Tmx) -> None:
    path = tmx(("Hello", "Hallo", "same"), ("Bye", "Tschüss", "same"), ("Hello", "Hallo", "same"))
    assert outcomes(import_file(store, path, who="ann")) == {"new": 2, "unchanged": 1}
    assert outcomes(import_file(store, path, who="ann")) == {"unchanged": 3}


def test_a_file_of_the_same_name_with_other_things_under_the_same_ids_destroys_nothing(
    store: Store, tmx: Tmx, pack: Pack
) -> None:
    import_files(store, [tmx(("Hello", "Hallo", "1")), pack(ORDER)], who="ann")
    other = pack({**ORDER, "terms": [{"lang": "en", "text": "parcel"}]})
    assert outcomes(import_file(store, tmx(("Bye", "Tschüss", "1")), who="ann")) == {"new": 1}
    report = import_file(store, other, who="ann")
    assert outcomes(report) == {"conflict": 1}
    assert "not one term in common" in report.rows[0].reason
    assert store.count_units() == 2
    assert outcomes(import_file(store, tmx(("Bye", "Tschüss", "1")), who="ann")) == {"unchanged": 1}


def test_a_unit_edited_here_keeps_its_wording(store: Store, tmx: Tmx) -> None:
    import_file(store, tmx(("Hello", "Hallo", "a")), who="ann")
    unit = store.unit("u-0001")
    variants = (unit.variants[0], replace(unit.variants[1], text="Guten Tag"))
    save_unit(store, replace(unit, variants=variants), who="bob")
    path = tmx(("Hello", "Hallo", "a"))
    assert outcomes(import_file(store, path, who="ann")) == {"conflict": 1}
    import_file(store, path, who="ann", on_conflict="review")
    states = {variant.text: variant.state for variant in store.unit("u-0001").variants}
    assert states == {"Hello": State.APPROVED, "Guten Tag": State.APPROVED, "Hallo": State.PROPOSED}


def test_slices_do_not_change_the_outcome(store: Store, tmx: Tmx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "SLICE", 3)
    path = tmx(*((f"Text {n % 7}", f"Wort {n % 7}") for n in range(20)))
    assert outcomes(import_file(store, path, who="ann")) == {"new": 7, "unchanged": 13}
    assert store.count_units() == 7


def test_good_rows_are_counted_and_listed_only_up_to_a_limit(store: Store, tmx: Tmx) -> None:
    report = import_file(store, tmx(*((f"Text {n}", f"Wort {n}") for n in range(1100))), who="ann")
    assert (report.counts["new"], len(report.rows)) == (1100, 1000)


def test_progress_is_told(store: Store, tmx: Tmx) -> None:
    seen: list[int] = []
    import_file(store, tmx(("Hello", "Hallo")), who="ann", progress=seen.append)
    assert seen == [1]


def test_an_upload_is_filed_under_the_name_it_had(store: Store, tmx: Tmx, tmp_path: Path) -> None:
    temporary = tmp_path / "tmp123"
    temporary.write_bytes(tmx(("Hello", "Hallo")).read_bytes())
    report = import_file(store, temporary, who="ann", name="memory.tmx", format="tmx")
    assert report.path == "memory.tmx"
    assert store.unit("u-0001").origin == "memory.tmx"
    import_file(store, tmx(("Bye", "Tschüss")), who="ann", options=ReadOptions(origin="old tool"))
    assert store.unit("u-0002").origin == "old tool"


def test_the_own_export_finds_its_concepts_again(store: Store, pack: Pack, tmp_path: Path, exported: Exported) -> None:
    save_concept(store, Concept(terms=(Term(lang="en", text="parcel"), Term(lang="de", text="Paket"))), who="ann")
    import_file(store, pack(ORDER), who="ann")
    for name in ("all.json", "all.tbx"):
        path = tmp_path / name
        export_file(store, path)
        before = exported(store)
        assert outcomes(import_file(store, path, who="ann")) == {"unchanged": 2}
        assert exported(store) == before


def test_what_was_removed_here_comes_back_once_from_the_own_export(store: Store, tmp_path: Path) -> None:
    save_concept(store, Concept(terms=(Term(lang="en", text="parcel"),)), who="ann")
    path = tmp_path / "all.json"
    export_file(store, path)
    remove_concept(store, "c-0001", who="ann")
    assert outcomes(import_file(store, path, who="ann")) == {"new": 1}
    assert outcomes(import_file(store, path, who="ann")) == {"unchanged": 1}


def test_a_lossless_export_fills_another_store(store: Store, pack: Pack, tmp_path: Path) -> None:
    import_file(store, pack(ORDER, units=[PHRASE]), who="ann")
    path = tmp_path / "all.json"
    export_file(store, path)
    with Store.open(":memory:") as other:
        assert outcomes(import_file(other, path, who="ann")) == {"new": 2}
        assert outcomes(import_file(other, path, who="ann")) == {"unchanged": 2}
        copied, original = other.concept("c-0001"), store.concept("c-0001")
        assert [(t.lang, t.text, t.status, t.bad) for t in copied.terms] == [
            (t.lang, t.text, t.status, t.bad) for t in original.terms
        ]
        assert copied.terms[2].status is Status.DEPRECATED


def test_what_to_use_instead_is_found_under_the_id_it_has_here(store: Store, pack: Pack, tmp_path: Path) -> None:
    save_concept(store, Concept(terms=(Term(lang="en", text="something else"),)), who="ann")
    old = {"id": "old", "use_instead": "new", "terms": [{"lang": "en", "text": "waybill"}]}
    older = {"id": "older", "use_instead": "old", "terms": [{"lang": "en", "text": "consignment note"}]}
    lost = {"id": "lost", "use_instead": "absent", "terms": [{"lang": "en", "text": "docket"}]}
    path = pack(old, {"id": "new", "terms": [{"lang": "en", "text": "tracking number"}]}, older, lost)
    import_file(store, path, who="ann")
    ids = {concept.external_id: concept for concept in store.concepts(origin="pack/orders")}
    assert ids["old"].use_instead == ids["new"].id
    assert ids["older"].use_instead == ids["old"].id
    assert ids["lost"].use_instead == ""
    assert set(outcomes(import_file(store, path, who="ann"))) == {"unchanged"}
    for name in ("own.json", "own.tbx"):
        export_file(store, tmp_path / name)
        assert set(outcomes(import_file(store, tmp_path / name, who="ann"))) == {"unchanged"}


def test_wishes_and_formats_that_are_unknown_are_said_plainly(store: Store, pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="skip, update or review"):
        import_file(store, pack(ORDER), who="ann", on_conflict="merge")
    with pytest.raises(UsageError, match="json"):
        import_file(store, pack(ORDER), who="ann", format="nonsense")
    with pytest.raises(exchange.Unreadable, match="no such file"):
        import_file(store, tmp_path / "absent.tbx", who="ann")


def test_every_outcome_is_counted_by_name(store: Store, pack: Pack) -> None:
    report = import_file(store, pack(ORDER), who="ann")
    assert list(report.counts) == [outcome.value for outcome in Outcome]
    assert report.as_json()["batch"] == "b-0001"
