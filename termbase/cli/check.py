"""`termbase check`: drafts in, findings out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from termbase.cli._drafts import read_glossary, read_text
from termbase.cli._options import Database, language_tag, one_of, where
from termbase.cli._output import coloured, counted, printable, progress, remark, say, say_json
from termbase.errors import UsageError
from termbase.languages import guess
from termbase.model import Draft, Finding, Severity

if TYPE_CHECKING:
    from termbase.services.checking import Checker

app = typer.Typer()


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    NEVER = "never"


class Shape(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


class DraftFormat(StrEnum):
    """What a draft is written in."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One draft and what was found in it."""

    path: str
    draft: Draft
    findings: tuple[Finding, ...]

    def as_json(self) -> dict[str, object]:
        """The shape `check --format json` prints."""
        findings = [finding.as_json() for finding in self.findings]
        return {"path": self.path, "target_lang": self.draft.lang, "findings": findings}


@app.command()
def command(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE|-", help="Drafts; - or nothing reads standard input.")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the draft; guessed when left out.")] = "",
    from_lang: Annotated[
        str, typer.Option("--from", metavar="LANG", help="Language the agent writes through, or of the source.")
    ] = "",
    source: Annotated[
        Path | None, typer.Option("--source", metavar="FILE", help="What the agent meant, or the customer wrote.")
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="text|json", help="How to print findings.")] = "text",
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="error|warning|suggestion|never", help="Exit 1 when a finding is at least this."
        ),
    ] = "warning",
    draft_format: Annotated[
        str, typer.Option("--as", metavar="text|html|markdown", help="What the draft is written in.")
    ] = "text",
    product: Annotated[str, typer.Option("--product", help="The product the reply is about.")] = "",
    subject: Annotated[str, typer.Option("--subject", help="The subject the reply is about.")] = "",
    audience: Annotated[str, typer.Option("--audience", help="Who reads the reply.")] = "",
    template: Annotated[bool, typer.Option("--template", help="A template: {variables} are legal in it.")] = False,
    glossary: Annotated[
        Path | None,
        typer.Option("--glossary", metavar="FILE", help="Source and target terms for these drafts only (CSV, TSV)."),
    ] = None,
    jsonl: Annotated[
        str,
        typer.Option("--jsonl", metavar="ITEMS", help="Check a batch: one JSON object a line; - is standard input."),
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FINDINGS", help="Where --jsonl writes; standard output if not.")
    ] = None,
    database: Database = "",
) -> None:
    """Check a draft, or each file: literal translations, jargon, wrong terms, promises without a time, and more.

    Exit code: 0 clean, 1 findings at or over the level of --fail-on, 2 wrong usage, 3 unreadable input.
    """
    level = one_of(FailOn, fail_on, "--fail-on")
    shape = one_of(Shape, format, "--format")
    markup = one_of(DraftFormat, draft_format, "--as")
    if output is not None and not jsonl:
        raise UsageError("--output belongs to --jsonl.")
    if jsonl and (files or source is not None):
        raise UsageError("With --jsonl the drafts and their sources stand in that file; leave FILE and --source out.")
    if source is not None and len(files or []) > 1:
        raise UsageError("--source belongs to one draft; check the files one at a time.")

    from termbase.languages import primary
    from termbase.services.checking import Checker

    known_beforehand = to and (from_lang or source is None) and not jsonl
    checker = Checker(where(ctx, database), languages=[primary(to), primary(from_lang)] if known_beforehand else None)
    checker.glossary()  # says first of all that there is no database, when there is none
    if jsonl:
        from termbase.cli._batches import check_batch

        if output is None:  # findings go by on the terminal; that is progress enough
            check_batch(checker, jsonl, None)
        else:
            with progress("Checking") as tick:
                check_batch(checker, jsonl, output, tick)
        return
    wanted = Draft(
        text="",
        lang=language_tag(to, "--to"),
        format=markup.value,
        source=None if source is None else read_text(str(source)),
        source_lang=language_tag(from_lang, "--from"),
        product=product,
        subject=subject,
        audience=audience,
        template=template,
    )
    pairs = () if glossary is None else read_glossary(glossary)
    checked = check_files(checker, files or ["-"], wanted, pairs)
    if shape is Shape.JSON:
        say_json({"version": 1, "drafts": [one.as_json() for one in checked]})
    else:
        tell(checked)
    raise typer.Exit(exit_code(checked, level))


def check_files(
    checker: Checker, paths: Sequence[str], wanted: Draft, glossary: Sequence[tuple[str, str]] = ()
) -> list[Checked]:
    """Check each file as `wanted` says; a language that is left out is guessed and told on stderr."""
    from dataclasses import replace

    checked: list[Checked] = []
    for path in paths:
        if path == "-" and sys.stdin.isatty():
            remark("Type or paste the draft, then Ctrl+D.")
        text = read_text(path)
        lang = wanted.lang or _guessed(text, path)
        draft = replace(wanted, text=text, lang=lang)
        findings = checker.check(draft, glossary) if text.strip() else []
        checked.append(Checked(path=path, draft=draft, findings=tuple(findings)))
    return checked


def _guessed(text: str, path: str) -> str:
    lang = guess(text)
    if lang:
        remark(f"{named(path)}: the language looks like {lang}; --to says it when that is wrong.")
    elif text.strip():
        raise UsageError(
            f"{named(path)}: its language cannot be told from so little text. Say it with --to, as in --to en."
        )
    return lang


def exit_code(checked: Iterable[Checked], level: FailOn) -> int:
    """1 when any finding is at or over the level, else 0."""
    if level is FailOn.NEVER:
        return 0
    order = list(Severity)
    failing = order[: order.index(Severity(level.value)) + 1]
    return int(any(finding.severity in failing for one in checked for finding in one.findings))


def tell(checked: Sequence[Checked]) -> None:
    """Print findings for people: where, what, what instead and why, then a count."""
    totals = dict.fromkeys(Severity, 0)
    for one in checked:
        for finding in one.findings:
            totals[finding.severity] += 1
            for line in lines_of(finding, one.draft.text, named(one.path)):
                say(line)
    found = [counted(number, severity.value) for severity, number in totals.items() if number]
    say(", ".join(found) if found else coloured("Nothing found.", "good"))


def lines_of(finding: Finding, text: str, name: str) -> list[str]:
    """One finding as people read it."""
    line = text.count("\n", 0, finding.start) + 1
    column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
    severity = coloured(finding.severity.value, finding.severity.value)
    cure = " or ".join(f'"{printable(one)}"' for one in finding.replacements[:3])
    marked = f'  "{printable(finding.text)}"' if finding.text else ""
    head = f"{name}:{line}:{column} {severity} {finding.check}{marked}{f' → {cure}' if cure else ''}"
    return [head, f"    {coloured(printable(finding.message), 'faint')}"]


def named(path: str) -> str:
    """What a draft is called in front of people."""
    return "draft" if path == "-" else path
