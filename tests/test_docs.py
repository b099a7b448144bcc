"""The manual says what is true: its commands and its Python run, its links lead somewhere."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def transcripts(page: Path) -> list[tuple[str, list[str]]]:
    """Commands of a page with the lines it prints for each."""
    found: list[tuple[str, list[str]]] = []
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def matches(printed: list[str], expected: list[str]) -> bool:
    """Whether the lines are those of the page; `...` stands for any lines, or any text within a line."""
    parts = [r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n" for line in expected]
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in printed)) is not None


@pytest.mark.parametrize("page", [p for p in PAGES if transcripts(p)], ids=lambda page: page.name)
def test_the_commands_of_a_page_print_what_it_says(page: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "120",
        "PYTHONUTF8": "1",
    }
    environment.pop("TERMBASE_DATABASE", None)
    for command, expected in transcripts(page):
        code = 0
        if expected and (said := re.fullmatch(r"exit code (\d+)", expected[-1])):
            code, expected = int(said[1]), expected[:-1]
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert done.returncode == code, f"{command}\n{done.stdout}"
        assert matches(done.stdout.splitlines(), expected), f"{command} printed:\n{done.stdout}"


@pytest.mark.parametrize("page", [p for p in PAGES if PYTHON.search(p.read_text("utf-8"))], ids=lambda p: p.name)
def test_the_python_of_a_page_runs(page: Path) -> None:
    for block in PYTHON.findall(page.read_text(encoding="utf-8")):
        exec(compile(block, str(page), "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", ["checks.md", "formats.md"])
def test_a_page_that_is_made_from_the_code_is_current(name: str) -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_pages.py"))["PAGES"][name]()
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == made, "run python docs/make_pages.py"
