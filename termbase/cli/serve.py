"""`termbase serve`: front end and HTTP API in one process on one port."""

from __future__ import annotations

from typing import Annotated

import typer

from termbase.cli._options import Database, where
from termbase.cli._output import remark
from termbase.cli._server import listening, serve

app = typer.Typer()
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@app.command()
def command(
    ctx: typer.Context,
    host: Annotated[str, typer.Option("--host", metavar="H", help="127.0.0.1, ::1 or localhost.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="P", min=0, max=65535, help="0 takes a free one.")] = 8501,
    database: Database = "",
) -> None:
    """Serve the front end and the HTTP API on this machine until Ctrl+C."""
    from termbase.store import version_of

    place = where(ctx, database)
    version_of(place)  # says now, not at the first click, that there is no database
    with listening(host, port) as socket:
        serve(place, socket, ready=lambda address: remark(f"termbase is at {address} (Ctrl+C ends it)"))
