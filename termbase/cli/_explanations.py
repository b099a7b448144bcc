"""What `termbase check --explain` prints: why each rule that knows a wording fires in a draft or not."""

from __future__ import annotations

from dataclasses import replace

from termbase.cli._output import coloured, printable, say
from termbase.errors import UsageError
from termbase.languages import guess
from termbase.model import Draft


def print_explanations(where: str, text: str, draft: Draft) -> None:
    """Print a line for each rule of the store that knows `text`, those that fire first."""
    from termbase.checks.explain import explain
    from termbase.store import Store

    lang = draft.lang or guess(draft.text)
    if not lang:
        raise UsageError("The language of so little text cannot be told. Say it with --to, as in --to en.")
    with Store.open(where) as store:
        found = sorted(explain(text, replace(draft, lang=lang), store.concepts()), key=lambda rule: not rule.fires)
    for rule in found:
        cure = f' → "{printable(rule.term.replacements[0])}"' if rule.term.replacements else ""
        kind = rule.term.reason or rule.term.status
        say(f'{rule.concept.id} {rule.term.id} {rule.term.lang} {kind}  "{printable(rule.term.text)}"{cure}')
        say(f"    {coloured(printable(rule.why), 'good' if rule.fires else 'faint')}")
    if not found:
        say(f'No rule of the store knows "{printable(text)}".')
