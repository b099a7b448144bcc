"""What the house keeps to itself: figures of the business, terms with partners, an agent's own address or number.

**Why:** a reply is passed on, quoted and kept; a competitor or a journalist reads it as the company's word.

**Instead:** say that this is not public and name who may answer. An agent gives a staff number and never a private contact.
A sentence that declines to tell is silent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from termbase.checks.check import Check, Example, Hit
from termbase.languages import language, primary
from termbase.matching import Glossary, own_words, sentences
from termbase.matching.prose import sentence_at
from termbase.model import Concept, Draft, Reason, Severity, Term

_MESSAGES = {
    "business": "“{text}” tells what the company keeps to itself.",
    "person": "“{text}” gives away an agent's private contact; a staff number is enough.",
}


@cache
def _secrets() -> Glossary:
    """Our own wordings (data/confidential.json), by what they give away."""
    data = json.loads(files(__package__).joinpath("data/confidential.json").read_text(encoding="utf-8"))
    return Glossary(
        Concept(subject=kind, terms=(Term(lang=lang, text=pattern, pattern=pattern, reason=Reason.PHRASE),))
        for lang, kinds in data.items()
        for kind, patterns in kinds.items()
        for pattern in patterns
    )


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Wordings of our list in sentences that do not decline to tell."""
    spoken = language(draft.lang)
    text = own_words(draft.text, draft.format)
    found = _secrets().find(text, primary(draft.lang))
    spans = sentences(text, spoken) if found else []
    declines = re.compile(spoken.negations, re.IGNORECASE) if found and spoken.negations else None
    for occurrence in found:
        start, end = sentence_at(spans, occurrence.start)
        if declines is not None and declines.search(text, start, end):
            continue
        yield Hit(
            start=occurrence.start,
            end=occurrence.end,
            message=_MESSAGES[occurrence.concept.subject],
            values={"text": occurrence.text},
            confidence=0.8,
        )


CHECK = Check(
    id="confidential",
    kind="confidential",
    severity=Severity.WARNING,
    find=find,
    bad=(
        Example(lang="en", text="Our annual revenue was 40 million.", marked=("Our annual revenue was",)),
        Example(lang="en", text="Call my private number.", marked=("my private number",)),
        Example(lang="zh", text="我们公司的年营业额是三千万。", marked=("我们公司的年营业额是",)),
        Example(lang="zh", text="您可以加我微信。", marked=("加我微信",)),
        Example(lang="ja", text="弊社の売上高は10億円です。", marked=("弊社の売上高は",)),
        Example(lang="ko", text="제 개인 번호로 전화 주세요.", marked=("제 개인 번호",)),
        Example(lang="es", text="Nuestra facturación fue de 3 millones.", marked=("Nuestra facturación fue",)),
        Example(lang="fr", text="Nous avons 300 salariés.", marked=("Nous avons 300 salariés",)),
        Example(lang="de", text="Unser Umsatz lag bei 3 Millionen.", marked=("Unser Umsatz lag",)),
        Example(lang="ru", text="Наша выручка составила 3 млн.", marked=("Наша выручка составила",)),
        Example(lang="th", text="เรามีพนักงาน 300 คน", marked=("เรามีพนักงาน 300 คน",)),
        Example(lang="vi", text="Chúng tôi có 300 nhân viên.", marked=("Chúng tôi có 300 nhân viên",)),
    ),
    good=(
        Example(lang="en", text="Our annual revenue is not something we can share."),
        Example(lang="en", text="My staff number is 1024."),
        Example(lang="zh", text="很抱歉，公司的营业额是不公开的。"),
        Example(lang="zh", text="我的工号是1024。"),
        Example(lang="ja", text="弊社の売上高は公表しておりません。"),
        Example(lang="ko", text="제 상담원 번호는 1024번입니다."),
        Example(lang="es", text="No podemos decir cuál es nuestra facturación."),
        Example(lang="fr", text="Nous avons 300 modèles en stock."),
        Example(lang="de", text="Wir haben 300 Modelle auf Lager."),
        Example(lang="ru", text="Наша служба доставки работает ежедневно."),
        Example(lang="th", text="เรามีสินค้า 300 ชิ้น"),
        Example(lang="vi", text="Chúng tôi có 300 mẫu."),
    ),
)
