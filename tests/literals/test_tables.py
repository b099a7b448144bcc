"""The tables of renderings can be read, and say each thing once."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from termbase import literals
from termbase.languages import language
from termbase.literals.derivation import shapes
from termbase.literals.glosses import pairs, table
from termbase.matching.folding import fold

TABLES = sorted(pairs())


def test_the_directions_people_write_in_have_a_table() -> None:
    assert {("zh", lang) for lang in ("en", "ja", "ko", "th", "vi")} <= pairs()
    assert {("en", lang) for lang in ("de", "fr", "es", "ru", "zh", "ja", "ko")} <= pairs()
    assert {lang for _, lang in pairs()} <= set(shapes())


@pytest.mark.parametrize(("source", "lang"), TABLES)
def test_a_word_is_said_once_in_a_section_and_once_in_a_row(source: str, lang: str) -> None:
    text = files(literals.__name__).joinpath("data", f"{source}-{lang}.txt").read_text(encoding="utf-8")
    section, said = "", Counter[tuple[str, str]]()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            section = line
        elif line and not line.startswith("#"):
            word, equals, glosses = line.partition(" =")
            assert equals, f"{source}-{lang}, line {number}: no ' =' in {line!r}"
            assert section, f"{source}-{lang}, line {number} stands before any section"
            said[section, word] += 1
            parts = [gloss.strip(" !") for side in glosses.split("|") for gloss in side.split(",")]
            double = [gloss for gloss, count in Counter(filter(None, parts)).items() if count > 1]
            assert not double, f"{source}-{lang}, line {number}: {double} stand twice"
            assert glosses.count("|") <= 1, f"{source}-{lang}, line {number}: one bar a line"
    assert not [word for word, count in said.items() if count > 1]


@pytest.mark.parametrize(("source", "lang"), TABLES)
def test_every_part_can_be_looked_up_as_a_term_is(source: str, lang: str) -> None:
    parts = table(source, lang)
    assert len(parts) > 150
    assert all(fold(word, language(source)).text == word for word in parts)
    assert all(part.glosses or part.small for known in parts.values() for part in known)
