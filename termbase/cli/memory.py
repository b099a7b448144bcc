"""`termbase memory`: what has been translated like this before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from termbase.cli._options import Database, Json, language_tag, opened
from termbase.cli._output import coloured, printable, say, say_json
from termbase.model import Match, Unit

app = typer.Typer(help="Look into the translation memory.", no_args_is_help=True)


@app.command("lookup")
def lookup_command(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="The text to translate.")],
    from_lang: Annotated[str, typer.Option("--from", metavar="LANG", help="Its language.")],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="The language wanted.")],
    floor: Annotated[int, typer.Option("--floor", min=0, max=100, help="Lowest score worth showing.")] = 70,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to show.")] = 5,
    json: Json = False,
    database: Database = "",
) -> None:
    """Translations of the same or a similar text, best first, with what differs."""
    from termbase.services.remember import lookup

    source, target = language_tag(from_lang, "--from"), language_tag(to, "--to")
    with opened(ctx, database) as store:
        matches = lookup(store, text, from_lang=source, to_lang=target, floor=floor, limit=limit)
    if json:
        say_json({"version": 1, "matches": [match_as_json(match) for match in matches]})
    else:
        tell_matches(matches)


@app.command("concordance")
def concordance_command(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(help="Words to look for.")],
    lang: Annotated[str, typer.Option("--lang", metavar="LANG", help="Only in texts of this language.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to show.")] = 50,
    json: Json = False,
    database: Database = "",
) -> None:
    """Units that hold the words, in any language."""
    from termbase.services.plain import plain
    from termbase.services.remember import concordance

    with opened(ctx, database) as store:
        units = concordance(store, text, lang=language_tag(lang, "--lang"), limit=limit)
    if json:
        say_json({"version": 1, "units": [plain(unit) for unit in units]})
    else:
        tell_units(units)


def match_as_json(match: Match) -> dict[str, Any]:
    """A match in the shape that POST /api/memory/matches answers with."""
    return {
        "unit": match.unit.id,
        "source": match.source.text,
        "target": match.target.text,
        "score": match.score,
        "dangers": list(match.dangers),
        "differences": list(match.differences),
    }


def tell_matches(matches: Sequence[Match]) -> None:
    """Print matches for people: score, both texts, what differs, and the dangers."""
    if not matches:
        say("Nothing like it in the memory.")
    for match in matches:
        say(f"{match.score:3}  {match.unit.id}  {printable(match.source.text)}")
        say(f"     {coloured(printable(match.target.text), 'good')}")
        if match.differences:
            say(f"     differs: {'; '.join(printable(one) for one in match.differences)}")
        if match.dangers:
            say(f"     {coloured('careful: another ' + ', another '.join(match.dangers), 'warning')}")


def tell_units(units: Sequence[Unit]) -> None:
    """Print units for people."""
    if not units:
        say("Nothing in the memory holds that.")
    for unit in units:
        say(coloured(unit.id, "good") + (f"  {printable(unit.key)}" if unit.key else ""))
        for variant in unit.variants:
            say(f"  {variant.lang}  {printable(variant.text)}")
