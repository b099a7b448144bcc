"""Learning from corrections: which wordings of drafts are replaced again and again, and by what.

A draft and its corrected version are aligned word by word (character by character where no blanks divide words). What
differs is grouped by dictionary form; what recurs in several drafts, and is seldom left standing by the same
correctors, is a lesson. Numbers, names, and changes of spelling, inflection or punctuation alone teach nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz.distance import OSA, Indel

from termbase.languages import Language, language
from termbase.matching.prose import own_words, sentence_at, sentences
from termbase.matching.words import tokenizer

_CHARACTERS = re.compile(
    r"[A-Za-z\u00c0-\u024f]+|\d+(?:[.,]\d+)*"
    r"|[\u0e40-\u0e44]?[^\W_][\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a]*"
)
_DIVIDES = re.compile(r"[,;:.!?…()\n，。、；：！？（）]")
_MOST_WORDS, _MOST_CHARACTERS = 7, 14
"""Length of a wording that is no whole sentence, in words and in characters of a script without blanks."""
_MOST_IN_SENTENCE = 40
_MOST_ALIGNED = 3_000
"""Words of a draft that are aligned; longer ones say nothing."""
_MOST_MEETINGS = 50_000
"""Pairs of equal words in two texts up to which they are aligned with care."""
_LEFT_STANDING = 0.5
"""Times a wording may have been left standing for each time it was replaced."""
_SPELLING = 0.78
_REWRITTEN = 0.5
_Key = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A draft and what somebody made of it."""

    draft: str
    corrected: str
    lang: str
    source: str | None = None
    source_lang: str = ""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One time a wording was replaced: the correction's number, and both places."""

    number: int
    draft_span: tuple[int, int]
    corrected_span: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Replacement:
    """A wording that recurs in drafts and is replaced."""

    lang: str
    bad: str
    good: tuple[str, ...]
    """What was written instead, the most frequent first."""
    seen: tuple[Seen, ...]
    """Once for each draft."""
    left_standing: int
    """Corrected versions that hold the wording all the same."""
    whole_sentence: bool = False


@dataclass
class _Words:
    """A text as words with their places, dictionary forms and sentences."""

    text: str
    spans: list[tuple[int, int]]
    lower: list[str]
    keys: list[str]
    begins: list[bool]
    """Whether a word is the first of its sentence."""
    sentences: list[tuple[int, int]]
    """Each as a range of words."""

    def shown(self, start: int, end: int) -> str:
        return " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split()) if end > start else ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        return (self.spans[start][0], self.spans[end - 1][1]) if end > start else (0, 0)


@dataclass
class _Group:
    """A wording by its dictionary forms, with everything that was made of it."""

    bad: Counter[str] = field(default_factory=Counter)
    good: dict[_Key, Counter[str]] = field(default_factory=dict)
    drafts: dict[_Key, dict[int, Seen]] = field(default_factory=dict)
    whole_sentence: bool = True


def recurring(corrections: Sequence[Correction], *, least: int = 2) -> list[Replacement]:
    """Wordings that were replaced alike in at least `least` different drafts, the most frequent first."""
    found: list[Replacement] = []
    for lang in dict.fromkeys(one.lang for one in corrections):
        chosen = [(number, one) for number, one in enumerate(corrections) if one.lang == lang]
        found += _in_language(chosen, lang, least)
    return sorted(found, key=lambda one: (-len(one.seen), one.left_standing, one.lang, one.bad))


def _in_language(corrections: Sequence[tuple[int, Correction]], lang: str, least: int) -> list[Replacement]:
    spoken = language(lang)
    texts: dict[str, _Words] = {}

    def words(text: str) -> _Words:
        if text not in texts:
            texts[text] = _words(text, spoken)
        return texts[text]

    read = [(number, words(one.draft), words(one.corrected)) for number, one in corrections]
    names = frozenset[str]()
    if not spoken.capital_nouns:
        names = _names(text for _, *both in read for text in both)
    groups: dict[_Key, _Group] = {}
    pairs_seen: set[tuple[str, str]] = set()
    for number, draft, corrected in read:
        if (draft.text, corrected.text) in pairs_seen:  # the same macro sent twice is one draft
            continue
        pairs_seen.add((draft.text, corrected.text))
        if max(len(draft.keys), len(corrected.keys)) > _MOST_ALIGNED or draft.text == corrected.text:
            continue
        for change in _changes(draft, corrected, spoken):
            if _teaches(change, draft, corrected, spoken, names):
                _gather(groups, change, draft, corrected, number)
    standing = [f" {' '.join(corrected.keys)} " for _, _, corrected in read]
    found = []
    for key, group in groups.items():
        good, drafts = max(group.drafts.items(), key=lambda item: len(item[1]))
        if len(drafts) < least:
            continue
        left = sum(f" {' '.join(key)} " in text for text in standing)
        if left > _LEFT_STANDING * len(drafts):
            continue
        ranked = sorted(group.drafts, key=lambda one: -len(group.drafts[one]))
        found.append(
            Replacement(
                lang=lang,
                bad=group.bad.most_common(1)[0][0],
                good=tuple(
                    dict.fromkeys(
                        group.good[one].most_common(1)[0][0]
                        for one in ranked[:3]
                        if one == good or len(group.drafts[one]) >= least
                    )
                ),
                seen=tuple(drafts.values()),
                left_standing=left,
                whole_sentence=group.whole_sentence,
            )
        )
    return _without_echoes(found)


@dataclass(frozen=True)
class _Change:
    """Words of a draft (a range) that became others (a range) of the corrected text."""

    i1: int
    i2: int
    j1: int
    j2: int
    whole_sentence: bool = False


def _changes(draft: _Words, corrected: _Words, spoken: Language) -> Iterator[_Change]:
    """What differs, each stretch with enough beside it to be a wording of its own."""
    edits = _edits(draft.lower, corrected.lower)
    merged: list[tuple[int, int, int, int]] = []
    for i1, i2, j1, j2 in edits:
        if merged and _joins(draft, merged[-1][1], i1, spoken):
            i1, j1 = merged[-1][0], merged[-1][2]
            merged.pop()
        merged.append((i1, i2, j1, j2))
    for i1, i2, j1, j2 in merged:
        yield from _with_neighbours(draft, corrected, i1, i2, j1, j2, spoken)
    if len(draft.sentences) == len(corrected.sentences):
        for (i1, i2), (j1, j2) in zip(draft.sentences, corrected.sentences, strict=True):
            alike = Indel.normalized_similarity(draft.lower[i1:i2], corrected.lower[j1:j2])
            if 3 <= i2 - i1 <= _MOST_IN_SENTENCE and alike < _REWRITTEN:
                yield _Change(i1, i2, j1, j2, whole_sentence=True)


def _edits(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Where two texts differ, as ranges of words.

    Longest stretches first gives the edits a person would name; a text that repeats itself without end is aligned in
    the way that stays quick.
    """
    often = Counter(after)
    if sum(often[word] for word in before) <= _MOST_MEETINGS:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        return [op[1:] for op in matcher.get_opcodes() if op[0] != "equal"]
    edits: list[tuple[int, int, int, int]] = []
    for op in Indel.opcodes(before, after):
        if op.tag == "equal":
            continue
        i1, i2, j1, j2 = op.src_start, op.src_end, op.dest_start, op.dest_end
        if edits and (edits[-1][1], edits[-1][3]) == (i1, j1):
            i1, _, j1, _ = edits.pop()
        edits.append((i1, i2, j1, j2))
    return edits


def _joins(draft: _Words, start: int, end: int, spoken: Language) -> bool:
    """Whether what two changes leave between them is too little to divide them."""
    if end - start != 1:
        return False
    return not spoken.spaced or _small(draft.lower[start], spoken)


def _small(word: str, spoken: Language) -> bool:
    """Whether a word is an article, a preposition or the like."""
    return spoken.spaced and (word in spoken.common or len(word) < 3)


def _with_neighbours(
    draft: _Words, corrected: _Words, i1: int, i2: int, j1: int, j2: int, spoken: Language
) -> Iterator[_Change]:
    """A change as it is; where it says nothing by itself (an inserted word, a preposition), with a word beside it."""
    sentence = sentence_of(draft, i1)
    longest = _MOST_WORDS if spoken.spaced else _MOST_CHARACTERS
    if i2 - i1 > longest or j2 - j1 > 2 * longest:
        return
    if i2 > i1 and j2 > j1 and any(_content(word, spoken) for word in draft.lower[i1:i2]):
        yield _Change(i1, i2, j1, j2)
        if i2 - i1 > 1 and j2 - j1 > 1 and _small(draft.lower[i1], spoken) and _small(corrected.lower[j1], spoken):
            yield _Change(i1 + 1, i2, j1 + 1, j2)  # an article that only went along
        return
    left = i1 > sentence[0] and j1 > 0
    right = i2 < sentence[1] and j2 < len(corrected.lower)
    if i1 == i2:
        if left and right:
            yield _Change(i1 - 1, i2 + 1, j1 - 1, j2 + 1)
        return
    if left:
        yield _Change(i1 - 1, i2, j1 - 1, j2)
    if right:
        yield _Change(i1, i2 + 1, j1, j2 + 1)


def sentence_of(words: _Words, at: int) -> tuple[int, int]:
    """The sentence that holds a word, as a range of words."""
    return next((span for span in words.sentences if span[0] <= at < span[1]), (0, len(words.keys)))


def _teaches(change: _Change, draft: _Words, corrected: _Words, spoken: Language, names: frozenset[str]) -> bool:
    bad, good = draft.keys[change.i1 : change.i2], corrected.keys[change.j1 : change.j2]
    if not bad or not good or bad == good:
        return False
    if any(word[0].isdigit() for word in (*bad, *good)):
        return False
    if not change.whole_sentence and sentence_of(draft, change.i1)[1] < change.i2:
        return False  # reaches into the next sentence
    sides = (draft.lower[change.i1 : change.i2], corrected.lower[change.j1 : change.j2])
    if not all(any(_content(word, spoken) for word in side) for side in sides):
        return False
    if not change.whole_sentence and _DIVIDES.search(draft.text[slice(*draft.span(change.i1, change.i2))]):
        return False
    for words, start, end in ((draft, change.i1, change.i2), (corrected, change.j1, change.j2)):
        for at in range(start, end):
            shown = words.text[slice(*words.spans[at])]
            acronym = len(shown) > 1 and shown.isupper()
            if words.lower[at] in names and shown[0].isupper() and not acronym and not change.whole_sentence:
                return False
    return not _same_but_for_spelling(*sides, spoken)


def _same_but_for_spelling(bad: Sequence[str], good: Sequence[str], spoken: Language) -> bool:
    if _letters("".join(bad)) == _letters("".join(good)):
        return True
    if not spoken.spaced:
        return False
    ours = [word for word in bad if word not in spoken.common]
    theirs = [word for word in good if word not in spoken.common]
    return (
        len(ours) == len(theirs)
        and all(
            one == other or OSA.normalized_similarity(_letters(one), _letters(other)) >= _SPELLING
            for one, other in zip(ours, theirs, strict=True)
        )
        and _letters("".join(ours)) != _letters("".join(theirs))
    )


def _letters(text: str) -> str:
    """Letters alone, without accents and case."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if char.isalnum())


def _content(word: str, spoken: Language) -> bool:
    """Whether a word says something by itself."""
    if not spoken.spaced:
        return word[0].isalpha()
    return len(word) > 2 and word not in spoken.common and not word[0].isdigit()


def _gather(groups: dict[_Key, _Group], change: _Change, draft: _Words, corrected: _Words, number: int) -> None:
    key, good = tuple(draft.keys[change.i1 : change.i2]), tuple(corrected.keys[change.j1 : change.j2])
    group = groups.setdefault(key, _Group())
    group.whole_sentence = group.whole_sentence and (change.i1, change.i2) in draft.sentences
    drafts = group.drafts.setdefault(good, {})
    if number in drafts:
        return
    drafts[number] = Seen(
        number=number,
        draft_span=draft.span(change.i1, change.i2),
        corrected_span=corrected.span(change.j1, change.j2),
    )
    shown, instead = draft.shown(change.i1, change.i2), corrected.shown(change.j1, change.j2)
    if draft.begins[change.i1] and not group.whole_sentence:
        shown = shown[:1].lower() + shown[1:]
    if corrected.begins[change.j1] and not group.whole_sentence:
        instead = instead[:1].lower() + instead[1:]
    group.bad[shown] += 1
    group.good.setdefault(good, Counter())[instead] += 1


def _without_echoes(found: list[Replacement]) -> list[Replacement]:
    """Of wordings that stand in the same places, the one seen most often, and of those the shortest."""
    kept: list[Replacement] = []
    for one in sorted(found, key=lambda r: (-len(r.seen), len(r.bad))):
        if not any(all(_touches(place, other.seen) for place in one.seen) for other in kept):
            kept.append(one)
    return kept


def _touches(place: Seen, others: Iterable[Seen]) -> bool:
    return any(
        place.number == other.number
        and place.draft_span[0] < other.draft_span[1]
        and other.draft_span[0] < place.draft_span[1]
        for other in others
    )


def _words(text: str, spoken: Language) -> _Words:
    own = own_words(text).replace("’", "'")
    pattern = tokenizer(spoken) if spoken.spaced else _CHARACTERS
    spans = [match.span() for match in pattern.finditer(own) if match.group()[0].isalnum()]
    lower = [own[start:end].lower() for start, end in spans]
    keys = [spoken.forms(word)[0] if spoken.spaced else word for word in lower]
    places = sentences(own, spoken)
    ranges: list[tuple[int, int]] = []
    begins = [False] * len(spans)
    last: tuple[int, int] | None = None
    for at, (start, _) in enumerate(spans):
        here = sentence_at(places, start)
        if here != last:
            ranges.append((at, at + 1))
            begins[at] = True
            last = here
        else:
            ranges[-1] = (ranges[-1][0], at + 1)
    return _Words(text, spans, lower, keys, begins, ranges)


def _names(texts: Iterable[_Words]) -> frozenset[str]:
    """Words that are written with a capital inside sentences and seldom without."""
    upper, lower = Counter[str](), Counter[str]()
    for words in texts:
        for at, (start, _) in enumerate(words.spans):
            if words.text[start].isupper() and not words.begins[at]:
                upper[words.lower[at]] += 1
            elif words.text[start].islower():
                lower[words.lower[at]] += 1
    return frozenset(word for word in upper if upper[word] >= 2 * lower[word])
