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
from termbase.matching.folding import fold
from termbase.matching.pattern import (
    CAPTURES,
    EXACT,
    GAP,
    NUMBER,
    WORD,
    Choice,
    Sequence,
    branches,
    expand,
    glued,
    parse,
)

GAP_WORDS = 3
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd\u0d02\u0d3e-\u0d4d"
)
_LETTER = rf"(?:[^\W\d_][{_MARKS}]*)"
_SIGNS = r"[+#%&@§,]"
_MARKERS = f"{EXACT}{GAP}{NUMBER}{WORD}"
_JOINED = re.compile(r"\s{0,3}[-'/]?\s{0,3}")
_SENTENCE_BREAK = re.compile(r"[.!?…;。！？；]|\n\s*\n")
_ACRONYM = re.compile(r"(?<![^\W_])[A-Z]{2,6}(?![^\W_])")
"""Has no dictionary form (French ONT is no form of avoir), only a plural in s."""
_NODE = 32
_MOST_KNOWN = 50_000
_Keys = tuple[tuple[int, int], ...]
_TRIE, _TREES = 0, 1
"""The nodes where plain wordings and where patterns with choices begin; their paths never meet."""


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
    """What a word is in folded text: letters (with joins inside), a number, or a sign terms are made of."""
    join = f"(?:[{re.escape(language.joins)}]{_LETTER}+)*" if language.joins else ""
    return re.compile(rf"{_LETTER}+{join}|\d+(?:[.,]\d+)*|{_SIGNS}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording found: folded span, the rule's number, captured spans of the folded text."""

    start: int
    end: int
    rule: int
    captures: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Part:
    """Where a part of a pattern begins and ends among the nodes made for it, and whether it may be left out."""

    first: list[int]
    last: list[int]
    optional: bool


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


class WordIndex:
    """Finds wordings in folded text of one spaced language, in time linear in the text.

    Plain wordings share a trie. A pattern with choices becomes a Glushkov automaton beside it, one node a word,
    so its size is that of the pattern and not of what it stands for.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._tokens = tokenizer(language)
        self._pattern_tokens = re.compile(f"[{_MARKERS}]|{self._tokens.pattern}")
        self._keys: dict[str, int] = {GAP: 0, NUMBER: 1, WORD: 2}
        self._edges: dict[int, int | tuple[int, ...]] = {}
        self._ends: dict[int, list[int]] = {}
        self._gapped: set[int] = set()
        self._nodes = 2
        self._possessive: set[int] = set()
        self._known: dict[str, tuple[_Keys, bool]] = {}

    def add_text(self, text: str, rule: int, *, inflected: bool) -> None:
        """Add a text that stands for itself under a rule's number; one without any word is left out."""
        if "'s" in text.replace("’", "'"):
            self._possessive.add(rule)
        self._add_plain(text, rule, inflected=inflected)

    def add(self, pattern: str, rule: int, *, inflected: bool) -> None:
        """Add a pattern under a rule's number; one without any word is left out. Raises `Invalid`."""
        tree = parse(pattern)
        if "'s" in fold(pattern, self._language).text:
            self._possessive.add(rule)
        if not branches(tree):
            self._add_plain("".join(str(part) for part in tree), rule, inflected=inflected)
        elif glued(pattern):
            for expansion in expand(pattern):
                self._add_plain(expansion, rule, inflected=inflected)
        else:
            self._add_tree(tree, rule, inflected=inflected)

    def _word_keys_of(self, text: str, *, inflected: bool) -> list[int]:
        """Key numbers of the words and marks of a stretch of pattern text."""
        keys, exact = [], False
        acronyms = () if text.islower() else {word.lower() for word in _ACRONYM.findall(text)}
        for token in self._pattern_tokens.findall(fold(text, self._language).text):
            if token == EXACT:
                exact = True
                continue
            if token not in CAPTURES:
                if exact or not inflected:
                    token = "=" + token
                elif token in acronyms:
                    token = "^" + token
                else:
                    token = self._language.forms(token)[0]
                exact = False
            keys.append(self._keys.setdefault(token, len(self._keys)))
        return keys

    def _add_plain(self, text: str, rule: int, *, inflected: bool) -> None:
        node = _TRIE
        keys = self._word_keys_of(text, inflected=inflected)
        self._known.clear()
        if all(key < 3 for key in keys):
            return
        for key in keys:
            edge = node << _NODE | key
            following = self._edges.get(edge)
            if isinstance(following, int):
                node = following
                continue
            new = self._new_node()
            self._edges[edge] = new if following is None else (*following, new)
            if key == 0:
                self._gapped.add(node)
            node = new
        self._end_at(node, rule)

    def _add_tree(self, tree: Sequence, rule: int, *, inflected: bool) -> None:
        keys: dict[int, int] = {}
        self._known.clear()
        part = self._build(tree, keys, inflected=inflected)
        for node in part.first:
            self._connect(_TREES, node, keys[node])
        for node in part.last:
            self._end_at(node, rule)

    def _build(self, tree: Sequence, keys: dict[int, int], *, inflected: bool) -> _Part:
        """Nodes for a sequence, each reached by its key; they are connected in the order of the text."""
        whole = _Part([], [], True)
        for piece in tree:
            if isinstance(piece, Choice):
                options = [self._build(option, keys, inflected=inflected) for option in piece.options]
                self._append(
                    whole,
                    _Part(
                        [node for option in options for node in option.first],
                        [node for option in options for node in option.last],
                        any(option.optional for option in options),
                    ),
                    keys,
                )
            else:
                for key in self._word_keys_of(piece, inflected=inflected):
                    node = self._new_node()
                    keys[node] = key
                    self._append(whole, _Part([node], [node], False), keys)
        return whole

    def _append(self, whole: _Part, part: _Part, keys: dict[int, int]) -> None:
        for left in whole.last:
            for right in part.first:
                self._connect(left, right, keys[right])
        if whole.optional:
            whole.first = whole.first + part.first
        whole.last = whole.last + part.last if part.optional else part.last
        whole.optional = whole.optional and part.optional

    def _connect(self, left: int, right: int, key: int) -> None:
        edge = left << _NODE | key
        present = self._edges.get(edge)
        if present is None:
            self._edges[edge] = right
        else:
            self._edges[edge] = (present, right) if isinstance(present, int) else (*present, right)
        if key == 0:
            self._gapped.add(left)

    def _new_node(self) -> int:
        self._nodes += 1
        return self._nodes - 1

    def _end_at(self, node: int, rule: int) -> None:
        rules = self._ends.setdefault(node, [])
        if rule not in rules:
            rules.append(rule)

    def _after(self, node: int, key: int) -> tuple[int, ...]:
        following = self._edges.get(node << _NODE | key)
        return () if following is None else (following,) if isinstance(following, int) else following

    def words(self, text: str) -> list[Word]:
        """The words of a folded text."""
        return [Word(m.start(), m.end(), m.group()) for m in self._tokens.finditer(text)]

    def find(self, text: str) -> list[Hit]:
        """All wordings in a folded text, contained and overlapping ones too."""
        words = self.words(text)
        if not words or not self._ends:
            return []
        known = self._known
        if len(known) > _MOST_KNOWN:
            known.clear()
        keys, begins = [], []
        for number, word in enumerate(words):
            entry = known.get(word.text)
            if entry is None:
                entry = known[word.text] = self._look_up(word)
            keys.append(entry[0])
            if entry[1]:
                begins.append(number)
        hits: list[Hit] = []
        if begins:
            gaps = self._gaps(text, words)
            for first in begins:
                if not gaps[2][first]:
                    self._walk(first, words, keys, gaps, hits)
        return hits

    def _look_up(self, word: Word) -> tuple[_Keys, bool]:
        """Key numbers of a word, each with the length of the form, and whether any wording begins with one."""
        forms = [(form, len(form)) for form in self._language.forms(word.text)]
        forms += [("=" + word.text, len(word.text)), ("^" + word.text, len(word.text))]
        if word.text.endswith("s"):
            forms.append(("^" + word.text[:-1], len(word.text)))
        if self._language.particles:
            forms += [("^" + form, length) for form, length in forms if form[0] not in "=^"]
        found = [(self._keys[form], length) for form, length in forms if form in self._keys]
        if word.is_number:
            found.append((1, len(word.text)))
        begins = any(
            self._after(root, key) for root in (_TRIE, _TREES) for key in (2, *(number for number, _ in found))
        )
        return tuple(found), begins

    def _gaps(self, text: str, words: list[Word]) -> tuple[list[bool], list[bool], list[bool]]:
        """For each word: may it follow the one before in a term, is it in the same sentence, is it stuck to it."""
        joined, same_sentence, glued = [False], [False], [False]
        for left, right in pairwise(words):
            between = text[left.end : right.start]
            plain = between == " "
            joined.append(plain or _JOINED.fullmatch(between) is not None)
            same_sentence.append(plain or (len(between) < 12 and not _SENTENCE_BREAK.search(between)))
            # "mp" is no word of "mp3", but 일 is one of 3일
            glued.append(not between and _is_latin(text[left.end - 1]) and _is_latin(text[right.start]))
        glued.append(False)
        return joined, same_sentence, glued

    def _walk(
        self,
        first: int,
        words: list[Word],
        keys: list[_Keys],
        gaps: tuple[list[bool], list[bool], list[bool]],
        hits: list[Hit],
    ) -> None:
        joined, same_sentence, glued = gaps
        ends, count = self._ends, len(words)
        found: set[tuple[int, int]] = set()
        seen: set[tuple[int, int]] = set()
        stack: list[tuple[int, int, int, tuple[tuple[int, int], ...]]] = [
            (_TRIE, first, 0, ()),
            (_TREES, first, 0, ()),
        ]
        while stack:
            node, at, length, captures = stack.pop()
            if (node, at) in seen:
                continue
            seen.add((node, at))
            if node in ends and not glued[at]:
                for rule in ends[node]:
                    end = self._end(words[at - 1], length, rule)
                    if (end, rule) not in found:
                        found.add((end, rule))
                        hits.append(Hit(words[first].start, end, rule, captures))
            if at >= count:
                continue
            if node in self._gapped and at > first and same_sentence[at]:
                self._skip(node, at, words, keys, same_sentence, captures, stack)
            if at > first and not joined[at]:
                continue
            span = (words[at].start, words[at].end)
            for number, form_length in keys[at]:
                for following in self._after(node, number):
                    stack.append((following, at + 1, form_length, (*captures, span) if number == 1 else captures))
            for following in self._after(node, 2):
                stack.append((following, at + 1, span[1] - span[0], (*captures, span)))

    def _skip(
        self,
        node: int,
        at: int,
        words: list[Word],
        keys: list[_Keys],
        same_sentence: list[bool],
        captures: tuple[tuple[int, int], ...],
        stack: list[tuple[int, int, int, tuple[tuple[int, int], ...]]],
    ) -> None:
        """Leave out zero to three words and go on behind the gap."""
        for gap in self._after(node, 0):
            for target in range(at, min(at + GAP_WORDS + 1, len(words))):
                if not same_sentence[target]:
                    break
                start = words[at].start
                span = (start, words[target - 1].end if target > at else start)
                for number, form_length in keys[target]:
                    for beyond in self._after(gap, number):
                        stack.append((beyond, target + 1, form_length, (*captures, span)))

    def _end(self, last: Word, length: int, rule: int) -> int:
        """Where a hit ends in its last word: before a particle or a possessive 's that the wording does not hold."""
        if self._language.particles and length < len(last.text):
            return last.start + length
        if last.text.endswith("'s") and rule not in self._possessive and length:
            return last.end - 2
        return last.end
