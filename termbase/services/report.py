"""Counts of what a store, or a set of packs, holds: by language, by reason, by direction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from termbase.formats import by_name
from termbase.formats.format import ReadOptions
from termbase.model import Concept, Unit
from termbase.services.packs import starter_packs
from termbase.store import Store


@dataclass(kw_only=True)
class Counts:
    """How much there is of everything."""

    concepts: int = 0
    terms: int = 0
    units: int = 0
    variants: int = 0
    by_language: Counter[str] = field(default_factory=Counter)
    """Language tag → approved terms."""
    rules_by_language: Counter[str] = field(default_factory=Counter)
    """Language tag → terms to avoid."""
    by_reason: Counter[str] = field(default_factory=Counter)
    by_direction: Counter[str] = field(default_factory=Counter)
    """"zh→en" → literal mistranslations known."""
    by_subject: Counter[str] = field(default_factory=Counter)
    """Subject → concepts."""
    by_state: Counter[str] = field(default_factory=Counter)
    """State → terms."""
    by_scenario: Counter[str] = field(default_factory=Counter)
    """Scenario → units."""
    variants_by_language: Counter[str] = field(default_factory=Counter)

    def add(self, item: Concept | Unit) -> None:
        """Count one concept or unit."""
        if isinstance(item, Unit):
            self.units += 1
            self.variants += len(item.variants)
            self.by_scenario[item.scenario or "none"] += 1
            self.variants_by_language.update(variant.lang for variant in item.variants)
            return
        self.concepts += 1
        self.terms += len(item.terms)
        self.by_subject[item.subject or "none"] += 1
        for term in item.terms:
            self.by_state[term.state.value] += 1
            if term.reason is not None:
                self.by_reason[term.reason.value] += 1
            if term.avoided or term.reason is not None:
                self.rules_by_language[term.lang] += 1
            else:
                self.by_language[term.lang] += 1
            if term.from_lang:
                self.by_direction[f"{term.from_lang}→{term.lang}"] += 1

    def as_json(self) -> dict[str, object]:
        """The counts for other programs, the largest first."""
        return {
            "version": 1,
            "concepts": self.concepts,
            "terms": self.terms,
            "units": self.units,
            "variants": self.variants,
            **{name: dict(counter.most_common()) for name, counter in self.groups().items()},
        }

    def groups(self) -> dict[str, Counter[str]]:
        """The counters by name."""
        return {
            "by_language": self.by_language,
            "rules_by_language": self.rules_by_language,
            "by_reason": self.by_reason,
            "by_direction": self.by_direction,
            "by_subject": self.by_subject,
            "by_state": self.by_state,
            "by_scenario": self.by_scenario,
            "variants_by_language": self.variants_by_language,
        }


def count_store(store: Store) -> Counts:
    """What the store holds."""
    return _counted(_everything(store))


def count_packs() -> Counts:
    """What the starter packs hold; needs no store."""
    return _counted(_packed())


def _counted(items: Iterable[Concept | Unit]) -> Counts:
    counts = Counts()
    for item in items:
        counts.add(item)
    return counts


def _everything(store: Store) -> Iterator[Concept | Unit]:
    yield from store.concepts()
    yield from store.units()


def _packed() -> Iterator[Concept | Unit]:
    read = by_name("json").read
    assert read is not None
    for path in starter_packs():
        with path.open("rb") as stream:
            yield from (row.item for row in read(stream, ReadOptions(origin=path.name)) if row.item is not None)
