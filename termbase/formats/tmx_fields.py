"""Where the fields of a unit live in TMX: read and written by the same table."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

PROPS = {
    "context": "x-context",
    "previous": "prev",
    "next": "next",
    "file": "file",
    "scenario": "x-scenario",
    "stage": "x-stage",
    "subject": "x-subject",
    "product": "x-product",
    "audience": "x-audience",
}
"""Field of a unit → type of the prop it is written as (OmegaT's names where it has one)."""

ALIASES = {
    "context": "context",
    "x-context-pre": "previous",
    "x-context-post": "next",
    **{prop: field for field, prop in PROPS.items()},
}
"""Type of a prop → field; memoQ's and gettext's names beside ours."""

TAG, REFERENCE, PLURAL = "x-tag", "x-reference", "x-plural"

INLINE = {
    "bpt": ("i", "x", "type"),
    "ept": ("i",),
    "ph": ("x", "assoc", "type"),
    "it": ("x", "pos", "type"),
    "hi": ("x", "type"),
    "ut": ("x",),
}
"""Inline elements and their attributes; the first one is kept as the tag's id."""

KEPT_ATTRIBUTES = ("datatype", "segtype", "usagecount", "lastusagedate")
"""Attributes of a tu that have no field; kept as props `tmx:<name>` and written back."""


@lru_cache(maxsize=4096)
def read_time(text: str) -> datetime | None:
    """A TMX or ISO 8601 time as UTC; None when it is neither."""
    try:
        time = datetime.fromisoformat(text.strip())
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def write_time(time: datetime) -> str:
    """A time as TMX writes it."""
    return time.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
