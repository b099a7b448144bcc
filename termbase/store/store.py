"""The store: opens a database, reads values out of it, and hands out batches to write with."""

from __future__ import annotations

import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, select

from termbase.errors import Busy, UsageError
from termbase.model import Concept, Event, Person, Proposal, Reason, State, Status, Unit, Verdicts
from termbase.store import alike, history, opening, reading, search, upkeep, verdicts
from termbase.store.batch import Batch
from termbase.store.engine import Database
from termbase.store.history import Undone
from termbase.store.live import BUSY_SECONDS
from termbase.store.place import MEMORY, place_of
from termbase.store.rows import CONCEPT, PERSON, PROPOSAL, UNIT, seconds
from termbase.store.tables import TABLES
from termbase.store.writing import Writer


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


class Store:
    """Concepts, units and their history. Open it with `Store.open`; safe to share between threads."""

    where: str
    """The address other processes would use; for ":memory:" a file that goes away with the store."""

    def __init__(self, database: Database, clock: Callable[[], datetime], cleanup: Callable[[], None]) -> None:
        self.where = str(database.place)
        self._database = database
        self._clock = clock
        self._writing = threading.Lock()
        self._writer: int | None = None
        self._finish = weakref.finalize(self, _finish, database, cleanup)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = False,
        clock: Callable[[], datetime] = utc_now,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Self:
        """Open a store and bring its schema up to date.

        `where` is a path, ":memory:" (a private file that is gone after `close`), "sqlite:///…" or
        "postgresql+psycopg://…". A store that is not there is made with `create`, otherwise NotFound.
        """
        cleanup: Callable[[], None] = _nothing
        if str(where) in (MEMORY, "sqlite://", f"sqlite:///{MEMORY}"):
            directory = tempfile.mkdtemp(prefix="termbase-")
            where, create = Path(directory) / "termbase.db", True

            def cleanup() -> None:
                shutil.rmtree(directory, ignore_errors=True)

        database = opening.open_database(place_of(where), create=create, now=clock(), busy_seconds=busy_seconds)
        return cls(database, clock, cleanup)

    def close(self) -> None:
        """Give all connections back. The store cannot be used afterwards."""
        self._finish()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # about the store itself

    def version(self) -> int:
        """A number that rises with every committed change."""
        with self._database.reading() as connection:
            counters = TABLES["counter"]
            query = select(counters.c.value).where(counters.c.name == "version")
            return int(connection.execute(query).scalar_one())

    def store_id(self) -> str:
        """The random id that was made with the store."""
        with self._database.reading() as connection:
            meta = TABLES["meta"]
            return str(connection.execute(select(meta.c.value).where(meta.c.name == "store_id")).scalar_one())

    def problems(self) -> list[str]:
        """What is wrong with the store, a sentence each; empty when it is sound."""
        return upkeep.problems(self._database)

    def backup(self, path: Path) -> None:
        """Copy the store to a file, consistently while others write."""
        upkeep.backup(self._database.place, path)

    @classmethod
    def restore(cls, source: Path, where: str | Path) -> None:
        """Make `where` what the backup `source` is; what is there now is kept beside as *.before-restore."""
        upkeep.restore(source, place_of(where))

    # concepts

    def concept(self, id: str) -> Concept:
        """The concept with this id; NotFound."""
        with self._database.reading() as connection:
            return search.by_id(connection, CONCEPT, id)

    def concepts(
        self,
        *,
        query: str = "",
        lang: str = "",
        subject: str = "",
        reason: Reason | None = None,
        status: Status | None = None,
        state: State | None = None,
        origin: str = "",
        product: str = "",
        ids: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Concept]:
        """Concepts in id order, streamed; with a query those that hold it, best first.

        A language means the tag or one below it (zh: zh-CN too). Filters on terms (language, reason, status,
        state) must be met by one and the same term; a concept comes with all its terms.
        """
        conditions = search.concept_conditions(
            lang=lang,
            subject=subject,
            reason=reason,
            status=status,
            state=state,
            origin=origin,
            product=product,
            ids=ids,
        )
        with self._database.reading() as connection:
            if query.strip():
                yield from search.search_concepts(connection, query, conditions, limit=limit, offset=offset)
            else:
                yield from reading.stream(connection, CONCEPT, conditions, limit=limit, offset=offset)

    def count_concepts(
        self,
        *,
        query: str = "",
        lang: str = "",
        subject: str = "",
        reason: Reason | None = None,
        status: Status | None = None,
        state: State | None = None,
        origin: str = "",
        product: str = "",
        ids: Sequence[str] | None = None,
    ) -> int:
        """How many concepts `concepts` would give."""
        conditions = search.concept_conditions(
            lang=lang,
            subject=subject,
            reason=reason,
            status=status,
            state=state,
            origin=origin,
            product=product,
            ids=ids,
        )
        with self._database.reading() as connection:
            if query.strip():
                return search.count_found(connection, CONCEPT, query, conditions)
            return reading.count(connection, CONCEPT, conditions)

    def subjects(self) -> list[str]:
        """The subjects in use by concepts or units, sorted."""
        return self._used("subject")

    def origins(self) -> list[str]:
        """The origins of concepts and units, sorted."""
        return self._used("origin")

    def _used(self, column: str) -> list[str]:
        with self._database.reading() as connection:
            found: set[str] = set()
            for table in ("concept", "unit"):
                found.update(connection.scalars(select(TABLES[table].c[column]).distinct()))
            return sorted(found - {""})

    def find_concept(self, origin: str, external_id: str) -> Concept | None:
        """The concept that came from there under this id."""
        with self._database.reading() as connection:
            return search.find_concept(connection, origin, external_id)

    def concepts_with_preferred(self, lang: str, text: str) -> list[Concept]:
        """Concepts that prefer this text in this language, whatever its case and width."""
        with self._database.reading() as connection:
            return search.concepts_with_preferred(connection, lang, text)

    def find_concepts(self, concepts: Sequence[Concept]) -> list[Concept | None]:
        """For each concept the stored one of the same origin and external id."""
        with self._database.reading() as connection:
            return alike.find_concepts(connection, concepts)

    def find_preferring(self, concepts: Sequence[Concept]) -> list[list[Concept]]:
        """For each concept the stored ones that share a preferred term with it."""
        with self._database.reading() as connection:
            return alike.find_preferring(connection, concepts)

    # units

    def unit(self, id: str) -> Unit:
        """The unit with this id; NotFound."""
        with self._database.reading() as connection:
            return search.by_id(connection, UNIT, id)

    def units(
        self,
        *,
        query: str = "",
        source_lang: str = "",
        lang: str = "",
        scenario: str = "",
        stage: str = "",
        state: State | None = None,
        origin: str = "",
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Unit]:
        """Units in id order, streamed; with a query those one of whose texts (in `lang`) holds it, best first.

        `source_lang` asks for a text in that language, in units that were not translated from another one;
        `lang` for a text in that language, which with `state` must be in that state.
        """
        conditions = search.unit_conditions(
            source_lang=source_lang, lang=lang, scenario=scenario, stage=stage, state=state, origin=origin
        )
        with self._database.reading() as connection:
            if query.strip():
                yield from search.search_units(connection, query, conditions, lang=lang, limit=limit, offset=offset)
            else:
                yield from reading.stream(connection, UNIT, conditions, limit=limit, offset=offset)

    def count_units(
        self,
        *,
        query: str = "",
        source_lang: str = "",
        lang: str = "",
        scenario: str = "",
        stage: str = "",
        state: State | None = None,
        origin: str = "",
    ) -> int:
        """How many units `units` would give."""
        conditions = search.unit_conditions(
            source_lang=source_lang, lang=lang, scenario=scenario, stage=stage, state=state, origin=origin
        )
        with self._database.reading() as connection:
            if query.strip():
                return search.count_found(connection, UNIT, query, conditions, lang)
            return reading.count(connection, UNIT, conditions)

    def find_unit(self, unit: Unit) -> Unit | None:
        """The stored unit that is the same: by (origin, key), without a key by texts and context."""
        return self.find_units([unit])[0]

    def find_units(self, units: Sequence[Unit]) -> list[Unit | None]:
        """`find_unit` for many at once, which is far quicker."""
        with self._database.reading() as connection:
            return search.find_units(connection, units)

    def wordings(self, lang: str) -> Iterator[tuple[str, str, str]]:
        """Unit, tag and text of every approved text in a language, whatever its region; streamed."""
        with self._database.reading() as connection:
            yield from alike.wordings(connection, lang)

    # people and proposals

    def people(self) -> list[Person]:
        """Everybody, in the order they came."""
        with self._database.reading() as connection:
            return list(reading.stream(connection, PERSON))

    def save_person(self, person: Person, *, who: str = "") -> Person:
        """Store a new person, or change the one with this id."""
        with self.batch(who or person.name, "person", f"{person.name}: {person.role.value}") as batch:
            return batch.save_person(person)

    def proposals(self, *, state: State | None = None, limit: int | None = None) -> Iterator[Proposal]:
        """Agents' flags in the order they came, for instance those that wait (state proposed)."""
        conditions = [] if state is None else [TABLES["proposal"].c.state == state.value]
        with self._database.reading() as connection:
            yield from reading.stream(connection, PROPOSAL, conditions, limit=limit)

    def count_proposals(self, *, state: State | None = None) -> int:
        """How many proposals there are."""
        proposal = TABLES["proposal"]
        query = select(func.count()).select_from(proposal)
        with self._database.reading() as connection:
            return connection.execute(
                query if state is None else query.where(proposal.c.state == state.value)
            ).scalar_one()

    def save_proposal(self, proposal: Proposal, *, who: str = "") -> Proposal:
        """Store a new proposal, or change the one with this id."""
        name = who or proposal.created_by
        with self.batch(name, "decide" if proposal.id else "propose", proposal.text[:200]) as batch:
            return batch.save_proposal(proposal)

    # verdicts on rules

    def verdicts(self) -> dict[str, Verdicts]:
        """What became of each rule's findings, by term id; rules nobody judged are not there."""
        with self._database.reading() as connection:
            return verdicts.all_verdicts(connection)

    def judged_concepts(self) -> Iterator[Concept]:
        """The concepts that hold a term somebody judged or pinned."""
        with self._database.reading() as connection:
            ids = verdicts.judged_concepts(connection)
        yield from self.concepts(ids=ids)

    def count_verdict(self, term: str, verdict: str) -> Verdicts:
        """Count that a finding of this rule was "accepted", "dismissed" or "reported"; NotFound, UsageError."""
        with self._transaction() as connection:
            counted = verdicts.count(connection, term, verdict)
            connection.commit()
        return counted

    def keep_clean(self, found: Mapping[str, int]) -> None:
        """Keep on how many clean texts each rule fires, by term id, in place of the last measurement."""
        with self._transaction() as connection:
            verdicts.keep_clean(connection, found)
            connection.commit()

    def pin_rule(self, term: str, pinned: bool) -> None:
        """Keep a rule at its full severity whatever the counts say, or not; NotFound."""
        with self._transaction() as connection:
            verdicts.pin(connection, term, pinned)
            connection.commit()

    # history

    def events(
        self, *, target: str = "", batch: str = "", limit: int | None = None, offset: int = 0
    ) -> Iterator[Event]:
        """Events, newest first."""
        with self._database.reading() as connection:
            yield from history.events(connection, target=target, batch=batch, limit=limit, offset=offset)

    def undo(self, batch: str, who: str) -> Undone:
        """Put back what a batch changed; what was changed since is left alone and named. Can itself be undone."""
        number = history.batch_number(batch)
        with self._transaction() as connection:
            history.must_exist(connection, number)
            writer = Writer(connection, who=who, at=self._now())
            undo = history.Undo(writer, number)
            undo.run()
            written = writer.finish("undo", f"{batch} undone: {writer.told()}")
            self._end(connection, written)
        return Undone(writer.batch_id if written else "", undo.undone, tuple(undo.skipped))

    # writing

    @contextmanager
    def batch(self, who: str, action: str, summary: str = "") -> Iterator[Batch]:
        """One transaction that is one entry in the history: all of it is kept, or on an error none.

        A batch that wrote nothing leaves no trace. Busy when another process writes for longer than the store
        was opened to wait.
        """
        with self._transaction() as connection:
            writer = Writer(connection, who=who, at=self._now())
            batch = Batch(connection, writer, action, summary)
            yield batch
            self._end(connection, writer.finish(batch.action, batch.summary))

    def _now(self) -> int:
        return seconds(self._clock()) or 0

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._writer == threading.get_ident():
            raise UsageError("A batch is already open here; write with it instead of opening another one inside.")
        if not self._writing.acquire(timeout=self._database.busy_seconds):
            raise Busy("Somebody else is writing a large change; wait for it to finish and try again.")
        try:
            self._writer = threading.get_ident()
            with self._database.writing() as connection:
                yield connection
        finally:
            self._writer = None
            self._writing.release()

    @staticmethod
    def _end(connection: Connection, written: bool) -> None:
        if written:
            connection.commit()
        else:
            connection.rollback()


def _nothing() -> None:
    return None


def _finish(database: Database, cleanup: Callable[[], None]) -> None:
    database.close()
    cleanup()
