"""`termbase undo`: take a batch back."""

from __future__ import annotations

from typing import Annotated

import typer

from termbase.cli._options import Database, Json, opened
from termbase.cli._output import counted, remark, say, say_json

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH", help="As `termbase history` names it: b-0007.")],
    json: Json = False,
    database: Database = "",
) -> None:
    """Put back what a batch changed. What was changed since is left alone and listed; the undo can be undone too."""
    from termbase.services.people import local_person

    with opened(ctx, database) as store:
        undone = store.undo(batch, local_person())
    if json:
        answer = {"version": 1, "batch": undone.batch or None, "undone": undone.undone, "skipped": list(undone.skipped)}
        say_json(answer)
        return
    again = f" (as {undone.batch}, which can itself be undone)" if undone.batch else ""
    say(f"{batch}: {counted(undone.undone, 'change')} taken back{again}")
    if undone.skipped:
        remark(f"Left alone, because they were changed since: {', '.join(undone.skipped)}")
