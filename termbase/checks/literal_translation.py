"""Word-for-word renderings, calques and false friends.

**Why:** the customer reads a sentence that no one in their language would write, and sometimes one that means
something else: "open the router" is done with a screwdriver.

**Instead:** the term that a native colleague uses, offered as the replacement. A rule marked `with-source` speaks only
when the source text is given and names the concept, because the same words are right elsewhere.

With the source text, renderings that nobody listed are found too: they are derived from the parts of the terms that
the source holds (快递|单号 → "express single number") and flagged when the draft has no approved term for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from termbase.checks.avoided import avoided, concepts_in_source, cures
from termbase.checks.check import Check, Example, Hit
from termbase.languages import primary
from termbase.literals import find_rendering
from termbase.matching import Glossary, Occurrence, own_words
from termbase.matching.glossary import CALL, approved_terms
from termbase.matching.marks import Marks
from termbase.matching.wording import says
from termbase.model import Concept, Draft, Reason, Severity, Term, TermType, When


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Deprecated terms with reason `literal`; the source and the language written through raise the confidence."""
    sources = concepts_in_source(draft, glossary)
    listed: list[Occurrence] = []
    for occurrence in avoided(draft, glossary, Reason.LITERAL):
        listed.append(occurrence)
        start, end, replacements = cures(occurrence, draft)
        source = sources.get(id(occurrence.concept))
        same_origin = bool(draft.source_lang) and primary(draft.source_lang) == primary(occurrence.term.from_lang)
        yield Hit(
            start=start,
            end=end,
            message="“{text}” renders “{source}” word for word."
            if source
            else "“{text}” is a word-for-word translation.",
            values={"text": occurrence.text, "source": source.text if source else ""},
            note=occurrence.term.note,
            replacements=replacements,
            concept=occurrence.concept,
            term=occurrence.term,
            confidence=0.97 if source else 0.93 if same_origin else 0.88,
            source_start=source.start if source else None,
            source_end=source.end if source else None,
        )
    if draft.source is not None and draft.source_lang:
        yield from _unlisted(draft, draft.source, glossary, listed)


def _unlisted(draft: Draft, source: str, glossary: Glossary, listed: list[Occurrence]) -> Iterator[Hit]:
    """Renderings nobody listed, of terms that the source holds and the draft has no approved term for."""
    text = own_words(draft.text, draft.format)
    right = [o for o in glossary.find(text, draft.lang, contained=True) if not o.term.avoided]
    said = {id(o.concept) for o in right}
    named = [o for o in glossary.find(source, draft.source_lang, contained=True) if not o.term.avoided]
    marked = Marks(len(text), ((o.start, o.end) for o in listed))
    approved = Marks(len(text), ((o.start, o.end) for o in right))
    # advice on a longer wording that has no term in this language silences none that has
    terms = glossary.find(source, draft.source_lang, keep=lambda o: bool(_better(o, draft.lang)))
    done = {(term.start, term.end) for term in terms if id(term.concept) in said}
    for term in terms:
        concept = term.concept
        if id(concept) in said or concept.origin == CALL or not _counts(concept, draft):
            continue
        said.add(id(concept))  # once is enough
        if (term.start, term.end) in done:  # another concept of the same words is said
            continue
        better = _better(term, draft.lang)
        places = find_rendering(text, term.text, draft.source_lang, draft.lang, literal_only=True)
        if not places or any(says(text, one, draft.lang) for one in better):
            continue
        elsewhere = {id(o.concept) for o in named if o.end <= term.start or term.end <= o.start}
        taken = Marks(len(text), ((o.start, o.end) for o in right if id(o.concept) in elsewhere))
        for found in places:
            span = found.start, found.end
            # wording that the base approves, or that another term of the source asks for, is right
            if approved.covers(*span) or marked.touches(*span) or taken.touches(*span):
                continue
            marked.mark(*span)
            yield _derived_hit(draft, term, found, better)


def _better(source: Occurrence, lang: str) -> tuple[str, ...]:
    """The terms to write for an approved term of the source, the best first."""
    if source.term.avoided:
        return ()
    return tuple(one.text for one in approved_terms(source.concept, lang) if one.type is not TermType.PHRASE)


def _counts(concept: Concept, draft: Draft) -> bool:
    return all(
        not wanted or not own or wanted == own
        for wanted, own in ((draft.product, concept.product), (draft.audience, concept.audience))
    )


def _derived_hit(draft: Draft, source: Occurrence, found: Occurrence, better: tuple[str, ...]) -> Hit:
    term = replace(found.term, replacements=better)
    start, end, replacements = cures(replace(found, concept=source.concept, term=term), draft)
    return Hit(
        start=start,
        end=end,
        message="“{text}” looks like a word-for-word translation of “{source}”; our term is “{better}”.",
        values={"text": found.text, "source": source.text, "better": better[0]},
        replacements=replacements,
        concept=source.concept,
        severity=Severity.WARNING,
        confidence=0.75,
        source_start=source.start,
        source_end=source.end,
    )


_TURN_ON = Concept(
    terms=(
        Term(lang="zh", text="打开路由器"),
        Term(
            lang="en",
            text="open the router",
            pattern="open (the|your|) router",
            reason=Reason.LITERAL,
            from_lang="zh",
            replacements=("turn on the router",),
            unless=("open (the|your|) router (settings|page)",),
        ),
        Term(lang="de", text="den Router öffnen", reason=Reason.LITERAL, replacements=("den Router einschalten",)),
    )
)
_ACTUALLY = Concept(
    terms=(
        Term(lang="en", text="actually"),
        Term(lang="es", text="en realidad"),
        Term(lang="es", text="actualmente", reason=Reason.LITERAL, from_lang="en", when=When.WITH_SOURCE),
        Term(lang="fr", text="en fait"),
        Term(lang="fr", text="actuellement", reason=Reason.LITERAL, from_lang="en", when=When.WITH_SOURCE),
    )
)
_CALL_BACK = Concept(
    terms=(
        Term(lang="zh", text="支持票", reason=Reason.LITERAL, from_lang="en", replacements=("工单",)),
        Term(lang="ja", text="支持票", reason=Reason.LITERAL, from_lang="en", replacements=("お問い合わせ番号",)),
        Term(lang="ko", text="지원 티켓", reason=Reason.LITERAL, from_lang="en", replacements=("문의 접수 번호",)),
        Term(lang="ru", text="билет поддержки", reason=Reason.LITERAL, from_lang="en", replacements=("обращение",)),
        Term(lang="th", text="ตั๋วสนับสนุน", reason=Reason.LITERAL, from_lang="en", replacements=("หมายเลขคำร้อง",)),
        Term(lang="vi", text="vé hỗ trợ", reason=Reason.LITERAL, from_lang="en", replacements=("yêu cầu hỗ trợ",)),
    )
)

_TRACKING = Concept(
    terms=(
        Term(lang="zh", text="快递单号"),
        Term(lang="en", text="tracking number"),
        Term(lang="de", text="Sendungsnummer"),
    )
)
_ORDER_NUMBER = Concept(
    terms=(
        Term(lang="en", text="order number"),
        Term(lang="de", text="Bestellnummer"),
        Term(lang="fr", text="numéro de commande"),
        Term(lang="ru", text="номер заказа"),
        Term(lang="zh", text="订单号"),
        Term(lang="ja", text="注文番号"),
        Term(lang="ko", text="주문 번호"),
    )
)
_POLICY = Concept(terms=(Term(lang="en", text="return policy"), Term(lang="es", text="política de devoluciones")))

CHECK = Check(
    id="literal-translation",
    kind="literal",
    severity=Severity.ERROR,
    find=find,
    bad=(
        Example(lang="en", text="Please open the router first.", marked=("open the router",), concepts=(_TURN_ON,)),
        Example(lang="en", text="I opened your router.", marked=("opened your router",), concepts=(_TURN_ON,)),
        Example(
            lang="en", text="After opening the router, wait.", marked=("opening the router",), concepts=(_TURN_ON,)
        ),
        Example(
            lang="es",
            text="Actualmente, salió ayer.",
            marked=("Actualmente",),
            source="Actually, it left yesterday.",
            source_lang="en",
            concepts=(_ACTUALLY,),
        ),
        Example(
            lang="fr",
            text="Il est actuellement parti hier.",
            marked=("actuellement",),
            source="It actually left yesterday.",
            source_lang="en",
            concepts=(_ACTUALLY,),
        ),
        Example(lang="zh", text="您的支持票已建立。", marked=("支持票",), concepts=(_CALL_BACK,)),
        Example(lang="ja", text="支持票を確認します。", marked=("支持票",), concepts=(_CALL_BACK,)),
        Example(lang="ko", text="지원 티켓은 내일 처리됩니다.", marked=("지원 티켓은",), concepts=(_CALL_BACK,)),
        Example(lang="ru", text="Номер билета поддержки: 12.", marked=("билета поддержки",), concepts=(_CALL_BACK,)),
        Example(lang="th", text="ตั๋วสนับสนุนของคุณคือ 12", marked=("ตั๋วสนับสนุน",), concepts=(_CALL_BACK,)),
        Example(lang="vi", text="Vé hỗ trợ của bạn là 12.", marked=("Vé hỗ trợ",), concepts=(_CALL_BACK,)),
        Example(lang="de", text="Bitte den Router öffnen.", marked=("den Router öffnen",), concepts=(_TURN_ON,)),
        Example(
            lang="en",
            text="Please send us the express bill number.",
            marked=("express bill number",),
            source="请提供快递单号。",
            source_lang="zh",
            concepts=(_TRACKING,),
        ),
        Example(
            lang="de",
            text="Ihre Befehlsnummer ist 12.",
            marked=("Befehlsnummer",),
            source="Your order number is 12.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
        Example(
            lang="fr",
            text="Votre numéro d'ordre est le 12.",
            marked=("numéro d'ordre",),
            source="Your order number is 12.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
        Example(
            lang="es",
            text="Nuestra póliza de retorno es de 30 días.",
            marked=("póliza de retorno",),
            source="Our return policy is 30 days.",
            source_lang="en",
            concepts=(_POLICY,),
        ),
        Example(
            lang="ru",
            text="Напишите номер приказа.",
            marked=("номер приказа",),
            source="Please send the order number.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
        Example(
            lang="zh",
            text="您的命令号码是12。",
            marked=("命令号码",),
            source="Your order number is 12.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
        Example(
            lang="ja",
            text="命令番号は12です。",
            marked=("命令番号",),
            source="Your order number is 12.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
        Example(
            lang="ko",
            text="고객님의 명령 번호는 12입니다.",
            marked=("명령 번호",),
            source="Your order number is 12.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
    ),
    good=(
        Example(lang="en", text="Please turn on the router first.", concepts=(_TURN_ON,)),
        Example(lang="en", text="Please open the router settings.", concepts=(_TURN_ON,)),
        Example(lang="es", text="Actualmente hay existencias.", concepts=(_ACTUALLY,)),
        Example(lang="fr", text="Il est actuellement en stock.", concepts=(_ACTUALLY,)),
        Example(lang="zh", text="您的工单已建立。", concepts=(_CALL_BACK,)),
        Example(lang="ja", text="お問い合わせ番号を確認します。", concepts=(_CALL_BACK,)),
        Example(lang="ko", text="문의 접수 번호를 확인합니다.", concepts=(_CALL_BACK,)),
        Example(lang="ru", text="Билет на поезд можно вернуть.", concepts=(_CALL_BACK,)),
        Example(lang="th", text="ตั๋วเครื่องบินของคุณ", concepts=(_CALL_BACK,)),
        Example(lang="vi", text="Vé tàu của bạn đã được hoàn tiền.", concepts=(_CALL_BACK,)),
        Example(lang="de", text="Bitte die Tür öffnen.", concepts=(_TURN_ON,)),
        Example(
            lang="en",
            text="Please send us the courier's tracking number.",
            source="请提供快递单号。",
            source_lang="zh",
            concepts=(_TRACKING,),
        ),
        Example(lang="en", text="Please send us the express bill number.", concepts=(_TRACKING,)),
        Example(
            lang="de",
            text="Ihre Auftragsnummer ist 12.",
            source="Your order number is 12.",
            source_lang="en",
            concepts=(_ORDER_NUMBER,),
        ),
    ),
)
