"""`termbase literals`: propose literal renderings of a term, for a curator to tick."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, Json, language_tag, opened
from termbase.cli._output import coloured, counted, printable, remark, say, say_json
from termbase.errors import UsageError

if TYPE_CHECKING:
    from termbase.services.propose import Renderings

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    concept: Annotated[str, typer.Argument(metavar="[CONCEPT]", help="As c-0012.")] = "",
    all: Annotated[bool, typer.Option("--all", help="Every concept of the store.")] = False,
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Only renderings in this language.")] = "",
    add: Annotated[bool, typer.Option("--add", help="Store what is shown as proposed terms.")] = False,
    json: Json = False,
    database: Database = "",
) -> None:
    """Show how a word-for-word translator would probably put a term: at most ten wordings, best first."""
    from termbase.services.people import local_person
    from termbase.services.propose import all_literal_renderings, literal_renderings, propose_literals

    if bool(concept) == all:
        raise UsageError("Name one concept (c-0012; `termbase find` tells ids), or say --all.")
    lang = language_tag(to, "--to")
    with opened(ctx, database) as store:
        found: Iterable[Renderings]
        if all:
            found = all_literal_renderings(store, to=lang)
        else:
            found = literal_renderings(store, store.concept(concept), to=lang)
        shown = list(found)
        ticked = ((renderings, text) for renderings in shown for text in renderings.texts)
        added = propose_literals(store, ticked, who=local_person()) if add else 0
    if json:
        say_json({"version": 1, "proposals": [as_json(one) for one in shown], "added": added})
        return
    tell(shown)
    if add:
        say(f"{counted(added, 'term')} proposed; a curator approves them on the concept's page.")
    elif not shown:
        remark("Nothing to propose: no known parts, or all of it is listed already.")


def as_json(found: Renderings) -> dict[str, object]:
    """Renderings in the shape other programs read."""
    return {
        "concept": found.concept.id,
        "source_lang": found.source.lang,
        "source": found.source.text,
        "lang": found.lang,
        "renderings": list(found.texts),
    }


def tell(shown: Iterable[Renderings]) -> None:
    """Print renderings for people, a term a line and its renderings under it."""
    for found in shown:
        concept = coloured(found.concept.id, "good")
        say(f"{concept}  {found.source.lang} {printable(found.source.text)} → {found.lang}")
        for text in found.texts:
            say(f"  {printable(text)}")
