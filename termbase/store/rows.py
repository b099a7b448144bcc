"""How a value becomes a row and a row becomes a value, column by column.

A `Kind` knows one dataclass of the model and its columns; times are seconds since 1970, enumerations their
value, tuples and mappings JSON. Uses the standard library only, because the quick snapshot reads with it too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from termbase.model import (
    NOTHING,
    Concept,
    Gender,
    InlineTag,
    PartOfSpeech,
    Person,
    Position,
    Proposal,
    Reason,
    Role,
    Severity,
    State,
    Status,
    Term,
    TermType,
    Unit,
    Variant,
    When,
)

V = TypeVar("V")
Row = Mapping[str, Any]
"""A row as plain JSON-able values by column name."""

dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class Codec:
    """The two ways through one column."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    json: bool = False


def seconds(moment: datetime | None) -> int | None:
    """Whole seconds since 1970; a time without a zone is taken as UTC."""
    if moment is None:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def moment_of(stamp: int | None) -> datetime | None:
    """The aware UTC time of a stored number."""
    return None if stamp is None else datetime.fromtimestamp(stamp, UTC)


def _parsed(value: Any) -> Any:
    """JSON that came as text (plain sqlite3) or already parsed (SQLAlchemy, psycopg)."""
    if not isinstance(value, str):
        return value
    return None if value in ("[]", "{}") else json.loads(value)


def _words(value: Any) -> tuple[str, ...]:
    found = _parsed(value)
    return tuple(found) if found else ()


def _mapping(value: Any) -> Mapping[str, str]:
    found = _parsed(value)
    return MappingProxyType(found) if found else NOTHING


def _inline_tags(value: Any) -> tuple[InlineTag, ...]:
    return tuple(map(_inline_tag, _parsed(value) or ()))


def _inline(tag: InlineTag) -> dict[str, Any]:
    values: dict[str, Any] = {"position": tag.position, "kind": tag.kind}
    if tag.id:
        values["id"] = tag.id
    if tag.payload:
        values["payload"] = tag.payload
    if tag.props:
        values["props"] = dict(tag.props)
    return values


def _inline_tag(values: Mapping[str, Any]) -> InlineTag:
    return InlineTag(**{**values, "props": _mapping(values.get("props"))})


def _choice(values: type[StrEnum]) -> Codec:
    return Codec(str.__str__, {member.value: member for member in values}.__getitem__)


def _maybe(values: type[StrEnum]) -> Codec:
    by_value: dict[str | None, StrEnum | None] = {None: None, **{member.value: member for member in values}}
    return Codec(lambda member: None if member is None else str.__str__(member), by_value.__getitem__)


TIME = Codec(seconds, moment_of)
FLAG = Codec(bool, bool)
WORDS = Codec(list, _words, json=True)
MAPPING = Codec(dict, _mapping, json=True)
INLINE = Codec(lambda tags: [_inline(tag) for tag in tags], _inline_tags, json=True)

TIMES = {"created_at": TIME, "changed_at": TIME}
LOCKS = ("last_revision", "fields_revision", "undo_revision", "batch")
"""Columns of every root row that no value carries.

`last_revision` is the highest revision the row ever had, so that a revision taken back by an undo is not given
out a second time; `fields_revision` is the one at which the row's own fields last changed (its revision also
rises with its children's); `undo_revision` marks where the last undo happened; `batch` inserted it.
"""
STAMPS = ("id", "created_at", "created_by", "changed_at", "changed_by", "revision")


@dataclass(frozen=True)
class Kind(Generic[V]):
    """A dataclass of the model and the table that keeps it."""

    cls: type[V]
    table: str
    prefix: str
    codecs: Mapping[str, Codec]
    internal: tuple[str, ...]
    child: Kind[Any] | None = None
    children: str = ""
    """The field that holds the children, as `terms`."""
    parent: str = ""
    """On a child: the column that names its parent."""
    extra: Callable[[Any], tuple[Any, ...]] = field(default=lambda value: ())
    """Derived columns, the last ones of `internal`: folded text, identity."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The model's own fields, in order."""
        return tuple(f.name for f in fields(self.cls) if f.name != self.children)  # type: ignore[arg-type]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every column: the model's fields, then the store's own."""
        return self.names + self.internal

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The fields people edit: all but id, revision and who-and-when."""
        return tuple(name for name in self.names if name not in STAMPS)

    @cached_property
    def json_columns(self) -> frozenset[str]:
        """Columns whose value travels as JSON text."""
        return frozenset(name for name, codec in self.codecs.items() if codec.json)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each of the model's fields stands in a row."""
        return {name: index for index, name in enumerate(self.names)}

    @cached_property
    def _get(self) -> Callable[[V], tuple[Any, ...]]:
        return attrgetter(*self.names)

    @cached_property
    def _decoders(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        return tuple((name, codec.decode) for name, codec in self.codecs.items())

    @cached_property
    def _encoders(self) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
        return tuple(
            (self.names.index(name), codec.encode)
            for name, codec in self.codecs.items()
            if not codec.json and codec is not TIME
        )

    @cached_property
    def _json_encoders(self) -> tuple[tuple[int, Callable[[Any], Any], str], ...]:
        return tuple(
            (self.names.index(name), codec.encode, dumps(codec.encode(())))
            for name, codec in self.codecs.items()
            if codec.json
        )

    def id(self, number: int) -> str:
        """The id people see for a row number: c-0012."""
        return f"{self.prefix}-{number:04d}"

    def number(self, id: str) -> int | None:
        """The row number of an id, or None when it is not an id of this kind."""
        found = re.fullmatch(rf"{self.prefix}-(\d{{1,18}})", id, re.ASCII)
        return int(found[1]) if found else None

    def read(self, values: Sequence[Any]) -> V:
        """The value of a row given in the order of `names`; children are left out.

        Fills the frozen instance directly: the dataclass's own constructor costs three times as much, and a
        snapshot makes tens of thousands.
        """
        filled = self.decoded(dict(zip(self.names, values, strict=False)))
        filled["id"] = f"{self.prefix}-{filled['id']:04d}"
        if self.children:
            filled[self.children] = ()
        value = object.__new__(self.cls)
        value.__dict__.update(filled)
        return value

    def decoded(self, columns: dict[str, Any]) -> dict[str, Any]:
        """The columns of a row with each value as the model has it; fills and returns the given mapping."""
        for name, decode in self._decoders:
            columns[name] = decode(columns[name])
        return columns

    def row(self, value: V) -> dict[str, Any]:
        """The model's columns of a value as plain JSON-able values; `id` as a number (0 when not stored)."""
        row = dict(zip(self.names, self._get(value), strict=True))
        for name, codec in self.codecs.items():
            row[name] = codec.encode(row[name])
        row["id"] = self.number(row["id"]) or 0
        return row

    def json_row(self, value: V) -> dict[str, Any]:
        """Only the JSON columns of a value, as Python holds them."""
        return {name: self.codecs[name].encode(getattr(value, name)) for name in self.json_columns}

    def extras(self, value: V) -> dict[str, Any]:
        """The derived columns of a value."""
        found = self.extra(value)
        return dict(zip(self.internal[len(self.internal) - len(found) :], found, strict=True)) if found else {}

    def line(self, value: V, tail: tuple[Any, ...]) -> list[Any]:
        """The columns of a value as the driver takes them, JSON as text; `tail` are the store's own columns.

        The quick way in: `id`, `revision` and times (given as they are) are the caller's to fill.
        """
        values = list(self._get(value))
        for index, encode in self._encoders:
            values[index] = encode(values[index])
        for index, encode, empty in self._json_encoders:
            values[index] = dumps(encode(values[index])) if values[index] else empty
        values.extend(tail)
        return values

    def driver(self, row: Row) -> tuple[Any, ...]:
        """A whole row as the driver takes it, JSON as text."""
        json_columns = self.json_columns
        return tuple(dumps(row[name]) if name in json_columns else row[name] for name in self.columns)


def fold(text: str) -> str:
    """Text for looking up: compatibility forms, case and runs of blanks are made alike; accents stay."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def concept_text(concept: Concept) -> str:
    """What of a concept itself can be searched: definitions and note."""
    return "\n".join(fold(text) for text in (*concept.definitions.values(), concept.note) if text)


def identity(unit: Unit) -> int:
    """The number that says two units without a key are the same: a hash of texts, tags and context."""
    import hashlib  # five milliseconds that a glossary snapshot does not need

    variants = unit.variants
    parts = [unit.context, unit.previous, unit.next]
    parts.extend(sorted(f"{v.lang.lower()}\x1e{'' if v.plural is None else v.plural}\x1e{v.text}" for v in variants))
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


TERM: Kind[Term] = Kind(
    Term,
    "term",
    "t",
    {
        "status": _choice(Status),
        "reason": _maybe(Reason),
        "when": _choice(When),
        "replacements": WORDS,
        "inflected": FLAG,
        "case_sensitive": FLAG,
        "position": _choice(Position),
        "unless": WORDS,
        "severity": _maybe(Severity),
        "enabled": FLAG,
        "bad": WORDS,
        "good": WORDS,
        "part_of_speech": _maybe(PartOfSpeech),
        "gender": _maybe(Gender),
        "type": _maybe(TermType),
        "state": _choice(State),
        **TIMES,
    },
    ("concept_id", "since", "batch", "folded"),
    parent="concept_id",
    extra=lambda term: (fold(term.text),),
)
CONCEPT: Kind[Concept] = Kind(
    Concept,
    "concept",
    "c",
    {"definitions": MAPPING, "translate": FLAG, "tags": WORDS, "props": MAPPING, **TIMES},
    (*LOCKS, "folded"),
    TERM,
    "terms",
    extra=lambda concept: (concept_text(concept),),
)
VARIANT: Kind[Variant] = Kind(
    Variant,
    "variant",
    "v",
    {"tags": INLINE, "state": _choice(State), "props": MAPPING, **TIMES},
    ("unit_id", "since", "batch"),
    parent="unit_id",
)
UNIT: Kind[Unit] = Kind(
    Unit,
    "unit",
    "u",
    {"tags": WORDS, "props": MAPPING, "references": WORDS, **TIMES},
    (*LOCKS, "identity"),
    VARIANT,
    "variants",
    extra=lambda unit: (identity(unit),),
)
PERSON: Kind[Person] = Kind(Person, "person", "p", {"role": _choice(Role)}, ("revision", *LOCKS))
PROPOSAL: Kind[Proposal] = Kind(Proposal, "proposal", "f", {"state": _choice(State), **TIMES}, LOCKS)

KINDS: tuple[Kind[Any], ...] = (CONCEPT, UNIT, PERSON, PROPOSAL)
"""The kinds that stand on their own; terms and variants go with their parents."""
EVENT_PREFIX, BATCH_PREFIX = "e", "b"


def kind_of(id: str) -> Kind[Any] | None:
    """The kind a target's id belongs to."""
    return next((kind for kind in KINDS if kind.number(id) is not None), None)


def parse_number(prefix: str, id: str) -> int | None:
    """The number in an event's or batch's id, or None when it is no such id."""
    head, _, digits = id.partition("-")
    return int(digits) if head == prefix and digits.isascii() and digits.isdigit() else None
