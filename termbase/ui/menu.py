"""The script Streamlit runs: a menu of the pages, the page that was chosen, and the choice of language."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from types import ModuleType

import streamlit as st

import termbase.ui
from termbase.ui import i18n, session
from termbase.ui.components.page_language import page_language

ASSETS = Path(__file__).parent / "assets"


@cache
def pages() -> tuple[ModuleType, ...]:
    """The modules of this room that are pages, in the order of the menu."""
    names = (found.name for found in pkgutil.iter_modules(termbase.ui.__path__) if not found.ispkg)
    modules = (importlib.import_module(f"termbase.ui.{name}") for name in names)
    return tuple(sorted((m for m in modules if hasattr(m, "PAGE")), key=lambda page: page.PAGE.order))


def show() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(page_title="termbase", page_icon=str(ASSETS / "icon.svg"), layout="wide")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    st.html(ASSETS / "page.css")
    with session.telling():
        say = session.words()
        page_language(say.tag)
        menu = [
            st.Page(
                page.render,
                title=say(page.PAGE.title),
                icon=page.PAGE.icon,
                url_path=page.PAGE.path,
                default=page is pages()[0],
            )
            for page in pages()
        ]
        st.navigation(menu, position="top").run()
        _language(say)


def _language(say: i18n.Words) -> None:
    names = {lang: i18n.words(lang).name for lang in i18n.languages()}

    def choose() -> None:
        picked = st.session_state["interface-choice"]
        if picked:
            session.prefer(picked)

    with st.container(horizontal=True, horizontal_alignment="right"):
        st.session_state["interface-choice"] = say.lang
        st.segmented_control(
            say("Language of these pages"),
            list(names),
            format_func=names.__getitem__,
            key="interface-choice",
            on_change=choose,
            label_visibility="collapsed",
        )


if __name__ == "__main__":
    show()
