"""Telling which language a text is in: by script, and among Latin scripts by function words and marked letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from termbase.languages.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOISE = re.compile(r"https?://\S{1,500}|[^\s@]{1,64}@[^\s@]{1,255}|\{[^{}]{0,80}\}|\[[^\[\]]{0,80}\]|<[^<>]{0,80}>")
_ENOUGH = 5_000
"""Characters from which a language is told."""


def guess(text: str, languages: Sequence[Language]) -> str:
    """The code of the best candidate, or empty when nothing speaks for any."""
    text = _NOISE.sub(" ", text[:_ENOUGH])
    letters = sum(map(str.isalpha, text))
    if not letters:
        return ""
    # letters of one's own are none of ASCII's
    lettered = () if text.isascii() else [lang for lang in languages if lang.letters]
    scripts = {lang.code: len(re.findall(f"[{lang.letters}]", text)) for lang in lettered}
    if scripts.get("ja", 0) and scripts["ja"] + scripts.get("zh", 0) > letters * 0.3 and scripts["ja"] > letters * 0.05:
        return "ja"
    latin = _guess_latin(text.lower().replace("’", "'"), [lang for lang in languages if lang.common])
    for code, count in sorted(scripts.items(), key=lambda item: -item[1]):
        # a Han character or a syllable block says as much as three Latin letters, and names say nothing at all
        if count and (count * 3 > letters - count or (not latin and count >= 4)):
            return code
    return latin


def _guess_latin(text: str, languages: Sequence[Language]) -> str:
    words = Counter(_WORD.findall(text))
    marked = [(word, number) for word, number in words.items() if not word.isascii()]
    scores = {
        lang.code: sum(words[word] for word in words.keys() & lang.common)
        + 1.5 * sum(number for word, number in marked if any(mark in word for mark in lang.marks))
        for lang in languages
    }
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
