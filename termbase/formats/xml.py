"""Reading and writing XML safely, for TBX and TMX.

Reading goes through expat, chunk by chunk: nothing is ever loaded from outside, a DOCTYPE is passed over, an entity
that a file declares itself is refused as soon as it is used, and no single entry may grow without bound.
"""

from __future__ import annotations

import codecs
import gzip
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, TypeVar, cast
from xml.parsers import expat

from termbase.errors import Unreadable

XMLParser = expat.XMLParserType
_Row = TypeVar("_Row")

_CHUNK = 1 << 16
_LONGEST = 16 << 20
"""Bytes without a finished entry after which the file is refused."""
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_NATIVE = {"utf-8", "ascii", "iso8859-1", "utf-16"}
_NO_TEXT = {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_PACKING_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile("[&<>\r]|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL_IN_VALUE = re.compile('[&<>"\t\n\r]|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def illegal(text: str) -> bool:
    """Whether a text holds characters that no XML file can hold."""
    return _ILLEGAL.search(text) is not None


def escape(text: str) -> str:
    """Text between tags: markup escaped, control characters left out."""
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], ""), text)


def quote(text: str) -> str:
    """An attribute's value with its quotes: markup and line breaks escaped, control characters left out."""
    if _SPECIAL_IN_VALUE.search(text) is None:
        return f'"{text}"'
    return '"' + _SPECIAL_IN_VALUE.sub(lambda found: _ESCAPES.get(found[0], ""), text) + '"'


class Source:
    """A stream that is about to be parsed: unpacked if it was packed, its encoding settled, its parser made."""

    def __init__(self, stream: BinaryIO, *, encoding: str = "") -> None:
        self._owned: list[IO[bytes]] = []
        self._start, self._stream = self._unpack(stream)
        self._decoder: codecs.IncrementalDecoder | None = None
        self.parser = self._make_parser(encoding)
        self.parser.buffer_text = True
        self.parser.buffer_size = 1 << 15
        self._entities: list[bytes] = []
        self._tail = b""
        self.parser.EntityDeclHandler = self._declare
        self.parser.DefaultHandler = self._default

    def rows(self, rows: list[_Row]) -> Iterator[_Row]:
        """Parse to the end, yielding whatever the parser's handlers put in `rows`."""
        try:
            yield from self._rows(rows)
        finally:
            self._close()

    def _rows(self, rows: list[_Row]) -> Iterator[_Row]:
        parser, silent = self.parser, 0
        try:
            while True:
                data = self._start or self._stream.read(_CHUNK)
                self._start = b""
                if self._decoder is not None:
                    parser.Parse(self._decoder.decode(data, final=not data).encode(), not data)
                else:
                    parser.Parse(data, not data)
                if self._entities:
                    self._look_for_entities(data)
                silent += len(data)
                if rows:
                    silent = 0
                    yield from rows
                    rows.clear()
                elif silent > _LONGEST:
                    raise Unreadable("One entry is longer than 16 MB; split it or leave it out.", line=self.line)
                if not data:
                    return
        except expat.ExpatError as error:
            raise Unreadable(_sentence(error), line=error.lineno) from error
        except UnicodeError as error:
            raise Unreadable(
                "These bytes do not fit the encoding the file claims to have. Save it as UTF-8 and try again.",
                line=self.line,
            ) from error
        except _PACKING_ERRORS as error:
            raise Unreadable(f"The packed file is broken ({error}). Pack it again.", line=self.line) from error

    @property
    def line(self) -> int:
        """Line the parser is at."""
        return max(1, self.parser.CurrentLineNumber)

    def _unpack(self, stream: BinaryIO) -> tuple[bytes, IO[bytes]]:
        """First bytes and the rest of a stream; of its content when it is gzip or a zip with one file of interest."""
        start = stream.read(_CHUNK)
        if not start.startswith((b"\x1f\x8b", b"PK\x03\x04")):
            return start, stream
        spool = tempfile.SpooledTemporaryFile(max_size=8 << 20)  # noqa: SIM115  closed by _close
        self._owned.append(cast(IO[bytes], spool))
        try:
            spool.write(start)
            while piece := stream.read(1 << 20):
                spool.write(piece)
            spool.seek(0)
            opened = _only_file(spool) if start.startswith(b"PK") else gzip.GzipFile(fileobj=spool, mode="rb")
            self._owned.append(cast(IO[bytes], opened))
            return opened.read(_CHUNK), cast(IO[bytes], opened)
        except _PACKING_ERRORS as error:
            self._close()
            raise Unreadable(f"The packed file is broken ({error}). Pack it again.") from error
        except Unreadable:
            self._close()
            raise

    def _close(self) -> None:
        while self._owned:
            self._owned.pop().close()

    def _make_parser(self, encoding: str) -> XMLParser:
        start = self._start
        declared = _DECLARED.match(start.removeprefix(codecs.BOM_UTF8))
        if encoding:
            name = encoding
        elif start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            name = "utf-32"
        elif start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or start[:2] in (b"<\0", b"\0<"):
            return expat.ParserCreate("utf-16")
        elif start.startswith(codecs.BOM_UTF8) or declared is None:
            return expat.ParserCreate("utf-8")
        else:
            name = declared[1].decode("ascii")
            if name.lower().startswith(("utf-16", "utf16", "ucs-2")):  # it begins with "<?xml" in bytes, so it is not
                name = "utf-8"
        try:
            found = codecs.lookup(name)
            if found.name in _NO_TEXT or not getattr(found, "_is_text_encoding", True):
                raise LookupError(name)
        except LookupError:
            raise Unreadable(
                f"The encoding '{name}' is not known. Save the file as UTF-8 and try again.", line=1
            ) from None
        if found.name in _NATIVE and not encoding:
            return expat.ParserCreate(found.name)
        self._decoder = found.incrementaldecoder("strict") if found.incrementaldecoder else None
        if self._decoder is None:
            raise Unreadable(f"The encoding '{name}' cannot be read. Save the file as UTF-8 and try again.", line=1)
        return expat.ParserCreate("utf-8")

    def _declare(
        self, name: str, is_parameter: bool, value: str | None, _b: object, _s: object, _p: object, _n: object
    ) -> None:
        if not is_parameter:
            if not name.isascii():
                raise self._refusal(name)
            self._entities.append(f"&{name};".encode("ascii"))

    def _default(self, data: str) -> None:
        if data[0] == "&":
            raise self._refusal(data[1:-1])

    def _look_for_entities(self, data: bytes) -> None:
        """Attribute values are expanded by the parser, so uses there are found in the bytes."""
        seen = self._tail + data.replace(b"\0", b"")
        for entity in self._entities:
            if entity in seen:
                raise self._refusal(entity[1:-1].decode())
        self._tail = seen[-max(map(len, self._entities)) :]

    def _refusal(self, name: str) -> Unreadable:
        return Unreadable(
            f"The file uses the entity &{name};, which is not read for safety. "
            "Write the character itself (or &amp;, &lt;, &gt;) in its place.",
            line=self.line,
        )


def root_of(start: bytes) -> str:
    """Name of the first element in the first bytes of a file, without its prefix; empty when there is none."""
    text = start.replace(b"\0", b"").decode("latin-1")
    text = re.sub(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(\[.*?\])?[^>]*>", "", text, flags=re.DOTALL)
    found = re.search(r"<\s*(?:[\w.-]+:)?([A-Za-z][\w.-]*)", text)
    return found[1] if found else ""


def _only_file(packed: IO[bytes]) -> IO[bytes]:
    archive = zipfile.ZipFile(packed)
    inside = [name for name in archive.namelist() if not name.endswith("/")]
    wanted = [name for name in inside if name.lower().endswith((".tmx", ".tbx", ".xml"))] or inside
    if len(wanted) != 1:
        raise Unreadable(f"The zip file holds {len(wanted)} files; unpack it and import them one by one.")
    return archive.open(wanted[0])


def _sentence(error: expat.ExpatError) -> str:
    reason = expat.ErrorString(error.code) or "not well-formed"
    if error.code in (3, 5, 6):  # no element found, unclosed token, partial character
        return f"The file stops before its end ({reason}). Was it cut off? Export or download it again."
    if error.code == 4:
        reason = "a character that XML does not allow here, or bytes of another encoding"
    if error.code == 11:
        return "An entity such as &nbsp; is used that nothing defines. Write the character itself in its place."
    return f"The XML is broken here: {reason}. Mend this line in an editor, or export the file again."
