"""Text files as lines: which encoding they are in, and decoding them in bounded memory."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from termbase.errors import Unreadable

_CHUNK = 1 << 16
_LOOKED_AT = 1 << 18
_LONGEST_LINE = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
_HIGH = re.compile(rb"[\x80-\xff]+")
_ENDS = re.compile("\r\n|\r|\n")


class TextSource:
    """A stream of bytes as numbered lines of text."""

    def __init__(self, stream: BinaryIO, *, encoding: str = "") -> None:
        self._stream = stream
        self.start = stream.read(_LOOKED_AT)
        """The first bytes, for those who want to look before reading."""
        self.encoding = checked(encoding) if encoding else guess_encoding(self.start)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield (number from 1, line without its end); raise `Unreadable` where the bytes are no such text."""
        made = codecs.getincrementaldecoder(self.encoding)("strict")
        number, rest, first = 1, "", True
        data = self.start
        while True:
            try:
                text = made.decode(data, final=not data)
            except UnicodeError as error:
                good = data[: error.start].count(b"\n") if isinstance(error, UnicodeDecodeError) else 0
                raise Unreadable(
                    f"These bytes are not {self.encoding.upper()}. Save the file as UTF-8, or say its encoding.",
                    line=number + good,
                ) from error
            if first:
                text, first = text.removeprefix("\ufeff"), False
            if "\0" in text:
                line = number + text[: text.index("\0")].count("\n")
                raise Unreadable("The file holds NUL bytes: it is no text, or text in another encoding.", line=line)
            pieces = _ENDS.split(rest + text)
            # a "\r" at the end of a piece may be half of "\r\n": wait for the next one
            if data and (rest + text).endswith("\r"):
                pieces = [*pieces[:-2], pieces[-2] + "\r"]
            rest = pieces.pop()
            for piece in pieces:
                yield number, piece
                number += 1
            if len(rest) > _LONGEST_LINE:
                raise Unreadable("One line is longer than a million characters; is this the right format?", line=number)
            if not data:
                if rest:
                    yield number, rest
                return
            data = self._stream.read(_CHUNK)


def checked(encoding: str) -> str:
    """The proper name of an encoding for text; `Unreadable` when there is none of that name."""
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        found = None
    if found is None or found.name in _NO_TEXT or not getattr(found, "_is_text_encoding", True):
        raise Unreadable(f"The encoding '{encoding[:40]}' is not known. Save the file as UTF-8 and try again.", line=1)
    return found.name


def guess_encoding(start: bytes) -> str:
    """UTF-8, UTF-16, UTF-32, GB18030 or Windows-1252, by the first bytes."""
    for bom, name in _BOMS:
        if start.startswith(bom):
            return name
    if start[:400].count(b"\0") > len(start[:400]) // 4:
        return "utf-16-le" if start[1:2] == b"\0" else "utf-16-be"
    if _decodes(start, "utf-8"):
        return "utf-8"
    runs = _HIGH.findall(start)
    single = sum(len(run) == 1 for run in runs)
    return "gb18030" if single * 2 < len(runs) and _decodes(start, "gb18030") else "cp1252"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)("strict").decode(data)
    except UnicodeError:
        return False
    return True
