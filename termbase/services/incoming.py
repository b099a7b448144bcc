"""Taking the rows of a file into the store, a slice at a time, so that a file of any size fits in memory.

Everything happens in one batch, which is only begun when there is something to write. A dry run does the same
in a batch that is rolled back, so that its report cannot differ from what an import would say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any

from termbase.errors import Invalid, Unreadable
from termbase.formats.format import Row
from termbase.model import Concept, Unit
from termbase.model_rules import validate_unit
from termbase.services.identity import Finder, Met, marks, meet_concepts, own_id, preferred, share_wording
from termbase.services.merging import merge_concept, merge_unit, propose_terms, propose_variants
from termbase.services.references import References
from termbase.services.reports import GOOD_ROWS_SHOWN, OnConflict, Outcome, RowReport, Tally
from termbase.services.rules import check_concept
from termbase.store import Batch, Store

SLICE = 2000
"""Rows that are looked up and written together."""


class Undecided(Exception):
    """Rolls the batch of a dry run back."""


class LazyBatch:
    """A batch that begins with the first thing to write; a context manager around the whole import."""

    def __init__(self, store: Store, who: str, summary: str, *, dry_run: bool) -> None:
        self.store, self.who, self.summary, self.dry_run = store, who, summary, dry_run
        self._stack = ExitStack()
        self._batch: Batch | None = None

    @property
    def id(self) -> str | None:
        """The batch to undo; None when nothing was written, or will have been."""
        return None if self._batch is None or self.dry_run else self._batch.id

    @property
    def finder(self) -> Finder:
        """Where to look things up: in the batch once it is begun, for it sees what it wrote."""
        return self._batch or self.store

    def made(self, id: str) -> bool:
        """Whether this import brought the concept or unit with this id into the store."""
        return self._batch is not None and self._batch.made(id)

    def begin(self) -> Batch:
        """The batch, begun when it is not yet."""
        if self._batch is None:
            self._batch = self._stack.enter_context(self.store.batch(self.who, "import", self.summary))
        return self._batch

    def __enter__(self) -> LazyBatch:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if error is None and self.dry_run and self._batch is not None:
            undecided = Undecided()
            try:
                self._stack.__exit__(Undecided, undecided, None)
            except Undecided:
                return
        self._stack.__exit__(kind, error, trace)


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the person said about an import."""

    on_conflict: OnConflict = OnConflict.SKIP
    choices: Mapping[int, str] = field(default_factory=dict)
    """Line → skip, update, review or new, for single rows."""
    lossless: bool = False
    """The format carries every field, so a field at its default means its default."""
    origin: str = ""


class Incoming:
    """One file on its way into the store."""

    def __init__(self, store: Store, batch: LazyBatch, tally: Tally, wishes: Wishes) -> None:
        self.store, self.batch, self.tally, self.wishes = store, batch, tally, wishes
        self._references = References()
        self._claimed: dict[str, bytearray] = {"c": bytearray(), "u": bytearray()}
        """Bits by id number: which concepts and units rows of this file have met. A set would grow with the file."""

    def take(self, rows: Iterator[Row], progress: Callable[[int], None]) -> None:
        """Take every row; what the reader raises goes through, and the batch with it."""
        done = 0
        for chunk in _slices(rows):
            self._take_slice(chunk)
            done += len(chunk)
            progress(done)
        self._references.finish(lambda: self.batch.finder, self.batch.begin)

    def _take_slice(self, chunk: Sequence[Row]) -> None:
        rows: list[tuple[Row, Concept | Unit]] = []
        for row in chunk:
            if row.item is None:
                outcome = Outcome.INVALID if row.invalid else Outcome.SKIPPED
                self._note(row, outcome, reason=row.invalid or row.skipped)
            else:
                rows.append((row, self._filed(row.item)))
        seen: set[object] = set()
        part: list[tuple[Row, Concept | Unit]] = []
        for row, item in rows:
            mine = marks(item)
            if not seen.isdisjoint(mine):  # this row may meet one before it: that one has to be in the store by then
                self._take_part(part)
                part, seen = [], set()
            part.append((row, item))
            seen.update(mine)
        self._take_part(part)

    def _take_part(self, part: Sequence[tuple[Row, Concept | Unit]]) -> None:
        """Rows that do not meet each other: look all up, then write."""
        concepts = [item for _, item in part if isinstance(item, Concept)]
        units = [item for _, item in part if isinstance(item, Unit)]
        finder = self.batch.finder
        met_concepts = iter(meet_concepts(finder, concepts, self._own(concepts)) if concepts else ())
        met_units = iter(finder.find_units(units) if units else ())
        new_concepts: list[Concept] = []
        new_units: list[Unit] = []
        for row, item in part:
            try:
                if isinstance(item, Concept):
                    self._take_concept(row, item, next(met_concepts), new_concepts)
                else:
                    self._take_unit(row, item, next(met_units), new_units)
            except Invalid as error:
                self._note(row, Outcome.INVALID, item, reason=str(error))
        if new_concepts:
            self.batch.begin().add_concepts(new_concepts)
        if new_units:
            self.batch.begin().add_units(new_units)

    def _own(self, items: Sequence[Concept]) -> dict[str, Concept]:
        """The store's concepts under the ids of its own that a file mentions."""
        ids = sorted({id for item in items if (id := own_id(item))})
        return {concept.id: concept for concept in self.store.concepts(ids=ids)} if ids else {}

    def _take_concept(self, row: Row, item: Concept, met: Met, new: list[Concept]) -> None:
        choice = self.wishes.choices.get(row.line, "")
        item = self._references.settle(item, met.same, self.batch.finder)
        stored, doubt = self._whom(item, met)
        if stored is None or (doubt and choice == "new"):
            check_concept(item)
            new.append(replace(item, id="", external_id="" if met.same else item.external_id))
            self._note(row, Outcome.NEW, item)
            return
        whole = self.wishes.lossless and met.same is not None
        merged = merge_concept(stored, item, whole=whole, origin=item.origin)
        self._claim(stored)
        if merged == stored:
            self._note(row, Outcome.UNCHANGED, item, stored)
            return
        doubt = doubt or self._edited(stored, item)
        wish = self._wish(choice) if doubt else OnConflict.UPDATE
        if wish is OnConflict.REVIEW:
            merged = propose_terms(stored, item, origin=item.origin)
            added = len(merged.terms) - len(stored.terms)
            doubt += f"; {added} new terms wait for review" if added else "; nothing new to review"
        if wish is not OnConflict.SKIP and merged != stored:
            check_concept(merged)
            self.batch.begin().change_concept(merged)
        updated = wish is OnConflict.UPDATE
        self._note(row, Outcome.UPDATED if updated else Outcome.CONFLICT, item, stored, reason=doubt)

    def _take_unit(self, row: Row, item: Unit, stored: Unit | None, new: list[Unit]) -> None:
        merged = None if stored is None else merge_unit(stored, item, whole=self.wishes.lossless)
        if stored is not None and merged == stored:
            self._claim(stored)
            self._note(row, Outcome.UNCHANGED, item, stored)
            return
        claimed = stored is not None and self._is_claimed(stored)
        if claimed and not item.key:
            self._note(row, Outcome.SKIPPED, item, stored, reason="an earlier row holds the same texts")
            return
        # Keys need not be unique: another unit under the same key, in this file or in one of the same name, is a
        # unit of its own.
        other = stored is not None and len(item.variants) > 1 and not share_wording(stored, item)
        if stored is None or merged is None or claimed or (other and not self.wishes.lossless):
            validate_unit(item)
            new.append(replace(item, id="") if item.id else item)
            self._note(row, Outcome.NEW, item)
            return
        self._claim(stored)
        doubt = self._edited(stored, item)
        wish = self._wish(self.wishes.choices.get(row.line, "")) if doubt else OnConflict.UPDATE
        if wish is OnConflict.REVIEW:
            merged = propose_variants(stored, item)
            doubt += "; the new wordings wait for review" if merged != stored else "; nothing new to review"
        if wish is not OnConflict.SKIP and merged != stored:
            validate_unit(merged)
            self.batch.begin().change_unit(merged)
        updated = wish is OnConflict.UPDATE
        self._note(row, Outcome.UPDATED if updated else Outcome.CONFLICT, item, stored, reason=doubt)

    def _whom(self, item: Concept, met: Met) -> tuple[Concept | None, str]:
        """The concept of the store a row is about, and why that is for a person to say (empty: it is not)."""
        if met.same is not None:
            id = item.external_id or item.id
            if self._is_claimed(met.same):
                return met.same, f"the id {id} stands in this file more than once"
            if not share_wording(met.same, item):
                said = f"{met.same.id} has the id {id} in {item.origin or 'this store'} and not one term in common"
                return met.same, f"{said}; --origin files the row under another name"
            return met.same, ""
        if not met.maybe:
            return None, ""
        # The row may simply say again what one of them holds.
        first = next((one for one in met.maybe if merge_concept(one, item) == one), met.maybe[0])
        theirs = {(lang, text.casefold()) for lang, text in preferred(first)}
        shared = next((text for lang, text in preferred(item) if (lang, text.casefold()) in theirs), "")
        others = f" and {len(met.maybe) - 1} more" if len(met.maybe) > 1 else ""
        return first, f"'{shared}' is a preferred term of {first.id}{others} already; --on-conflict update merges them"

    def _edited(self, stored: Concept | Unit, item: Concept | Unit) -> str:
        """Who changed it here since it came from this file, as a reason not to overwrite it; empty when nobody did."""
        if item.id and item.id == stored.id:  # our own export: it says which edition it shows
            return "" if item.revision == stored.revision else f"{stored.id} was changed here since this was exported"
        for event in self.store.events(target=stored.id):
            if event.target != stored.id or event.action in ("restore", "undo"):
                continue
            whole = next(self.store.events(batch=event.batch, limit=1), event)
            if whole.action == "undo" or (whole.action == "import" and self.batch.summary in whole.summary.split(", ")):
                continue
            return f"{stored.id} was changed here by {event.who} since it was imported"
        return ""

    def _wish(self, choice: str) -> OnConflict:
        return OnConflict(choice) if choice in set(OnConflict) else self.wishes.on_conflict

    def _filed(self, item: Concept | Unit) -> Concept | Unit:
        return item if item.origin or item.id else replace(item, origin=self.wishes.origin)

    def _claim(self, stored: Concept | Unit) -> None:
        taken, number = self._claimed[stored.id[0]], int(stored.id[2:])
        if len(taken) <= number >> 3:
            taken.extend(bytes((number >> 3) + 1024 - len(taken)))
        taken[number >> 3] |= 1 << (number & 7)

    def _is_claimed(self, stored: Concept | Unit) -> bool:
        """Whether an earlier row of this file is this one already: it made it, or it met it."""
        taken, number = self._claimed[stored.id[0]], int(stored.id[2:])
        met = len(taken) > number >> 3 and bool(taken[number >> 3] >> (number & 7) & 1)
        return met or self.batch.made(stored.id)

    def _note(
        self,
        row: Row,
        outcome: Outcome,
        item: Concept | Unit | None = None,
        stored: Concept | Unit | None = None,
        *,
        reason: str = "",
    ) -> None:
        wanted = outcome not in (Outcome.NEW, Outcome.UNCHANGED) or self.tally.counts[outcome] < GOOD_ROWS_SHOWN
        label = label_of(item) if item is not None and wanted else ""
        target = stored.id if stored is not None else ""
        self.tally.add(
            RowReport(line=row.line, outcome=outcome, label=label, reason=reason, dropped=row.dropped, target=target)
        )


def _slices(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Rows in slices; where the file breaks, first what came before the break."""
    chunk: list[Row] = []
    try:
        for row in rows:
            chunk.append(row)
            if len(chunk) >= SLICE:
                yield chunk
                chunk = []
    except Unreadable:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


def label_of(item: Concept | Unit) -> str:
    """A concept or unit in a few words: its first two wordings."""
    if isinstance(item, Concept):
        good = [term.text for term in item.terms if not term.avoided] or [term.text for term in item.terms]
        texts = good[:2] or [item.external_id]
    else:
        texts = [variant.text for variant in item.variants][:2] or [item.key]
    return " / ".join(" ".join(text.split())[:40] for text in texts)
