"""Writing: one writer a transaction; it gives out numbers, guards against overwriting, and notes every change.

A concept or unit is guarded as a whole and row by row: its `revision` rises with every change of itself or of a
child, and a child's `revision` is the number its parent had when the child last changed. So two people may edit
two terms of one concept at once, while two edits of one term meet in a Conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, select, update

from termbase.errors import Conflict, Invalid, NotFound
from termbase.model import Concept, Person, Proposal, Unit
from termbase.model_rules import validate_concept, validate_person, validate_proposal, validate_unit
from termbase.store.engine import insert
from termbase.store.reading import rows_of, sliced
from termbase.store.rows import BATCH_PREFIX, EVENT_PREFIX, Kind, Row, dumps, kind_of, moment_of, seconds
from termbase.store.tables import TABLES

V = TypeVar("V")
BULK_SLICE = 8000
EVENT_COLUMNS = ("id", "at", "who", "action", "batch", "target", "summary", "before", "after")
RULES: Mapping[type, Callable[[Any], None]] = {
    Concept: validate_concept,
    Unit: validate_unit,
    Person: validate_person,
    Proposal: validate_proposal,
}


class Writer:
    """Everything one transaction writes; `finish` writes the event that is the batch."""

    def __init__(self, connection: Connection, *, who: str, at: int) -> None:
        self.connection = connection
        self.who = who
        self.at = at
        counters = TABLES["counter"]
        self._counters: dict[str, int] = {
            row.name: row.value for row in connection.execute(select(counters.c.name, counters.c.value))
        }
        self._before = dict(self._counters)
        self.batch = self.take("batch")
        self._events: list[list[Any]] = []
        self._noted = 0
        self._inserted = 0
        self._last_inserted = ""
        self.tally: dict[tuple[str, str], int] = {}
        """How many of each kind were added, changed, removed, restored."""

    def take(self, name: str, many: int = 1) -> int:
        """The first of `many` fresh numbers; they are never given out again."""
        first = self._counters[name] + 1
        self._counters[name] += many
        return first

    @property
    def batch_id(self) -> str:
        """The batch's id as people see it."""
        return f"{BATCH_PREFIX}-{self.batch:04d}"

    def made(self, id: str) -> bool:
        """Whether this transaction gave this id out."""
        kind = kind_of(id)
        number = None if kind is None else kind.number(id)
        return kind is not None and number is not None and number > self._before[kind.table]

    # adding

    def add(self, kind: Kind[V], value: V) -> V:
        """Insert one value and give it back as it is stored."""
        return self._insert(kind, [value])[0]

    def add_many(self, kind: Kind[V], values: Iterable[V]) -> int:
        """Insert any number of values in slices."""
        return sum(len(self._insert(kind, part)) for part in sliced(values, BULK_SLICE))

    def _insert(self, kind: Kind[V], values: Sequence[V]) -> list[V]:
        if not values:
            return []
        check = RULES[kind.cls]
        for value in values:
            check(value)
        child = kind.child
        lines = []
        child_lines = []
        first = self.take(kind.table, len(values))
        head = (1,) if "revision" in kind.internal else ()
        for number, value in enumerate(values, first):
            line = kind.line(value, (*head, 1, 1, 0, self.batch, *kind.extra(value)))
            self._stamp(kind, line, number, 1)
            lines.append(line)
            if child is not None:
                own = getattr(value, kind.children)
                for child_number, one in enumerate(own, self.take(child.table, len(own))):
                    line = child.line(one, (number, 1, self.batch, *child.extra(one)))
                    self._stamp(child, line, child_number, 1)
                    child_lines.append(line)
        insert(self.connection, kind.table, kind.columns, lines)
        if child is not None:
            insert(self.connection, child.table, child.columns, child_lines)
        self._inserted += len(values)
        self._last_inserted = kind.id(first)
        self._count(kind, "added", len(values))
        return self._as_stored(kind, lines, child_lines) if len(values) == 1 else list(values)

    def _as_stored(self, kind: Kind[V], lines: Sequence[list[Any]], child_lines: Sequence[list[Any]]) -> list[V]:
        value = kind.read(lines[0])
        if kind.child is not None:
            value.__dict__[kind.children] = tuple(map(kind.child.read, child_lines))
        return [value]

    def _stamp(self, kind: Kind[Any], line: list[Any], number: int, revision: int) -> None:
        """Fill in what the store decides. Times and names a file brought along stay."""
        places = kind.places
        line[places["id"]] = number
        if "created_at" in places:
            created, creator = places["created_at"], places["created_by"]
            changed, changer = places["changed_at"], places["changed_by"]
            line[created] = self.at if line[created] is None else seconds(line[created])
            line[creator] = line[creator] or self.who
            line[changed] = line[created] if line[changed] is None else seconds(line[changed])
            line[changer] = line[changer] or line[creator]
        if "revision" in places:
            line[places["revision"]] = revision

    # changing

    def change(self, kind: Kind[V], value: V) -> V:
        """Write what differs from the stored rows; see the module's text for when that is a Conflict."""
        id: str = value.id  # type: ignore[attr-defined]
        root = self._stored(kind, id)
        children = self._children(kind, root["id"])
        plan = Plan(kind, value, root, children, self)
        if not plan.anything:
            return assembled(kind, root, children.values())
        revision = root["last_revision"] + 1
        stamps = {"changed_at": self.at, "changed_by": self.who} if "changed_at" in kind.places else {}
        child = kind.child
        changed_children: list[dict[str, Any]] = []
        added: list[dict[str, Any]] = []
        kept = {number: row for number, row in children.items() if number not in plan.removed}
        if child is not None:
            for number, fields in plan.changed.items():
                row = {**children[number], **fields, **stamps, "revision": revision}
                row |= child.extras(child.read([row[name] for name in child.names]))
                changed_children.append(row)
                kept[number] = row
            for one in plan.added:
                line = child.line(one, (root["id"], revision, self.batch, *child.extra(one)))
                self._stamp(child, line, self.take(child.table), revision)
                added.append({**dict(zip(child.columns, line, strict=True)), **child.json_row(one)})
                kept[added[-1]["id"]] = added[-1]
        new_root = {**root, **plan.fields, **stamps, "revision": revision, "last_revision": revision}
        if plan.fields:
            new_root["fields_revision"] = revision
        result = assembled(kind, new_root, kept.values())
        RULES[kind.cls](result)
        new_root |= kind.extras(result)

        self._update(kind, [new_root])
        if child is not None:
            self._update(child, changed_children)
            self._delete(child, list(plan.removed))
            insert(self.connection, child.table, child.columns, [child.driver(row) for row in added])
        touched = [children[number] for number in (*plan.changed, *plan.removed)]
        self.note(
            "change", kind, root["id"], image(kind, root, touched), image(kind, new_root, changed_children + added)
        )
        return assembled(kind, new_root, kept.values())

    def remove(self, kind: Kind[Any], id: str) -> None:
        """Delete a value with its children; the event keeps them."""
        root = self._stored(kind, id)
        self.remove_rows(kind, [root])

    def remove_rows(self, kind: Kind[Any], roots: Sequence[Row]) -> None:
        """Delete these rows with their children, noting each."""
        numbers = [root["id"] for root in roots]
        children: dict[int, list[dict[str, Any]]] = {}
        child = kind.child
        if child is not None:
            for row in rows_of(self.connection, child, [TABLES[child.table].c[child.parent].in_(numbers)]):
                children.setdefault(row[child.parent], []).append(row)
            self._delete(child, [row["id"] for rows in children.values() for row in rows])
        self._delete(kind, numbers)
        for root in roots:
            self.note("remove", kind, root["id"], image(kind, root, children.get(root["id"], [])), None)

    # taking back

    def put_back(self, kind: Kind[Any], images: Sequence[Row]) -> None:
        """Insert rows as they were before they were removed, children and all."""
        roots = [self._marked(before[kind.table], before[kind.table]["last_revision"]) for before in images]
        insert(self.connection, kind.table, kind.columns, [kind.driver(root) for root in roots])
        if kind.child is not None:
            lines = [kind.child.driver(row) for before in images for row in before[kind.children]]
            insert(self.connection, kind.child.table, kind.child.columns, lines)
        for root, before in zip(roots, images, strict=True):
            self.note("restore", kind, root["id"], None, image(kind, root, before.get(kind.children, [])))

    def rewrite(self, kind: Kind[Any], present: Row, before: Row, after: Row) -> None:
        """Give rows the content they had before a change; children it added go, those it removed return."""
        root = self._marked(before[kind.table], present["last_revision"])
        self._update(kind, [root])
        child = kind.child
        past = {row["id"]: row for row in before.get(kind.children, [])}
        left = {row["id"]: row for row in after.get(kind.children, [])}
        if child is not None:
            self._delete(child, [number for number in left if number not in past])
            self._update(child, [row for number, row in past.items() if number in left])
            lines = [child.driver(row) for number, row in past.items() if number not in left]
            insert(self.connection, child.table, child.columns, lines)
        self.note(
            "change", kind, root["id"], image(kind, present, [*left.values()]), image(kind, root, [*past.values()])
        )

    def _marked(self, root: Row, last_revision: int) -> dict[str, Any]:
        """A root row as it was, with the marks that keep revisions from before the undo from being trusted."""
        return {**root, "last_revision": last_revision + 1, "undo_revision": last_revision + 1}

    def _stored(self, kind: Kind[Any], id: str) -> dict[str, Any]:
        number = kind.number(id)
        found = [] if number is None else rows_of(self.connection, kind, [TABLES[kind.table].c.id == number])
        if not found:
            if (gone := self._removal(id)) is not None:
                raise Conflict(f"{id} was removed by {gone[0]} on {day(gone[1])}.")
            raise NotFound(f"There is no {kind.table} {id}.")
        return found[0]

    def _children(self, kind: Kind[Any], number: int) -> dict[int, dict[str, Any]]:
        child = kind.child
        if child is None:
            return {}
        rows = rows_of(self.connection, child, [TABLES[child.table].c[child.parent] == number])
        return {row["id"]: row for row in rows}

    def _removal(self, target: str) -> tuple[str, int] | None:
        events = TABLES["event"]
        query = select(events.c.who, events.c.at).where(events.c.target == target).order_by(events.c.id.desc())
        found = self.connection.execute(query.limit(1)).first()
        return None if found is None else (found[0], found[1])

    def past(self, kind: Kind[Any], target: str, since: int) -> dict[tuple[str, int, int], Row]:
        """Rows of a target as they were before the changes after a revision, by table, number and revision."""
        events = TABLES["event"]
        found: dict[tuple[str, int, int], Row] = {}
        query = select(events.c.before).where(events.c.target == target).order_by(events.c.id.desc())
        for (before,) in self.connection.execute(query):
            if not before:
                continue
            root = before[kind.table]
            found[kind.table, root["id"], root["revision"]] = root
            if kind.child is not None:
                for row in before[kind.children]:
                    found[kind.child.table, row["id"], row["revision"]] = row
            if root["revision"] <= since:
                break
        return found

    def conflict(self, kind: Kind[Any], row: Row | None, id: str, root: Row) -> Conflict:
        """Who was quicker, with what and when."""
        source = root if row is None or "changed_by" not in row else row
        said = f' ("{row["lang"]} {row["text"]}")' if row is not None and "lang" in row and "text" in row else ""
        if "changed_by" not in source:
            return Conflict(f"{id} was changed by somebody else meanwhile; read it again and repeat the change.")
        verb = "changed" if row is not None else "changed or removed"
        return Conflict(
            f"{id}{said} was {verb} by {source['changed_by']} on {day(source['changed_at'])} after you read it; "
            "read it again and repeat the change."
        )

    # rows

    def _update(self, kind: Kind[Any], rows: Sequence[Row]) -> None:
        if not rows:
            return
        table = TABLES[kind.table]
        names = [name for name in kind.columns if name != "id"]
        values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
        statement = update(table).where(table.c.id == bindparam("row_id")).values(values)
        for row in rows:
            self.connection.execute(statement, {"row_id": row["id"], **{f"new_{name}": row[name] for name in names}})

    def _delete(self, kind: Kind[Any], numbers: Sequence[int]) -> None:
        table = TABLES[kind.table]
        for part in sliced(numbers):
            self.connection.execute(delete(table).where(table.c.id.in_(part)))

    # events

    def note(
        self, action: str, kind: Kind[Any], number: int, before: Row | None, after: Row | None, summary: str = ""
    ) -> None:
        """Remember a change for the history."""
        self._noted += 1
        past = {"change": "changed", "remove": "removed", "restore": "restored"}[action]
        self._count(kind, past, 1)
        self._event(action, kind.id(number), summary, before, after)

    def _event(self, action: str, target: str, summary: str, before: Row | None, after: Row | None) -> None:
        texts = [None if image is None else dumps(image) for image in (before, after)]
        self._events.append([0, self.at, self.who, action, self.batch, target, summary, *texts])
        if len(self._events) >= BULK_SLICE:
            self._flush()

    def _flush(self) -> None:
        first = self.take("event", len(self._events))
        for number, line in enumerate(self._events, first):
            line[0] = number
        insert(self.connection, "event", EVENT_COLUMNS, self._events)
        self._events = []

    def _count(self, kind: Kind[Any], what: str, many: int) -> None:
        self.tally[kind.table, what] = self.tally.get((kind.table, what), 0) + many

    def finish(self, action: str, summary: str) -> bool:
        """Write the batch's own event and the counters; False when nothing was written at all.

        A batch with one change and nothing else is one event: the change, under the batch's own name.
        """
        if not self._noted and not self._inserted:
            return False
        summary = summary or self.told()
        if self._noted == 1 and not self._inserted and self._events:
            self._events[0][3], self._events[0][6] = action, summary
        else:
            alone = self._inserted == 1 and not self._noted
            self._event(action, self._last_inserted if alone else "", summary, None, None)
        self._flush()
        self._counters["version"] += 1
        counters = TABLES["counter"]
        for name, value in self._counters.items():
            self.connection.execute(update(counters).where(counters.c.name == name).values(value=value))
        return True

    def told(self) -> str:
        """What was done, in numbers: "3 concepts added, 1 unit removed"."""
        return ", ".join(
            f"{many} {table if many == 1 else {'person': 'people'}.get(table, table + 's')} {what}"
            for (table, what), many in self.tally.items()
        )


class Plan:
    """What has to be written so that the stored rows say what a given value says; raises Conflict.

    A row in which the given value differs from the stored one was changed by the giver, by somebody else since the
    giver read it, or by both. The history knows how it was when it was read, and so tells which.
    """

    def __init__(self, kind: Kind[Any], value: Any, root: Row, stored: Mapping[int, Row], writer: Writer) -> None:
        self._kind, self._value, self._root, self._writer = kind, value, root, writer
        self._past: dict[tuple[str, int, int], Row] | None = None
        self._seen: int = value.revision if hasattr(value, "revision") else root["revision"]
        self._stale = self._seen != root["revision"]
        # A revision from before an undo, or one an undo took back, says nothing about single rows any more.
        self._lost = self._stale and (self._seen > root["revision"] or self._seen <= root["undo_revision"])
        self.fields = self._own_fields()
        self.changed: dict[int, dict[str, Any]] = {}
        self.added: list[Any] = []
        self.removed: list[int] = []
        if kind.child is not None:
            given = self._given(kind.child, stored)
            self.removed = [number for number in stored if number not in given and self._removes(stored[number])]

    def _own_fields(self) -> dict[str, Any]:
        kind, root = self._kind, self._root
        given = kind.row(self._value)
        fields = differing(kind, given, root)
        if fields and self._stale and (self._lost or root["fields_revision"] > self._seen):
            if not self._untouched(kind, given, root["id"], self._seen):
                raise self._writer.conflict(kind, root, self._value.id, root)
            return {}
        return fields

    def _given(self, child: Kind[Any], stored: Mapping[int, Row]) -> set[int]:
        """Sort the given children into added and changed ones; the numbers of those that have an id."""
        given: set[int] = set()
        for one in getattr(self._value, self._kind.children):
            if not one.id:
                self.added.append(one)
                continue
            number = child.number(one.id)
            if number is None or number in given:
                raise Invalid(f"{one.id} is given twice in {self._value.id}, or is no id of a {child.table}.")
            given.add(number)
            row, values = stored.get(number), child.row(one)
            fields = differing(child, values, row) if row is not None else values
            if row is not None and one.revision == row["revision"]:
                if fields:
                    self.changed[number] = fields
            elif fields and not self._untouched(child, values, number, one.revision):
                raise self._writer.conflict(child, row, one.id, self._root)
        return given

    def _removes(self, row: Row) -> bool:
        """Whether the giver removed a stored child, rather than never having seen it."""
        child = self._kind.child
        assert child is not None
        if self._stale and not self._lost and row["since"] > self._seen:
            return False
        if self._stale and (self._lost or row["revision"] > self._seen):
            raise self._writer.conflict(child, row, child.id(row["id"]), self._root)
        return True

    def _untouched(self, kind: Kind[Any], given: Row, number: int, revision: int) -> bool:
        """Whether a row is given just as it was when it was read."""
        if self._lost:
            return False
        if self._past is None:
            self._past = self._writer.past(self._kind, self._value.id, self._seen)
        was = self._past.get((kind.table, number, revision))
        return was is not None and not differing(kind, given, was)

    @property
    def anything(self) -> bool:
        """Whether there is something to write."""
        return bool(self.fields or self.changed or self.removed or self.added)


def differing(kind: Kind[Any], given: Row, stored: Row) -> dict[str, Any]:
    """The fields people edit in which two rows differ, with the given values."""
    return {name: given[name] for name in kind.own if given[name] != stored[name]}


def assembled(kind: Kind[V], root: Row, children: Iterable[Row]) -> V:
    """The value of a root row and its children's rows, in id order."""
    value = kind.read([root[name] for name in kind.names])
    if (child := kind.child) is not None:
        rows = sorted(children, key=lambda row: row["id"])
        value.__dict__[kind.children] = tuple(child.read([row[name] for name in child.names]) for row in rows)
    return value


def image(kind: Kind[Any], root: Row, children: Sequence[Row]) -> dict[str, Any]:
    """Rows as an event keeps them: {"concept": {…}, "terms": […]}."""
    found: dict[str, Any] = {kind.table: dict(root)}
    if kind.children:
        found[kind.children] = [dict(row) for row in children]
    return found


def day(stamp: int | None) -> str:
    """A time as a message names it."""
    moment = moment_of(stamp)
    return "an unknown day" if moment is None else f"{moment:%Y-%m-%d %H:%M} UTC"


def event_id(number: int) -> str:
    """The id people see for an event."""
    return f"{EVENT_PREFIX}-{number:04d}"
