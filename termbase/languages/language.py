"""What termbase knows of a language, as one frozen value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

_NO_WORDS: Mapping[str, float] = MappingProxyType({})


def surface(word: str) -> tuple[str, ...]:
    """The forms of a word in a language that does not inflect: itself."""
    return (word,)


def whole(word: str) -> str:
    """The stem of a word in a language that does not inflect: the word."""
    return word


def as_written(replacement: str, found: str, rule: str, before: str) -> str:
    """A replacement in a language whose words we do not inflect: as it stands."""
    return replacement


def unjoined(replacement: str, after: str) -> tuple[str, int]:
    """A replacement in a language where nothing after it depends on how it ends."""
    return replacement, 0


def unled(replacement: str, found: str, before: str) -> tuple[str, int]:
    """A replacement in a language where nothing before it depends on how it begins."""
    return replacement, 0


def no_pairs() -> Mapping[str, str]:
    """No character is compared as another."""
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How a language writes numbers, dates and times."""

    decimal: str = "."
    group: str = ","
    words: Mapping[str, float] = field(default_factory=lambda: _NO_WORDS)
    """Number words, lower case."""
    months: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Month names and their abbreviations, lower case."""
    weekdays: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Names of the days of the week in the forms they are written in, lower case; 1 is Monday."""
    units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Unit words, lower case → one of our unit names (hour, day, percent, …)."""
    afternoon: tuple[str, ...] = ()
    """Marks of the second half of the day, lower case."""
    morning: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """One language: its script, how its words are found and compared, how its sentences and numbers are written."""

    code: str
    """Primary subtag of BCP 47."""
    name: str
    """In English."""
    own_name: str
    spaced: bool = True
    """Whether blanks divide words; word edges exist only then."""
    joins: str = ""
    """Characters that may stand inside a word, as the apostrophe of "don't"."""
    forms: Callable[[str], tuple[str, ...]] = surface
    """A folded word → the forms it may stand for; the first is its dictionary form."""
    stem: Callable[[str], str] = whole
    """A folded word → what all its relatives begin with; coarser than a form."""
    compounds: bool = False
    """Whether words are written together (Standardkommentar), so that a term may stand inside a longer word."""
    prefixes: tuple[str, ...] = ()
    """Verb prefixes that may stand apart from their verb (fügen Sie … hinzu)."""
    bound: tuple[str, ...] = ()
    """Verb prefixes that never do (ver-): what begins with one is no word of a compound unless it is known."""
    refit: Callable[[str, str, str, str], str] = as_written
    """(replacement, words found, the rule as written, text before) → the replacement in the form of what was found."""
    join: Callable[[str, str], tuple[str, int]] = unjoined
    """(replacement, text after it) → the replacement with what must agree with it, and how many characters that was."""
    lead: Callable[[str, str, str], tuple[str, int]] = unled
    """(replacement, words found, text before) → the replacement with what must agree before it, and how many characters that
    was."""
    particles: bool = False
    """Whether `forms` cuts particles off the end of a word, so that a term found in it ends before them."""
    loose_blanks: bool = False
    """Whether a blank between this script and Latin letters means nothing (打开 WiFi, 打开WiFi)."""
    alike: Callable[[], Mapping[str, str]] = no_pairs
    """Characters that are compared as another one (traditional as simplified)."""
    capital_nouns: bool = False
    """Whether common nouns have a capital, so that one inside a sentence marks no name."""
    letters: str = ""
    """Ranges of the characters that only this language's script has, for a character class; empty for Latin."""
    marks: str = ""
    """Letters with marks that point to this language among those written in Latin letters."""
    common: frozenset[str] = frozenset()
    """Frequent function words, lower case: they tell which language a text is in."""
    small: frozenset[str] = frozenset()
    """Further words that bear nothing of a term's meaning, lower case: articles, prepositions, elided and reflexive
    pronouns (se connecter, nous connecter)."""
    stacks: bool = True
    """Whether nouns are put one before another (member day, member party day), so that one more makes another term."""
    particles_apart: frozenset[str] = frozenset()
    """Small words that make another verb of the verb before them (turn on, turn off), with its object between."""
    nouns: tuple[str, ...] = ()
    """Endings that make a noun of a verb, which the dictionary may call a form of it (meet-ing)."""
    endings: tuple[str, ...] = ()
    """What makes a relative of a word too short to be compared by its stem (pay-ment)."""
    sentence_ends: str = ".!?…"
    sentence_closers: str = ""
    """Regular expression for words that end a sentence without a mark (Thai ค่ะ before a blank); empty for none."""
    numbers: Numbers = field(default_factory=Numbers)
    negations: str = ""
    """Regular expression for the words that deny, matched in text without case: two texts that differ in them
    mean different things."""
    address: str = ""
    """Regular expression for what speaks to a reader, matched without case: polite second person, first person,
    greeting, thanks, apology, request. A label, a log line or a definition has none of it."""
    hours: str = ""
    """Regular expression for a definite time or term ("within 2 hours", "今天下午5点"), matched without case."""

    def weighs(self, word: str) -> bool:
        """Whether a folded word bears a meaning of its own; one that denies does."""
        return (word not in self.common and word not in self.small) or word in self._denials

    @cached_property
    def _denials(self) -> frozenset[str]:
        denies = re.compile(self.negations or "(?!)")
        return frozenset(word for word in self.common | self.small if denies.fullmatch(word))
