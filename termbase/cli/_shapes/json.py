"""JSON for other programs: version 1 of the contract, each draft with its findings.

A draft within a file says its `line` too; a unit its key as `unit`; a cell of a table its `row`, its `column` and,
where there is an id column, what that says as `unit`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from textwrap import indent
from typing import Any, TextIO

from termbase.cli._shapes import Checked, Shape


def write(checked: Iterable[Checked], stream: TextIO) -> None:
    """One object that lists the drafts."""
    stream.write('{\n  "version": 1,\n  "drafts": [')
    between = "\n"
    for one in checked:
        said = json.dumps(as_json(one), ensure_ascii=False, indent=2)
        stream.write(between + indent(said, "    "))
        between = ",\n"
    stream.write("]\n}\n" if between == "\n" else "\n  ]\n}\n")


def as_json(checked: Checked) -> dict[str, Any]:
    """A draft with its findings."""
    placed = checked.placed
    said: dict[str, Any] = {"path": placed.path, "target_lang": placed.draft.lang}
    place = {"line": placed.line, "unit": placed.unit, "row": placed.row, "column": placed.column}
    said |= {name: value for name, value in place.items() if value}
    return said | {"findings": [finding.as_json() for finding in checked.findings]}


SHAPE = Shape(write=write)
