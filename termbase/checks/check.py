"""What a check is: a generator over a draft and a glossary, with its identity and its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from termbase.matching import Glossary
from termbase.model import NOTHING, Concept, Draft, Severity, Term, Unit


@dataclass(frozen=True, kw_only=True)
class Hit:
    """What a check's function yields: where, what to say, what to write instead. The runner adds the rest."""

    start: int
    end: int
    message: str
    """English sentence with {names} that `values` fills; interfaces translate it before it is filled."""
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    note: str = ""
    """A curator's sentence, shown after the message as it is."""
    replacements: tuple[str, ...] = ()
    concept: Concept | None = None
    term: Term | None = None
    confidence: float = 0.9
    severity: Severity | None = None
    """When it differs from the check's own."""
    source_start: int | None = None
    source_end: int | None = None


@dataclass(frozen=True, kw_only=True)
class Example:
    """A draft with the parts that must be marked, "" for the whole; none: it must pass."""

    lang: str
    text: str
    marked: tuple[str, ...] = ()
    source: str | None = None
    source_lang: str = ""
    concepts: tuple[Concept, ...] = ()
    units: tuple[Unit, ...] = ()
    """Of the memory, with what was rejected."""
    pairs: tuple[tuple[str, str], ...] = ()
    template: bool = False


STYLE = "style"
"""The kind of checks on how a reply is written, which are off unless asked for."""
Find = Callable[[Draft, Glossary], Iterator[Hit]]


@dataclass(frozen=True, kw_only=True)
class Check:
    """The declaration at the end of each module of this package. The module's docstring is the documentation."""

    id: str
    """Names what is flagged, never the ban."""
    kind: str
    """The word other programs know it by (see the table in docs/checks.md)."""
    severity: Severity
    find: Find
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    on: bool = True
    """Whether it runs unless asked for."""
