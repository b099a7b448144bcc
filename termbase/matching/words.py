"""The index for languages that divide words by blanks: a trie over dictionary forms.

Each wording is a path of word keys; an inflected word stands under its dictionary form, an exact one under "=form".
A draft's word is tried under every form it may stand for. Edges are kept in one dict of integers
(node and key in one number), which takes a third of the memory of nested dicts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from termbase.languages import Language
from termbase.matching.pattern import EXACT, GAP, NUMBER, WORD

GAP_WORDS = 3
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd\u0d02\u0d3e-\u0d4d"
)
_LETTER = rf"(?:[^\W\d_][{_MARKS}]*)"
_SIGNS = r"[+#%&@§]"
_MARKERS = f"{EXACT}{GAP}{NUMBER}{WORD}"
_JOINED = re.compile(r"\s{0,3}[-'/]?\s{0,3}")
_SENTENCE_BREAK = re.compile(r"[.!?…;。！？；]|\n\s*\n")
_NODE = 32


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its span in the folded text and how it is written there."""

    start: int
    end: int
    text: str

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.text[0].isdigit()


def tokenizer(language: Language) -> re.Pattern[str]:
    """What a word is in folded text: letters (with joins inside), a number, or a sign that terms are made of."""
    join = f"(?:[{re.escape(language.joins)}]{_LETTER}+)*" if language.joins else ""
    return re.compile(rf"{_LETTER}+{join}|\d+(?:[.,]\d+)*|{_SIGNS}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording found: folded span, the rule's number, captured spans of the folded text."""

    start: int
    end: int
    rule: int
    captures: tuple[tuple[int, int], ...]


class WordIndex:
    """Finds wordings in folded text of one spaced language, in time linear in the text."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._tokens = tokenizer(language)
        self._pattern_tokens = re.compile(f"[{_MARKERS}]|{self._tokens.pattern}")
        self._keys: dict[str, int] = {GAP: 0, NUMBER: 1, WORD: 2}
        self._edges: dict[int, int] = {}
        self._ends: dict[int, list[int]] = {}
        self._gapped: set[int] = set()
        self._nodes = 1
        self._possessive: set[int] = set()

    def add(self, expansion: str, rule: int, *, inflected: bool) -> None:
        """Add one plain wording (folded) under a rule's number; one without any word is left out."""
        node, exact, any_word = 0, False, False
        for token in self._pattern_tokens.findall(expansion):
            if token == EXACT:
                exact = True
                continue
            if token in (GAP, NUMBER, WORD):
                key = token
            else:
                any_word = True
                key = self._language.forms(token)[0] if inflected and not exact else "=" + token
                exact = False
            number = self._keys.setdefault(key, len(self._keys))
            edge = node << _NODE | number
            following = self._edges.get(edge)
            if following is None:
                following = self._edges[edge] = self._nodes
                self._nodes += 1
            if number == 0:
                self._gapped.add(node)
            node = following
        if not any_word:
            return
        if "'s" in expansion:
            self._possessive.add(rule)
        rules = self._ends.setdefault(node, [])
        if rule not in rules:
            rules.append(rule)

    def words(self, text: str) -> list[Word]:
        """The words of a folded text."""
        return [Word(m.start(), m.end(), m.group()) for m in self._tokens.finditer(text)]

    def find(self, text: str) -> list[Hit]:
        """All wordings in a folded text, contained and overlapping ones too."""
        words = self.words(text)
        if not words or not self._ends:
            return []
        keys = [self._word_keys(word) for word in words]
        joined, same_sentence, glued = self._gaps(text, words)
        hits: list[Hit] = []
        roots = self._edges
        for first in range(len(words)):
            if glued[first]:
                continue
            if not any(number in roots for number, _ in keys[first]) and 2 not in roots:
                continue
            self._walk(first, words, keys, (joined, same_sentence, glued), hits)
        return hits

    def _word_keys(self, word: Word) -> list[tuple[int, int]]:
        """Key numbers of a word with the length of the form, for those that any wording uses."""
        found = []
        for form in self._language.forms(word.text):
            number = self._keys.get(form)
            if number is not None:
                found.append((number, len(form)))
        number = self._keys.get("=" + word.text)
        if number is not None:
            found.append((number, len(word.text)))
        if word.is_number:
            found.append((1, len(word.text)))
        return found

    def _gaps(self, text: str, words: list[Word]) -> tuple[list[bool], list[bool], list[bool]]:
        joined, same_sentence, glued = [False], [False], [False]
        for left, right in pairwise(words):
            between = text[left.end : right.start]
            joined.append(_JOINED.fullmatch(between) is not None)
            same_sentence.append(len(between) < 12 and not _SENTENCE_BREAK.search(between))
            # "mp" is no word of "mp3", but 일 is one of 3일
            glued.append(not between and text[left.end - 1].isascii() and text[right.start].isascii())
        glued.append(False)
        return joined, same_sentence, glued

    def _walk(
        self,
        first: int,
        words: list[Word],
        keys: list[list[tuple[int, int]]],
        gaps: tuple[list[bool], list[bool], list[bool]],
        hits: list[Hit],
    ) -> None:
        joined, same_sentence, glued = gaps
        edges, ends, count = self._edges, self._ends, len(words)
        found: set[tuple[int, int]] = set()
        stack: list[tuple[int, int, int, tuple[tuple[int, int], ...]]] = [(0, first, 0, ())]
        while stack:
            node, at, length, captures = stack.pop()
            if node in ends and not glued[at]:
                for rule in ends[node]:
                    end = self._end(words[at - 1], length, rule)
                    if (end, rule) not in found:
                        found.add((end, rule))
                        hits.append(Hit(words[first].start, end, rule, captures))
            if at >= count or (at > first and not joined[at]):
                if at < count and node in self._gapped and at > first and same_sentence[at]:
                    self._skip(node, at, words, same_sentence, captures, stack)
                continue
            for number, form_length in keys[at]:
                following = edges.get(node << _NODE | number)
                if following is not None:
                    span = ((words[at].start, words[at].end),) if number == 1 else ()
                    stack.append((following, at + 1, form_length, captures + span))
            following = edges.get(node << _NODE | 2)
            if following is not None:
                span = ((words[at].start, words[at].end),)
                stack.append((following, at + 1, len(words[at].text), captures + span))
            if node in self._gapped and at > first:
                self._skip(node, at, words, same_sentence, captures, stack)

    def _skip(
        self,
        node: int,
        at: int,
        words: list[Word],
        same_sentence: list[bool],
        captures: tuple[tuple[int, int], ...],
        stack: list[tuple[int, int, int, tuple[tuple[int, int], ...]]],
    ) -> None:
        """Leave out zero to three words and go on behind the gap edge."""
        following = self._edges[node << _NODE]
        for skipped in range(GAP_WORDS + 1):
            target = at + skipped
            if target >= len(words) or not same_sentence[target]:
                break
            span = (words[at].start, words[target - 1].end) if skipped else (words[at].start, words[at].start)
            for number, form_length in self._word_keys(words[target]):
                beyond = self._edges.get(following << _NODE | number)
                if beyond is not None:
                    stack.append((beyond, target + 1, form_length, (*captures, span)))

    def _end(self, last: Word, length: int, rule: int) -> int:
        """Where a hit ends in its last word: before a particle or a possessive 's that the wording does not hold."""
        if self._language.particles and length < len(last.text):
            return last.start + length
        if last.text.endswith("'s") and rule not in self._possessive and length:
            return last.end - 2
        return last.end
