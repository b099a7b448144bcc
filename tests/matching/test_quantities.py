"""Figures are the same when they mean the same, whatever the locale."""

from __future__ import annotations

import pytest

from termbase.languages import language
from termbase.matching.quantities import Quantity, quantities


def only(text: str, lang: str) -> Quantity:
    (quantity,) = quantities(text, language(lang))
    return quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("5 pm", "en"), ("17点", "zh")),
        (("5 pm", "en"), ("下午5点", "zh")),
        (("5:30 p.m.", "en"), ("17 h 30", "fr")),
        (("17 Uhr", "de"), ("午後5時", "ja")),
        (("오후 5시", "ko"), ("17:00", "en")),
        (("1,250.00", "en"), ("1.250,00", "de")),
        (("1 250,50", "fr"), ("1,250.5", "en")),
        (("12,000", "en"), ("1.2万", "zh")),
        (("three days", "en"), ("三天", "zh")),
        (("24 hours", "en"), ("一天", "zh")),
        (("十二个月", "zh"), ("12 months", "en")),
        (("6 May", "en"), ("5月6日", "zh")),
        (("May 6", "en"), ("6 мая", "ru")),
        (("6 de mayo", "es"), ("6. Mai", "de")),
        (("03/04", "en"), ("4月3日", "zh")),
        (("TK-5520", "en"), ("tk5520", "zh")),
        (("20%", "en"), ("8折", "zh")),
    ],
)
def test_two_figures_are_equal(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert only(*one).equals(only(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("6 pm", "en"), ("17点", "zh")),
        (("1.250", "de"), ("1.25", "en")),
        (("6 May", "en"), ("5月7日", "zh")),
        (("A1023", "en"), ("A1032", "zh")),
        (("4 days", "en"), ("三天", "zh")),
    ],
)
def test_two_figures_differ(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not only(*one).equals(only(*other))


def test_a_word_is_a_number_only_before_a_unit() -> None:
    assert quantities("One moment, please; no one is here.", language("en")) == []
    assert quantities("一定会处理", language("zh")) == []
