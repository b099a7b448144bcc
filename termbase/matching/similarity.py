"""How close two texts are, and whether what differs between them is dangerous.

The score is a normalised edit distance over folded text (NFKC, case, runs of blanks). 100 means identical to the
character; a text that only folds alike stays at 99. Where a number, a negation or a placeholder differs, two texts
mean different things however many letters they share, so the score is capped and the danger named.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from termbase.languages import Language

IDENTICAL, FOLDS_ALIKE, DANGEROUS = 100, 99, 85
_SHOWN = 8
"""Differences that are listed; more are not read."""
_PLACEHOLDER = re.compile(
    r"\{\{[^{}]*\}\}|\$?\{[^{}]*\}|%(?:\(\w+\))?(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?[sdifgxXu]\b|%%\w+%%|</?[a-zA-Z][^<>]*>|\[\[[^\]]*\]\]"
)
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_MARK = r"[!-/:-@\[-`{-~¡¿«»‐-‧‰-⁞、-〃〈-】]"
_WORD_PIECES = re.compile(rf"{_PLACEHOLDER.pattern}|{_NUMBER.pattern}|(?:(?!{_MARK})\S|(?<=\w)['’-](?=\w))+|\S")
_SIGNS = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a"
_CHARACTER_PIECES = re.compile(rf"{_PLACEHOLDER.pattern}|{_NUMBER.pattern}|[A-Za-z]+|\S[{_SIGNS}]*")


@dataclass(frozen=True)
class Closeness:
    """How close a remembered text is to the one asked for."""

    score: int
    dangers: tuple[str, ...] = ()
    """Kinds of difference that change the meaning: number, negation, placeholder."""
    differences: tuple[str, ...] = ()
    """What the remembered text would have to change, as "12 → 21"."""


def fold(text: str) -> str:
    """The text as it is compared: NFKC, without case, blanks in a row counting as one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def length_window(length: int, floor: int) -> tuple[int, int]:
    """Lengths of folded texts that can still reach `floor` against one of `length`."""
    share = max(floor, 1) / 100
    return int(length * share), int(length / share) + 1


def raw_score(asked: str, found: str, floor: int = 0) -> int:
    """The score of two folded texts before anything is capped; 0 when it is below `floor`."""
    if asked == found:
        return IDENTICAL
    # Rounded half up; the cutoff leaves room for that.
    similarity = Levenshtein.normalized_similarity(asked, found, score_cutoff=max(0.0, (floor - 1) / 100))
    score = int(similarity * 100 + 0.5)
    return score if score >= floor else 0


def compare(asked: str, found: str, language: Language) -> Closeness:
    """How close `found` is to `asked`, both as they were written, in one language."""
    if asked == found:
        return Closeness(IDENTICAL)
    score = min(raw_score(fold(asked), fold(found)), FOLDS_ALIKE)
    dangers = tuple(name for name, differs in _DANGERS.items() if differs(asked, found, language))
    if dangers:
        score = min(score, DANGEROUS)
    return Closeness(score, dangers, _differences(asked, found, language))


def _numbers_differ(asked: str, found: str, _: Language) -> bool:
    return _numbers(asked) != _numbers(found)


def _numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(unicodedata.normalize("NFKC", _PLACEHOLDER.sub(" ", text))))


def _negations_differ(asked: str, found: str, language: Language) -> bool:
    if not language.negations:
        return False
    pattern = re.compile(language.negations)
    return len(pattern.findall(fold(asked))) != len(pattern.findall(fold(found)))


def _placeholders_differ(asked: str, found: str, _: Language) -> bool:
    return Counter(_PLACEHOLDER.findall(asked)) != Counter(_PLACEHOLDER.findall(found))


_DANGERS: dict[str, Callable[[str, str, Language], bool]] = {
    "number": _numbers_differ,
    "negation": _negations_differ,
    "placeholder": _placeholders_differ,
}


def _differences(asked: str, found: str, language: Language) -> tuple[str, ...]:
    """What to change in `found` to get `asked`, in the order of the text."""
    old, new = _tokens(found, language), _tokens(asked, language)
    steps = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    glue = " " if language.spaced else ""
    said = [_step(glue.join(old[a:b]), glue.join(new[c:d])) for kind, a, b, c, d in steps if kind != "equal"]
    if not said:
        return ("blanks only",)
    return (*said[:_SHOWN], f"and {len(said) - _SHOWN} more") if len(said) > _SHOWN else tuple(said)


def _step(old: str, new: str) -> str:
    if old and new:
        return f"{old} → {new}"
    return f"+ {new}" if new else f"− {old}"


def _tokens(text: str, language: Language) -> Sequence[str]:
    """Words where blanks divide them, else characters with the signs that belong to them."""
    return (_WORD_PIECES if language.spaced else _CHARACTER_PIECES).findall(text)
