"""A brand or model name of the source that the draft translates, respells or leaves out.

**Why:** the customer searches for the name on the box, and finds nothing under any other.

**Instead:** the name to the letter, or in the spelling that the base approves for the draft's language (淘宝 → Taobao). Names
are the concepts marked as staying as they are in every language. Of a name that has nothing in its place a reply is only
reminded, because it need not name what the source names; in a template it is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.check import Check, Example, Hit
from termbase.literals.place import place_of
from termbase.matching import Glossary, Occurrence, own_words
from termbase.matching.glossary import approved_terms
from termbase.matching.wording import says
from termbase.model import Concept, Draft, Severity, Term


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Names of the source, each once, of which the draft holds no approved spelling."""
    if draft.source is None:
        return
    named = [o for o in glossary.names(draft.source) if _is_meant(o, draft.source)]
    if not named:
        return
    text = own_words(draft.text, draft.format)
    seen: set[int] = set()
    for occurrence in named:
        concept = occurrence.concept
        if id(concept) in seen or (draft.product and concept.product and concept.product != draft.product):
            continue
        seen.add(id(concept))
        spellings = _spellings(occurrence, draft.lang)
        if any(_stands(text, spelling, draft.lang) for spelling in (*spellings, occurrence.text)):
            continue
        start, end = next(filter(None, (_respelled(text, spelling) for spelling in spellings)), (0, 0))
        if not end and draft.source_lang:
            start, end = place_of(text, draft.lang, draft.source, occurrence, draft.source_lang, spellings, glossary)
        yield Hit(
            start=start,
            end=end,
            message="“{better}” is a name and stays as it is.",
            values={"better": spellings[0]},
            replacements=spellings[:1],
            concept=concept,
            term=next(term for term in concept.terms if term.text == spellings[0]),
            severity=None if end or draft.template else Severity.SUGGESTION,
            confidence=0.9 if end else 0.6,
            source_start=occurrence.start,
            source_end=occurrence.end,
        )


def _is_meant(occurrence: Occurrence, source: str) -> bool:
    """Whether a text says a name and not a word that is spelled alike ("switch"), or a part of another word."""
    name, start, end = occurrence.term.text, occurrence.start, occurrence.end
    if _continues(source, start - 1, start) or _continues(source, end - 1, end):
        return False
    plain = name.isalpha() and name[1:] == name[1:].lower() != name[1:].upper()
    return not plain or occurrence.text == name


def _continues(text: str, left: int, right: int) -> bool:
    """Whether a word goes on from one character to the next, in a script that divides words."""
    pair = text[max(0, left) : right + 1]
    return len(pair) == 2 and all(c.isalpha() and (c < "\u0e00" or "\u1e00" <= c < "\u2000") for c in pair)


def _spellings(occurrence: Occurrence, tag: str) -> tuple[str, ...]:
    """How the base spells a name, the best for a language first: its own spelling, else one in Latin letters."""
    own = [term.text for term in approved_terms(occurrence.concept, tag)]
    others = [term.text for term in occurrence.concept.terms if term.live and not term.avoided]
    return tuple(dict.fromkeys((*own, *sorted((occurrence.term.text, *others), key=lambda text: not text.isascii()))))


def _stands(text: str, spelling: str, tag: str) -> bool:
    """Whether a text holds a spelling to the letter; an ending may follow, and other scripts inflect the name itself."""
    at = text.find(spelling)
    while at >= 0:
        if not _continues(text, at - 1, at):
            return True
        at = text.find(spelling, at + 1)
    return not spelling.isascii() and says(text, spelling, tag) is not None


def _respelled(text: str, spelling: str) -> tuple[int, int] | None:
    """Where a text holds a spelling but for case, blanks and hyphens."""
    kept = [at for at, char in enumerate(text) if char.isalnum()]
    wanted = "".join(char.lower()[:1] for char in spelling if char.isalnum())
    at = "".join(text[place].lower()[:1] for place in kept).find(wanted) if wanted else -1
    if at < 0 or _continues(text, kept[at] - 1, kept[at]):
        return None
    return kept[at], kept[at + len(wanted) - 1] + 1


_HOMEBOX = Concept(translate=False, terms=(Term(lang="en", text="HomeBox 3000"),))
_TAOBAO = Concept(
    translate=False,
    terms=(
        Term(lang="zh", text="淘宝"),
        Term(lang="en", text="Taobao"),
        Term(lang="ru", text="Таобао"),
        Term(lang="th", text="เถาเป่า"),
    ),
)
_SWITCH = Concept(translate=False, terms=(Term(lang="en", text="Switch"),))


def _example(
    lang: str, text: str, source: str, *marked: str, concept: Concept = _HOMEBOX, written: str = "en"
) -> Example:
    return Example(lang=lang, text=text, source=source, source_lang=written, marked=marked, concepts=(concept,))


CHECK = Check(
    id="untouchable-name",
    kind="missing_term",
    severity=Severity.WARNING,
    find=find,
    bad=(
        _example("en", "Your homebox 3000 is ready.", "您的HomeBox 3000好了。", "homebox 3000", written="zh"),
        _example("en", "Please open taobao.", "请打开淘宝。", "taobao", concept=_TAOBAO, written="zh"),
        _example("de", "Ihre Hausbox 3000 ist bereit.", "Your HomeBox 3000 is ready.", "Hausbox 3000"),
        _example("de", "Bitte laden Sie den Schalter.", "Please charge the Switch.", "Schalter", concept=_SWITCH),
        _example("ja", "HomeBox3000の準備ができました。", "Your HomeBox 3000 is ready.", "HomeBox3000"),
        _example("ko", "홈박스 3000이 준비되었습니다.", "Your HomeBox 3000 is ready.", "홈박스 3000"),
        _example("zh", "您的家庭盒子3000好了。", "Your HomeBox 3000 is ready.", ""),
        _example("fr", "Votre maison 3000 est prête.", "Your HomeBox 3000 is ready.", "maison 3000"),
        _example("es", "Su Hogar 3000 está lista.", "Your HomeBox 3000 is ready.", "Hogar 3000"),
        _example("pt", "A sua Casa 3000 está pronta.", "Your HomeBox 3000 is ready.", "Casa 3000"),
        _example("ru", "Ваш ХоумБокс 3000 готов.", "Your HomeBox 3000 is ready.", "ХоумБокс 3000"),
        _example("th", "กล่องบ้าน พร้อมแล้วค่ะ", "Your HomeBox 3000 is ready.", ""),
        _example("vi", "Nhà 3000 đã sẵn sàng.", "Your HomeBox 3000 is ready.", "Nhà 3000"),
    ),
    good=(
        _example("en", "Your HomeBox 3000's power light is on.", "您的HomeBox 3000的电源灯亮了。", written="zh"),
        _example("en", "Please open Taobao.", "请打开淘宝。", concept=_TAOBAO, written="zh"),
        _example("de", "Ihre HomeBox 3000 ist bereit.", "Your homebox 3000 is ready."),
        _example("de", "Bitte schalten Sie die Lampe aus.", "Please switch off the lamp.", concept=_SWITCH),
        _example("ja", "HomeBox 3000の準備ができました。", "Your HomeBox 3000 is ready."),
        _example("ko", "HomeBox 3000이 준비되었습니다.", "Your HomeBox 3000 is ready."),
        _example("zh", "请打开淘宝。", "Please open Taobao.", concept=_TAOBAO),
        _example("fr", "Ouvrez Taobao.", "请打开淘宝。", concept=_TAOBAO, written="zh"),
        _example("es", "Su HomeBox 3000 está lista.", "Your HomeBox 3000 is ready."),
        _example("pt", "A sua HomeBox 3000 está pronta.", "Your HomeBox 3000 is ready."),
        _example("ru", "Откройте Таобао.", "请打开淘宝。", concept=_TAOBAO, written="zh"),
        _example("th", "เปิดเถาเป่าค่ะ", "请打开淘宝。", concept=_TAOBAO, written="zh"),
        _example("vi", "HomeBox 3000 đã sẵn sàng.", "Your HomeBox 3000 is ready."),
    ),
)
