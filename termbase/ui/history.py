"""What happened to something, newest first, each change with a way back."""

from __future__ import annotations

from functools import partial

import streamlit as st

from termbase.model import Event
from termbase.ui import session
from termbase.ui.i18n import Words
from termbase.ui.names import action_name, moment
from termbase.ui.session import literally

SHOWN = 20


def history(target: str, say: Words) -> None:
    """The history of a concept or a unit. What came with an import is taken back as a whole, on the import page."""
    with st.expander(say("History"), icon=":material/history:"):
        for event in session.store().events(target=target, limit=SHOWN):
            one_event(event, say, undoable=bool(event.target) and event.action != "import")


def one_event(event: Event, say: Words, *, undoable: bool) -> None:
    """One line of a history, with its button where there is one."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        did = event.summary or action_name(event.action, say)
        st.caption(literally(" · ".join((moment(event.at), event.who, did))), width="content")
        if undoable:
            st.button(say("Undo"), key=f"undo-{event.id}", type="tertiary", on_click=partial(undo, event.batch, say))


def undo(batch: str, say: Words) -> None:
    """Take a batch back and say what came of it."""
    with session.telling():
        undone = session.store().undo(batch, session.who())
        st.toast(say.many("{n} change taken back.", "{n} changes taken back.", undone.undone), icon=":material/undo:")
        if undone.skipped:
            left = literally(", ".join(undone.skipped[:10]))
            st.toast(say("Left as it is, because it was changed since: {what}", what=left), icon=":material/info:")
