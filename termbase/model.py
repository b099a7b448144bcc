"""The values termbase is made of: concept, term, unit, variant, draft, finding, match, person, proposal, event.

All are frozen and know no I/O. Ids are strings the store gives ("c-0012", "t-0345", "u-0007", "v-0010");
an empty id means "not stored yet". Times are aware UTC datetimes with whole seconds. `revision` counts the
changes of a stored value and guards against two people overwriting each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, str] = MappingProxyType({})


class Status(StrEnum):
    """The four values of TBX administrativeStatus. One preferred term a concept and language tag."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class Reason(StrEnum):
    """Why a term is to be avoided in a reply."""

    LITERAL = "literal"  # a word-for-word rendering, calque or false friend
    JARGON = "jargon"  # right in a manual, not known to customers
    PHRASE = "phrase"  # must not be said
    OUTDATED = "outdated"
    OTHER = "other"


class When(StrEnum):
    """Whether a term to avoid is wrong on its own or only as a rendering of a source term."""

    ALWAYS = "always"
    WITH_SOURCE = "with-source"


class State(StrEnum):
    """Where a term or a variant stands in review. Only approved ones are used."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    QUARANTINED = "quarantined"


class Position(StrEnum):
    """Where in a draft a term to avoid counts."""

    ANYWHERE = "anywhere"
    WHOLE_REPLY = "whole-reply"
    SENTENCE_START = "sentence-start"
    CLOSING = "closing"  # the last sentence, with no offer of help before it


class Severity(StrEnum):
    """How much a finding matters, strongest first."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


class PartOfSpeech(StrEnum):
    """TBX-Basic partOfSpeech."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OTHER = "other"


class Gender(StrEnum):
    """TBX-Basic grammaticalGender."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"
    OTHER = "other"


class TermType(StrEnum):
    """TBX-Basic termType."""

    FULL_FORM = "fullForm"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    SHORT_FORM = "shortForm"
    VARIANT = "variant"
    PHRASE = "phrase"


class Role(StrEnum):
    """What a person may do: an agent checks and proposes, a curator edits and endorses, a lead approves."""

    AGENT = "agent"
    CURATOR = "curator"
    LEAD = "lead"


SCENARIOS = (
    "pre-sales", "order", "payment", "delivery", "after-sales", "warranty", "complaint", "account", "care", "urgent",
)  # fmt: skip
STAGES = ("opening", "discovery", "solution", "confirmation", "follow-up", "closing")
PATTERN_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Term:
    """One way of saying a concept in one language, approved or to be avoided."""

    lang: str
    text: str
    id: str = ""
    status: Status = Status.PREFERRED
    reason: Reason | None = None
    """Set on terms to avoid. Literal, phrase and outdated imply deprecated."""
    from_lang: str = ""
    """The language a literal rendering is copied from; raises confidence, never gates an `always` term."""
    when: When = When.ALWAYS
    replacements: tuple[str, ...] = ()
    """Ordered cures; may use captures as {1}. Empty: the preferred sibling in the closest tag."""
    pattern: str = ""
    """What to look for in our notation (docs/curator: Patterns); empty: look for `text`."""
    pattern_version: int = PATTERN_VERSION
    inflected: bool = True
    case_sensitive: bool = False
    position: Position = Position.ANYWHERE
    unless: tuple[str, ...] = ()
    """Exceptions in the same notation: a hit inside, or touching, one of these is right."""
    severity: Severity | None = None
    enabled: bool = True
    bad: tuple[str, ...] = ()
    """Examples that must be flagged."""
    good: tuple[str, ...] = ()
    """Examples that must pass."""
    part_of_speech: PartOfSpeech | None = None
    gender: Gender | None = None
    type: TermType | None = None
    register: str = ""
    market: str = ""
    """Export data only (TBX geographicalUsage)."""
    note: str = ""
    """One sentence that is shown to the agent."""
    context: str = ""
    """A sentence that shows the term in use (TBX context)."""
    origin: str = ""
    external_id: str = ""
    state: State = State.APPROVED
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    revision: int = 0

    @property
    def avoided(self) -> bool:
        """Whether a reply should not hold this term: a reason, or a status against it."""
        return self.reason is not None or self.status in (Status.DEPRECATED, Status.SUPERSEDED)

    @property
    def live(self) -> bool:
        """Whether the term is used at all: approved and switched on."""
        return self.state is State.APPROVED and self.enabled


def implied_status(reason: Reason | None) -> Status:
    """The status a term has when none is given: jargon is admitted, other reasons deprecate, else preferred."""
    if reason is None:
        return Status.PREFERRED
    return Status.ADMITTED if reason is Reason.JARGON else Status.DEPRECATED


@dataclass(frozen=True, kw_only=True)
class Concept:
    """One meaning with its terms in any number of languages."""

    id: str = ""
    origin: str = ""
    """Where it came from: a pack ("starter/orders"), a file's name, or empty when made here."""
    external_id: str = ""
    """Its id there; (origin, external_id) says that two concepts are the same."""
    subject: str = ""
    product: str = ""
    audience: str = ""
    definitions: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Definition by language tag."""
    note: str = ""
    image: str = ""
    translate: bool = True
    """False for brand and model names that must appear verbatim in every language."""
    tags: tuple[str, ...] = ()
    use_instead: str = ""
    """Id of the concept to use in place of this one (TBX crossReference)."""
    props: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Data categories of the file it came from that have no field of their own."""
    terms: tuple[Term, ...] = ()
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    revision: int = 0


@dataclass(frozen=True, kw_only=True)
class InlineTag:
    """A code inside a segment that is not text (TMX bpt, ept, ph, it, hi, ut; XLIFF pc, ph …)."""

    position: int
    """Code points of the plain text before it."""
    kind: str
    id: str = ""
    payload: str = ""
    props: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One language's text of a unit."""

    lang: str
    text: str
    id: str = ""
    tags: tuple[InlineTag, ...] = ()
    plural: int | None = None
    """Index of the plural form, None when the text has no number."""
    state: State = State.APPROVED
    note: str = ""
    props: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    use_count: int = 0
    revision: int = 0


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A translation unit of the memory. Reply phrases with {variables} are units."""

    id: str = ""
    origin: str = ""
    key: str = ""
    """tuid in TMX; empty when the file names none."""
    context: str = ""
    """msgctxt in PO."""
    source_lang: str = ""
    """Language the others were translated from; empty when unknown."""
    previous: str = ""
    next: str = ""
    scenario: str = ""
    stage: str = ""
    subject: str = ""
    product: str = ""
    audience: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    props: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    file: str = ""
    references: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    revision: int = 0

    def variant(self, lang: str) -> Variant | None:
        """The first variant whose tag is exactly `lang`, or None."""
        return next((v for v in self.variants if v.lang == lang), None)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A reply somebody is about to send, and what is known about it."""

    text: str
    lang: str
    format: str = "text"
    """text, html or markdown."""
    source: str | None = None
    """What the agent meant, or what the customer wrote."""
    source_lang: str = ""
    """The language the agent writes through; may be set without a source text."""
    product: str = ""
    subject: str = ""
    audience: str = ""
    template: bool = False
    """A template may hold variables."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a check says about a draft. Spans are code points of the draft, half open; 0,0 means the whole draft."""

    check: str
    kind: str
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    replacements: tuple[str, ...] = ()
    concept: str | None = None
    term: str | None = None
    confidence: float = 1.0
    source_start: int | None = None
    source_end: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The finding in the shape other programs are written against."""
        return {
            "check": self.check,
            "kind": self.kind,
            "severity": self.severity.value,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "message": self.message,
            "replacements": list(self.replacements),
            "concept": self.concept,
            "term": self.term,
            "confidence": self.confidence,
            "source_start": self.source_start,
            "source_end": self.source_end,
        }


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """What became of a rule's findings: counts only, nothing of any draft."""

    accepted: int = 0
    """Times an agent took a replacement."""
    dismissed: int = 0
    """Times an agent ignored the finding."""
    reported: int = 0
    """Times an agent said that it is wrong."""
    clean: int = 0
    """Approved texts of the memory it fires on, as of the last measurement."""
    pinned: bool = False
    """Whether a lead wants the rule at its full severity whatever the counts say."""


@dataclass(frozen=True, kw_only=True)
class Match:
    """A memory hit: which unit, which two variants, how close (0–100), and what differs."""

    unit: Unit
    source: Variant
    target: Variant
    score: int
    dangers: tuple[str, ...] = ()
    """Kinds of difference that change the meaning: number, negation, placeholder."""
    differences: tuple[str, ...] = ()
    """Readable differences, as "12 → 21"."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who uses termbase."""

    name: str
    id: str = ""
    role: Role = Role.LEAD
    ui_lang: str = ""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """An agent's flag that waits for a curator."""

    text: str
    lang: str
    id: str = ""
    better: str = ""
    note: str = ""
    concept: str = ""
    state: State = State.PROPOSED
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    revision: int = 0


@dataclass(frozen=True, kw_only=True)
class Event:
    """Who changed what, when, in which batch. Append-only.

    `before` is kept for updates and deletes, `after` for updates; an inserted row carries its batch itself.
    """

    id: str
    at: datetime
    who: str
    action: str
    """add, change, remove, import, undo, approve …"""
    batch: str
    target: str = ""
    """Id of the concept, unit, … ; empty when the event is a whole batch."""
    summary: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None


def preferred(concept: Concept, langs: Iterable[str]) -> Term | None:
    """The live preferred term of a concept in the first of `langs` that has one."""
    for lang in langs:
        for term in concept.terms:
            if term.lang == lang and term.status is Status.PREFERRED and not term.avoided and term.live:
                return term
    return None
