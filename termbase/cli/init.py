"""`termbase init`: make a store and load the starter packs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, where
from termbase.cli._output import counted, remark, say

if TYPE_CHECKING:
    from termbase.store import Store

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    empty: Annotated[bool, typer.Option("--empty", help="Without the starter packs.")] = False,
    database: Database = "",
) -> None:
    """Make a store with the starter packs in it. One that is there already keeps everything it holds."""
    from termbase.store import Store

    place = where(ctx, database)
    with Store.open(place, create=True) as store:
        if not empty:
            load(store)
        concepts, units = store.count_concepts(), store.count_units()
    say(f"{place}: {counted(concepts, 'concept')} and {counted(units, 'unit')}")
    said = f" --database {place}" if place != "termbase.db" else ""
    remark(f"Next: termbase{said} check REPLY.txt, or termbase{said} serve")


def load(store: Store) -> int:
    """Load the starter packs, name rows that are wrong, and return how many were new."""
    from termbase.services.packs import load_starter_packs

    reports = load_starter_packs(store)
    for report in reports:
        for row in report.rows:
            if row.outcome.value == "invalid":
                remark(f"{report.path}:{row.line}: {row.reason}")
    return sum(report.counts["new"] for report in reports)
