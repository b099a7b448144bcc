"""Folding: two texts that differ only in case, width, quotes, dashes, invisible characters or composition fold alike.

Folding one character gives one character wherever possible, so that positions stay; where it cannot (a letter with a
separate accent, a soft hyphen), the folded text carries its way back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from termbase.languages import Language

_ALIKE = {
    **dict.fromkeys("‘’ʼ′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "ー": "ー",
}
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f"
_ACCENTS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f"
_CLUSTER = rf"(?P<dropped>[{_INVISIBLE}])|[\u1100-\u11ff]+|.[{_ACCENTS}]+"
_ODD = re.compile(_CLUSTER, re.DOTALL)
"""What one character for one cannot fold: what is dropped, and what is composed."""
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e01-\u0e5b"
_LOOSE = re.compile(
    rf"(?P<blank>(?<=[{_UNSPACED}])[ \u00a0\u3000]+(?=\w)|(?<=\w)[ \u00a0\u3000]+(?=[{_UNSPACED}]))|{_CLUSTER}",
    re.DOTALL,
)
"""The same, and blanks that mean nothing."""


class _Table(dict[int, str]):
    """Folds one character to one character, computed when first met."""

    def __init__(self, alike: Mapping[str, str]) -> None:
        super().__init__()
        self._alike = alike

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFKC", char)
        folded = (plain if len(plain) == 1 else char).lower()
        folded = _ALIKE.get(folded, folded)
        folded = self._alike.get(folded, folded)
        self[code] = folded if len(folded) == 1 else char
        return self[code]


@cache
def _table(language: Language) -> _Table:
    return _Table(language.alike())


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: the n-th folded character came from `starts[n]`–`ends[n]` of the original."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text for a non-empty span of the folded one, in code points."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str, language: Language) -> Folded:
    """The text as it is compared in this language."""
    if text.isascii() and "`" not in text and (not language.loose_blanks or " " not in text):
        return Folded(text.lower())
    table = _table(language)
    odd = _LOOSE if language.loose_blanks else _ODD
    if not odd.search(text):
        return Folded(text.translate(table))
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in odd.finditer(text):
        start, end = match.span()
        folded.append(text[at:start].translate(table))
        starts += range(at, start)
        ends += range(at + 1, start + 1)
        at = end
        if match.lastgroup:
            continue
        wide = "\uff65" < text[start] < "\uffa0"
        composed = unicodedata.normalize("NFKC" if wide else "NFC", match.group()).translate(table)
        folded.append(composed)
        starts += [start] * len(composed)
        ends += [end] * len(composed)
    folded.append(text[at:].translate(table))
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return Folded("".join(folded), starts, ends)
