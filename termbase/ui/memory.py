"""The page of the translation memory and the reply phrases: find, copy, change, approve."""

from __future__ import annotations

import math
from typing import Any

import streamlit as st

from termbase.model import SCENARIOS, STAGES, State, Unit
from termbase.ui import session
from termbase.ui.card import Card
from termbase.ui.components.rows import Line, Row, rows
from termbase.ui.i18n import Words, marked
from termbase.ui.names import code_name, language_name, name, tags
from termbase.ui.unit_view import edit_unit, in_reading_order, show_unit

PAGE = Card(title=marked("Memory"), path="memory", icon=":material/translate:", order=3)

PAGE_SIZE = 15


def render() -> None:
    """Show the list, or the unit the address names."""
    say = session.words()
    id = st.query_params.get("unit")
    if id:
        with session.telling():
            show_unit(id, say)
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say(PAGE.title), width="content")
        if st.button(say("Add a phrase"), icon=":material/add:", key="add-unit"):
            edit_unit(Unit(), say)
    chosen = _filters(say)
    with session.telling():
        _list(chosen, say)


def _filters(say: Words) -> dict[str, Any]:
    query = st.text_input(
        say("Search"),
        key="memory-query",
        live=True,
        type="search",
        placeholder=say("Words of a phrase, in any language …"),
        icon=":material/search:",
        label_visibility="collapsed",
        persist_state="session",
        on_change=_first_page,
    )
    with st.container(horizontal=True):
        scenario = _one_of(say("Any scenario"), list(SCENARIOS), "memory-scenario", lambda code: code_name(code, say))
        stage = _one_of(say("Any stage"), list(STAGES), "memory-stage", lambda code: code_name(code, say))
        lang = _one_of(say("Any language"), tags(), "memory-lang", language_name)
        state = _one_of(
            say("Any state"), [state.value for state in State], "memory-state", lambda s: name(State(s), say)
        )
    return {
        "query": (query or "").strip(),
        "scenario": scenario,
        "stage": stage,
        "lang": lang,
        "state": State(state) if state else None,
    }


def _one_of(any_of_them: str, options: list[str], key: str, called: Any) -> str:
    chosen = st.selectbox(
        any_of_them,
        options,
        index=None,
        format_func=called,
        placeholder=any_of_them,
        key=key,
        label_visibility="collapsed",
        persist_state="session",
        on_change=_first_page,
        width=170,
    )
    return chosen or ""


def _first_page() -> None:
    st.session_state["memory-page"] = 1


def _list(chosen: dict[str, Any], say: Words) -> None:
    store = session.store()
    count = store.count_units(**chosen)
    if not count:
        st.info(say("No phrase fits. Search for something shorter, or add one."), icon=":material/search_off:")
        return
    pages = math.ceil(count / PAGE_SIZE)
    page = min(st.session_state.get("memory-page", 1), pages)
    found = store.units(**chosen, limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE)
    st.caption(say.many("{n} phrase", "{n} phrases", count))
    rows(
        [unit_row(unit, say, chosen["lang"]) for unit in found],
        key="memory-rows",
        open_label=say("Open"),
        copied=say("Copied"),
        opened=_open,
    )
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            st.pagination(pages, key="memory-page", persist_state="session")


def _open(id: str) -> None:
    st.query_params["unit"] = id


def unit_row(unit: Unit, say: Words, lang: str = "") -> Row:
    """A unit by its first two texts, each with a button that copies it."""
    ordered = in_reading_order(unit, say, lang)
    lines = tuple(
        Line(
            text=variant.text,
            lang=variant.lang,
            badge="" if variant.state is State.APPROVED else name(variant.state, say),
            badge_tone=variant.state.value,
            copy=say("Copy"),
        )
        for variant in ordered[:2]
    )
    more = len({variant.lang for variant in unit.variants})
    kinds = [code_name(code, say) for code in (unit.scenario, unit.stage) if code]
    meta = (" · ".join(kinds), say.many("{n} language", "{n} languages", more))
    return Row(id=unit.id, lines=lines or (Line(text=unit.id),), meta=tuple(part for part in meta if part))
