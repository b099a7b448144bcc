"""What may be stored, and what is said when something may not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from termbase.errors import Invalid
from termbase.model import (
    Concept,
    InlineTag,
    Person,
    Proposal,
    Reason,
    State,
    Status,
    Term,
    Unit,
    Variant,
)
from termbase.model_rules import (
    LONGEST_TERM,
    LONGEST_TEXT,
    validate_concept,
    validate_person,
    validate_proposal,
    validate_unit,
)

TERM = Term(lang="en", text="router")
HELLO = Variant(lang="en", text="Hello")


def concept(*terms: Term, **fields: Any) -> Concept:
    """A concept of these terms."""
    return Concept(terms=terms, **fields)


GOOD_CONCEPTS = {
    "no terms yet": concept(),
    "one term": concept(TERM),
    "preferred in two regions": concept(TERM, Term(lang="en-GB", text="router")),
    "a proposed second preferred term": concept(TERM, Term(lang="en", text="x", state=State.PROPOSED)),
    "a second preferred term that is off": concept(TERM, Term(lang="en", text="x", enabled=False)),
    "jargon": concept(Term(lang="en", text="CPE", status=Status.ADMITTED, reason=Reason.JARGON)),
    "any script": concept(Term(lang="x-klingon", text="𠮷野家 👨‍👩‍👧 سلام"), definitions={"zh-Hant-TW": "一\n二\t三"}),
    "a text of the longest length": concept(replace(TERM, text="x" * LONGEST_TERM)),
}
BAD_CONCEPTS = {
    "an empty term": (concept(replace(TERM, text=" ")), "is empty"),
    "a term of blanks only": (concept(replace(TERM, text="\u3000")), "is empty"),
    "no tag": (concept(replace(TERM, lang="")), 'language tag ""'),
    "an underline": (concept(replace(TERM, lang="zh_CN")), 'language tag "zh_CN"'),
    "a name for a tag": (concept(replace(TERM, lang="Simplified Chinese")), "language tag"),
    "markup for a tag": (concept(replace(TERM, lang="<b>en</b>")), "language tag"),
    "a tag that goes on": (concept(replace(TERM, lang="en-")), "language tag"),
    "a tag and a line break": (concept(replace(TERM, lang="en\n")), "language tag"),
    "a bad definition tag": (concept(TERM, definitions={"??": "x"}), "definition of the concept"),
    "a bad source tag": (concept(replace(TERM, from_lang="?")), "copied from"),
    "two preferred terms": (concept(TERM, Term(lang="EN", text="gateway")), '"router" and "gateway"'),
    "preferred and literal": (concept(replace(TERM, reason=Reason.LITERAL)), "avoided as literal"),
    "preferred and forbidden": (concept(replace(TERM, reason=Reason.PHRASE)), "avoided as phrase"),
    "preferred and outdated": (concept(replace(TERM, reason=Reason.OUTDATED)), "avoided as outdated"),
    "too long": (concept(replace(TERM, text="x" * (LONGEST_TERM + 1))), "1,001 characters long"),
    "a line break": (concept(replace(TERM, text="a\nb")), "one line"),
    "a control character": (concept(replace(TERM, text="a\x00b")), r"U\+0000 at position 2"),
    "half a character": (concept(replace(TERM, text="a\ud83d")), r"U\+D83D"),
    "a control character in a note": (concept(TERM, note="\x1b"), r"note of the concept.*U\+001B"),
    "a control character in an example": (concept(replace(TERM, bad=("\x07",))), r"U\+0007"),
    "a control character in a property": (concept(TERM, props={"x\x01": "y"}), r"U\+0001"),
    "an empty replacement": (concept(replace(TERM, replacements=("a", ""))), "empty replacement"),
    "an endless note": (concept(TERM, note="x" * 20_001), "20,001 characters long"),
}


@pytest.mark.parametrize("name", GOOD_CONCEPTS)
def test_a_sound_concept_is_accepted(name: str) -> None:
    validate_concept(GOOD_CONCEPTS[name])


@pytest.mark.parametrize("name", BAD_CONCEPTS)
def test_an_unsound_concept_is_refused_in_a_sentence(name: str) -> None:
    bad, said = BAD_CONCEPTS[name]
    with pytest.raises(Invalid, match=said) as caught:
        validate_concept(bad)
    assert str(caught.value).endswith(".")
    assert str(caught.value)[0].isupper()
    assert len(str(caught.value)) < 400
    str(caught.value).encode()


GOOD_UNITS = {
    "a pair": Unit(variants=(HELLO, Variant(lang="zh-CN", text="你好"))),
    "lines": Unit(variants=(Variant(lang="en", text="a\nb\tc\r\n"),)),
    "only a code": Unit(variants=(Variant(lang="en", text="", tags=(InlineTag(position=0, kind="ph"),)),)),
    "all set": Unit(variants=(replace(HELLO, plural=2, use_count=3, note="x", props={"a": "b"}),), source_lang="en"),
}
BAD_UNITS = {
    "no text": (Unit(key="k"), '"k" holds no text'),
    "an empty text": (Unit(variants=(replace(HELLO, text=" "),)), "The en text"),
    "a bad tag": (Unit(variants=(replace(HELLO, lang="*all*"),)), "language tag"),
    "a bad source tag": (Unit(variants=(HELLO,), source_lang="*all*"), "source language"),
    "a control character": (Unit(variants=(replace(HELLO, text="a\x0bb"),)), r"U\+000B"),
    "a control character in the key": (Unit(variants=(HELLO,), key="a\x00"), r"U\+0000"),
    "a control character in a payload": (
        Unit(variants=(replace(HELLO, tags=(InlineTag(position=0, kind="ph", payload="\x00"),)),)),
        r"U\+0000",
    ),
    "a code outside the text": (
        Unit(variants=(replace(HELLO, tags=(InlineTag(position=6, kind="ph"),)),)),
        "outside its 5 characters",
    ),
    "a plural below zero": (Unit(variants=(replace(HELLO, plural=-1),)), "counts from 0"),
    "a use count that no database takes": (Unit(variants=(replace(HELLO, use_count=2**40),)), "cannot have been used"),
    "too long": (Unit(variants=(replace(HELLO, text="x" * (LONGEST_TEXT + 1)),)), "100,001 characters"),
    "an endless note": (Unit(variants=(HELLO,), note="x" * 20_001), "20,001 characters"),
}


@pytest.mark.parametrize("name", GOOD_UNITS)
def test_a_sound_unit_is_accepted(name: str) -> None:
    validate_unit(GOOD_UNITS[name])


@pytest.mark.parametrize("name", BAD_UNITS)
def test_an_unsound_unit_is_refused_in_a_sentence(name: str) -> None:
    bad, said = BAD_UNITS[name]
    with pytest.raises(Invalid, match=said) as caught:
        validate_unit(bad)
    assert str(caught.value).endswith(".")
    str(caught.value).encode()


def test_neighbouring_texts_may_be_as_long_as_texts() -> None:
    validate_unit(Unit(variants=(HELLO,), previous="x" * 50_000, note="y"))


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 201, "\x00"])
def test_a_person_needs_a_name_on_one_line(name: str) -> None:
    validate_person(Person(name="Zoë 李"))
    with pytest.raises(Invalid):
        validate_person(Person(name=name))


@pytest.mark.parametrize("fields", [{"text": ""}, {"lang": ""}, {"note": "\x00"}])
def test_a_proposal_needs_a_text_and_a_language(fields: dict[str, str]) -> None:
    validate_proposal(Proposal(text="a\nb", lang="en"))
    with pytest.raises(Invalid):
        validate_proposal(Proposal(**{"text": "a", "lang": "en", **fields}))
