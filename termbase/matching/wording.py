"""Whether a text says a term in any form, and where: for trusting a translation, not for accusing it.

The glossary finds terms by their dictionary forms, in order. Whoever used a term may have inflected it in a way no
dictionary tells, written it together with another word (Standardkommentar), apart (fügen Sie … hinzu), in another order
(the password was reset), or as another part of speech. All that counts as saying it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from termbase.languages import Language, language
from termbase.languages.dictionaries import is_word
from termbase.languages.stems import without_accents
from termbase.matching.folding import fold
from termbase.matching.words import tokenizer

_SHORTEST_WORD, _SHORTEST_STEM = 3, 4
"""Letters a stem needs to be a word at all, and to count as a part of a longer word."""
_LONGEST_HEAD = 40
"""Letters of the longest beginning of a compound that is looked into."""
_ROOM = 6
"""Other words that may stand among the words of a term."""
_UNSPACED_ROOM = 6
"""Other characters that may stand among those of a term; a short one has less room."""
_ENDING = 3
"""Letters by which the stem of a word may fall short of the term's: it is another part of speech, and not a part."""
_LIGHT = "的之已了们中被"
"""Characters that bear little of a Chinese term's meaning at its edges."""


def says(text: str, term: str, tag: str) -> tuple[int, int] | None:
    """The narrowest span of `text` that says `term` in any form, in code points; None where nothing does."""
    target = language(tag)
    folded = _folded(text, target)
    wanted = fold(term, target).text
    if not wanted.strip():
        return None
    span = _in_words(folded.text, wanted, target) if target.spaced else _in_characters(folded.text, wanted)
    return None if span is None else folded.back(*span)


def names(found: str, term: str, tag: str) -> bool:
    """Whether words found for a term are its own, not others of one dictionary form: to meet is not to name a meeting.

    A term's word in its dictionary form is named by every form of it; another one neither by a word that begins
    otherwise (goods, better) nor, if it is a noun made of a verb, by the verb.
    """
    if found == term:
        return True
    spoken = language(tag)
    words = [[m.group() for m in tokenizer(spoken).finditer(fold(text, spoken).text)] for text in (found, term)]
    return len(words[0]) != len(words[1]) or all(_own(word, part, spoken) for word, part in zip(*words, strict=True))


def _own(word: str, part: str, spoken: Language) -> bool:
    if word == part or not spoken.spaced or spoken.forms(part)[0] == part:
        return True
    return word[:2] == part[:2] and (not part.endswith(spoken.nouns) or word.endswith(spoken.nouns))


def _in_words(text: str, term: str, target: Language) -> tuple[int, int] | None:
    parts = tuple(dict.fromkeys(_content(term, target)))
    if not parts:
        at = text.find(term)
        return None if at < 0 else (at, at + len(term))
    spoken = _spoken(text, target)
    words = spoken.words
    places: list[list[int]] = []
    for part in parts:
        found = spoken.relatives(part) + _apart(part, words, target)
        if not found:
            return _joined(text, term)
        places.append(found)
    best: tuple[int, int] | None = None
    rarest = min(places, key=len)
    for anchor in rarest:
        chosen = [min(found, key=lambda n: abs(n - anchor)) for found in places]
        first, last = min(chosen), max(chosen)
        if (
            last - first < len(parts) + _ROOM
            and (best is None or last - first < best[1] - best[0])
            and not _scattered(chosen, [word for _, _, word in words], target)
        ):
            best = first, last
    return None if best is None else (words[best[0]][0], words[best[1]][1])


def _scattered(chosen: list[int], words: list[str], target: Language) -> bool:
    """Whether other words of weight part the term's: "member party day" is no member day.

    One may stand among them where the language puts no nouns one before another (номер вашего заказа), or where
    function words or another order show that the sentence took the term apart; any may before a particle that stands
    apart from its verb (turn the router off).
    """
    if len(chosen) > 1 and chosen == sorted(chosen) and words[chosen[-1]] in target.particles_apart:
        chosen = chosen[:-1]
    between = [words[n] for n in range(min(chosen) + 1, max(chosen)) if n not in chosen]
    weighty = sum(target.weighs(word) and len(word) > 2 for word in between)
    return weighty > 1 or (target.stacks and weighty == len(between) > 0 and chosen == sorted(chosen))


def _content(term: str, target: Language) -> Iterator[str]:
    """The words that carry a term's meaning; all of them when none does."""
    words = [m.group() for m in tokenizer(target).finditer(term)]
    content = [word for word in words if target.weighs(word)]
    if len(content) == 1 < len(words) and words[-1] in target.particles_apart and words[-1] != content[0]:
        content.append(words[-1])
    yield from content or words


_folded = lru_cache(maxsize=16)(fold)
"""One draft is asked for many terms."""


class _Spoken:
    """The words of a text, to be asked for the relatives of a word."""

    def __init__(self, text: str, target: Language) -> None:
        self._target = target
        self.words = tuple((m.start(), m.end(), m.group()) for m in tokenizer(target).finditer(text))
        """Start, end, word."""
        self._alike: dict[str, list[int]] = {}
        for n, (_, _, word) in enumerate(self.words):
            for mark in _marks(word, target):
                self._alike.setdefault(mark, []).append(n)

    def relatives(self, part: str) -> list[int]:
        """Places of the words that are related to a word, in order."""
        target = self._target
        if target.compounds:
            return [n for n, (_, _, word) in enumerate(self.words) if related(word, part, target)]
        maybe = {n for mark in _marks(part, target) for n in self._alike.get(mark, ())}
        return [n for n in sorted(maybe) if _akin(self.words[n][2], part, target)]


_spoken = lru_cache(maxsize=32)(_Spoken)


@lru_cache(maxsize=100_000)
def _marks(word: str, target: Language) -> frozenset[str]:
    """What two words must share one of to be related: a form, or the beginning of their stems."""
    return frozenset((word, *target.forms(word), "^" + target.stem(word)[:_SHORTEST_WORD]))


def related(word: str, part: str, target: Language) -> bool:
    """Whether a word of a text says a term's word: a form or a relative of it, or a compound of it; both folded."""
    return _akin(word, part, target) or (target.compounds and _compound(word, part, target))


@lru_cache(maxsize=100_000)
def _akin(word: str, part: str, target: Language) -> bool:
    """Whether a word of a text is a form or a relative of a term's word."""
    if word == part:
        return True
    if word[:1].isdigit() or part[:1].isdigit() or (target.weighs(part) and not target.weighs(word)):
        return False
    mine, wanted = target.stem(word), target.stem(part)
    if mine == wanted or not set(target.forms(word)).isdisjoint(target.forms(part)):
        return True
    short, long = sorted((mine, wanted), key=len)
    if long.startswith(short):
        if long[len(short) :] in target.endings:
            return len(short) >= _SHORTEST_WORD  # pay-ment
        if len(short) < (_SHORTEST_STEM if short == wanted else _SHORTEST_STEM + 1):
            return False
        # огранич-ить, ограничен-ие; but what is written together may end in a word (Datei, Dateiname)
        ending = _ENDING - 1 if target.compounds else _ENDING
        return len(wanted) - len(mine) <= ending and len(long) < 2 * len(short)
    common = _common_prefix(mine, wanted)
    return common > _SHORTEST_STEM + 1 and len(long) - common < _ENDING


@lru_cache(maxsize=100_000)
def _compound(word: str, part: str, target: Language) -> bool:
    """Whether a word is put together of others, one of which is a form of a term's word."""
    plain = without_accents(word)
    for piece in (target.stem(part), without_accents(part)):
        at = plain.find(piece) if len(piece) >= _SHORTEST_STEM else -1
        if at == 0 or (at >= _SHORTEST_WORD and _is_head(word[:at], target)):
            return True
    return False


def _is_head(head: str, target: Language) -> bool:
    """Whether the beginning of a word may be one or two words of their own: known ones, or without a verb's prefix."""
    if head in target.prefixes or len(head) > _LONGEST_HEAD:
        return False  # Auf-lösung is no Lösung
    if len(head) >= _SHORTEST_STEM and not head.startswith((*target.bound, *target.prefixes)):
        return True
    parts = [(head,), *((head[:at], head[at:]) for at in range(_SHORTEST_WORD, len(head) - 2))]
    return any(
        all(is_word(part, target.code) or (part[-1] == "s" and is_word(part[:-1], target.code)) for part in some)
        for some in parts
        if some[-1] not in target.prefixes
    )


def _common_prefix(left: str, right: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _apart(part: str, words: tuple[tuple[int, int, str], ...], target: Language) -> list[int]:
    """Places of a verb whose prefix stands apart from it, or is parted by zu or ge."""
    for prefix in target.prefixes:
        verb = part.removeprefix(prefix)
        if verb == part or len(verb) < 4 or target.forms(verb)[0] != verb:
            continue  # only a verb in its dictionary form is parted, no noun (Einstellungen)
        last = max((n for n, (_, _, word) in enumerate(words) if word == prefix), default=0)
        places = [
            n
            for n, (_, _, word) in enumerate(words)
            if (n < last and _akin(word, verb, target))
            or (word.startswith(prefix + "zu") and _akin(word.removeprefix(prefix + "zu") or word, verb, target))
        ]
        if places:
            return places
    return []


def _joined(text: str, term: str) -> tuple[int, int] | None:
    """The term written with other blanks and hyphens (e-mail, log in)."""
    wanted = "".join(c for c in term if c.isalnum())
    if len(wanted) < _SHORTEST_STEM:
        return None
    kept = [n for n, c in enumerate(text) if c.isalnum()]
    at = "".join(text[n] for n in kept).find(wanted)
    if at < 0 or (kept[at] and text[kept[at] - 1].isalnum()):
        return None
    return kept[at], kept[at + len(wanted) - 1] + 1


def _in_characters(text: str, term: str) -> tuple[int, int] | None:
    """The characters of a term in their order, with a few others among them."""
    wanted = [c for c in term.strip(_LIGHT) or term if not c.isspace()]
    room = min(_UNSPACED_ROOM, 2 * len(wanted) - 2)
    best: tuple[int, int] | None = None
    start = text.find(wanted[0]) if wanted else -1
    while start >= 0:
        at = start
        for char in wanted[1:]:
            at = text.find(char, at + 1, at + 2 + room)
            if at < 0:
                break
        else:
            if at - start < len(wanted) + room and (best is None or at + 1 - start < best[1] - best[0]):
                best = start, at + 1
        start = text.find(wanted[0], start + 1)
    return best
