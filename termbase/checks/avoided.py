"""Terms to avoid that stand in a draft: the part that literal, jargon, phrase and outdated terms share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from termbase.languages import language
from termbase.matching import Glossary, Occurrence, own_words, sentences
from termbase.matching.glossary import approved_terms, fitted
from termbase.matching.pattern import captured
from termbase.matching.prose import sentence_at
from termbase.model import Draft, Position, Reason, When

_TRIM = " \t\r\n.,;:!?¡¿…。，、；：！？~～\"'“”「」"
_HELP = re.compile(
    r"anything else|other questions|help you|assist you|还有什么|其他(?:问题|需要)|需要帮助|帮(?:到|助)您|随时(?:联系|与我们联系)|他に|ほかに|ご不明|お気軽|"
    r"더 (?:도와|필요)|다른 (?:문의|궁금)|궁금하신|algo más|ayudarle|otra (?:consulta|pregunta)|mais alguma|algo mais|ajudar|autre (?:question|chose)|vous aider|"
    r"noch etwas|weitere(?:n)? fragen|behilflich|weiterhelfen|ещ[её] (?:вопрос|чем)|помочь|обращайтесь|"
    r"อะไรเพิ่มเติม|ให้ช่วย|ต้องการสอบถาม|สอบถามเพิ่มเติม|ช่วยเหลือ|hỗ trợ thêm|cần giúp|thêm gì",
    re.IGNORECASE,
)
_BEFORE = 80
"""Characters before a place that are read to see how a replacement must fit."""
_ARTICLE = re.compile(r"\b(a|an)\s+$", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"(?!eu|uni|use|usu|one\b|once)[aeiou]|hour|honest|heir", re.IGNORECASE)


@lru_cache(maxsize=4)
def concepts_in_source(draft: Draft, glossary: Glossary) -> Mapping[int, Occurrence]:
    """Concepts the source names with an approved term, by identity, with the first place of each."""
    if draft.source is None or not draft.source_lang:
        return {}
    found: dict[int, Occurrence] = {}
    for occurrence in glossary.find(draft.source, draft.source_lang, contained=True):
        # jargon names its concept as well as any term: it is only not to be said to a customer
        if not occurrence.term.avoided or occurrence.term.reason is Reason.JARGON:
            found.setdefault(id(occurrence.concept), occurrence)
    return found


@lru_cache(maxsize=4)  # the checks of a draft ask one after the other
def terms_in(draft: Draft, glossary: Glossary) -> tuple[Occurrence, ...]:
    """The terms that count in a draft: of its product, subject and audience, in their position, with their source.

    The longest match is chosen among these only, so a rule that does not apply here silences nothing.
    """
    text = own_words(draft.text, draft.format)
    sources = concepts_in_source(draft, glossary)

    def counts(occurrence: Occurrence) -> bool:
        concept, term = occurrence.concept, occurrence.term
        if draft.product and concept.product and concept.product != draft.product:
            return False
        if draft.audience and concept.audience and concept.audience != draft.audience:
            return False
        if term.when is When.WITH_SOURCE and term.avoided and id(concept) not in sources:
            return False
        return term.position is Position.ANYWHERE or in_position(occurrence, text, draft.lang)

    return tuple(glossary.find(text, draft.lang, keep=counts))


def in_position(occurrence: Occurrence, text: str, tag: str) -> bool:
    """Whether an occurrence stands where its term counts."""
    position = occurrence.term.position
    if position is Position.WHOLE_REPLY:
        return text.strip(_TRIM) == text[occurrence.start : occurrence.end].strip(_TRIM)
    spans = sentences(text, language(tag))
    start, end = sentence_at(spans, occurrence.start)
    if position is Position.SENTENCE_START:
        return not text[start : occurrence.start].strip(_TRIM)
    if position is Position.CLOSING:
        return bool(spans) and (start, end) == spans[-1] and not _HELP.search(text[: occurrence.start])
    return True


def avoided(draft: Draft, glossary: Glossary, *reasons: Reason | None) -> Iterator[Occurrence]:
    """Occurrences of terms to avoid for one of these reasons; None stands for a bare deprecated status."""
    for occurrence in terms_in(draft, glossary):
        if occurrence.term.avoided and occurrence.term.reason in reasons:
            yield occurrence


def cures(occurrence: Occurrence, draft: Draft) -> tuple[int, int, tuple[str, ...]]:
    """Which part of the draft to replace, and what to write instead, best first.

    Usually that is the occurrence; an article before it (a → an, la → le) or a Korean particle after it (는 → 은) that has to
    change belongs to it, as a Russian predicate does (закрыт → закрыта).
    """
    term = occurrence.term
    texts = [captured(text, occurrence.captures) for text in term.replacements]
    if not texts:
        texts = [t.text for t in approved_terms(occurrence.concept, draft.lang) if t.text != term.text]
    texts = refitted(texts, occurrence.text, term.pattern or term.text, draft, occurrence.start)
    texts = [_continuing(text, occurrence, draft) for text in dict.fromkeys(texts) if text]
    start, end = occurrence.start, occurrence.end
    after = draft.text[end : end + _BEFORE]
    joined = [language(draft.lang).join(text, after) for text in texts]
    length = max((taken for _, taken in joined), default=0)
    if any(joint != text + after[:taken] for text, (joint, taken) in zip(texts, joined, strict=True)):
        end += length
        texts = list(dict.fromkeys(joint + after[taken:length] for joint, taken in joined))
    start, texts = led(texts, occurrence.text, draft, start)
    article = _ARTICLE.search(draft.text, max(0, start - 6), start) if draft.lang.startswith("en") else None
    if article and texts and not re.match(r"(an?|the|your|our|my|some)\b", texts[0], re.IGNORECASE):
        right = [("an " if _VOWEL_SOUND.match(text) else "a ") + _lower_start(text, occurrence.text) for text in texts]
        if not right[0].lower().startswith(article.group(1).lower() + " "):
            return article.start(), end, tuple(_like(text, article.group(1)) for text in right)
    elif article and texts and re.match(r"(an?|the|your|our|my|some)\b", texts[0], re.IGNORECASE):
        return article.start(), end, tuple(_like(text, article.group(1)) for text in texts)
    return (
        start,
        end,
        tuple(fitted(text, draft.text[start:end], begins=_begins(draft.text, start)) for text in texts),
    )


def refitted(texts: list[str], found: str, rule: str, draft: Draft, start: int) -> list[str]:
    """Replacements in the form of the words found at `start`; `rule` is empty for a term that the draft does not say."""
    before = draft.text[max(0, start - _BEFORE) : start]
    fitting = [language(draft.lang).refit(text, found, rule, before) for text in texts]
    # a form that is the very words found ("selling price" for "sell price") would mend nothing
    return [text if new.lower() == found.lower() else new for text, new in zip(texts, fitting, strict=True)]


def led(texts: list[str], found: str, draft: Draft, start: int) -> tuple[int, list[str]]:
    """Where the words begin that replacements of those found at `start` replace with them, and the replacements so far."""
    before = draft.text[max(0, start - _BEFORE) : start]
    leads = [language(draft.lang).lead(text, found, before) for text in texts]
    length = max((taken for _, taken in leads), default=0)
    return start - length, [before[len(before) - length : len(before) - taken] + text for text, taken in leads]


def _begins(text: str, start: int) -> bool:
    """Whether a place is the beginning of a sentence."""
    before = text[max(0, start - 8) : start].rstrip(" \t\"“'‘(（¿¡")
    return not before or before[-1] in ".!?…。！？\n:："


def _lower_start(text: str, replaced: str) -> str:
    return text if replaced[:1].islower() else fitted(text, replaced, begins=False)


def _like(text: str, article: str) -> str:
    return text[:1].upper() + text[1:] if article[:1].isupper() else text


def _continuing(text: str, occurrence: Occurrence, draft: Draft) -> str:
    """A replacement without the last words that stand behind the place already ("thermal gap" before "gap pad")."""
    following = draft.text[occurrence.end : occurrence.end + 60].lower()
    after = following.lstrip()
    if len(after) == len(following):
        return text
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        tail = " ".join(words[-count:]).lower()
        if after.startswith(tail) and not after[len(tail) : len(tail) + 1].isalnum():
            return " ".join(words[:-count])
    return text
