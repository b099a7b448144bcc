"""A store can be copied, put back, and looked through for damage."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from termbase.errors import NotFound, Unreadable, Unwritable, UsageError
from termbase.store import Store, version_of

from .examples import GREETING, ROUTER, everything, word


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a concept and a unit, in a file."""
    path = tmp_path / "termbase.db"
    with Store.open(path, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
        batch.add_unit(GREETING)
    return path


def test_a_backup_is_a_store_of_its_own_in_one_file(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        store.backup(tmp_path / "copy.db")
        before = everything(store)
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith("copy")) == ["copy.db"]
    with Store.open(tmp_path / "copy.db") as copy:
        assert everything(copy) == before


def test_a_backup_replaces_an_older_one_but_no_other_file(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear customer")
    with Store.open(path) as store:
        store.backup(tmp_path / "copy.db")
        store.backup(tmp_path / "copy.db")
        with pytest.raises(Unwritable, match="name another file"):
            store.backup(letter)
        with pytest.raises(Unwritable, match="directory"):
            store.backup(tmp_path)
        with pytest.raises(Unwritable, match="cannot be written"):
            store.backup(tmp_path / "absent" / "copy.db")
        with pytest.raises(UsageError, match="the store itself"):
            store.backup(path)
    assert letter.read_text() == "Dear customer"


def test_restoring_brings_back_the_past_and_keeps_the_present(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with Store.open(path) as store:
        store.backup(copy)
        past = everything(store)
        with store.batch("bob", "add") as batch:
            batch.add_concept(word("later"))
        present, version = everything(store), store.version()
        Store.restore(copy, path)
        assert everything(store) == past
        assert store.version() > version
        with store.batch("cy", "add") as batch:
            assert batch.add_concept(word("new")).id == "c-0003"
        assert store.problems() == []
    with Store.open(tmp_path / "termbase.db.before-restore") as kept:
        assert everything(kept) == present
    Store.restore(copy, path)
    assert (tmp_path / "termbase.db.2.before-restore").exists()
    assert not list(tmp_path.glob("*.part*"))


def test_restoring_where_nothing_is_makes_the_store(path: Path, tmp_path: Path) -> None:
    Store.restore(path, tmp_path / "new.db")
    with Store.open(path) as one, Store.open(tmp_path / "new.db") as other:
        assert everything(one) == everything(other)


@pytest.mark.parametrize("damage", [b"", b"Dear customer", bytes(9000)])
def test_a_damaged_store_can_be_restored(path: Path, tmp_path: Path, damage: bytes) -> None:
    copy = tmp_path / "copy.db"
    with Store.open(path) as store:
        store.backup(copy)
        past = everything(store)
    path.write_bytes(damage)
    Store.restore(copy, path)
    with Store.open(path) as store:
        assert everything(store) == past
    assert (tmp_path / "termbase.db.before-restore").read_bytes() == damage


def test_half_a_store_can_be_restored(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with Store.open(path) as store:
        store.backup(copy)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    path.write_bytes(path.read_bytes()[:20_000])
    Store.restore(copy, path)
    with Store.open(path) as store:
        assert store.count_concepts() == 1


def test_what_is_no_sound_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear customer")
    half = tmp_path / "half.db"
    with Store.open(path) as store:
        store.backup(half)
    half.write_bytes(half.read_bytes()[:40_000])
    for source in (letter, half, tmp_path):
        with pytest.raises(Unreadable):
            Store.restore(source, path)
    with pytest.raises(NotFound):
        Store.restore(tmp_path / "absent.db", path)
    with pytest.raises(UsageError):
        Store.restore(path, path)
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.before-restore"))


@pytest.mark.postgres
def test_on_postgresql_its_own_tools_are_named(postgres: str, path: Path, tmp_path: Path) -> None:
    with Store.open(postgres, create=True) as store, pytest.raises(UsageError, match="pg_dump"):
        store.backup(tmp_path / "copy.db")
    with pytest.raises(UsageError, match="pg_restore"):
        Store.restore(path, postgres)


DAMAGE = {
    "DELETE FROM concept": "t-0001 belongs to c-0001, which does not exist",
    "DELETE FROM variant": "u-0001 holds no text",
    "UPDATE counter SET value = 0 WHERE name = 'term'": "counter of term stands at 0, but number 3",
    "UPDATE term SET lang = 'en', status = 'preferred'": "c-0001 has more than one preferred term in en",
    "INSERT INTO term_search (term_search) VALUES ('delete-all')": "search index of term does not agree",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_named_in_a_sentence(path: Path, damage: str) -> None:
    with Store.open(path) as store:
        assert store.problems() == []
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    with Store.open(path) as store:
        said = store.problems()
    assert any(DAMAGE[damage] in sentence for sentence in said), said
    assert version_of(str(path)) == 1
