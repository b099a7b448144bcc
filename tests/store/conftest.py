"""Stores to test with: each test runs on SQLite and, where a server answers, on PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from termbase.store import Store

SERVER = os.environ.get("TERMBASE_TEST_POSTGRES", "postgresql+psycopg://root@127.0.0.1:5432/test")


class Clock:
    """A clock that a test turns by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def tick(self, seconds: int = 60) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now


@pytest.fixture(scope="session")
def server() -> str:
    """The address of a PostgreSQL server that answers."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        with psycopg.connect(SERVER.replace("+psycopg", ""), autocommit=True, connect_timeout=3) as connection:
            # Made here, so that no store's own schema holds it and takes it along when it is dropped.
            connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public")
    except psycopg.errors.UniqueViolation:
        pass  # two test processes at once
    except psycopg.Error as error:
        pytest.skip(f"no PostgreSQL server answers at {SERVER}: {error}")
    return SERVER


@pytest.fixture
def postgres(server: str) -> Iterator[str]:
    """The address of an empty schema that only this test uses."""
    import psycopg

    schema = f"termbase_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        try:
            yield f"{server}?options=-csearch_path%3D{schema}"
        finally:
            connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is not there yet, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "termbase.db")
    address: str = request.getfixturevalue("postgres")
    return address


@pytest.fixture
def clock() -> Clock:
    """The clock of `store`."""
    return Clock()


@pytest.fixture
def store(where: str, clock: Clock) -> Iterator[Store]:
    """An empty store."""
    with Store.open(where, create=True, clock=clock) as opened:
        yield opened
