"""Printing: colours only on a terminal, JSON for programs, a progress bar for long work."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

_COLOURS = {
    "error": typer.colors.RED,
    "warning": typer.colors.YELLOW,
    "suggestion": typer.colors.BLUE,
    "good": typer.colors.GREEN,
    "faint": typer.colors.BRIGHT_BLACK,
}


def coloured(text: str, kind: str) -> str:
    """The text in the colour of its kind; colour is dropped again where nobody can see it."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return text
    return typer.style(text, fg=_COLOURS[kind])


def printable(text: str) -> str:
    """Text on one line and without control characters, which could drive a terminal."""
    flat = " ".join(text.split())
    return "".join(char if unicodedata.category(char) not in ("Cc", "Cs") else "\ufffd" for char in flat)


def say(text: str = "") -> None:
    """A line on stdout."""
    typer.echo(text)


def remark(text: str) -> None:
    """A line on stderr: what a person may want to know and a pipe does not."""
    typer.echo(text, err=True)


def say_json(value: Any) -> None:
    """A value on stdout as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 row", "2 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def table(rows: list[tuple[str, ...]]) -> None:
    """Rows in columns, as wide as they need."""
    widths = [max(_width(row[n]) for row in rows) for n in range(len(rows[0]))] if rows else []
    for row in rows:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        say("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


@contextmanager
def progress(title: str, counting: str = "rows") -> Iterator[Callable[[int], None]]:
    """A counter on stderr while a terminal looks at it; silence otherwise."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn(f"{{task.completed:,}} {counting}"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done: bar.update(task, completed=done)
