"""CSV and TSV: a glossary as a table, one row a term or one column a language; also a memory.

Reading guesses encoding, delimiter and the meaning of columns, in English and Chinese, and says what it guessed.
Survives a round trip in the long form (no target languages chosen): concept id, subject, product, audience,
definitions, notes, tags and every field of a term but its dates, people and origin. With languages chosen there is one
column for each, which holds its preferred term.
Does not: dates, people, origin, props; in the wide form everything but preferred terms, definition and note.

A cell that a spreadsheet would take for a formula gets a leading apostrophe, which reading takes off again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import BinaryIO

from termbase.errors import Unreadable
from termbase.formats.csv_columns import guess_columns, is_field
from termbase.formats.csv_rows import Table, plain
from termbase.formats.csv_writing import write
from termbase.formats.format import MEMORY, TERMS, Format, ReadOptions, Row
from termbase.formats.text import TextSource

__all__ = ["FORMATS", "Sheet", "guess_columns", "open_sheet", "read"]

_SAMPLE = 60
_DELIMITERS = "\t;|,，"


def read(stream: BinaryIO, options: ReadOptions, *, delimiter: str = "") -> Iterator[Row]:
    """Yield a row for each concept or unit, with the line it begins on; the first row says what was guessed."""
    sheet = open_sheet(stream, encoding=options.encoding, delimiter=delimiter)
    cells, delimiter = sheet.rows, sheet.delimiter
    begun = list(islice(cells, _SAMPLE))
    if not begun:
        raise Unreadable("The table is empty.", line=1)
    line, headings = begun[0]
    headings = [plain(heading).strip() for heading in headings]
    columns = _columns(headings, options)
    if not columns and options.source_lang and options.target_lang and len(headings) > 1:
        columns = {0: f"term:{options.source_lang}", 1: f"term:{options.target_lang}", 2: "note"}
        headings = [f"column {number}" for number in range(1, len(headings) + 1)]
        told = "No headings were recognised; read as source, target, note"
    else:
        begun = begun[1:]
        told = "Headings"
    table = Table(columns, headings, options, [cells for _, cells in begun], line)
    shown = ", ".join(f"{headings[n]} = {field}" for n, field in sorted(table.columns.items()) if n < len(headings))
    unused = [name for number, name in enumerate(headings) if name and number not in table.columns]
    yield Row(
        line=line,
        skipped=f"{told}: {shown}." + (f" Not used: {', '.join(unused)}." if unused else "")
        + f" Encoding: {sheet.encoding}; delimiter: {'tab' if delimiter == chr(9) else delimiter}.",
    )  # fmt: skip
    for number, values in chain(begun, cells):
        yield from table.take(number, values)
    yield from table.finish()


@dataclass(frozen=True)
class Sheet:
    """A table of texts: how it is written, and its rows with the line each begins on; blank rows are left out."""

    encoding: str
    delimiter: str
    rows: Iterator[tuple[int, list[str]]]


def open_sheet(stream: BinaryIO, *, encoding: str = "", delimiter: str = "") -> Sheet:
    """A table whose columns mean nothing yet; encoding and delimiter are guessed when they are not said."""
    source = TextSource(stream, encoding=encoding)
    lines = source.lines()
    sample = list(islice(lines, _SAMPLE))
    delimiter = delimiter or _delimiter([text for _, text in sample])
    return Sheet(source.encoding, delimiter, _cells(chain(sample, lines), delimiter))


def _columns(headings: Sequence[str], options: ReadOptions) -> dict[int, str]:
    """Column number → field: what the person said, and guesses for the rest."""
    said: Mapping[str, str] = {name.strip().lower(): field for name, field in options.columns.items()}
    for field in said.values():
        if field and not is_field(field):
            raise Unreadable(f"A column cannot hold '{field}'. Say for example term:en, definition or note.", line=1)
    guessed = guess_columns([name for name in headings if name.lower() not in said])
    columns: dict[int, str] = {}
    for number, name in enumerate(headings):
        field = said.get(name.lower(), guessed.get(name, ""))
        if field and field not in columns.values():
            columns[number] = field
    return columns


def _cells(lines: Iterator[tuple[int, str]], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of cells, each with the line it begins on."""
    begins = 1
    first = list(islice(lines, _SAMPLE))
    ended = (text + "\n" for _, text in chain(first, lines))
    if delimiter == "\t" and _unquoted([text for _, text in first]):
        reader = csv.reader(ended, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(ended, delimiter=delimiter, strict=True)
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield begins, values
            begins = reader.line_num + 1
    except csv.Error as error:
        reason = str(error)
        if "field larger" in reason:
            reason = "a cell is longer than 131,072 characters"
        raise Unreadable(
            f"The quotation marks of this row are broken ({reason}). Close them, or double those inside a cell.",
            line=begins,
        ) from error


def _unquoted(lines: Sequence[str]) -> bool:
    """Whether quotation marks are plain characters here, as they are in many tab-separated glossaries."""
    if not any('"' in line for line in lines):
        return False
    even = len({line.count("\t") for line in lines if line.strip()}) == 1
    try:
        quoted = list(csv.reader([f"{line}\n" for line in lines], delimiter="\t", strict=True))
    except csv.Error:
        return even or len(lines) < _SAMPLE
    return even and len({len(cells) for cells in quoted if cells}) > 1


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter that divides most lines into the same number of cells."""
    best, most = ",", 0.0
    filled = [line for line in lines if line.strip()]
    for delimiter in _DELIMITERS:
        if not filled or delimiter not in filled[0]:
            continue
        counts = [len(next(csv.reader([line], delimiter=delimiter), [])) for line in filled if len(line) < 100_000]
        if not counts:
            continue
        wanted = counts[0]
        score = sum(count == wanted for count in counts) / len(counts) + wanted / 1000
        if score > most:
            best, most = delimiter, score
    return best


def recognize(start: bytes) -> bool:
    """Whether a file starts with a row of headings we know."""
    try:
        lines = start.decode("utf-8-sig", "replace").split("\n")[:5]
        delimiter = _delimiter(lines)
        headings = next(csv.reader([lines[0].strip()], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return False
    return delimiter in lines[0] and len(guess_columns(headings)) > 1


FORMATS = (
    Format(
        name="csv",
        title="CSV table",
        extensions=(".csv",),
        content=(TERMS, MEMORY),
        read=read,
        write=write,
        recognize=recognize,
    ),
    Format(
        name="tsv",
        title="TSV table (tab-separated)",
        extensions=(".tsv", ".tab"),
        content=(TERMS, MEMORY),
        read=partial(read, delimiter="\t"),
        write=partial(write, delimiter="\t"),
    ),
)
