"""Writing tables: the long form with everything of a term, or one column a language when languages are chosen."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from termbase.errors import Unwritable
from termbase.formats.csv_rows import CONCEPT_FIELDS, TERM_FIELDS, UNIT_FIELDS
from termbase.formats.format import MEMORY, Loss, WriteOptions
from termbase.formats.json_values import CONCEPT, TERM, UNIT, VARIANT, encode
from termbase.formats.losses import Losses
from termbase.languages import serves
from termbase.model import Concept, State, Term, Unit, Variant

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BUFFER = 1 << 20
_TERMS = (
    "concept",
    *CONCEPT_FIELDS,
    "use instead concept",
    "concept note",
    "definition",
    "lang",
    "term",
    *TERM_FIELDS,
    "note",
)
_MEMORY = ("unit", "unit context", *UNIT_FIELDS, "note", "lang", "text", "plural", "state", "variant note")
_WIDE_TERMS = ("concept", "subject", "product", "definition", "note")
_WIDE_MEMORY = ("unit", "unit context", "scenario", "stage", "subject", "product", "note")
_NOT_CONCEPT = ("props", "origin", "created_at", "created_by", "changed_at", "changed_by")
_NOT_TERM = ("origin", "external_id", "created_at", "created_by", "changed_at", "changed_by")
_NOT_UNIT = ("previous", "next", "props", "file", "references", "origin", "created_at", "changed_at")
_NOT_VARIANT = ("tags", "props", "created_at", "created_by", "changed_at", "changed_by", "use_count")


def write(
    items: Iterable[Concept | Unit], stream: BinaryIO, options: WriteOptions, *, delimiter: str = ","
) -> tuple[Loss, ...]:
    """Write a table of terms or of a memory; return what it does not hold."""
    losses = Losses()
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    langs = _wide_langs(options)
    headings: tuple[str, ...] = ()
    stream.write(b"\xef\xbb\xbf")
    for item in items:
        if not headings:
            headings = _headings(isinstance(item, Unit), langs)
            rows.writerow(headings)
        if (headings[0] == "unit") != isinstance(item, Unit):
            raise Unwritable("One table holds either terms or a memory; write two files.")
        if isinstance(item, Unit):
            made = _wide_unit(item, langs, losses) if langs else _long_unit(item, losses)
        else:
            made = _wide_concept(item, langs, losses) if langs else _long_concept(item, losses)
        for values in made:
            rows.writerow([_cell(values.get(name), losses) for name in headings])
        if text.tell() > _BUFFER:
            stream.write(text.getvalue().encode())
            text.seek(0)
            text.truncate()
    if not headings:
        rows.writerow(_headings(options.content == MEMORY, langs))
    stream.write(text.getvalue().encode())
    return losses.found()


def _wide_langs(options: WriteOptions) -> tuple[str, ...]:
    if not options.langs:
        return ()
    return tuple(dict.fromkeys(lang for lang in (options.source_lang, *options.langs) if lang))


def _headings(memory: bool, langs: tuple[str, ...]) -> tuple[str, ...]:
    if not langs:
        return _MEMORY if memory else _TERMS
    wide = _WIDE_MEMORY if memory else _WIDE_TERMS
    return (*wide[:-2], *langs, *wide[-2:]) if not memory else (*wide[:-1], *langs, wide[-1])


def _long_concept(concept: Concept, losses: Losses) -> Iterator[Mapping[str, Any]]:
    held = encode(concept, CONCEPT)
    about = {key: held.get(key) for key in CONCEPT_FIELDS}
    about["concept"] = concept.external_id or concept.id
    about["concept note"] = concept.note
    about["use instead concept"] = concept.use_instead
    losses.add_held(concept, _NOT_CONCEPT, "concept")
    defined: set[str] = set()
    for number, term in enumerate(concept.terms):
        losses.add_held(term, _NOT_TERM, "term")
        values = dict(about) if number == 0 else {"concept": about["concept"]}
        values.update(encode(term, TERM))
        values["status"] = term.status.value
        if term.lang not in defined:
            values["definition"] = concept.definitions.get(term.lang)
            defined.add(term.lang)
        values["term"] = term.text
        yield values
    if not concept.terms:
        losses.add("concept", about["concept"], "no terms")
    for lang, text in concept.definitions.items():
        if lang not in defined:
            losses.add("definition", text, "no term in its language")


def _long_unit(unit: Unit, losses: Losses) -> Iterator[Mapping[str, Any]]:
    held = encode(unit, UNIT)
    about = {key: held.get(key) for key in UNIT_FIELDS}
    about |= {"unit": unit.key or unit.id, "unit context": unit.context, "note": unit.note}
    losses.add_held(unit, _NOT_UNIT, "unit")
    for variant in unit.variants:
        losses.add_held(variant, _NOT_VARIANT, "variant")
        values = encode(variant, VARIANT)
        yield {
            **about,
            "lang": variant.lang,
            "text": variant.text,
            "plural": values.get("plural"),
            "state": values.get("state"),
            "variant note": variant.note,
        }


def _wide_concept(concept: Concept, langs: tuple[str, ...], losses: Losses) -> Iterator[Mapping[str, Any]]:
    values: dict[str, Any] = {}
    for lang in langs:
        fitting = [term for term in concept.terms if _best(term) and serves(term.lang, lang)]
        fitting.sort(key=lambda term: (term.lang != lang, term.status))
        fitting.sort(key=lambda term: term.status != "preferred")
        if fitting:
            values[lang] = fitting[0].text
    if not values:
        losses.add("concept", concept.external_id or concept.id, "no approved term in the chosen languages")
        return
    for term in concept.terms:
        if term.text not in values.values():
            losses.add(f"terms ({term.status})", term.text, "the wide form holds one term a language")
        else:
            losses.add_held(term, ("note", "context", "part_of_speech", "gender", "type", "register", "market"), "term")
    losses.add_held(concept, ("audience", "image", "tags", "use_instead", *_NOT_CONCEPT), "concept")
    source = langs[0]
    for lang, text in concept.definitions.items():
        if lang != source:
            losses.add("definition", text, f"only the one in {source} is written")
    yield {
        **values,
        "concept": concept.external_id or concept.id,
        "subject": concept.subject,
        "product": concept.product,
        "definition": concept.definitions.get(source),
        "note": concept.note,
    }


def _wide_unit(unit: Unit, langs: tuple[str, ...], losses: Losses) -> Iterator[Mapping[str, Any]]:
    values: dict[str, Any] = {}
    for lang in langs:
        fitting = [one for one in unit.variants if one.state is State.APPROVED and serves(one.lang, lang)]
        fitting.sort(key=lambda one: one.lang != lang)
        if fitting:
            values[lang] = fitting[0].text
            losses.add_held(fitting[0], _NOT_VARIANT, "variant")
    left: list[Variant] = [one for one in unit.variants if one.text not in values.values()]
    for one in left:
        losses.add("variants", one.text, "the wide form holds one approved text a language")
    if not values:
        return
    losses.add_held(unit, ("audience", "tags", *_NOT_UNIT), "unit")
    about = {key: getattr(unit, key) for key in ("scenario", "stage", "subject", "product", "note")}
    yield {**about, **values, "unit": unit.key or unit.id, "unit context": unit.context}


def _best(term: Term) -> bool:
    return term.live and not term.avoided


def _cell(value: Any, losses: Losses) -> str:
    """A value as a cell: safe in a spreadsheet, without control characters, lists a line each."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        if any("\n" in str(one) for one in value):
            losses.add("line break in a list", value, "written as a blank")
        value = "\n".join(str(one).replace("\n", " ") for one in value)
    text = str(value)
    if _CONTROL.search(text):
        losses.add("control characters", _CONTROL.sub("", text), "left out")
        text = _CONTROL.sub("", text)
    return f"'{text}" if _FORMULA.match(text) else text
