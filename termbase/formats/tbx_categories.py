"""Words that real TBX files use for one thing, and ours for it."""

from __future__ import annotations

from termbase.model import State, Status, TermType

STATUS = {
    "preferred": Status.PREFERRED,
    "approved": Status.PREFERRED,
    "recommended": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "allowed": Status.ADMITTED,
    "acceptable": Status.ADMITTED,
    "accepted": Status.ADMITTED,
    "alternative": Status.ADMITTED,
    "legal": Status.ADMITTED,
    "regulated": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "notrecommended": Status.DEPRECATED,
    "forbidden": Status.DEPRECATED,
    "prohibited": Status.DEPRECATED,
    "negative": Status.DEPRECATED,
    "donotuse": Status.DEPRECATED,
    "superseded": Status.SUPERSEDED,
    "obsolete": Status.SUPERSEDED,
    "outdated": Status.SUPERSEDED,
}
"""Value of administrativeStatus or usageStatus, squeezed by `squeeze`, → status."""

STATE = {
    "draft": State.PROPOSED,
    "proposed": State.PROPOSED,
    "new": State.PROPOSED,
    "pending": State.PROPOSED,
    "unprocessed": State.PROPOSED,
    "provisionallyprocessed": State.PROPOSED,
    "finalized": State.APPROVED,
}
"""Value of processStatus, or a status that is really a state, → state."""

TYPE = {
    **{value.lower(): value for value in TermType},
    "abbreviatedform": TermType.ABBREVIATION,
    "abbreviated": TermType.ABBREVIATION,
    "initialism": TermType.ACRONYM,
    "full": TermType.FULL_FORM,
    "short": TermType.SHORT_FORM,
    "spellingvariant": TermType.VARIANT,
    "phraseologicalunit": TermType.PHRASE,
    "setphrase": TermType.PHRASE,
}

CREATED = {"origination", "creation", "created", "create", "input", "introduction"}
CHANGED = {"modification", "modified", "change", "changed", "update", "updated"}


def squeeze(value: str) -> str:
    """A value without case, blanks and the endings TBX puts on it: `deprecatedTerm-admn-sts` → `deprecated`."""
    word = "".join(letter for letter in value.lower() if letter.isalnum())
    return word.removesuffix("admnsts").removesuffix("term") or word
