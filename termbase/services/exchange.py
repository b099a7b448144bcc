"""Files in and files out: `import_file`, `import_files`, `export_file`.

An import is one batch: all of it is kept, or nothing, and `undo` takes it back. Importing the same file again
finds everything unchanged and writes nothing. An export replaces its file only when it is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from termbase import formats
from termbase.errors import Unreadable, UsageError
from termbase.formats.format import MEMORY, TERMS, Format, ReadOptions, WriteOptions
from termbase.languages import normalize_tag
from termbase.model import Concept, Unit
from termbase.services.files import opened_to_read, written_beside
from termbase.services.incoming import Incoming, LazyBatch, Wishes
from termbase.services.outgoing import Sieve
from termbase.services.reports import (
    ExportReport,
    Filters,
    ImportReport,
    NothingImported,
    OnConflict,
    Outcome,
    RowReport,
    Tally,
)
from termbase.store import Store

__all__ = [
    "TOOLS", "ExportReport", "Filters", "ImportReport", "NothingImported", "OnConflict", "Outcome", "RowReport",
    "export_file", "import_file", "import_files",
]  # fmt: skip

LOSSLESS = "json"
TOOLS: Mapping[str, Mapping[str, str]] = {
    "deepl": {TERMS: "deepl", MEMORY: "tmx"},
    "omegat": {TERMS: "omegat", MEMORY: "tmx"},
    "weblate": {TERMS: "tbx-v2", MEMORY: "tmx"},
}
"""Tool → what is to be exported → the format that tool reads."""


def known_tools() -> list[str]:
    """The tools `--for` knows: those whose formats this release writes."""
    written = {known.name for known in formats.known() if known.write is not None}
    return [tool for tool, wanted in TOOLS.items() if written.issuperset(wanted.values())]


def import_file(
    store: Store,
    path: Path,
    *,
    who: str,
    format: str = "",
    dry_run: bool = False,
    on_conflict: str = OnConflict.SKIP,
    good_rows: bool = False,
    choices: Mapping[int, str] | None = None,
    options: ReadOptions | None = None,
    name: str = "",
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Import one file in one batch and report every row.

    A file that breaks before its end, or that holds wrong rows, raises `NothingImported` and changes nothing,
    unless `good_rows` asks for what is good. `name` is what to call the file when `path` is a temporary one;
    `choices` says for single lines: skip, update, review or new. `progress` is told the rows done so far.
    """
    with LazyBatch(store, who, name or path.name, dry_run=dry_run) as batch:
        return _import_into(
            batch,
            path,
            format=format,
            on_conflict=on_conflict,
            good_rows=good_rows,
            choices=choices or {},
            options=options or ReadOptions(),
            name=name,
            progress=progress,
        )


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    who: str,
    format: str = "",
    dry_run: bool = False,
    on_conflict: str = OnConflict.SKIP,
    good_rows: bool = False,
    options: ReadOptions | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[ImportReport]:
    """Import several files in one batch: when one of them is refused, none is kept."""
    with LazyBatch(store, who, ", ".join(path.name for path in paths), dry_run=dry_run) as batch:
        reports = [
            _import_into(
                batch,
                path,
                format=format,
                on_conflict=on_conflict,
                good_rows=good_rows,
                choices={},
                options=options or ReadOptions(),
                name="",
                progress=progress,
            )
            for path in paths
        ]
    return [replace(report, batch=batch.id) for report in reports]


def _import_into(
    batch: LazyBatch,
    path: Path,
    *,
    format: str,
    on_conflict: str,
    good_rows: bool,
    choices: Mapping[int, str],
    options: ReadOptions,
    name: str,
    progress: Callable[[int], None] | None,
) -> ImportReport:
    known = formats.by_name(format) if format else _format_of(path)
    if known.read is None:
        raise UsageError(f"Termbase writes {known.title} and does not read it.")
    shown = name or str(path)
    options = replace(options, origin=options.origin or Path(shown).name, store_id=batch.store.store_id())
    wishes = Wishes(
        on_conflict=_known_wish(on_conflict),
        choices=choices,
        lossless=known.name == LOSSLESS,
        origin=options.origin,
    )
    tally = Tally()

    def report() -> ImportReport:
        return tally.report(path=shown, format=known.name, batch=batch.id, dry_run=batch.dry_run)

    with opened_to_read(path, shown) as stream:
        try:
            rows = known.read(stream, options)
            Incoming(batch.store, batch, tally, wishes).take(rows, progress or (lambda done: None))
        except Unreadable as error:
            tally.add(RowReport(line=error.line, outcome=Outcome.INVALID, reason=error.reason))
            if not good_rows and not batch.dry_run:
                refused = "" if batch.id is None else " Nothing was imported."
                raise NothingImported(error.reason + refused, path=shown, line=error.line, report=report()) from error
    if tally.counts[Outcome.INVALID] and not good_rows and not batch.dry_run:
        raise _refusal(report())
    return report()


def _refusal(report: ImportReport) -> NothingImported:
    wrong = [row for row in report.rows if row.outcome is Outcome.INVALID]
    first = wrong[0]
    rows = "1 row is wrong" if len(wrong) == 1 else f"{len(wrong)} rows are wrong, the first"
    return NothingImported(
        f"{rows}: {first.reason.rstrip('.')}. Nothing was imported; mend the file, or take the rest with --good-rows.",
        path=report.path,
        line=first.line,
        report=report,
    )


def _format_of(path: Path) -> Format:
    if not path.exists():
        raise Unreadable("There is no such file.", path=str(path))
    return formats.for_path(path)


def _known_wish(text: str) -> OnConflict:
    try:
        return OnConflict(text)
    except ValueError:
        raise UsageError(f"--on-conflict is skip, update or review, not '{text}'.") from None


def export_file(
    store: Store,
    path: Path,
    *,
    format: str = "",
    content: str = "",
    tool: str = "",
    source_lang: str = "",
    langs: Sequence[str] = (),
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    progress: Callable[[int], None] | None = None,
) -> ExportReport:
    """Write what the filters let through to `path`, and say what the format could not carry.

    The file is written beside its place and moved there when it is complete, so that a failure leaves the
    file of before as it was.
    """
    known = _format_to_write(path, format=format, content=content, tool=tool)
    if content and content not in (TERMS, MEMORY):
        raise UsageError(f"--content is terms or memory, not '{content}'.")
    if content and content not in known.content:
        raise UsageError(f"{known.title} holds {' and '.join(known.content)}, not {content}.")
    wanted = (content,) if content else known.content if known.name == LOSSLESS else known.content[:1]
    options = WriteOptions(
        source_lang=normalize_tag(source_lang) if source_lang else "",
        langs=tuple(normalize_tag(lang) for lang in langs),
        content=wanted[0],
        store_id=store.store_id(),
    )
    sieve = Sieve(filters, everything=known.name == LOSSLESS, source_lang=options.source_lang, langs=options.langs)
    assert known.write is not None
    with written_beside(path) as stream:
        items = _items(store, wanted, sieve)
        losses = known.write(_told(items, progress) if progress else items, stream, options)
    return ExportReport(path=str(path), format=known.name, written=sieve.passed, losses=(*losses, *sieve.losses()))


def _items(store: Store, wanted: Iterable[str], sieve: Sieve) -> Iterator[Concept | Unit]:
    if TERMS in wanted:
        yield from sieve.concepts(store)
    if MEMORY in wanted:
        yield from sieve.units(store)


def _told(items: Iterable[Concept | Unit], progress: Callable[[int], None]) -> Iterator[Concept | Unit]:
    for number, item in enumerate(items, 1):
        yield item
        if number % 500 == 0:
            progress(number)


def _format_to_write(path: Path, *, format: str, content: str, tool: str) -> Format:
    if tool:
        wanted = TOOLS[_known_tool(tool)]
        format = format or wanted[content if content in wanted else MEMORY if path.suffix == ".tmx" else TERMS]
    known = formats.by_name(format) if format else formats.for_path(path)
    if known.write is None:
        writable = ", ".join(one.name for one in formats.known() if one.write is not None)
        raise UsageError(f"Termbase reads {known.title} and does not write it. It writes: {writable}.")
    return known


def _known_tool(name: str) -> str:
    tools = known_tools()
    if name.lower() in tools:
        return name.lower()
    close = get_close_matches(name.lower(), tools, n=1)
    hint = f" Did you mean '{close[0]}'?" if close else ""
    raise UsageError(f"Termbase does not know what '{name}' wants.{hint} Known tools: {', '.join(tools)}.")
