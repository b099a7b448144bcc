"""`termbase check --jsonl`: one JSON object a line in, one line of findings an item out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO

from termbase.cli._drafts import decoded
from termbase.errors import TermbaseError, Unreadable
from termbase.services.checking import also_from_json, draft_from_json
from termbase.services.files import opened_to_read, written_beside

if TYPE_CHECKING:
    from termbase.services.checking import Checker


def check_batch(
    checker: Checker, items: str, output: Path | None, tick: Callable[[int], None] = lambda done: None
) -> int:
    """Check every line of `items`; `output` appears when all are checked. Returns how many there were."""
    with _opened(items) as lines, _written(output) as stream:
        done = 0
        for number, line in enumerate(lines, 1):
            text = decoded(line, items).strip() if number == 1 else _line(line, items, number)
            if not text:
                continue
            stream.write(check_line(checker, text, items, number).encode("utf-8") + b"\n")
            done += 1
            tick(done)
        return done


def check_line(checker: Checker, text: str, path: str, number: int) -> str:
    """The line of findings for one line of items; `Unreadable` names the line when it is wrong."""
    try:
        item = json.loads(text)
    except ValueError as error:
        raise Unreadable(f"This line is not JSON: {error}.", path=path, line=number) from error
    if not isinstance(item, dict) or "id" not in item:
        raise Unreadable('A line is a JSON object with "id" and "draft".', path=path, line=number)
    try:
        draft, glossary = draft_from_json(item)
        also = also_from_json(item)
        findings = checker.check(draft, glossary, also=also) if draft.text.strip() else []
    except TermbaseError as error:
        raise Unreadable(str(error), path=path, line=number) from error
    answer: dict[str, Any] = {"id": item["id"], "findings": [finding.as_json() for finding in findings]}
    try:
        said = json.dumps(answer, ensure_ascii=False)
        said.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable("The draft holds half a character (a lone surrogate).", path=path, line=number) from error
    return said


def _line(raw: bytes, path: str, number: int) -> str:
    try:
        return decoded(raw, path).strip()
    except Unreadable as error:
        raise Unreadable(error.reason, path=path, line=number) from error


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield sys.stdin.buffer
        return
    with opened_to_read(Path(path)) as stream:
        yield stream


@contextmanager
def _written(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with written_beside(path) as stream:
        yield stream
