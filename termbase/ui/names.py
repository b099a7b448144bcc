"""What the values of the model are called on the screen, in English; whoever shows one translates it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from termbase.languages import known, language
from termbase.model import Gender, PartOfSpeech, Position, Reason, Severity, State, Status, TermType, When
from termbase.ui.i18n import Words, marked

_NAMES: Mapping[StrEnum, str] = {
    Status.PREFERRED: marked("preferred"),
    Status.ADMITTED: marked("admitted"),
    Status.DEPRECATED: marked("deprecated"),
    Status.SUPERSEDED: marked("superseded"),
    Reason.LITERAL: marked("word for word"),
    Reason.JARGON: marked("jargon"),
    Reason.PHRASE: marked("must not be said"),
    Reason.OUTDATED: marked("outdated"),
    Reason.OTHER: marked("another reason"),
    State.PROPOSED: marked("proposed"),
    State.APPROVED: marked("approved"),
    State.REJECTED: marked("rejected"),
    State.QUARANTINED: marked("quarantined"),
    When.ALWAYS: marked("always"),
    When.WITH_SOURCE: marked("only when the source names the concept"),
    Position.ANYWHERE: marked("anywhere"),
    Position.WHOLE_REPLY: marked("as the whole reply"),
    Position.SENTENCE_START: marked("at the start of a sentence"),
    Position.CLOSING: marked("as the closing, with no offer of help before it"),
    Severity.ERROR: marked("error"),
    Severity.WARNING: marked("warning"),
    Severity.SUGGESTION: marked("suggestion"),
    PartOfSpeech.NOUN: marked("noun"),
    PartOfSpeech.VERB: marked("verb"),
    PartOfSpeech.ADJECTIVE: marked("adjective"),
    PartOfSpeech.ADVERB: marked("adverb"),
    PartOfSpeech.OTHER: marked("other"),
    Gender.MASCULINE: marked("masculine"),
    Gender.FEMININE: marked("feminine"),
    Gender.NEUTER: marked("neuter"),
    Gender.OTHER: marked("other"),
    TermType.FULL_FORM: marked("full form"),
    TermType.ACRONYM: marked("acronym"),
    TermType.ABBREVIATION: marked("abbreviation"),
    TermType.SHORT_FORM: marked("short form"),
    TermType.VARIANT: marked("variant"),
    TermType.PHRASE: marked("phrase"),
}
_CODES: Mapping[str, str] = {
    "pre-sales": marked("pre-sales"),
    "order": marked("order"),
    "payment": marked("payment"),
    "delivery": marked("delivery"),
    "after-sales": marked("after-sales"),
    "warranty": marked("warranty"),
    "complaint": marked("complaint"),
    "account": marked("account"),
    "care": marked("care"),
    "urgent": marked("urgent"),
    "opening": marked("opening"),
    "discovery": marked("discovery"),
    "solution": marked("solution"),
    "confirmation": marked("confirmation"),
    "follow-up": marked("follow-up"),
    "closing": marked("closing"),
}
_ACTIONS: Mapping[str, str] = {
    "add": marked("added"),
    "change": marked("changed"),
    "remove": marked("removed"),
    "import": marked("imported"),
    "undo": marked("undone"),
    "approve": marked("approved"),
    "reject": marked("rejected"),
}


def name(value: StrEnum | None, say: Words) -> str:
    """What a value is called; a dash for none. Status and reason share words, so the class decides, not the text."""
    if value is None:
        return "–"
    return say(next((text for known, text in _NAMES.items() if known is value), value.value))


def code_name(code: str, say: Words) -> str:
    """What a scenario or a stage is called; a free one is called what it is."""
    return say(_CODES[code]) if code in _CODES else code


def action_name(action: str, say: Words) -> str:
    """What somebody did."""
    return say(_ACTIONS[action]) if action in _ACTIONS else action


def tags() -> list[str]:
    """The language tags to choose from: those we know, Chinese in its two scripts besides."""
    codes = [language.code for language in known()]
    return [tag for code in codes for tag in ((code, "zh-Hant") if code == "zh" else (code,))]


def language_name(tag: str) -> str:
    """A language in its own words, with its tag, so that both the person and the file format know it."""
    own = language(tag).own_name
    return f"{own} ({tag})" if own != tag else tag


def moment(at: datetime | None) -> str:
    """A time as the machine's clock shows it."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M") if at else ""
