"""How much of what people write word for word is derived, and how often right wording is taken for it."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from termbase.checks import run
from termbase.languages import primary
from termbase.literals import find_rendering, pairs, propose
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Reason, Term


def coverage(concepts: list[Concept]) -> None:
    """Print, by direction, how many literal rules of the packs are derived with the rules themselves hidden.

    A rule counts as derived when its bad example holds a rendering of a source term of its concept in the same place:
    in any wording, in one that holds a literal word (what a check flags), and among the ten that are proposed.
    """
    found: dict[str, Counter[str]] = {}
    for concept in concepts:
        for term in concept.terms:
            direction = (primary(term.from_lang), primary(term.lang)) if term.from_lang else ("", "")
            if term.reason is not Reason.LITERAL or direction not in pairs() or not term.bad:
                continue
            sources = [t.text for t in concept.terms if primary(t.lang) == direction[0] and not t.avoided]
            if not sources:
                continue
            name = f"{direction[0]} → {direction[1]}"
            for key in (name, *((f"{name}, without wording",) if "wording" not in concept.origin else ())):
                tally = found.setdefault(key, Counter())
                tally["rules"] += 1
                tally["any"] += _derived(term, sources, direction, literal_only=False)
                tally["literal"] += _derived(term, sources, direction, literal_only=True)
                tally["proposed"] += _proposed(term, sources, direction)
    print("| direction | literal rules | derived | with a literal word | among the ten proposed |")
    print("| --- | --- | --- | --- | --- |")
    for key, tally in sorted(found.items()):
        shares = " | ".join(f"{100 * tally[kind] / tally['rules']:.0f} %" for kind in ("any", "literal", "proposed"))
        print(f"| {key} | {tally['rules']} | {shares} |")


def _derived(term: Term, sources: list[str], direction: tuple[str, str], *, literal_only: bool) -> bool:
    rule = Glossary([Concept(terms=(term,))])
    for text in term.bad:
        places = rule.find(text, term.lang)
        for source in sources:
            for rendering in find_rendering(text, source, *direction, literal_only=literal_only):
                if any(rendering.start < place.end and place.start < rendering.end for place in places):
                    return True
    return False


def _proposed(term: Term, sources: list[str], direction: tuple[str, str]) -> bool:
    rule = Glossary([Concept(terms=(term,))])
    nothing = Glossary()
    return any(rule.find(text, term.lang) for source in sources for text in propose(source, *direction, nothing))


def false_alarms(glossary: Glossary, packs: Path, corpus: Path | None, *, most: int, show: bool) -> None:
    """Print how often a derived rendering is flagged in translations that people made.

    They are the reply phrases of the packs and, where a path is given, a table of language, origin, licence, English
    text and its translation (tab-separated, gzip).
    """
    print("\n| direction | reply phrases | flagged | corpus | flagged |\n| --- | --- | --- | --- | --- |")
    for source, lang in sorted(pairs()):
        phrases = list(_phrases(packs, source, lang))
        other = [] if corpus is None else list(islice(_corpus(corpus, source, lang), most))
        cells = [f"{len(texts):,} | {_flagged(texts, source, lang, glossary, show=show)}" for texts in (phrases, other)]
        print(f"| {source} → {lang} | {' | '.join(cells)} |")


def _flagged(texts: Iterable[tuple[str, str]], source: str, lang: str, glossary: Glossary, *, show: bool) -> int:
    count = 0
    for meant, said in texts:
        draft = Draft(text=said, lang=lang, source=meant, source_lang=source)
        for finding in run(draft, glossary, only=("literal-translation",)):
            if finding.term is None:  # a listed rule is a term; a derived one is none
                count += 1
                if show:
                    print(
                        f"{source} → {lang}  {finding.text!r}  {finding.replacements[:1]}  in  {said!r}  for  {meant!r}"
                    )
    return count


def _phrases(packs: Path, source: str, lang: str) -> Iterator[tuple[str, str]]:
    for path in sorted(packs.glob("replies*.json")):
        for unit in json.loads(path.read_text(encoding="utf-8")).get("units", ()):
            said = {primary(variant["lang"]): variant["text"] for variant in unit["variants"]}
            if source in said and lang in said:
                yield said[source], said[lang]


def _corpus(path: Path, source: str, lang: str) -> Iterator[tuple[str, str]]:
    other = lang if source == "en" else source
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0] == other:
                yield (cells[3], cells[4]) if source == "en" else (cells[4], cells[3])
