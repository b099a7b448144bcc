"""A batch: one transaction, one entry in the history, one thing to undo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from termbase.model import Concept, Person, Proposal, Unit
from termbase.store import alike, search
from termbase.store.rows import CONCEPT, PERSON, PROPOSAL, UNIT
from termbase.store.writing import Writer


class Batch:
    """What may be written inside `with store.batch(…) as batch`; its look-ups see what it wrote so far."""

    def __init__(self, connection: Connection, writer: Writer, action: str, summary: str) -> None:
        self.id = writer.batch_id
        self.action = action
        self.summary = summary
        """May be set until the batch ends, for instance to what an import counted."""
        self._connection = connection
        self._writer = writer

    def add_concept(self, concept: Concept) -> Concept:
        """Store a new concept with its terms; the result carries ids, times and names."""
        return self._writer.add(CONCEPT, concept)

    def add_concepts(self, items: Iterable[Concept]) -> int:
        """Store any number of new concepts quickly, in bounded memory."""
        return self._writer.add_many(CONCEPT, items)

    def change_concept(self, concept: Concept) -> Concept:
        """Make the stored concept say what this one says: terms without id are added, absent ones removed.

        Only rows that differ are written. A row that somebody else changed since this concept was read is a
        Conflict; a term that somebody else added since then is kept.
        """
        return self._writer.change(CONCEPT, concept)

    def remove_concept(self, id: str) -> None:
        """Delete a concept with its terms."""
        self._writer.remove(CONCEPT, id)

    def add_unit(self, unit: Unit) -> Unit:
        """Store a new unit with its variants."""
        return self._writer.add(UNIT, unit)

    def add_units(self, items: Iterable[Unit]) -> int:
        """Store any number of new units quickly, in bounded memory."""
        return self._writer.add_many(UNIT, items)

    def change_unit(self, unit: Unit) -> Unit:
        """The same for a unit and its variants as `change_concept`."""
        return self._writer.change(UNIT, unit)

    def remove_unit(self, id: str) -> None:
        """Delete a unit with its variants."""
        self._writer.remove(UNIT, id)

    def save_person(self, person: Person) -> Person:
        """Store a new person, or change the one with this id; no two have one name."""
        search.check_name_is_free(self._connection, person)
        return self._writer.change(PERSON, person) if person.id else self._writer.add(PERSON, person)

    def save_proposal(self, proposal: Proposal) -> Proposal:
        """Store a new proposal, or change the one with this id."""
        return self._writer.change(PROPOSAL, proposal) if proposal.id else self._writer.add(PROPOSAL, proposal)

    # looking up within the transaction

    def concept(self, id: str) -> Concept:
        """The concept with this id; NotFound."""
        return search.by_id(self._connection, CONCEPT, id)

    def unit(self, id: str) -> Unit:
        """The unit with this id; NotFound."""
        return search.by_id(self._connection, UNIT, id)

    def find_concept(self, origin: str, external_id: str) -> Concept | None:
        """The concept that came from there under this id."""
        return search.find_concept(self._connection, origin, external_id)

    def concepts_with_preferred(self, lang: str, text: str) -> list[Concept]:
        """Concepts that prefer this text in this language."""
        return search.concepts_with_preferred(self._connection, lang, text)

    def find_concepts(self, concepts: Sequence[Concept]) -> list[Concept | None]:
        """For each concept the stored one of the same origin and external id."""
        return alike.find_concepts(self._connection, concepts)

    def find_preferring(self, concepts: Sequence[Concept]) -> list[list[Concept]]:
        """For each concept the stored ones that share a preferred term with it."""
        return alike.find_preferring(self._connection, concepts)

    def made(self, id: str) -> bool:
        """Whether this batch brought the concept or unit with this id into the store."""
        return self._writer.made(id)

    def find_units(self, units: Sequence[Unit]) -> list[Unit | None]:
        """For each unit the stored one that is the same, or None."""
        return search.find_units(self._connection, units)
