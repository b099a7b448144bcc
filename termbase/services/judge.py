"""Judging rules: what agents say of findings, what the memory says, and which rules a lead should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from termbase.checks import run
from termbase.checks.trust import confidence, lowered
from termbase.matching import Glossary
from termbase.model import Concept, Draft, State, Term, Verdicts
from termbase.store import Store, live_concepts

OWN_CONFIDENCE = 0.88
"""What a rule is trusted before anybody judged it, where no draft says more."""
_RULE_CHECKS = ("literal-translation", "jargon", "forbidden-phrase", "outdated-term")


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A rule with what became of its findings."""

    concept: Concept
    term: Term
    verdicts: Verdicts
    confidence: float
    lowered: bool


def judged_rules(store: Store) -> list[Judged]:
    """The rules somebody judged or pinned, or that fire on approved texts; the least trusted first."""
    verdicts = store.verdicts()
    found = []
    for concept in store.judged_concepts():
        for term in concept.terms:
            if term.avoided and term.id in verdicts:
                sure = confidence(OWN_CONFIDENCE, verdicts[term.id])
                found.append(
                    Judged(
                        concept=concept,
                        term=term,
                        verdicts=verdicts[term.id],
                        confidence=sure,
                        lowered=lowered(term, sure, verdicts[term.id]),
                    )
                )
    return sorted(found, key=lambda rule: (rule.confidence, rule.term.id))


def measure_rules(store: Store, tick: Callable[[int], None] = lambda _: None) -> int:
    """Run every rule over the approved texts of the memory, which are taken to be right, and keep where it fires.

    Returns the number of texts. A text is read without its source, so rules that need one stay silent.
    """
    glossary = Glossary(live_concepts(store.where))
    fires: Counter[str] = Counter()
    texts = 0
    for unit in store.units():
        for variant in unit.variants:
            if variant.state is not State.APPROVED:
                continue
            texts += 1
            draft = Draft(text=variant.text, lang=variant.lang, template=True, product=unit.product)
            fires.update({f.term for f in run(draft, glossary, only=_RULE_CHECKS) if f.term})
        tick(1)
    store.keep_clean(fires)
    return texts
