"""Which concept of the store a row of a file is, asked for a whole slice of rows at once.

A concept is the same when origin and external id are, or when the file gives our own id and shares a wording
with it. A row without an id meets the concepts that prefer the same text in the same tag: those *may* be the
same, and that is for a person to say. (Of units the store knows by itself which is the same.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from termbase.model import Concept, Status, Unit

OWN_CONCEPT = re.compile(r"c-\d{4,}\Z")


class Finder(Protocol):
    """A store, or a batch that sees what it has written so far."""

    def find_concepts(self, concepts: Sequence[Concept]) -> list[Concept | None]:
        """By origin and external id."""

    def find_preferring(self, concepts: Sequence[Concept]) -> list[list[Concept]]:
        """By preferred terms."""

    def find_units(self, units: Sequence[Unit]) -> list[Unit | None]:
        """By origin and key, else by texts and context."""


@dataclass(frozen=True)
class Met:
    """What the store holds for a concept of a file: the same one, or some that may be the same."""

    same: Concept | None = None
    maybe: tuple[Concept, ...] = ()


def meet_concepts(finder: Finder, items: Sequence[Concept], own: dict[str, Concept]) -> list[Met]:
    """What the store holds for each concept of a slice; `own` are its concepts under ids the slice mentions."""
    known = finder.find_concepts(items)
    for place, item in enumerate(items):
        ours = own.get(own_id(item))
        if known[place] is None and ours is not None and (item.id or share_wording(ours, item)):
            known[place] = ours
    nameless = [item for item, same in zip(items, known, strict=True) if same is None and not item.external_id]
    preferring = iter(finder.find_preferring(nameless) if nameless else ())
    met: list[Met] = []
    for item, same in zip(items, known, strict=True):
        met.append(Met(same, tuple(next(preferring)) if same is None and not item.external_id else ()))
    return met


def marks(item: Concept | Unit) -> tuple[object, ...]:
    """What a later row of the same slice would have to share with this one to meet it in the store."""
    if isinstance(item, Unit):
        texts = ("texts", frozenset(_wordings(item)))
        return (("key", item.origin, item.key), texts) if item.key else (texts,)
    if item.external_id:
        return (("id", item.origin, item.external_id),)
    own = [("own", item.id)] if item.id else []
    return (*own, *(("preferred", lang, text.casefold()) for lang, text in preferred(item)))


def preferred(concept: Concept) -> list[tuple[str, str]]:
    """Tag and text of the preferred terms."""
    return [(term.lang, term.text) for term in concept.terms if term.status is Status.PREFERRED and not term.avoided]


def own_id(item: Concept) -> str:
    """Our own id as a file may give it back: as the id, or as the external id of an export of ours."""
    if item.id:
        return item.id
    return item.external_id if OWN_CONCEPT.match(item.external_id) else ""


def share_wording(one: Concept | Unit, other: Concept | Unit) -> bool:
    """Whether two concepts, or two units, have a text of one language in common."""
    return not _wordings(one).isdisjoint(_wordings(other))


def _wordings(item: Concept | Unit) -> set[tuple[str, str]]:
    texts = item.terms if isinstance(item, Concept) else item.variants
    return {(text.lang, text.text) for text in texts}
