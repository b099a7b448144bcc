"""Write checks.md and formats.md from the code they describe: `python docs/make_pages.py`."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from termbase import formats
from termbase.checks import Check, Example, all_checks
from termbase.languages import language
from termbase.model import State

CHECKS = """# The checks

<!-- Made by docs/make_pages.py from the docstrings and examples in termbase/checks. Do not edit. -->

Every example below is run by the tests: the marked part must be found, exactly, and the lines after “Passes” must be
left in peace. Spans count code points of the draft. A check that is off runs when it is asked for:
`termbase check --also CHECK` (`--also style` for all), or `"also": ["CHECK"]` over HTTP and in a line of `--jsonl`.

| check | kind | severity | languages with examples |
| --- | --- | --- | --- |
"""


def checks_page() -> str:
    """docs/checks.md."""
    rows, parts = [], []
    for check in all_checks():
        langs = " ".join(sorted({e.lang for e in check.bad}))
        severity = check.severity.value + ("" if check.on else ", off")
        rows.append(f"| [{check.id}](#{check.id}) | {check.kind} | {severity} | {langs} |")
        parts.append(_section(check))
    return CHECKS + "\n".join(rows) + "\n\n" + "\n".join(parts)


def _section(check: Check) -> str:
    doc = (sys.modules[check.find.__module__].__doc__ or "").strip()
    bad = "\n".join(f"- {_shown(e)}" for e in check.bad)
    good = "\n".join(f"- {_shown(e)}" for e in check.good)
    return f"## {check.id}\n\n{doc}\n\nFlagged:\n\n{bad}\n\nPasses:\n\n{good}\n"


def _shown(example: Example) -> str:
    text, at = "", 0
    for marked in filter(None, example.marked):
        start = example.text.index(marked, at)
        text += _plain(example.text[at:start]) + f"**{_plain(marked)}**"
        at = start + len(marked)
    text += _plain(example.text[at:])
    notes = [language(example.lang).name]
    if "" in example.marked:
        notes.append("the whole draft")
    if example.source:
        notes.append(f"source: {_plain(example.source)}")
    for unit in example.units:
        rejected = ", ".join(_plain(one.text) for one in unit.variants if one.state is State.REJECTED)
        notes.append(f"rejected in the memory: {rejected}")
    if example.pairs:
        notes.append("glossary: " + ", ".join(f"{a} = {b}" for a, b in example.pairs))
    if example.template:
        notes.append("as a template")
    return f"{text} ({'; '.join(notes)})"


def _plain(text: str) -> str:
    """Text in which Markdown finds nothing to interpret."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~" else c for c in text.replace("\n", " "))


FORMATS = """# Formats

<!-- Made by docs/make_pages.py from the docstrings in termbase/formats. Do not edit. -->

`termbase import FILE` and `termbase export FILE` tell the format from the name, or from what the file begins with;
`--format NAME` says it. An import reports each row and what of it could not be kept; an export ends with the list of
what the format does not carry. Files are read as streams. XML is read without entities, external files or network; a
file that breaks is refused with its line, and nothing is changed unless you say `--good-rows`.

| name | extensions | holds | reads | writes |
| --- | --- | --- | --- | --- |
"""


def formats_page() -> str:
    """docs/formats.md."""
    rows = [
        f"| {f.name} | {' '.join(f.extensions)} | {', '.join(f.content)} | {'yes' if f.read else 'no'} | "
        f"{'yes' if f.write else 'no'} |"
        for f in formats.known()
    ]
    parts = []
    for info in pkgutil.iter_modules(formats.__path__, formats.__name__ + "."):
        module = importlib.import_module(info.name)
        declared = [getattr(module, "FORMAT", None), *getattr(module, "FORMATS", ())]
        names = [f.name for f in declared if f is not None]
        if names:
            first, _, rest = (module.__doc__ or "").strip().partition("\n")
            parts.append(f"## {', '.join(names)}\n\n{first}\n{rest.rstrip()}\n")
    return FORMATS + "\n".join(rows) + "\n\n" + "\n".join(parts)


PAGES = {"checks.md": checks_page, "formats.md": formats_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        Path(__file__).with_name(name).write_text(page(), encoding="utf-8")
