"""The tables, as SQLModel classes. They stay in this room: everybody else sees the values of `termbase.model`.

What is made in the database is what the migrations say; a test holds the two together. Row numbers are given out
by `counter` and never used twice. What `last_revision`, `fields_revision`, `undo_revision` and `batch` are for
stands in rows.py.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Column, MetaData, Table, Text
from sqlmodel import Field, SQLModel

METADATA = MetaData()


def _json() -> Any:
    return Field(sa_column=Column(JSON(none_as_null=True), nullable=False))


def _maybe_json() -> Any:
    return Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))


def _number(**options: Any) -> Any:
    return Field(sa_type=BigInteger, **options)


class Row(SQLModel):
    """What all tables share: one list of tables of their own."""

    metadata: ClassVar[MetaData] = METADATA


class Stamped(Row):
    """Who made and changed a row, and how often."""

    created_at: int | None = _number(default=None)
    created_by: str
    changed_at: int | None = _number(default=None)
    changed_by: str
    revision: int


class Locked(Row):
    """A row that stands on its own and guards against two people overwriting each other."""

    last_revision: int
    fields_revision: int
    undo_revision: int
    batch: int = Field(index=True)


class MetaRow(Row, table=True):
    """One fact about the store: its id, its schema, the release that wrote it."""

    __tablename__ = "meta"
    name: str = Field(primary_key=True)
    value: str


class CounterRow(Row, table=True):
    """The last number given out of each kind, and the store's version."""

    __tablename__ = "counter"
    name: str = Field(primary_key=True)
    value: int = _number()


class ConceptRow(Stamped, Locked, table=True):
    """A concept; its terms are rows of their own."""

    __tablename__ = "concept"
    id: int = Field(primary_key=True)
    origin: str
    external_id: str
    subject: str
    product: str
    audience: str
    definitions: dict[str, str] = _json()
    note: str
    image: str
    translate: bool
    tags: list[str] = _json()
    use_instead: str
    props: dict[str, str] = _json()
    folded: str


class TermRow(Stamped, table=True):
    """A term of a concept. `since` is the concept's revision that brought it."""

    __tablename__ = "term"
    id: int = Field(primary_key=True)
    concept_id: int = Field(foreign_key="concept.id", index=True)
    lang: str
    text: str
    status: str
    reason: str | None
    from_lang: str
    when: str
    replacements: list[str] = _json()
    pattern: str
    pattern_version: int
    inflected: bool
    case_sensitive: bool
    position: str
    unless: list[str] = _json()
    severity: str | None
    enabled: bool
    bad: list[str] = _json()
    good: list[str] = _json()
    part_of_speech: str | None
    gender: str | None
    type: str | None
    register_: str = Field(sa_column=Column("register", Text, nullable=False))  # the bare name is taken by ABCMeta
    market: str
    note: str
    context: str
    origin: str
    external_id: str
    state: str
    since: int
    batch: int
    folded: str


class UnitRow(Stamped, Locked, table=True):
    """A unit of the memory; its variants are rows of their own."""

    __tablename__ = "unit"
    id: int = Field(primary_key=True)
    origin: str
    key: str
    context: str
    source_lang: str
    previous: str
    next: str
    scenario: str
    stage: str
    subject: str
    product: str
    audience: str
    note: str
    tags: list[str] = _json()
    props: dict[str, str] = _json()
    file: str
    references: list[str] = _json()
    identity: int = _number(index=True)


class VariantRow(Stamped, table=True):
    """One language's text of a unit. `since` is the unit's revision that brought it."""

    __tablename__ = "variant"
    id: int = Field(primary_key=True)
    unit_id: int = Field(foreign_key="unit.id", index=True)
    lang: str
    text: str
    tags: list[dict[str, Any]] = _json()
    plural: int | None
    state: str
    note: str
    props: dict[str, str] = _json()
    use_count: int
    since: int
    batch: int


class PersonRow(Locked, table=True):
    """Somebody who uses termbase."""

    __tablename__ = "person"
    id: int = Field(primary_key=True)
    name: str = Field(unique=True)
    role: str
    ui_lang: str
    revision: int


class ProposalRow(Stamped, Locked, table=True):
    """An agent's flag that waits for a curator."""

    __tablename__ = "proposal"
    id: int = Field(primary_key=True)
    text: str
    lang: str
    better: str
    note: str
    concept: str
    state: str


class VerdictRow(Row, table=True):
    """What became of a rule's findings, by its term's number."""

    __tablename__ = "verdict"
    term_id: int = Field(primary_key=True)
    accepted: int
    dismissed: int
    reported: int
    clean: int
    pinned: bool


class EventRow(Row, table=True):
    """Who changed what, when, in which batch; never changed, never removed."""

    __tablename__ = "event"
    id: int = Field(primary_key=True)
    at: int = _number()
    who: str
    action: str
    batch: int = Field(index=True)
    target: str = Field(index=True)
    summary: str
    before: dict[str, Any] | None = _maybe_json()
    after: dict[str, Any] | None = _maybe_json()


class MigrationRow(Row, table=True):
    """A step of the schema that was taken: which, by which release, when."""

    __tablename__ = "migration"
    number: int = Field(primary_key=True)
    name: str
    release: str
    applied_at: int = _number()


TABLES: dict[str, Table] = dict(METADATA.tables)
"""The tables by name, for queries."""
