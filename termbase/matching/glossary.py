"""A glossary: all live terms of a base, read against a text.

Immutable once built and shared by all sessions of a process. The index of a language is built when a text in that
language first asks for it. Longest match: a term inside a longer one is silent. Spans are code points of the
caller's text.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from termbase.errors import Invalid
from termbase.languages import closeness, language, primary, serves
from termbase.matching.characters import CharacterIndex
from termbase.matching.folding import fold
from termbase.matching.marks import Marks
from termbase.matching.rejected import RejectedWordings
from termbase.matching.segmenting import LONGEST, cuts_words
from termbase.matching.words import Hit, WordIndex
from termbase.model import Concept, Status, Term, Unit

Keep = Callable[["Occurrence"], bool]
CALL = "call"
"""Origin of a concept that a call brought along and no base holds."""
_BY_CHARACTER = "zh"
"""A language whose index reads character by character: names stand in texts of any script."""
_CASED = re.compile("[A-Za-z\u00c0-\u024f]+|[\u0370-\u04ff]+")
"""A word in a script that has capitals, also where it stands among Chinese."""

_ELIDED = re.compile("(?:[cdjlmnst]|qu)['\u2019]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term found in a text."""

    start: int
    end: int
    text: str
    concept: Concept
    term: Term
    captures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a wording stands for: a term, or an exception (`unless`) of that term."""

    concept: Concept
    term: Term
    exception: bool


class _LanguageIndex:
    """The wordings of one language."""

    def __init__(self, code: str, entries: Iterable[tuple[Concept, Term]]) -> None:
        self.language = language(code)
        self._rules: list[_Rule] = []
        self._index = WordIndex(self.language) if self.language.spaced else CharacterIndex(self.language)
        for concept, term in entries:
            self._add(concept, term)

    def _add(self, concept: Concept, term: Term) -> None:
        if not term.pattern:
            self._index.add_text(term.text, self._rule(concept, term, exception=False), inflected=term.inflected)
        for pattern in filter(None, (term.pattern, *term.unless)):
            number = self._rule(concept, term, exception=pattern is not term.pattern)
            # one that cannot be read is refused on save; should it come in by another way, it stays silent
            with suppress(Invalid):
                self._index.add(pattern, number, inflected=term.inflected)

    def _rule(self, concept: Concept, term: Term, *, exception: bool) -> int:
        self._rules.append(_Rule(concept, term, exception))
        return len(self._rules) - 1

    def find(self, text: str) -> list[Occurrence]:
        folded = fold(text, self.language)
        found: list[Occurrence] = []
        exceptions: dict[int, Marks] = {}
        hits = self._index.find(folded.text)
        hits.sort(key=lambda hit: (hit.start, -hit.end, hit.rule))  # of equal ones the first that was added
        cuts = cuts_words(folded.text, self.language) if any(hit.end - hit.start <= LONGEST for hit in hits) else None
        for hit in hits:
            rule = self._rules[hit.rule]
            if cuts and not rule.exception and hit.end - hit.start <= LONGEST and cuts(hit.start, hit.end):
                continue
            start, end = folded.back(hit.start, hit.end)
            if rule.exception:
                if id(rule.term) not in exceptions:
                    exceptions[id(rule.term)] = Marks(len(text))
                exceptions[id(rule.term)].mark(start, end)
            elif not rule.term.case_sensitive or self._same_case(text[start:end], rule.term):
                captures = tuple(
                    _captured(text, *folded.back(*span)) if span[0] < span[1] else "" for span in hit.captures
                )
                found.append(Occurrence(start, end, text[start:end], rule.concept, rule.term, captures))
        if exceptions:
            nothing = Marks(0)
            found = [o for o in found if not exceptions.get(id(o.term), nothing).touches(o.start, o.end)]
        return found

    @staticmethod
    def _same_case(found: str, term: Term) -> bool:
        """Whether every word that the term names is written as the term writes it; others (the, your …) may vary."""
        named, words = _CASED.findall(term.pattern or term.text), _CASED.findall(found)
        marked = tuple(word for word in named if word != word.lower())
        if marked and words and not any(word.startswith(marked) for word in words):
            return False  # an inflected look-alike: "nass" for NAS
        folded = {word.lower() for word in named}
        return all(word in named for word in words if word.lower() in folded)


class Glossary:
    """All live terms of a base. `concepts` in any order; terms that are not live are left out.

    `rejected` are the units of the memory with a rejected variant, and those that hold the same words.
    """

    def __init__(
        self,
        concepts: Iterable[Concept] = (),
        *,
        rejected: Iterable[Unit] = (),
        base: Glossary | None = None,
        hidden: frozenset[int] = frozenset(),
    ) -> None:
        self._by_language: dict[str, list[tuple[Concept, Term]]] = {}
        self._names: list[tuple[Concept, Term]] = []
        for concept in concepts:
            for term in concept.terms:
                if term.live and term.text.strip():
                    self._by_language.setdefault(primary(term.lang), []).append((concept, term))
                    if not concept.translate and not term.avoided:
                        self._names.append((concept, term))
        self.rejected: RejectedWordings = base.rejected if base is not None else RejectedWordings(rejected)
        """Wordings of the memory that must not be offered again."""
        self._base = base
        self._hidden = hidden
        self._indexes: dict[str, _LanguageIndex] = {}
        self._name_index: _LanguageIndex | None = None
        self._exact: dict[str, dict[str, list[tuple[Concept, Term]]]] = {}
        self._building = threading.Lock()
        self._recent = lru_cache(maxsize=16)(self._find_all)

    def languages(self) -> set[str]:
        """Primary subtags of the languages that hold a term."""
        return set(self._by_language) | (self._base.languages() if self._base else set())

    def find(self, text: str, tag: str, *, keep: Keep | None = None, contained: bool = False) -> list[Occurrence]:
        """Every occurrence of a term that serves `tag`, by place; a term inside a longer one only if `contained`.

        `keep` says which occurrences count at all; one that does not count silences no other.
        """
        found = [o for o in self._recent(text, primary(tag)) if serves(o.term.lang, tag) and (keep is None or keep(o))]
        return found if contained else _longest(found)

    def names(self, text: str) -> list[Occurrence]:
        """Every name that is never translated, whatever language its term is of; one inside a longer one is silent.

        Case does not count, and a name may be a part of a longer word in a script other than Latin.
        """
        found = [] if self._base is None else [o for o in self._base.names(text) if id(o.concept) not in self._hidden]
        if self._names:
            if self._name_index is None:
                self._name_index = _LanguageIndex(_BY_CHARACTER, self._names)
            found += self._name_index.find(text)
        found.sort(key=lambda o: (o.start, -o.end))
        return _longest(found)

    def _find_all(self, text: str, code: str) -> tuple[Occurrence, ...]:
        found: list[Occurrence] = []
        if self._base is not None:
            found += [o for o in self._base._recent(text, code) if id(o.concept) not in self._hidden]
        if code in self._by_language:
            found += self._index(code).find(text)
        found.sort(key=lambda o: (o.start, -o.end))
        return tuple(found)

    def beneath(self, text: str, tag: str) -> list[Occurrence]:
        """Every occurrence of a term in a text, those of concepts that a call's own terms override included."""
        own = [] if self._base is None else self._base.beneath(text, tag)
        return own + [o for o in self._recent(text, primary(tag)) if serves(o.term.lang, tag)]

    def _index(self, code: str) -> _LanguageIndex:
        index = self._indexes.get(code)
        if index is None:
            with self._building:
                index = self._indexes.get(code)
                if index is None:
                    index = self._indexes[code] = _LanguageIndex(code, self._by_language[code])
        return index

    def exactly(self, text: str, code: str) -> list[tuple[Concept, Term]]:
        """The approved terms that read exactly so, in any case; looked up without an index of the language."""
        known = self._exact.get(code)
        if known is None:
            known = {}
            for concept, term in self._by_language.get(code, ()):
                if not term.avoided:
                    known.setdefault(term.text.casefold(), []).append((concept, term))
            self._exact[code] = known
        own = known.get(text.casefold(), [])
        return own + (self._base.exactly(text, code) if self._base is not None else [])

    def named(self, term: str, tag: str) -> list[Concept]:
        """The concepts of which this is an approved term, those that a call's own terms override included."""
        found = [o for o in self.find(term, tag, contained=True) if (o.start, o.end) == (0, len(term))]
        own = [o.concept for o in found if not o.term.avoided]
        return own + (self._base.named(term, tag) if self._base is not None else [])

    def with_pairs(self, pairs: Sequence[tuple[str, str]], *, source_lang: str, lang: str) -> Glossary:
        """This glossary with a call's own (source, target) terms on top.

        They override concepts that share their source term; the same source given twice offers synonyms.
        """
        if not pairs:
            return self
        by_source: dict[str, list[str]] = {}
        for source, target in pairs:
            if source.strip() and target.strip():
                by_source.setdefault(source.strip(), []).append(target.strip())
        concepts, hidden = [], set(self._hidden)
        for source, targets in by_source.items():
            hidden |= {id(concept) for concept in self.named(source, source_lang)}
            terms = [Term(lang=source_lang, text=source)]
            for number, target in enumerate(targets):
                terms.append(Term(lang=lang, text=target, status=Status.ADMITTED if number else Status.PREFERRED))
            concepts.append(Concept(origin=CALL, terms=tuple(terms)))
        return Glossary(concepts, base=self, hidden=frozenset(hidden))


def approved_terms(concept: Concept, tag: str) -> list[Term]:
    """The live terms of a concept to use in a draft of this tag, the best first: preferred ones, closest tag first."""
    usable = [t for t in concept.terms if t.live and not t.avoided and serves(t.lang, tag)]
    return sorted(usable, key=lambda t: (closeness(t.lang, tag), t.status is not Status.PREFERRED))


def _captured(text: str, start: int, end: int) -> str:
    """A captured word with the apostrophe that belongs to it: the l' of l'option."""
    return text[start : end + 1] if _ELIDED.fullmatch(text, start, end + 1) else text[start:end]


def _longest(found: list[Occurrence]) -> list[Occurrence]:
    """Without the occurrences that lie inside a longer one. `found` is sorted by start, longest first."""
    kept: list[Occurrence] = []
    reach, reach_start = -1, -1
    for occurrence in found:
        inside = occurrence.end <= reach and not (occurrence.start == reach_start and occurrence.end == reach)
        if not inside:
            kept.append(occurrence)
        if occurrence.end > reach:
            reach, reach_start = occurrence.end, occurrence.start
    return kept


_ACRONYM = 4
"""Letters up to which a word in capitals is taken for an acronym."""


def fitted(replacement: str, replaced: str, *, begins: bool) -> str:
    """A replacement in the case of what it replaces: ALL CAPS as a phrase, Capitalised where it `begins` a sentence.

    Elsewhere a capital belongs to the word (a German noun, an acronym) and not to its place: HTTP 500 is not shouted.
    """
    letters = re.sub(r"[\W\d_]", "", replaced)
    shouted = letters.isupper() and any(len(word) > _ACRONYM for word in re.findall(r"[^\W\d_]+", replaced))
    if shouted and " " in replaced.strip():
        return replacement.upper()
    if begins and letters[:1].isupper() and replaced[:1].isalpha() and replacement[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    return replacement


__all__ = ["Glossary", "Hit", "Keep", "Occurrence", "approved_terms", "fitted"]
