"""`termbase find`: concepts that hold a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from termbase.cli._options import Database, Json, language_tag, one_of, opened
from termbase.cli._output import coloured, counted, printable, remark, say, say_json, table
from termbase.model import Concept, Reason, Status

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(help="A word, the beginning of one, or a part of one.")],
    lang: Annotated[str, typer.Option("--lang", metavar="LANG", help="Only concepts with a term in it.")] = "",
    subject: Annotated[str, typer.Option("--subject", help="Only this subject.")] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="literal|jargon|phrase|outdated|other", help="Only with such a rule.")
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to show.")] = 20,
    json: Json = False,
    database: Database = "",
) -> None:
    """Find concepts by what their terms and definitions say, best first."""
    from termbase.services.plain import plain

    chosen = one_of(Reason, reason, "--reason") if reason else None
    tag = language_tag(lang, "--lang")
    with opened(ctx, database) as store:
        found = list(store.concepts(query=query, lang=tag, subject=subject, reason=chosen, limit=limit))
        count = len(found)
        if count == limit:
            count = store.count_concepts(query=query, lang=tag, subject=subject, reason=chosen)
    if json:
        say_json({"version": 1, "count": count, "concepts": [plain(concept) for concept in found]})
    else:
        tell(found, count)


def tell(found: Sequence[Concept], count: int) -> None:
    """Print one line a concept."""
    table([(concept.id, printable(concept.subject), in_short(concept)) for concept in found])
    if not found:
        say("Nothing found.")
    elif count > len(found):
        remark(f"{counted(count, 'concept')} in all; --limit shows more.")


def in_short(concept: Concept) -> str:
    """The preferred terms by language, and how many terms to avoid there are."""
    good = [f"{term.lang} {printable(term.text)}" for term in concept.terms if _prefers(term.status, term.avoided)]
    avoided = sum(term.avoided for term in concept.terms)
    rules = f"  ({counted(avoided, 'term')} to avoid)" if avoided else ""
    return " · ".join(good[:4]) + (" …" if len(good) > 4 else "") + coloured(rules, "faint")


def _prefers(status: Status, avoided: bool) -> bool:
    return status is Status.PREFERRED and not avoided
