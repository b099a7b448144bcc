"""Tells the browser which language the page speaks, for screen readers and for the right CJK glyphs."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "termbase_page_language", js=Path(__file__).with_name("page_language.js").read_text(encoding="utf-8")
)


def page_language(tag: str) -> None:
    """Set the `lang` of the whole document; Streamlit leaves it at "en"."""
    _mount(key="page-language", data=tag, height=1)
