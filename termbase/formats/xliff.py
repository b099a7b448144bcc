"""XLIFF 1.2 and 2.x: read as a memory, one unit a trans-unit (1.2) or a segment (2.x).

Reading is generous: prefixes, vendors' elements and attributes, files that break the schema. Kept are ids (the key),
resource names (the context), languages, texts, inline codes with their place, notes, the original file's name. A target
that is marked as not yet right (state `initial`, `new`, `needs-…`, approved `no`) is a proposed variant. Left out are
units that are not to be translated, targets that are missing or a copy of the source that waits for its translation,
and proposals beside the target (alt-trans, matches).
Does not: write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from termbase.errors import Unreadable, UsageError
from termbase.formats import xml
from termbase.formats.format import MEMORY, Format, ReadOptions, Row
from termbase.languages import normalize_tag
from termbase.model import NOTHING, InlineTag, State, Unit, Variant

_UNITS = {"trans-unit", "segment"}
_HOLDERS = {"file", "group", "unit", "trans-unit"}
"""Elements that may say `translate`; what they say holds for what they hold."""
_BESIDE = {"alt-trans", "matches", "seg-source", "bin-unit", "glossary", "internal-file", "skeleton", "changeTrack"}
"""Elements whose texts are no source or target of the unit."""
_CODES = {"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em"}
"""Inline elements that stand for markup; what they hold is no text."""
_WRAPS = {"g", "pc", "mrk", "hi"}
"""Inline elements around text."""
_WAITING = {"new", "needs-translation", "initial"}
_DEEPEST = 200


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Row]:
    """Yield a row for each unit, with the line it begins on."""
    source = xml.Source(stream, encoding=options.encoding)
    rows: list[Row] = []
    _Handlers(source, rows, options)
    yield from source.rows(rows)


def recognize(start: bytes) -> bool:
    """Whether a file starts like XLIFF."""
    return xml.root_of(start) == "xliff"


class _Handlers:
    """What the parser calls: gathers one unit at a time and puts it in `rows`."""

    def __init__(self, source: xml.Source, rows: list[Row], options: ReadOptions) -> None:
        self.source, self.rows, self.options = source, rows, options
        self.root = ""
        self.depth = 0
        self.beside = 0
        """Depth of the element whose texts are not read; 0 when there is none."""
        self.holders: list[tuple[str, Mapping[str, str]]] = []
        self.langs: dict[str, str] = {}
        self.unit: Mapping[str, str] | None = None
        self.line = 0
        self.sides: dict[str, _Side] = {}
        self.side: _Side | None = None
        self.notes: list[str] = []
        self.note: list[str] | None = None
        parser = source.parser
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unreadable(f"Elements are nested more than {_DEEPEST} deep.", line=self.source.line)
        if not self.root:
            self.root = name
            if name != "xliff":
                raise Unreadable(f"This is XML, but its root is <{name}>, not <xliff>. Is it another format?", line=1)
            self._take_languages(attributes, "srcLang", "trgLang")
        elif self.beside:
            return
        elif self.side is not None:
            self.side.start(name, attributes, self.source.line)
        elif name in _BESIDE:
            self.beside = self.depth
        elif name in ("source", "target"):
            if self.unit is not None:
                self.side = self.sides[name] = _Side(attributes)
        elif name == "note":
            self.note = []
        else:
            if name in _UNITS:
                self.unit, self.line, self.sides = attributes, self.source.line, {}
            if name in _HOLDERS:
                self.holders.append((name, attributes))
                if name in ("unit", "trans-unit"):
                    self.notes = []
            if name == "file":
                self._take_languages(attributes, "source-language", "target-language")

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        depth, self.depth = self.depth, self.depth - 1
        if self.beside:
            if depth == self.beside:
                self.beside = 0
        elif self.side is not None:
            if not self.side.end(name):
                self.side = None
        elif name == "note":
            self.notes.append("".join(self.note or ()).strip())
            self.note = None
        else:
            if name in _UNITS and self.unit is not None:
                self.rows.append(self._row(self.unit))
                self.unit = None
            if name in _HOLDERS and self.holders:
                self.holders.pop()

    def characters(self, text: str) -> None:
        if self.beside:
            return
        if self.side is not None:
            self.side.characters(text)
        elif self.note is not None:
            self.note.append(text)

    def _row(self, unit: Mapping[str, str]) -> Row:
        source, target = self.sides.get("source"), self.sides.get("target")
        if self._said("translate") == "no":
            return Row(line=self.line, skipped="Marked as not to be translated.")
        if source is None or not source.text.strip():
            return Row(line=self.line, skipped="The source text is empty.")
        state = (target.attributes.get("state") if target else "") or unit.get("state", "")
        if target is None or not target.text.strip() or (state in _WAITING and target.text == source.text):
            return Row(line=self.line, skipped="Not translated.")
        waiting = state in _WAITING or state.startswith("needs-") or unit.get("approved") == "no"
        return Row(
            line=self.line,
            item=Unit(
                origin=self.options.origin,
                key=self._key(unit),
                context=unit.get("resname", "") or self._said("name"),
                source_lang=self._lang("source"),
                file=self._said("original"),
                note="\n".join(note for note in self.notes if note),
                variants=(
                    Variant(lang=self._lang("source"), text=source.text, tags=tuple(source.tags)),
                    Variant(
                        lang=self._lang("target"),
                        text=target.text,
                        tags=tuple(target.tags),
                        state=State.PROPOSED if waiting else State.APPROVED,
                    ),
                ),
            ),
        )

    def _key(self, unit: Mapping[str, str]) -> str:
        """The unit's id; in 2.x that of the unit, with its segment's when that has one."""
        above = self.holders[-1][1].get("id", "") if self.holders else ""
        own = unit.get("id", "")
        return own if above == own else "/".join(part for part in (above, own) if part)

    def _said(self, attribute: str) -> str:
        """What the closest holder that says anything says."""
        return next((held[attribute] for _, held in reversed(self.holders) if held.get(attribute)), "")

    def _take_languages(self, attributes: Mapping[str, str], source: str, target: str) -> None:
        for side, name in (("source", source), ("target", target)):
            if attributes.get(name):
                self.langs[side] = self._tag(attributes[name])

    def _lang(self, side: str) -> str:
        """The language of a side: said by the person, the file or the element itself."""
        said = self.options.source_lang if side == "source" else self.options.target_lang
        own = self.sides[side].attributes.get("xml:lang", "")
        lang = said or self.langs.get(side, "") or (self._tag(own) if own else "")
        if not lang:
            raise Unreadable(
                f"The file does not say which language its {side} texts are in. Say the {side} language.",
                line=self.line,
            )
        return lang

    def _tag(self, lang: str) -> str:
        try:
            return normalize_tag(lang)
        except UsageError as error:
            raise Unreadable(str(error), line=self.source.line) from error


class _Side:
    """The text of a source or target and the codes in it."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.attributes = attributes
        self.tags: list[InlineTag] = []
        self.open: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._code = 0
        """How many levels deep we are inside a code; 0 in the text itself."""
        self._payload: list[str] = []
        self._id = ""

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(self._parts)

    def start(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        self.open.append(name)
        if self._code or name in _CODES:
            self._code += 1
            if self._code == 1:
                self._id, self._payload = attributes.get("id", ""), []
        elif name == "cp":  # a character that XML cannot hold
            self.characters("\ufffd")
        elif name in _WRAPS:
            self._add(name, attributes.get("id", "") or attributes.get("mid", ""))

    def end(self, name: str) -> bool:
        """Leave an element; false when it was the side itself."""
        if not self.open:
            return False
        self.open.pop()
        if self._code:
            self._code -= 1
            if not self._code:
                self._add(name, self._id, "".join(self._payload))
        elif name in _WRAPS:
            self._add(f"/{name}", "")
        return True

    def characters(self, text: str) -> None:
        if self._code:
            self._payload.append(text)
        else:
            self._parts.append(text)
            self._length += len(text)

    def _add(self, kind: str, identity: str, payload: str = "") -> None:
        self.tags.append(InlineTag(position=self._length, kind=kind, id=identity, payload=payload, props=NOTHING))


FORMAT = Format(
    name="xliff",
    title="XLIFF 1.2 and 2.x",
    extensions=(".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    content=(MEMORY,),
    read=read,
    recognize=recognize,
    bilingual=True,
)
