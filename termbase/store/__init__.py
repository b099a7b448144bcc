"""The store: concepts, units and their history in one SQLite file or one PostgreSQL database.

    Store         opens, reads, and hands out batches          Batch    one transaction, one undoable thing
    live_concepts what a glossary snapshot is built from       Undone   what an undo did and what it left alone
    rejected_units  what a reviewer has rejected in the memory
    version_of    the number that rises with every change   verdicts_of   what became of each rule's findings

These read SQLite with the standard library alone, so that a cold `termbase check`
does not wait for SQLAlchemy; `Store`, `Batch` and `Undone` are therefore imported when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from termbase.store.live import live_concepts, rejected_units, verdicts_of, version_of

if TYPE_CHECKING:
    from termbase.store.batch import Batch
    from termbase.store.history import Undone
    from termbase.store.store import Store

__all__ = ["Batch", "Store", "Undone", "live_concepts", "rejected_units", "verdicts_of", "version_of"]


_HEAVY = {"Store": "store", "Batch": "batch", "Undone": "history"}


def __getattr__(name: str) -> Any:
    """Import the classes that need SQLAlchemy when somebody asks for them."""
    if name not in _HEAVY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HEAVY[name]}"), name)
