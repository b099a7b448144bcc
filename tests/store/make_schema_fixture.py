"""Writes data/schema-N.sql and .txt: a small store of today's schema, kept for the releases to come.

Run it once before a release that changed the schema:  python -m tests.store.make_schema_fixture
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from termbase.model import Person, Proposal
from termbase.store import Store
from termbase.store.place import SCHEMA
from tests.store.examples import GREETING, ROUTER, everything

DATA = Path(__file__).parent / "data"


def script(path: str) -> str:
    """SQL that makes the same SQLite file again."""
    connection = sqlite3.connect(path)
    lines = [f"PRAGMA application_id = {connection.execute('PRAGMA application_id').fetchone()[0]};"]
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    searches = [name for kind, name, sql in made if sql.startswith("CREATE VIRTUAL")]
    own = [row for row in made if not any(row[1].startswith(f"{name}_") and row[0] == "table" for name in searches)]
    lines += [f"{sql};" for kind, _, sql in own if kind == "table"]
    for kind, name, _ in own:
        if kind != "table" or name in searches:
            continue
        for row in connection.execute(f"SELECT * FROM {name}").fetchall():  # noqa: S608 - names of our own tables
            values = connection.execute(f"SELECT {', '.join(['quote(?)'] * len(row))}", row).fetchone()
            lines.append(f"INSERT INTO {name} VALUES ({', '.join(values)});")  # noqa: S608
    lines += [f"INSERT INTO {name} ({name}) VALUES ('rebuild');" for name in searches]  # noqa: S608
    lines += [f"{sql};" for kind, _, sql in own if kind != "table"]
    connection.close()
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the store and write it down."""
    with Store.open(":memory:", clock=lambda: datetime(2026, 1, 2, tzinfo=UTC)) as store:
        with store.batch("ann", "add") as batch:
            concept = batch.add_concept(ROUTER)
            batch.add_unit(GREETING)
            batch.save_person(Person(name="Ann"))
            batch.save_proposal(Proposal(text="path device", lang="en", created_by="bob"))
        with store.batch("bob", "change") as batch:
            batch.change_concept(replace(concept, note="Changed.", terms=concept.terms[:2]))
        (DATA / f"schema-{SCHEMA}.txt").write_text(everything(store) + "\n", "utf-8")
        (DATA / f"schema-{SCHEMA}.sql").write_text(script(store.where), "utf-8")


if __name__ == "__main__":
    main()
