"""A dialog over one term of a concept."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from termbase.errors import Invalid
from termbase.languages import normalize_tag
from termbase.model import (
    Concept,
    Gender,
    PartOfSpeech,
    Position,
    Reason,
    Severity,
    State,
    Status,
    Term,
    TermType,
    When,
    implied_status,
)
from termbase.services import curate
from termbase.ui import session
from termbase.ui.i18n import Words
from termbase.ui.names import language_name, name, tags

E = TypeVar("E", bound=StrEnum)


def edit_term(concept: Concept, term: Term | None, say: Words) -> None:
    """Change a term, add one (`None`), or take it out of its concept.

    The concept is the one that was read when the dialog opened, so that saving over somebody else's change is noticed.
    """
    title = say("Edit the term") if term else say("A new term")

    def form() -> None:
        with st.form("term", border=False):
            changed = _fields(term or Term(lang="", text=""), say)
            with st.container(horizontal=True, horizontal_alignment="distribute"):
                saved = st.form_submit_button(say("Save"), type="primary", key="save-term")
                removed = bool(term) and st.form_submit_button(say("Remove this term"), key="remove-term")
        if not (saved or removed):
            return
        with session.telling():
            others = tuple(other for other in concept.terms if not term or other.id != term.id)
            terms = others if removed else _in_place(concept, term, _checked(changed, say))
            curate.save_concept(session.store(), replace(concept, terms=terms), who=session.who())
            st.rerun()

    st.dialog(title, width="medium")(form)()


def _in_place(concept: Concept, old: Term | None, new: Term) -> tuple[Term, ...]:
    if old is None:
        return (*concept.terms, new)
    return tuple(new if term.id == old.id else term for term in concept.terms)


def _checked(term: Term, say: Words) -> Term:
    if not term.text:
        raise Invalid(say("The term is empty. Write it as it stands in a sentence."))
    if not term.lang:
        raise Invalid(say("The language is missing. Choose one, or write a tag such as pt-BR."))
    return replace(term, lang=normalize_tag(term.lang))


def _fields(term: Term, say: Words) -> Term:
    text = st.text_input(say("Term"), term.text, max_chars=500)
    left, right = st.columns(2)
    with left:
        lang = st.selectbox(
            say("Language"),
            sorted({*tags(), term.lang} - {""}),
            index=sorted({*tags(), term.lang} - {""}).index(term.lang) if term.lang else None,
            format_func=language_name,
            accept_new_options=True,
            placeholder=say("Choose a language"),
        )
    with right:
        reason = _choice(say("Reason to avoid it"), Reason, term.reason, say)
    with left:
        status = _choice(say("Status"), Status, term.status if term.id else None, say)
    with right:
        state = _choice(say("State"), State, term.state, say, none=False) or State.APPROVED
    replacements = _lines(say("Say instead, one a line"), term.replacements, say)
    note = st.text_input(say("Note"), term.note, help=say("One sentence that is shown to whoever writes the reply."))
    with st.expander(say("When it counts")):
        one, two = st.columns(2)
        with one:
            when = _choice(say("Wrong"), When, term.when, say, none=False) or When.ALWAYS
            severity = _choice(say("Severity"), Severity, term.severity, say)
        with two:
            position = _choice(say("Position"), Position, term.position, say, none=False) or Position.ANYWHERE
            from_lang = st.text_input(say("Copied from (language)"), term.from_lang)
        pattern = st.text_input(
            say("Pattern"),
            term.pattern,
            help=say("What to look for when it is not the term itself: (a|the), [the], ~."),
        )
        unless = _lines(say("Unless it is part of, one a line"), term.unless, say)
        with st.container(horizontal=True):
            inflected = st.checkbox(say("inflected forms too"), term.inflected)
            case_sensitive = st.checkbox(say("case matters"), term.case_sensitive)
            enabled = st.checkbox(say("in use"), term.enabled)
    with st.expander(say("Examples and grammar")):
        bad = _lines(say("Must be flagged, one sentence a line"), term.bad, say)
        good = _lines(say("Must pass, one sentence a line"), term.good, say)
        one, two, three = st.columns(3)
        with one:
            part_of_speech = _choice(say("Part of speech"), PartOfSpeech, term.part_of_speech, say)
        with two:
            gender = _choice(say("Gender"), Gender, term.gender, say)
        with three:
            type = _choice(say("Type"), TermType, term.type, say)
        context = st.text_input(say("In a sentence"), term.context)
    return replace(
        term,
        lang=(lang or "").strip(),
        text=text.strip(),
        reason=reason,
        status=status or implied_status(reason),
        state=state,
        replacements=replacements,
        note=note.strip(),
        when=when,
        severity=severity,
        position=position,
        from_lang=from_lang.strip(),
        pattern=pattern.strip(),
        unless=unless,
        inflected=inflected,
        case_sensitive=case_sensitive,
        enabled=enabled,
        bad=bad,
        good=good,
        part_of_speech=part_of_speech,
        gender=gender,
        type=type,
        context=context.strip(),
    )


def _choice(label: str, kind: type[E], value: E | None, say: Words, *, none: bool = True) -> E | None:
    options: list[E | None] = [*([None] if none else []), *kind]
    return st.selectbox(label, options, index=options.index(value), format_func=lambda one: name(one, say))


def _lines(label: str, value: tuple[str, ...], say: Words) -> tuple[str, ...]:
    text = st.text_area(label, "\n".join(value), height=80)
    return tuple(line.strip() for line in text.splitlines() if line.strip())
