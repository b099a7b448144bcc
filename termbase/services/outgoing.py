"""Choosing what an export takes out of the store, and counting what it leaves behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.formats.format import Loss
from termbase.model import Concept, State, Term, Unit, Variant
from termbase.services.reports import Filters
from termbase.store import Store


class Sieve:
    """Lets through what the filters ask for: approved wordings only, unless everything is wanted.

    When both a source and target languages are named, wordings in other languages stay behind.
    """

    def __init__(
        self, filters: Filters, *, everything: bool = False, source_lang: str = "", langs: Sequence[str] = ()
    ) -> None:
        self.filters = filters
        self.state = filters.state or (None if everything else State.APPROVED)
        self.langs = (source_lang, *langs) if source_lang and langs else ()
        self.passed = 0
        self._held_back: Counter[str] = Counter()
        self._example = ""

    def concepts(self, store: Store) -> Iterator[Concept]:
        """The concepts to export, each with the terms to export."""
        asked = self.filters
        for concept in store.concepts(
            query=asked.query,
            subject=asked.subject,
            origin=asked.origin,
            product=asked.product,
            status=asked.status,
            reason=asked.reason,
            ids=asked.ids or None,
        ):
            terms = tuple(term for term in concept.terms if self._term_passes(term))
            if terms or not concept.terms:
                self.passed += 1
                yield concept if len(terms) == len(concept.terms) else replace(concept, terms=terms)

    def units(self, store: Store) -> Iterator[Unit]:
        """The units to export, each with the variants to export."""
        asked = self.filters
        for unit in store.units(query=asked.query, origin=asked.origin, scenario=asked.scenario, stage=asked.stage):
            if not self._unit_passes(unit):
                continue
            variants = tuple(variant for variant in unit.variants if self._wording_passes(variant))
            if variants or not unit.variants:
                self.passed += 1
                yield unit if len(variants) == len(unit.variants) else replace(unit, variants=variants)

    def losses(self) -> tuple[Loss, ...]:
        """The wordings that stayed behind because nobody has approved them, or somebody rejected them."""
        return tuple(
            Loss(
                field=f"{state} wordings", count=count, example=self._example, reason="only approved ones are exported"
            )
            for state, count in sorted(self._held_back.items())
        )

    def _term_passes(self, term: Term) -> bool:
        asked = self.filters
        wanted = (asked.status is None or term.status is asked.status) and (
            asked.reason is None or term.reason is asked.reason
        )
        return wanted and self._wording_passes(term)

    def _unit_passes(self, unit: Unit) -> bool:
        asked = self.filters
        return (
            (not asked.subject or unit.subject == asked.subject)
            and (not asked.product or unit.product == asked.product)
            and (not asked.ids or unit.id in asked.ids)
        )

    def _wording_passes(self, wording: Term | Variant) -> bool:
        if self.langs and not any(wording.lang == lang or wording.lang.startswith(f"{lang}-") for lang in self.langs):
            return False
        if self.state is None or wording.state is self.state:
            return True
        if self.filters.state is None:
            self._held_back[wording.state.value] += 1
            self._example = self._example or wording.text[:60]
        return False
