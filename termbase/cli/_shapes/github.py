"""Annotations for GitHub Actions: one workflow command a finding, shown beside the line of a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from termbase.cli._output import counted
from termbase.cli._shapes import Checked, Shape
from termbase.cli._shapes._places import Lines, within
from termbase.model import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(checked: Iterable[Checked], stream: TextIO) -> None:
    """A command for each finding, and their number."""
    total = 0
    for one in checked:
        places = Lines(one.placed.draft.text)
        for finding in one.findings:
            total += 1
            stream.write(command(one, finding, places) + "\n")
    stream.write(f"termbase: {counted(total, 'finding')}\n")


def command(checked: Checked, finding: Finding, places: Lines) -> str:
    """`::error file=…,line=…::message` for a finding."""
    placed = checked.placed
    properties: dict[str, object] = {} if placed.path == "-" else {"file": within(placed.path)}
    if placed.line:
        properties["line"] = placed.line
    else:
        start, end = places.place(finding.start), places.place(finding.end)
        properties["line"] = start.line
        if finding.end and start.line == end.line:
            properties |= {"col": start.units, "endColumn": end.units}
        elif finding.end:
            properties["endLine"] = end.line
    properties["title"] = finding.check
    said = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_message(checked, finding).translate(_IN_MESSAGE)}"


def _message(checked: Checked, finding: Finding) -> str:
    placed = checked.placed
    where = ", ".join(filter(None, (f"row {placed.row}, column {placed.column}" if placed.row else "", placed.unit)))
    cure = " or ".join(f"“{one}”" for one in finding.replacements[:3])
    return (f"{where}: " if where else "") + finding.message + (f" Instead: {cure}." if cure else "")


SHAPE = Shape(write=write)
