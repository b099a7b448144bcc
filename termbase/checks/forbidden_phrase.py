"""Wording that the service guide forbids: blaming, flat refusal, brushing off, fillers.

**Why:** the customer hears that the fault is theirs, or that nobody will help.

**Instead:** what can be done and who does it, offered as the replacement. A phrase may be forbidden only as the whole
reply, at the start of a sentence, or as a closing with no offer of help before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.avoided import avoided, cures
from termbase.checks.check import Check, Example, Hit
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Position, Reason, Severity, Term


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Deprecated terms with reason `phrase`, where their position says that they count."""
    for occurrence in avoided(draft, glossary, Reason.PHRASE):
        start, end, replacements = cures(occurrence, draft)
        yield Hit(
            start=start,
            end=end,
            message="“{text}” must not be said to a customer.",
            values={"text": occurrence.text},
            note=occurrence.term.note,
            replacements=replacements,
            concept=occurrence.concept,
            term=occurrence.term,
            confidence=0.93,
        )


def _phrase(lang: str, text: str, position: Position = Position.ANYWHERE) -> Concept:
    return Concept(terms=(Term(lang=lang, text=text, reason=Reason.PHRASE, position=position),))


_MY_JOB = _phrase("en", "not my job")
_GOODBYE = _phrase("zh", "再见", Position.CLOSING)
_HELLO = _phrase("zh", "您好", Position.WHOLE_REPLY)
_FILLER = _phrase("en", "well", Position.SENTENCE_START)

CHECK = Check(
    id="forbidden-phrase",
    kind="forbidden_phrase",
    severity=Severity.ERROR,
    find=find,
    bad=(
        Example(lang="en", text="That is not my job.", marked=("not my job",), concepts=(_MY_JOB,)),
        Example(lang="en", text="One moment. Well, it is late.", marked=("Well",), concepts=(_FILLER,)),
        Example(lang="zh", text="已经退款了。再见！", marked=("再见",), concepts=(_GOODBYE,)),
        Example(lang="zh", text="您好。", marked=("您好",), concepts=(_HELLO,)),
    ),
    good=(
        Example(lang="en", text="My job is to help you.", concepts=(_MY_JOB,)),
        Example(lang="en", text="The lamp works well.", concepts=(_FILLER,)),
        Example(lang="zh", text="请问还有什么可以帮您？再见！", concepts=(_GOODBYE,)),
        Example(lang="zh", text="您好，请问有什么可以帮您？", concepts=(_HELLO,)),
    ),
)
