"""Formats: one file each, found by looking.

A module declares `FORMAT`, or `FORMATS` where one grammar has several names.
A reader and a writer work on streams and on values of `termbase.model`; they know no store and no file names.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from termbase.errors import UsageError
from termbase.formats.format import MEMORY, TERMS, Format, Loss, ReadOptions, Row, WriteOptions

__all__ = [
    "MEMORY",
    "TERMS",
    "Format",
    "Loss",
    "ReadOptions",
    "Row",
    "WriteOptions",
    "by_name",
    "for_path",
    "known",
    "names",
]

_LOOKED_AT = 8192
"""Bytes of a file that are read to tell its format."""


@cache
def known() -> tuple[Format, ...]:
    """All formats, by name. Modules keep heavy imports inside their functions, so this is quick."""
    found: dict[str, Format] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for declared in (*getattr(module, "FORMATS", ()), getattr(module, "FORMAT", None)):
            if isinstance(declared, Format):
                found[declared.name] = declared
    return tuple(found[name] for name in sorted(found))


def names() -> list[str]:
    """What formats are called on the command line."""
    return [format.name for format in known()]


def by_name(name: str) -> Format:
    """The format of that name; `UsageError` lists the known ones."""
    for format in known():
        if format.name == name.strip().lower():
            return format
    raise UsageError(f"There is no format '{name}'. Known formats: {', '.join(names())}.")


def for_path(path: str | Path) -> Format:
    """The format a file has: by its extension, else by its first kilobytes when it exists."""
    path = Path(path)
    name = path.name.lower()
    fitting = [(len(end), format) for format in known() for end in format.extensions if name.endswith(end)]
    if fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    if path.is_file():
        with path.open("rb") as stream:
            start = stream.read(_LOOKED_AT)
        for format in known():
            if format.recognize is not None and format.recognize(start):
                return format
    raise UsageError(
        f"The format of {path.name} cannot be told from its name or content. "
        f"Say it with --format; known formats: {', '.join(names())}."
    )
