from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from termbase import formats
from termbase.errors import Unwritable, UsageError
from termbase.model import Concept, Reason, State, Status, Term, Unit, Variant
from termbase.services.curate import save_concept, save_unit
from termbase.services.exchange import TOOLS, Filters, export_file, import_file, known_tools
from termbase.services.files import written_beside
from termbase.store import Store


@pytest.fixture(autouse=True)
def filled(store: Store) -> None:
    save_concept(
        store,
        Concept(
            subject="orders",
            origin="starter",
            terms=(
                Term(lang="en", text="order number"),
                Term(lang="de", text="Bestellnummer"),
                Term(lang="fr", text="numéro de commande"),
                Term(lang="en", text="order id", status=Status.ADMITTED, state=State.PROPOSED),
                Term(lang="en", text="single number", status=Status.DEPRECATED, reason=Reason.LITERAL),
            ),
        ),
        who="ann",
    )
    save_concept(store, Concept(subject="parcels", terms=(Term(lang="en", text="parcel"),)), who="ann")
    variants = (Variant(lang="en", text="Hello"), Variant(lang="de", text="Hallo", state=State.REJECTED))
    save_unit(store, Unit(scenario="order", variants=variants), who="ann")


def written(path: Path) -> dict[str, object]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_json_holds_everything_and_is_the_same_each_time(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    report = export_file(store, first)
    export_file(store, second)
    assert report.written == 3
    assert report.losses == ()
    assert first.read_bytes() == second.read_bytes()
    assert {"order id", "Hallo"} <= {
        word for word in ("order id", "Hallo") if word in first.read_text(encoding="utf-8")
    }


def test_content_chooses_what_json_holds(store: Store, tmp_path: Path) -> None:
    assert export_file(store, tmp_path / "t.json", content="terms").written == 2
    assert export_file(store, tmp_path / "m.json", content="memory").written == 1
    with pytest.raises(UsageError, match="terms or memory"):
        export_file(store, tmp_path / "m.json", content="all")


def test_other_formats_hold_only_what_is_approved_and_say_so(store: Store, tmp_path: Path) -> None:
    report = export_file(store, tmp_path / "x.tbx")
    text = (tmp_path / "x.tbx").read_text(encoding="utf-8")
    assert "order number" in text
    assert "order id" not in text
    assert [(loss.field, loss.count) for loss in report.losses if "wordings" in loss.field] == [
        ("proposed wordings", 1)
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (
            Filters(subject="orders"),
            {"order number", "Bestellnummer", "numéro de commande", "order id", "single number"},
        ),
        (Filters(origin="starter", status=Status.PREFERRED), {"order number", "Bestellnummer", "numéro de commande"}),
        (Filters(reason=Reason.LITERAL), {"single number"}),
        (Filters(state=State.PROPOSED), {"order id"}),
        (Filters(query="parcel"), {"parcel"}),
        (Filters(ids=("c-0002",)), {"parcel"}),
    ],
)
def test_filters_choose_concepts_and_terms(store: Store, tmp_path: Path, filters: Filters, expected: set[str]) -> None:
    path = tmp_path / "f.json"
    export_file(store, path, content="terms", filters=filters)
    concepts = written(path).get("concepts", [])
    assert isinstance(concepts, list)
    assert {term["text"] for concept in concepts for term in concept["terms"]} == expected


def test_source_and_targets_leave_other_languages_out(store: Store, tmp_path: Path) -> None:
    export_file(store, tmp_path / "x.tbx", source_lang="en", langs=["de"])
    text = (tmp_path / "x.tbx").read_text(encoding="utf-8")
    assert "Bestellnummer" in text
    assert "numéro" not in text


def test_a_failed_export_keeps_the_file_of_before(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_text("before", encoding="utf-8")

    def fail(*_: object, **__: object) -> Iterator[Concept]:
        yield store.concept("c-0001")
        raise Unwritable("no")

    monkeypatch.setattr(Store, "concepts", fail)
    with pytest.raises(Unwritable):
        export_file(store, path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["x.json"]


def test_what_is_unknown_is_answered_with_what_is_known(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Did you mean 'weblate'\?.*Known tools: .*weblate"):
        export_file(store, tmp_path / "x.tbx", tool="weblat")
    with pytest.raises(UsageError, match="tmx"):
        export_file(store, tmp_path / "x.nonsense")
    with pytest.raises(UsageError, match="holds terms, not memory"):
        export_file(store, tmp_path / "x.tbx", content="memory")
    with pytest.raises(UsageError, match="no language tag"):
        export_file(store, tmp_path / "x.tmx", langs=["nonsense!"])


def test_a_tool_means_a_format(store: Store, tmp_path: Path) -> None:
    assert export_file(store, tmp_path / "x.tbx", tool="weblate").format == "tbx-v2"
    assert export_file(store, tmp_path / "x.tmx", tool="weblate").format == "tmx"
    with pytest.raises(UsageError, match="Known tools"):
        export_file(store, tmp_path / "x.tmx", tool="nonsense", format="tmx")
    for tool in known_tools():
        assert set(TOOLS[tool].values()) <= set(formats.names())


def test_a_file_that_cannot_be_written_is_said_plainly(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="folder"):
        export_file(store, tmp_path, format="json")
    with pytest.raises(Unwritable, match="no such file or folder"):
        export_file(store, tmp_path / "absent" / "x.json")


def test_a_link_and_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("before", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with written_beside(link) as stream:
        stream.write(b"after")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "after"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", formats.names())
def test_what_is_exported_and_imported_twice_is_unchanged_the_second_time(
    store: Store, tmp_path: Path, name: str
) -> None:
    known = formats.by_name(name)
    if known.read is None or known.write is None:
        pytest.skip(f"{known.title} goes one way only")
    save_unit(store, Unit(variants=(Variant(lang="en", text="Bye"), Variant(lang="de", text="Tschüss"))), who="ann")
    for content in known.content:
        path = tmp_path / f"{content}{known.extensions[0]}"
        export_file(store, path, format=name, content=content, source_lang="en", langs=["de"])
        with Store.open(":memory:") as other:
            first = import_file(other, path, who="ann", format=name)
            again = import_file(other, path, who="ann", format=name)
        assert first.counts["new"] >= 1
        assert {outcome for outcome, count in again.counts.items() if count} <= {"unchanged", "skipped"}
        assert again.batch is None
