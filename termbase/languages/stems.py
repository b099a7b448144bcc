"""Stems of words through Snowball: what is left when endings are cut, regardless of accents and part of speech.

A stem is shorter and surer than a dictionary form for words no dictionary knows (names, compounds, new loanwords), and
too coarse to accuse anybody: it serves to see that a text does say a term.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache


def without_accents(word: str) -> str:
    """A word without its accents; the letters they stand on stay (é → e, ё → е, but not й → и)."""
    if word.isascii():
        return word
    plain = "".join(c for c in unicodedata.normalize("NFD", word.replace("й", "\0")) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).replace("\0", "й").replace("ß", "ss")


def snowball(name: str) -> Callable[[str], str]:
    """A `stem` function for a language Snowball knows, by its English name in lower case."""

    @lru_cache(maxsize=50_000)
    def stem(word: str) -> str:
        from snowballstemmer import stemmer  # loaded with the first word that asks

        return without_accents(stemmer(name).stemWord(word))

    return stem
