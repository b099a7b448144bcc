"""Which words of a draft stand where a term should: the place a missing term is reported at.

What is known of the term speaks, the surest first: its derived renderings; what its parts are rendered as, by our
tables and by the base itself (客户卡 holds 客户, which the base calls "customer"); likeness to the approved term or to
the source term. Where nothing speaks, no place is told; elimination.py guesses then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from termbase.languages import Language, language, primary, serves
from termbase.literals.derivation import cuts
from termbase.literals.finding import find_rendering
from termbase.matching import Glossary, Occurrence
from termbase.matching.folding import fold
from termbase.matching.quantities import quantities
from termbase.matching.wording import related, says
from termbase.matching.words import tokenizer

_LEAST_LIKENESS, _VERY_WORD = 62, 90
"""Percent by which a word must resemble the term or its source to be taken for its rendering."""
_PART = 85
"""What a word that renders a part of the term is worth among the percents of likeness."""
_BREAK = re.compile(r"[.,;:!?\n]")
Span = tuple[int, int]


def place_of(
    text: str, tag: str, source: str, named: Occurrence, source_tag: str, terms: Sequence[str], glossary: Glossary
) -> Span:
    """The span of `text` that most probably stands for the term `named` in `source`; (0, 0) when none can be told.

    `terms` are its approved terms, which the text does not hold.
    """
    rendered = find_rendering(text, named.text, source_tag, tag)
    if rendered:
        return max(((o.start, o.end) for o in rendered), key=lambda span: span[1] - span[0])
    known = {id(concept) for concept in glossary.named(named.text, source_tag)} | {id(named.concept)}
    own = [(o.start, o.end) for o in glossary.beneath(text, tag) if id(o.concept) in known]
    if own:  # what the base itself calls it, rightly or not
        return max(own, key=lambda span: span[1] - span[0])
    elsewhere = {id(o.concept) for o in glossary.find(source, source_tag) if o.concept is not named.concept}
    found = glossary.find(text, tag)
    used = [(o.start, o.end) for o in found if not o.term.avoided]
    others = [(o.start, o.end) for o in found if o.term.avoided and id(o.concept) in elsewhere]
    others += [(q.start, q.end) for q in quantities(text, language(tag)) if not text[q.start : q.end].isdigit()]
    parts = [*_glosses(named.text, source_tag, tag), *_own(source, named, source_tag, tag, glossary)]
    target = language(tag)
    if target.spaced:
        return _among_words(text, target, [*terms, named.text], parts, used, others)
    return _among_characters(text, target, terms, parts)


def _glosses(term: str, source_tag: str, tag: str) -> Iterator[str]:
    for cut in cuts(term, primary(source_tag), primary(tag)):
        for part in cut:
            if not part.small:
                yield from (gloss.text for gloss in part.glosses)


def _own(source: str, named: Occurrence, source_tag: str, tag: str, glossary: Glossary) -> Iterator[str]:
    """What the base itself calls the parts of a source term, rightly or not."""
    for part in glossary.find(source, source_tag, contained=True):
        inside = named.start <= part.start and part.end <= named.end
        if inside and part.concept is not named.concept and not part.term.avoided:
            yield from (term.text for term in part.concept.terms if term.live and serves(term.lang, tag))


def _among_words(
    text: str,
    target: Language,
    wanted: Sequence[str],
    parts: Sequence[str],
    used: Sequence[Span],
    others: Sequence[Span],
) -> Span:
    folded = fold(text, target)
    tokens = [(*folded.back(*m.span()), m.group()) for m in tokenizer(target).finditer(folded.text)]
    alike = set(_content(wanted, target))
    rendered = set(_content(parts, target))
    evidence: dict[int, float] = {}
    for number, (start, end, word) in enumerate(tokens):
        if len(word) < (2 if target.particles else 3) or word in target.common:
            continue
        if any(s < end and start < e for s, e in others):  # the wrong rendering of another term, a date
            continue
        likeness = max((_likeness(word, part) for part in alike), default=0.0)
        if likeness < _PART and any(related(word, part, target) for part in rendered):
            likeness = _PART
        # a word that renders another term well is no rendering of this one, unless it is this one's very word
        taken = any(s < end and start < e for s, e in used)
        if likeness >= (_VERY_WORD if taken and likeness != _PART else _LEAST_LIKENESS):
            evidence[number] = likeness
    if not evidence:
        return 0, 0
    first, last = max(
        (_around(number, evidence, tokens, text, target) for number in evidence),
        key=lambda span: (sum(evidence.get(n, 0) for n in range(span[0], span[1] + 1)), span[0] - span[1]),
    )
    if first == last and max(len(_words(term, target)) for term in wanted) > 1:
        # a lone word is seldom the whole: a word of weight beside it belongs to it, behind it where it begins a term
        heads = [_words(term, target) for term in wanted]
        heads = [words for words in heads if len(words) > 1 and related(tokens[first][2], words[0], target)]
        ahead = range(first + 1, min(first + 4, len(tokens)))
        ends = [n for n in ahead if any(related(tokens[n][2], words[-1], target) for words in heads)]
        if ends:
            return tokens[first][0], tokens[ends[0]][1]
        beside = first + 1 if heads else first - 1
        left, right = sorted((first, beside))
        if (
            0 <= beside < len(tokens)
            and tokens[beside][2] not in target.common
            and text[tokens[left][1] : tokens[right][0]] in (" ", "-")
            and not any(s < tokens[beside][1] and tokens[beside][0] < e for s, e in used)
        ):
            first, last = left, right
    return tokens[first][0], tokens[last][1]


def _around(
    number: int, evidence: dict[int, float], tokens: Sequence[tuple[int, int, str]], text: str, target: Language
) -> Span:
    """The first and last word of the phrase around one: words that speak for the term, with function words between."""
    first = last = number
    for step in (-1, 1):
        at = number
        while True:
            following = next((at + step * n for n in (1, 2, 3) if at + step * n in evidence), None)
            if following is None or not _one_phrase(min(at, following), max(at, following), tokens, text, target):
                break
            at = following
        first, last = min(first, at), max(last, at)
    return first, last


def _one_phrase(left: int, right: int, tokens: Sequence[tuple[int, int, str]], text: str, target: Language) -> bool:
    between = text[tokens[left][1] : tokens[right][0]]
    return _BREAK.search(between) is None and all(tokens[n][2] in target.common for n in range(left + 1, right))


def _content(phrases: Sequence[str], target: Language) -> Iterator[str]:
    for phrase in phrases:
        least = 2 if target.particles else 3
        yield from (word for word in _words(phrase, target) if len(word) >= least and word not in target.common)


def _words(phrase: str, target: Language) -> list[str]:
    return tokenizer(target).findall(fold(phrase, target).text)


def _likeness(word: str, part: str) -> float:
    common = 0
    for a, b in zip(word, part, strict=False):
        if a != b:
            break
        common += 1
    prefix = 100 * common / max(4, min(len(word), len(part)))
    if part.endswith(word) and len(word) * 3 > len(part):
        return _PART  # the head of a compound, apart
    return max(min(prefix, 100), fuzz.ratio(word, part))


def _among_characters(text: str, target: Language, terms: Sequence[str], parts: Sequence[str]) -> Span:
    """Renderings of parts that stand side by side, else the stretch that shares most characters with the term."""
    spans = sorted({span for part in parts if len(part) > 1 and (span := says(text, part, target.code))})
    spans = [span for span in spans if span[1] - span[0] <= max(map(len, parts)) + 2]
    best: Span = (0, 0)
    for number, (start, end) in enumerate(spans):
        for s, e in spans[number + 1 :]:
            if s <= end + 1:
                end = max(end, e)
        if end - start > best[1] - best[0]:
            best = start, end
    shared, place = 0.0, (0, 0)
    for term in terms:
        length, telling = len(term), {c for c in term if not c.isspace()}
        for start in (n for n, c in enumerate(text) if c in telling):  # the best stretch begins with a character of it
            score = len(telling.intersection(text[start : start + length])) / max(2, len(set(term)))
            if score > shared and score >= 0.5:
                shared, place = score, (start, min(start + length, len(text)))
    return place if shared >= 0.75 or best == (0, 0) else best
