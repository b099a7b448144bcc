"""Languages: one file each. Everyone else asks the language; nobody compares codes.

A language that has no file works with default behaviour: blanks divide words, words are compared as they stand.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from termbase.languages.language import Language, Numbers
from termbase.languages.tags import closeness, normalize_tag, parents, primary, serves

__all__ = [
    "Language",
    "Numbers",
    "closeness",
    "guess",
    "known",
    "language",
    "normalize_tag",
    "parents",
    "primary",
    "serves",
]

_FRAME = {"language", "tags", "lemmas", "guessing", "verbs", "russian", "german"}


@cache
def _codes() -> frozenset[str]:
    return frozenset(m.name for m in pkgutil.iter_modules(__path__) if len(m.name) in (2, 3) and m.name not in _FRAME)


@cache
def _load(code: str) -> Language:
    if code in _codes():
        found: Language = importlib.import_module(f"{__name__}.{code}").LANGUAGE
        return found
    from translate.lang.data import languages as toolkit  # names of three hundred languages

    name = toolkit[code][0] if code in toolkit else code
    return Language(code=code, name=name, own_name=name)


def language(tag: str) -> Language:
    """The language of a tag, whatever its script or region; default behaviour for one that has no file."""
    return _load(primary(tag))


def known() -> list[Language]:
    """The languages that have a file, by code."""
    return [_load(code) for code in sorted(_codes())]


def guess(text: str) -> str:
    """The tag a text is probably written in; empty when it is too short or mixed to say."""
    from termbase.languages.guessing import guess as guess_among

    return guess_among(text, known())
