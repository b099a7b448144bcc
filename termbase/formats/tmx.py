"""TMX: the exchange format of translation memories. Reads 1.1 to 1.4, plain or packed (gz, zip); writes 1.4b.

Survives a round trip: key, languages, text, inline tags with their place, notes, props, context, previous and next,
scenario, stage, subject, product, audience, tags, file, references, plural index, dates, users, use counts.
Does not: origin, ids and review state (only approved variants are written). With terms, the preferred term of each
language is written, with subject and definition; everything else is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from termbase.errors import Unreadable, UsageError
from termbase.formats import quick, xml
from termbase.formats import tmx_fields as names
from termbase.formats.format import MEMORY, TERMS, Format, ReadOptions, Row
from termbase.formats.tmx_writing import write
from termbase.languages import normalize_tag
from termbase.model import NOTHING, InlineTag, Unit, Variant

_TECHNICAL = frozenset(("o-encoding", "o-tmf", "creationtool", "creationtoolversion"))


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Row]:
    """Yield a row for each tu, with its line and the names of what it held that is not kept."""
    source = xml.Source(stream, encoding=options.encoding)
    rows: list[Row] = []
    _Handlers(source, rows, options)
    yield from source.rows(rows)


def recognize(start: bytes) -> bool:
    """Whether a file starts like TMX."""
    return xml.root_of(start) == "tmx"


_make_unit, _make_variant = quick.maker(Unit), quick.maker(Variant)


class _Handlers:
    """What the parser calls: gathers one tu at a time and puts it in `rows`."""

    def __init__(self, source: xml.Source, rows: list[Row], options: ReadOptions) -> None:
        self.parser, self.rows, self.options = source.parser, rows, options
        self.text: list[str] = []
        self.root = ""
        self.header_lang = ""
        self.keys: set[int] = set()
        self.unit: dict[str, str] | None = None
        self.variant: dict[str, str] | None = None
        self.segment: _Segment | None = None
        self.in_segment = False
        self.prop: dict[str, str] = {}
        self._clear_unit()
        self._clear_variant()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text.append

    def _clear_unit(self) -> None:
        self.notes: list[str] = []
        self.props: dict[str, str] = {}
        self.known: dict[str, str] = {}
        self.tags: list[str] = []
        self.references: list[str] = []
        self.variants: list[Variant] = []
        self.dropped: list[str] = []

    def _clear_variant(self) -> None:
        self.variant_notes: list[str] = []
        self.variant_props: dict[str, str] = {}
        self.plural: int | None = None
        self.said: tuple[str, tuple[InlineTag, ...]] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.in_segment:
            if self.segment is None:  # made only for a seg that holds tags: most do not
                self.segment = _Segment(self.text)
            self.segment.start(name, attributes)
            return
        self.text.clear()
        if name == "seg":
            self.in_segment = self.variant is not None
        elif name == "tuv":
            self.variant = attributes
        elif name == "tu":
            self.unit, self.line = attributes, self.parser.CurrentLineNumber
        elif name == "prop":
            self.prop = attributes
        elif name == "header":
            self.header_lang = self._tag(attributes.get("srclang", ""))
        elif not self.root:
            self.root = name
            if name != "tmx":
                raise Unreadable(f"This is XML, but its root is <{name}>, not <tmx>. Is it another format?", line=1)

    def end(self, name: str) -> None:
        if self.in_segment:
            if self.segment is None:
                self.said = "".join(self.text), ()
                self.in_segment = False
            elif name == "seg" and not self.segment.stack:
                self.said = self.segment.finish()
                self.dropped += self.segment.dropped
                self.segment, self.in_segment = None, False
            else:
                self.segment.end(name)
        elif name == "tuv":
            self._end_variant()
        elif name == "tu":
            self._end_unit()
        elif name == "prop":
            self._end_prop("".join(self.text))
        elif name == "note":
            if self.variant is not None:
                self.variant_notes.append("".join(self.text))
            elif self.unit is not None:
                self.notes.append("".join(self.text))

    def _end_prop(self, text: str) -> None:
        kind = self.prop.get("type", "")
        if self.unit is None:
            return
        if not kind:
            self.dropped.append("prop without a type")
        elif self.variant is not None:
            if kind == names.PLURAL and text.isdecimal() and len(text) < 4:
                self.plural = int(text)
            else:
                _put(self.variant_props, kind, text)
        elif kind == names.TAG:
            self.tags.append(text)
        elif kind == names.REFERENCE:
            self.references.append(text)
        elif kind in names.ALIASES and names.ALIASES[kind] not in self.known:
            self.known[names.ALIASES[kind]] = text
        else:
            _put(self.props, kind, text)

    def _end_variant(self) -> None:
        attributes, self.variant = self.variant or {}, None
        lang = self._tag(attributes.get("xml:lang") or attributes.get("lang", ""))
        text, tags = self.said or ("", ())
        if not lang:
            self.dropped.append("variant without a language")
        elif not text and not tags:
            self.dropped.append(f"empty variant in {lang}")
        else:
            more = self._more(attributes) if len(attributes) > 1 else {}
            if "usagecount" in attributes and attributes["usagecount"].isdecimal():
                more["use_count"] = min(int(attributes["usagecount"][:12]), 1 << 31)
            if self.variant_notes:
                more["note"] = "\n".join(self.variant_notes)
            if self.variant_props:
                more["props"] = self.variant_props
            self.variants.append(_make_variant(lang=lang, text=text, tags=tags, plural=self.plural, **more))
        self._clear_variant()

    def _end_unit(self) -> None:
        attributes, self.unit = self.unit or {}, None
        if not self.variants:
            self.rows.append(Row(line=self.line, skipped="No text in any language.", dropped=tuple(self.dropped)))
            self._clear_unit()
            return
        more: dict[str, Any] = self.known
        if attributes:
            more |= self._more(attributes)
            for name in names.KEPT_ATTRIBUTES:
                if name in attributes:
                    self.props[f"tmx:{name}"] = attributes[name]
            key = attributes.get("tuid", "")
            if key and hash(key) in self.keys:
                self.dropped.append("tuid that another unit of this file has")
            elif key:
                self.keys.add(hash(key))
                more["key"] = key
            if attributes.get("srclang"):
                more["source_lang"] = self._tag(attributes["srclang"])
        if self.notes:
            more["note"] = "\n".join(self.notes)
        more.setdefault("source_lang", self.options.source_lang or self.header_lang)
        unit = _make_unit(
            origin=self.options.origin,
            variants=tuple(self.variants),
            props=self.props or NOTHING,
            tags=tuple(self.tags),
            references=tuple(self.references),
            **more,
        )
        self.rows.append(Row(line=self.line, item=unit, dropped=tuple(self.dropped)))
        self._clear_unit()

    def _more(self, attributes: dict[str, str]) -> dict[str, Any]:
        """Who and when; notes technical attributes that are not kept."""
        more: dict[str, Any] = {}
        for name, value in attributes.items():
            if name == "creationid":
                more["created_by"] = value
            elif name == "changeid":
                more["changed_by"] = value
            elif name in ("creationdate", "changedate"):
                time = names.read_time(value)
                if time is None:
                    self.dropped.append(f"{name} that is no date")
                else:
                    more["created_at" if name == "creationdate" else "changed_at"] = time
            elif name in _TECHNICAL:
                self.dropped.append(name)
        return more

    def _tag(self, lang: str) -> str:
        if not lang or lang == "*all*":
            return ""
        try:
            return normalize_tag(lang)
        except UsageError:
            self.dropped.append(f"language '{lang[:40]}', which is no language tag")
            return ""


class _Segment:
    """The text of a seg and the tags in it. Content of bpt, ept, ph, it and ut is payload, of hi it is text."""

    def __init__(self, text: list[str]) -> None:
        self.text = text
        self.before: list[str] = []
        self.length = 0
        self.tags: list[InlineTag] = []
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.code = 0
        """How many levels deep we are inside a code; 0 in the text itself."""
        self.flat: list[str] = []
        self.inner: list[str] = []
        self.nested = False
        self.dropped: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        self.stack.append((name, attributes))
        if len(self.stack) > 50:
            raise Unreadable("Inline elements are nested more than 50 deep.")
        if self.code:
            self.code += 1
            self.nested = True
            shown = "".join(f" {key}={xml.quote(value)}" for key, value in attributes.items())
            self.inner.append(f"<{name}{shown}>")
        elif name == "hi":
            self._add("hi", attributes)
        elif name in names.INLINE:
            self.code = 1
        else:
            self.dropped.append(f"<{name}> in a segment (its text is kept)")

    def end(self, name: str) -> None:
        self._flush()
        _, attributes = self.stack.pop()
        if self.code > 1:
            self.code -= 1
            self.inner.append(f"</{name}>")
        elif self.code == 1:
            self.code = 0
            self._add(name, attributes, "".join(self.flat), "".join(self.inner) if self.nested else "")
            self.flat.clear()
            self.inner.clear()
            self.nested = False
        elif name == "hi":
            self._add("/hi", {})

    def finish(self) -> tuple[str, tuple[InlineTag, ...]]:
        """The plain text and its tags."""
        self._flush()
        return "".join(self.before), tuple(self.tags)

    def _flush(self) -> None:
        if not self.text:
            return
        text = "".join(self.text)
        self.text.clear()
        if self.code:
            self.flat.append(text)
            self.inner.append(xml.escape(text))
        else:
            self.before.append(text)
            self.length += len(text)

    def _add(self, kind: str, attributes: dict[str, str], payload: str = "", inner: str = "") -> None:
        props = dict(attributes)
        first = names.INLINE[kind][0] if kind in names.INLINE else ""
        identity = props.pop(first, "")
        if inner:
            props["inner"] = inner
        self.tags.append(
            InlineTag(position=self.length, kind=kind, id=identity, payload=payload, props=props or NOTHING)
        )


def _put(props: dict[str, str], kind: str, text: str) -> None:
    """Keep a prop; a second one of the same type becomes `type#2`."""
    name, number = kind, 1
    while name in props:
        number += 1
        name = f"{kind}#{number}"
    props[name] = text


FORMAT = Format(
    name="tmx",
    title="TMX 1.4b (translation memory)",
    extensions=(".tmx", ".tmx.gz", ".tmx.zip"),
    content=(MEMORY, TERMS),
    bilingual=True,
    read=read,
    write=write,
    recognize=recognize,
)
