"""Derived renderings found in a draft, and the best of them proposed."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from termbase.languages import primary
from termbase.literals.derivation import Wording, renderings, shapes, wordings
from termbase.matching import Glossary, Occurrence
from termbase.model import Concept, Reason, Term

MOST = 10
"""Renderings proposed for one term."""
_LOOKED_AT, _AGAIN = 200, 0.5


@lru_cache(maxsize=512)  # about 80 kB each
def _derived(term: str, source: str, lang: str, literal_only: bool) -> Glossary | None:
    patterns = [r.pattern for r in renderings(term, source, lang) if r.literal or not literal_only]
    if not patterns:
        return None
    terms = tuple(Term(lang=lang, text=p, pattern=p, reason=Reason.LITERAL) for p in patterns)
    return Glossary([Concept(terms=terms)])


def find_rendering(
    text: str, source_term: str, source_lang: str, lang: str, *, literal_only: bool = False
) -> list[Occurrence]:
    """Where a text holds what a word-for-word translator makes of a source term, the longest of nested ones.

    With `literal_only` just the wordings that hold a word nobody would write there; without it also those that
    could be right, which is what a check wants that asks only which words stand in a term's place.
    """
    derived = _derived(source_term, primary(source_lang), primary(lang), literal_only)
    if derived is None:
        return []
    places: dict[tuple[int, int], Occurrence] = {}
    for occurrence in derived.find(text, primary(lang)):
        places.setdefault((occurrence.start, occurrence.end), occurrence)
    return list(places.values())


def propose(term: str, source_lang: str, lang: str, known: Glossary, *, most: int = MOST) -> list[str]:
    """The most likely literal renderings of a term, best first, without what the glossary lists already.

    A wording that is an approved term, or in which a listed term to avoid is found already, is left out. What one
    rendering of a part makes likely counts less each time it is used, so that ten proposals are not ten of a kind.
    """
    waiting: dict[str, Wording] = {}
    for wording in wordings(term, source_lang, lang):
        if wording.text not in waiting or wording.cost < waiting[wording.text].cost:
            waiting[wording.text] = wording
    likely = sorted(waiting.values(), key=lambda w: (w.cost, w.text))[:_LOOKED_AT]
    used: Counter[str] = Counter()
    found: list[str] = []
    while likely and len(found) < most:
        best = min(likely, key=lambda w: (w.cost + _AGAIN * sum(used[r] for r in w.renderings), w.text))
        likely.remove(best)
        if not _listed(best.text, lang, known):
            found.append(best.text)
            used.update(best.renderings)
    return found


def _listed(text: str, lang: str, known: Glossary) -> bool:
    return any(o.term.avoided or (o.start, o.end) == (0, len(text)) for o in known.find(text, lang, contained=True))


def example_of(text: str, lang: str) -> str:
    """A sentence that shows a rendering, for the examples of the rule that a curator makes of it."""
    return str(shapes()[primary(lang)]["say"]).format(text) if primary(lang) in shapes() else text
