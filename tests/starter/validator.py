"""What may be wrong with a starter pack, found without a store: one sentence a fault.

`faults` looks at each row by itself and at all of them together; `noise` runs every rule over every text that the packs
themselves call right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from termbase.checks import run
from termbase.errors import Invalid
from termbase.formats import by_name
from termbase.formats.format import ReadOptions
from termbase.languages import closeness, language, primary, serves
from termbase.languages.zh import LANGUAGE as CHINESE
from termbase.matching import Glossary, check_pattern
from termbase.model import Concept, Draft, Finding, Position, Reason, Severity, Term, Unit, When
from termbase.model_rules import validate_concept

KINDS = {
    Reason.LITERAL: "literal",
    Reason.JARGON: "jargon",
    Reason.PHRASE: "forbidden_phrase",
    Reason.OUTDATED: "outdated_term",
}
RULE_CHECKS = ("literal-translation", "jargon", "forbidden-phrase", "outdated-term")
VARIABLE = re.compile(r"\{[a-z_0-9]+\}")
LONGEST = 200
_TRADITIONAL_ALONE = frozenset(CHINESE.alike()) - frozenset(CHINESE.alike().values())
_SHARED = frozenset("乾徵瞭藉麽後於著裏裡余餘鍾隻係云雲纔曆臺颱檯檳乾昇噁彷髮佔併佈")


def read_packs(folder: Path) -> tuple[list[Concept], list[Unit]]:
    """Every concept and unit of a folder of packs. A row that cannot be read raises ValueError with its place."""
    concepts: list[Concept] = []
    units: list[Unit] = []
    reader = by_name("json").read
    assert reader is not None
    for path in sorted(folder.glob("*.json")):
        with path.open("rb") as stream:
            for row in reader(stream, ReadOptions(origin=path.stem)):
                if row.invalid:
                    raise ValueError(f"{path.name}:{row.line}: {row.invalid}")
                if isinstance(row.item, Concept):
                    concepts.append(row.item)
                elif isinstance(row.item, Unit):
                    units.append(row.item)
    return concepts, units


def with_ids(concepts: Sequence[Concept]) -> list[Concept]:
    """The concepts with ids of their own, so that a finding names the rule that made it."""
    return [
        replace(
            concept,
            id=concept.external_id,
            terms=tuple(replace(term, id=f"{concept.external_id}#{n}") for n, term in enumerate(concept.terms)),
        )
        for concept in concepts
    ]


def faults(concepts: Sequence[Concept], units: Sequence[Unit]) -> Iterator[str]:
    """Everything wrong with the rows themselves."""
    concepts = with_ids(concepts)
    yield from _duplicates(concepts, units)
    yield from _contradictions(concepts)
    for concept in concepts:
        try:
            validate_concept(concept)
        except Invalid as error:
            yield f"{concept.external_id}: {error}"
        for term in concept.terms:
            for sentence in _wrong_with(term):
                yield f"{concept.external_id}: {term.lang} “{term.text}”: {sentence}"
    glossary = Glossary(concepts)
    for concept in concepts:
        for term in concept.terms:
            if term.reason is not None:
                yield from _examples(concept, term, glossary)
    for unit in units:
        yield from _wrong_with_unit(unit)


def _duplicates(concepts: Sequence[Concept], units: Sequence[Unit]) -> Iterator[str]:
    seen: set[str] = set()
    for concept in concepts:
        if concept.external_id in seen:
            yield f"{concept.external_id}: two concepts have this id"
        seen.add(concept.external_id)
    rules: dict[tuple[str, str], str] = {}
    for concept in concepts:
        for term in concept.terms:
            if term.reason is not None:
                key = (primary(term.lang), (term.pattern or term.text).casefold())
                if key in rules:
                    yield f"{concept.external_id}: {term.lang} “{term.text}” is a rule of {rules[key]} already"
                rules.setdefault(key, concept.external_id)
    keys: set[str] = set()
    for unit in units:
        if unit.key in keys:
            yield f"{unit.key}: two units have this key"
        keys.add(unit.key)


def _contradictions(concepts: Sequence[Concept]) -> Iterator[str]:
    """A rule that always counts may not forbid what some concept approves."""
    approved: dict[tuple[str, str], str] = {}
    for concept in concepts:
        for term in concept.terms:
            if not term.avoided:
                approved.setdefault((primary(term.lang), term.text.casefold()), concept.external_id)
    for concept in concepts:
        for term in concept.terms:
            always = term.avoided and term.when is When.ALWAYS and not term.pattern
            other = approved.get((primary(term.lang), term.text.casefold()))
            if always and other is not None and term.reason is not Reason.JARGON:
                yield f"{concept.external_id}: {term.lang} “{term.text}” is forbidden here and approved in {other}"


def _wrong_with(term: Term) -> Iterator[str]:
    texts = [term.text, *term.replacements, *term.good]
    for pattern in (term.pattern, *term.unless):
        try:
            if pattern:
                check_pattern(pattern)
        except Invalid as error:
            yield str(error)
    if len(term.text) > LONGEST:
        yield f"the text is {len(term.text)} characters long"
    if term.reason is not None and not (term.bad and term.good):
        yield "a rule needs an example that is flagged and one that passes"
    if term.reason in (Reason.LITERAL, Reason.JARGON, Reason.PHRASE) and not term.replacements:
        yield "a rule needs a replacement"
    for text in term.replacements:
        if "|" in text:
            yield f"the replacement “{text}” holds alternatives; it is written as it stands"
    for text in texts:
        yield from _wrong_characters(text, term.lang)


def _wrong_characters(text: str, lang: str) -> Iterator[str]:
    if text != text.strip() or "  " in text:
        yield f"blanks too many in “{text}”"
    if unicodedata.normalize("NFC", text) != text:
        yield f"“{text}” is not in composed form (NFC)"
    if "\ufffd" in text or re.search(r"[\x00-\x08\x0b-\x1f\u200b\ufeff]", text):
        yield f"“{text}” holds a character that cannot be seen"
    for word in re.findall(r"[^\W\d_]+", text):
        scripts = {_script(char) for char in word} - {""}
        if {"Latin", "Cyrillic"} <= scripts or {"Latin", "Greek"} <= scripts:
            yield f"“{word}” mixes letters that only look alike"
    if lang in ("zh", "zh-Hans", "zh-CN"):
        strange = sorted({c for c in text if c in _TRADITIONAL_ALONE} - _SHARED)
        if strange:
            yield f"“{text}” holds traditional characters: {''.join(strange)}"
    if lang in ("zh", "zh-Hant", "ja") and re.search(r"[\u4e00-\u9fff\u3040-\u30ff][,?!;]", text):
        yield f"“{text}” holds half-width punctuation after a full-width character"


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return next((s for s in ("Latin", "Cyrillic", "Greek") if name.startswith(s.upper())), "")


def _source_of(concept: Concept, term: Term) -> tuple[str | None, str]:
    """A source text that names the concept, as a conditioned rule needs one."""
    for other in concept.terms:
        if not other.avoided and primary(other.lang) == primary(term.from_lang or "en"):
            return other.text, other.lang
    return None, ""


def _examples(concept: Concept, term: Term, glossary: Glossary) -> Iterator[str]:
    source, source_lang = _source_of(concept, term)
    for text in term.bad:
        draft = Draft(text=text, lang=term.lang, source=source, source_lang=source_lang)
        findings = _rule_findings(draft, glossary)
        if not any(f.kind == KINDS.get(term.reason or Reason.OTHER) for f in findings):
            found = [f"{f.term} “{f.text}”" for f in findings]
            yield f"{concept.external_id}: {term.lang} “{term.text}” does not flag its bad example “{text}” ({found})"
    for text in term.good:
        draft = Draft(text=text, lang=term.lang)
        if any(f.term == term.id for f in _rule_findings(draft, glossary)):
            yield f"{concept.external_id}: {term.lang} “{term.text}” flags its good example “{text}”"


def _rule_findings(draft: Draft, glossary: Glossary) -> list[Finding]:
    return run(draft, glossary, only=RULE_CHECKS)


def _wrong_with_unit(unit: Unit) -> Iterator[str]:
    variables = {v.lang: sorted(set(VARIABLE.findall(v.text))) for v in unit.variants}
    if len({tuple(v) for v in variables.values()}) > 1:
        yield f"{unit.key}: the variables differ: {variables}"
    for variant in unit.variants:
        for sentence in _wrong_characters(variant.text, variant.lang):
            yield f"{unit.key}: {sentence}"
        if re.search(r"[{}]", VARIABLE.sub("", variant.text)):
            yield f"{unit.key}: “{variant.text}” holds a brace that is no variable"


def noise(concepts: Sequence[Concept], units: Sequence[Unit]) -> Iterator[str]:
    """Rules that fire on what the packs call right: terms, definitions, cures, good examples, reply phrases."""
    concepts = with_ids(concepts)
    glossary = Glossary(concepts)
    placed = {t.id for concept in concepts for t in concept.terms if t.position is not Position.ANYWHERE}
    for place, lang, text in _right_texts(concepts, units):
        draft = Draft(text=text, lang=lang, template=True)
        for finding in run(
            draft, glossary, only=(*RULE_CHECKS, "vague-promise", "unfilled-placeholder", "personal-data")
        ):
            if finding.severity is Severity.SUGGESTION:
                continue
            if finding.kind in ("jargon", "vague_promise") and place.endswith(("definition", " term")):
                continue  # definitions name what they define, and a term is no promise
            if finding.term in placed and place.endswith(" term"):
                continue  # a term by itself is no reply, and begins no sentence
            rule = finding.term or finding.check
            yield f"{rule} “{finding.text}” fires on {place}: “{text}”"


def _right_texts(concepts: Iterable[Concept], units: Iterable[Unit]) -> Iterator[tuple[str, str, str]]:
    for concept in concepts:
        for lang, text in concept.definitions.items():
            yield f"{concept.external_id} definition", lang, text
        for term in concept.terms:
            if not term.avoided and term.reason is None:
                jargon = any(
                    t.reason is Reason.JARGON and t.lang == term.lang and t.text in term.text for t in concept.terms
                )
                if not jargon:
                    yield f"{concept.external_id} term", term.lang, term.text
            for text in term.good:
                yield f"{concept.external_id} good example", term.lang, text
            for text in term.replacements:
                if not re.search(r"\{\d\}", text):
                    yield f"{concept.external_id} replacement", term.lang, text
    for unit in units:
        for variant in unit.variants:
            yield f"{unit.key}", variant.lang, variant.text


__all__ = ["closeness", "faults", "language", "noise", "read_packs", "serves", "with_ids"]
