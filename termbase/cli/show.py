"""`termbase show`: everything about one concept or unit."""

from __future__ import annotations

from typing import Annotated

import typer

from termbase.cli._options import Database, Json, opened
from termbase.cli._output import coloured, printable, say, say_json, table
from termbase.model import Concept, State, Status, Term, Unit

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="As c-0012, or u-0007 for a unit of the memory.")],
    json: Json = False,
    database: Database = "",
) -> None:
    """Show a concept with all its terms, or a unit with all its variants."""
    from termbase.services.plain import plain

    with opened(ctx, database) as store:
        shown = store.unit(id) if id.startswith("u-") else store.concept(id)
    if json:
        say_json({"version": 1, "concept" if isinstance(shown, Concept) else "unit": plain(shown)})
    elif isinstance(shown, Concept):
        tell_concept(shown)
    else:
        tell_unit(shown)


def tell_concept(concept: Concept) -> None:
    """Print a concept for people: what it means, then its terms, good ones first in each language."""
    say(coloured(f"{concept.id}", "good") + (f"  {printable(concept.subject)}" if concept.subject else ""))
    _facts(
        ("from", f"{concept.origin} {concept.external_id}".strip()),
        ("product", concept.product),
        ("audience", concept.audience),
        *((f"definition ({lang})", text) for lang, text in concept.definitions.items()),
        ("note", concept.note),
        ("image", concept.image),
        ("translate", "" if concept.translate else "no: it stands verbatim in every language"),
        ("use instead", concept.use_instead),
        ("tags", ", ".join(concept.tags)),
    )
    order = list(Status)
    terms = sorted(concept.terms, key=lambda term: (term.lang, term.avoided, order.index(term.status)))
    table([(f"  {term.id}", term.lang, printable(term.text), about(term)) for term in terms])


def about(term: Term) -> str:
    """What there is to say of a term, in a few words."""
    said = [coloured(term.status.value, "error" if term.avoided else "good")]
    if term.reason is not None:
        said.append(term.reason.value + (f" from {term.from_lang}" if term.from_lang else ""))
    if term.replacements:
        said.append("→ " + " or ".join(printable(cure) for cure in term.replacements))
    if term.pattern:
        said.append(f"pattern: {printable(term.pattern)}")
    if term.state is not State.APPROVED:
        said.append(coloured(term.state.value, "warning"))
    if not term.enabled:
        said.append("off")
    if term.note:
        said.append(f"({printable(term.note)})")
    return ", ".join(said)


def tell_unit(unit: Unit) -> None:
    """Print a unit for people."""
    say(coloured(unit.id, "good") + (f"  {printable(unit.key)}" if unit.key else ""))
    _facts(
        ("from", unit.origin),
        ("scenario", unit.scenario),
        ("stage", unit.stage),
        ("subject", unit.subject),
        ("context", unit.context),
        ("note", unit.note),
        ("file", unit.file),
    )
    for variant in unit.variants:
        state = "" if variant.state is State.APPROVED else f"  {coloured(variant.state.value, 'warning')}"
        plural = "" if variant.plural is None else f" [{variant.plural}]"
        say(f"  {variant.lang}{plural}  {printable(variant.text)}{state}")


def _facts(*facts: tuple[str, str]) -> None:
    for name, value in facts:
        if value:
            say(f"  {name}: {printable(value)}")
