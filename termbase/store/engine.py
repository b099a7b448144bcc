"""Connections: how each database is opened, how a reading and a writing transaction begin, and its errors in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from termbase.errors import Busy, TermbaseError, Unreadable, Unwritable
from termbase.store.live import BUSY_SECONDS, sqlite_error
from termbase.store.place import Place, check_schema
from termbase.store.rows import dumps

WRITE = "termbase_write"
SEARCHED = {"term": "folded", "concept": "folded", "variant": "text"}
"""The column of each table that can be searched."""


class Database:
    """One engine and the two ways of using it."""

    def __init__(self, place: Place, *, busy_seconds: float = BUSY_SECONDS, keep: bool = True) -> None:
        self.place = place
        self.busy_seconds = busy_seconds
        self.engine = _sqlite(place, busy_seconds, keep) if place.path is not None else _postgres(place, keep)

    @property
    def sqlite(self) -> bool:
        """Whether this is a file of ours rather than a server."""
        return self.place.path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the store, however long it lasts and whoever writes meanwhile."""
        options: dict[str, Any] = {} if self.sqlite else {"isolation_level": "REPEATABLE READ"}
        with translated(self.place), self.engine.connect().execution_options(**options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the store's one writing place from its first statement on.

        Taking it at once, instead of at the first write, is what keeps a transaction that reads and then writes
        from failing half-way because somebody else wrote in between.
        """
        with translated(self.place), self.engine.connect().execution_options(**{WRITE: True}) as connection:
            if not self.sqlite:
                connection.execute(text(f"SET LOCAL lock_timeout = {int(self.busy_seconds * 1000)}"))
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('termbase ' || current_schema()))"))
            with translated(self.place):
                yield connection

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def _sqlite(place: Place, busy_seconds: float, keep: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(place)),
        connect_args={"timeout": busy_seconds, "check_same_thread": False},
        poolclass=QueuePool if keep else NullPool,
        json_serializer=dumps,
        **({"max_overflow": -1} if keep else {}),
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # BEGIN is ours to say, below
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(place: Place, keep: bool) -> Engine:
    return create_engine(
        make_url(place.url),
        poolclass=QueuePool if keep else NullPool,
        json_serializer=dumps,
        **({"max_overflow": -1, "pool_pre_ping": True} if keep else {}),
    )


@contextmanager
def translated(place: Place) -> Iterator[None]:
    """Turn what the database says into an error of our family."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error, place) from error
    except sqlite3.Error as error:
        raise sqlite_error(error, place.shown) from error


def _in_words(error: DBAPIError, place: Place) -> TermbaseError:
    said = " ".join(str(error.orig).split())
    if place.path is not None:
        if isinstance(error.orig, sqlite3.Error):
            return sqlite_error(error.orig, place.shown)
        return Unwritable(f"{place}: the database refused a value ({said}).")
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in ("55P03", "40P01", "40001", "57014"):
        return Busy(f"{place.shown} is being written by somebody else; wait for that to finish and try again.")
    if state == "42P01":
        return Unreadable("this database holds no termbase store. Make one with: termbase init", path=place.shown)
    if state.startswith(("08", "28", "3D", "57P")) or not state:
        return Unreadable(f"the server cannot be reached or refused the login ({said}).", path=place.shown)
    return Unwritable(f"{place.shown}: the database refused ({said}).")


def insert(connection: Connection, table: str, columns: Sequence[str], lines: Sequence[Any]) -> None:
    """Insert many rows, JSON already as text, by the driver's quickest way."""
    if not lines:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    driver = connection.connection.driver_connection
    assert driver is not None
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        driver.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", lines)  # noqa: S608 - our own names
        if (searched := SEARCHED.get(table)) and has_search(connection):
            # Not by a trigger: the index is written out at the end of each statement, and one for all is 5x quicker.
            numbers = dumps([line[columns.index("id")] for line in lines])
            connection.exec_driver_sql(
                f"INSERT INTO {table}_search (rowid, {searched}) "  # noqa: S608 - our own names
                f"SELECT id, {searched} FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                (numbers,),
            )
        return
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for line in lines:
            copy.write_row(line)


def has_search(connection: Connection) -> bool:
    """Whether the SQLite file has its trigram index (it is left out where SQLite was built without FTS5)."""
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'term_search'").first() is not None


def driver_rows(place: Place, queries: Sequence[tuple[str, tuple[Any, ...]]]) -> list[list[Any]]:
    """The rows of some queries in one reading transaction, through a connection made for it."""
    database = Database(place, keep=False)
    try:
        with database.reading() as connection:
            meta = connection.exec_driver_sql("SELECT name, value FROM meta")
            check_schema({row[0]: row[1] for row in meta}, place)
            return [list(connection.exec_driver_sql(query, values or None)) for query, values in queries]
    finally:
        database.close()
