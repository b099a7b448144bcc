"""What counts as an explanation of a word, in each language, and what does not."""

from __future__ import annotations

import pytest

from termbase.checks.explained import is_explained


def explained(text: str) -> bool:
    start = text.index("RMA")
    return is_explained(text, start, start + 3)


@pytest.mark.parametrize(
    "text",
    [
        "What does RMA mean?",
        'You asked what "RMA" on the label means.',
        "You asked what an RMA is.",
        "RMA stands for return merchandise authorisation.",
        '"RMA" stands for something.',
        "The term RMA is ours.",
        "RMA (return number)",
        "Your return number (RMA) is 5.",
        "You will find the RMA, the six-digit product code under the barcode, on the box.",
        "What is an RMA?",
        "This is an RMA, a permission to send it back, and it is valid for a week.",
        "¿Qué significa RMA?",
        "RMA son las siglas de algo.",
        "El RMA, es decir, la referencia.",
        "Ce que signifie RMA.",
        "RMA désigne le retour.",
        "Qu'est-ce qu'une RMA ?",
        "Was ist eine RMA?",
        "RMA ist die Abkürzung für Rückgabe.",
        "Die RMA (Rücksendung) kommt.",
        "Что такое RMA?",
        "RMA — это номер возврата.",
        "RMA расшифровывается так.",
        "什么是RMA？",
        "您问什么是RMA？",
        "RMA是什么意思？",
        "RMA的意思是退货编号。",
        "RMA指的是退货。",
        "RMA是指退货。",
        "RMAとは返品番号です。",
        "RMAは返品許可の略です。",
        "いわゆるRMAです。",
        "RMA란 반품 번호입니다.",
        "RMA는 반품 번호를 의미합니다.",
        "RMA คือหมายเลข",
        "RMA ย่อมาจาก",
        "RMA là gì?",
        "RMA là viết tắt của",
        "O que significa RMA?",
        "A RMA, ou seja, a devolução.",
    ],
)
def test_a_text_says_what_its_word_means(text: str) -> None:
    assert explained(text)


@pytest.mark.parametrize(
    "text",
    [
        "What is your RMA number?",
        "What is the RMA number?",
        "Please send us the RMA.",
        "Send us the RMA, the order number and a photo.",
        "Send us the RMA, the order number, and a photo.",
        "Our RMA also covers this.",
        "The RMA is 48213.",
        "Your RMA is late.",
        "The request was RMA only.",
        "The RMA is on the label.",
        "This is an RMA, and it is valid for a week.",
        "RMA是48213。",
        "请提供RMA。",
        "我们会在RMA内回复。",
        "RMAをお送りください。",
        "RMA 번호를 알려 주세요.",
        "Bitte die RMA abwarten.",
        "El RMA es 48213.",
        "Le RMA est 48213.",
        "Номер RMA нужен.",
        "Vui lòng gửi RMA.",
    ],
)
def test_a_text_that_only_uses_the_word_explains_nothing(text: str) -> None:
    assert not explained(text)
