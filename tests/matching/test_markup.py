"""Variables, tags and addresses are found where they are, under a key that is the same in any language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.filters.checks import FilterFailure, StandardChecker

from termbase.matching.markup import EMAIL, TAG, URL, VARIABLE, pieces


def keys(text: str, kind: str) -> list[str]:
    return [piece.key for piece in pieces(text) if piece.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi { name }, {{order}} and ${x}", ["{name}", "{{order}}", "${x}"]),
        ("%s of %d", ["%1$s", "%2$d"]),
        ("%2$d of %1$s", ["%2$d", "%1$s"]),
        ("%(name)s and %%s, 100%%%(rate)d", ["%(name)s", "%(rate)d"]),
        ("100% sure, 5%de", []),
        ("%1からキー, %1x", ["%1", "%1"]),
        ("{count, plural, one {# item} other {{n} items}} left", ["{count,plural,"]),
        ("{0,number,integer} of {}", ["{0,number,integer}", "{}"]),
        ("{A;B} and {a(b)c}", []),
    ],
)
def test_variables_in_any_notation(text: str, expected: list[str]) -> None:
    assert keys(text, VARIABLE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<B>x</b><br/><BR>", ["b", "/b", "br", "br"]),
        ("<0>x</0> <my-tag/>", ["0", "/0", "my-tag"]),
        ("<p>a<p>b</p>", ["p", "p"]),
        ("<order number> a < b > c <name>", []),
        ('<a href="https://a.example/x">x</a>', ["a", "/a"]),
    ],
)
def test_tags_but_no_names_in_angle_brackets(text: str, expected: list[str]) -> None:
    assert keys(text, TAG) == expected


def test_addresses_end_where_the_sentence_goes_on() -> None:
    text = "请看https://www.A.example/b/。(http://c.example/d), mailto a.b@c.example.和www.e.example/f查看"
    assert keys(text, URL) == ["a.example/b", "c.example/d", "e.example/f"]
    assert keys(text, EMAIL) == ["a.b@c.example"]
    assert keys('<a href="https://a.example/x?y=%s">', URL) == ["a.example/x?y=%s"]


PARTS = st.sampled_from(
    ["%s", "%d", "%1$s", "%2$d", "%(name)s", "<b>", "</b>", "<br/>", "a@b.example", "word", "100 ", "ü"]
)
TEXTS = st.lists(PARTS, max_size=6).map(" ".join)


@given(source=TEXTS, text=TEXTS)
def test_what_is_alike_here_is_alike_for_the_translate_toolkit(source: str, text: str) -> None:
    checker = StandardChecker()

    def agrees(check: str) -> bool:
        try:
            return bool(getattr(checker, check)(source, text))
        except FilterFailure:
            return False

    if "%1$s" not in source + text and "%2$d" not in source + text and keys(source, VARIABLE) == keys(text, VARIABLE):
        assert agrees("printf")
    if keys(source, TAG) == keys(text, TAG):
        assert agrees("xmltags")
    assert (keys(source, EMAIL) == keys(text, EMAIL)) == agrees("emails")


@given(st.text(alphabet="%{}<>a1 .@:/$(),s\n中", max_size=80))
def test_every_piece_stands_where_it_says(text: str) -> None:
    for piece in pieces(text):
        assert text[piece.start : piece.end] == piece.text
        assert piece.text
