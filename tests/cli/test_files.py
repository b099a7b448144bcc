from __future__ import annotations

import json
from pathlib import Path

import pytest

from termbase.store import Store

from .conftest import Run

pytestmark = pytest.mark.usefixtures("where")
PACK = {
    "termbase": 1,
    "pack": {"name": "parcels", "version": "1"},
    "concepts": [{"id": "parcel", "terms": [{"lang": "en", "text": "parcel"}, {"lang": "de", "text": "Paket"}]}],
}


@pytest.fixture
def pack(tmp_path: Path) -> str:
    (tmp_path / "parcels.json").write_text(json.dumps(PACK, ensure_ascii=False), encoding="utf-8")
    return "parcels.json"


def test_an_import_names_its_batch_and_an_undo_takes_it_back(run: Run, pack: str) -> None:
    run("export", "before.json")
    done = run("import", pack)
    assert done.stdout == "parcels.json (json): 1 new\n"
    assert "termbase undo b-0002" in done.stderr
    undone = run("undo", "b-0002")
    assert "1 change taken back" in undone.stdout
    run("export", "after.json")
    assert Path("before.json").read_bytes() == Path("after.json").read_bytes()


def test_import_as_json(run: Run, pack: str) -> None:
    said = json.loads(run("import", pack, "--json").stdout)
    assert (said["version"], said["batch"]) == (1, "b-0002")
    file = said["files"][0]
    assert (file["path"], file["format"], file["counts"]["new"]) == ("parcels.json", "json", 1)
    assert file["rows"][0] == {
        "line": 1,
        "outcome": "new",
        "label": "parcel / Paket",
        "reason": "",
        "dropped": [],
        "target": None,
    }
    again = json.loads(run("import", pack, "--json").stdout)
    assert (again["batch"], again["files"][0]["counts"]["unchanged"]) == (None, 1)


def test_a_dry_run_writes_nothing(run: Run, pack: str) -> None:
    done = run("import", pack, "--dry-run")
    assert "--dry-run" in done.stdout
    assert "undo" not in done.stderr
    assert run("find", "parcel").stdout == "Nothing found.\n"


def test_wrong_rows_are_listed_and_stop_the_import(run: Run, pack: str) -> None:
    wrong = {"id": "wrong", "terms": [{"lang": "en", "text": ""}]}
    Path(pack).write_text(json.dumps({**PACK, "concepts": [*PACK["concepts"], wrong]}, indent=1), encoding="utf-8")  # type: ignore[misc]
    done = run("import", pack)
    assert done.exit_code == 3
    assert "invalid" in done.stdout
    assert "Nothing was imported" in done.stderr
    said = json.loads(run("import", pack, "--json").stdout)
    assert (said["batch"], said["files"][0]["counts"]["invalid"]) == (None, 1)
    assert run("import", pack, "--dry-run").exit_code == 3
    assert run("import", pack, "--good-rows").exit_code == 0
    assert run("find", "parcel").exit_code == 0


def test_a_conflict_says_how_to_merge(run: Run, tmp_path: Path) -> None:
    content = {
        "termbase": 1,
        "concepts": [{"terms": [{"lang": "en", "text": "order number"}, {"lang": "fr", "text": "x"}]}],
    }
    (tmp_path / "mine.json").write_text(json.dumps(content), encoding="utf-8")
    done = run("import", "mine.json")
    assert "conflict  order number / x: 'order number' is a preferred term of c-0001 already" in done.stdout
    assert "1 updated" in run("import", "mine.json", "--on-conflict", "update").stdout
    assert run("import", "mine.json", "--on-conflict", "merge").exit_code == 2


@pytest.mark.parametrize("words", [("absent.json",), ("note.txt",), ("x.json", "--format", "nonsense")])
def test_what_cannot_be_imported_is_said_in_one_sentence(run: Run, words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello", encoding="utf-8")
    done = run("import", *words)
    assert done.exit_code in (2, 3)
    assert len(done.stderr.splitlines()) == 1


def test_export_reports_what_the_format_cannot_carry(run: Run) -> None:
    done = run("export", "out.tbx", "--subject", "orders")
    assert done.exit_code == 0
    assert done.stdout == "out.tbx (tbx): 1 item written\n"
    said = json.loads(run("export", "out.tbx", "--json").stdout)
    assert set(said) == {"version", "path", "format", "written", "losses"}
    assert all(set(loss) == {"field", "count", "example", "reason"} for loss in said["losses"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("out.tbx", "--for", "trado"), "Known tools"),
        (("out.xyz",), "known formats: csv"),
        (("out.tbx", "--status", "prefered"), "Did you mean preferred?"),
        (("out.tbx", "--to", "nonsense!"), "no language tag"),
    ],
)
def test_export_says_what_it_knows(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run("export", *words)
    assert (done.exit_code, said in done.stderr) == (2, True)
    assert not Path("out.tbx").exists()


def test_backup_and_restore(run: Run, where: str) -> None:
    assert run("backup", "copy.db").exit_code == 0
    with Store.open(where) as store, store.batch("ann", "remove") as batch:
        batch.remove_concept("c-0001")
    done = run("restore", "copy.db")
    assert (done.exit_code, "1 concept" in done.stdout) == (0, True)
    assert run("show", "c-0001").exit_code == 0
    Path("nonsense.db").write_text("no database", encoding="utf-8")
    assert run("restore", "nonsense.db").exit_code == 3
    assert run("show", "c-0001").exit_code == 0
