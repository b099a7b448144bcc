"""What in a text is for programs: variables, tags, web and mail addresses.

Each has a key under which it is the same in any language: {name} and { name }, %s and %1$s, <BR/> and <br>, a web
address with and without www. Tests compare the keys with what the translate toolkit's checks say, which tell no places
and take quadratic time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.matching.marks import Marks
from termbase.matching.quick import compiled

VARIABLE, TAG, URL, EMAIL = "variable", "tag", "url", "email"

_URL = compiled(r"(?:https?://|ftp://|www\.)[!#-&(-;=?-_a-z~]{3,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)*_]"
_EMAIL = compiled(r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_CHOICE = compiled(r"\{\s{0,9}[\w.]{1,40}\s{0,9},\s{0,9}(?:plural|select|selectordinal)\s{0,9},")
_BRACES = compiled(
    r"\{\{[^{}\n]{1,60}\}\}|[$%#]\{[^{}\n]{1,60}\}|(?<!\\)\{\s?(?:[\w$@#.][^{}\n\"';|,=()]{0,39}|\d{1,2},[^{}\n]{1,30})?\}"
    r"|%%[A-Za-z_]{2,30}%%|(?<![\w%])%[A-Za-z_]{3,30}%(?![\w%])"
)
_PRINTF = compiled(
    r"(?<!%)(?:(?:%%){1,9}|(?<!\d)(?=%))(?P<written>%(?![1-9][xXoegcp])(?:\((?P<name>[\w.-]{1,40})\)|(?P<order>\d{1,2})\$)?[-+#0]{0,3}\d{0,3}(?:\.\d{1,3})?(?:hh?|ll?|[Ljzt])?"
    r"(?P<type>[sdiuf@]|[FxXoeEgGcp](?![A-Za-z]))|%(?P<qt>L?\d{1,2}(?![\d$])|n(?![A-Za-z])))"
)
_TAG = compiled(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:_.-]{0,40}|\d{1,3})(?P<attributes>(?:\s+[^\s<>=\"'/]{1,60}\s?=\s?(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'|[^\s<>\"']{1,200})){0,12})"
    r"\s{0,9}(?P<empty>/?)>"
)
_HTML = frozenset(
    "a abbr b big blockquote br button center code del div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd label li link "
    "mark ol p pre q s samp small span strike strong sub sup table tbody td th thead tr tt u ul var".split()
)
_OPTIONAL = frozenset({"/p", "/li", "/br", "/tr", "/td", "/th", "/hr", "/img"})
"""Ends of elements that need not be written."""


class Piece(NamedTuple):
    """A stretch of a text that is for programs."""

    kind: str
    key: str
    start: int
    end: int
    text: str


def pieces(text: str) -> list[Piece]:
    """The variables, tags and addresses of a text in order; a variable within an address is part of that."""
    taken = Marks(len(text))
    found = []
    for piece in (*_choices(text), *_tags(text), *_addresses(text), *_variables(text)):
        if not taken.touches(piece.start, piece.end):
            if piece.kind != TAG:  # what stands in a tag counts by itself
                taken.mark(piece.start, piece.end)
            found.append(piece)
    return sorted(found, key=lambda piece: piece.start)


def _addresses(text: str) -> Iterator[Piece]:
    for match in _URL.finditer(text):
        written = match.group().rstrip(_TRAILING)
        key = re.sub(r"^(?:\w+://)?(?:www\.)?", "", written.lower().replace("&amp;", "&")).rstrip("/")
        if "." in key or "{" in key or "%" in key:
            yield Piece(URL, key, match.start(), match.start() + len(written), written)
    for match in _EMAIL.finditer(text):
        yield Piece(EMAIL, match.group().lower(), *match.span(), match.group())


def _choices(text: str) -> Iterator[Piece]:
    """Choices among wordings ({count, plural, one {…} other {…}}): one variable, whatever its branches hold."""
    at = 0
    while (match := _CHOICE.search(text, at)) is not None:
        depth, at = 1, match.end()
        while depth and at < len(text):
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        yield Piece(VARIABLE, "".join(match.group().split()), match.start(), at, text[match.start() : at])


def _variables(text: str) -> Iterator[Piece]:
    for match in _BRACES.finditer(text):
        yield Piece(VARIABLE, "".join(match.group().split()), *match.span(), match.group())
    order = 0
    for match in _PRINTF.finditer(text):
        if match["qt"]:
            key = f"%{match['qt']}"
        elif match["name"]:
            key = f"%({match['name']}){match['type']}"
        else:
            order += not match["order"]
            key = f"%{match['order'] or order}${match['type']}"
        yield Piece(VARIABLE, key, *match.span("written"), match["written"])


def _tags(text: str) -> Iterator[Piece]:
    matches = list(_TAG.finditer(text))
    closed = {match["name"].lower() for match in matches if match["close"]}
    for match in matches:
        name = match["name"].lower()
        key = match["close"] + name
        if key not in _OPTIONAL and (match["attributes"] or match["empty"] or name in _HTML or name in closed):
            yield Piece(TAG, key, *match.span(), match.group())
