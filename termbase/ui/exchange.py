"""The page for files: look at what a file would bring, take it, take it back; make a file for another tool."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from termbase import formats
from termbase.formats import MEMORY, TERMS, Format
from termbase.services.exchange import (
    ExportReport,
    Filters,
    ImportReport,
    OnConflict,
    Outcome,
    export_file,
    import_file,
)
from termbase.ui import session
from termbase.ui.card import Card
from termbase.ui.history import one_event, undo
from termbase.ui.i18n import Words, marked
from termbase.ui.names import language_name, tags

PAGE = Card(title=marked("Import & export"), path="exchange", icon=":material/swap_horiz:", order=5)

RECENT = 8
_OUTCOMES = {
    Outcome.NEW: marked("new"),
    Outcome.UPDATED: marked("updated"),
    Outcome.UNCHANGED: marked("unchanged"),
    Outcome.CONFLICT: marked("conflicts"),
    Outcome.INVALID: marked("invalid"),
    Outcome.SKIPPED: marked("skipped"),
}
_WISHES = {
    OnConflict.SKIP: marked("leave what is here"),
    OnConflict.UPDATE: marked("take what the file says"),
    OnConflict.REVIEW: marked("file it as proposals"),
}
_CONTENT = {TERMS: marked("terms"), MEMORY: marked("memory")}


def render() -> None:
    """Show both halves."""
    say = session.words()
    st.title(say(PAGE.title))
    bring, take = st.tabs([say("Import"), say("Export")])
    with bring, session.telling():
        _import(say)
    with take, session.telling():
        _export(say)


def _import(say: Words) -> None:
    known = [format for format in formats.known() if format.read]
    uploaded = st.file_uploader(
        say("A term base, a translation memory or a glossary"),
        key="upload",
        help=say("Formats: {names}", names=", ".join(format.title for format in known)),
        on_change=lambda: st.session_state.pop("imported", None),
    )
    if uploaded is None:
        _recent(say)
        return
    done: ImportReport | None = st.session_state.get("imported")
    if done:
        _done(done, say)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wish = st.selectbox(
            say("What is here already and differs"),
            list(OnConflict),
            format_func=lambda wish: say(_WISHES[wish]),
            key="on-conflict",
            width=280,
        )
        good_rows = st.checkbox(say("Leave invalid rows out"), key="good-rows")

    def run(*, dry_run: bool) -> ImportReport:
        with tempfile.TemporaryDirectory() as folder, st.spinner(say("Reading the file …")):
            path = Path(folder) / f"upload{''.join(Path(uploaded.name).suffixes[-2:])}"
            path.write_bytes(uploaded.getbuffer())
            return import_file(
                session.store(),
                path,
                who=session.who(),
                name=uploaded.name,
                dry_run=dry_run,
                on_conflict=wish or OnConflict.SKIP,
                good_rows=good_rows,
            )

    report = _previewed(f"{uploaded.file_id} {wish} {session.store().version()}", lambda: run(dry_run=True))
    _counts(report, say)
    changes = report.count(Outcome.NEW) + report.count(Outcome.UPDATED)
    wrong = report.count(Outcome.INVALID)
    if wrong and not good_rows:
        st.warning(
            say.many("{n} row is invalid. Mend the file, or leave it out.",
                     "{n} rows are invalid. Mend the file, or leave them out.", wrong),
            icon=":material/warning:",
        )  # fmt: skip
    if not changes and not wrong:
        st.info(say("All of this file is here already."), icon=":material/check:")
    elif changes and st.button(
        say.many("Import {n} row", "Import {n} rows", changes),
        type="primary",
        key="apply-import",
        disabled=bool(wrong) and not good_rows,
    ):
        st.session_state["imported"] = run(dry_run=False)
        st.rerun()
    _details(report, say)


def _previewed(key: str, look: Callable[[], ImportReport]) -> ImportReport:
    """The dry run, done once for a file, a wish and a state of the store."""
    kept = st.session_state.get("preview")
    if kept and kept[0] == key:
        report: ImportReport = kept[1]
        return report
    report = look()
    st.session_state["preview"] = (key, report)
    return report


def _counts(report: ImportReport, say: Words) -> None:
    st.caption(f"{session.literally(report.path)} · {formats.by_name(report.format).title}")
    with st.container(horizontal=True):
        for outcome, called in _OUTCOMES.items():
            count = report.count(outcome)
            if count or outcome in (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED):
                st.metric(say(called), f"{count:,}", width=130)


def _details(report: ImportReport, say: Words) -> None:
    if report.dropped:
        fields = ", ".join(f"{field} ({count})" for field, count in report.dropped.items())
        st.info(say("Not kept: {fields}", fields=session.literally(fields)), icon=":material/content_cut:")
    if not report.rows:
        return
    table: dict[str, list[Any]] = {
        say("Line"): [row.line or None for row in report.rows],
        say("Outcome"): [say(_OUTCOMES[row.outcome]) for row in report.rows],
        say("Row"): [row.label for row in report.rows],
        say("Why"): [row.reason for row in report.rows],
        say("Not kept here"): [", ".join(row.dropped) for row in report.rows],
    }
    shown = {title: column for title, column in table.items() if any(column)}
    st.dataframe(shown, hide_index=True, height=min(420, 40 + 35 * len(report.rows)))


def _done(report: ImportReport, say: Words) -> None:
    st.success(say("{name} is imported.", name=session.literally(report.path)), icon=":material/check_circle:")
    _counts(report, say)
    if report.batch:
        batch = report.batch

        def back() -> None:
            undo(batch, say)
            st.session_state.pop("imported", None)

        st.button(say("Undo this import"), icon=":material/undo:", key="undo-import", on_click=back)
    _details(report, say)


def _recent(say: Words) -> None:
    imports = [event for event in session.store().events(limit=400) if event.action == "import" and not event.target]
    if imports:
        st.subheader(say("Imported before"), anchor=False)
        for event in imports[:RECENT]:
            one_event(event, say, undoable=True)


def _export(say: Words) -> None:
    writable = [format for format in formats.known() if format.write]
    with st.container(horizontal=True):
        format = st.selectbox(
            say("Format"), writable, format_func=lambda one: one.title, key="export-format", width=320
        )
        content = ""
        if len(format.content) > 1 and format.name != "json":
            content = st.selectbox(
                say("Content"),
                format.content,
                format_func=lambda one: say(_CONTENT[one]),
                key="export-content",
                width=160,
            )
    with st.container(horizontal=True):
        source = st.selectbox(
            say("From"), tags(), index=None, format_func=language_name, placeholder=say("Any language"),
            key="export-from", width=220,
        )  # fmt: skip
        targets = st.multiselect(
            say("To"), tags(), format_func=language_name, placeholder=say("All languages"), key="export-to", width=420
        )
        subject = st.selectbox(
            say("Subject"), session.store().subjects(), index=None, placeholder=say("Any subject"),
            key="export-subject", width=220,
        )  # fmt: skip
    asked = f"{format.name} {content} {source} {targets} {subject} {session.store().version()}"
    if st.button(say("Make the file"), type="primary", key="make-export"):
        st.session_state["exported"] = (asked, *_written(format, content, source or "", targets, subject or ""))
    made = st.session_state.get("exported")
    if made and made[0] == asked:
        _offer(made[1], made[2], format, say)


def _written(format: Format, content: str, source: str, targets: list[str], subject: str) -> tuple[ExportReport, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"termbase{format.extensions[0]}"
        report = export_file(
            session.store(),
            path,
            format=format.name,
            content=content,
            source_lang=source,
            langs=targets,
            filters=Filters(subject=subject),
        )
        return report, path.read_bytes()


def _offer(report: ExportReport, data: bytes, format: Format, say: Words) -> None:
    st.success(say.many("{n} item is in the file.", "{n} items are in the file.", report.written))
    st.download_button(
        say("Download"),
        data,
        file_name=f"termbase{format.extensions[0]}",
        icon=":material/download:",
        on_click="ignore",
        key="download",
    )
    if not report.losses:
        st.caption(say("The format carries all of it."))
        return
    st.caption(say("What the format cannot carry:"))
    st.dataframe(
        {
            say("Field"): [loss.field for loss in report.losses],
            say("How often"): [loss.count for loss in report.losses],
            say("Example"): [loss.example for loss in report.losses],
            say("Why"): [loss.reason for loss in report.losses],
        },
        hide_index=True,
    )
