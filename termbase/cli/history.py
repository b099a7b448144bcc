"""`termbase history`: who changed what, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from termbase.cli._options import Database, Json, opened
from termbase.cli._output import printable, remark, say_json, table
from termbase.model import Event

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="A concept, unit or batch; everything when left out.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to show.")] = 50,
    json: Json = False,
    database: Database = "",
) -> None:
    """Show events, newest first. A batch can be taken back with `termbase undo`."""
    with opened(ctx, database) as store:
        batch = id if id.startswith("b-") else ""
        found = list(store.events(batch=batch, target="" if batch else id, limit=limit))
    if json:
        say_json({"version": 1, "events": [event_as_json(event) for event in found]})
    else:
        tell(found)


def event_as_json(event: Event) -> dict[str, Any]:
    """An event in the shape `history --json` prints."""
    from termbase.services.plain import plain

    return dict(plain(event))


def tell(events: Iterable[Event]) -> None:
    """Print one line an event."""
    rows: list[tuple[str, ...]] = [
        (
            f"{event.at:%Y-%m-%d %H:%M}",
            event.batch,
            printable(event.who),
            event.action,
            event.target,
            printable(event.summary),
        )
        for event in events
    ]
    table(rows)
    if not rows:
        remark("Nothing has happened yet.")
