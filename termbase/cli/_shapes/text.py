"""Text for people: where, what, what instead and why, then a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from termbase.cli._output import coloured, counted, printable
from termbase.cli._shapes import Checked, Shape
from termbase.cli._shapes._places import Lines
from termbase.model import Severity


def write(checked: Iterable[Checked], stream: TextIO) -> None:
    """Two lines a finding, and how many there are of each severity."""
    totals = dict.fromkeys(Severity, 0)
    for one in checked:
        for line in lines_of(one):
            stream.write(line + "\n")
        for finding in one.findings:
            totals[finding.severity] += 1
    found = [counted(number, severity.value) for severity, number in totals.items() if number]
    stream.write((", ".join(found) if found else coloured("Nothing found.", "good")) + "\n")


def lines_of(checked: Checked) -> Iterator[str]:
    """The findings of a draft as people read them."""
    places = Lines(checked.placed.draft.text)
    for finding in checked.findings:
        place = places.place(finding.start)
        where = _where(checked) or f"{place.line}:{place.column}"
        severity = coloured(finding.severity.value, finding.severity.value)
        cure = " or ".join(f'"{printable(one)}"' for one in finding.replacements[:3])
        marked = f'  "{printable(finding.text)}"' if finding.text else ""
        yield f"{printable(checked.name)}:{where} {severity} {finding.check}{marked}{f' → {cure}' if cure else ''}"
        yield f"    {coloured(printable(finding.message), 'faint')}"


def _where(checked: Checked) -> str:
    """Line, unit, row and column of a draft within its file; empty when it is the whole file."""
    placed = checked.placed
    if not placed.line:
        return ""
    row = [f"row {placed.row}", f"column {placed.column}"] if placed.row else []
    said = ", ".join(filter(None, (*row, placed.unit)))
    return f"{placed.line}: [{printable(said)}]" if said else f"{placed.line}:"


SHAPE = Shape(write=write, streams=True)
