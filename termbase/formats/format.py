"""What a format is: how it is named, what it holds, how it is read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from termbase.model import NOTHING, Concept, Unit

TERMS, MEMORY = "terms", "memory"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing found in a file: an item, or why there is none."""

    line: int
    """Line of the file it begins on, from 1."""
    item: Concept | Unit | None = None
    invalid: str = ""
    """The row is wrong and somebody should mend it; a sentence."""
    skipped: str = ""
    """Nothing usable stands here by nature of the format (a header, an empty segment); a sentence."""
    dropped: tuple[str, ...] = ()
    """Names of what the item held and we could not keep."""


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What a written file does not carry. A count of 0 is a remark on a choice that was made, not a loss."""

    field: str
    count: int
    example: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadOptions:
    """What the person said about a file."""

    origin: str = ""
    """Name the items are filed under; the file's name unless told otherwise."""
    source_lang: str = ""
    target_lang: str = ""
    columns: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Column heading → our field ("term:en", "note", …); empty: guessed."""
    encoding: str = ""
    """Said by the person; empty: told from the file's first bytes."""
    content: str = ""
    """Terms or memory, for formats that can hold either; empty: told from the file."""
    store_id: str = ""
    """Id of the store that reads: a file the same store wrote keeps its ids."""


@dataclass(frozen=True, kw_only=True)
class WriteOptions:
    """What the person said about the file to be made."""

    source_lang: str = ""
    langs: tuple[str, ...] = ()
    """Target languages; empty means all."""
    content: str = TERMS
    """Terms or memory, for formats that can hold either."""
    store_id: str = ""
    now: datetime | None = None
    """Time for headers; left out where None, so that equal stores give equal bytes."""


Reader = Callable[[BinaryIO, ReadOptions], Iterator[Row]]
Writer = Callable[[Iterable[Concept | Unit], BinaryIO, WriteOptions], tuple[Loss, ...]]
Recognizer = Callable[[bytes], bool]


@dataclass(frozen=True, kw_only=True)
class Format:
    """The declaration at the end of each module of this package.

    `read` yields rows as the stream goes by and raises `Unreadable` with a line when the file breaks
    (the caller, who knows what the file is called, adds `path`);
    `write` consumes items, refuses with `Unwritable` what would make a wrong file, and returns the losses.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    content: tuple[str, ...]
    """TERMS, MEMORY or both; the first is the default."""
    read: Reader | None = None
    write: Writer | None = None
    bilingual: bool = False
    """Whether each unit of a file is a translation beside its source, so that `termbase check` reads it."""
    recognize: Recognizer | None = None
    """Whether the first few kilobytes of a file look like this format; asked when the extension says nothing."""
