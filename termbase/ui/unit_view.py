"""One unit of the memory: reading it, copying it, changing it, judging its texts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from termbase.errors import Invalid
from termbase.languages import normalize_tag
from termbase.model import SCENARIOS, STAGES, State, Unit, Variant
from termbase.services import curate
from termbase.ui import session
from termbase.ui.components.rows import Line, Row, rows
from termbase.ui.history import history
from termbase.ui.i18n import Words
from termbase.ui.names import code_name, language_name, moment, name, tags
from termbase.ui.session import literally


def in_reading_order(unit: Unit, say: Words, lang: str = "") -> list[Variant]:
    """The texts: the language asked for first, the reader's, the source's, English, Chinese, the rest."""
    wanted = [tag.split("-")[0] for tag in (lang, say.tag, unit.source_lang, "en", "zh") if tag]

    def place(variant: Variant) -> tuple[int, str, int]:
        primary = variant.lang.split("-")[0]
        return (wanted.index(primary) if primary in wanted else len(wanted), variant.lang, variant.plural or 0)

    return sorted(unit.variants, key=place)


def show_unit(id: str, say: Words) -> None:
    """The unit, with whatever somebody asked to change in it."""
    st.button(say("All phrases"), icon=":material/arrow_back:", type="tertiary", on_click=_close)
    unit = session.store().unit(id)
    kinds = [code_name(code, say) for code in (unit.scenario, unit.stage) if code]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(literally(" · ".join(kinds) or unit.key or unit.id), width="content", anchor=False)
        with st.container(horizontal=True, width="content"):
            if st.button(say("Add a language"), icon=":material/add:"):
                _edit_variant(unit, None, say)
            if st.button(say("Edit"), icon=":material/edit:", key="edit-unit"):
                edit_unit(unit, say)
            if st.button(say("Remove"), icon=":material/delete:", key="remove-unit"):
                _remove(unit, say)
    facts = [unit.id, unit.subject, unit.product, unit.origin, unit.key]
    if unit.changed_at:
        facts.append(say("changed {when} by {who}", when=moment(unit.changed_at), who=unit.changed_by))
    st.caption(literally(" · ".join(fact for fact in facts if fact)))
    if unit.note:
        st.text(unit.note)
    _judging(unit, say)

    def chosen(id: str) -> None:
        st.session_state["chosen-variant"] = id

    rows(
        [_variant_row(variant, say) for variant in in_reading_order(unit, say)],
        key=f"variants-{unit.id}",
        open_label=say("Edit"),
        copied=say("Copied"),
        opened=chosen,
    )
    wanted = st.session_state.pop("chosen-variant", None)
    if variant := next((variant for variant in unit.variants if variant.id == wanted), None):
        _edit_variant(unit, variant, say)
    history(unit.id, say)


def _close() -> None:
    st.query_params.pop("unit", None)


def _variant_row(variant: Variant, say: Words) -> Row:
    approved = variant.state is State.APPROVED
    line = Line(
        text=variant.text,
        lang=variant.lang,
        badge="" if approved else name(variant.state, say),
        badge_tone=variant.state.value,
        copy=say("Copy"),
    )
    return Row(id=variant.id, lines=(line,))


def _judging(unit: Unit, say: Words) -> None:
    """Approve or reject what waits, a language at a time."""
    waiting = list(dict.fromkeys(variant.lang for variant in unit.variants if variant.state is State.PROPOSED))
    for lang in waiting:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(say("{language} waits for a decision.", language=language_name(lang)), width="content")
            st.button(
                say("Approve"),
                key=f"approve-{lang}",
                icon=":material/check:",
                on_click=partial(_judge, unit.id, lang, approve=True),
            )
            st.button(
                say("Reject"),
                key=f"reject-{lang}",
                icon=":material/close:",
                on_click=partial(_judge, unit.id, lang, approve=False),
            )


def _judge(id: str, lang: str, *, approve: bool) -> None:
    judge = curate.approve_unit if approve else curate.reject_unit
    with session.telling():
        judge(session.store(), id, lang, who=session.who())


def edit_unit(unit: Unit, say: Words) -> None:
    """A dialog over what is said about a unit as a whole; for a new one, with its first text."""
    new = not unit.id

    def form() -> None:
        with st.form("unit", border=False):
            text = lang = ""
            if new:
                text = st.text_area(say("Phrase"), height=100, help=say("{name} in braces stands for a variable."))
                lang = st.text_input(say("Language"), value=say.tag.split("-")[0])
            scenario = _code(say("Scenario"), unit.scenario, SCENARIOS, say)
            stage = _code(say("Stage"), unit.stage, STAGES, say)
            subject = st.text_input(say("Subject"), unit.subject)
            product = st.text_input(say("Product"), unit.product)
            note = st.text_area(say("Note"), unit.note, height=70)
            saved = st.form_submit_button(say("Save"), type="primary", key="save-unit")
        if not saved:
            return
        changed = replace(
            unit, scenario=scenario, stage=stage, subject=subject.strip(), product=product.strip(), note=note.strip()
        )
        with session.telling():
            if new:
                changed = replace(changed, variants=(_checked(Variant(lang=lang.strip(), text=text.strip()), say),))
            kept = curate.save_unit(session.store(), changed, who=session.who())
            st.query_params["unit"] = kept.id
            st.rerun()

    st.dialog(say("A new phrase") if new else say("Edit the phrase"))(form)()


def _code(label: str, value: str, codes: tuple[str, ...], say: Words) -> str:
    options = list(dict.fromkeys([*codes, *([value] if value else [])]))
    chosen = st.selectbox(
        label,
        options,
        index=options.index(value) if value else None,
        format_func=lambda code: code_name(code, say),
        accept_new_options=True,
        placeholder="–",
    )
    return (chosen or "").strip()


def _edit_variant(unit: Unit, variant: Variant | None, say: Words) -> None:
    """Change one text of a unit, add one (`None`), or take it out."""

    def form() -> None:
        with st.form("variant", border=False):
            old = variant or Variant(lang="", text="")
            options = sorted({*tags(), old.lang} - {""})
            lang = st.selectbox(
                say("Language"),
                options,
                index=options.index(old.lang) if old.lang else None,
                format_func=language_name,
                accept_new_options=True,
                placeholder=say("Choose a language"),
            )
            text = st.text_area(say("Phrase"), old.text, height=140)
            states = list(State)
            state = st.selectbox(
                say("State"), states, index=states.index(old.state), format_func=lambda state: name(state, say)
            )
            with st.container(horizontal=True, horizontal_alignment="distribute"):
                saved = st.form_submit_button(say("Save"), type="primary", key="save-variant")
                removed = bool(variant) and st.form_submit_button(say("Remove this text"), key="remove-variant")
        if not (saved or removed):
            return
        with session.telling():
            if removed:
                variants = tuple(other for other in unit.variants if other is not variant)
            else:
                tags_kept = old.tags if text == old.text else ()
                new = replace(old, lang=(lang or "").strip(), text=text.strip(), state=state, tags=tags_kept)
                new = _checked(new, say)
                variants = tuple(new if other is variant else other for other in unit.variants)
                variants = variants if variant else (*variants, new)
            curate.save_unit(session.store(), replace(unit, variants=variants), who=session.who())
            st.rerun()

    st.dialog(say("Edit the text") if variant else say("A new text"))(form)()


def _checked(variant: Variant, say: Words) -> Variant:
    if not variant.text:
        raise Invalid(say("The phrase is empty. Write it as it is sent."))
    if not variant.lang:
        raise Invalid(say("The language is missing. Choose one, or write a tag such as pt-BR."))
    return replace(variant, lang=normalize_tag(variant.lang))


def _remove(unit: Unit, say: Words) -> None:
    def confirm() -> None:
        st.text(say("It goes with all its languages."))
        st.caption(say("The history can bring it back."))
        if st.button(say("Remove"), type="primary", key="really-remove"):
            with session.telling():
                curate.remove_unit(session.store(), unit.id, who=session.who())
                st.query_params.pop("unit", None)
                st.rerun()

    st.dialog(say("Remove this phrase?"))(confirm)()
