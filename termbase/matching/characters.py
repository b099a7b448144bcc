"""The index for languages that do not divide words: an Aho–Corasick automaton over characters.

The automaton finds every occurrence of the first literal stretch of each wording (overlapping: leftmost-longest
automata hide shorter valid terms); what follows it (gaps, numbers, further stretches) is verified in place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick

from termbase.languages import Language
from termbase.matching.folding import fold
from termbase.matching.pattern import EXACT, GAP, NUMBER, WORD, expand, pieces
from termbase.matching.words import Hit

GAP_CHARACTERS = 8
WORD_CHARACTERS = 4
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[零〇一二两三四五六七八九十百千万]+")
_BREAK = re.compile(r"[。！？；!?;\n]")
_THAI_TAIL = re.compile("[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]")
_THAI_LEAD = re.compile("[\u0e40-\u0e44]")
_THAI = re.compile("[\u0e01-\u0e5b]")
_KATAKANA = re.compile("[\u30a1-\u30ff]")
_BLANK = re.compile(r"(?<![a-z0-9]) +| +(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class _Wording:
    """One expansion: number mark before the first stretch, the stretch, then marks and stretches in turn."""

    rule: int
    leading_number: bool
    rest: tuple[str, ...] = field(default=())


class CharacterIndex:
    """Finds wordings in folded text of one unspaced language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._wordings: dict[str, list[_Wording]] = {}
        self._automaton: AhoCorasick | None = None
        self._anchors: list[list[_Wording]] = []

    def add_text(self, text: str, rule: int, *, inflected: bool) -> None:
        """Add a text that stands for itself under a rule's number."""
        self._add_plain(fold(text, self._language).text, rule)

    def add(self, pattern: str, rule: int, *, inflected: bool) -> None:
        """Add a pattern under a rule's number; inflection means nothing here. Raises `Invalid`."""
        for expansion in expand(pattern):
            self._add_plain(fold(expansion, self._language).text, rule)

    def _add_plain(self, text: str, rule: int) -> None:
        parts = [_BLANK.sub("", piece) for piece in pieces(text.replace(EXACT, ""))]
        leading = bool(parts) and parts[0] == NUMBER
        if leading:
            parts = parts[1:]
        if not parts or parts[0] in (GAP, NUMBER, WORD):
            return
        wordings = self._wordings.setdefault(parts[0], [])
        wording = _Wording(rule, leading, tuple(parts[1:]))
        if wording not in wordings[-3:]:
            wordings.append(wording)
        self._automaton = None

    def find(self, text: str) -> list[Hit]:
        """All wordings in a folded text, contained and overlapping ones too."""
        if not self._wordings:
            return []
        if self._automaton is None:
            self._anchors = list(self._wordings.values())
            self._automaton = AhoCorasick(self._wordings)
        hits: list[Hit] = []
        for anchor, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for wording in self._anchors[anchor]:
                hit = self._verify(text, start, end, wording)
                if hit is not None and self._whole(text, hit.start, hit.end):
                    hits.append(hit)
        return hits

    def _verify(self, text: str, start: int, end: int, wording: _Wording) -> Hit | None:
        captures: list[tuple[int, int]] = []
        if wording.leading_number:
            before = re.search(rf"(?:{_NUMBER.pattern})$", text[max(0, start - 12) : start])
            if before is None:
                return None
            captures.append((start - len(before.group()), start))
            start -= len(before.group())
        parts = iter(wording.rest)
        for part in parts:
            if part == NUMBER:
                number = _NUMBER.match(text, end)
                if number is None:
                    return None
                captures.append(number.span())
                end = number.end()
            elif part in (GAP, WORD):
                stretch = next(parts, None)
                if stretch is None or stretch in (NUMBER, WORD, GAP):
                    return None
                least, most = (0, GAP_CHARACTERS) if part == GAP else (1, WORD_CHARACTERS)
                at = text.find(stretch, end + least, end + most + len(stretch))
                if at < 0 or _BREAK.search(text, end, at):
                    return None
                captures.append((end, at))
                end = at + len(stretch)
            else:
                if not text.startswith(part, end):
                    return None
                end += len(part)
        return Hit(start, end, wording.rule, tuple(captures))

    def _whole(self, text: str, start: int, end: int) -> bool:
        """Whether the hit cuts no Latin word, number, katakana word or Thai syllable in half."""
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        first, last = text[start], text[end - 1]
        if _cuts(before, first) or _cuts(last, after):
            return False
        if (_THAI.match(last) and _THAI_TAIL.match(after)) or (_THAI_LEAD.match(before) and _THAI.match(first)):
            return False
        return not (
            (_KATAKANA.match(before) and _KATAKANA.match(first)) or (_KATAKANA.match(last) and _KATAKANA.match(after))
        )


def _cuts(left: str, right: str) -> bool:
    return (
        left.isascii() and right.isascii() and left.isalnum() and right.isalnum() and left.isdigit() == right.isdigit()
    )
