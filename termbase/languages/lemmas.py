"""Dictionary forms of words through simplemma, loaded on the first word of a language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer

    from termbase.languages.dictionaries import strategy

    return Lemmatizer(lemmatization_strategy=strategy())


def lemma_forms(
    code: str, also: Callable[[str], tuple[str, ...]] = lambda word: ()
) -> Callable[[str], tuple[str, ...]]:
    """A `forms` function for a language simplemma knows: lemma first, the word itself after it, then `also(word)`."""

    @lru_cache(maxsize=200_000)
    def forms(word: str) -> tuple[str, ...]:
        if word.isdigit():
            return (word,)
        lemma = _lemmatizer().lemmatize(word, lang=code).lower()
        # the dictionary may take a dictionary form for one of another word (Geräts → Gerät → geraten)
        root = _lemmatizer().lemmatize(lemma, lang=code).lower()
        return tuple(dict.fromkeys((lemma, word, root, *also(word))))

    return forms
