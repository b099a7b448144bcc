"""Learning from corrected drafts: pairs read from files, lessons proposed, and stored for a curator to approve.

    read_corrections   JSONL, CSV or TSV, or two PO, TMX or XLIFF files
    learn              what recurs, with its kind, the reasons for it and its examples
    add_lessons        as proposed terms with examples that test them

Examples are single sentences in which addresses, links, long numbers and what looks like a name are masked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from termbase.errors import Unreadable, UsageError
from termbase.formats import MEMORY, ReadOptions
from termbase.formats.csv_columns import language_of
from termbase.formats.csv_table import open_sheet
from termbase.languages import guess, language, serves
from termbase.literals.learning import Correction, Replacement, recurring
from termbase.matching import Glossary, own_words, sentences
from termbase.matching.prose import sentence_at
from termbase.model import Concept, Reason, Severity, State, Term, Unit, When, implied_status
from termbase.services.drafts import bilingual_format
from termbase.services.files import opened_to_read
from termbase.services.rules import check_concept
from termbase.store import Store

ORIGIN = "learned"
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "draft": ("draft", "original", "raw", "before", "machine", "mt", "原文", "草稿"),
    "corrected": (
        "corrected",
        "correction",
        "fixed",
        "after",
        "final",
        "edited",
        "post-edited",
        "改后",
        "修改",
        "修订",
    ),
    "lang": ("lang", "target_lang", "language", "语言"),
    "source": ("source", "src", "源文"),
    "source_lang": ("source_lang", "source language"),
}
"""Field of a correction → headings that mean it."""
_EXAMPLES = 2
_LONGEST_EXAMPLE = 300
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,5}s?")
_MASKS = (
    (re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"), "name@example.com"),
    (re.compile(r"(?:https?://|www\.)[^\s<>\"'）)】」，。]+", re.IGNORECASE), "https://example.com"),
    (re.compile(r"(?<=\d)\d|\d(?=\d{2})"), "0"),
    (
        re.compile(r"[\u4e00-\u9fff]{1,4}(?=先生|女士|小姐|老师|様|さま|さん)|[가-힣]{2,4}(?=\s?(?:님|씨)(?![가-힣]))"),
        "○○",
    ),
)
"""What may be somebody's, and what stands for it."""
_CALLED = re.compile(
    r"(?<![^\W\d_])((?:(?:mr|mrs|ms|miss|dr|sr|sra|srta|herrn?|frau|monsieur|madame|mme|m|hi|hello|dear|hola|hallo|bonjour|olá|oi|"
    r"здравствуйте|уважаем\w+|chào|anh|chị)\.?,? )+)((?-i:[A-ZÀ-ÞА-Я])[\w'’-]+(?: (?-i:[A-ZÀ-ÞА-Я])[\w'’-]+){0,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """A wording to avoid, as the corrections teach it."""

    lang: str
    bad: str
    replacements: tuple[str, ...]
    reason: Reason
    why: str
    """Why it is taken for that kind; a sentence."""
    drafts: int
    """How many different drafts it was replaced in."""
    left_standing: int
    """How many corrected versions hold it all the same."""
    examples: tuple[tuple[str, str], ...]
    """Sentences before and after, masked."""
    concept: str = ""
    """Id of the concept it renders; empty when none of the base is known to be meant."""
    source_lang: str = ""

    def term(self) -> Term:
        """The rule it makes, for a curator to approve."""
        return Term(
            lang=self.lang,
            text=self.bad,
            reason=self.reason,
            status=implied_status(self.reason),
            from_lang=self.source_lang if self.reason is Reason.LITERAL else "",
            when=When.WITH_SOURCE if self.concept and self.left_standing else When.ALWAYS,
            severity=Severity.WARNING if self.left_standing else None,
            replacements=self.replacements,
            bad=tuple(before for before, _ in self.examples),
            good=tuple(after for _, after in self.examples),
            state=State.PROPOSED,
            origin=ORIGIN,
        )

    def as_json(self) -> dict[str, Any]:
        """The lesson for other programs."""
        return {
            "lang": self.lang,
            "text": self.bad,
            "replacements": list(self.replacements),
            "reason": self.reason.value,
            "why": self.why,
            "drafts": self.drafts,
            "left_standing": self.left_standing,
            "concept": self.concept or None,
            "examples": [{"draft": before, "corrected": after} for before, after in self.examples],
        }


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """What the corrections teach, and what the base knows already."""

    found: tuple[Lesson, ...]
    known: int
    """Wordings that a rule of the base finds already."""
    untested: int
    """Wordings that as a rule would not find their own examples, or would find the corrections."""


def learn(corrections: Sequence[Correction], concepts: Sequence[Concept], *, least: int = 2) -> Lessons:
    """Lessons from corrections, those seen most often first; what `concepts` warn of already is only counted."""
    glossary = Glossary(concepts)
    found, known, untested = [], 0, 0
    for one in recurring(corrections, least=least):
        if _is_known(one, corrections, glossary):
            known += 1
            continue
        lesson = _lesson(one, corrections, glossary)
        if not lesson.examples:
            untested += 1
            continue
        found.append(lesson)
    return Lessons(found=tuple(found), known=known, untested=untested)


def add_lessons(store: Store, lessons: Sequence[Lesson], *, who: str) -> str:
    """Store lessons as proposed terms, in one batch; its id. What stands there already is not added again."""
    with store.batch(who, "learn", f"{len(lessons)} wordings learned from corrections") as batch:
        for lesson in lessons:
            term = lesson.term()
            if lesson.concept:
                concept = batch.concept(lesson.concept)
                if any(one.lang == term.lang and one.text == term.text for one in concept.terms):
                    continue
                changed = replace(concept, terms=(*concept.terms, term))
                check_concept(changed)
                batch.change_concept(changed)
                continue
            named = f"{lesson.lang}:{lesson.bad}"[:200]
            if batch.find_concept(ORIGIN, named) is None:
                concept = Concept(origin=ORIGIN, external_id=named, note=lesson.why, terms=(term,))
                check_concept(concept)
                batch.add_concept(concept)
        return batch.id


def _is_known(one: Replacement, corrections: Sequence[Correction], glossary: Glossary) -> bool:
    """Whether a term to avoid of the base stands where this wording stood."""
    for seen in one.seen[:3]:
        start, end = seen.draft_span
        text = own_words(corrections[seen.number].draft)
        if any(o.term.avoided and o.start < end and start < o.end for o in glossary.find(text, one.lang)):
            return True
    return False


def _lesson(one: Replacement, corrections: Sequence[Correction], glossary: Glossary) -> Lesson:
    reason, why, concept = _kind(one, corrections, glossary)
    source_langs = {corrections[seen.number].source_lang for seen in one.seen}
    lesson = Lesson(
        lang=one.lang,
        bad=one.bad,
        replacements=one.good,
        reason=reason,
        why=why,
        drafts=len(one.seen),
        left_standing=one.left_standing,
        examples=(),
        concept=concept.id if concept else "",
        source_lang=source_langs.pop() if len(source_langs) == 1 else "",
    )
    return replace(lesson, examples=tuple(_examples(lesson, one, corrections)))


def _kind(
    one: Replacement, corrections: Sequence[Correction], glossary: Glossary
) -> tuple[Reason, str, Concept | None]:
    """Which kind of wording it is taken for, why, and the concept it renders."""
    if one.whole_sentence:
        return Reason.PHRASE, "Whole sentences were rewritten.", None
    concept, source = _meant(one, corrections, glossary)
    if concept is not None:
        return Reason.LITERAL, f"The source holds “{source}”, and the corrections say its term.", concept
    if _ACRONYM.fullmatch(one.bad) and len(one.good[0]) > len(one.bad):
        return Reason.JARGON, "An abbreviation that the corrections spell out.", None
    if any(o.term.register == "technicalRegister" or o.term.reason is Reason.JARGON
           for o in glossary.find(one.bad, one.lang)):  # fmt: skip
        return Reason.JARGON, "The base knows it as a technical word.", None
    if all(corrections[seen.number].source for seen in one.seen):
        return Reason.LITERAL, "A rendering of the source; no term of the base is known to be meant.", None
    return Reason.LITERAL, "No source was given; taken for a word-for-word rendering.", None


def _meant(one: Replacement, corrections: Sequence[Correction], glossary: Glossary) -> tuple[Concept | None, str]:
    """The concept that every source names and whose approved term the corrections say in this place."""
    shared: dict[int, tuple[Concept, str]] | None = None
    for seen in one.seen:
        pair = corrections[seen.number]
        if not pair.source or not pair.source_lang:
            return None, ""
        named = {
            id(o.concept): (o.concept, o.text)
            for o in glossary.find(pair.source, pair.source_lang, contained=True)
            if not o.term.avoided
        }
        start, end = seen.corrected_span
        said = {
            id(o.concept)
            for o in glossary.find(pair.corrected, one.lang, contained=True)
            if not o.term.avoided and o.start < end and start < o.end
        }
        here = {key: value for key, value in named.items() if key in said}
        shared = here if shared is None else {key: value for key, value in shared.items() if key in here}
    return max((shared or {}).values(), key=lambda pair: len(pair[1]), default=(None, ""))


def _examples(lesson: Lesson, one: Replacement, corrections: Sequence[Correction]) -> Iterator[tuple[str, str]]:
    """Sentences before and after, masked, that the rule tells apart."""
    rule = replace(lesson.term(), state=State.APPROVED, when=When.ALWAYS, bad=(), good=())
    glossary = Glossary([Concept(terms=(rule,))])
    spoken = language(lesson.lang)
    given = 0
    for seen in one.seen:
        pair = corrections[seen.number]
        before, after = (
            masked(_sentence(text, span, spoken.code), keep=(lesson.bad, *lesson.replacements))
            for text, span in ((pair.draft, seen.draft_span), (pair.corrected, seen.corrected_span))
        )
        if glossary.find(before, lesson.lang) and not glossary.find(after, lesson.lang):
            yield before, after
            given += 1
            if given == _EXAMPLES:
                return


def _sentence(text: str, span: tuple[int, int], code: str) -> str:
    """The sentence a place is in, on one line; the place alone when that is long."""
    start, end = sentence_at(sentences(text, language(code)), span[0])
    if end - start > _LONGEST_EXAMPLE or end < span[1]:
        start, end = span
    return " ".join(text[start:end].split())


def masked(text: str, *, keep: Iterable[str] = ()) -> str:
    """A text without addresses, links, long numbers and what looks like a name; words of `keep` are no names."""
    for pattern, instead in _MASKS:
        text = pattern.sub(instead, text)
    kept = {word.lower() for words in keep for word in words.split()}

    def name(match: re.Match[str]) -> str:
        return match[0] if match[2].split()[0].lower() in kept else f"{match[1]}Anna"

    return _CALLED.sub(name, text)


# reading


def read_corrections(
    paths: Sequence[str], *, lang: str = "", source_lang: str = ""
) -> tuple[list[Correction], list[str]]:
    """Corrections from one file of pairs or from two files of units, and remarks on how they were read."""
    if len(paths) == 2:
        return _from_units(paths[0], paths[1], lang, source_lang)
    if len(paths) != 1:
        raise UsageError(
            "Name one file of pairs (JSONL, CSV, TSV), or two of units (PO, TMX, XLIFF): draft, corrected."
        )
    path = paths[0]
    if bilingual_format(path) is not None:
        raise UsageError(f"{path} holds one version; name the corrected file after it.")
    if Path(path).suffix.lower() in (".csv", ".tsv", ".tab"):
        return _from_table(path, lang, source_lang)
    return _from_lines(path, lang, source_lang), []


def _from_lines(path: str, lang: str, source_lang: str) -> list[Correction]:
    found: list[Correction] = []
    with opened_to_read(Path(path)) as stream:
        for number, raw in enumerate(stream, 1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
                item = json.loads(line) if line else None
            except ValueError as error:
                raise Unreadable(f"This line is not JSON in UTF-8: {error}.", path=path, line=number) from error
            if item is None:
                continue
            if not isinstance(item, dict):
                raise Unreadable('A line is a JSON object with "draft" and "corrected".', path=path, line=number)
            values = {field: item.get(field) for field in _FIELDS} | {
                "lang": item.get("lang") or item.get("target_lang")
            }
            if not isinstance(values["draft"], str) or not isinstance(values["corrected"], str):
                raise Unreadable('"draft" and "corrected" must both be texts.', path=path, line=number)
            if any(value is not None and not isinstance(value, str) for value in values.values()):
                raise Unreadable('"lang", "source" and "source_lang" must be texts.', path=path, line=number)
            found.append(_correction(values, lang, source_lang, path, number))
    return found


def _from_table(path: str, lang: str, source_lang: str) -> tuple[list[Correction], list[str]]:
    delimiter = "\t" if Path(path).suffix.lower() in (".tsv", ".tab") else ""
    found: list[Correction] = []
    with opened_to_read(Path(path)) as stream:
        try:
            rows = open_sheet(stream, delimiter=delimiter).rows
            line, headings = next(rows, (1, []))
            places = _columns(headings)
            told = ", ".join(f"{headings[at].strip()} = {field}" for field, at in places.items())
            if "draft" not in places or "corrected" not in places:
                if len(headings) != 2:
                    raise Unreadable("Call two of the columns 'draft' and 'corrected'.", line=line)
                places, told = {"draft": 0, "corrected": 1}, "first column = draft, second column = corrected"
                found.append(
                    _correction({"draft": headings[0], "corrected": headings[1]}, lang, source_lang, path, line)
                )
            for line, row in rows:
                values = {field: row[at] if at < len(row) else "" for field, at in places.items()}
                found.append(_correction(values, lang, source_lang, path, line))
        except Unreadable as error:
            raise error if error.path else Unreadable(error.reason, path=path, line=error.line) from error
    return found, [f"{path}: {told}."]


def _columns(headings: Sequence[str]) -> dict[str, int]:
    lower = [heading.strip(" \ufeff").lower() for heading in headings]
    found = {}
    for field, words in _FIELDS.items():
        at = next((lower.index(word) for word in words if word in lower), None)
        if at is not None:
            found[field] = at
    return found


def _correction(values: Mapping[str, Any], lang: str, source_lang: str, path: str, line: int) -> Correction:
    draft, corrected = values["draft"], values["corrected"]
    said = values.get("lang") or ""
    named = language_of(said)
    if said and not named:
        raise Unreadable(f"'{said[:40]}' is no language. Write a tag such as en or pt-BR.", path=path, line=line)
    tag = lang or named or guess(corrected) or guess(draft)
    source = values.get("source") or None
    source_tag = source_lang or language_of(values.get("source_lang") or "") or (guess(source) if source else "")
    return Correction(draft=draft, corrected=corrected, lang=tag or "und", source=source, source_lang=source_tag)


def _from_units(before: str, after: str, lang: str, source_lang: str) -> tuple[list[Correction], list[str]]:
    corrected = {key: text for key, _, text in _units(after, lang, source_lang)}
    found, alone = [], 0
    for key, source, text in _units(before, lang, source_lang):
        tag = key[0]
        if key in corrected:
            found.append(
                Correction(draft=text, corrected=corrected[key], lang=tag, source=source[1], source_lang=source[0])
            )
        else:
            alone += 1
    told = f"{len(found)} units stand in both files" + (f", {alone} in {before} alone." if alone else ".")
    return found, [told]


_UnitKey = tuple[str, str, str, str, int | None]


def _units(path: str, lang: str, source_lang: str) -> Iterator[tuple[_UnitKey, tuple[str, str], str]]:
    """Units of a file: what tells them apart, their source, their text."""
    format = bilingual_format(path)
    if format is None or format.read is None:
        raise UsageError(f"{path} is no PO, TMX or XLIFF file; pairs of other texts come as one JSONL or CSV file.")
    options = ReadOptions(origin=Path(path).name, source_lang=source_lang, target_lang=lang, content=MEMORY)
    with opened_to_read(Path(path)) as stream:
        try:
            for row in format.read(stream, options):
                if not isinstance(row.item, Unit) or row.item.props.get("obsolete"):
                    continue
                unit = row.item
                sources = [one for one in unit.variants if one.lang == (source_lang or unit.source_lang)]
                for one in unit.variants:
                    if (
                        sources
                        and one not in sources
                        and (not lang or serves(one.lang, lang) or serves(lang, one.lang))
                    ):
                        key = (one.lang, unit.key, unit.context, sources[0].text, one.plural)
                        yield key, (sources[0].lang, sources[0].text), one.text
        except Unreadable as error:
            raise Unreadable(error.reason, path=path, line=error.line) from error
