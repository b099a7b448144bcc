"""`termbase stats`: how much the store holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._options import Database, Json, opened
from termbase.cli._output import counted, printable, progress, remark, say, say_json

if TYPE_CHECKING:
    from termbase.services.judge import Judged
    from termbase.services.report import Counts
    from termbase.store import Store

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
    rules: Annotated[
        bool, typer.Option("--rules", help="List the rules people judged, the least trusted first.")
    ] = False,
    measure: Annotated[
        bool, typer.Option("--measure", help="With --rules: first run every rule over the approved memory.")
    ] = False,
    json: Json = False,
    database: Database = "",
) -> None:
    """Count concepts, terms, rules and units by language, reason and direction; list doubtful rules."""
    from termbase.services.report import count_packs, count_store

    if rules or measure:
        with opened(ctx, database) as store:
            tell_rules(store, measure=measure, json=json)
        return

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


def tell_rules(store: Store, *, measure: bool, json: bool) -> None:
    """Print the judged rules, after a measurement on the approved memory where that is wanted."""
    from termbase.services.judge import judged_rules, measure_rules

    if measure:
        with progress("Measuring") as tick:
            texts = measure_rules(store, tick)
        remark(f"{counted(texts, 'approved text')} read.")
    found = judged_rules(store)
    if json:
        say_json({"version": 1, "rules": [_rule_json(rule) for rule in found]})
        return
    for rule in found:
        verdicts = rule.verdicts
        counts = f"taken {verdicts.accepted}, ignored {verdicts.dismissed}, reported {verdicts.reported}"
        mark = " (pinned)" if verdicts.pinned else " (only suggests)" if rule.lowered else ""
        say(
            f"{100 * rule.confidence:3.0f} %  {rule.concept.id} {rule.term.id}  {rule.term.lang}  "
            f'"{printable(rule.term.text)}": {counts}, on {verdicts.clean} approved{mark}'
        )
    if not found:
        say("Nobody has judged a rule yet.")


def _rule_json(rule: Judged) -> dict[str, object]:
    return {
        "concept": rule.concept.id,
        "term": rule.term.id,
        "lang": rule.term.lang,
        "text": rule.term.text,
        "confidence": round(rule.confidence, 2),
        "lowered": rule.lowered,
        **asdict(rule.verdicts),
    }
