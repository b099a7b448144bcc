"""Two names for one thing in one reply.

**Why:** the customer wonders whether the parcel and the package are two things.

**Instead:** one of the names throughout, the preferred one where there is a choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.avoided import terms_in
from termbase.checks.check import Check, Example, Hit
from termbase.matching import Glossary, Occurrence
from termbase.matching.glossary import fitted
from termbase.model import Concept, Draft, Severity, Status, Term, TermType

_SHORT = (TermType.ACRONYM, TermType.ABBREVIATION, TermType.SHORT_FORM)


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Approved terms of one concept that differ; a full form with its short form beside it is no inconsistency."""
    by_concept: dict[int, dict[tuple[int, int], Occurrence]] = {}
    for occurrence in terms_in(draft, glossary):
        if not occurrence.term.avoided and occurrence.term.type is not TermType.PHRASE:
            # one word found as two terms (simplified and traditional) is one name
            by_concept.setdefault(id(occurrence.concept), {}).setdefault((occurrence.start, occurrence.end), occurrence)
    for places in by_concept.values():
        occurrences = list(places.values())
        names = list(dict.fromkeys(o.term.text for o in occurrences if o.term.type not in _SHORT))
        if len(names) < 2:
            continue
        first = next((o for o in occurrences if o.term.status is Status.PREFERRED), occurrences[0])
        for occurrence in occurrences:
            if occurrence.term.text == first.term.text or occurrence.term.type in _SHORT:
                continue
            yield Hit(
                start=occurrence.start,
                end=occurrence.end,
                message="“{text}” and “{better}” name the same thing; use one of them.",
                values={"text": occurrence.text, "better": first.text},
                replacements=(fitted(first.term.text, occurrence.text, begins=False),),
                concept=occurrence.concept,
                term=occurrence.term,
                confidence=0.8,
            )


_PARCEL = Concept(
    terms=(
        Term(lang="en", text="parcel"),
        Term(lang="en", text="package", status=Status.ADMITTED),
        Term(lang="zh", text="包裹"),
        Term(lang="zh", text="快件", status=Status.ADMITTED),
    )
)

CHECK = Check(
    id="inconsistent-term",
    kind="inconsistent_term",
    severity=Severity.SUGGESTION,
    find=find,
    bad=(
        Example(lang="en", text="The parcel left. Your package is late.", marked=("package",), concepts=(_PARCEL,)),
        Example(lang="zh", text="包裹已寄出，快件明天到。", marked=("快件",), concepts=(_PARCEL,)),
    ),
    good=(
        Example(lang="en", text="The parcel left. Your parcels are late.", concepts=(_PARCEL,)),
        Example(lang="zh", text="包裹已寄出，包裹明天到。", concepts=(_PARCEL,)),
    ),
)
