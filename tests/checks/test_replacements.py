"""Replacements fit what they replace: verb form, number, case, article, what follows; and applying them ends."""

from __future__ import annotations

import pytest

from termbase.checks import run
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term

BASE = Glossary(
    [
        Concept(
            terms=(
                Term(
                    lang="en",
                    text="open the router",
                    pattern="(open|start up) (the|your) router",
                    reason=Reason.LITERAL,
                    replacements=("turn on the router",),
                ),
            )
        ),
        Concept(
            terms=(
                Term(
                    lang="en",
                    text="take a record",
                    pattern="take [a] record",
                    reason=Reason.LITERAL,
                    replacements=("make a note",),
                ),
                Term(
                    lang="en",
                    text="=reply you",
                    pattern="reply you",
                    reason=Reason.LITERAL,
                    replacements=("write to you",),
                ),
                Term(lang="en", text="single number", reason=Reason.LITERAL, replacements=("order number",)),
                Term(
                    lang="en",
                    text="photographed the order",
                    pattern="(photographed|photograph) the order",
                    reason=Reason.LITERAL,
                    replacements=("placed the order",),
                ),
                Term(lang="en", text="heat pad", reason=Reason.OTHER, replacements=("thermal gap pad",)),
                Term(lang="de", text="Supportticket", reason=Reason.LITERAL, replacements=("Anfrage",)),
            )
        ),
    ]
)


def mended(text: str, lang: str = "en") -> str:
    """The draft after the first replacement of every finding."""
    findings = run(Draft(text=text, lang=lang), BASE, only=["literal-translation", "outdated-term"])
    for finding in reversed(findings):
        text = text[: finding.start] + finding.replacements[0] + text[finding.end :]
    return text


@pytest.mark.parametrize(
    ("draft", "after"),
    [
        ("Open the router.", "Turn on the router."),
        ("She opened the router.", "She turned on the router."),
        ("After opening your router", "After turning on your router"),
        ("He opens the router", "He turns on the router"),
        ("I took record.", "I made a note."),
        ("I have taken a record.", "I have made a note."),
        ("I replied you.", "I wrote to you."),
        ("We have replied you.", "We have written to you."),
        ("the single numbers", "the order numbers"),
        ("a single number", "an order number"),
        ("You photographed the order", "You placed the order"),
        ("Please photograph the order", "Please place the order"),
        ("After photographing the order", "After placing the order"),
        ("PLEASE OPEN THE ROUTER", "PLEASE TURN ON THE ROUTER"),
        ("the heat pad", "the thermal gap pad"),
    ],
)
def test_a_replacement_takes_the_form_of_what_it_replaces(draft: str, after: str) -> None:
    assert mended(draft) == after
    assert mended(after) == after


def test_a_replacement_never_is_what_it_replaces() -> None:
    term = Term(lang="en", text="sell price", reason=Reason.LITERAL, replacements=("selling price", "price"))
    base = Glossary([Concept(terms=(term,))])
    (finding,) = run(Draft(text="The sell price is 99 yuan.", lang="en"), base, only=["literal-translation"])
    assert finding.replacements == ("selling price", "price")


def test_the_cure_of_an_acronym_is_capitalised_only_where_a_sentence_begins() -> None:
    isp = Concept(terms=(Term(lang="en", text="ISP", reason=Reason.JARGON, replacements=("internet provider",)),))
    draft = Draft(text="ISP faults are rare. Ask your ISP.", lang="en")
    first, second = run(draft, Glossary([isp]), only=["jargon"])
    assert first.replacements == ("Internet provider",)
    assert second.replacements == ("internet provider",)


def test_a_korean_particle_agrees_with_the_replacement() -> None:
    glossary = Glossary(
        [
            Concept(
                terms=(
                    Term(
                        lang="ko",
                        text="리펀드",
                        reason=Reason.LITERAL,
                        replacements=("환불", "정보"),
                    ),
                )
            )
        ]
    )
    (finding,) = run(Draft(text="리펀드는 내일 됩니다.", lang="ko"), glossary, only=["literal-translation"])
    assert finding.text == "리펀드는"
    assert finding.replacements == ("환불은", "정보는")


def test_a_name_in_two_scripts_is_consistent_with_itself() -> None:
    lamp = Concept(terms=(Term(lang="zh", text="指示灯"), Term(lang="zh-Hant", text="指示燈")))
    assert run(Draft(text="指示灯亮了，指示灯灭了。", lang="zh"), Glossary([lamp]), only=["inconsistent-term"]) == []


def test_words_that_stand_there_already_are_not_written_twice() -> None:
    glossary = Glossary(
        [Concept(terms=(Term(lang="en", text="heat gap", reason=Reason.OTHER, replacements=("thermal gap pad",)),))]
    )
    (finding,) = run(Draft(text="the heat gap pad", lang="en"), glossary, only=["outdated-term"])
    assert finding.replacements == ("thermal gap",)
