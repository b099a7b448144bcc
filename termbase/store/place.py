"""Where a store is: a file, a PostgreSQL address, or nowhere that lasts.

Knows no database library but the standard one, so that reading a snapshot stays quick.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from termbase.errors import NewerStore, NotFound, Unreadable, Unwritable, UsageError

SCHEMA = 2
"""The schema this release reads and writes; migrations.py has the steps that lead to it."""
APPLICATION_ID = 0x7465726D  # "term", in the header of every SQLite file of ours
MEMORY = ":memory:"


@dataclass(frozen=True)
class Place:
    """The address of a store; exactly one of `path` and `url` is set."""

    path: Path | None = None
    url: str = ""

    def __str__(self) -> str:
        return str(self.path) if self.path is not None else self.url

    @property
    def shown(self) -> str:
        """The address as it may stand in a message: without a password."""
        return str(self.path) if self.path is not None else without_password(self.url)


def place_of(where: str | Path) -> Place:
    """Understand a path, "sqlite:///…" or "postgresql+psycopg://…"; anything else with "://" is a UsageError."""
    text = str(where)
    if text.startswith("sqlite:///"):
        return Place(path=Path(text.removeprefix("sqlite:///")))
    if text.startswith(("postgresql://", "postgres://")):
        return Place(url="postgresql+psycopg://" + text.split("://", 1)[1])
    if text.startswith("postgresql+psycopg://"):
        return Place(url=text)
    if "://" in text:
        raise UsageError(
            f"{text.split('://')[0]}:// is not a kind of database termbase knows; "
            "give a path, sqlite:///path or postgresql+psycopg://user@host/name."
        )
    if not text:
        raise UsageError("The database has no name; give a path or a postgresql+psycopg:// address.")
    return Place(path=Path(text))


def without_password(url: str) -> str:
    """The address as it may be shown to people."""
    scheme, _, rest = url.partition("://")
    login, at, host = rest.rpartition("@")
    return f"{scheme}://{login.split(':')[0]}{at}{host.split('?')[0]}"


def check_file(path: Path, *, create: bool) -> None:
    """Say plainly why this path cannot be a store; silence means it is worth opening."""
    try:
        if path.is_dir():
            raise Unreadable(
                "this is a directory; a store is one file, for instance termbase.db in it.", path=str(path)
            )
        if not path.exists():
            if not create:
                raise NotFound(f"There is no database at {path}. Make one with: termbase init --database {path}")
            if not path.absolute().parent.is_dir():
                raise Unwritable(f"{path} cannot be made: the directory {path.absolute().parent} does not exist.")
            return
        size = path.stat().st_size
        if not os.access(path, os.R_OK):
            raise Unreadable("cannot be read (Permission denied).", path=str(path))
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror}).", path=str(path)) from error
    if not size:
        if not create:
            raise Unreadable("the file is empty. Make a store of it with: termbase init", path=str(path))
        return
    if _application(path) not in (0, APPLICATION_ID):
        raise Unreadable("this SQLite file belongs to another program, not to termbase.", path=str(path))


def _application(path: Path) -> int:
    """Whose file this is, asked through SQLite and never by opening it ourselves.

    Closing any descriptor of a file gives back all locks this process has on it. SQLite knows and waits; if we
    opened the file beside it, another process could take the write-ahead log from under our open connections.
    """
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.OperationalError:
        return APPLICATION_ID  # busy, or no room beside it: whoever opens it for good says so
    except sqlite3.DatabaseError as error:
        if "malformed" in str(error):
            return APPLICATION_ID  # damaged: the same
        raise Unreadable("this is not a termbase database.", path=str(path)) from error


def check_schema(meta: Mapping[str, str], place: Place) -> None:
    """Refuse a store that a newer release wrote, and one whose schema cannot be read yet."""
    schema = int(meta.get("schema", 0))
    if schema > SCHEMA:
        raise NewerStore(
            f"{place.shown} was written by termbase {meta.get('release', '?')} (schema {schema}); this is termbase "
            f"{release()}, which knows schema {SCHEMA}. Update termbase, or restore an older copy of the store."
        )


def release() -> str:
    """The release of termbase that is running."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("termbase")
    except PackageNotFoundError:
        return "(not installed)"
