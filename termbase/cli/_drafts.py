"""Reading drafts, sources and small glossaries from files or standard input."""

from __future__ import annotations

import codecs
import csv
import sys
from pathlib import Path

from termbase.errors import Unreadable
from termbase.services.files import disk_said

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(path: str) -> str:
    """The text of a file, or of standard input for "-"; its line ends stay as they are."""
    try:
        raw = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise Unreadable(disk_said(error), path=path) from error
    return decoded(raw, path)


def decoded(raw: bytes, path: str) -> str:
    """Bytes as text: UTF-8, or UTF-16 that says so."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unreadable("This is not UTF-8 text. Save it as UTF-8 and try again.", path=path, line=line) from error


def read_glossary(path: Path) -> tuple[tuple[str, str], ...]:
    """Pairs of source and target term, one a line, divided by a tab or a comma; a heading "source" is left out."""
    lines = read_text(str(path)).splitlines()
    tabbed = any("\t" in line for line in lines)
    pairs: list[tuple[str, str]] = []
    for number, cells in enumerate(csv.reader(lines, delimiter="\t" if tabbed else ","), 1):
        if not any(cells) or (number == 1 and cells[0].strip().lower() == "source"):
            continue
        if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
            raise Unreadable("A line of a glossary is a source term and a target term.", path=str(path), line=number)
        pairs.append((cells[0].strip(), cells[1].strip()))
    return tuple(pairs)
