"""`termbase restore`: make the store what a backup was."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from termbase.cli._options import Database, where
from termbase.cli._output import say

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup that `termbase backup` made.")],
    database: Database = "",
) -> None:
    """Replace the store by a backup. What is there now is kept beside it as *.before-restore."""
    from termbase.store import Store

    place = where(ctx, database)
    Store.restore(file, place)
    with Store.open(place) as store:
        concepts, units = store.count_concepts(), store.count_units()
    say(f"{place}: restored from {file}, {concepts:,} concepts and {units:,} units")
