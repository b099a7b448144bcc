"""Shapes findings are printed in: one file each, found by its name.

A module declares `SHAPE`; `--format NAME` is the module's name. A shape writes drafts as they come, so that a large
file is never held as a whole.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from termbase.model import Finding
from termbase.services.drafts import Placed


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One draft, where it stands, and what was found in it."""

    placed: Placed
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """What the draft's file is called in front of people."""
        return "draft" if self.placed.path == "-" else self.placed.path


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How findings are printed."""

    write: Callable[[Iterable[Checked], TextIO], None]
    streams: bool = False
    """Whether a half of it is of use: then it is printed as it grows, else when it is complete."""


def names() -> list[str]:
    """What shapes are called on the command line."""
    return [info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]


def shape(name: str) -> Shape:
    """The shape of that name."""
    found: Shape = importlib.import_module(f"{__name__}.{name}").SHAPE
    return found
