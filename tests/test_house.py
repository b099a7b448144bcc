"""Guards in place of policy: imports go one way, nothing grows too long, everything says what it is."""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import termbase
from termbase import checks, formats, languages
from termbase.cli._commands import modules as commands
from termbase.store import Store

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "termbase"
BELOW = ("model", "errors", "model_rules")
ROOMS = ("languages", "matching", "literals", "checks", "formats", "store", "services", "cli", "api", "ui")
MAY_IMPORT: dict[str, set[str]] = {
    "": set(ROOMS) - {"cli", "api", "ui"},  # the public names
    "__main__": {"cli"},
    "languages": set(),
    "matching": {"languages"},
    "literals": {"languages", "matching"},
    "checks": {"languages", "matching", "literals"},
    "formats": {"languages", "matching"},
    "store": {"languages", "matching"},
    "services": {"languages", "matching", "literals", "checks", "formats", "store"},
    "cli": set(ROOMS) - {"api"},  # `serve` and `demo` start the application of the ui room
    "api": set(ROOMS) - {"cli", "ui"},
    "ui": set(ROOMS) - {"cli"},
}
"""Room → rooms it may import; model and errors are open to all."""
LONGEST = 600
QUERY = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s.+\sSET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)|PRAGMA\s)",
    re.IGNORECASE | re.DOTALL,
)


@cache
def sources() -> dict[str, Path]:
    """Every module of termbase, by its dotted name."""
    found = {}
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, at_load: bool = False) -> Iterator[str]:
    """What a module imports: all of it, or only what it needs to be loaded itself."""
    nodes = _at_load(tree(path)) if at_load else ast.walk(tree(path))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in sources() else node.module


def _at_load(node: ast.AST) -> Iterator[ast.AST]:
    """Every node outside functions and outside `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        checking = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
        if not checking and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _at_load(child)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", sorted(sources()))
def test_imports_go_one_way(module: str) -> None:
    here = room(module)
    wrong = []
    for imported in imports(sources()[module]):
        if not imported.startswith("termbase."):
            continue
        there = room(imported)
        allowed = here == there or there in BELOW or there in MAY_IMPORT.get(here, set())
        if here in BELOW:
            allowed = there in BELOW
        if not allowed:
            wrong.append(imported)
    assert not wrong, f"{module} may not import {wrong}"


def test_no_import_goes_round_in_a_circle() -> None:
    edges = {name: {one for one in imports(path, at_load=True) if one in sources()} for name, path in sources().items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for one in sorted(edges[name] - {name}):
                # A package's own module may ask its package for nothing: `from package import sibling` is the sibling.
                visit(one, (*way, name))
            done.add(name)

    for name in sources():
        visit(name, ())


@pytest.mark.parametrize("module", sorted(sources()))
def test_modules_stay_readable(module: str) -> None:
    text = sources()[module].read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(tree(sources()[module])) or not text.strip(), f"{module} does not say what it is"


@pytest.mark.parametrize("module", [name for name in sorted(sources()) if room(name) != "store"])
def test_sql_stays_in_the_store(module: str) -> None:
    queries = [
        node.value
        for node in ast.walk(tree(sources()[module]))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and QUERY.search(node.value)
    ]
    assert not queries
    database = {"sqlite3", "sqlalchemy", "sqlmodel", "psycopg"}
    used = {name.split(".")[0] for name in imports(sources()[module])} & database
    assert not used or module == "termbase.cli.doctor", f"{module} imports {used}"


@pytest.mark.parametrize(("package", "home"), [("streamlit", "ui"), ("fastapi", "api")])
def test_front_ends_keep_their_frameworks_to_themselves(package: str, home: str) -> None:
    strays = [
        name
        for name, path in sources().items()
        if room(name) != home and any(one.split(".")[0] == package for one in imports(path))
    ]
    assert not strays


def test_every_command_is_documented() -> None:
    for name, module in commands().items():
        loaded = importlib.import_module(module)
        assert loaded.__doc__ is not None
        assert f"`termbase {name}`" in loaded.__doc__
        for command in loaded.app.registered_commands:
            assert command.callback is not None
            assert command.callback.__doc__


def test_every_check_is_documented() -> None:
    found = [
        importlib.import_module(f"{checks.__name__}.{info.name}") for info in pkgutil.iter_modules(checks.__path__)
    ]
    declared = [module for module in found if hasattr(module, "CHECK") or hasattr(module, "CHECKS")]
    assert len(declared) >= 8
    for module in declared:
        assert module.__doc__ is not None
        assert len(module.__doc__.strip().splitlines()) > 1, (
            f"{module.__name__}: what it flags, why it hurts, what to write"
        )


def test_every_format_is_documented() -> None:
    assert {"json", "tbx", "tmx", "po", "csv"} <= set(formats.names())
    for known in formats.known():
        code = known.read or known.write
        module = sys.modules[getattr(code, "__module__", known.__class__.__module__)]
        assert module.__doc__
        assert known.title


def test_every_page_is_documented() -> None:
    pages = [path for name, path in sources().items() if room(name) == "ui" and _declares(path, "PAGE")]
    assert pages
    for path in pages:
        assert ast.get_docstring(tree(path))


def test_every_language_has_its_name() -> None:
    for language in languages.known():
        assert language.name
        assert language.own_name


def _declares(path: Path, name: str) -> bool:
    names = [target for node in tree(path).body if isinstance(node, ast.Assign) for target in node.targets]
    return any(isinstance(target, ast.Name) and target.id == name for target in names)


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == termbase.__version__


def test_a_cold_check_loads_nothing_heavy(tmp_path: Path) -> None:
    with Store.open(tmp_path / "termbase.db", create=True):
        pass
    heavy = (
        "streamlit",
        "pandas",
        "sqlalchemy",
        "sqlmodel",
        "openpyxl",
        "lxml",
        "polib",
        "fastapi",
        "uvicorn",
        "translate",
    )
    probe = (
        "import sys\nsys.argv = ['termbase', 'check', '--to', 'en']\nfrom termbase.cli import main\n"
        f"try: main()\nfinally: sys.stderr.write(' '.join(m for m in {heavy!r} if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        input="Please open the box.",
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
