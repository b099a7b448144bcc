"""A word written twice in a row. Off unless asked for.

**Why:** it is a slip of the keyboard, and shows that nobody read the reply again.

**Instead:** the word once. Words that are said twice on purpose (had had, very very, nous nous) are spared; in languages
that double words for emphasis only function words count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checks.check import STYLE, Check, Example, Hit
from termbase.languages import language, primary
from termbase.matching import Glossary, own_words
from termbase.model import Draft, Severity

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TWICE = {
    "en": "had that very so bye no ha long far really well there now",
    "de": "die das der sie sehr ganz so ja nein den dem nach",
    "fr": "nous vous très bon oui non",
    "es": "muy no sí más poco",
    "pt": "muito não sim mais logo",
    "ru": "да нет очень так еле чуть вот",
}
"""Words that may stand twice."""
_DOUBLING = frozenset({"ko", "vi"})
"""Languages that double words for emphasis."""
_UNSPACED = {
    "zh": re.compile(r"(我们|我們|您|请|請|可以|已经|已經|因为|因為|所以|如果|的(?!的确|的確))\1(?![的確确])"),
    "ja": re.compile(r"(を|では|から(?!から)|ます|です|ください|お客様)\1"),
}


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Each repetition, with the word once as its cure."""
    spoken, code = language(draft.lang), primary(draft.lang)
    text = own_words(draft.text, draft.format)
    for start, end in _in_words(text, code) if spoken.spaced else _in_characters(text, code):
        word = _WORD.match(text, start)
        once = word.group() if word and spoken.spaced else text[start : start + (end - start) // 2]
        yield Hit(
            start=start,
            end=end,
            message="“{text}” stands twice.",
            values={"text": once},
            replacements=(once,),
            confidence=0.8,
        )


def _in_words(text: str, code: str) -> Iterator[tuple[int, int]]:
    twice = frozenset(_TWICE.get(code, "").split())
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if before is not None and _is_slip(text, before, word, twice, code):
            yield before.start(), word.end()
            before = None
        else:
            before = word


def _is_slip(text: str, before: re.Match[str], word: re.Match[str], twice: frozenset[str], code: str) -> bool:
    lower = word.group().lower()
    if before.group().lower() != lower or lower in twice:
        return False
    if word.group()[:1].isupper() and not language(code).capital_nouns:
        return False  # Bora Bora
    if code in _DOUBLING and lower not in language(code).common:
        return False
    between = text[before.end() : word.start()]
    return between.isspace() and len(between) <= 2 and (len(lower) > 1 or lower in language(code).common)


def _in_characters(text: str, code: str) -> Iterator[tuple[int, int]]:
    pattern = _UNSPACED.get(code)
    yield from (match.span() for match in pattern.finditer(text)) if pattern else ()


CHECK = Check(
    id="repeated-word",
    kind=STYLE,
    severity=Severity.SUGGESTION,
    find=find,
    on=False,
    bad=(
        Example(lang="en", text="We sent the the parcel.", marked=("the the",)),
        Example(lang="de", text="Wir haben das Paket Paket und und verschickt.", marked=("Paket Paket", "und und")),
        Example(lang="fr", text="Le colis est est parti.", marked=("est est",)),
        Example(lang="es", text="El paquete sale de de Toledo.", marked=("de de",)),
        Example(lang="pt", text="O pacote chega na na sexta.", marked=("na na",)),
        Example(lang="ru", text="Посылка придёт в в пятницу.", marked=("в в",)),
        Example(lang="zh", text="我们我们会回复您您。", marked=("我们我们", "您您")),
        Example(lang="ja", text="荷物をを発送しました。", marked=("をを",)),
        Example(lang="vi", text="Chúng tôi đã đã gửi hàng.", marked=("đã đã",)),
    ),
    good=(
        Example(lang="en", text="He had had that that day in Bora Bora. It is very very good. Is it? It is."),
        Example(lang="de", text="Die Tasche, die die Kundin bestellt hat, ist da."),
        Example(lang="fr", text="Nous nous excusons et vous vous demandez pourquoi."),
        Example(lang="es", text="Llega muy muy pronto."),
        Example(lang="pt", text="Chega muito muito cedo."),
        Example(lang="ru", text="Да да, очень очень скоро."),
        Example(lang="zh", text="您好，为了了解情况，的的确确需要照片。"),
        Example(lang="ja", text="だからからかわないでください。"),
        Example(lang="ko", text="빨리 빨리 보내 드리겠습니다."),
        Example(lang="vi", text="Hàng đến dần dần, luôn luôn đúng giờ."),
    ),
)
