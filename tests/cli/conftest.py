"""A store on the disk, and the command line without a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from termbase.cli._commands import app
from termbase.model import Concept, Reason, Status, Term, Unit, Variant
from termbase.store import Store

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]

ORDER = Concept(
    subject="orders",
    definitions={"en": "The number that identifies one purchase."},
    terms=(
        Term(lang="en", text="order number"),
        Term(lang="zh", text="订单号"),
        Term(lang="de", text="Bestellnummer"),
        Term(
            lang="en",
            text="single number",
            status=Status.DEPRECATED,
            reason=Reason.LITERAL,
            from_lang="zh",
            replacements=("order number",),
            note="单号 means the number of an order.",
        ),
    ),
)
HELLO = Unit(
    scenario="care",
    variants=(
        Variant(lang="en", text="Thank you for your patience."),
        Variant(lang="de", text="Danke für Ihre Geduld."),
    ),
)


@pytest.fixture
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with a concept and a unit, which is the default one in the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TERMBASE_DATABASE", raising=False)
    with Store.open("termbase.db", create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concept(ORDER)
        batch.add_unit(HELLO)
    return str(tmp_path / "termbase.db")


@pytest.fixture
def run() -> Run:
    """Runs a command in this process."""

    def command(*words: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=input)

    return command


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Runs a command in a process of its own, in a folder of its own."""

    def command(*words: str, input: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", "from termbase.cli import main; main()", *words],
            input=input,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, **env},
            timeout=60,
        )

    return command
