"""SARIF 2.1.0 for code-scanning services: every check as a rule, every finding as a result, replacements as fixes.

Columns and offsets count UTF-16 code units (`columnKind`). A finding in a file that is one draft has its exact region
and can be fixed by the tool that shows it; one in a unit or a row has the line it begins on, and its key as a logical
location, because how the file writes the text down is the format's own affair.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from textwrap import indent
from typing import Any, TextIO
from urllib.parse import quote

import termbase
from termbase.checks import Check, all_checks
from termbase.cli._shapes import Checked, Shape
from termbase.cli._shapes._places import Lines, within
from termbase.model import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
"""Would be read as a link to somewhere."""


def write(checked: Iterable[Checked], stream: TextIO) -> None:
    """One log of one run."""
    rules = [rule(check) for check in all_checks()]
    numbers = {one["id"]: number for number, one in enumerate(rules)}
    driver = {"name": "termbase", "semanticVersion": termbase.__version__, "rules": rules}
    head = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits"}
    said = indent(json.dumps(head, ensure_ascii=False, indent=1)[1:-2], "  ")
    stream.write(f'{{\n "$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [{{{said},\n   "results": [')
    between = "\n"
    for one in checked:
        places = Lines(one.placed.draft.text)
        for finding in one.findings:
            stream.write(between + json.dumps(result(one, finding, places, numbers), ensure_ascii=False))
            between = ",\n"
    stream.write("]\n }]\n}\n")


def rule(check: Check) -> dict[str, Any]:
    """A check as a rule: its docstring says what it flags, why, and what to write instead."""
    doc = (sys.modules[check.find.__module__].__doc__ or "").strip()
    first, _, rest = doc.partition("\n\n")
    plain = rest.replace("**", "").replace("`", "")
    return {
        "id": check.id,
        "name": "".join(word.capitalize() for word in check.id.split("-")),
        "shortDescription": {"text": _message(" ".join(first.split()))},
        "help": {"text": _message(plain or first), "markdown": rest or first},
        "defaultConfiguration": {"enabled": check.on, "level": _LEVELS[check.severity]},
        "properties": {"kind": check.kind},
    }


def result(checked: Checked, finding: Finding, places: Lines, numbers: dict[str, int]) -> dict[str, Any]:
    """A finding as a result."""
    placed = checked.placed
    where = location(placed.path)
    region = {"startLine": placed.line} if placed.line else _region(finding, places)
    physical: dict[str, Any] = {"artifactLocation": where}
    if region:
        physical["region"] = region
    place: dict[str, Any] = {"physicalLocation": physical}
    if name := ", ".join(
        filter(None, (f"row {placed.row}, column {placed.column}" if placed.row else "", placed.unit))
    ):
        place["logicalLocations"] = [{"name": name, "kind": "resource"}]
    said: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": numbers.get(finding.check, -1),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [place],
        "properties": {"kind": finding.kind, "confidence": finding.confidence, "replacements": finding.replacements},
    }
    if finding.replacements and finding.end and not placed.line:
        said["fixes"] = [_fix(text, where, region) for text in dict.fromkeys(finding.replacements)]
    return said


def _region(finding: Finding, places: Lines) -> dict[str, Any]:
    """The marked part; nothing when a finding is about the whole draft."""
    if not finding.end:
        return {}
    start, end = places.place(finding.start), places.place(finding.end)
    return {
        "startLine": start.line,
        "startColumn": start.units,
        "endLine": end.line,
        "endColumn": end.units,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
        "snippet": {"text": finding.text},
    }


def _fix(text: str, where: dict[str, Any], region: dict[str, Any]) -> dict[str, Any]:
    deleted = {name: value for name, value in region.items() if name != "snippet"}
    replacement = {"deletedRegion": deleted, "insertedContent": {"text": text}}
    return {
        "description": {"text": _message(f"Write “{text}”.")},
        "artifactChanges": [{"artifactLocation": where, "replacements": [replacement]}],
    }


def location(path: str) -> dict[str, Any]:
    """Where a file is: relative to the working directory when it lies in it."""
    if path == "-":
        return {"uri": "stdin", "description": {"text": "Standard input."}}
    name = within(path)
    if os.path.isabs(name):
        return {"uri": Path(name).as_uri()}
    return {"uri": quote(name.encode("utf-8", "surrogateescape"), safe="/")}


def _message(text: str) -> str:
    """Text in which nothing is taken for a link."""
    return _LINK.sub(r"\\[", text)


SHAPE = Shape(write=write)
