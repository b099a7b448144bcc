"""The starter packs: concepts, rules and reply phrases that make a new store useful at once."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from termbase.errors import NotFound
from termbase.services.exchange import import_file
from termbase.services.reports import ImportReport
from termbase.store import Store


def starter_dir() -> Path:
    """Where the packs lie: in the installed package, or in `imports/starter` of a checkout."""
    package = Path(str(files("termbase")))
    for folder in (package / "_starter", package.parent / "imports" / "starter"):
        if folder.is_dir():
            return folder
    raise NotFound("The starter packs are not part of this installation. Install termbase again from its wheel.")


def starter_packs() -> list[Path]:
    """The pack files, in the order of their names."""
    return sorted(starter_dir().glob("*.json"))


def load_starter_packs(store: Store, *, who: str = "termbase", on_conflict: str = "skip") -> list[ImportReport]:
    """Load every pack, one undoable batch each. Loading again touches only rows that a newer pack changed.

    A row that somebody edited here is left as it is and reported as a conflict. A wrong row, which our tests should
    have caught, is reported and keeps nobody from using the others.
    """
    return [
        import_file(store, path, who=who, format="json", on_conflict=on_conflict, good_rows=True)
        for path in starter_packs()
    ]
