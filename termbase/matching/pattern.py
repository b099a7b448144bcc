r"""The notation of terms.

    (a|the)     one of these, each may be several words       [the]      may be there or not
    ~           a short gap: up to three words, or eight characters where words are not divided by blanks
    =word       this very form, not its inflections           \(         the character itself
    <number>    any number                                    <word>     any one word

Every gap, number and word is captured in order; replacements use them as {1}, {2} …
A pattern is read into a small tree. Languages that divide words match the tree itself, word by word; the others match
its expansions. Neither backtracks, so matching takes linear time whatever a person writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from termbase.errors import Invalid

GAP, NUMBER, WORD, EXACT = "\ue000", "\ue001", "\ue002", "\ue003"
CAPTURES = (GAP, NUMBER, WORD)
LIMIT = 1000
"""Most wordings a pattern may stand for where it has to be expanded."""
_UNDIVIDED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""A letter of a script whose languages do not divide words by blanks."""
_CLASSES = {"number": NUMBER, "word": WORD}
_CLOSING = {"(": ")", "[": "]"}
_DEEPEST = 20
_PLAIN = re.compile(r"[^()\[\]|\\~=<>]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; an empty sequence among them makes the choice optional."""

    options: tuple[Sequence, ...]


Sequence = tuple["str | Choice", ...]
"""Plain text (with private-use characters for captures and exactness) and choices, in order."""


@lru_cache(maxsize=20_000)
def parse(pattern: str) -> Sequence:
    """The tree of a pattern. Raises `Invalid` with a sentence that says what is wrong and where."""
    foreign = re.search(r"[)\]][?*+]|\(\?|\.[*+]", pattern)
    if foreign:
        raise Invalid(
            f"Pattern '{pattern}': '{foreign.group()}' belongs to regular expressions. "
            "Write [x] for a part that may be missing and ~ for a gap."
        )
    options, at = _options(pattern, 0, "", 0)
    assert at == len(pattern)
    tree = options[0]
    if _nullable(tree):
        raise Invalid(f"Pattern '{pattern}' could match without a single word of its own; keep one word required.")
    if "~" in pattern and (_edge(tree, 0) or _edge(tree, -1)):
        raise Invalid(f"Pattern '{pattern}' begins or ends with a gap (~); a gap stands between words.")
    return tree


def branches(tree: Sequence) -> bool:
    """Whether a tree holds a choice at all."""
    return any(isinstance(part, Choice) for part in tree)


@lru_cache(maxsize=20_000)
def expand(pattern: str) -> tuple[str, ...]:
    """All plain sequences a pattern stands for, with blanks collapsed; `Invalid` when there are too many."""
    tree = parse(pattern)
    if count(tree) > LIMIT:
        raise Invalid(f"Pattern '{pattern}' stands for more than {LIMIT} wordings; split it into several terms.")
    return tuple(dict.fromkeys(" ".join(text.split()) for text in _expanded(tree)))


def count(tree: Sequence) -> int:
    """How many plain sequences a tree stands for."""
    total = 1
    for part in tree:
        if isinstance(part, Choice):
            total *= sum(map(count, part.options))
    return total


def glued(pattern: str) -> bool:
    """Whether a bracket touches a letter, as in re(send|fund): such a pattern divides no words where it branches."""
    return re.search(r"\w[(\[]|[)\]]\w|=[(\[]|[)\]][(\[]", pattern) is not None


def _expanded(tree: Sequence) -> Iterator[str]:
    parts = [
        [part] if isinstance(part, str) else [text for option in part.options for text in _expanded(option)]
        for part in tree
    ]
    for combination in product(*parts):
        yield "".join(combination)


def _nullable(tree: Sequence) -> bool:
    """Whether a tree can match without any word of its own."""
    return all(
        any(_nullable(option) for option in part.options)
        if isinstance(part, Choice)
        else not part.strip(GAP + NUMBER + WORD + EXACT + " ")
        for part in tree
    )


def _edge(tree: Sequence, end: int) -> bool:
    """Whether a gap can stand first (end 0) or last (end -1)."""
    for part in tree if end == 0 else reversed(tree):
        if isinstance(part, Choice):
            if any(_edge(option, end) for option in part.options):
                return True
            if all(part.options):
                return False
        elif part.strip(" " + EXACT):
            return part.strip(" " + EXACT)[end] == GAP
    return False


def check_pattern(pattern: str) -> None:
    """Raise `Invalid` with a sentence when a pattern cannot be read, or stands for more than can be expanded."""
    tree = parse(pattern)
    if expanded(pattern) and count(tree) > LIMIT:
        expand(pattern)


def expanded(pattern: str) -> bool:
    """Whether a pattern is matched by its expansions: its script divides no words, or a bracket touches a letter."""
    return glued(pattern) or _UNDIVIDED.search(pattern) is not None


def plain(text: str) -> str:
    """A term's plain text as a pattern that stands for just itself."""
    return "".join("\\" + char if char in "()[]|~=<>\\" else char for char in text)


def _options(pattern: str, at: int, closer: str, depth: int) -> tuple[list[Sequence], int]:
    """The sequences between `at` and `closer` (or the end), and the place after it."""
    if depth > _DEEPEST:
        raise Invalid(f"Pattern '{pattern}' nests brackets more than {_DEEPEST} deep.")
    options: list[Sequence] = []
    parts: list[str | Choice] = []
    opened = at - 1
    while at < len(pattern):
        char = pattern[at]
        if char == closer:
            return [*options, tuple(parts)], at + 1
        if char == "|":
            if not closer:
                raise Invalid(f"Pattern '{pattern}': the '|' at character {at + 1} stands outside brackets: (a|b).")
            options.append(tuple(parts))
            parts = []
            at += 1
        elif char in _CLOSING:
            inner, at = _options(pattern, at + 1, _CLOSING[char], depth + 1)
            parts.append(Choice((*inner, ()) if char == "[" else tuple(inner)))
        else:
            text, at = _text(pattern, at)
            if parts and isinstance(parts[-1], str):
                parts[-1] += text
            else:
                parts.append(text)
    if closer:
        raise Invalid(f"Pattern '{pattern}': the '{pattern[opened]}' at character {opened + 1} is never closed.")
    return [tuple(parts)], at


def _text(pattern: str, at: int) -> tuple[str, int]:
    plain_run = _PLAIN.match(pattern, at)
    if plain_run:
        return plain_run.group(), plain_run.end()
    char = pattern[at]
    if char in ")]":
        raise Invalid(f"Pattern '{pattern}': the '{char}' at character {at + 1} closes nothing.")
    if char == "\\":
        if at + 1 == len(pattern):
            raise Invalid(f"Pattern '{pattern}' ends with a backslash; write \\\\ for a backslash itself.")
        return pattern[at + 1], at + 2
    if char == "~":
        return f" {GAP} ", at + 1
    if char == "=":
        return EXACT, at + 1
    if char == "<":
        end = pattern.find(">", at)
        name = pattern[at + 1 : end] if end > 0 else ""
        if name not in _CLASSES:
            known, found = ", ".join(f"<{n}>" for n in _CLASSES), pattern[at : at + 12]
            raise Invalid(f"Pattern '{pattern}': '{found}' is unknown; known are {known}. Write \\< for '<'.")
        return f" {_CLASSES[name]} ", end + 1
    return char, at + 1


_ELIDED_AND_BLANK = re.compile("\\b((?:[cdjlmnst]|qu)['\u2019]) (?=\\w)", re.IGNORECASE)


def captured(replacement: str, captures: tuple[str, ...]) -> str:
    """A replacement with {1}, {2} … filled from what the pattern captured; other braces stay."""
    for number, text in enumerate(captures, 1):
        replacement = replacement.replace(f"{{{number}}}", text)
    return _ELIDED_AND_BLANK.sub(r"\1", " ".join(replacement.split())) if captures else replacement


def pieces(expansion: str) -> Iterator[str]:
    """The literal stretches and capture marks of an expansion, in order."""
    start = 0
    for at, char in enumerate(expansion):
        if char in CAPTURES:
            if expansion[start:at].strip():
                yield expansion[start:at].strip()
            yield char
            start = at + 1
    if expansion[start:].strip():
        yield expansion[start:].strip()
