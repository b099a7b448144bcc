"""`termbase stats`: how much the store holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, Json, opened
from termbase.cli._output import counted, printable, say, say_json

if TYPE_CHECKING:
    from termbase.services.report import Counts

app = typer.Typer()
_TITLES = {
    "by_language": "terms by language",
    "rules_by_language": "terms to avoid by language",
    "by_reason": "terms to avoid by reason",
    "by_direction": "literal mistranslations by direction",
    "by_subject": "concepts by subject",
    "by_state": "terms by state",
    "by_scenario": "units by scenario",
    "variants_by_language": "variants by language",
}


@app.command()
def command(
    ctx: typer.Context,
    packs: Annotated[bool, typer.Option("--packs", help="Count the starter packs instead of the store.")] = False,
    json: Json = False,
    database: Database = "",
) -> None:
    """Count concepts, terms, rules and units by language, reason and direction."""
    from termbase.services.report import count_packs, count_store

    if packs:
        counts = count_packs()
    else:
        with opened(ctx, database) as store:
            counts = count_store(store)
    if json:
        say_json(counts.as_json())
    else:
        tell(counts)


def tell(counts: Counts) -> None:
    """Print the counts, the largest first."""
    say(f"{counted(counts.concepts, 'concept')} with {counted(counts.terms, 'term')}")
    say(f"{counted(counts.units, 'unit')} with {counted(counts.variants, 'variant')}")
    for name, counter in counts.groups().items():
        if counter:
            say(f"{_TITLES[name]}: " + ", ".join(f"{printable(key)} {many:,}" for key, many in counter.most_common()))
