"""Options that several commands share, and where the store is."""

from __future__ import annotations

import os
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from termbase.errors import UsageError
from termbase.languages import normalize_tag

if TYPE_CHECKING:
    from termbase.store import Store

E = TypeVar("E", bound=StrEnum)
DEFAULT_DATABASE = "termbase.db"

Database = Annotated[
    str,
    typer.Option("--database", metavar="PATH|URL", help="The store; TERMBASE_DATABASE or ./termbase.db when left out."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]


def where(ctx: typer.Context, database: str = "") -> str:
    """Where the store is: said after the command, before it, by the environment, or termbase.db here."""
    said_before = ctx.find_root().obj
    return database or said_before or os.environ.get("TERMBASE_DATABASE", "") or DEFAULT_DATABASE


def opened(ctx: typer.Context, database: str = "") -> Store:
    """The store, open; `NotFound` names `termbase init` when there is none."""
    from termbase.store import Store

    return Store.open(where(ctx, database))


def language_tag(text: str, option: str) -> str:
    """A language as typed, in its BCP 47 spelling; empty stays empty."""
    if not text:
        return ""
    try:
        return normalize_tag(text)
    except UsageError as error:
        raise UsageError(f"{option}: {error}") from None


def one_of(kind: type[E], text: str, option: str) -> E:
    """A word out of a fixed list; `UsageError` says which there are."""
    return kind(known_word([member.value for member in kind], text, option))


def known_word(words: list[str], text: str, option: str) -> str:
    """A word out of those there are; `UsageError` lists them."""
    if text in words:
        return text
    close = get_close_matches(text, words, n=1)
    hint = f" Did you mean {close[0]}?" if close else ""
    raise UsageError(f"{option} is {listed(words)}, not '{text}'.{hint}")


def listed(words: list[str]) -> str:
    """Words as people list them: "a, b or c"."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
