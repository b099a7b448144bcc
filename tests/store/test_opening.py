"""What can be wrong with a store is said in a sentence, never in a traceback."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from termbase.errors import NewerStore, NotFound, TermbaseError, Unreadable, Unwritable, UsageError
from termbase.store import Store, live_concepts, version_of
from termbase.store.place import SCHEMA

from .examples import GREETING, ROUTER, everything, word

DATA = Path(__file__).parent / "data"


def test_a_store_that_is_not_there_is_not_found_and_init_is_named(where: str) -> None:
    with pytest.raises(NotFound, match="termbase init"):
        Store.open(where)


def test_a_store_is_there_after_it_was_made(where: str) -> None:
    with Store.open(where, create=True) as store:
        id = store.store_id()
    with Store.open(where) as store, Store.open(where, create=True) as same:
        assert store.store_id() == same.store_id() == id
        assert len(id) == 32


def test_a_store_in_memory_is_gone_when_it_is_closed() -> None:
    with Store.open(":memory:") as store:
        path = Path(store.where)
        with store.batch("ann", "add") as batch:
            batch.add_concept(ROUTER)
        assert len(live_concepts(store.where)) == 1
    assert not path.parent.exists()


def test_a_path_may_be_written_as_a_url(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/a b%20ü.db", create=True) as store:
        assert store.where == f"{tmp_path}/a b%20ü.db"
        assert version_of(store.where) == 0


@pytest.mark.parametrize("where", ["mysql://host/name", "", "http://example.org"])
def test_another_kind_of_address_is_a_usage_error(where: str) -> None:
    with pytest.raises(UsageError):
        Store.open(where)


def make_foreign(path: Path) -> None:
    """An SQLite file of another program."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    connection.close()


def make_chrome(path: Path) -> None:
    """An SQLite file that says whose it is."""
    make_foreign(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 42")
    connection.close()


def make_truncated(path: Path) -> None:
    """Half a store."""
    make_filled(path)
    path.write_bytes(path.read_bytes()[:30_000])


def make_filled(path: Path) -> None:
    """A store with something in it, in one file."""
    with Store.open(path, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concepts(word(f"word {n}") for n in range(500))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


BROKEN = {
    "a directory": Path.mkdir,
    "a text file": lambda path: path.write_text("Dear customer"),
    "a short file that begins well": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "a file of nothing but noughts": lambda path: path.write_bytes(bytes(8192)),
    "the file of another program": make_foreign,
    "the file of a named program": make_chrome,
}


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN)
def test_what_is_no_store_is_unreadable_and_left_as_it_is(tmp_path: Path, make: object, create: bool) -> None:
    path = tmp_path / "termbase.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(Unreadable, match=r"termbase\.db") as caught:
        Store.open(path, create=create)
    assert caught.value.exit_code == 3
    for read in (live_concepts, version_of):
        with pytest.raises(Unreadable, match=r"termbase\.db"):
            read(str(path))
    if path.is_file():
        assert path.read_bytes() == before


def test_half_a_store_is_unreadable_and_restore_is_named(tmp_path: Path) -> None:
    path = tmp_path / "termbase.db"
    make_truncated(path)
    with pytest.raises(Unreadable, match="termbase restore"), Store.open(path) as store:
        list(store.concepts())
    with pytest.raises(Unreadable, match="termbase restore"):
        live_concepts(str(path))


def test_an_empty_file_becomes_a_store_only_when_asked_to(tmp_path: Path) -> None:
    path = tmp_path / "termbase.db"
    path.touch()
    with pytest.raises(Unreadable, match="termbase init"):
        Store.open(path)
    with Store.open(path, create=True) as store:
        assert store.count_concepts() == 0


def test_a_store_in_a_directory_that_is_not_there_is_unwritable(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="does not exist"):
        Store.open(tmp_path / "absent" / "termbase.db", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_place_that_may_not_be_written_to_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(TermbaseError, match="permission"):
        Store.open(tmp_path / "termbase.db", create=True)


def test_a_device_is_no_store() -> None:
    with pytest.raises(TermbaseError):
        Store.open("/dev/null")


def test_a_store_of_a_newer_release_is_refused_with_both_versions(where: str) -> None:
    Store.open(where, create=True).close()
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = :next WHERE name = 'schema'"), {"next": str(SCHEMA + 1)})
        connection.exec_driver_sql("UPDATE meta SET value = '9.8.7' WHERE name = 'release'")
    engine.dispose()
    for read in (Store.open, live_concepts, version_of):
        with pytest.raises(NewerStore, match=rf"9\.8\.7 \(schema {SCHEMA + 1}\).*schema {SCHEMA}.*Update termbase"):
            read(where)


@pytest.mark.postgres
def test_a_database_of_another_program_is_left_alone(postgres: str) -> None:
    engine = create_engine(postgres)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (id INTEGER)")
    with pytest.raises(Unreadable, match="notes"):
        Store.open(postgres, create=True)
    assert inspect(engine).get_table_names() == ["notes"]
    engine.dispose()


def test_a_server_that_does_not_answer_is_said_without_the_password() -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with pytest.raises(Unreadable, match="cannot be reached") as caught:
        Store.open("postgresql+psycopg://ann:secret@127.0.0.1:1/test")
    assert "secret" not in str(caught.value)


def test_migrations_are_recorded(where: str) -> None:
    Store.open(where, create=True).close()
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT number, name FROM migration ORDER BY number").all()
    engine.dispose()
    assert [tuple(row) for row in rows] == [(1, "first tables"), (2, "verdicts")]


def test_the_tables_are_as_the_classes_say(where: str) -> None:
    from termbase.store.rows import KINDS
    from termbase.store.tables import METADATA

    Store.open(where, create=True).close()
    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    found = inspect(engine)
    for table in METADATA.sorted_tables:
        made = {column["name"]: bool(column["nullable"]) for column in found.get_columns(table.name)}
        said = {column.name: bool(column.nullable) for column in table.columns}
        keys = {column.name for column in table.primary_key}
        assert {name: null for name, null in made.items() if name not in keys} == {
            name: null for name, null in said.items() if name not in keys
        }, table.name
    engine.dispose()
    for kind in KINDS:
        for one in (kind, kind.child):
            assert one is None or set(one.columns) == {column.name for column in METADATA.tables[one.table].columns}


@pytest.mark.parametrize("path", sorted(DATA.glob("schema-*.sql")), ids=lambda path: path.stem)
def test_a_store_of_every_released_schema_opens_with_all_it_holds(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    connection = sqlite3.connect(old)
    connection.executescript(path.read_text("utf-8"))
    connection.close()
    with Store.open(old) as store:
        assert everything(store) == path.with_suffix(".txt").read_text("utf-8").strip()
        assert [event.action for event in store.events()] == ["change", "add"]
        assert [one.id for one in store.concepts(query="路由")] == ["c-0001"]
        assert [one.id for one in store.units(query="早上")] == ["u-0001"]
        assert store.problems() == []
        store.undo("b-0002", "ann")
        with store.batch("ann", "add") as batch:
            assert batch.add_unit(GREETING).id == "u-0002"
