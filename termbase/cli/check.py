"""`termbase check`: drafts in, findings out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO

import typer

from termbase.cli import _shapes
from termbase.cli._drafts import read_glossary, read_text
from termbase.cli._options import Database, known_word, language_tag, one_of, where
from termbase.cli._output import progress, remark
from termbase.cli._shapes import Checked
from termbase.errors import UsageError
from termbase.languages import guess
from termbase.model import Draft, Severity
from termbase.services.files import written_beside

if TYPE_CHECKING:
    from termbase.services.checking import Checker
    from termbase.services.drafts import Placed

_IN_MEMORY = 8 << 20
"""Bytes of output that are held before they go to a temporary file."""
app = typer.Typer()


class FailOn(StrEnum):
    """From which severity on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    NEVER = "never"


class DraftFormat(StrEnum):
    """What a draft is written in."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


@app.command()
def command(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE|-", help="Drafts, PO, TMX or XLIFF files; - is standard input.")
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the draft; guessed when left out.")] = "",
    from_lang: Annotated[
        str, typer.Option("--from", metavar="LANG", help="Language the agent writes through, or of the source.")
    ] = "",
    source: Annotated[
        Path | None, typer.Option("--source", metavar="FILE", help="What the agent meant, or the customer wrote.")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif|github|html", help="How to print findings.")
    ] = "text",
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="error|warning|suggestion|never", help="Exit 1 when a finding is at least this."
        ),
    ] = "warning",
    draft_format: Annotated[
        str,
        typer.Option("--as", metavar="text|html|markdown", help="What drafts are written in; told by the file's name."),
    ] = "",
    product: Annotated[str, typer.Option("--product", help="The product the reply is about.")] = "",
    subject: Annotated[str, typer.Option("--subject", help="The subject the reply is about.")] = "",
    audience: Annotated[str, typer.Option("--audience", help="Who reads the reply.")] = "",
    template: Annotated[
        bool | None,
        typer.Option("--template/--no-template", help="{Variables} are legal, as they are in a macro library."),
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option("--also", metavar="CHECK", help="Run a check that is off by default; style means all of them."),
    ] = None,
    glossary: Annotated[
        Path | None,
        typer.Option("--glossary", metavar="FILE", help="Source and target terms for these drafts only (CSV, TSV)."),
    ] = None,
    jsonl: Annotated[
        str,
        typer.Option("--jsonl", metavar="ITEMS", help="Check a batch: one JSON object a line; - is standard input."),
    ] = "",
    table: Annotated[
        str, typer.Option("--csv", metavar="FILE", help="Check a macro library: a CSV or TSV file; see --column.")
    ] = "",
    columns: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="NAME", help="Heading of the column with the texts; may be repeated."),
    ] = None,
    lang_column: Annotated[
        str, typer.Option("--lang-column", metavar="NAME", help="Heading of the column with each row's language.")
    ] = "",
    id_column: Annotated[
        str, typer.Option("--id-column", metavar="NAME", help="Heading of the column that names each row.")
    ] = "",
    source_column: Annotated[
        str, typer.Option("--source-column", metavar="NAME", help="Heading of the column with each row's source text.")
    ] = "",
    explain: Annotated[
        str,
        typer.Option("--explain", metavar="TEXT", help="Say why each rule that knows TEXT fires in the draft or not."),
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FINDINGS", help="File to write; standard output if not.")
    ] = None,
    database: Database = "",
) -> None:
    """Check a draft, or each file: literal translations, jargon, wrong terms, promises without a time, and more.

    Of a PO, TMX or XLIFF file each translation is checked against its source.

    Exit code: 0 clean, 1 findings at or over the level of --fail-on, 2 wrong usage, 3 unreadable input.
    """
    level = one_of(FailOn, fail_on, "--fail-on")
    shape = known_word(_shapes.names(), format, "--format")
    markup = one_of(DraftFormat, draft_format, "--as").value if draft_format else ""
    _refuse_odd_company(files or [], jsonl=jsonl, table=table, columns=columns, source=source, explain=explain)

    from termbase.checks import optional
    from termbase.services.checking import Checker, OneDraft
    from termbase.store import version_of

    wished = [known_word(list(optional()), one, "--also") for one in also or ()]
    alone = not jsonl and not table and all(one == "-" or _is_text(one) for one in files or ["-"])
    place = where(ctx, database)
    version_of(place)  # says first of all that there is no database, when there is none
    kind = OneDraft if alone and len(files or ["-"]) == 1 and not explain else Checker
    checker = kind(place, also=wished)
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
        format=markup or "text",
        source=None if source is None else read_text(str(source)),
        source_lang=language_tag(from_lang, "--from"),
        product=product,
        subject=subject,
        audience=audience,
        template=bool(table) if template is None else template,
    )
    if explain:
        from termbase.cli._explanations import print_explanations

        one = next(iter(drafts_in(files, wanted, markup))).draft if files else replace(wanted, text=explain)
        print_explanations(where(ctx, database), explain, one)
        return
    if table:
        from termbase.services.drafts import Columns, cells_in

        drafts = cells_in(
            table, Columns(texts=columns or [], lang=lang_column, id=id_column, source=source_column), wanted
        )
    else:
        drafts = drafts_in(files or ["-"], wanted, markup)
    pairs = () if glossary is None else read_glossary(glossary)
    tally = Tally(level)
    going_by = alone or (output is None and _shapes.shape(shape).streams)  # findings are progress enough
    with nullcontext(lambda done: None) if going_by else progress("Checking", "drafts") as tick:
        print_checked(tally.watch(check_drafts(checker, drafts, pairs), tick), shape, output)
    raise typer.Exit(tally.exit_code)


def _refuse_odd_company(
    files: Sequence[str], *, jsonl: str, table: str, columns: Sequence[str] | None, source: Path | None, explain: str
) -> None:
    """Options that say two things at once."""
    for option, said in (("--jsonl", jsonl), ("--csv", table)):
        if said and (files or source is not None):
            raise UsageError(
                f"With {option} the drafts and their sources stand in that file; leave FILE and --source out."
            )
    if jsonl and table:
        raise UsageError("--jsonl and --csv are two kinds of batch; check them one after the other.")
    if table and not columns:
        raise UsageError("Say which column holds the texts: --csv FILE --column NAME.")
    if explain and (jsonl or table or len(files) > 1):
        raise UsageError("--explain looks at one draft; give it one FILE, or none to look at TEXT by itself.")
    if columns and not table:
        raise UsageError("--column belongs to --csv FILE.")
    if source is not None and len(files) > 1:
        raise UsageError("--source belongs to one draft; check the files one at a time.")
    if source is not None and files and not _is_text(files[0]):
        raise UsageError(f"{files[0]} holds sources of its own; leave --source out.")


def _is_text(path: str) -> bool:
    from termbase.services.drafts import bilingual_format

    return bilingual_format(path) is None


def drafts_in(paths: Sequence[str], wanted: Draft, markup: str = "") -> Iterator[Placed]:
    """The draft each file is, or the drafts it holds; a language that is left out is guessed and told on stderr."""
    from termbase.services.drafts import Placed, bilingual_format, markup_of, units_in

    for path in paths:
        if (format := bilingual_format(path)) is not None:
            yield from units_in(path, format, wanted)
            continue
        if path.lower().endswith((".csv", ".tsv")):
            remark(f"{path} is read as one text; --csv {path} --column NAME checks the cells of a table.")
        if path == "-" and sys.stdin.isatty():
            remark("Type or paste the draft, then Ctrl+D.")
        text = read_text(path)
        lang = wanted.lang or _guessed(text, path)
        yield Placed(path=path, draft=replace(wanted, text=text, lang=lang, format=markup or markup_of(path)))


def check_drafts(
    checker: Checker, drafts: Iterable[Placed], glossary: Sequence[tuple[str, str]] = ()
) -> Iterator[Checked]:
    """Each draft with what is found in it."""
    for placed in drafts:
        findings = checker.check(placed.draft, glossary) if placed.draft.text.strip() else []
        yield Checked(placed=placed, findings=tuple(findings))


def _guessed(text: str, path: str) -> str:
    name = "draft" if path == "-" else path
    lang = guess(text)
    if lang:
        remark(f"{name}: the language looks like {lang}; --to says it when that is wrong.")
    elif text.strip():
        raise UsageError(f"{name}: its language cannot be told from so little text. Say it with --to, as in --to en.")
    return lang


class Tally:
    """Watches findings go by and keeps what the exit code depends on."""

    def __init__(self, level: FailOn) -> None:
        order = list(Severity)
        never = level is FailOn.NEVER
        self._failing = () if never else tuple(order[: order.index(Severity(level.value)) + 1])
        self.exit_code = 0
        """1 when any finding so far is at or over the level, else 0."""

    def watch(self, checked: Iterable[Checked], tick: Callable[[int], None] = lambda done: None) -> Iterator[Checked]:
        """The same drafts, watched."""
        for number, one in enumerate(checked, 1):
            if any(finding.severity in self._failing for finding in one.findings):
                self.exit_code = 1
            yield one
            tick(number)


def print_checked(checked: Iterable[Checked], name: str, output: Path | None) -> None:
    """Write findings in a shape, to standard output or a file; what is of no use in halves comes whole or not."""
    shape = _shapes.shape(name)
    if output is not None:
        with written_beside(output) as stream, _as_text(stream) as text:
            shape.write(checked, text)
    elif shape.streams:
        shape.write(checked, sys.stdout)
    else:
        with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="backslashreplace", newline="") as spool:
            shape.write(checked, spool)  # type: ignore[arg-type]
            spool.seek(0)
            copyfileobj(spool, sys.stdout)


@contextmanager
def _as_text(stream: BinaryIO) -> Iterator[TextIO]:
    text = TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()
