"""The history: who changed what, and taking a batch back.

A row is unchanged since a batch when its revision is the one the batch left, because no revision is given out
twice. What was changed since stays as it is and is named; everything else is put back exactly, with the ids,
revisions, times and names it had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from termbase.errors import NotFound
from termbase.model import Event
from termbase.store.reading import SLICE, rows_of
from termbase.store.rows import BATCH_PREFIX, KINDS, Kind, Row, kind_of, moment_of, parse_number
from termbase.store.tables import TABLES
from termbase.store.writing import Writer, event_id

event = TABLES["event"]


@dataclass(frozen=True)
class Undone:
    """What an undo did."""

    batch: str
    """The batch that the undo itself is; empty when there was nothing to take back."""
    undone: int
    """How many concepts, units … are as they were before."""
    skipped: tuple[str, ...]
    """Ids of those that were changed since and were left alone."""


def batch_number(id: str) -> int:
    """The number in a batch's id; NotFound when it is none."""
    if (number := parse_number(BATCH_PREFIX, id)) is None:
        raise NotFound(f"There is no batch {id}; batches look like b-0007 and stand in the history.")
    return number


def events(
    connection: Connection, *, target: str = "", batch: str = "", limit: int | None = None, offset: int = 0
) -> Iterator[Event]:
    """Events, newest first; of a target also the batch that brought it in."""
    conditions: list[ColumnElement[bool]] = []
    if batch:
        conditions.append(event.c.batch == (parse_number(BATCH_PREFIX, batch) or 0))
    if target:
        conditions.append(_about(connection, target))
    last, left = None, limit
    while left is None or left > 0:
        query = select(event).where(*conditions, *([] if last is None else [event.c.id < last]))
        rows = connection.execute(
            query.order_by(event.c.id.desc()).limit(SLICE if left is None else min(SLICE, left)).offset(offset or None)
        ).all()
        if not rows:
            return
        offset = 0
        for row in rows:
            yield Event(
                id=event_id(row.id),
                at=moment_of(row.at),  # type: ignore[arg-type]
                who=row.who,
                action=row.action,
                batch=f"{BATCH_PREFIX}-{row.batch:04d}",
                target=row.target,
                summary=row.summary,
                before=shown(row.before),
                after=shown(row.after),
            )
        last = rows[-1].id
        left = None if left is None else left - len(rows)


def _about(connection: Connection, target: str) -> ColumnElement[bool]:
    """Events of a target, and the whole-batch event of the batch that inserted it, also when it is gone since."""
    kind = kind_of(target)
    brought: set[int] = set()
    if kind is not None:
        table = TABLES[kind.table]
        brought.update(connection.scalars(select(table.c.batch).where(table.c.id == kind.number(target))))
        for (before,) in connection.execute(select(event.c.before).where(event.c.target == target)):
            if before:
                brought.add(before[kind.table]["batch"])
    return or_(event.c.target == target, (event.c.target == "") & event.c.batch.in_(sorted(brought)))


def shown(image: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """An event's rows as people see them: ids, times as text, none of the store's own columns."""
    if image is None:
        return None
    found: dict[str, Any] = {}
    for kind in KINDS:
        if kind.table in image:
            found[kind.table] = _shown_row(kind, image[kind.table])
        if kind.child is not None and kind.children in image:
            found[kind.children] = [_shown_row(kind.child, row) for row in image[kind.children]]
    return found


def _shown_row(kind: Kind[Any], row: Row) -> dict[str, Any]:
    values = {name: row[name] for name in kind.names if name in row}
    values["id"] = kind.id(row["id"])
    for name in ("created_at", "changed_at"):
        if name in values:
            moment = moment_of(values[name])
            values[name] = None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return values


class Undo:
    """Takes one batch back, newest change first."""

    def __init__(self, writer: Writer, batch: int) -> None:
        self.writer = writer
        self.connection = writer.connection
        self.batch = batch
        self.undone = 0
        self.skipped: dict[str, None] = {}

    def run(self) -> None:
        """Take back the batch's changes and removals, then what it inserted."""
        for page in self._details():
            for (table, shape), run in groupby(page, self._sort):
                kind = next(kind for kind in KINDS if kind.table == table)
                # One row may have been changed twice; it cannot have been removed twice in a row.
                for rows in [[row] for row in run] if shape == (True, True) else [list(run)]:
                    self._take_back(kind, rows)
        for kind in KINDS:
            self._remove_inserted(kind)

    def _details(self) -> Iterator[list[Any]]:
        last = None
        while True:
            query = select(event).where(event.c.batch == self.batch, *([] if last is None else [event.c.id < last]))
            rows = self.connection.execute(query.order_by(event.c.id.desc()).limit(SLICE)).all()
            if not rows:
                return
            yield [row for row in rows if row.before or row.after]
            last = rows[-1].id

    @staticmethod
    def _sort(row: Any) -> tuple[str, tuple[bool, bool]]:
        table = next(kind.table for kind in KINDS if kind.table in (row.before or row.after))
        return table, (row.before is not None, row.after is not None)

    def _take_back(self, kind: Kind[Any], rows: Sequence[Any]) -> None:
        """Take back events of one shape: all changes, all removals, or all restorations."""
        table = TABLES[kind.table]
        numbers = [(row.before or row.after)[kind.table]["id"] for row in rows]
        present = {row["id"]: row for row in rows_of(self.connection, kind, [table.c.id.in_(numbers)])}
        appeared, vanished = [], []
        for number, row in zip(numbers, rows, strict=True):
            left = row.after[kind.table]["revision"] if row.after else None
            if (present[number]["revision"] if number in present else None) != left or not self._free(kind, row.before):
                self.skipped[row.target] = None
                continue
            self.undone += 1
            if row.before is None:
                appeared.append(present[number])
            elif row.after is None:
                vanished.append(row.before)
            else:
                self.writer.rewrite(kind, present[number], row.before, row.after)
        if appeared:
            self.writer.remove_rows(kind, appeared)
        if vanished:
            self.writer.put_back(kind, vanished)

    def _free(self, kind: Kind[Any], before: Row | None) -> bool:
        """Whether a name that must be unique has not been given to somebody else since."""
        if before is None or kind.table != "person":
            return True
        table, row = TABLES["person"], before["person"]
        query = select(table.c.id).where(table.c.name == row["name"], table.c.id != row["id"])
        return self.connection.execute(query).first() is None

    def _remove_inserted(self, kind: Kind[Any]) -> None:
        table = TABLES[kind.table]
        last = 0
        while True:
            query = select(table.c.id).where(table.c.batch == self.batch, table.c.id > last)
            numbers: Sequence[int] = self.connection.scalars(query.order_by(table.c.id).limit(SLICE)).all()
            if not numbers:
                return
            rows = rows_of(self.connection, kind, [table.c.id.in_(numbers)])
            self.skipped.update({kind.id(row["id"]): None for row in rows if row["revision"] != 1})
            unchanged = [row for row in rows if row["revision"] == 1]
            if unchanged:
                self.writer.remove_rows(kind, unchanged)
            self.undone += len(unchanged)
            last = numbers[-1]


def must_exist(connection: Connection, batch: int) -> None:
    """NotFound unless the history knows this batch."""
    if connection.execute(select(event.c.id).where(event.c.batch == batch).limit(1)).first() is None:
        raise NotFound(f"There is no batch {BATCH_PREFIX}-{batch:04d} in the history.")
