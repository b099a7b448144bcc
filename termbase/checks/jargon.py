"""Technical and internal words that a customer may not know.

**Why:** "we opened an RMA within the SLA" is true, polite and useless.

**Instead:** the plain wording, offered as the replacement, or an explanation beside the word, once in the reply: in
brackets, after "that is", "means", 即, つまり and their like, or because the customer asked. Then the check is silent.
Technical words (subject `technical`) are only suggestions where a text speaks to no reader (a label, a log line: no
greeting, "you", "we", "please" or their like).
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.address import for_a_reader
from termbase.checks.avoided import avoided, cures
from termbase.checks.check import Check, Example, Hit
from termbase.checks.explained import is_explained
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Severity, Term

TECHNICAL = "technical"
"""The subject of words that are everyday vocabulary on screens and in manuals."""


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Terms with reason `jargon` that are not explained beside."""
    found = list(avoided(draft, glossary, Reason.JARGON))
    # once is enough for the whole reply
    explained = {id(o.concept) for o in found if is_explained(draft.text, o.start, o.end)}
    for occurrence in found:
        if id(occurrence.concept) in explained:
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
        Example(lang="en", text='You asked what "SLA" in our terms means.', concepts=(_SLA,)),
        Example(lang="zh", text="工单，也就是您的服务记录，已经创建。", concepts=(_SLA,)),
        Example(lang="de", text="Sie fragten, was RMA bedeutet.", concepts=(_SLA,)),
        Example(lang="de", text="Die RMA, das heißt die Rücksendung, ist da.", concepts=(_SLA,)),
    ),
)
