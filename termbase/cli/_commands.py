"""The application `termbase`: finds the command modules, and turns errors into one sentence and an exit code."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

import termbase
from termbase import cli
from termbase.cli._options import Database
from termbase.errors import TermbaseError


@cache
def modules() -> dict[str, str]:
    """Command → its module. `import_` is called `import`: the word belongs to Python."""
    found = (info.name for info in pkgutil.iter_modules(cli.__path__) if not info.name.startswith("_"))
    return {name.rstrip("_"): f"{cli.__name__}.{name}" for name in sorted(found)}


class _Modules(dict[str, Any]):
    """Commands by name; each is made from its module when it is asked for."""

    def __missing__(self, name: str) -> Any:
        command = get_command(importlib.import_module(modules()[name]).app)
        command.name = name
        self[name] = command
        return command

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in modules() else default

    def __contains__(self, name: object) -> bool:
        return name in modules()

    def __iter__(self) -> Iterator[str]:
        return iter(modules())

    def __len__(self) -> int:
        return len(modules())

    def keys(self) -> Any:
        return modules().keys()

    def values(self) -> Any:
        return [self[name] for name in modules()]

    def items(self) -> Any:
        return [(name, self[name]) for name in modules()]


class Commands(TyperGroup):
    """The group of all commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Modules()

    def invoke(self, ctx: Any) -> Any:
        """Run the command; say an error of ours in one sentence."""
        try:
            return super().invoke(ctx)
        except TermbaseError as error:
            typer.echo(f"termbase: {error}", err=True)
            raise typer.Exit(error.exit_code) from error


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"termbase {termbase.__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def termbase_(
    ctx: typer.Context,
    database: Database = "",
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Terminology and translation memory for teams that answer customers in many languages."""
    ctx.obj = database
