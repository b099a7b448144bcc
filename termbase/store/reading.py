"""Reading: values out of rows, in slices, so that a store of any size passes through a small memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, func, select

from termbase.store.rows import Kind
from termbase.store.tables import TABLES

V = TypeVar("V")
SLICE = 500  # rows a query; SQLite takes 999 values at the least


def sliced(items: Iterable[V], size: int = SLICE) -> Iterator[list[V]]:
    """Lists of at most `size` items."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def columns(kind: Kind[Any], names: Sequence[str] | None = None) -> list[ColumnElement[Any]]:
    """The named columns of a kind's table, its model fields by default."""
    table = TABLES[kind.table]
    return [table.c[name] for name in (kind.names if names is None else names)]


def load(connection: Connection, kind: Kind[V], numbers: Sequence[int]) -> list[V]:
    """The values with these row numbers, children and all, in the order asked for; absent ones are left out."""
    found: dict[int, V] = {}
    table = TABLES[kind.table]
    for part in sliced(numbers):
        children: dict[int, list[Any]] = {}
        if kind.child is not None:
            link = TABLES[kind.child.table].c[kind.child.parent]
            query = select(link, *columns(kind.child)).where(link.in_(part)).order_by(TABLES[kind.child.table].c.id)
            for row in connection.execute(query):
                children.setdefault(row[0], []).append(kind.child.read(row[1:]))
        for row in connection.execute(select(*columns(kind)).where(table.c.id.in_(part))):
            number = row[0] if kind.names[0] == "id" else row[kind.names.index("id")]
            value = kind.read(row)
            if kind.children:
                value.__dict__[kind.children] = tuple(children.get(number, ()))
            found[number] = value
    return [found[number] for number in numbers if number in found]


def stream(
    connection: Connection,
    kind: Kind[V],
    conditions: Sequence[ColumnElement[bool]] = (),
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[V]:
    """Every value that meets the conditions, in id order, a slice at a time."""
    id = TABLES[kind.table].c.id
    last, left = 0, limit
    while left is None or left > 0:
        size = SLICE if left is None else min(SLICE, left)
        query = select(id).where(*conditions, id > last).order_by(id).limit(size)
        if offset:
            query, offset = query.offset(offset), 0
        numbers = list(connection.scalars(query))
        if not numbers:
            return
        yield from load(connection, kind, numbers)
        last = numbers[-1]
        left = None if left is None else left - len(numbers)


def count(connection: Connection, kind: Kind[Any], conditions: Sequence[ColumnElement[bool]] = ()) -> int:
    """How many values meet the conditions."""
    query = select(func.count()).select_from(TABLES[kind.table]).where(*conditions)
    return int(connection.execute(query).scalar_one())


def rows_of(connection: Connection, kind: Kind[Any], conditions: Sequence[ColumnElement[bool]]) -> list[dict[str, Any]]:
    """Whole rows with the store's own columns, in id order: what before-images are made of."""
    table = TABLES[kind.table]
    query = select(*columns(kind, kind.columns)).where(*conditions).order_by(table.c.id)
    return [dict(zip(kind.columns, row, strict=True)) for row in connection.execute(query)]
