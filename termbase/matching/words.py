"""The index for languages that divide words by blanks: a trie over dictionary forms.

Each wording is a path of word keys; an inflected word stands under its dictionary form, an exact one under "=form".
A draft's word is tried under every form it may stand for. Edges are kept in one dict of integers
(node and key in one number), which takes a third of the memory of nested dicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

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
_LETTERS = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
_SIGNS = r"[+#%&@§,]"
_MARKERS = f"{EXACT}{GAP}{NUMBER}{WORD}"
_JOINT = re.compile(r"\s{0,3}[-'/]?\s{0,3}")
_SENTENCE_BREAK = re.compile(r"[.!?…;。！？；]|\n\s*\n")
_ACRONYM = re.compile(r"(?<![^\W_])[A-Z]{2,6}(?![^\W_])")
"""Has no dictionary form (French ONT is no form of avoir), only a plural in s."""
_NODE = 32
_OFTEN = 4
"""Words tried in a state before its branches are put together."""
_MOST_WORDS, _MOST_STEPS = 50_000, 100_000
_GAP_KEY, _NUMBER_KEY, _WORD_KEY = 0, 1, 2
_CAPTURED = (_NUMBER_KEY, _WORD_KEY)
_JOINED, _NEAR, _STUCK = 1, 2, 4
"""What lies between two words: nothing that divides a term; no end of a sentence; nothing at all (mp3)."""
_OPENS, _LEADS = 1, 2
"""What goes out of a node: a gap, a word."""
_Places = tuple[tuple[int, int], ...]
_TRIE, _TREES = 0, 1
"""The nodes where plain wordings and where patterns with choices begin; their paths never meet."""


def tokenizer(language: Language) -> re.Pattern[str]:
    """What a word is in folded text: letters (with joins inside), a number, or a sign terms are made of."""
    join = f"(?:[{re.escape(language.joins)}]{_LETTERS})*" if language.joins else ""
    return re.compile(rf"{_LETTERS}{join}|\d+(?:[.,]\d+)*|{_SIGNS}")


class Hit(NamedTuple):
    """A wording found: folded span, the rule's number, captured spans of the folded text."""

    start: int
    end: int
    rule: int
    captures: _Places


@dataclass(slots=True, eq=False)
class _Gap:
    """The gaps that one word opened, and how many words each has left out by now."""

    since: int
    """The word they began at, counted from the first one."""
    plain: tuple[tuple[int, _Places], ...]
    """Nodes of plain wordings."""
    turns: dict[int, list[tuple[int, _Places]]]
    """Where those of patterns with choices lead, by key."""
    skipped: int = 0
    older: _Gap | None = None

    def aged(self) -> _Gap:
        """The same with one word more left out."""
        if self.older is None:
            self.older = _Gap(self.since, self.plain, self.turns, self.skipped + 1)
        return self.older


@dataclass(slots=True, eq=False)
class _State:
    """What has been read of some wordings: where they go on, what ends here, and where a next word leads.

    Captures count words from the first one on, so that a state is the same wherever in a text it is reached.
    """

    paths: tuple[tuple[int, _Places], ...]
    """Nodes of plain wordings, few."""
    branches: tuple[tuple[int, _Places], ...]
    """Nodes of patterns with choices, many behind a word like "the"."""
    skipping: tuple[_Gap, ...]
    """Gaps that are open, of which no two are as old."""
    endings: tuple[tuple[int, int, _Places], ...]
    """Rule, how much of the last word does not belong to it, captures."""
    crosses: int
    """What the next word may be divided by."""
    next: dict[int, _State | None] = field(default_factory=dict)
    tries: int = 0
    turns: dict[int, list[tuple[int, _Places]]] | None = None
    """Where all branches lead, by key; made when many words have been tried."""


@dataclass(slots=True, eq=False)
class _Word:
    """A word of the texts read so far. Words under which the same is found have one number."""

    number: int
    text: str
    keys: tuple[tuple[int, int], ...]
    begun: _State | None = None


class _Memory:
    """What is known of the words read so far; thrown away when it grows too large."""

    def __init__(self) -> None:
        self.known: dict[str, _Word] = {}
        self.kinds: dict[tuple[object, bool], _Word] = {}
        self.gaps: dict[tuple[int, tuple[tuple[int, _Places], ...]], _Gap] = {}
        self.steps = 0

    @property
    def full(self) -> bool:
        return len(self.known) > _MOST_WORDS or self.steps > _MOST_STEPS


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
        """Of plain wordings, and the first ones of patterns."""
        self._turns: dict[int, dict[int, tuple[int, ...]]] = {}
        """Of a node of a pattern: key → nodes."""
        self._ends: dict[int, list[int]] = {}
        self._inner = bytearray(2)
        self._possessive: set[int] = set()
        self._memory = _Memory()

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
        self._memory = _Memory()
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
            self._inner[node] |= _OPENS if key == _GAP_KEY else _LEADS
            node = new
        self._end_at(node, rule)

    def _add_tree(self, tree: Sequence, rule: int, *, inflected: bool) -> None:
        keys: dict[int, int] = {}
        self._memory = _Memory()
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
        if left == _TREES:
            edge = left << _NODE | key
            present = self._edges.get(edge)
            if present is None:
                self._edges[edge] = right
            else:
                self._edges[edge] = (present, right) if isinstance(present, int) else (*present, right)
        else:
            turns = self._turns.setdefault(left, {})
            turns[key] = (*turns.get(key, ()), right)
        self._inner[left] |= _OPENS if key == _GAP_KEY else _LEADS

    def _new_node(self) -> int:
        self._inner.append(0)
        return len(self._inner) - 1

    def _end_at(self, node: int, rule: int) -> None:
        rules = self._ends.setdefault(node, [])
        if rule not in rules:
            rules.append(rule)

    def _after(self, node: int, key: int) -> tuple[int, ...]:
        turns = self._turns.get(node)
        if turns is not None:
            return turns.get(key, ())
        following = self._edges.get(node << _NODE | key)
        return () if following is None else (following,) if isinstance(following, int) else following

    def find(self, text: str) -> list[Hit]:
        """All wordings in a folded text, contained and overlapping ones too."""
        words = self._tokens.findall(text)
        if not words or not self._ends:
            return []
        if self._memory.full:
            self._memory = _Memory()
        memory = self._memory
        known = memory.known
        read = [known.get(word) or self._read(word, memory) for word in words]
        if not any(word.begun for word in read):
            return []
        spans = [match.span() for match in self._tokens.finditer(text)]
        gaps = _gaps(text, spans)
        hits: list[Hit] = []
        last = len(read)
        for first, word in enumerate(read):
            state = word.begun
            if state is None or gaps[first] & _STUCK:
                continue
            at = first + 1
            while True:
                gap = gaps[at]
                if state.endings and not gap & _STUCK:
                    start, end = spans[first][0], spans[at - 1][1]
                    for rule, cut, captures in state.endings:
                        hits.append(Hit(start, end - cut, rule, _places(captures, first, spans) if captures else ()))
                if at == last or not gap & state.crosses:
                    break
                step = read[at].number << 3 | gap
                try:
                    following = state.next[step]
                except KeyError:
                    following = state.next[step] = self._follow(state, at - first, read[at], gap)
                    memory.steps += 1
                if following is None:
                    break
                state, at = following, at + 1
        return hits

    def _read(self, text: str, memory: _Memory) -> _Word:
        """A word met for the first time: its key numbers, each with the length of the form, and what begins with it."""
        forms = [(form, len(form)) for form in self._language.forms(text)]
        forms += [("=" + text, len(text)), ("^" + text, len(text))]
        if text.endswith("s"):
            forms.append(("^" + text[:-1], len(text)))
        if self._language.particles:
            forms += [("^" + form, length) for form, length in forms if form[0] not in "=^"]
        keys = [(self._keys[form], length) for form, length in forms if form in self._keys]
        if text[0].isdigit():
            keys.append((_NUMBER_KEY, len(text)))
        keys.append((_WORD_KEY, len(text)))
        # what is found under a word hangs on its keys, and on what a hit may leave out at its end
        kind = tuple(keys) if self._language.particles else tuple(key for key, _ in keys), text.endswith("'s")
        alike = memory.kinds.get(kind)
        if alike is not None:
            memory.known[text] = word = _Word(alike.number, text, tuple(keys), alike.begun)
            return word
        memory.kinds[kind] = word = _Word(len(memory.kinds), text, tuple(keys))
        arrivals: list[tuple[int, int, _Places]] = [
            (node, length, ((0, 1),) if key in _CAPTURED else ())
            for key, length in keys
            for root in (_TRIE, _TREES)
            for node in self._after(root, key)
        ]
        word.begun = self._state(arrivals, [], 1, word)
        memory.known[text] = word
        return word

    def _follow(self, state: _State, at: int, word: _Word, gap: int) -> _State | None:
        """Where a state comes to with the next word, the `at`-th behind the first; None when nothing goes on so."""
        arrivals: list[tuple[int, int, _Places]] = []
        skipping: list[_Gap] = []
        edges = self._edges
        if gap & _JOINED and state.branches:
            arrivals += self._turned(state, at, word)
        if gap & _JOINED:
            for node, captures in state.paths:
                for key, length in word.keys:
                    found = edges.get(node << _NODE | key)
                    if found is None:
                        continue
                    own = (*captures, (at, at + 1)) if key in _CAPTURED else captures
                    for beyond in (found,) if isinstance(found, int) else found:
                        arrivals.append((beyond, length, own))
        if gap & _NEAR:
            for opened in state.skipping:
                for key, length in word.keys:
                    reached = opened.turns.get(key, ())
                    if opened.plain:
                        reached = [*reached, *self._plainly(opened.plain, key)]
                    for beyond, captures in reached:
                        left_out = (*captures, (opened.since, at))
                        own = (*left_out, (at, at + 1)) if key in _CAPTURED else left_out
                        arrivals.append((beyond, length, own))
                if opened.skipped < GAP_WORDS:
                    skipping.append(opened.aged())
        return self._state(arrivals, skipping, at + 1, word)

    def _plainly(self, nodes: tuple[tuple[int, _Places], ...], key: int) -> Iterator[tuple[int, _Places]]:
        """Where nodes of plain wordings lead with a key."""
        for node, captures in nodes:
            for beyond in self._after(node, key):
                yield beyond, captures

    def _opened(self, nodes: list[tuple[int, _Places]], at: int) -> _Gap:
        """Gaps that open behind a word, with where they lead put together; what opens the same is made once."""
        asked = (at, tuple(nodes))
        known = self._memory.gaps.get(asked)
        if known is not None:
            return known
        turns: dict[int, list[tuple[int, _Places]]] = {}
        for node, captures in nodes:
            for key, following in self._turns.get(node, {}).items():
                turns.setdefault(key, []).extend((beyond, captures) for beyond in following)
        plain = tuple(entry for entry in nodes if entry[0] not in self._turns)
        opened = self._memory.gaps[asked] = _Gap(at, plain, turns)
        return opened

    def _turned(self, state: _State, at: int, word: _Word) -> Iterator[tuple[int, int, _Places]]:
        """Where the branches of a state come to with a word."""
        state.tries += 1
        if state.turns is None and state.tries > _OFTEN:
            state.turns = {}
            for node, captures in state.branches:
                for key, following in self._turns[node].items():
                    state.turns.setdefault(key, []).extend((beyond, captures) for beyond in following)
        if state.turns is not None:
            for key, length in word.keys:
                for beyond, captures in state.turns.get(key, ()):
                    yield beyond, length, (*captures, (at, at + 1)) if key in _CAPTURED else captures
            return
        for node, captures in state.branches:
            turns = self._turns[node]
            for key, length in word.keys:
                for beyond in turns.get(key, ()):
                    yield beyond, length, (*captures, (at, at + 1)) if key in _CAPTURED else captures

    def _state(
        self,
        arrivals: list[tuple[int, int, _Places]],
        skipping: list[_Gap],
        at: int,
        word: _Word,
    ) -> _State | None:
        """The state of having come to some nodes with a word; each node counts once."""
        if not arrivals and not skipping:
            return None
        paths: dict[int, _Places] = {}
        endings: dict[tuple[int, int], _Places] = {}
        opened: list[tuple[int, _Places]] = []
        for node, length, captures in arrivals:
            for rule in self._ends.get(node, ()):
                endings.setdefault((rule, self._cut(word.text, length, rule)), captures)
            if node not in paths:
                paths[node] = captures
                if self._inner[node] & _OPENS:
                    opened.extend((gap, captures) for gap in self._after(node, _GAP_KEY))
        if opened:
            skipping.append(self._opened(opened, at))
        inner = [(node, captures) for node, captures in paths.items() if self._inner[node] & _LEADS]
        return _State(
            tuple(path for path in inner if path[0] not in self._turns),
            tuple(path for path in inner if path[0] in self._turns),
            tuple(skipping),
            tuple((rule, cut, captures) for (rule, cut), captures in endings.items()),
            (_JOINED if inner else 0) | (_NEAR if skipping else 0),
        )

    def _cut(self, text: str, length: int, rule: int) -> int:
        """How much of its last word a hit leaves out: a particle, or a possessive 's that the wording does not hold."""
        if self._language.particles and length < len(text):
            return len(text) - length
        return 2 if text.endswith("'s") and rule not in self._possessive else 0


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """What lies before each word and behind the last, as flags."""
    gaps = [0]
    for (_, end), (start, _) in pairwise(spans):
        if end < start:
            gaps.append(_gap(text[end:start]))
        else:  # "mp" is no word of "mp3", but 일 is one of 3일
            stuck = _is_latin(text[end - 1]) and _is_latin(text[start])
            gaps.append(_JOINED | _NEAR | (_STUCK if stuck else 0))
    gaps.append(0)
    return gaps


@lru_cache(maxsize=1024)
def _gap(between: str) -> int:
    joined = _JOINED if _JOINT.fullmatch(between) else 0
    return joined | (_NEAR if len(between) < 12 and not _SENTENCE_BREAK.search(between) else 0)


def _places(captures: _Places, first: int, spans: list[tuple[int, int]]) -> _Places:
    """Captured words as spans of the text; nothing captured is an empty span."""
    return tuple(
        (spans[first + start][0], spans[first + end - 1][1]) if start < end else (spans[first + start][0],) * 2
        for start, end in captures
    )
