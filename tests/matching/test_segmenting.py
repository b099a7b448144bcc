"""Chinese terms are not found where they cut words, with the extra that knows words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.languages import language
from termbase.matching import Glossary, segmenting
from termbase.matching.segmenting import cuts_words
from termbase.model import Concept, Term

pytest.importorskip("rjieba", reason="the extra `zh` is not installed")
TERMS = ("自提", "退款", "下单", "签名", "打开", "工单", "上传")


def found(text: str) -> list[str]:
    glossary = Glossary([Concept(terms=(Term(lang="zh", text=term),)) for term in TERMS])
    return [o.text for o in glossary.find(text, "zh", contained=True)]


@pytest.mark.parametrize("text", ["他们各自提出了意见。", "请以下单位之一确认。", "请填写标签名称。"])
def test_a_hit_that_cuts_words_is_no_hit(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("👋 请到自提点取货。", ["自提"]),
        ("退款单已提交，退款三天内到账。", ["退款", "退款"]),
        ("请打开工单。", ["打开", "工单"]),
        ("上传到网页。", ["上传"]),
        ("請到自提點取貨。", ["自提"]),
    ],
)
def test_a_hit_that_is_a_word_or_a_part_of_one_stays(text: str, terms: list[str]) -> None:
    assert found(text) == terms


def test_without_the_extra_every_hit_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmenting, "is_installed", lambda: False)
    assert found("他们各自提出了意见。") == ["自提"]


@given(st.text("自提各出👋a 的您退款单\n", max_size=40))
def test_any_text_is_cut_into_words_that_cover_it(text: str) -> None:
    cuts = cuts_words(text, language("zh"))
    assert cuts is not None
    for start in range(len(text)):
        for end in range(start + 1, min(start + 4, len(text) + 1)):
            assert cuts(start, end) in (True, False)
