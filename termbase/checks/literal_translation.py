"""Word-for-word renderings, calques and false friends.

**Why:** the customer reads a sentence that no one in their language would write, and sometimes one that means
something else: "open the router" is done with a screwdriver.

**Instead:** the term that a native colleague uses, offered as the replacement. A rule marked `with-source` speaks only
when the source text is given and names the concept, because the same words are right elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.avoided import avoided, concepts_in_source, cures
from termbase.checks.check import Check, Example, Hit
from termbase.languages import primary
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Severity, Term, When


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Deprecated terms with reason `literal`; the source and the language written through raise the confidence."""
    sources = concepts_in_source(draft, glossary)
    for occurrence in avoided(draft, glossary, Reason.LITERAL):
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
    ),
)
