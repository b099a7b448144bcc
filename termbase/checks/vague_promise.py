"""Follow-up promises without a time, and guarantees nobody can keep.

**Why:** "as soon as possible" is a promise the customer cannot check; "100 % guaranteed" is one we cannot keep.

**Instead:** say what happens, how, and by when. A time in the same sentence clears a vague promise; a request to the
customer ("please send it as soon as possible") is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from termbase.checks.avoided import cures
from termbase.checks.check import Check, Example, Hit
from termbase.languages import Language, language, primary
from termbase.matching import Glossary, Occurrence, own_words, sentences
from termbase.matching.marks import Marks
from termbase.matching.prose import sentence_at
from termbase.matching.quick import compiled
from termbase.model import Concept, Draft, Reason, Severity, Term

_QUESTION = re.compile("[?？][\"'”’」』）)\\s]*$")


@cache
def _promises() -> tuple[Glossary, dict[str, dict[str, re.Pattern[str]]]]:
    """Our own wordings, and by language what makes a sentence a request or a promise (data/vague_promise.json).

    Weak wordings (soon, later) count only in a sentence that promises something.
    """
    data = json.loads(files(__package__).joinpath("data/vague_promise.json").read_text(encoding="utf-8"))
    concepts = []
    for lang, lists in data.items():
        for group in ("vague", "weak", "unkeepable"):
            for entry in lists.get(group, ()):
                if isinstance(entry, dict):  # with a cure of its own; every over-promise has one
                    pattern, unless, cure = entry["pattern"], entry.get("unless", ()), entry["instead"]
                else:
                    pattern, *unless = entry if isinstance(entry, list) else [entry]
                    cure = lists["times"]
                term = Term(
                    lang=lang,
                    text=pattern,
                    pattern=pattern,
                    reason=Reason.PHRASE,
                    replacements=tuple(cure),
                    unless=tuple(unless),
                )
                concepts.append(Concept(subject=group, terms=(term,)))
    kinds = {
        lang: {kind: compiled(lists[kind], re.IGNORECASE) for kind in ("request", "promise") if lists[kind]}
        for lang, lists in data.items()
    }
    return Glossary(concepts), kinds


@cache
def _times(spoken: Language) -> re.Pattern[str] | None:
    return compiled(spoken.hours, re.IGNORECASE) if spoken.hours else None


class _Sentence:
    """A sentence and what it says, found out once however many promises it holds."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self._text = text[start:end]
        self._said: dict[re.Pattern[str], list[tuple[int, int]]] = {}

    def says(self, pattern: re.Pattern[str] | None, promise: Occurrence) -> bool:
        """Whether the sentence says something beside a promise."""
        if pattern is None:
            return False
        if pattern not in self._said:
            self._said[pattern] = [match.span() for match in pattern.finditer(self._text)]
        said = self._said[pattern]
        if not said:
            return False
        return said[0][1] <= promise.start - self.start or said[-1][0] >= promise.end - self.start


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Wordings of our list in sentences without a time, and guarantees anywhere; of overlapping ones the longest."""
    taken = Marks(len(draft.text))
    for hit in sorted(_promised(draft), key=lambda hit: (hit.start - hit.end, hit.start)):
        if not taken.touches(hit.start, hit.end):
            taken.mark(hit.start, hit.end)
            yield hit


def _promised(draft: Draft) -> Iterator[Hit]:
    promises, kinds = _promises()
    code = primary(draft.lang)
    spoken = language(code)
    text = own_words(draft.text, draft.format)
    occurrences = promises.find(text, code)
    if not occurrences:
        return
    spans = sentences(text, spoken)
    kind = kinds.get(code, {})
    sentence = _Sentence(text, 0, 0)
    for occurrence in occurrences:
        group = occurrence.concept.subject
        start, end = sentence_at(spans, occurrence.start)
        if (start, end) != (sentence.start, sentence.end):
            sentence = _Sentence(text, start, end)
        vague = group != "unkeepable"
        if vague and sentence.says(_times(spoken), occurrence):
            continue
        if vague and (
            _QUESTION.search(text, max(start, end - 8), end) or sentence.says(kind.get("request"), occurrence)
        ):
            continue
        if group == "weak" and not sentence.says(kind.get("promise"), occurrence):
            continue
        place, end, replacements = cures(occurrence, draft)
        yield Hit(
            start=place,
            end=end,
            message="“{text}” promises without a time; say by when."
            if vague
            else "“{text}” promises more than anyone can keep.",
            values={"text": occurrence.text},
            replacements=replacements,
            confidence=0.9,
        )


CHECK = Check(
    id="vague-promise",
    kind="vague_promise",
    severity=Severity.WARNING,
    find=find,
    bad=(
        Example(lang="en", text="It will certainly arrive.", marked=("will certainly arrive",)),
        Example(lang="en", text="We will reply as soon as possible.", marked=("as soon as possible",)),
        Example(lang="en", text="We will keep you posted and reply soon.", marked=("soon",)),
        Example(lang="en", text="I will write once the warehouse answers.", marked=("once the warehouse answers",)),
        Example(lang="zh", text="我们会尽快处理。", marked=("尽快",)),
        Example(lang="zh", text="您的工单会按顺序处理。", marked=("按顺序处理",)),
        Example(lang="zh", text="我们保证明天一定送到。", marked=("保证明天一定送到",)),
        Example(lang="ru", text="Мы сообщим, когда появятся новости.", marked=("когда появятся новости",)),
        Example(lang="th", text="เดี๋ยวแอดมินเช็กให้นะคะ", marked=("เดี๋ยวแอดมินเช็กให้",)),
        Example(lang="ja", text="できるだけ早くご連絡いたします。", marked=("できるだけ早く",)),
        Example(lang="ko", text="최대한 빨리 연락드리겠습니다.", marked=("최대한 빨리 연락드리겠습니다",)),
        Example(lang="pt", text="Responderemos o mais breve possível.", marked=("o mais breve possível",)),
        Example(lang="es", text="Le responderemos lo antes posible.", marked=("lo antes posible",)),
        Example(lang="fr", text="Nous reviendrons vers vous dès que possible.", marked=("dès que possible",)),
        Example(lang="de", text="Wir melden uns so bald wie möglich.", marked=("so bald wie möglich",)),
        Example(lang="ru", text="Мы ответим как можно скорее.", marked=("как можно скорее",)),
        Example(lang="th", text="เราจะติดต่อกลับโดยเร็วที่สุด", marked=("จะติดต่อกลับโดยเร็วที่สุด",)),
        Example(lang="vi", text="Chúng tôi sẽ phản hồi sớm nhất có thể.", marked=("sớm nhất có thể",)),
    ),
    good=(
        Example(lang="en", text="I will email you as soon as the refund is booked."),
        Example(lang="en", text="Will the model be back soon?"),
        Example(lang="en", text="I will certainly look into this."),
        Example(lang="en", text="We will keep you posted every day until Friday."),
        Example(lang="en", text="We guarantee it for two years."),
        Example(lang="en", text="You will soon see the button."),
        Example(lang="en", text="We will reply as soon as possible, within 24 hours at most."),
        Example(lang="en", text="Please send us the photo as soon as possible."),
        Example(lang="zh", text="我们会尽快处理，最晚今天18点前回复您。"),
        Example(lang="zh", text="请您尽快提供照片。"),
        Example(lang="zh", text="已经为您加急处理了。"),
        Example(lang="ja", text="何かわかりましたら、お知らせください。"),
        Example(lang="ko", text="확인 후 내일까지 연락드리겠습니다."),
        Example(lang="es", text="Puede devolverlo más adelante."),
        Example(lang="fr", text="Nous reviendrons vers vous demain."),
        Example(lang="de", text="Das Gerät ist definitiv defekt."),
        Example(lang="ru", text="Завтра с вами свяжется наш специалист."),
        Example(lang="th", text="พรุ่งนี้จะมีเจ้าหน้าที่ติดต่อกลับค่ะ"),
        Example(lang="vi", text="Chị làm theo thứ tự sau giúp em."),
        Example(lang="ja", text="本日中に、できるだけ早くご連絡いたします。"),
        Example(lang="ko", text="매장을 방문해 주시면 바로 교환해 드립니다."),
        Example(lang="ko", text="오늘 오후 6시까지 최대한 빨리 연락드리겠습니다."),
        Example(lang="pt", text="Responderemos o mais breve possível, em até 24 horas."),
        Example(lang="es", text="Le responderemos lo antes posible, en 24 horas como máximo."),
        Example(lang="fr", text="Nous vous répondrons dès que possible, sous 24 heures."),
        Example(lang="de", text="Wir melden uns so bald wie möglich, spätestens morgen."),
        Example(lang="ru", text="Мы ответим как можно скорее, в течение 24 часов."),
        Example(lang="th", text="เราจะติดต่อกลับโดยเร็วที่สุดภายใน 24 ชั่วโมง"),
        Example(lang="vi", text="Chúng tôi sẽ phản hồi sớm nhất có thể, trong vòng 24 giờ."),
    ),
)
