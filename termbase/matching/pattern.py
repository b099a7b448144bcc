r"""The notation of terms.

    (a|the)     one of these, each may be several words       [the]      may be there or not
    ~           a short gap: up to three words, or eight characters where words are not divided by blanks
    =word       this very form, not its inflections           \(         the character itself
    <number>    any number                                    <word>     any one word

Every gap, number and word is captured in order; replacements use them as {1}, {2} …
A pattern is expanded into plain sequences, so matching takes linear time whatever a person writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from termbase.errors import Invalid

GAP, NUMBER, WORD, EXACT = "\ue000", "\ue001", "\ue002", "\ue003"
CAPTURES = (GAP, NUMBER, WORD)
LIMIT = 1000
_CLASSES = {"number": NUMBER, "word": WORD}
_CLOSING = {"(": ")", "[": "]"}


@lru_cache(maxsize=20_000)
def expand(pattern: str) -> tuple[str, ...]:
    """All plain sequences a pattern stands for, with blanks collapsed; captures are private-use characters.

    Raises `Invalid` with a sentence that says what is wrong and where.
    """
    parts, at = _sequence(pattern, 0, "")
    assert at == len(pattern)
    found = tuple(dict.fromkeys(" ".join(text.split()) for text in parts))
    for text in found:
        if not text.strip(GAP + NUMBER + WORD + EXACT + " "):
            raise Invalid(f"Pattern '{pattern}' could match without a single word of its own; keep one word required.")
        if text.startswith(GAP) or text.endswith(GAP):
            raise Invalid(f"Pattern '{pattern}' begins or ends with a gap (~); a gap stands between words.")
    return found


def check_pattern(pattern: str) -> None:
    """Raise `Invalid` with a sentence when a pattern cannot be read."""
    expand(pattern)


def plain(text: str) -> str:
    """A term's plain text as a pattern that stands for just itself."""
    return "".join("\\" + char if char in "()[]|~=<>\\" else char for char in text)


def _sequence(pattern: str, at: int, closer: str) -> tuple[list[str], int]:
    """Expansions from `at` to `closer` (or the end), and the place after it."""
    alternatives: list[str] = []
    current = [""]
    opened = at - 1
    while at < len(pattern):
        char = pattern[at]
        if char == closer:
            return alternatives + current, at + 1
        if char == "|":
            if not closer:
                raise Invalid(f"Pattern '{pattern}': the '|' at character {at + 1} stands outside brackets: (a|b).")
            alternatives += current
            current = [""]
            at += 1
            continue
        options, at = _piece(pattern, at)
        current = [left + right for left in current for right in options]
        if len(current) + len(alternatives) > LIMIT:
            raise Invalid(f"Pattern '{pattern}' stands for more than {LIMIT} wordings; split it into several terms.")
    if closer:
        raise Invalid(f"Pattern '{pattern}': the '{pattern[opened]}' at character {opened + 1} is never closed.")
    return current, at


def _piece(pattern: str, at: int) -> tuple[list[str], int]:
    char = pattern[at]
    if char in _CLOSING:
        options, after = _sequence(pattern, at + 1, _CLOSING[char])
        return (options if char == "(" else [*options, ""]), after
    if char in ")]":
        raise Invalid(f"Pattern '{pattern}': the '{char}' at character {at + 1} closes nothing.")
    if char == "\\":
        if at + 1 == len(pattern):
            raise Invalid(f"Pattern '{pattern}' ends with a backslash; write \\\\ for a backslash itself.")
        return [pattern[at + 1]], at + 2
    if char == "~":
        return [f" {GAP} "], at + 1
    if char == "=":
        return [EXACT], at + 1
    if char == "<":
        end = pattern.find(">", at)
        name = pattern[at + 1 : end] if end > 0 else ""
        if name not in _CLASSES:
            known = ", ".join(f"<{n}>" for n in _CLASSES)
            raise Invalid(
                f"Pattern '{pattern}': '{pattern[at : at + 12]}' is unknown; known are {known}. Write \\< for '<'."
            )
        return [f" {_CLASSES[name]} "], end + 1
    return [char], at + 1


def captured(replacement: str, captures: tuple[str, ...]) -> str:
    """A replacement with {1}, {2} … filled from what the pattern captured; other braces stay."""
    for number, text in enumerate(captures, 1):
        replacement = replacement.replace(f"{{{number}}}", text)
    return " ".join(replacement.split()) if captures else replacement


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
