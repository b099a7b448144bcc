"""Write docs/checks.md from the checks themselves: `python docs/make_checks.py`."""

from __future__ import annotations

import sys
from pathlib import Path

from termbase.checks import Check, Example, all_checks
from termbase.languages import language

HEAD = """# The checks

<!-- Made by docs/make_checks.py from the docstrings and examples in termbase/checks. Do not edit. -->

Every example below is run by the tests: the marked part must be found, exactly, and the lines after “Passes” must be
left in peace. Spans count code points of the draft.

| check | kind | severity | languages with examples |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page as Markdown."""
    rows, parts = [], []
    for check in all_checks():
        langs = " ".join(sorted({e.lang for e in check.bad}))
        rows.append(f"| [{check.id}](#{check.id}) | {check.kind} | {check.severity.value} | {langs} |")
        parts.append(_section(check))
    return HEAD + "\n".join(rows) + "\n\n" + "\n".join(parts)


def _section(check: Check) -> str:
    doc = (sys.modules[check.find.__module__].__doc__ or "").strip()
    bad = "\n".join(f"- {_shown(e)}" for e in check.bad)
    good = "\n".join(f"- {_shown(e)}" for e in check.good)
    return f"## {check.id}\n\n{doc}\n\nFlagged:\n\n{bad}\n\nPasses:\n\n{good}\n"


def _shown(example: Example) -> str:
    text, at = "", 0
    for marked in example.marked:
        start = example.text.index(marked, at)
        text += _plain(example.text[at:start]) + f"**{_plain(marked)}**"
        at = start + len(marked)
    text += _plain(example.text[at:])
    notes = [language(example.lang).name]
    if example.source:
        notes.append(f"source: {_plain(example.source)}")
    if example.pairs:
        notes.append("glossary: " + ", ".join(f"{a} = {b}" for a, b in example.pairs))
    if example.template:
        notes.append("as a template")
    return f"{text} ({'; '.join(notes)})"


def _plain(text: str) -> str:
    """Text in which Markdown finds nothing to interpret."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~" else c for c in text.replace("\n", " "))


if __name__ == "__main__":
    Path(__file__).with_name("checks.md").write_text(page(), encoding="utf-8")
