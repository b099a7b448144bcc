"""Screening lets every term through that is found, and keeps most others out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.languages import known
from termbase.matching import Glossary
from termbase.matching.screening import Screen
from termbase.model import Concept, Term

WORDS = st.sampled_from(
    "take took a the record records 3 days Häuser Haus 환불 환불은 订单号 訂單 打开 WiFi メール ไทย".split()
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
PATTERNS = st.lists(
    st.one_of(WORDS, st.sampled_from(["[a]", "(a|the)", "<number>", "=took", "re(cord|fund)", "~ the", "[打开]"])),
    min_size=1,
    max_size=4,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, pattern=PATTERNS, lang=st.sampled_from([lang.code for lang in known()]))
def test_what_is_found_passes(text: str, pattern: str, lang: str) -> None:
    for term in (Term(lang=lang, text=pattern, pattern=pattern), Term(lang=lang, text=pattern)):
        if Glossary([Concept(terms=(term,))]).find(text, lang):
            assert Screen({lang: [text]})(lang, term.text, term.pattern)


@pytest.mark.parametrize(
    ("lang", "text", "pattern", "passes"),
    [
        ("en", "She took records.", "take [a] record", True),
        ("en", "She took it.", "take [a] record", False),
        ("en", "The parcel left.", "(parcel|package) left", True),
        ("en", "The letter left.", "(parcel|package) left", False),
        ("ja", "注文が成功しました。", "[ご]注文(が|は)成功し", True),
        ("ja", "注文を確認しました。", "[ご]注文(が|は)成功し", False),
        ("zh", "请打开 WiFi 开关", "打开WiFi", True),
    ],
)
def test_a_term_passes_when_all_its_words_are_there(lang: str, text: str, pattern: str, passes: bool) -> None:
    assert Screen({lang: [text]})(lang, "", pattern) is passes


def test_a_term_of_a_language_that_nobody_writes_does_not_pass() -> None:
    assert not Screen({"en": ["das Haus"]})("de", "Haus", "")
