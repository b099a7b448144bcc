"""`termbase import`: files into the store, in one undoable batch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, Json, language_tag, opened
from termbase.cli._output import coloured, counted, printable, progress, remark, say, say_json

if TYPE_CHECKING:
    from termbase.services.exchange import ImportReport

app = typer.Typer()
_TELLING = ("updated", "conflict", "invalid", "skipped")
_COLOURS = {"invalid": "error", "conflict": "warning", "updated": "good", "skipped": "faint"}


@app.command()
def command(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="What to import; all in one batch.")],
    format: Annotated[str, typer.Option("--format", metavar="NAME", help="Told from the file when left out.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report every row and write nothing.")] = False,
    on_conflict: Annotated[
        str,
        typer.Option(
            "--on-conflict",
            metavar="skip|update|review",
            help="For rows that may be a concept you have, or that were edited here: leave it, merge, or propose.",
        ),
    ] = "skip",
    good_rows: Annotated[
        bool, typer.Option("--good-rows", help="Import the good rows of a file that holds wrong ones.")
    ] = False,
    origin: Annotated[
        str, typer.Option("--origin", metavar="NAME", help="File the items under this name instead of the file's.")
    ] = "",
    from_lang: Annotated[
        str, typer.Option("--from", metavar="LANG", help="Source language, for formats that do not say it.")
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="LANG", help="Target language, for formats that do not say it.")
    ] = "",
    encoding: Annotated[str, typer.Option("--encoding", help="Told from the file when left out.")] = "",
    json: Json = False,
    database: Database = "",
) -> None:
    """Import concepts and translation memory; report every row that is not simply new or unchanged.

    Importing the same file again changes nothing. Exit code 3 when a file is broken or holds wrong rows:
    then nothing is imported, unless --good-rows.
    """
    from termbase.formats.format import ReadOptions
    from termbase.services.exchange import NothingImported, import_files
    from termbase.services.people import local_person

    options = ReadOptions(
        origin=origin,
        source_lang=language_tag(from_lang, "--from"),
        target_lang=language_tag(to, "--to"),
        encoding=encoding,
    )
    with opened(ctx, database) as store, progress("Importing") as tick:
        try:
            reports = import_files(
                store,
                files,
                who=local_person(),
                format=format,
                dry_run=dry_run,
                on_conflict=on_conflict,
                good_rows=good_rows,
                options=options,
                progress=tick,
            )
        except NothingImported as refused:
            if json:
                say_json(as_json([refused.report]))
            else:
                tell([refused.report])
            raise
    if json:
        say_json(as_json(reports))
    else:
        tell(reports)
    if dry_run and any(report.counts["invalid"] for report in reports):
        raise typer.Exit(3)


def as_json(reports: Sequence[ImportReport]) -> dict[str, object]:
    """The shape `import --json` prints; all files share the batch."""
    batch = next((report.batch for report in reports if report.batch), None)
    return {"version": 1, "batch": batch, "files": [report.as_json() for report in reports]}


def tell(reports: Sequence[ImportReport]) -> None:
    """Print what became of the files, for people."""
    batch = ""
    for report in reports:
        batch = report.batch or batch
        for row in report.rows:
            if row.outcome.value not in _TELLING:
                continue
            outcome = coloured(row.outcome.value, _COLOURS[row.outcome.value])
            label = f"  {printable(row.label)}" if row.label else ""
            reason = f": {printable(row.reason)}" if row.reason else ""
            place = f"{report.path}:{row.line}" if row.line else report.path
            say(f"{place} {outcome}{label}{reason}")
        for name, count in report.dropped.items():
            say(f"{report.path}: {counted(count, 'time')} '{printable(name)}', which termbase does not keep")
        counts = ", ".join(f"{count:,} {outcome}" for outcome, count in report.counts.items() if count)
        would = " (nothing written: --dry-run)" if report.dry_run else ""
        say(f"{report.path} ({report.format}): {counts or 'no rows'}{would}")
    if batch:
        remark(f"Batch {batch}. To take it back: termbase undo {batch}")
