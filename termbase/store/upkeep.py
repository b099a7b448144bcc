"""Keeping a store safe: backup, restore, and looking for damage."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from termbase.errors import Busy, NotFound, TermbaseError, Unreadable, Unwritable, UsageError
from termbase.model import State, Status
from termbase.store.engine import SEARCHED, Database, has_search
from termbase.store.live import BUSY_SECONDS, sqlite_error
from termbase.store.place import Place, check_file, check_schema
from termbase.store.rows import KINDS
from termbase.store.tables import TABLES


def backup(place: Place, path: Path) -> None:
    """Copy a store into a file of its own; a file already there is replaced only if it is a termbase store."""
    if place.path is None:
        raise UsageError(f"{place.shown} is a PostgreSQL database; back it up with pg_dump.")
    if path.is_dir():
        raise Unwritable(f"{path} is a directory; name a file for the backup.")
    if path.exists() and path.samefile(place.path):
        raise UsageError(f"{path} is the store itself; name another file for the backup.")
    if path.exists() and path.stat().st_size:
        try:
            check_file(path, create=False)
        except Unreadable as error:
            raise Unwritable(f"{path} exists and is not a termbase store; name another file.") from error
    with _beside(path) as new:
        _copy(place.path, new)
        os.replace(new, path)


def restore(source: Path, place: Place) -> None:
    """Make a store what a backup is.

    What is there now is kept beside. A sound store is overwritten in one transaction, so processes that have it
    open go on with the restored one; its version rises and no number it gave out is given out again.
    """
    path = place.path
    if path is None:
        raise UsageError(f"{place.shown} is a PostgreSQL database; restore it with psql or pg_restore.")
    _check_sound(source)
    if path.is_dir():
        raise Unwritable(f"{path} is a directory; name the file of the store.")
    if path.exists() and path.samefile(source):
        raise UsageError(f"{path} is the store itself; name the backup to restore it from.")
    with _beside(path) as new:
        _copy(source, new)
        if not path.exists():
            _remove_logs(path)
            os.replace(new, path)
            return
        kept = _kept_name(path)
        try:
            check_file(path, create=False)
            _copy(path, kept)
            _raise_counters(new, path)
        except TermbaseError as error:
            if isinstance(error, Busy):
                raise
            _move_aside(path, kept)
            os.replace(new, path)
        else:
            _copy(new, path, patient=True)


def problems(database: Database) -> list[str]:
    """What is wrong with a store, a sentence each."""
    try:
        with database.reading() as connection:
            found = [sentence for look in _LOOKS for sentence in look(connection)]
        if database.sqlite and not found:
            with database.writing() as connection:
                found.extend(_search_problems(connection))
                connection.rollback()
    except Unreadable as error:
        return [str(error)]
    return found


def _file_problems(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"The file is damaged: {said}. Restore a backup with: termbase restore FILE"


def _orphans(connection: Connection) -> Iterator[str]:
    for kind in KINDS:
        if (child := kind.child) is None:
            continue
        table, root = TABLES[child.table], TABLES[kind.table]
        query = select(table.c.id, table.c[child.parent]).outerjoin(root, root.c.id == table.c[child.parent])
        for number, parent in connection.execute(query.where(root.c.id.is_(None)).limit(20)):
            yield f"{child.id(number)} belongs to {kind.id(parent)}, which does not exist."
    unit, variant = TABLES["unit"], TABLES["variant"]
    query = select(unit.c.id).outerjoin(variant, variant.c.unit_id == unit.c.id).where(variant.c.id.is_(None)).limit(20)
    for number in connection.scalars(query):
        yield f"u-{number:04d} holds no text in any language."


def _two_preferred(connection: Connection) -> Iterator[str]:
    term = TABLES["term"]
    query = (
        select(term.c.concept_id, func.min(term.c.lang))
        .where(term.c.status == Status.PREFERRED.value, term.c.state == State.APPROVED.value, term.c.enabled)
        .where(term.c.reason.is_(None))
        .group_by(term.c.concept_id, func.lower(term.c.lang))
        .having(func.count() > 1)
        .limit(20)
    )
    for number, lang in connection.execute(query):
        yield f"c-{number:04d} has more than one preferred term in {lang}."


def _counters(connection: Connection) -> Iterator[str]:
    given = {row.name: row.value for row in connection.execute(select(TABLES["counter"]))}
    tables = ["event", *(kind.table for kind in KINDS), *(kind.child.table for kind in KINDS if kind.child)]
    for name in tables:
        highest = connection.scalar(select(func.max(TABLES[name].c.id))) or 0
        if highest > given.get(name, 0):
            yield f"The counter of {name} stands at {given.get(name, 0)}, but number {highest} is in use."


def _search_problems(connection: Connection) -> Iterator[str]:
    if not has_search(connection):
        return
    for table in SEARCHED:
        try:
            connection.execute(
                text(f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)")  # noqa: S608
            )
        except DBAPIError:
            yield f"The search index of {table} does not agree with the table."


_LOOKS: tuple[Callable[[Connection], Iterator[str]], ...] = (_file_problems, _orphans, _two_preferred, _counters)


def _check_sound(source: Path) -> None:
    """NotFound, Unreadable or NewerStore unless a file is a whole termbase store."""
    if not source.exists():
        raise NotFound(f"There is no file {source}.")
    check_file(source, create=False)
    with _opened(source) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
        check_schema(dict(connection.execute("SELECT name, value FROM meta")), Place(path=source))
    if said != ["ok"]:
        raise Unreadable(f"this backup is damaged ({said[0]}); nothing was restored.", path=str(source))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            yield connection
    except sqlite3.Error as error:
        raise sqlite_error(error, str(path)) from error


def _copy(source: Path, target: Path, *, patient: bool = False) -> None:
    """Copy a database as of one moment, while others may write to it; `patient` waits for a target in use."""
    deadline = time.monotonic() + (BUSY_SECONDS if patient else 1)

    def waited(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise Busy(f"{target} is being used by another process; wait for it to finish and try again.")

    with _opened(source) as one, _opened(target) as other:
        one.backup(other, progress=waited)
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new file in the same directory, gone afterwards unless it was moved."""
    try:
        handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".part", dir=path.absolute().parent)
    except OSError as error:
        raise Unwritable(f"{path} cannot be written ({error.strerror}).") from error
    os.close(handle)
    new = Path(name)
    try:
        yield new
    finally:
        new.unlink(missing_ok=True)
        _remove_logs(new)


def _kept_name(path: Path) -> Path:
    """A name for what is replaced that no earlier restore has taken."""
    kept, number = path.with_name(f"{path.name}.before-restore"), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.{number}.before-restore")
    return kept


def _move_aside(path: Path, kept: Path) -> None:
    """Keep a damaged file as it is, with its log if it has one."""
    os.replace(path, kept)
    for end in ("-wal", "-shm"):
        if (beside := Path(f"{path}{end}")).exists():
            os.replace(beside, Path(f"{kept}{end}"))


def _remove_logs(path: Path) -> None:
    """Remove what SQLite keeps beside a file that is no longer there; a stranger's log would damage the next one."""
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def _raise_counters(new: Path, present: Path) -> None:
    """Let a restored store go on counting where the present one stood."""
    with _opened(present) as connection:
        counted = connection.execute("SELECT name, value FROM counter").fetchall()
    with _opened(new) as connection:
        for name, value in counted:
            connection.execute("UPDATE counter SET value = max(value, ?) WHERE name = ?", (value, name))
        connection.execute("UPDATE counter SET value = value + 1 WHERE name = 'version'")
        connection.commit()
