"""Drafts that stand in files: a text, the units of a PO, TMX or XLIFF file, the cells of a macro library.

Each comes with its place, so that a finding can be traced to a line, a unit or a row. Files are read as they go by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.checks.unfilled_placeholder import holds_placeholders
from termbase.errors import Unreadable, UsageError
from termbase.languages import guess, serves
from termbase.matching.markup import VARIABLE, pieces
from termbase.model import Draft, Unit, Variant
from termbase.services.files import opened_to_read

if TYPE_CHECKING:
    from termbase.formats import Format

_TEXTS = {
    "": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html",
    ".htm": "html",
}  # fmt: skip
"""Extension → what a file that is one draft is written in."""
_SHEETS = (".xlsx", ".xls", ".ods", ".numbers")
_CLOSED = re.compile(r"</[a-z][a-z0-9]{0,20}>|<[bh]r ?/?>", re.IGNORECASE)
"""A sign that texts are pieces of HTML."""
_SAMPLE = 60
_ENOUGH = 40
"""Characters from which a cell's own language is told; shorter ones are taken to be in that of the column."""
_SHORT = 40


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A draft and where it stands."""

    draft: Draft
    path: str
    line: int = 0
    """Line of the file that the unit or row begins on; 0: the draft is the whole file."""
    unit: str = ""
    """Key of a unit, or what the id column says of a row."""
    row: int = 0
    """Row of a table as people count them, the headings being row 1."""
    column: str = ""
    """Heading of the column."""


def markup_of(path: str) -> str:
    """What a draft in a file of that name is written in: text, html or markdown."""
    return _TEXTS.get(Path(path).suffix.lower(), "text")


def bilingual_format(path: str) -> Format | None:
    """The format of a file that holds translations beside their sources; None when it is one draft."""
    name = Path(path).name.lower()
    if path == "-" or Path(name).suffix in _TEXTS:
        return None
    from termbase import formats  # not for a draft that is a text: it should be checked at once

    found = (one for one in formats.known() if one.bilingual and any(name.endswith(end) for end in one.extensions))
    return next(found, None)


def units_in(path: str, format: Format, wanted: Draft) -> Iterator[Placed]:
    """Each translation of a file as a draft beside its source; `wanted` says what is known of them all.

    A unit is a template, whose variables have to be those of its source, unless only its translation holds any.
    """
    from termbase.formats import MEMORY, ReadOptions

    assert format.read is not None
    options = ReadOptions(
        origin=Path(path).name, source_lang=wanted.source_lang, target_lang=wanted.lang, content=MEMORY
    )
    with opened_to_read(Path(path)) as stream:
        rows = format.read(stream, options)
        while True:
            try:
                row = next(rows, None)
            except Unreadable as error:
                raise Unreadable(error.reason, path=path, line=error.line) from error
            if row is None:
                return
            if row.invalid:
                raise Unreadable(row.invalid, path=path, line=row.line)
            if isinstance(row.item, Unit) and not row.item.props.get("obsolete"):
                for source, target in _pairs(row.item, wanted):
                    draft = _unit_draft(row.item, source, target, wanted)
                    yield Placed(draft=draft, path=path, line=row.line, unit=_key(row.item, source))


def _pairs(unit: Unit, wanted: Draft) -> Iterator[tuple[Variant, Variant]]:
    """Each translation with its source: the plural form of the same index, else the last there is."""
    lang = wanted.source_lang or unit.source_lang or (unit.variants[0].lang if unit.variants else "")
    sources = [one for one in unit.variants if one.lang == lang] or [
        one for one in unit.variants if serves(one.lang, lang)
    ]
    for target in unit.variants:
        if (
            target in sources
            or not target.text.strip()
            or (wanted.lang and not serves(wanted.lang, target.lang) and not serves(target.lang, wanted.lang))
        ):
            continue
        fitting = [one for one in sources if one.plural == target.plural] or sources[-1:]
        if target.plural == 0:  # made from "One file" or from "%d files"
            ours = _variables(target.text)
            fitting = [one for one in (*fitting, *sources) if _variables(one.text) == ours] or fitting
        for source in fitting[:1]:
            yield source, target


def _variables(text: str) -> list[str]:
    return sorted(piece.key for piece in pieces(text) if piece.kind == VARIABLE)


def _unit_draft(unit: Unit, source: Variant, target: Variant, wanted: Draft) -> Draft:
    return replace(
        wanted,
        text=target.text,
        lang=target.lang,
        source=source.text,
        source_lang=source.lang,
        format="html" if wanted.format == "text" and _is_html(source.text, target.text) else wanted.format,
        product=wanted.product or unit.product,
        subject=wanted.subject or unit.subject,
        audience=wanted.audience or unit.audience,
        template=wanted.template or holds_placeholders(source.text) or not holds_placeholders(target.text),
    )


def _is_html(*texts: str) -> bool:
    return all(_CLOSED.search(text) for text in texts)


def _key(unit: Unit, source: Variant) -> str:
    key = unit.key or unit.context or " ".join(source.text.split())
    return key if len(key) <= _SHORT or unit.key else key[: _SHORT - 1] + "…"


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which columns of a macro library hold what."""

    texts: Sequence[str]
    lang: str = ""
    id: str = ""
    source: str = ""


def cells_in(path: str, columns: Columns, wanted: Draft) -> Iterator[Placed]:
    """Each filled cell of the text columns as a draft.

    Its language: what `wanted` says, the language column, a heading that names one ("de", "French"), the text itself.
    """
    from termbase.formats.csv_table import open_sheet

    if Path(path).suffix.lower() in _SHEETS:
        raise Unreadable("This is a spreadsheet. Save the sheet as CSV (UTF-8) and check that.", path=path)
    delimiter = "\t" if Path(path).suffix.lower() in (".tsv", ".tab") else ""
    with opened_to_read(Path(path)) as stream:
        try:
            sheet = open_sheet(stream, delimiter=delimiter)
            yield from _cells(sheet.rows, path, columns, wanted)
        except Unreadable as error:
            raise error if error.path else Unreadable(error.reason, path=path, line=error.line) from error


def _cells(rows: Iterator[tuple[int, list[str]]], path: str, columns: Columns, wanted: Draft) -> Iterator[Placed]:
    from termbase.formats.csv_columns import language_of

    _, headings = next(rows, (1, []))
    places = _find_columns([heading.strip(" \ufeff") for heading in headings], columns, path)
    begun = list(islice(rows, _SAMPLE))
    usual = {
        name: wanted.lang or language_of(name) or guess(" ".join(_cell(row, places[name]) for _, row in begun))
        for name in columns.texts
    }
    for number, (line, row) in enumerate(chain(begun, rows), 2):
        for name in columns.texts:
            text = _cell(row, places[name])
            if not text.strip():
                continue
            said = _cell(row, places.get(columns.lang)).strip()
            lang = wanted.lang or _named(said, path, line) or language_of(name) or _own(text) or usual[name]
            if not lang:
                raise Unreadable("The language of this text cannot be told. Say it with --to or --lang-column.",
                                 path=path, line=line)  # fmt: skip
            source = _cell(row, places.get(columns.source)) or wanted.source
            source_lang = wanted.source_lang or (guess(source) if source else "")
            draft = replace(wanted, text=text, lang=lang, source=source, source_lang=source_lang)
            key = " ".join(_cell(row, places.get(columns.id)).split())
            yield Placed(draft=draft, path=path, line=line, unit=key, row=number, column=headings[places[name]].strip())


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _own(text: str) -> str:
    return guess(text) if len(text) >= _ENOUGH else ""


def _named(said: str, path: str, line: int) -> str:
    """The language a cell names; a cell that says something else is wrong."""
    from termbase.formats.csv_columns import language_of

    lang = language_of(said) if said else ""
    if said and not lang:
        raise Unreadable(f"'{said[:40]}' is no language. Write a tag such as en or pt-BR.", path=path, line=line)
    return lang


def _find_columns(headings: Sequence[str], columns: Columns, path: str) -> Mapping[str, int]:
    """Heading as the person typed it → number of the column; `UsageError` lists the headings there are."""
    lower = [heading.lower() for heading in headings]
    found: dict[str, int] = {}
    for name in filter(None, (*columns.texts, columns.lang, columns.id, columns.source)):
        if name.strip().lower() not in lower:
            close = get_close_matches(name.strip().lower(), lower, n=1)
            hint = f" Did you mean {headings[lower.index(close[0])]}?" if close else ""
            listed = ", ".join(filter(None, headings[:20])) or "none"
            raise UsageError(f"{path} has no column '{name}'. Its columns: {listed}.{hint}")
        found[name] = lower.index(name.strip().lower())
    return found
