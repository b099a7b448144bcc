"""From the parts of a term to the wordings a word-for-word translator makes of them.

A term is cut into known parts, the longest first and other cuts after it. The renderings of the parts are joined as
data/shapes.toml says, in the order of the source and turned round. A wording counts as literal when at least one
of its words is what nobody would write there ("open" in "open the invoice", where 开 is to issue).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from termbase.languages import Language, language, primary
from termbase.literals.glosses import Gloss, Part, parts, table
from termbase.matching.folding import fold
from termbase.matching.pattern import LIMIT, count, expanded, parse, plain
from termbase.matching.words import tokenizer

_MOST_PARTS, _MOST_CUTS = 5, 6
_MOST_GLOSSES = {2: 12, 3: 7, 4: 5, 5: 4}
"""How many literal renderings of each part are joined, by the number of parts."""
_CUT_COST = 1.5
"""What a cut into more parts costs a wording."""
_LATIN = "abcdefghijklmnopqrstuvwxyz0123456789-+"


@dataclass(frozen=True, slots=True)
class Rendering:
    """A wording in our pattern notation, with what it costs: 0 is what a translator would write first."""

    pattern: str
    literal: bool
    cost: float


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording as a translator writes it, the renderings it is made of, and what it costs."""

    text: str
    renderings: tuple[str, ...]
    cost: float


@cache
def shapes() -> Mapping[str, Mapping[str, Any]]:
    """How parts are joined, by target language."""
    return tomllib.loads(files(__package__).joinpath("data", "shapes.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=2048)
def cuts(term: str, source: str, lang: str) -> tuple[tuple[Part, ...], ...]:
    """The ways to cut a term into parts with known renderings, fewest parts first."""
    spoken = language(source)
    pieces = _words(term, spoken) if spoken.spaced else fold(term.strip(), spoken).text
    found = (tuple(one for one in cut if one.glosses) for cut in _cut(pieces, 0, spoken, lang))
    both = [way for cut in found for way in (tuple(one for one in cut if not one.small), _trimmed(cut)) if way]
    return tuple(sorted(dict.fromkeys(both), key=len)[:_MOST_CUTS])


def _trimmed(cut: tuple[Part, ...]) -> tuple[Part, ...]:
    """A cut that neither begins nor ends with a small word."""
    places = [n for n, one in enumerate(cut) if not one.small]
    return cut[places[0] : places[-1] + 1] if places else ()


def _words(term: str, spoken: Language) -> tuple[str, ...]:
    return tuple(tokenizer(spoken).findall(fold(term, spoken).text))


def _cut(pieces: str | tuple[str, ...], depth: int, spoken: Language, lang: str) -> Iterator[tuple[Part, ...]]:
    if not pieces:
        yield ()
        return
    if depth == _MOST_PARTS:
        return
    for length in range(len(pieces), 0, -1):
        known = _known(pieces[:length], pieces[length:], spoken, lang)
        if known:
            for rest in _cut(pieces[length:], depth + 1, spoken, lang):
                yield from ((one, *rest) for one in known)
            if spoken.spaced or _same(pieces[:length], known, spoken, lang):  # "number of" is no "number"
                return


def _same(head: str | tuple[str, ...], known: Sequence[Part], spoken: Language, lang: str) -> bool:
    """Whether our table has only right renderings of a longer word, which nobody takes apart then (单价, 単価)."""
    right = not any(gloss.literal for one in known for gloss in one.glosses)
    return right and len(head) > 1 and head in table(spoken.code, lang)


def _known(head: str | tuple[str, ...], rest: str | tuple[str, ...], spoken: Language, lang: str) -> tuple[Part, ...]:
    if isinstance(head, tuple):
        return parts(" ".join(head), spoken.code, lang) or parts(
            " ".join(spoken.forms(word)[0] for word in head), spoken.code, lang
        )
    if all(char in _LATIN for char in head):  # a name or an abbreviation stays as it is, and whole
        return () if rest and rest[0] in _LATIN else (Part((Gloss(head, literal=False),)),)
    return parts(head, spoken.code, lang)


@lru_cache(maxsize=2048)
def renderings(term: str, source_lang: str, lang: str) -> tuple[Rendering, ...]:
    """How a word-for-word translator would put a term, as patterns, the most likely first.

    Patterns that hold a literal word and those whose every word may be right are kept apart (`literal`).
    """
    source, target = primary(source_lang), primary(lang)
    if source == target or target not in shapes():
        return ()
    right = {plain(text) for text in _right(term, source, target)}
    found: dict[str, Rendering] = {}
    for rank, cut in enumerate(cuts(term, source, target)):
        for rendering in _joined(cut, target):
            pattern, literal = rendering.pattern, rendering.literal and rendering.pattern not in right
            known = found.get(pattern)
            # one reading may make wrong (the order, 命令) what another leaves open (to order)
            if (known is None or (literal and not known.literal)) and _fits(pattern):
                found[pattern] = Rendering(pattern, literal, rendering.cost + rank)
    return tuple(sorted(found.values(), key=lambda r: (not r.literal, r.cost)))


def _right(term: str, source: str, target: str) -> set[str]:
    """What any reading of a word (to issue) makes right, and so is no literal rendering of another (an issue)."""
    return {g.text for cut in cuts(term, source, target) if len(cut) == 1 for g in cut[0].glosses if not g.literal}


def _fits(pattern: str) -> bool:
    return not expanded(pattern) or count(parse(pattern)) <= LIMIT


def _joined(cut: Sequence[Part], lang: str) -> Iterator[Rendering]:
    """The patterns that a row of parts makes, for each of its parts that may carry the literal word."""
    if len(cut) == 1:
        yield from _single(cut[0], lang)
        return
    shape = shapes()[lang]
    most = _MOST_GLOSSES[len(cut)]
    literal = [tuple(g.text for g in p.glosses if g.literal)[:most] for p in cut]
    right = [tuple(g.text for g in p.glosses if not g.literal)[:3] for p in cut]
    every = [wrong + good for wrong, good in zip(literal, right, strict=True)]
    for n, wrong in enumerate(literal):  # the first literal word stands in the n-th part
        before = [every[at] if p.small else right[at] for at, p in enumerate(cut[:n])]
        if wrong and all(before) and not cut[n].small:
            yield from _arranged(cut, [*before, wrong, *every[n + 1 :]], shape, literal=True, first_wrong=n == 0)
    yield from _arranged(cut, every, shape, literal=False, first_wrong=False)


def _single(only: Part, lang: str) -> Iterator[Rendering]:
    for cost, gloss in enumerate(only.glosses):
        yield Rendering(plain(gloss.text), _wrong_alone(gloss, lang), cost)


def _wrong_alone(gloss: Gloss, lang: str) -> bool:
    """Whether a rendering is literal without others beside it: one word may be right in its place, two are not."""
    return gloss.alone or (gloss.literal and gloss.text.count(" ") >= shapes()[lang].get("syllables", 1))


def _arranged(
    cut: Sequence[Part],
    words: Sequence[tuple[str, ...]],
    shape: Mapping[str, Any],
    *,
    literal: bool,
    first_wrong: bool,
) -> Iterator[Rendering]:
    slots = [_choice(said, optional=p.small) for p, said in zip(cut, words, strict=True)]
    cost = float(len(cut))

    def row(pieces: Sequence[str]) -> str:
        text = pieces[0]
        for piece in pieces[1:]:
            text = shape["plain"].format(text, piece)
        return text

    yield Rendering(row(slots), literal, cost)
    for at in range(1, len(cut)):
        left, right = row(slots[:at]), row(slots[at:])
        verb = cut[at - 1].verb
        others = [*shape.get("turned", ())]
        if verb:
            others += shape.get("verb", ())
        if len(cut) == 2:
            others += shape.get("glued", ())
        if verb and at == 1 and first_wrong:
            others += shape.get("object", ())
        for other in others:
            yield Rendering(other.format(left, right), literal, cost + 1)


def _choice(words: Sequence[str], *, optional: bool) -> str:
    inner = "|".join(plain(word) for word in words)
    return f"[{inner}]" if optional else f"({inner})" if len(words) > 1 else inner


def _ranked(one: Part) -> list[tuple[float, Gloss]]:
    """The renderings of a part by how soon a translator thinks of them; those that are right come first too."""
    literal = [g for g in one.glosses if g.literal][:5]
    right = [g for g in one.glosses if not g.literal][:2]
    return [*enumerate(literal), *((n + 0.1, g) for n, g in enumerate(right))]


def wordings(term: str, source_lang: str, lang: str) -> Iterator[Wording]:
    """Single wordings that hold a literal word, in no order: what can be proposed to a curator."""
    source, target = primary(source_lang), primary(lang)
    if source == target or target not in shapes():
        return
    shape = shapes()[target]
    right = _right(term, source, target)
    for rank, cut in enumerate(cuts(term, source, target)):
        if len(cut) == 1:
            for cost, gloss in enumerate(cut[0].glosses):
                if _wrong_alone(gloss, target) and gloss.text not in right:
                    yield Wording(gloss.text, (gloss.text,), cost + _CUT_COST * rank)
            continue
        kept = [p for p in cut if not p.small]
        join = shape["glued"][0] if "glued" in shape and len(cut) == 2 else shape["plain"]
        for choice in product(*map(_ranked, kept)):
            if any(gloss.literal for _, gloss in choice):
                text = choice[0][1].text
                for _, gloss in choice[1:]:
                    text = join.format(text, gloss.text if join == shape["plain"] else gloss.text.lower())
                total = sum(cost for cost, _ in choice) + _CUT_COST * rank
                yield Wording(text, tuple(gloss.text for _, gloss in choice), total)
