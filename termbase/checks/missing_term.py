"""A term of the base that the source names and the draft does not use.

**Why:** the customer looks for the button, the product or the clause under the name we gave it.

**Instead:** the approved term. Any approved synonym, in any form, will do. The finding marks the words that probably
stand in its place, or the start of the draft where none can be told. Terms that came with the starter packs are general
vocabulary and only suggested.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from termbase.checks.check import Check, Example, Hit
from termbase.languages import language
from termbase.matching import Glossary, Occurrence, own_words
from termbase.matching.folding import fold
from termbase.matching.glossary import approved_terms, fitted
from termbase.matching.wording import says
from termbase.matching.words import tokenizer
from termbase.model import Concept, Draft, Severity, Status, Term, TermType

_LEAST_LIKENESS, _VERY_WORD = 62, 90
"""Percent by which a word must resemble the term or its source to be taken for its rendering."""


def find(draft: Draft, glossary: Glossary) -> Iterator[Hit]:
    """Concepts the source names (outside longer terms) of which the draft holds no approved term."""
    if draft.source is None or not draft.source_lang:
        return
    text = own_words(draft.text, draft.format)
    said = {
        id(o.concept) for o in glossary.find(text, draft.lang, contained=True) if o.term.live and not o.term.avoided
    }
    used: list[tuple[int, int]] = [(o.start, o.end) for o in glossary.find(text, draft.lang) if not o.term.avoided]
    reported: set[int] = set()
    for occurrence in glossary.find(draft.source, draft.source_lang):
        concept = occurrence.concept
        if occurrence.term.avoided or id(concept) in said or id(concept) in reported:
            continue
        if draft.product and concept.product and concept.product != draft.product:
            continue
        terms = approved_terms(concept, draft.lang)
        if not terms or (terms[0].type is TermType.PHRASE and concept.origin.startswith("pack/")):
            continue  # general wording is advice, no vocabulary
        if any(says(text, term.text, draft.lang) for term in terms):
            continue
        reported.add(id(concept))
        start, end = _place(text, draft, occurrence, terms, used)
        yield Hit(
            start=start,
            end=end,
            message="The source says “{source}”; our term for it is “{better}”.",
            values={"source": occurrence.text, "better": terms[0].text},
            replacements=tuple(fitted(t.text, text[start:end], begins=False) for t in terms),
            concept=concept,
            term=terms[0],
            severity=Severity.SUGGESTION if concept.origin.startswith("pack/") else None,
            confidence=0.85 if end else 0.7,
            source_start=occurrence.start,
            source_end=occurrence.end,
        )


def _place(
    text: str, draft: Draft, occurrence: Occurrence, terms: list[Term], used: list[tuple[int, int]]
) -> tuple[int, int]:
    """The words that resemble the term or its source most; (0, 0) when none does."""
    target = language(draft.lang)
    wanted = [fold(t.text, target).text for t in terms] + [fold(occurrence.text, target).text]
    if not target.spaced:
        return _place_unspaced(text, wanted)
    tokens = tokenizer(target)
    parts = [w for phrase in wanted for w in tokens.findall(phrase) if len(w) > 2 and w not in target.common]
    folded = fold(text, target)
    likely = []
    for match in tokens.finditer(folded.text):
        word = match.group()
        if len(word) < 3 or word in target.common:
            continue
        start, end = folded.back(*match.span())
        score = max((_likeness(word, part) for part in parts), default=0.0)
        # a word that renders another term well is no rendering of this one, unless it is this one's very word
        if score >= (_VERY_WORD if any(s < end and start < e for s, e in used) else _LEAST_LIKENESS):
            likely.append((score, start, end))
    if not likely:
        return 0, 0
    _, start, end = max(likely, key=lambda found: found[0])
    reach = max(12, max(map(len, wanted)))
    for _, left, right in likely:  # words beside it that resemble the term too
        if right <= start and start - right <= 4 and end - left <= reach:
            start = left
        elif left >= end and left - end <= 4 and right - start <= reach:
            end = right
    return start, end


def _likeness(word: str, part: str) -> float:
    common = 0
    for a, b in zip(word, part, strict=False):
        if a != b:
            break
        common += 1
    prefix = 100 * common / max(4, min(len(word), len(part)))
    return max(min(prefix, 100), fuzz.ratio(word, part))


def _place_unspaced(text: str, wanted: list[str]) -> tuple[int, int]:
    """The stretch as long as the term that shares most characters with it, at least half."""
    best, place = 0.0, (0, 0)
    for term in wanted[:-1]:
        length = len(term)
        for start in range(max(1, len(text) - length + 1)):
            stretch = text[start : start + length]
            shared = sum(1 for c in set(stretch) if c in term and not c.isspace())
            score = shared / max(2, len(set(term)))
            if score > best and score >= 0.5:
                best, place = score, (start, min(start + length, len(text)))
    return place


_PASS = Concept(
    terms=(
        Term(lang="en", text="guest pass"),
        Term(lang="zh", text="访客卡"),
        Term(lang="fr", text="carte d'accès invité"),
        Term(lang="de", text="Gästekarte"),
        Term(lang="de", text="Besucherkarte", status=Status.ADMITTED),
    )
)

CHECK = Check(
    id="missing-term",
    kind="missing_term",
    severity=Severity.WARNING,
    find=find,
    bad=(
        Example(
            lang="fr",
            text="Ajoutez une passe d'hôte ici.",
            marked=("passe",),
            source="Add a guest pass here.",
            source_lang="en",
            concepts=(_PASS,),
        ),
        Example(
            lang="en",
            text="Show the visitor pass.",
            marked=("pass",),
            source="请出示访客卡。",
            source_lang="zh",
            concepts=(_PASS,),
        ),
        Example(
            lang="en",
            text="Join on member party day.",
            marked=("member",),
            source="会员日请参加。",
            source_lang="zh",
            pairs=(("会员日", "Member Day"),),
        ),
    ),
    good=(
        Example(
            lang="fr",
            text="Ajoutez une carte d'accès invité ici.",
            source="Add a guest pass here.",
            source_lang="en",
            concepts=(_PASS,),
        ),
        Example(
            lang="de",
            text="Bitte legen Sie die Besucherkarten vor.",
            source="Please show the guest passes.",
            source_lang="en",
            concepts=(_PASS,),
        ),
        Example(
            lang="en",
            text="Join on Member Day.",
            source="会员日请参加。",
            source_lang="zh",
            pairs=(("会员日", "Member Day"),),
        ),
    ),
)
