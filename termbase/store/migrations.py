"""The steps a store's schema has taken, in order; each is recorded in the transaction that takes it.

To change the schema: add a function below with the next number, raise SCHEMA in place.py, say in tables.py what
the tables look like now, and keep the SQL of the schema before it under tests/store/data.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from termbase.errors import Unreadable
from termbase.store.engine import SEARCHED
from termbase.store.place import APPLICATION_ID, SCHEMA, Place, check_schema, release
from termbase.store.rows import KINDS, seconds


@dataclass(frozen=True)
class Migration:
    """One step: what it is called and what it does."""

    number: int
    name: str
    run: Callable[[Connection], None]


def statements(name: str) -> Iterator[str]:
    """The statements of a file in `schema`; a trigger's own semicolons do not end it."""
    collected = ""
    for line in (files("termbase.store") / "schema" / name).read_text("utf-8").splitlines():
        collected += line + "\n"
        if line.endswith(";") and (line == "END;" or not collected.startswith("CREATE TRIGGER")):
            yield collected.strip().removesuffix(";")
            collected = ""


def first_tables(connection: Connection) -> None:
    """Make the tables of the first release and the means of searching them."""
    for statement in statements("1.sql"):
        connection.exec_driver_sql(statement)
    counters = ["version", "batch", "event", *(k.table for k in KINDS), *(k.child.table for k in KINDS if k.child)]
    for name in counters:
        connection.execute(text("INSERT INTO counter (name, value) VALUES (:name, 0)"), {"name": name})
    connection.execute(text("INSERT INTO meta (name, value) VALUES ('store_id', :id)"), {"id": secrets.token_hex(16)})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in statements("1-search.sqlite.sql"):
            connection.exec_driver_sql(statement)
    else:
        _trigram_indexes(connection)


def _trigram_indexes(connection: Connection) -> None:
    """Speed up substring search where the server offers pg_trgm; without it the same queries run, slower."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            home = connection.exec_driver_sql(
                "SELECT quote_ident(nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
                "WHERE extname = 'pg_trgm'"
            ).scalar_one()
            for table, column in SEARCHED.items():
                connection.exec_driver_sql(
                    f"CREATE INDEX {table}_search ON {table} USING gin ({column} {home}.gin_trgm_ops)"
                )
    except DBAPIError:
        return  # not installed, or not ours to install


def verdicts(connection: Connection) -> None:
    """Make the table of what became of each rule's findings."""
    for statement in statements("2.sql"):
        connection.exec_driver_sql(statement)
    connection.execute(text("INSERT INTO counter (name, value) VALUES ('verdict', 0)"))


MIGRATIONS = (Migration(1, "first tables", first_tables), Migration(2, "verdicts", verdicts))


def stored_meta(connection: Connection) -> dict[str, str]:
    """The facts of `meta`; empty in a database without it."""
    if not inspect(connection).has_table("meta"):
        return {}
    return {row[0]: row[1] for row in connection.execute(text("SELECT name, value FROM meta"))}


def migrate(connection: Connection, place: Place, now: datetime) -> None:
    """Bring the schema up to this release, inside the caller's writing transaction.

    The caller holds the writing place, so of two processes that open a store at once the second one finds
    nothing left to do.
    """
    meta = stored_meta(connection)
    check_schema(meta, place)
    if not meta and (tables := inspect(connection).get_table_names()):
        raise Unreadable(f"this database is not termbase's; it holds the table {tables[0]}.", path=place.shown)
    for migration in MIGRATIONS[int(meta.get("schema", 0)) :]:
        migration.run(connection)
        connection.execute(
            text("INSERT INTO migration (number, name, release, applied_at) VALUES (:n, :name, :release, :at)"),
            {"n": migration.number, "name": migration.name, "release": release(), "at": seconds(now)},
        )
    for name, value in (("schema", str(SCHEMA)), ("release", release())):
        connection.execute(text("DELETE FROM meta WHERE name = :name"), {"name": name})
        connection.execute(
            text("INSERT INTO meta (name, value) VALUES (:name, :value)"), {"name": name, "value": value}
        )
