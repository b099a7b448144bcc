"""Names that are no longer ours, and terms the base advises against without saying more.

**Why:** the customer searches the page for a name that is not there any more.

**Instead:** the present name, offered as the replacement.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checks.avoided import avoided, cures
from termbase.checks.check import Check, Example, Hit
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Severity, Status, Term


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Terms with reason `outdated` or `other`, and deprecated or superseded ones without a reason."""
    for occurrence in avoided(draft, glossary, Reason.OUTDATED, Reason.OTHER, None):
        start, end, replacements = cures(occurrence, draft)
        outdated = occurrence.term.reason is Reason.OUTDATED or occurrence.term.status is Status.SUPERSEDED
        yield Hit(
            start=start,
            end=end,
            message="“{text}” is no longer used." if outdated else "The term base advises against “{text}”.",
            values={"text": occurrence.text},
            note=occurrence.term.note,
            replacements=replacements,
            concept=occurrence.concept,
            term=occurrence.term,
        )


_CLUB = Concept(
    terms=(
        Term(lang="en", text="Rewards"),
        Term(lang="en", text="Bonus Club", status=Status.SUPERSEDED, reason=Reason.OUTDATED),
        Term(lang="zh", text="会员积分"),
        Term(lang="zh", text="积分俱乐部", status=Status.DEPRECATED),
    )
)

CHECK = Check(
    id="outdated-term",
    kind="outdated_term",
    severity=Severity.WARNING,
    find=find,
    bad=(
        Example(lang="en", text="Join the Bonus Club today.", marked=("Bonus Club",), concepts=(_CLUB,)),
        Example(lang="zh", text="欢迎加入积分俱乐部。", marked=("积分俱乐部",), concepts=(_CLUB,)),
    ),
    good=(
        Example(lang="en", text="Join Rewards today and get a bonus.", concepts=(_CLUB,)),
        Example(lang="zh", text="您的会员积分已到账。", concepts=(_CLUB,)),
    ),
)
