"""Abbreviations in capitals that the reply uses and never explains.

**Why:** the customer has to look up what a DOA or an OMS is before the answer means anything.

**Instead:** the full words, or an explanation beside the abbreviation, once in the reply: in brackets, after "that is", 即,
つまり and their like. Spared are those that everybody knows (PDF, SMS, VAT, units, currencies, countries, carriers), names of
the base, model names, inscriptions (“WPS”, the WPS button), codes with figures, Roman numerals, words in capitals for
emphasis, and texts that speak to no reader (a label, a log line). What a rule of the base calls jargon is left to that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from termbase.checks.address import addresses_reader
from termbase.checks.check import Check, Example, Hit
from termbase.checks.explained import is_explained
from termbase.checks.unfilled_placeholder import placeholders
from termbase.languages import language, primary
from termbase.matching import Glossary, own_words
from termbase.matching.marks import Marks
from termbase.matching.quick import compiled
from termbase.model import Concept, Draft, Reason, Severity, Term

_LETTER = "A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u04ff"
_ACRONYM = compiled(
    rf"(?<![{_LETTER}\d_@#$%&/\\.+'’{{<-])(?:[A-ZĐ]{{2,6}}|[А-ЯЁ]{{2,6}})(?=s?(?![{_LETTER}\d_@&/\\+=%<>{{}}]|[.'’][{_LETTER}]|[-–]\d"
    rf"|-[A-ZА-Я]{{2}}|-[A-ZА-Я]\d))"
)
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_WITH_DICTIONARY = frozenset({"en", "es", "fr", "de", "pt", "ru"})
_SYLLABLES = {
    "vi": re.compile(r"(?:ngh?|[cghknpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"),
}
"""What a word without its tone marks looks like, where no dictionary tells."""
_CAPITALS_BEFORE = re.compile(r"(?<![^\W\d_])[A-ZÀ-ÞА-ЯЁĐ]{2,} $")
_CAPITALS_AFTER = re.compile(r"s? [A-ZÀ-ÞА-ЯЁĐ]{2,}(?![^\W\d_])")
_NAME_BEFORE = re.compile(r"[^\s.!?:;。！？：\n(（\"“]\s?(?<![^\W_])\w*(?:[a-zß-ÿ][A-Z]\w*|[A-Z][a-zß-ÿ]+\w*) $")
_MODEL_AFTER = re.compile(r" \d{1,4}(?!\d| ?(?:[-–] ?\d+ )?(?:[a-zа-яà-ÿ%€$£¥]|小|天|日|工|時|时|個|个))")
_PERSON_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|M|Mme|Mlle|Herrn?|Frau|Sra?|Srta|Dear|Hi|Hello)\.?|г-н|г-жа) ?$")
_PERSON_AFTER = re.compile(r" ?(?:様|さん|氏|씨|님|先生|女士|小姐|老师|老師)")
_OPENING, _CLOSING = "\"“‘'«„「『【[《〈`", "\"”’'»“」』】]》〉`"
_INSCRIBED_BEFORE = re.compile(
    r"(?:\b(?:button|key|light|lamp|port|labell?ed|marked|says|reads|shows|(?:begin|start|end)(?:s|ning|ing)? with|bot[oóã]n?o?|tecla|bouton|touche|voyant|taste|knopf|"
    r"led|кнопк\w|индикатор\w?|разъ[её]м\w?)|nút|đèn|cổng|ปุ่ม|ไฟ|ช่อง)\s?$",
    re.IGNORECASE,
)
_INSCRIBED_AFTER = re.compile(
    r"[ -]?(?:(?:buttons?|keys?|lights?|lamps?|leds?|indicators?|ports?|sockets?|slots?|jacks?|modes?|cables?|connectors?|menus?|taste|knopf|"
    r"leuchte|lampe|anschluss|buchse|kabel|modus)\b|指示灯|指示燈|灯|燈|键|鍵|按键|按鈕|按钮|口|接口|端口|插孔|模式|ボタン|ランプ|端子|キー|ポート|モード|버튼|램프|단자|키|포트|모드)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_RARE_WORDS = frozenset("BOM CS DOA EAN ETA FOB HS POD TAT".split())
"""Abbreviations that a dictionary has as words, too rare for capitals to stress them."""
_PLAIN = 4
"""Letters from which an English word in capitals is one also in a language of the same script."""
_FROM_LETTERS = 3
"""Letters from which the first letters of words in a row are no chance."""


@cache
def _known() -> dict[str, frozenset[str]]:
    """What customers know without being told, by language (data/known_acronyms.json)."""
    data = json.loads(files(__package__).joinpath("data/known_acronyms.json").read_text(encoding="utf-8"))
    split = {code: frozenset(word for words in lists for word in words.split()) for code, lists in data.items()}
    everywhere = split.pop("everywhere")
    return {code: everywhere | words for code, words in split.items()}


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """The first place of each abbreviation that is explained nowhere."""
    code = primary(draft.lang)
    known = _known().get(code)
    if known is None or not addresses_reader(draft.text, draft.lang):
        return
    text = own_words(draft.text, draft.format)
    places: dict[str, list[re.Match[str]]] = {}
    for match in _ACRONYM.finditer(text):
        if match.group() not in known and not _ROMAN.fullmatch(match.group()):
            places.setdefault(match.group(), []).append(match)
    if not places:
        return
    spoken_for = Marks(len(text), ((o.start, o.end) for o in glossary.find(text, draft.lang, contained=True)))
    for start, end in (*((o.start, o.end) for o in glossary.names(text)), *(m.span() for _, m in placeholders(text))):
        spoken_for.mark(start, end)
    initials = "".join(word[0] for word in _WORD.findall(text.lower()))
    theirs = {match.group() for match in _ACRONYM.finditer(draft.source or "")}
    for acronym, matches in places.items():
        plain = [m for m in matches if not spoken_for.touches(*m.span()) and not _is_name(text, *m.span())]
        if not plain or _is_spelled_out(acronym, initials) or _is_emphasis(acronym, code):
            continue
        if any(is_explained(text, *match.span()) for match in matches):
            continue
        yield Hit(
            start=plain[0].start(),
            end=plain[0].end(),
            message="A customer may not know what “{text}” stands for; say it in full once.",
            values={"text": acronym},
            confidence=0.4 if acronym in theirs else 0.7,
        )


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether capitals stand for a name, an inscription or a heading, or are one of many words in capitals."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    return bool(
        (before[-1:] and before[-1] in _OPENING and after[:1] and after[0] in _CLOSING)
        or _CAPITALS_BEFORE.search(before)
        or _CAPITALS_AFTER.match(after)
        or _NAME_BEFORE.search(before)
        or _MODEL_AFTER.match(after)
        or _PERSON_BEFORE.search(before)
        or _PERSON_AFTER.match(after)
        or _INSCRIBED_BEFORE.search(before)
        or _INSCRIBED_AFTER.match(after)
        or (not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip(" .,:!|"))
    )


def _is_spelled_out(acronym: str, initials: str) -> bool:
    """Whether words in a row begin with its letters: "return merchandise authorization" beside RMA."""
    return len(acronym) >= _FROM_LETTERS and acronym.lower() in initials


def _is_emphasis(acronym: str, code: str) -> bool:
    """Whether capitals only stress a word, of the draft's language or an English one."""
    from termbase.languages.dictionaries import is_word

    word = acronym.lower()
    if acronym in _RARE_WORDS:
        return False
    if code in _SYLLABLES and _SYLLABLES[code].fullmatch(word):
        return True
    own = not language(code).letters or word[0] >= "\u0400"  # the capitals are in the draft's script
    if own and code in _WITH_DICTIONARY:
        nouns = language(code).capital_nouns
        if is_word(word, code) or (nouns and is_word(word.title(), code)):
            return True
    return word.isascii() and (not own or len(word) >= _PLAIN) and is_word(word, "en")


_DOA = Concept(terms=(Term(lang="en", text="DOA", reason=Reason.JARGON, replacements=("faulty on arrival",)),))
_TWS = Concept(terms=(Term(lang="en", text="TWS earbuds"), Term(lang="zh", text="TWS耳机")))
_QBX = Concept(translate=False, terms=(Term(lang="de", text="QBX"),))

CHECK = Check(
    id="undefined-acronym",
    kind="jargon",
    severity=Severity.SUGGESTION,
    find=find,
    bad=(
        Example(lang="en", text="We will open an RMA. Your RMA is ready.", marked=("RMA",)),
        Example(lang="en", text="Please send us the RMAs by email.", marked=("RMA",)),
        Example(lang="en", text="The ETA of your parcel is 5 May.", marked=("ETA",)),
        Example(lang="zh", text="您好，我们会为您申请RMA。", marked=("RMA",)),
        Example(lang="ja", text="お客様のMOQをご確認ください。", marked=("MOQ",)),
        Example(lang="ko", text="고객님, OMS에 등록되었습니다.", marked=("OMS",)),
        Example(lang="es", text="Le enviaremos el RMA mañana.", marked=("RMA",)),
        Example(lang="fr", text="Nous avons ouvert un RMA pour vous.", marked=("RMA",)),
        Example(lang="pt", text="Enviaremos o RMA para você.", marked=("RMA",)),
        Example(lang="de", text="Bitte nennen Sie uns die RMA-Nummer.", marked=("RMA",)),
        Example(lang="ru", text="Мы передали обращение в АСЦ.", marked=("АСЦ",)),
        Example(lang="th", text="กรุณาแจ้ง RMA ให้เราทราบค่ะ", marked=("RMA",)),
        Example(lang="vi", text="Chúng tôi sẽ gửi RMA cho quý khách.", marked=("RMA",)),
    ),
    good=(
        Example(lang="en", text="We will open an RMA (a return) for you. Your RMA is ready."),
        Example(lang="en", text="Your return merchandise authorization is ready: the RMA is below."),
        Example(lang="en", text="You asked what RMA means: it is the number of your return."),
        Example(lang="en", text="We do NOT share your data. The PDF is in your USB stick's folder, part III."),
        Example(lang="en", text="Please press the WPS button on your Canon EOS. Your order is ABC-1234."),
        Example(lang="en", text="Hi {NAME}, please quote [RMA NUMBER]."),
        Example(lang="en", text="Our DOA rule helps you.", concepts=(_DOA,)),
        Example(lang="en", text="Your TWS earbuds are on the way.", concepts=(_TWS,)),
        Example(lang="en", text="Your QBX is on the way.", concepts=(_QBX,)),
        Example(lang="en", text="Your code begins with KT."),
        Example(lang="en", text="RMA number"),
        Example(lang="en", text="PLEASE SEND US THE RMA NOW"),
        Example(lang="zh", text="您好，我们会为您申请RMA，也就是退货编号。请发PDF。"),
        Example(lang="ja", text="お客様のMOQ（最小注文数）をご確認ください。"),
        Example(lang="ko", text="고객님, OMS(주문 관리 시스템)에 등록되었습니다."),
        Example(lang="es", text="Le enviaremos el RMA, es decir, el número de devolución. El IVA está incluido."),
        Example(lang="fr", text="Nous avons ouvert un RMA, c'est-à-dire un retour. Le prix est TTC."),
        Example(lang="pt", text="Enviaremos o RMA, ou seja, o número da devolução. Informe o CPF."),
        Example(lang="de", text="Bitte nennen Sie uns die RMA-Nummer (Rücksendenummer). Es gelten unsere AGB."),
        Example(lang="ru", text="Мы передали обращение в АСЦ (сервисный центр). НЕ удаляйте СМС."),
        Example(lang="th", text="กรุณาแจ้ง RMA (หมายเลขคืนสินค้า) ทาง SMS ค่ะ"),
        Example(lang="vi", text="Chúng tôi sẽ gửi RMA, nghĩa là mã trả hàng. Vui lòng KHÔNG xóa SMS, CON nhé."),
    ),
)
