"""How values of the model are spelled in JSON: one table a class, made from its fields, so that none is forgotten."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from termbase import model
from termbase.errors import Invalid, UsageError
from termbase.formats.quick import maker
from termbase.languages import normalize_tag
from termbase.model import Concept, InlineTag, Term, Unit, Variant, implied_status

_LONGEST_TEXT = 1_000_000
_CHILDREN = {"terms", "variants"}
_SPELLED = {"from_lang": "from"}
"""Our field → its key, where they differ."""
_TAGS = {"lang", "from_lang", "source_lang"}


@dataclass(frozen=True)
class Field:
    """One field of the model, the key it has in JSON, and how its value is read and written."""

    name: str
    key: str
    default: Any
    decode: Callable[[Any], Any]
    encode: Callable[[Any], Any]


@dataclass(frozen=True)
class Shape:
    """One class of the model as JSON."""

    of: type
    make: Callable[..., Any]
    fields: tuple[Field, ...]
    by_key: Mapping[str, Field]
    required: tuple[str, ...]


def encode(item: Any, shape: Shape) -> dict[str, Any]:
    """A value as a JSON object without its defaults, children last."""
    values: dict[str, Any] = {}
    for field in shape.fields:
        value = getattr(item, field.name)
        default = field.default
        if field.name == "status":
            default = implied_status(item.reason)
        if value != default:
            values[field.key] = field.encode(value)
    return values


def decode(value: Any, shape: Shape) -> Any:
    """A JSON object as a value; `Invalid` names the key that is wrong and what it may hold."""
    if not isinstance(value, dict):
        raise Invalid(f"A {shape.of.__name__.lower()} is an object {{ … }}, not {_kind(value)}.")
    made: dict[str, Any] = {}
    for key, held in value.items():
        field = shape.by_key.get(key)
        if field is None:
            raise Invalid(f"{_label(value)}Unknown key '{key}'{suggestion(key, shape.by_key)}")
        if held is None:
            continue
        try:
            made[field.name] = decode_field(field, held)
        except Invalid as error:
            raise Invalid(f"{_label(value)}{error}") from None
    for key in shape.required:
        if not made.get(key):
            raise Invalid(f"{_label(value)}'{key}' is missing or empty.")
    if shape.of is Term and "status" not in made:
        made["status"] = implied_status(made.get("reason"))
    return shape.make(**made)


def decode_field(field: Field, value: Any) -> Any:
    """One JSON value as the value of a field; `Invalid` says what it may hold."""
    try:
        return field.decode(value)
    except _WrongError as error:
        raise Invalid(f"'{field.key}' {error}") from None


def suggestion(key: str, known: Iterable[str]) -> str:
    """`; did you mean 'status'?` or the whole list, to follow "Unknown key …"."""
    known = list(known)
    close = difflib.get_close_matches(key, known, n=1)
    return f"; did you mean '{close[0]}'?" if close else f"; known keys: {', '.join(known)}."


class _WrongError(Exception):
    """A value does not fit its field; the text follows the field's name."""


def _label(value: Mapping[str, Any]) -> str:
    name = value.get("id") or value.get("key") or value.get("text")
    lang = value.get("lang")
    words = [part[:60] for part in (lang, name) if isinstance(part, str) and part]
    return f"{' '.join(words)}: " if words else ""


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return kinds.get(type(value), "a number" if value is not None else "null")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongError(f"must be a text in quotes, not {_kind(value)}.")
    if len(value) > _LONGEST_TEXT:
        raise _WrongError(f"is longer than {_LONGEST_TEXT:,} characters; shorten it.")
    return value


def _tag(value: Any) -> str:
    if value == "":
        return ""
    try:
        return normalize_tag(_text(value))
    except UsageError as error:
        raise _WrongError(f"is wrong: {error}") from None


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongError(f"must be true or false, not {_kind(value)}.")
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 63:
        raise _WrongError("must be a whole number from 0.")
    return value


def _time(value: Any) -> datetime:
    try:
        time = datetime.fromisoformat(_text(value))
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _WrongError("must be a time such as 2025-01-31T09:30:00Z.") from None


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _WrongError(f"must be a list of texts [ … ], not {_kind(value)}.")
    return tuple(_text(one) for one in value)


def _mapping(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise _WrongError(f"must be an object of texts {{ … }}, not {_kind(value)}.")
    return {key: _text(one) for key, one in value.items()}


def _definitions(value: Any) -> Mapping[str, str]:
    return {_tag(tag): text for tag, text in _mapping(value).items()}


def _choice(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    def choose(value: Any) -> StrEnum:
        try:
            return kind(_text(value))
        except ValueError:
            raise _WrongError(f"is '{value}'; allowed: {', '.join(kind)}.") from None

    return choose


def _children(shape: Shape) -> Callable[[Any], tuple[Any, ...]]:
    def decode_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _WrongError(f"must be a list [ … ], not {_kind(value)}.")
        made = []
        for number, one in enumerate(value, 1):
            try:
                made.append(decode(one, shape))
            except Invalid as error:
                raise _WrongError(f"no. {number}: {error}") from None
        return tuple(made)

    return decode_all


def _encode_all(values: Iterable[Any], shape: Shape) -> list[dict[str, Any]]:
    return [encode(value, shape) for value in values]


def _same(value: Any) -> Any:
    return value


def _time_text(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
_CODECS: dict[str, _Codec] = {
    "str": (_text, _same),
    "bool": (_flag, _same),
    "int": (_number, _same),
    "datetime": (_time, _time_text),
    "tuple[str, ...]": (_texts, list),
    "Mapping[str, str]": (_mapping, lambda value: dict(sorted(value.items()))),
}


def _shape(of: type, required: tuple[str, ...], children: Mapping[str, Shape] | None = None) -> Shape:
    made = []
    for field in fields(of):
        kind = str(field.type).removesuffix(" | None")
        codec: _Codec
        if children and field.name in children:
            codec = (_children(children[field.name]), partial(_encode_all, shape=children[field.name]))
        elif field.name in _TAGS:
            codec = (_tag, _same)
        elif field.name == "definitions":
            codec = (_definitions, _CODECS[kind][1])
        elif kind in _CODECS:
            codec = _CODECS[kind]
        else:
            codec = (_choice(getattr(model, kind)), str)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        made.append(Field(field.name, _SPELLED.get(field.name, field.name), default, *codec))
    made.sort(key=lambda field: (field.name in _CHILDREN, field.name != "id" or "lang" in required))
    return Shape(of, maker(of), tuple(made), {field.key: field for field in made}, required)


TERM = _shape(Term, ("lang", "text"))
VARIANT = _shape(Variant, ("lang",), {"tags": _shape(InlineTag, ("kind",))})
CONCEPT = _shape(Concept, (), {"terms": TERM})
UNIT = _shape(Unit, (), {"variants": VARIANT})
