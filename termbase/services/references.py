"""Concepts that name another one to use instead: a file says its id there, the store wants its id here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from termbase.model import Concept
from termbase.services.identity import Finder
from termbase.store import Batch


class References:
    """Turns ids of a file into ids of the store; what the file names before it comes is settled at the end."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Concept, str]] = []

    def settle(self, item: Concept, same: Concept | None, finder: Finder) -> Concept:
        """The concept of a file with the store's id of what to use instead; without one when it is not there yet."""
        if not item.use_instead or item.id:
            return item
        if same is not None and same.use_instead == item.use_instead:
            return item  # an export of ours, which says our ids
        target = _find(finder, item.origin, item.use_instead)
        if target is not None:
            return replace(item, use_instead=target.id)
        if item.external_id:
            self._waiting.append((replace(item, terms=()), item.use_instead))
        return replace(item, use_instead="")

    def finish(self, finder: Callable[[], Finder], begin: Callable[[], Batch]) -> None:
        """Settle what came later in the file than the concept that names it; what never came is left out."""
        for item, wanted in self._waiting:
            here = _find(finder(), item.origin, item.external_id)
            target = _find(finder(), item.origin, wanted)
            if here is not None and target is not None and not here.use_instead:
                begin().change_concept(replace(here, use_instead=target.id))


def _find(finder: Finder, origin: str, external_id: str) -> Concept | None:
    return finder.find_concepts([Concept(origin=origin, external_id=external_id)])[0]
