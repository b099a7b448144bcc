"""Mounts the draft editor. All that happens while somebody types happens in editor.js; Python only dresses it.

The draft never comes here: the browser asks the check route, and keeps the text until the page is reloaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "termbase_draft_editor",
    html=(_HERE / "editor.html").read_text(encoding="utf-8"),
    css=(_HERE / "editor.css").read_text(encoding="utf-8"),
    js=(_HERE / "editor.js").read_text(encoding="utf-8"),
)


def draft_editor(
    *,
    words: Mapping[str, Any],
    ui: str,
    languages: Sequence[str],
    examples: Sequence[Mapping[str, str]],
    url: str = "/api/check",
    verdicts: str = "/api/verdicts",
) -> None:
    """Show the editor, speaking `words`, offering `languages` (tags) and, while it is empty, `examples`."""
    data = {
        "words": dict(words),
        "ui": ui,
        "languages": list(languages),
        "examples": list(examples),
        "url": url,
        "verdicts": verdicts,
    }
    _mount(key="draft-editor", data=data)
