"""Why a rule speaks or is silent: each rule that knows a wording, with the reason it does or does not fire here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termbase.checks.avoided import concepts_in_source, in_position
from termbase.checks.explained import is_explained
from termbase.languages import serves
from termbase.matching import Glossary, Occurrence, own_words
from termbase.model import Concept, Draft, Position, Reason, State, Term, When


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A rule, whether it fires in the draft, and a sentence that says why or why not."""

    concept: Concept
    term: Term
    fires: bool
    why: str


def explain(text: str, draft: Draft, concepts: Iterable[Concept]) -> Iterator[Explanation]:
    """For each term to avoid that knows `text`, why it fires in the draft or not.

    `concepts` come with all their terms, also those that are proposed, rejected or switched off.
    """
    concepts = list(concepts)
    rules = {(n, m): term for n, concept in enumerate(concepts) for m, term in enumerate(concept.terms) if term.avoided}
    live = Glossary(concepts)
    bare = Glossary(Concept(terms=(_bare(rule),), external_id=f"{n} {m}") for (n, m), rule in rules.items())
    seen: set[tuple[int, int]] = set()
    for lang in sorted(bare.languages(), key=lambda lang: not serves(lang, draft.lang)):
        for occurrence in bare.find(text, lang, contained=True):
            n, m = map(int, occurrence.concept.external_id.split())
            if (n, m) in seen:
                continue
            seen.add((n, m))
            concept, term = concepts[n], rules[n, m]
            why = _silent(concept, term, draft, live)
            yield Explanation(concept=concept, term=term, fires=not why, why=why or "It fires.")


def _bare(term: Term) -> Term:
    """A rule with no condition left but its wording."""
    return replace(
        term, state=State.APPROVED, enabled=True, case_sensitive=False, unless=(), position=Position.ANYWHERE
    )


def _silent(concept: Concept, term: Term, draft: Draft, live: Glossary) -> str:
    """Why a rule says nothing about a draft; empty when it does speak."""
    if not serves(term.lang, draft.lang):
        return f"It is a rule for {term.lang}, and the draft is in {draft.lang}."
    if term.state is not State.APPROVED:
        return f"It is {term.state}; only approved terms are used."
    if not term.enabled:
        return "It is switched off."
    for what in ("product", "audience"):
        own, asked = getattr(concept, what), getattr(draft, what)
        if own and asked and own != asked:
            return f"It is for the {what} {own}, and the draft is for {asked}."
    if term.when is When.WITH_SOURCE and term.avoided:
        if draft.source is None or not draft.source_lang:
            return "It speaks only with the source text, and none was given (--source, --from)."
        if id(concept) not in concepts_in_source(draft, live):
            names = ", ".join(t.text for t in concept.terms if not t.avoided and serves(t.lang, draft.source_lang))
            said = f"({names})" if names else f"(the concept has no term in {draft.source_lang})"
            return f"It speaks only when the source names its concept {said}, and this source does not."
    return _in_draft(term, draft, live)


def _in_draft(term: Term, draft: Draft, live: Glossary) -> str:
    only = Glossary([Concept(terms=(_bare(term),))])
    if not only.find(draft.text, draft.lang):
        return "The draft does not hold it."
    text = own_words(draft.text, draft.format)
    found = only.find(text, draft.lang)
    if not found:
        return "It stands in quoted mail, a signature, a URL or code, which are not checked."
    reasons = [_at(occurrence, term, text, draft, live) for occurrence in found]
    return "" if not all(reasons) else reasons[0]


def _at(found: Occurrence, term: Term, text: str, draft: Draft, live: Glossary) -> str:
    """Why a rule is silent about one place."""
    kept = replace(_bare(term), case_sensitive=term.case_sensitive)
    if not _here(Glossary([Concept(terms=(kept,))]), found, text, draft):
        return f"It counts only as it is written: {term.text}."
    for exception in term.unless:
        allowed = replace(kept, unless=(exception,))
        if not _here(Glossary([Concept(terms=(allowed,))]), found, text, draft):
            return f"Its exception “{exception}” applies."
    if term.position is not Position.ANYWHERE and not in_position(
        Occurrence(found.start, found.end, found.text, found.concept, term), text, draft.lang
    ):
        return f"It counts only as {term.position.replace('-', ' ')}."
    longer = next(
        (
            o
            for o in live.find(text, draft.lang)
            if o.start <= found.start and found.end <= o.end and o.end - o.start > found.end - found.start
        ),
        None,
    )
    if longer is not None:
        return f"It lies inside the longer term “{longer.text}”."
    if term.reason is Reason.JARGON and is_explained(draft.text, found.start, found.end):
        return "It is explained beside."
    return ""


def _here(glossary: Glossary, found: Occurrence, text: str, draft: Draft) -> bool:
    return any(o.start == found.start for o in glossary.find(text, draft.lang))
