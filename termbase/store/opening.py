"""Opening a store: is it there, is it ours, is its schema of today."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from termbase.errors import NotFound, Unreadable
from termbase.store.engine import Database, translated
from termbase.store.migrations import migrate, stored_meta
from termbase.store.place import SCHEMA, Place, check_file, check_schema

OURS = ("counter", "meta", "migration")
"""Tables that every store has had since the first release."""


def open_database(place: Place, *, create: bool, now: datetime, busy_seconds: float) -> Database:
    """A database whose schema is this release's."""
    if place.path is not None:
        check_file(place.path, create=create)
        with translated(place):
            _prepare_file(place.path, busy_seconds)
    database = Database(place, busy_seconds=busy_seconds)
    try:
        with database.reading() as connection:
            meta = stored_meta(connection)
            check_schema(meta, place)
        if not meta and not create:
            raise NotFound(f"There is no termbase store at {place.shown}. Make one with: termbase init")
        if int(meta.get("schema", 0)) < SCHEMA:
            with database.writing() as connection:
                migrate(connection, place, now)
                connection.commit()
    except BaseException:
        database.close()
        raise
    return database


def _prepare_file(path: Path, busy_seconds: float) -> None:
    """Switch the file to write-ahead logging, which lets people read while somebody writes.

    A file that may not be written to stays as it is, for reading. The switch does not wait for a lock like
    everything else, so two processes that make one store at once have to try again.
    """
    deadline = time.monotonic() + busy_seconds
    with closing(sqlite3.connect(path, timeout=busy_seconds)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        if names and not names.issuperset(OURS):
            raise Unreadable(f"this SQLite file is not termbase's; it holds {min(names)}.", path=str(path))
        while True:
            try:
                if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                    connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "readonly" in str(error):
                    return
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
