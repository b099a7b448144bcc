"""Proposing literal renderings of the terms of a base, for a curator to tick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termbase.languages import language, primary
from termbase.literals import example_of, pairs, propose
from termbase.matching import Glossary
from termbase.matching.glossary import approved_terms
from termbase.model import Concept, Reason, State, Status, Term, When
from termbase.store import Store, live_concepts


@dataclass(frozen=True, kw_only=True)
class Renderings:
    """What a word-for-word translator probably makes of one term in one language, best first."""

    concept: Concept
    source: Term
    lang: str
    texts: tuple[str, ...]


def literal_renderings(store: Store, concept: Concept, *, to: str = "") -> list[Renderings]:
    """At most ten renderings for each approved term of a concept, in each language that we have a table for.

    Without those that the base lists or approves already, in whatever state, and those a rule of it finds.
    """
    languages = {primary(to)} if to else {primary(term.lang) for term in concept.terms}
    return list(_rendered(concept, Glossary(live_concepts(store.where, languages)), to))


def all_literal_renderings(store: Store, *, to: str = "") -> Iterator[Renderings]:
    """The same for every concept of the store, by id."""
    base = Glossary(live_concepts(store.where, {primary(to)} if to else None))
    for concept in store.concepts():
        yield from _rendered(concept, base, to)


def _rendered(concept: Concept, base: Glossary, to: str) -> Iterator[Renderings]:
    if not concept.translate:
        return
    for lang in sorted({term.lang for term in concept.terms}):
        if (to and primary(lang) != primary(to)) or not approved_terms(concept, lang):
            continue
        listed = {term.text.casefold() for term in concept.terms if primary(term.lang) == primary(lang)}
        for source in concept.terms:
            if source.avoided or not source.live or (primary(source.lang), primary(lang)) not in pairs():
                continue
            texts = [text for text in propose(source.text, source.lang, lang, base) if text.casefold() not in listed]
            listed.update(text.casefold() for text in texts)
            if texts:
                yield Renderings(concept=concept, source=source, lang=lang, texts=tuple(texts))


def propose_literals(
    store: Store, ticked: Iterable[tuple[Renderings, str]], *, who: str, state: State = State.PROPOSED
) -> int:
    """Store ticked renderings as terms to avoid, proposed or approved at once, in one batch; returns how many."""
    added: dict[str, list[Term]] = {}
    for renderings, text in ticked:
        term = literal_term(text, renderings.lang, renderings.source.lang, state=state)
        added.setdefault(renderings.concept.id, []).append(term)
    if not added:
        return 0
    with store.batch(who, "propose" if state is State.PROPOSED else "add") as batch:
        for id, terms in added.items():
            concept = batch.concept(id)
            batch.change_concept(replace(concept, terms=(*concept.terms, *terms)))
    return sum(map(len, added.values()))


def literal_term(text: str, lang: str, from_lang: str, *, state: State = State.PROPOSED) -> Term:
    """A literal rendering as a term: counted only with its source, and with an example that shows it."""
    return Term(
        lang=lang,
        text=text,
        status=Status.DEPRECATED,
        reason=Reason.LITERAL,
        from_lang=language(from_lang).code,
        when=When.WITH_SOURCE,
        bad=(example_of(text, lang),),
        state=state,
    )
