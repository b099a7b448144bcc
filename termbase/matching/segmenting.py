"""Chinese hits that cut words in half (自提 in 各自|提出), told by the segmenter rjieba where it is installed.

A segmenter errs too. A hit is dropped only if it is short and each of its characters belongs to a word that reaches
beyond it, or is a particle; what one word contains whole (退款 in 退款单) is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from termbase.languages import Language

LONGEST = 3
"""Characters of a hit that is looked at; longer ones cut words too seldom."""
_PARTICLES = frozenset("的了您你我他在")
Cuts = Callable[[int, int], bool]


@cache
def is_installed() -> bool:
    """Whether the extra `zh` is there."""
    return find_spec("rjieba") is not None


def cuts_words(text: str, language: Language) -> Cuts | None:
    """A test (start, end) → whether that stretch of the text cuts words; None where nobody can tell."""
    if language.code != "zh" or not is_installed():
        return None
    words: list[tuple[int, int]] = [(0, 0)] * len(text)
    for _, start, end in import_module("rjieba").tokenize(text, "default", False):
        words[start:end] = [(start, end)] * (end - start)

    def cuts(start: int, end: int) -> bool:
        apart = False
        for at in range(start, end):
            first, last = words[at]
            if first < start < last < end or start < first < end < last:
                apart = True
            elif last - first > 1 or text[at] not in _PARTICLES:
                return False
        return apart

    return cuts
