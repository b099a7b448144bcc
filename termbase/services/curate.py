"""Keeping concepts and units in order, one at a time; each call is one undoable batch."""

from __future__ import annotations

from dataclasses import replace

from termbase.errors import NotFound
from termbase.languages import normalize_tag
from termbase.model import Concept, State, Unit
from termbase.services.rules import check_concept
from termbase.store import Store


def save_concept(store: Store, concept: Concept, *, who: str) -> Concept:
    """Store a new concept, or the changes to one; `Conflict` when somebody else changed it meanwhile."""
    check_concept(concept)
    with store.batch(who, "change" if concept.id else "add") as batch:
        return batch.change_concept(concept) if concept.id else batch.add_concept(concept)


def remove_concept(store: Store, id: str, *, who: str) -> None:
    """Remove a concept with its terms; undo brings it back."""
    with store.batch(who, "remove") as batch:
        batch.remove_concept(id)


def save_unit(store: Store, unit: Unit, *, who: str) -> Unit:
    """Store a new unit, or the changes to one; `Conflict` when somebody else changed it meanwhile."""
    with store.batch(who, "change" if unit.id else "add") as batch:
        return batch.change_unit(unit) if unit.id else batch.add_unit(unit)


def remove_unit(store: Store, id: str, *, who: str) -> None:
    """Remove a unit with its variants; undo brings it back."""
    with store.batch(who, "remove") as batch:
        batch.remove_unit(id)


def approve_unit(store: Store, id: str, lang: str, *, who: str) -> Unit:
    """Approve what the unit says in one language, so that it is offered."""
    return _judge_unit(store, id, lang, State.APPROVED, who=who, action="approve")


def reject_unit(store: Store, id: str, lang: str, *, who: str) -> Unit:
    """Reject what the unit says in one language: it is kept, never offered again, and drafts are checked for it."""
    return _judge_unit(store, id, lang, State.REJECTED, who=who, action="reject")


def approve_terms(store: Store, id: str, *, who: str) -> Concept:
    """Approve every proposed term of a concept."""
    return _judge_terms(store, id, State.APPROVED, who=who, action="approve")


def reject_terms(store: Store, id: str, *, who: str) -> Concept:
    """Reject every proposed term of a concept."""
    return _judge_terms(store, id, State.REJECTED, who=who, action="reject")


def _judge_unit(store: Store, id: str, lang: str, state: State, *, who: str, action: str) -> Unit:
    unit, lang = store.unit(id), normalize_tag(lang)
    if unit.variant(lang) is None:
        have = ", ".join(dict.fromkeys(variant.lang for variant in unit.variants))
        raise NotFound(f"{id} has no text in {lang}; it has {have or 'none at all'}.")
    judged = tuple(replace(variant, state=state) if variant.lang == lang else variant for variant in unit.variants)
    if judged == unit.variants:
        return unit
    with store.batch(who, action) as batch:
        return batch.change_unit(replace(unit, variants=judged))


def _judge_terms(store: Store, id: str, state: State, *, who: str, action: str) -> Concept:
    concept = store.concept(id)
    judged = tuple(replace(term, state=state) if term.state is State.PROPOSED else term for term in concept.terms)
    if judged == concept.terms:
        return concept
    with store.batch(who, action) as batch:
        return batch.change_concept(replace(concept, terms=judged))
