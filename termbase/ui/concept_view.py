"""One concept with all its terms: reading it, changing it, its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from termbase.model import Concept, State, Status, Term
from termbase.services import curate
from termbase.ui import session
from termbase.ui.components.rows import Line, Row, rows
from termbase.ui.history import history
from termbase.ui.i18n import Words
from termbase.ui.literal_view import tick_literals
from termbase.ui.names import moment, name
from termbase.ui.session import literally
from termbase.ui.term_form import edit_term

_ORDER = {status: n for n, status in enumerate(Status)}


def preferred_first(concept: Concept, say: Words) -> list[Term]:
    """The terms: the reader's language first, then English, Chinese and the rest; in each, the preferred one first."""
    first = [say.tag.split("-")[0], "en", "zh"]

    def place(term: Term) -> tuple[int, str, bool, int]:
        primary = term.lang.split("-")[0]
        at = first.index(primary) if primary in first else len(first)
        return (at, term.lang, term.avoided, _ORDER[term.status])

    return sorted(concept.terms, key=place)


def title_of(concept: Concept, say: Words) -> str:
    """What to call a concept: its best term in the reader's language or the next best one."""
    terms = preferred_first(concept, say)
    best = next((term for term in terms if not term.avoided), None) or next(iter(terms), None)
    return best.text if best else concept.external_id or concept.id


def show_concept(id: str, say: Words) -> None:
    """The concept, with whatever somebody asked to change in it."""
    st.button(say("All concepts"), icon=":material/arrow_back:", type="tertiary", on_click=_close)
    concept = session.store().concept(id)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(literally(title_of(concept, say)), width="content", anchor=False)
        with st.container(horizontal=True, width="content"):
            if st.button(say("Add a term"), icon=":material/add:"):
                edit_term(concept, None, say)
            if st.button(say("Literal renderings"), icon=":material/translate:", key="literals"):
                tick_literals(concept, say)
            if st.button(say("Edit"), icon=":material/edit:", key="edit-concept"):
                edit_concept(concept, say)
            if st.button(say("Remove"), icon=":material/delete:", key="remove-concept"):
                _remove(concept, say)
    _facts(concept, say)
    _judging(concept, say)
    right = [term for term in preferred_first(concept, say) if not term.avoided]
    wrong = [term for term in preferred_first(concept, say) if term.avoided]
    if right:
        st.subheader(say("What we say"), anchor=False)
        _terms(concept, right, "right", say)
    if wrong:
        st.subheader(say("What to avoid"), anchor=False)
        _terms(concept, wrong, "wrong", say)
    if not concept.terms:
        st.info(say("This concept has no terms yet."))
    chosen = st.session_state.pop("chosen-term", None)
    if term := next((term for term in concept.terms if term.id == chosen), None):
        edit_term(concept, term, say)
    history(concept.id, say)


def _close() -> None:
    st.query_params.pop("concept", None)


def _facts(concept: Concept, say: Words) -> None:
    facts = [concept.id, concept.subject, concept.product, concept.audience, concept.origin]
    if concept.changed_at:
        facts.append(say("changed {when} by {who}", when=moment(concept.changed_at), who=concept.changed_by))
    if not concept.translate:
        facts.append(say("stays as it is in every language"))
    st.caption(literally(" · ".join(fact for fact in facts if fact)))
    home = say.tag.split("-")[0]
    definitions = sorted(concept.definitions.items(), key=lambda pair: (pair[0].split("-")[0] != home, pair[0]))
    if definitions:
        st.text(definitions[0][1])
    if concept.note:
        st.text(concept.note)


def _judging(concept: Concept, say: Words) -> None:
    """Approve or reject the terms that wait."""
    waiting = sum(term.state is State.PROPOSED for term in concept.terms)
    if not waiting:
        return

    def judge(judgement: Callable[..., Concept]) -> None:
        with session.telling():
            judgement(session.store(), concept.id, who=session.who())

    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(say.many("{n} term waits for a decision.", "{n} terms wait for a decision.", waiting), width="content")
        st.button(say("Approve"), key="approve", icon=":material/check:", on_click=judge, args=(curate.approve_terms,))
        st.button(say("Reject"), key="reject", icon=":material/close:", on_click=judge, args=(curate.reject_terms,))


def _terms(concept: Concept, terms: list[Term], which: str, say: Words) -> None:
    def chosen(id: str) -> None:
        st.session_state["chosen-term"] = id

    rows(
        [_term_row(term, say) for term in terms],
        key=f"terms-{which}-{concept.id}",
        open_label=say("Edit"),
        copied=say("Copied"),
        opened=chosen,
    )


def _term_row(term: Term, say: Words) -> Row:
    badge = name(term.reason, say) if term.reason else name(term.status, say)
    if not term.live:
        badge = f"{badge} · {name(term.state, say) if term.enabled else say('off')}"
    head = Line(
        text=term.text,
        lang=term.lang,
        tone="avoid" if term.avoided else "strong" if term.status is Status.PREFERRED else "plain",
        badge=badge,
        badge_tone=term.reason.value if term.reason else "",
    )
    cures = [Line(text="→ " + " · ".join(term.replacements), tone="quiet")] if term.replacements else []
    note = [Line(text=term.note, tone="quiet")] if term.note else []
    return Row(id=term.id, lines=(head, *cures, *note))


def edit_concept(concept: Concept, say: Words) -> None:
    """A dialog over what is said about a concept as a whole; for a new one, with its first term."""
    new = not concept.id

    def form() -> None:
        with st.form("concept", border=False):
            text = lang = ""
            if new:
                text = st.text_input(say("Preferred term"), max_chars=500)
                lang = st.text_input(say("Language"), value=say.tag.split("-")[0])
            subject = st.text_input(say("Subject"), concept.subject)
            product = st.text_input(say("Product"), concept.product)
            home = say.tag.split("-")[0]
            definition = st.text_area(say("Definition"), concept.definitions.get(home, ""), height=90)
            note = st.text_area(say("Note"), concept.note, height=70)
            verbatim = st.checkbox(say("A name that stays as it is in every language"), not concept.translate)
            saved = st.form_submit_button(say("Save"), type="primary", key="save-concept")
        if not saved:
            return
        definitions = {**concept.definitions, home: definition.strip()}
        changed = replace(
            concept,
            subject=subject.strip(),
            product=product.strip(),
            definitions={tag: said for tag, said in definitions.items() if said},
            note=note.strip(),
            translate=not verbatim,
            terms=(*concept.terms, Term(lang=lang.strip(), text=text.strip())) if new else concept.terms,
        )
        with session.telling():
            kept = curate.save_concept(session.store(), changed, who=session.who())
            st.query_params["concept"] = kept.id
            st.rerun()

    st.dialog(say("A new concept") if new else say("Edit the concept"))(form)()


def _remove(concept: Concept, say: Words) -> None:
    def confirm() -> None:
        count = len(concept.terms)
        st.text(say.many("It goes with its {n} term.", "It goes with its {n} terms.", count))
        st.caption(say("The history can bring it back."))
        if st.button(say("Remove"), type="primary", key="really-remove"):
            with session.telling():
                curate.remove_concept(session.store(), concept.id, who=session.who())
                st.query_params.pop("concept", None)
                st.rerun()

    st.dialog(say("Remove this concept?"))(confirm)()
