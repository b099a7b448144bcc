"""`termbase demo`: try it, with nothing to set up and nothing left behind."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from termbase.cli._output import remark, say
from termbase.cli._server import listening, serve
from termbase.errors import NotFound

app = typer.Typer()


@app.command()
def command(
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")] = True,
    port: Annotated[int, typer.Option("--port", metavar="P", min=0, max=65535, help="A free one if not said.")] = 0,
) -> None:
    """Open the front end over a temporary store with the starter packs. Ctrl+C ends it and removes the store."""

    def leave(number: int, _frame: Any) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)  # so that the folder below is removed then too
    with (
        listening("127.0.0.1", port) as socket,
        tempfile.TemporaryDirectory(prefix="termbase-demo-", ignore_cleanup_errors=True) as folder,
    ):
        place = Path(folder) / "demo.db"
        remark("Loading the starter packs …")
        loading = subprocess.Popen(
            [sys.executable, "-m", "termbase", "--database", str(place), "init"], stdout=subprocess.DEVNULL
        )
        importlib.import_module("termbase.ui.application")  # a second's work, done meanwhile
        if loading.wait():
            raise NotFound("The starter packs could not be loaded; the reason stands above.")

        def ready(address: str) -> None:
            say(f"termbase demo: {address}")
            sys.stdout.flush()
            remark("Everything in it is gone when you press Ctrl+C.")
            if browser:
                open_browser(address)

        serve(str(place), socket, ready=ready)


def open_browser(address: str) -> bool:
    """Open the address where there is a screen to see it on; False, and no complaint, where there is not."""
    screen = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not screen:
        return False
    import webbrowser

    try:
        return webbrowser.open(address)
    except Exception:
        return False
