"""What the memory holds for a text: the same sentence first, then the closest ones, with what differs."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nlargest

from termbase.languages import closeness, language, serves
from termbase.matching.similarity import compare, fold, length_window, raw_score
from termbase.model import Match, State, Unit, Variant
from termbase.store import Store


def lookup(store: Store, text: str, *, from_lang: str, to_lang: str, floor: int = 70, limit: int = 5) -> list[Match]:
    """Units whose text in one language is like `text` and that have an approved text in the other, best first.

    The score is 100 only for the identical text. Where a number, a negation or a placeholder differs it is
    capped, and `dangers` names it.
    """
    asked = fold(text)
    if not asked or limit < 1:
        return []
    matches: list[Match] = []
    seen: set[tuple[str, str]] = set()
    for highest, unit_id in sorted(_candidates(store, asked, from_lang, floor), reverse=True):
        # A score is never above the raw one, so nothing further on can be among the best.
        if len(matches) >= limit and highest < nlargest(limit, (match.score for match in matches))[-1]:
            break
        match = _best_of(store.unit(unit_id), text, from_lang, to_lang)
        if match is None or match.score < floor or (match.source.text, match.target.text) in seen:
            continue
        seen.add((match.source.text, match.target.text))
        matches.append(match)
    matches.sort(key=lambda match: _rank(match, from_lang, to_lang))
    return matches[:limit]


def concordance(store: Store, text: str, *, lang: str = "", limit: int = 50) -> list[Unit]:
    """Units in which the words stand, in `lang` or in any language."""
    return list(store.units(query=text, lang=lang, limit=limit))


def _candidates(store: Store, asked: str, from_lang: str, floor: int) -> Iterator[tuple[int, str]]:
    """Raw score and unit of everything long enough and close enough; a unit may come more than once."""
    shortest, longest = length_window(len(asked), floor)
    best: dict[str, int] = {}
    for unit_id, lang, found in store.wordings(from_lang):
        if not (serves(lang, from_lang) or serves(from_lang, lang)):
            continue
        folded = fold(found)
        if shortest <= len(folded) <= longest and (score := raw_score(asked, folded, floor)):
            best[unit_id] = max(score, best.get(unit_id, 0))
    for unit_id, score in best.items():
        yield score, unit_id


def _best_of(unit: Unit, text: str, from_lang: str, to_lang: str) -> Match | None:
    sources = _approved(unit, from_lang)
    targets = _approved(unit, to_lang)
    if not sources or not targets:
        return None
    spoken = language(from_lang)
    found = [(compare(text, source.text, spoken), source) for source in sources]
    close, source = max(found, key=lambda pair: pair[0].score)
    target = next((target for target in targets if target.plural == source.plural), targets[0])
    return Match(
        unit=unit,
        source=source,
        target=target,
        score=close.score,
        dangers=close.dangers,
        differences=close.differences,
    )


def _approved(unit: Unit, lang: str) -> list[Variant]:
    """The approved variants that serve a language, the closest tag first."""
    fitting = [
        variant
        for variant in unit.variants
        if variant.state is State.APPROVED and (serves(variant.lang, lang) or serves(lang, variant.lang))
    ]
    return sorted(fitting, key=lambda variant: closeness(variant.lang, lang))


def _rank(match: Match, from_lang: str, to_lang: str) -> tuple[int, int, int, int, str]:
    """The closer text first, then the closer tags, then what was used more often, then what is older."""
    return (
        -match.score,
        len(match.dangers),
        closeness(match.source.lang, from_lang) + closeness(match.target.lang, to_lang),
        -match.target.use_count,
        match.unit.id,
    )
