"""Taking a PO file apart line by line: small, fast, and sure of its line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from termbase.errors import Unreadable
from termbase.formats.format import Row

_STRING = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*\Z')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?\s*(.*)\Z", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)", re.DOTALL)
_MEANT = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass
class Entry:
    """One entry as it stands in the file."""

    line: int = 0
    """Line of its first keyword."""
    context: str | None = None
    msgid: str | None = None
    plural: str | None = None
    msgstr: dict[int, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    previous: dict[str, str] = field(default_factory=dict)
    obsolete: bool = False


class Scanner:
    """Turns lines into entries; a broken entry becomes an invalid row, and reading goes on after it."""

    def __init__(self) -> None:
        self.entry = Entry()
        self.where: tuple[str, int] = ("", 0)
        """Which text a continued string belongs to."""
        self.broken = ""
        self.broken_line = 0
        self.found = 0

    def entries(self, lines: Iterable[tuple[int, str]]) -> Iterator[Entry | Row]:
        """Yield entries, and rows for what is no entry."""
        last = 0
        for number, line in lines:
            last = number
            text = line.strip()
            if not text:
                if self.broken:
                    yield self._give_up()
                elif self.entry.msgstr:
                    yield self._take()
                continue
            if self.broken:
                if not text.startswith(("#", "msgid ", "msgctxt")):
                    continue
                yield self._give_up()
            if text[0] == "#":
                if self.entry.msgstr and not text.startswith(("#~|", '#~ "', '#~"', "#~ msgstr")):
                    yield self._take()
                problem = self._comment(text, number)
            elif text[0] == '"':
                problem = self._continue(text)
            else:
                begins = text.startswith(("msgctxt", "msgid")) and not text.startswith("msgid_plural")
                if begins and self.entry.msgstr:
                    yield self._take()
                problem = self._keyword(text, number)
            if problem and not self.found and not self.entry.line:
                raise Unreadable(f"This is no PO file: {problem}", line=number)
            if problem:
                self.broken, self.broken_line = problem, number
        if self.broken:
            yield self._give_up()
        elif self.entry.msgstr:
            yield self._take()
        elif self.entry.line:
            raise Unreadable("The file stops in the middle of an entry. Was it cut off? Export it again.", line=last)

    def _take(self) -> Row | Entry:
        entry, self.entry, self.where = self.entry, Entry(), ("", 0)
        self.found += 1
        if entry.msgid is None:
            return Row(line=entry.line, invalid="An entry has a msgstr but no msgid before it.")
        return entry

    def _give_up(self) -> Row:
        row = Row(line=self.broken_line, invalid=self.broken)
        self.entry, self.where, self.broken = Entry(), ("", 0), ""
        self.found += 1
        return row

    def _comment(self, text: str, number: int) -> str:
        mark, rest = text[1:2], text[2:]
        if mark == "~":
            return self._obsolete(rest.strip(), number)
        if mark == ",":
            self.entry.flags += [flag for part in rest.split(",") if (flag := part.strip())]
        elif mark == ":":
            self.entry.references += rest.split()
        elif mark == ".":
            self.entry.extracted.append(rest.removeprefix(" "))
        elif mark == "|":
            return self._previous(rest.strip())
        else:
            self.entry.comments.append(text[1:].removeprefix(" "))
        return ""

    def _obsolete(self, text: str, number: int) -> str:
        if text.startswith("|"):
            return self._previous(text[1:].strip())
        self.entry.obsolete = True
        if text.startswith('"'):
            return self._continue(text)
        return self._keyword(text, number) if text else ""

    def _previous(self, text: str) -> str:
        if text.startswith('"') and self.where[0].startswith("previous "):
            return self._continue(text)
        found = _KEYWORD.match(text)
        if not found or found[1] == "msgstr":
            return f"'{text[:40]}' is no previous text."
        self.where = (f"previous {found[1]}", 0)
        return self._continue(found[3])

    def _keyword(self, text: str, number: int) -> str:
        found = _KEYWORD.match(text)
        if not found:
            return f"'{text[:40]}' is neither a keyword of PO nor a text in quotes."
        self.entry.line = self.entry.line or number
        self.where = (found[1], int(found[2] or 0))
        if (found[1] == "msgstr" and self.where[1] in self.entry.msgstr) or (
            found[1] == "msgid" and self.entry.msgid is not None
        ):
            return f"{found[1]} stands twice in one entry."
        return self._continue(found[3])

    def _continue(self, text: str) -> str:
        found = _STRING.match(text)
        if not found:
            return f"The quotes do not match: {text[:40]}"
        said = found[1]
        if "\\" in said:
            said = _ESCAPE.sub(_meaning, said)
        name, index = self.where
        entry = self.entry
        if name == "msgid":
            entry.msgid = (entry.msgid or "") + said
        elif name == "msgstr":
            entry.msgstr[index] = entry.msgstr.get(index, "") + said
        elif name == "msgctxt":
            entry.context = (entry.context or "") + said
        elif name == "msgid_plural":
            entry.plural = (entry.plural or "") + said
        elif name:
            key = name.removeprefix("previous ")
            entry.previous[key] = entry.previous.get(key, "") + said
        else:
            return "A text stands where no keyword is before it."
        return ""


def _meaning(found: re.Match[str]) -> str:
    said = found[1]
    if said[0] in "01234567":
        return chr(int(said, 8))
    if said[0] == "x" and len(said) > 1:
        return chr(int(said[1:], 16))
    return _MEANT.get(said, said)
