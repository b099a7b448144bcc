"""The page for the curator: find a concept, read it, change it with all its terms."""

from __future__ import annotations

import math
from typing import Any

import streamlit as st

from termbase.model import Concept, Reason, Term
from termbase.ui import session
from termbase.ui.card import Card
from termbase.ui.components.rows import Line, Row, rows
from termbase.ui.concept_view import edit_concept, preferred_first, show_concept, title_of
from termbase.ui.i18n import Words, marked
from termbase.ui.names import language_name, name, tags

PAGE = Card(title=marked("Concepts"), path="concepts", icon=":material/menu_book:", order=2)

PAGE_SIZE = 20


def render() -> None:
    """Show the list, or the concept the address names."""
    say = session.words()
    id = st.query_params.get("concept")
    if id:
        with session.telling():
            show_concept(id, say)
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say(PAGE.title), width="content")
        if st.button(say("Add a concept"), icon=":material/add:", key="add-concept"):
            edit_concept(Concept(), say)
    chosen = _filters(say)
    with session.telling():
        _list(chosen, say)


def _filters(say: Words) -> dict[str, Any]:
    store = session.store()
    query = st.text_input(
        say("Search"),
        key="concepts-query",
        live=True,
        type="search",
        placeholder=say("A term, a wrong rendering, a definition …"),
        icon=":material/search:",
        label_visibility="collapsed",
        persist_state="session",
        on_change=_first_page,
    )
    with st.container(horizontal=True):
        lang = st.selectbox(
            say("Language"),
            tags(),
            index=None,
            format_func=language_name,
            placeholder=say("Any language"),
            key="concepts-lang",
            label_visibility="collapsed",
            persist_state="session",
            on_change=_first_page,
            width=170,
        )
        subject = st.selectbox(
            say("Subject"),
            store.subjects(),
            index=None,
            placeholder=say("Any subject"),
            key="concepts-subject",
            label_visibility="collapsed",
            persist_state="session",
            on_change=_first_page,
            width=170,
        )
        reason = st.selectbox(
            say("Reason"),
            list(Reason),
            index=None,
            format_func=lambda reason: name(reason, say),
            placeholder=say("Any reason to avoid"),
            key="concepts-reason",
            label_visibility="collapsed",
            persist_state="session",
            on_change=_first_page,
            width=170,
        )
    return {"query": (query or "").strip(), "lang": lang or "", "subject": subject or "", "reason": reason}


def _first_page() -> None:
    st.session_state["concepts-page"] = 1


def _list(chosen: dict[str, Any], say: Words) -> None:
    store = session.store()
    count = store.count_concepts(**chosen)
    if not count:
        st.info(say("No concept fits. Search for something shorter, or add one."), icon=":material/search_off:")
        return
    pages = math.ceil(count / PAGE_SIZE)
    page = min(st.session_state.get("concepts-page", 1), pages)
    found = store.concepts(**chosen, limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE)
    st.caption(say.many("{n} concept", "{n} concepts", count))
    rows(
        [concept_row(concept, say) for concept in found],
        key="concepts-rows",
        open_label=say("Open"),
        copied=say("Copied"),
        opened=_open,
    )
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            st.pagination(pages, key="concepts-page", persist_state="session")


def _open(id: str) -> None:
    st.query_params["concept"] = id


def concept_row(concept: Concept, say: Words) -> Row:
    """A concept in two lines: how it is said, and what to avoid."""
    terms = preferred_first(concept, say)
    right = [term for term in terms if not term.avoided]
    wrong = [term for term in terms if term.avoided]
    said = [Line(text=term.text, lang=term.lang, tone="quiet") for term in _one_each(right)[1:7]]
    avoided = [
        Line(text=term.text, lang=term.lang, tone="avoid", badge_tone=term.reason.value if term.reason else "other")
        for term in wrong[:4]
    ]
    head = Line(text=title_of(concept, say), lang=right[0].lang if right else "", tone="strong")
    languages = len({term.lang for term in concept.terms})
    meta = (
        concept.subject,
        say.many("{n} language", "{n} languages", languages),
        say.many("{n} to avoid", "{n} to avoid", len(wrong)) if wrong else "",
    )
    return Row(id=concept.id, lines=(head, *said, *avoided), meta=tuple(part for part in meta if part))


def _one_each(terms: list[Term]) -> list[Term]:
    """The first term of each language."""
    return list({term.lang: term for term in reversed(terms)}.values())[::-1]
