"""Which words of a draft no other word of its source accounts for: the last way to tell where a term should stand.

What is known of the rest of the source explains words of the draft: what the base calls its terms, and what our tables
render its parts as. Of the stretches that stay unexplained the one is taken that lies where the term lies in the source
and is about as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from termbase.languages import Language, language, primary, serves
from termbase.literals.glosses import parts, table
from termbase.matching import Glossary, Occurrence, sentences
from termbase.matching.folding import fold
from termbase.matching.prose import sentence_at
from termbase.matching.quantities import quantities
from termbase.matching.wording import related, says
from termbase.matching.words import tokenizer

Span = tuple[int, int]
_LEAST, _AHEAD = 0.55, 0.05
"""What a stretch must score, of about 1.5, and by how much it must be better than the next."""
_ORDER = {"ja": 0.2, "ko": 0.2}
"""What it counts to lie where the term lies in the source, for languages that put the verb last; elsewhere 0.5."""
_TOO_LONG = 8
"""Characters by which a stretch may be longer than twice the term, and still be told from the rest of its sentence."""
_LONGEST_PART = 6
"""Characters of the longest part looked up in a source without blanks."""
_SMALL = {
    "zh": "的了在请您你我们把和可以于到将已是会让与及或从由向为被就也都还再如需若能要有后前中里上下时",
    "ja": "のをにはがでともへやからまでよりですますしてたいるれさせおご",
    "th": "",
}
"""Characters of function words, which end a stretch, by language without blanks."""
_KOREAN_PARTICLES = (
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "에",
    "에서",
    "으로",
    "로",
    "도",
    "와",
    "과",
    "의",
    "부터",
    "까지",
)
_KOREAN_VERBS = ("다", "요", "까", "죠", "서", "며", "고", "해", "면", "수", "실", "할")
_THAI_SMALL = re.compile(
    r"ค่ะ|ครับ|คะ(?![฀-๿])|นะ(?![฀-๿])|กรุณา|คุณ|ลูกค้า|ของ(?=ท่าน|คุณ|ลูกค้า)|ที่|และ|หรือ|ได้|จะ|ให้|กับ|ใน|จาก|เป็น|แล้ว|ถึง|ไว้|เมื่อ|ภายใน|ค่า|ทาง(?=เรา|ร้าน)|เรา|ร้าน|โปรด|สามารถ|มี|ไม่"
)


def left_over(
    text: str, tag: str, source: str, named: Occurrence, source_tag: str, terms: Sequence[str], glossary: Glossary
) -> Span:
    """The stretch of `text` that most probably stands for the term `named` in `source`; (0, 0) when none is ahead."""
    target = language(tag)
    theirs, ours = sentences(source, language(source_tag)), sentences(text, target)
    if len(theirs) == len(ours) > 1:
        number = theirs.index(sentence_at(theirs, named.start))
        first, last = ours[number]
        inside = replace(named, start=named.start - theirs[number][0], end=named.end - theirs[number][0])
        source = source[slice(*theirs[number])]
        start, end = left_over(text[first:last], tag, source, inside, source_tag, terms, glossary)
        return (first + start, first + end) if end else (0, 0)
    known = [*_called(source, named, source_tag, tag, glossary), *_rendered(source, named, source_tag, tag)]
    found = (_word_runs if target.spaced else _character_runs)(text, target, known)
    place = (named.start + named.end) / 2 / max(1, len(source))
    order = min(_ORDER.get(primary(code), 0.5) for code in (tag, source_tag))
    size = max(map(len, terms))
    fitting = [(run, explained) for run, explained in found if run[1] - run[0] <= 2 * size + _TOO_LONG]
    scored = sorted(
        ((_score(run, explained, text, place, order, size), run) for run, explained in fitting), reverse=True
    )
    if not scored or scored[0][0] < _LEAST or (len(scored) > 1 and scored[0][0] - scored[1][0] < _AHEAD):
        return 0, 0
    return scored[0][1]


def _score(run: Span, explained: float, text: str, place: float, order: float, size: int) -> float:
    """How well a stretch fits: what is unexplained of it, where it lies, and its length beside the approved term's."""
    start, end = run
    away = abs((start + end) / 2 / max(1, len(text)) - place)
    length = min(end - start, size) / max(end - start, size)
    return 0.5 - explained + order * max(0.0, 1 - 2 * away) + 0.4 * length


def _called(source: str, named: Occurrence, source_tag: str, tag: str, glossary: Glossary) -> Iterator[str]:
    """What the base calls the other terms of the source, rightly or not."""
    for other in glossary.find(source, source_tag, contained=True):
        if other.end <= named.start or named.end <= other.start:
            yield from (t.text for t in other.concept.terms if t.live and not t.pattern and serves(t.lang, tag))


def _rendered(source: str, named: Occurrence, source_tag: str, tag: str) -> Iterator[str]:
    """What our tables render the parts of the source as, outside the term."""
    for rest in (source[: named.start], source[named.end :]):
        yield from _all_renderings(rest, primary(source_tag), primary(tag))


@lru_cache(maxsize=64)
def _all_renderings(text: str, source: str, lang: str) -> tuple[str, ...]:
    spoken = language(source)
    folded = fold(text, spoken).text
    found: list[str] = []
    if spoken.spaced:
        for word in tokenizer(spoken).findall(folded):
            known = parts(word, source, lang) or parts(spoken.forms(word)[0], source, lang)
            found.extend(gloss.text for one in known for gloss in one.glosses)
    elif table(source, lang):
        at = 0
        while at < len(folded):
            for length in range(min(_LONGEST_PART, len(folded) - at), 0, -1):
                known = parts(folded[at : at + length], source, lang)
                if known:
                    found.extend(gloss.text for one in known for gloss in one.glosses)
                    break
            at += length
    return tuple(dict.fromkeys(found))


def _word_runs(text: str, target: Language, known: Sequence[str]) -> Iterator[tuple[Span, float]]:
    """Content words in a row, with the share of them that something else explains."""
    folded = fold(text, target)
    wanted = {word for phrase in known for word in tokenizer(target).findall(fold(phrase, target).text)}
    wanted = {word for word in wanted if len(word) > 1 and word not in target.common}
    figures = [(q.start, q.end) for q in quantities(text, target)]
    run: list[tuple[int, int, bool]] = []
    for match in tokenizer(target).finditer(folded.text):
        start, end = folded.back(*match.span())
        word = match.group()
        if run and text[run[-1][1] : start].strip(" -"):
            yield from _run(run)
            run = []
        unit = text[max(0, start - 2) : start].strip()[-1:].isdigit()
        if (
            word in target.common
            or unit
            or any(char.isdigit() for char in word)
            or any(s < end and start < e for s, e in figures)
        ):
            yield from _run(run)
            run = []
        else:
            run.append((start, end, any(related(word, other, target) for other in wanted)))
            if target.code == "ko" and text[start:end].endswith(_KOREAN_VERBS):
                run = []
            elif target.code == "ko" and text[start:end].endswith(_KOREAN_PARTICLES):
                yield from _run(run)
                run = []
    yield from _run(run)


def _run(run: list[tuple[int, int, bool]]) -> Iterator[tuple[Span, float]]:
    while run and run[0][2]:
        run = run[1:]
    while run and run[-1][2]:
        run = run[:-1]
    if run:
        yield (run[0][0], run[-1][1]), sum(explained for _, _, explained in run) / len(run)


def _character_runs(text: str, target: Language, known: Sequence[str]) -> Iterator[tuple[Span, float]]:
    """Characters in a row that nothing explains, without function words and punctuation."""
    taken = [False] * len(text)
    for phrase in known:
        if len(phrase) > 1 and (span := says(text, phrase, target.code)) and span[1] - span[0] <= len(phrase) + 2:
            taken[span[0] : span[1]] = [True] * (span[1] - span[0])
    for match in _THAI_SMALL.finditer(text) if target.code == "th" else ():
        taken[match.start() : match.end()] = [True] * len(match.group())
    small = _SMALL.get(target.code, "")
    start = None
    for number, char in enumerate([*text, " "]):
        inside = number < len(text) and not taken[number] and char not in small and (char.isalpha() or char in "ั้่็์ิีึืุูๅ")
        if inside and start is None:
            start = number
        elif not inside and start is not None:
            if number - start > 1:
                yield (start, number), 0.0
            start = None
