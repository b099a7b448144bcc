"""A report to read in a browser: one file that asks nobody for anything, light or dark, on a desk or a phone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template
from typing import TextIO

from termbase.cli._output import counted
from termbase.cli._shapes import Checked, Shape
from termbase.cli._shapes._places import Lines
from termbase.languages import language
from termbase.model import Finding, Severity

_ORDER = list(Severity)
_HIDDEN = ("Cc", "Cs")
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def write(checked: Iterable[Checked], stream: TextIO) -> None:
    """The page. Drafts without findings are counted; the others are held until all are known, for the sums on top."""
    drafts, clean = [], 0
    for one in checked:
        if one.findings:
            drafts.append(one)
        else:
            clean += 1
    by_severity = Counter(finding.severity for one in drafts for finding in one.findings)
    by_check = Counter(finding.check for one in drafts for finding in one.findings)
    sums = [f'<li class="{s}"><b>{by_severity[s]:,}</b> {s}{"" if by_severity[s] == 1 else "s"}</li>' for s in _ORDER]
    checks = [f"<li><code>{shown(check)}</code> {number:,}</li>" for check, number in by_check.most_common()]
    template = files(__package__).joinpath("report.html").read_text(encoding="utf-8")
    head, _, foot = template.partition("$sections")
    values = {
        "read": counted(len(drafts) + clean, "draft"),
        "clean": f"{clean:,} without findings",
        "sums": "".join(sums),
        "checks": f'<ul class="checks">{"".join(checks)}</ul>' if checks else "<p>Nothing found.</p>",
    }
    stream.write(Template(head).substitute(values))
    for number, one in enumerate(drafts, 1):
        stream.write("".join(section(one, number)))
    stream.write(foot)


def section(checked: Checked, number: int) -> Iterator[str]:
    """A draft with its findings marked, and what is said of each."""
    placed, draft = checked.placed, checked.placed.draft
    lang = shown(draft.lang)
    row = f"row {placed.row}, column {placed.column}" if placed.row else ""
    where = " · ".join(shown(part) for part in (f"line {placed.line}" if placed.line else "", row, placed.unit) if part)
    yield f'<section><h2><span class="path">{shown(checked.name)}</span>'
    yield f"{f' <small>{where}</small>' if where else ''} <small>{shown(language(draft.lang).name)}</small></h2>\n"
    if draft.source:
        source_lang = f' lang="{shown(draft.source_lang)}"' if draft.source_lang else ""
        yield f'<p class="source" dir="auto"{source_lang}>{shown(draft.source)}</p>\n'
    yield f'<div class="draft" dir="auto" lang="{lang}">{"".join(marked(checked, number))}</div>\n<ol>\n'
    places = Lines(draft.text)
    for index, finding in enumerate(checked.findings, 1):
        place = places.place(finding.start)
        at = f"{place.line}:{place.column}" if finding.end else "the whole draft"
        cures = "".join(
            f'<span class="cure" dir="auto" lang="{lang}">{shown(one)}</span>' for one in finding.replacements
        )
        quoted = f'<q dir="auto" lang="{lang}">{shown(finding.text)}</q> ' if finding.text else ""
        yield (
            f'<li id="f{number}-{index}" class="{finding.severity}"><p>{quoted}<span class="cures">{cures}</span></p>'
            f'<p>{shown(finding.message)}</p><p class="about">{finding.severity} · <code>{shown(finding.check)}</code>'
            f" · {at}</p></li>\n"
        )
    yield "</ol></section>\n"


def marked(checked: Checked, number: int) -> Iterator[str]:
    """The draft's text; each stretch under a finding is a link to the first and strongest one there."""
    text = checked.placed.draft.text
    spans = [(finding, index) for index, finding in enumerate(checked.findings, 1) if finding.end > finding.start]
    edges = sorted({0, len(text)} | {edge for finding, _ in spans for edge in (finding.start, finding.end)})
    begin: dict[int, list[tuple[Finding, int]]] = {}
    for finding, index in spans:
        begin.setdefault(finding.start, []).append((finding, index))
    over: list[tuple[Finding, int]] = []
    for start, end in pairwise(edges):
        over = [pair for pair in over if pair[0].end > start] + begin.get(start, [])
        piece = shown(text[start:end])
        if over:
            finding, index = min(over, key=lambda pair: (_ORDER.index(pair[0].severity), pair[1]))
            yield (
                f'<a href="#f{number}-{index}" title="{shown(finding.message)}">'
                f'<mark class="{finding.severity}">{piece}</mark></a>'
            )
        else:
            yield piece


def shown(text: str) -> str:
    """Text as HTML may hold it: markup escaped; control characters and those that turn a line around made visible."""
    return escape("".join(map(_visible, text.replace("\r\n", "\n"))))


def _visible(char: str) -> str:
    if char in "\n\t" or (unicodedata.category(char) not in _HIDDEN and char not in _TURNING):
        return char
    return "\ufffd"


SHAPE = Shape(write=write)
