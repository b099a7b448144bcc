"""`termbase export`: the store's concepts or memory as a file for another tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, Json, one_of, opened
from termbase.cli._output import counted, printable, progress, remark, say, say_json
from termbase.model import Reason, State, Status

if TYPE_CHECKING:
    from termbase.services.exchange import ExportReport

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to write; its extension tells the format.")],
    format: Annotated[str, typer.Option("--format", metavar="NAME", help="As csv, json, tbx, tbx-v2, tmx, po.")] = "",
    tool: Annotated[str, typer.Option("--for", metavar="TOOL", help="The format and details this tool wants.")] = "",
    from_lang: Annotated[str, typer.Option("--from", metavar="LANG", help="Source language.")] = "",
    to: Annotated[list[str] | None, typer.Option("--to", metavar="LANG", help="Target languages; all if none.")] = None,
    content: Annotated[
        str, typer.Option("--content", metavar="terms|memory", help="For formats that can hold either.")
    ] = "",
    subject: Annotated[str, typer.Option("--subject", help="Only this subject.")] = "",
    origin: Annotated[str, typer.Option("--origin", help="Only what came from there.")] = "",
    product: Annotated[str, typer.Option("--product", help="Only this product.")] = "",
    status: Annotated[
        str, typer.Option("--status", metavar="preferred|admitted|deprecated|superseded", help="Only these terms.")
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="literal|jargon|phrase|outdated|other", help="Only terms to avoid so.")
    ] = "",
    state: Annotated[
        str,
        typer.Option(
            "--state",
            metavar="proposed|approved|rejected|quarantined",
            help="Only wordings in this state; approved ones if not said (JSON: all).",
        ),
    ] = "",
    scenario: Annotated[str, typer.Option("--scenario", help="Only units of this scenario.")] = "",
    stage: Annotated[str, typer.Option("--stage", help="Only units of this stage.")] = "",
    json: Json = False,
    database: Database = "",
) -> None:
    """Write a file for another tool, and say what its format could not carry."""
    from termbase.services.exchange import Filters, export_file

    filters = Filters(
        subject=subject,
        origin=origin,
        product=product,
        status=one_of(Status, status, "--status") if status else None,
        reason=one_of(Reason, reason, "--reason") if reason else None,
        state=one_of(State, state, "--state") if state else None,
        scenario=scenario,
        stage=stage,
    )
    with opened(ctx, database) as store, progress("Exporting") as tick:
        report = export_file(
            store,
            file,
            format=format,
            content=content,
            tool=tool,
            source_lang=from_lang,
            langs=to or (),
            filters=filters,
            progress=tick,
        )
    if json:
        say_json(report.as_json())
    else:
        tell(report)


def tell(report: ExportReport) -> None:
    """Print what was written, and on stderr what was not."""
    say(f"{report.path} ({report.format}): {counted(report.written, 'item')} written")
    if report.losses:
        remark("Not in the file:")
    for loss in report.losses:
        example = f", as {printable(loss.example)}" if loss.example else ""
        reason = f" ({printable(loss.reason)})" if loss.reason else ""
        remark(f"  {f'{loss.count:,} × ' if loss.count else ''}{loss.field}{example}{reason}")
