"""Glossaries of two columns: which term pairs with which, for tools that know no concepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termbase.errors import Unwritable, UsageError
from termbase.formats.format import WriteOptions
from termbase.formats.losses import Losses
from termbase.languages import closeness, serves
from termbase.model import Concept, State, Status, Term, Unit

_BLANKS = re.compile(r"[\x00-\x20\x7f\u2028\u2029]+")
_LEFT = ("definitions", "note", "subject", "product", "audience", "tags", "image", "use_instead")


@dataclass(frozen=True, slots=True)
class Pair:
    """A source term with the term to write for it."""

    source: str
    target: str
    concept: Concept


def one_pair_of_languages(options: WriteOptions, format: str) -> tuple[str, str]:
    """The source and the one target language; `UsageError` naming --from and --to when they are not said."""
    if not options.source_lang or len(options.langs) != 1:
        raise UsageError(f"A file for {format} holds two languages. Say which: --from en --to de.")
    return options.source_lang, options.langs[0]


def pairs(items: Iterable[Concept | Unit], source_lang: str, target_lang: str, losses: Losses) -> Iterator[Pair]:
    """Each approved source term with the preferred target term; what has no place in two columns is counted."""
    for item in items:
        if isinstance(item, Unit):
            raise Unwritable("This format holds terms only; export the memory as TMX.")
        sources = _usable(item, source_lang)
        targets = _usable(item, target_lang)
        if not sources or not targets:
            losses.add("concept", item.external_id or item.id, f"no term in {target_lang if sources else source_lang}")
            continue
        for term in targets[1:]:
            losses.add("admitted term", term.text, "one translation a term")
        for term in item.terms:
            if term.avoided and (serves(term.lang, source_lang) or serves(term.lang, target_lang)):
                losses.add("term to avoid", term.text)
        losses.add_held(item, _LEFT, "concept")
        for source in sources:
            yield Pair(_line(source.text), _line(targets[0].text), item)


def _usable(concept: Concept, lang: str) -> list[Term]:
    """Approved terms of a language, the preferred one of the closest tag first."""
    found = [t for t in concept.terms if serves(t.lang, lang) and not t.avoided and t.state is State.APPROVED]
    return sorted(found, key=lambda t: (closeness(t.lang, lang), t.status is not Status.PREFERRED))


def _line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
