"""`termbase learn`: what corrected drafts teach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, Json, language_tag, opened
from termbase.cli._output import coloured, counted, printable, remark, say, say_json
from termbase.errors import UsageError

if TYPE_CHECKING:
    from termbase.services.learn import Lesson, Lessons

app = typer.Typer()


@app.command()
def command(
    ctx: typer.Context,
    pairs: Annotated[
        list[str],
        typer.Argument(
            metavar="PAIRS [CORRECTED]",
            help="JSONL, CSV or TSV with draft and corrected; or two PO, TMX or XLIFF files, before and after.",
        ),
    ],
    lang: Annotated[str, typer.Option("--lang", metavar="LANG", help="Language of the drafts; told or guessed.")] = "",
    from_lang: Annotated[str, typer.Option("--from", metavar="LANG", help="Language of the sources.")] = "",
    least: Annotated[int, typer.Option("--least", min=2, help="In how many different drafts a change must recur.")] = 2,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many lessons to show, or to add.")] = 50,
    add: Annotated[bool, typer.Option("--add", help="Store them as proposed terms for a curator to approve.")] = False,
    json: Json = False,
    database: Database = "",
) -> None:
    """Learn from drafts and their corrected versions: propose wordings to avoid, with counts and examples.

    Nothing is stored without --add, and nothing counts until a curator approves it.
    """
    from termbase.services.learn import add_lessons, learn, read_corrections
    from termbase.services.people import local_person

    if len(pairs) > 2:
        raise UsageError("Name one file of pairs, or two files: the drafts and the corrected ones.")
    with opened(ctx, database) as store:
        corrections, told = read_corrections(
            pairs, lang=language_tag(lang, "--lang"), source_lang=language_tag(from_lang, "--from")
        )
        for line in told:
            remark(line)
        lessons = learn(corrections, list(store.concepts()), least=least)
        shown = lessons.found[:limit]
        batch = add_lessons(store, shown, who=local_person()) if add and shown else None
    if json:
        found = [lesson.as_json() for lesson in shown]
        say_json({"version": 1, "pairs": len(corrections), "known": lessons.known, "batch": batch, "lessons": found})
        return
    tell(shown, lessons, len(corrections))
    if batch:
        remark(f"Batch {batch}: {counted(len(shown), 'proposed term')}. To take it back: termbase undo {batch}")
    elif shown:
        remark("--add stores them as proposed terms; a curator approves them.")


def tell(shown: Sequence[Lesson], lessons: Lessons, pairs: int) -> None:
    """Print lessons for people: what, what instead, how often, why and an example."""
    for lesson in shown:
        cure = " or ".join(f'"{printable(one)}"' for one in lesson.replacements)
        often = f"in {counted(lesson.drafts, 'draft')}"
        left = f", left standing in {lesson.left_standing}" if lesson.left_standing else ""
        concept = f" of {lesson.concept}" if lesson.concept else ""
        kind = coloured(lesson.reason.value, "warning")
        say(f'{lesson.lang}  {kind}{concept}  "{printable(lesson.bad)}" → {cure}  ({often}{left})')
        say(f"    {coloured(printable(lesson.why), 'faint')}")
        for before, after in lesson.examples[:1]:
            say(f"    - {printable(before)}")
            say(f"    + {printable(after)}")
    rest = len(lessons.found) - len(shown)
    more = [
        f"{rest} more with --limit" if rest else "",
        f"{lessons.known} found by rules of the base already" if lessons.known else "",
        f"{lessons.untested} left out because their examples do not tell them apart" if lessons.untested else "",
    ]
    total = counted(len(lessons.found), "lesson") if lessons.found else "Nothing recurs"
    say("; ".join([f"{total} from {counted(pairs, 'pair')}", *filter(None, more)]) + ".")
