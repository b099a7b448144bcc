"""Checks of style: off unless asked for, and each speaks for itself."""

from __future__ import annotations

import pytest

from termbase.checks import optional, run
from termbase.matching import Glossary
from termbase.model import Draft

LONG = "We sent the the parcel" + " and we sent the parcel" * 8 + " today."


def said(text: str, *also: str, lang: str = "en", template: bool = False) -> list[str]:
    return [f.check for f in run(Draft(text=text, lang=lang, template=template), Glossary(), also=also)]


def test_style_is_off_unless_asked_for() -> None:
    assert said(LONG) == []
    assert said(LONG, "repeated-word") == ["repeated-word"]
    assert optional()[0] == "style"
    assert set(optional()[1:]) == {
        "long-sentence", "missing-closing", "missing-greeting", "odd-punctuation", "repeated-word",
    }  # fmt: skip


def test_a_slip_inside_a_long_sentence_is_told_besides() -> None:
    assert said(LONG, "style") == ["long-sentence", "repeated-word"]


def test_a_template_may_be_a_part_of_a_letter() -> None:
    text = "Your parcel has left. It is in Leeds. It arrives on {date}."
    assert said(text, "style") == ["missing-closing", "missing-greeting", "unfilled-placeholder"]
    assert said(text, "style", template=True) == []


@pytest.mark.parametrize("text", ["Wait... really?!", "At 0..9 it works", "a\n  indented line", "v 1.2.  Then"])
def test_punctuation_on_purpose_is_left_alone(text: str) -> None:
    assert said(text, "odd-punctuation") == []


@pytest.mark.parametrize(
    ("text", "lang", "mended"),
    [
        ("Hello ,we sent it  today!!", "en", "Hello ,we sent it today!"),
        ("Well , yes.", "en", "Well, yes."),
        ("Hi，Anna。", "en", "Hi, Anna."),
        ("您好,请看。。", "zh", "您好，请看。"),
        ("We sent the the parcel.", "en", "We sent the parcel."),
    ],
)
def test_the_cure_of_a_slip_is_the_text_without_it(text: str, lang: str, mended: str) -> None:
    findings = run(Draft(text=text, lang=lang), Glossary(), only=["odd-punctuation", "repeated-word"])
    for finding in reversed(findings):
        text = text[: finding.start] + finding.replacements[0] + text[finding.end :]
    assert text == mended
