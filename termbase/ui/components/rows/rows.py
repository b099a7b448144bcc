"""Mounts the list. Texts travel as data and are shown as text nodes, so nothing in them is ever markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "termbase_rows",
    html='<ul class="rows"></ul>',
    css=(_HERE / "rows.css").read_text(encoding="utf-8"),
    js=(_HERE / "rows.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One text of a row."""

    text: str
    lang: str = ""
    """A tag; it is shown before the text."""
    tone: str = "plain"
    """plain, strong, avoid, quiet."""
    badge: str = ""
    badge_tone: str = ""
    """What the badge says in colour: the reason of a term, the state of a variant."""
    copy: str = ""
    """What a button beside the text says that copies it; empty for no button."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One concept or unit."""

    id: str
    lines: tuple[Line, ...]
    meta: tuple[str, ...] = ()


def rows(
    items: Sequence[Row], *, key: str, open_label: str, copied: str, opened: Callable[[str], None] | None = None
) -> None:
    """Show the list; `opened` is called with the id of the row somebody chose."""

    def chosen() -> None:
        id = st.session_state[key].opened
        if id and opened:
            opened(id)

    data = {
        "rows": [asdict(item) for item in items],
        "open": open_label if opened else "",
        "copied": copied,
    }
    _mount(key=key, data=data, on_opened_change=chosen)
