"""Quoted mail, markup, URLs and code are not the draft's own words; spans stay those of the draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.languages import language
from termbase.matching import own_words, sentences
from termbase.matching.positions import from_utf16, to_utf16


@pytest.mark.parametrize(
    ("format", "text", "gone", "kept"),
    [
        ("text", "Hello\n> open the router\nBye", "open the router", "Bye"),
        ("text", "See https://example.org/open-router now", "open-router", "now"),
        ("text", "Bye\n-- \nBob, open source", "Bob", "Bye"),
        ("text", "Fine.\nOn Monday, Ann wrote:\nI am angry", "angry", "Fine."),
        ("html", "<p>Open</p><style>b{}</style><b>x</b>", "b{}", "Open"),
        ("markdown", "Use `open router` and [text](http://x.org)", "open router", "text"),
        ("markdown", "```\nopen\n```\nclose", "open", "close"),
    ],
)
def test_only_the_draft_s_own_words_are_read(format: str, text: str, gone: str, kept: str) -> None:
    read = own_words(text, format)
    assert len(read) == len(text)
    assert gone not in read
    assert kept in read


@given(st.text(max_size=200), st.sampled_from(["text", "html", "markdown"]))
def test_blanking_never_moves_a_character(text: str, format: str) -> None:
    read = own_words(text, format)
    assert len(read) == len(text)
    assert all(a == b or b in "\u2060\ufffc \n" for a, b in zip(text, read, strict=True))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Dear Mr. Li, it cost 3.50. Thanks!", ["Dear Mr. Li, it cost 3.50.", "Thanks!"]),
        ("zh", "您好！已发货。明天到", ["您好！", "已发货。", "明天到"]),
        ("de", "Am 3. Mai kommt es z.B. an. Ja?", ["Am 3.", "Mai kommt es z.B. an.", "Ja?"]),
    ],
)
def test_sentences_end_where_the_language_ends_them(lang: str, text: str, expected: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text, language(lang))] == expected


@given(st.text(max_size=50), st.integers(0, 50))
def test_utf16_offsets_go_there_and_back(text: str, position: int) -> None:
    position = min(position, len(text))
    units = to_utf16(text, position)
    assert units == len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
    assert from_utf16(text, units) == position


def test_a_polite_particle_ends_a_thai_sentence() -> None:
    text = "เราจะติดต่อกลับโดยเร็วที่สุดค่ะ ร้านเปิดวันจันทร์ค่ะ"
    assert [text[a:b] for a, b in sentences(text, language("th"))] == text.split(" ")
