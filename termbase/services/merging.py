"""Laying what a file says over what the store holds. Pure functions on values.

Two manners. *Whole*: the row is the newer edition of what it gave us before and nobody has touched it since,
so its fields replace ours, also where they are back at their default. *Over*: both sides have their own
truth, or the format may not carry everything, so only what the file really says wins. In both, terms and
variants that only the store has stay, and ids, times and revisions are the store's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, replace
from typing import Any, TypeVar

from termbase.model import Concept, Reason, State, Status, Term, Unit, Variant

T = TypeVar("T", Concept, Term, Unit, Variant)

OURS = frozenset(
    {"id", "revision", "created_at", "created_by", "changed_at", "changed_by", "origin", "external_id", "key"}
    | {"use_count", "terms", "variants"}
)
"""Fields that a file never changes on something that is stored already, or that are merged by their own rule."""


def merge_concept(stored: Concept, incoming: Concept, *, whole: bool = False, origin: str = "") -> Concept:
    """`stored` with what `incoming` says; equal to `stored` when it says nothing new.

    Terms that are new to the concept get `origin`, so that it stays known where they came from.
    """
    terms = list(stored.terms)
    taken: set[int] = set()
    for term in incoming.terms:
        place = _place_of_term(terms, term, taken, limit=len(stored.terms))
        if place is None:
            terms.append(replace(term, id="", origin=term.origin or origin, revision=0))
        else:
            taken.add(place)
            terms[place] = _merge_term(terms[place], term, whole=whole)
    given = {(term.lang, term.text) for term in incoming.terms if term.status is Status.PREFERRED}
    terms = [_give_way(term, given) for term in terms]
    return replace(_lay_over(stored, incoming, whole=whole), terms=tuple(terms))


def propose_terms(stored: Concept, incoming: Concept, *, origin: str = "") -> Concept:
    """`stored` with the terms it lacks filed as proposals; nothing of its own changes."""
    have = {(term.lang, term.text) for term in stored.terms}
    added = [
        replace(
            term,
            id="",
            state=State.PROPOSED,
            status=Status.ADMITTED if term.status is Status.PREFERRED else term.status,
            origin=term.origin or origin,
            revision=0,
        )
        for term in incoming.terms
        if (term.lang, term.text) not in have
    ]
    return replace(stored, terms=stored.terms + tuple(added)) if added else stored


def merge_unit(stored: Unit, incoming: Unit, *, whole: bool = False) -> Unit:
    """`stored` with what `incoming` says; equal to `stored` when it says nothing new."""
    variants = list(stored.variants)
    taken: set[int] = set()
    for variant in incoming.variants:
        place = _place_of_variant(variants, variant, taken, limit=len(stored.variants))
        if place is None:
            variants.append(replace(variant, id="", revision=0))
        else:
            taken.add(place)
            variants[place] = _merge_variant(variants[place], variant, whole=whole)
    return replace(_lay_over(stored, incoming, whole=whole), variants=tuple(variants))


def propose_variants(stored: Unit, incoming: Unit) -> Unit:
    """`stored` with the wordings it lacks filed as proposals."""
    have = {(variant.lang, variant.text) for variant in stored.variants}
    added = [
        replace(variant, id="", state=State.PROPOSED, revision=0)
        for variant in incoming.variants
        if (variant.lang, variant.text) not in have
    ]
    return replace(stored, variants=stored.variants + tuple(added)) if added else stored


def _lay_over(stored: T, incoming: T, *, whole: bool) -> T:
    changes: dict[str, Any] = {}
    for spec in fields(stored):
        if spec.name in OURS:
            continue
        old: Any = getattr(stored, spec.name)
        new: Any = getattr(incoming, spec.name)
        if isinstance(new, Mapping):
            new = dict(new) if whole and spec.name != "props" else {**old, **new}
        elif not whole:
            if new == _default(spec):
                continue
            if spec.name == "tags" and new and isinstance(new[0], str):
                new = (*old, *(tag for tag in new if tag not in old))
        if new != old:
            changes[spec.name] = new
    return replace(stored, **changes) if changes else stored


def _default(spec: Field[Any]) -> Any:
    if spec.default_factory is not MISSING:
        return spec.default_factory()
    return None if spec.default is MISSING else spec.default


def _merge_term(stored: Term, incoming: Term, *, whole: bool) -> Term:
    merged = _lay_over(stored, incoming, whole=whole)
    if whole:
        return merged
    # A format may carry the status and not the reason: a reason stays unless the file's status contradicts it.
    reason = incoming.reason or stored.reason
    fits = {None: True, Reason.JARGON: incoming.status in (Status.ADMITTED, Status.DEPRECATED)}
    if incoming.reason is None and not fits.get(reason, incoming.status is not Status.PREFERRED):
        reason = None
    merged = merged if merged.status is incoming.status else replace(merged, status=incoming.status)
    return merged if merged.reason is reason else replace(merged, reason=reason)


def _merge_variant(stored: Variant, incoming: Variant, *, whole: bool) -> Variant:
    merged = _lay_over(stored, incoming, whole=whole)
    # Inline tags belong to their text: another text brings its own, or none.
    return merged if merged.text == stored.text else replace(merged, tags=incoming.tags)


def _give_way(term: Term, given: set[tuple[str, str]]) -> Term:
    """A preferred term of the store steps back where the file prefers another one for the same tag."""
    rivals = any(lang == term.lang for lang, _ in given) and (term.lang, term.text) not in given
    if term.status is Status.PREFERRED and term.reason is None and rivals:
        return replace(term, status=Status.ADMITTED)
    return term


def _place_of_term(terms: Sequence[Term], term: Term, taken: set[int], *, limit: int) -> int | None:
    free = [place for place in range(limit) if place not in taken]
    if term.external_id:
        for place in free:
            if terms[place].external_id == term.external_id and terms[place].lang == term.lang:
                return place
    same = [place for place in free if (terms[place].lang, terms[place].text) == (term.lang, term.text)]
    exact = [place for place in same if (terms[place].reason, terms[place].pattern) == (term.reason, term.pattern)]
    return next(iter(exact or same), None)


def _place_of_variant(variants: Sequence[Variant], variant: Variant, taken: set[int], *, limit: int) -> int | None:
    free = [
        place
        for place in range(limit)
        if place not in taken and (variants[place].lang, variants[place].plural) == (variant.lang, variant.plural)
    ]
    same = [place for place in free if variants[place].text == variant.text]
    # Another wording replaces ours, but a rejected one stays: it remembers what must not be offered again.
    other = [place for place in free if variants[place].state is State.APPROVED]
    return next(iter(same or other), None)
