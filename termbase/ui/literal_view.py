"""A dialog with the literal renderings that a concept's terms probably get, one tick to make each a rule."""

from __future__ import annotations

import streamlit as st

from termbase.model import Concept, State
from termbase.services.propose import Renderings, literal_renderings, propose_literals
from termbase.ui import session
from termbase.ui.i18n import Words
from termbase.ui.session import literally


def tick_literals(concept: Concept, say: Words) -> None:
    """Propose renderings; the ticked ones become terms to avoid, which count when the source names the concept."""

    def form() -> None:
        found = literal_renderings(session.store(), concept)
        if not found:
            st.info(say("Nothing to propose: no known parts, or all of it is listed already."))
            return
        st.caption(say("How a word-for-word translator would probably put it. Tick what people really write."))
        with st.form("literals", border=False):
            for number, one in enumerate(found):
                st.text(f"{one.source.text} ({one.source.lang}) → {one.lang}")
                with st.container(horizontal=True):
                    for text in one.texts:
                        st.checkbox(literally(text), key=_key(number, text), width="content")
            label = say("Avoid the ticked ones")
            if st.form_submit_button(label, type="primary", key="save-literals", on_click=_keep, args=(found,)):
                st.rerun()

    st.dialog(say("Literal renderings"), width="large")(form)()


def _key(number: int, text: str) -> str:
    return f"literal-{number}-{text}"


def _keep(found: list[Renderings]) -> None:
    ticked = [(one, t) for n, one in enumerate(found) for t in one.texts if st.session_state.get(_key(n, t))]
    with session.telling():
        propose_literals(session.store(), ticked, who=session.who(), state=State.APPROVED)
