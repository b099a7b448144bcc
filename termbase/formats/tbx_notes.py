"""Our own fields in TBX: a note of stable `key=value` lines that other tools show as text and we read back.

    termbase
    reason=literal
    from=zh
    replacements=turn on the router
    replacements=switch the router on

Keys are those of termbase JSON; a list repeats its key; a line break in a value is written `\\n`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from termbase.errors import Invalid
from termbase.formats.json_values import CONCEPT, TERM, Shape, decode_field, encode
from termbase.model import Concept, Term

MARK = "termbase"
EQUALS = "\\e"
"""An equals sign in the name of a prop."""
TERM_KEYS = (
    "reason", "from", "when", "replacements", "pattern", "pattern_version", "inflected", "case_sensitive", "position",
    "unless", "severity", "enabled", "bad", "good", "register", "external_id",
)  # fmt: skip
CONCEPT_KEYS = ("external_id", "image", "translate", "tags", "use_instead", "props")


_KEYS = {*TERM_KEYS, *CONCEPT_KEYS}


def term_note(term: Term, *, leave_out: Iterable[str] = ()) -> str:
    """The note for what TBX has no place for on a term; empty when there is nothing."""
    return _note(encode(term, TERM), TERM_KEYS, leave_out)


def concept_note(concept: Concept, *, props: Mapping[str, str], leave_out: Iterable[str] = ()) -> str:
    """The note for what TBX has no place for on a concept, with those of its props; empty when there is nothing."""
    return _note(encode(replace(concept, props=props), CONCEPT), CONCEPT_KEYS, leave_out)


def is_ours(note: str) -> bool:
    """Whether a note holds our lines."""
    lines = [line.strip() for line in note.strip().split("\n", 2)[:2]]
    return len(lines) == 2 and lines[0] == MARK and lines[1].partition("=")[0].partition(".")[0] in _KEYS


def parse_term(note: str) -> tuple[dict[str, Any], list[str]]:
    """Fields of a term, and names of lines that mean nothing."""
    return _parse(note, TERM, TERM_KEYS)


def parse_concept(note: str) -> tuple[dict[str, Any], list[str]]:
    """Fields of a concept, and names of lines that mean nothing."""
    return _parse(note, CONCEPT, CONCEPT_KEYS)


def _note(values: Mapping[str, Any], keys: Iterable[str], leave_out: Iterable[str]) -> str:
    lines = [MARK]
    for key in keys:
        if key not in values or key in leave_out:
            continue
        value = values[key]
        if isinstance(value, dict):
            lines += [f"{key}.{_kept(name).replace('=', EQUALS)}={_kept(held)}" for name, held in value.items()]
        elif isinstance(value, list):
            lines += [f"{key}={_kept(one)}" for one in value]
        elif isinstance(value, bool):
            lines.append(f"{key}={'yes' if value else 'no'}")
        else:
            lines.append(f"{key}={_kept(str(value))}")
    return "\n".join(lines) if len(lines) > 1 else ""


def _parse(note: str, shape: Shape, keys: Iterable[str]) -> tuple[dict[str, Any], list[str]]:
    held: dict[str, Any] = {}
    dropped: list[str] = []
    known = {key: shape.by_key[key] for key in keys}
    for line in note.strip().split("\n")[1:]:
        line = line.strip(" \t\r")
        if not line:
            continue
        name, found, text = line.partition("=")
        key, _, inner = name.partition(".")
        if not found or key not in known:
            dropped.append(f"termbase note line '{name[:40]}'")
            continue
        default, value = known[key].default, _read_back(text)
        if isinstance(default, tuple):
            held.setdefault(key, []).append(value)
        elif isinstance(default, Mapping):
            held.setdefault(key, {})[_read_back(inner)] = value
        elif isinstance(default, bool):
            held[key] = value == "yes"
        elif isinstance(default, int):
            held[key] = int(value) if value.isdecimal() and len(value) < 9 else -1
        else:
            held[key] = value
    made: dict[str, Any] = {}
    for key, value in held.items():
        try:
            made[known[key].name] = decode_field(known[key], value)
        except Invalid as error:
            dropped.append(f"termbase note line: {error}")
    return made, dropped


def _kept(text: str) -> str:
    """A value on one line, with nothing at its edges that a reader would strip."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    if text != text.strip():
        text = text.replace(" ", "\\s")
    return text


_BACK = {"\\": "\\", "n": "\n", "r": "\r", "t": "\t", "e": "=", "s": " "}


def _read_back(text: str) -> str:
    if "\\" not in text:
        return text
    pieces: list[str] = []
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            after = next(letters, "\\")
            pieces.append(_BACK.get(after, f"\\{after}"))
        else:
            pieces.append(letter)
    return "".join(pieces)
