"""Checks: one file each, found by the package itself.

`run` takes a draft and a glossary, both plain values, and returns findings; no database, no browser.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from termbase.checks.check import STYLE, Check, Example, Hit
from termbase.checks.trust import confidence, lowered
from termbase.matching import Glossary
from termbase.matching.marks import Marks
from termbase.model import Draft, Finding, Severity, Verdicts

__all__ = ["Check", "Example", "Hit", "all_checks", "optional", "run"]

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.SUGGESTION: 2}
_NAME = re.compile(r"\{(\w+)\}")
Say = Callable[[str], str]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of this package, by id."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        check = getattr(importlib.import_module(f"{__name__}.{module.name}"), "CHECK", None)
        if isinstance(check, Check):
            found.append(check)
    return tuple(sorted(found, key=lambda check: check.id))


def optional() -> tuple[str, ...]:
    """What may be asked for besides the checks that always run: their kinds, then the checks that are off by default."""
    off = [check for check in all_checks() if not check.on]
    return tuple(dict.fromkeys((*(check.kind for check in off), *(check.id for check in off))))


def run(
    draft: Draft,
    glossary: Glossary,
    *,
    only: Iterable[str] | None = None,
    also: Iterable[str] = (),
    say: Say = lambda text: text,
    verdicts: Mapping[str, Verdicts] = MappingProxyType({}),
) -> list[Finding]:
    """What the checks say about a draft, by place.

    `only` names the checks to run (default: all that are on); `also` adds some that are off, by id or kind. `say`
    translates a check's English sentence for the person who reads it, before the names in braces are filled in.
    `verdicts` says by term id what became of a rule's findings so far: it moves their confidence, and lowers a rule that
    is mostly wrong to a suggestion.
    """
    wanted = None if only is None else set(only)
    added = set(also)
    found = [
        _finding(check, hit, draft, say, verdicts)
        for check in all_checks()
        if (check.on if wanted is None else check.id in wanted) or not added.isdisjoint((check.id, check.kind))
        for hit in check.find(draft, glossary)
    ]
    found.sort(key=lambda f: (f.start, -f.end, _RANK[f.severity], f.check))
    return _without_echoes(found)


def _finding(check: Check, hit: Hit, draft: Draft, say: Say, verdicts: Mapping[str, Verdicts]) -> Finding:
    # in one go: a value may hold braces itself
    message = _NAME.sub(lambda name: " ".join(hit.values.get(name[1], name[0]).split()), say(hit.message))
    if hit.note:
        message = f"{message} {hit.note}"
    term, sure = hit.term, hit.confidence
    severity = (term.severity if term is not None and term.avoided else None) or hit.severity or check.severity
    if term is not None and term.avoided and (judged := verdicts.get(term.id)):
        sure = confidence(sure, judged)
        severity = Severity.SUGGESTION if lowered(term, sure, judged) else severity
    return Finding(
        check=check.id,
        kind=check.kind,
        severity=severity,
        start=hit.start,
        end=hit.end,
        text=draft.text[hit.start : hit.end],
        message=message,
        replacements=hit.replacements,
        concept=(hit.concept.id or None) if hit.concept else None,
        term=(term.id or None) if term else None,
        confidence=round(sure, 2),
        source_start=hit.source_start,
        source_end=hit.source_end,
    )


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """Without what says again, in the same place, what a finding of more weight or reach says already.

    Of one kind (of style: of one check), the longest of nested findings stays; a missing term is not reported where its
    literal rendering is, unless it is one of the call's own glossary.
    """
    kept: list[Finding] = []
    reach: dict[str, int] = {}
    for finding in found:  # by start, the longest first: what ends before the furthest end of its kind lies inside it
        said = finding.check if finding.kind == STYLE else finding.kind
        if finding.end > reach.get(said, 0) or finding.end == 0:
            reach[said] = max(finding.end, reach.get(said, 0))
            kept.append(finding)
    length = max((f.end for f in kept), default=0)
    # a term of the call's own, which no concept of the base holds, says more than any rule of the base
    asked = Marks(length, ((f.start, f.end) for f in kept if f.kind == "missing_term" and f.concept is None))
    literal = [f for f in kept if f.kind == "literal" and not asked.touches(f.start, f.end)]
    rendered = {f.concept for f in literal if f.concept}
    marked = Marks(length, ((f.start, f.end) for f in literal if f.severity is not Severity.SUGGESTION))
    return [
        f
        for f in kept
        if (f.kind != "literal" or not asked.touches(f.start, f.end))
        and (f.kind != "missing_term" or not (f.concept in rendered or marked.touches(f.start, f.end)))
    ]
