"""Technical and internal words that a customer may not know.

**Why:** "we opened an RMA within the SLA" is true, polite and useless.

**Instead:** the plain wording, offered as the replacement, or an explanation beside the word: in brackets, or after
"that is", 即, つまり and their like. Then the check is silent. Technical words (subject `technical`) are only suggestions where a text
speaks to no reader (a label, a log line: no greeting, "you", "we", "please" or their like).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checks.address import for_a_reader
from termbase.checks.avoided import avoided, cures
from termbase.checks.check import Check, Example, Hit
from termbase.matching import Glossary, Occurrence
from termbase.model import Concept, Draft, Reason, Severity, Term

TECHNICAL = "technical"
"""The subject of words that are everyday vocabulary on screens and in manuals."""
_EXPLAINED_AFTER = re.compile(
    r"\s*[\"”」』’]?\s*(?:[(（\[【][^)）\]】]{3,}[)）\]】]|[,，、:：—–-]*\s*(?:(?:that is|i\.e\.|which means|in other words|meaning|"
    r"or simply|es decir|o sea|c'est-à-dire|autrement dit|das heißt|d\.\s?h\.|also|то есть|т\.\s?е\.|tức là|nghĩa là)(?!\w)"
    r"|即|也就是|就是|指的是|意思是|つまり|すなわち|という(?:意味|こと)|とは|즉|다시 말해|คือ|หมายถึง))",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"\s*(?:stands for|is short for|means|steht für|bedeutet|signifie|significa|означает|nghĩa là|là viết tắt)(?!\w)|\s*(?:是指|指的)"
    r"|\s*is (?:the|a|an) (?:\w+ ){0,2}(?:number|code|name|word|term|time|date|document|software|program|part|list|fee)\b"
    r"|[^.。!?！？]{0,24}, which (?:is|means)\b",
    re.IGNORECASE,
)
_OPEN_BRACKET = re.compile(r"[(（]\s*[^()（）]{0,30}$")


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Terms with reason `jargon` that are not explained beside."""
    explained: set[int] = set()
    for occurrence in avoided(draft, glossary, Reason.JARGON):
        if id(occurrence.concept) in explained:
            continue
        if is_explained(occurrence, draft.text):
            explained.add(id(occurrence.concept))  # once is enough for the whole reply
            continue
        start, end, replacements = cures(occurrence, draft)
        yield Hit(
            start=start,
            end=end,
            message="A customer may not know “{text}”.",
            values={"text": occurrence.text},
            note=occurrence.term.note,
            replacements=replacements,
            concept=occurrence.concept,
            term=occurrence.term,
            confidence=0.85,
            severity=for_a_reader(draft) if occurrence.concept.subject == TECHNICAL else None,
        )


def is_explained(occurrence: Occurrence, text: str) -> bool:
    """Whether an explanation follows, or the word itself stands in brackets behind its explanation."""
    if _EXPLAINED_AFTER.match(text, occurrence.end) or _DEFINED.match(text, occurrence.end):
        return True
    before = text[max(0, occurrence.start - 40) : occurrence.start]
    opened = _OPEN_BRACKET.search(before)
    return opened is not None and bool(before[: opened.start()].strip())


_SLA = Concept(
    terms=(
        Term(lang="en", text="SLA", reason=Reason.JARGON, case_sensitive=True, replacements=("response time",)),
        Term(lang="zh", text="工单", reason=Reason.JARGON, replacements=("服务记录",)),
        Term(lang="de", text="RMA", reason=Reason.JARGON, replacements=("Rücksendung",)),
    )
)

CHECK = Check(
    id="jargon",
    kind="jargon",
    severity=Severity.WARNING,
    find=find,
    bad=(
        Example(lang="en", text="Our SLA is one day.", marked=("SLA",), concepts=(_SLA,)),
        Example(lang="zh", text="我已为您创建工单。", marked=("工单",), concepts=(_SLA,)),
        Example(lang="de", text="Bitte die RMA abwarten.", marked=("RMA",), concepts=(_SLA,)),
    ),
    good=(
        Example(lang="en", text="Our SLA (the time in which we answer) is one day.", concepts=(_SLA,)),
        Example(lang="en", text="Our response time (SLA) is one day.", concepts=(_SLA,)),
        Example(lang="en", text="The SLA is the time in which we answer.", concepts=(_SLA,)),
        Example(lang="zh", text="工单，也就是您的服务记录，已经创建。", concepts=(_SLA,)),
        Example(lang="de", text="Die RMA, das heißt die Rücksendung, ist da.", concepts=(_SLA,)),
    ),
)
