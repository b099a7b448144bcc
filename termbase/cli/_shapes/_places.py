"""Lines and columns of a text, as people, browsers and code-scanning services count them."""

from __future__ import annotations

import os
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Place:
    """A position in a text; lines and columns count from 1, offsets from 0."""

    line: int
    column: int
    """In characters."""
    units: int
    """The column in UTF-16 code units, as browsers count."""
    offset: int
    """The offset in UTF-16 code units."""


class Lines:
    """Where the lines of a text begin, so that a place is found without counting from the start."""

    def __init__(self, text: str) -> None:
        self._text = text
        lines = text.split("\n")[:-1]
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._wide = list(accumulate(map(_wide, lines), initial=0))

    def place(self, position: int) -> Place:
        """The place of a code-point offset."""
        line = bisect_right(self._starts, position) - 1
        start = self._starts[line]
        extra = _wide(self._text[start:position])
        column = position - start + 1
        return Place(line + 1, column, column + extra, position + self._wide[line] + extra)


def within(path: str) -> str:
    """A path as services name files: from the working directory when it lies in it, with forward slashes."""
    relative = os.path.relpath(path)
    outside = relative.split(os.sep)[0] == os.pardir
    return (os.path.abspath(path) if outside else relative).replace(os.sep, "/")


def _wide(text: str) -> int:
    """How many characters of a text take two UTF-16 code units."""
    return 0 if text.isascii() else sum(char > "\uffff" for char in text)
