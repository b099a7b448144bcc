"""A sentence that has to be read twice. Off unless asked for.

**Why:** customers read on a telephone, and many in a language that they learned at school.

**Instead:** two sentences, one thought each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checks.check import STYLE, Check, Example, Hit
from termbase.languages import language, primary
from termbase.matching import Glossary, own_words, sentences
from termbase.model import Draft, Severity

_WORDS = 35
_CHARACTERS = 90
_MOST = {"ko": 22, "ru": 28, "vi": 45, "zh": 75, "ja": 90, "th": 150}
"""Words (characters where words are not divided) from which a sentence is long, where it is another number."""
_WORD = re.compile(r"\w[\w'’-]*")


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Sentences by the number of their words, or of their letters where words are not divided."""
    spoken = language(draft.lang)
    most = _MOST.get(primary(draft.lang), _WORDS if spoken.spaced else _CHARACTERS)
    text = own_words(draft.text, draft.format)
    for start, end in sentences(text, spoken):
        sentence = text[start:end]
        count = sum(1 for _ in _WORD.finditer(sentence)) if spoken.spaced else sum(c.isalnum() for c in sentence)
        if count > most:
            yield Hit(
                start=start,
                end=end,
                message="This sentence has {n} words; two are easier to read."
                if spoken.spaced
                else "This sentence has {n} characters; two are easier to read.",
                values={"n": str(count)},
                confidence=0.7,
            )


def _example(lang: str, part: str, times: int, end: str, *, bad: bool) -> Example:
    text = part * times + end
    return Example(lang=lang, text=text, marked=(text,) if bad else ())


_PARTS = (
    ("en", "we sent the parcel and ", "so it arrives on Friday.", 8),
    ("de", "wir haben das Paket verschickt und ", "es kommt am Freitag.", 7),
    ("fr", "nous avons envoyé le colis et ", "il arrive vendredi.", 7),
    ("es", "hemos enviado el paquete y ", "llega el viernes.", 8),
    ("pt", "enviamos o pacote ontem e ", "ele chega na sexta.", 8),
    ("ru", "мы отправили вашу посылку и ", "она придёт в пятницу.", 7),
    ("ko", "저희가 상품을 발송하였고 ", "금요일에 도착합니다.", 8),
    ("vi", "chúng tôi đã gửi gói hàng và ", "hàng đến thứ Sáu.", 7),
    ("zh", "我们已经把您的包裹发出，", "周五送达。", 8),
    ("ja", "お客様のお荷物を発送いたしまして、", "金曜日に届きます。", 7),
    ("th", "เราได้ส่งพัสดุของคุณแล้วและ", "จะถึงวันศุกร์", 8),
)

CHECK = Check(
    id="long-sentence",
    kind=STYLE,
    severity=Severity.SUGGESTION,
    find=find,
    on=False,
    bad=tuple(_example(lang, part, times, end, bad=True) for lang, part, end, times in _PARTS),
    good=tuple(_example(lang, part, 2, end, bad=False) for lang, part, end, _ in _PARTS),
)
