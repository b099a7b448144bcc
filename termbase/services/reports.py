"""What an import or an export tells about itself, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from termbase.errors import Unreadable
from termbase.formats.format import Loss
from termbase.model import Reason, State, Status

GOOD_ROWS_SHOWN = 1000
"""New and unchanged rows are listed up to this many; they are all counted."""


class Outcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    INVALID = "invalid"
    SKIPPED = "skipped"


class OnConflict(StrEnum):
    """What to do with a row that may be something the store holds already, or that was edited here."""

    SKIP = "skip"  # leave the store as it is
    UPDATE = "update"  # merge: what the file says wins, what only the store has stays
    REVIEW = "review"  # keep the store's, file the new terms as proposals


@dataclass(frozen=True, kw_only=True)
class RowReport:
    """One row of a file and what became of it."""

    line: int
    outcome: Outcome
    label: str = ""
    """The row in a few words, for people."""
    reason: str = ""
    dropped: tuple[str, ...] = ()
    """Names of what the row held and termbase does not keep."""
    target: str = ""
    """Id of the concept or unit in the store that the row met; empty for a new one."""

    def as_json(self) -> dict[str, object]:
        """The row for other programs."""
        return {
            "line": self.line,
            "outcome": self.outcome.value,
            "label": self.label,
            "reason": self.reason,
            "dropped": list(self.dropped),
            "target": self.target or None,
        }


@dataclass(frozen=True, kw_only=True)
class ImportReport:
    """What an import did, or would do."""

    path: str
    format: str
    batch: str | None
    """The batch to undo; None when nothing was written."""
    counts: Mapping[str, int]
    """Outcome → rows, every outcome named."""
    rows: tuple[RowReport, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)
    """What the file held and termbase does not keep → how often."""
    dry_run: bool = False

    def count(self, outcome: Outcome) -> int:
        """How many rows ended so."""
        return self.counts.get(outcome.value, 0)

    def as_json(self) -> dict[str, object]:
        """The report for other programs."""
        return {
            "path": self.path,
            "format": self.format,
            "batch": self.batch,
            "dry_run": self.dry_run,
            "counts": dict(self.counts),
            "rows": [row.as_json() for row in self.rows],
            "dropped": dict(self.dropped),
        }


class NothingImported(Unreadable):
    """A file is broken or holds wrong rows, and so nothing of it was kept; `report` says which rows."""

    def __init__(self, reason: str, *, path: str, line: int, report: ImportReport) -> None:
        super().__init__(reason, path=path, line=line)
        self.report = replace(report, batch=None)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which concepts or units to export. Empty means all."""

    subject: str = ""
    origin: str = ""
    product: str = ""
    status: Status | None = None
    reason: Reason | None = None
    state: State | None = None
    """Only what is in this state. None: what is approved, or everything in the lossless JSON."""
    query: str = ""
    ids: tuple[str, ...] = ()
    scenario: str = ""
    stage: str = ""


@dataclass(frozen=True, kw_only=True)
class ExportReport:
    """What was written, and what the format could not carry."""

    path: str
    format: str
    written: int
    losses: tuple[Loss, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The report for other programs."""
        losses = [
            {"field": loss.field, "count": loss.count, "example": loss.example, "reason": loss.reason}
            for loss in self.losses
        ]
        return {"version": 1, "path": self.path, "format": self.format, "written": self.written, "losses": losses}


class Tally:
    """Counts and lists what became of the rows."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self.rows: list[RowReport] = []
        self._good = 0

    def add(self, row: RowReport) -> None:
        """Note one row."""
        self.counts[row.outcome.value] += 1
        self.dropped.update(row.dropped)
        if row.outcome in (Outcome.NEW, Outcome.UNCHANGED):
            self._good += 1
            if self._good > GOOD_ROWS_SHOWN:
                return
        self.rows.append(row)

    def report(self, *, path: str, format: str, batch: str | None, dry_run: bool) -> ImportReport:
        """The report so far, rows in the order of the file."""
        return ImportReport(
            path=path,
            format=format,
            batch=batch,
            counts={outcome.value: self.counts[outcome] for outcome in Outcome},
            rows=tuple(sorted(self.rows, key=lambda row: row.line)),
            dropped=dict(sorted(self.dropped.items())),
            dry_run=dry_run,
        )
