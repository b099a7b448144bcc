"""`termbase backup`: a copy of the store in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from termbase.cli._options import Database, opened
from termbase.cli._output import say

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to put the copy.")],
    database: Database = "",
) -> None:
    """Copy the store to a file, whole and consistent, while others go on working."""
    with opened(ctx, database) as store:
        store.backup(file)
    say(f"{file}: backup written. To go back to it: termbase restore {file}")
