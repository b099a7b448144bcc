"""Writing TBX: v3 TBX-Basic in style dca, and v2 (martif) for tools that read only that; valid by their schemas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import BinaryIO

from termbase.errors import Unwritable
from termbase.formats import tbx_notes
from termbase.formats.format import Loss, WriteOptions, Writer
from termbase.formats.losses import Losses
from termbase.formats.tbx_reading import STORE
from termbase.formats.xml import escape, illegal, quote
from termbase.languages import serves
from termbase.model import Concept, State, Term, Unit

_BUFFER = 1 << 20
_XML_ID = re.compile(r"[A-Za-z_][\w.-]*\Z")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+\Z")


@dataclass(frozen=True)
class Dialect:
    """What the elements of one version of TBX are called."""

    head: str
    end: str
    entry: str
    section: str
    term: str
    basic: bool
    """Whether only the data categories of TBX-Basic may be used."""


V3 = Dialect(
    head='<?xml version="1.0" encoding="UTF-8"?>\n'
    '<tbx type="TBX-Basic" style="dca" xml:lang={lang} xmlns="urn:iso:std:iso:30042:ed-2">\n'
    "<tbxHeader><fileDesc><sourceDesc>{about}</sourceDesc></fileDesc></tbxHeader>\n<text><body>\n",
    end="</body></text>\n</tbx>\n",
    entry="conceptEntry",
    section="langSec",
    term="termSec",
    basic=True,
)
V2 = Dialect(
    head='<?xml version="1.0" encoding="UTF-8"?>\n'
    '<martif type="TBX" xml:lang={lang}>\n'
    "<martifHeader><fileDesc><sourceDesc>{about}</sourceDesc></fileDesc>"
    '<encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n',
    end="</body></text>\n</martif>\n",
    entry="termEntry",
    section="langSet",
    term="tig",
    basic=False,
)


def write(
    items: Iterable[Concept | Unit], stream: BinaryIO, options: WriteOptions, *, dialect: Dialect
) -> tuple[Loss, ...]:
    """Write concepts and return what the file does not hold; units have no place in TBX."""
    writing = _Writing(dialect, options)
    buffer = [_head(dialect, options)]
    size = count = 0
    for item in items:
        if isinstance(item, Unit):
            writing.losses.add("unit", item.key or item.id, "TBX holds terms; write the memory as TMX")
            continue
        pieces = list(writing.concept(item))
        count += bool(pieces)
        buffer += pieces
        size += sum(map(len, pieces))
        if size > _BUFFER:
            stream.write("".join(buffer).encode())
            buffer.clear()
            size = 0
    if not count:
        raise Unwritable("There is no approved term to write, and a TBX file cannot be empty. Choose other filters.")
    buffer.append(dialect.end)
    stream.write("".join(buffer).encode())
    return writing.losses.found()


def writer(dialect: Dialect) -> Writer:
    """The writer of one dialect."""
    return partial(write, dialect=dialect)


def _head(dialect: Dialect, options: WriteOptions) -> str:
    about = f"<p>{escape(STORE + options.store_id)}</p>" if options.store_id else "<p>termbase</p>"
    if options.now:
        about += f"<p>{_time(options.now)}</p>"
    return dialect.head.format(lang=quote(options.source_lang or "en"), about=about)


class _Writing:
    """One file while it is written: which ids are taken, what was lost."""

    def __init__(self, dialect: Dialect, options: WriteOptions) -> None:
        self.dialect, self.options = dialect, options
        self.losses = Losses()
        self.taken: set[str] = set()
        self.numbers: dict[str, int] = {}
        """The last number that was given to tell equal ids apart."""
        self.named: dict[str, str] = {}
        """Concept id → its id in the file, for references to concepts already written."""

    def concept(self, concept: Concept) -> Iterator[str]:
        """The lines of one concept; none when no term of it is to be written."""
        by_lang: dict[str, list[Term]] = {}
        for term in concept.terms:
            if self._wanted(term):
                by_lang.setdefault(term.lang, []).append(term)
        if not by_lang:
            if concept.terms:
                self.losses.add(
                    "concept", concept.external_id or concept.id, "no approved term in the chosen languages"
                )
            else:
                self.losses.add("concept", concept.external_id or concept.id, "no terms")
            return
        name = self._name(concept.external_id or concept.id or f"c{len(self.taken) + 1}")
        if concept.id:
            self.named[concept.id] = name
        yield f'<{self.dialect.entry} id="{name}">\n'
        yield from self._concept_facts(concept, name, by_lang)
        for lang, terms in by_lang.items():
            yield f"<{self.dialect.section} xml:lang={quote(lang)}>\n"
            yield from self._definition(concept, lang)
            if note := concept.props.get(f"note:{lang}"):
                yield self._element("note", note)
            for term in terms:
                yield from self._term(term)
            yield f"</{self.dialect.section}>\n"
        yield f"</{self.dialect.entry}>\n"

    def _concept_facts(self, concept: Concept, name: str, by_lang: dict[str, list[Term]]) -> Iterator[str]:
        at_home = {"external_id"} if name == concept.external_id or not concept.external_id else set()
        yield from self._transactions(concept)
        yield self._typed("descrip", "subjectField", concept.subject)
        for lang in sorted(set(concept.definitions) - set(by_lang)):
            yield from self._definition(concept, lang, apart=True)
        yield self._typed("admin", "projectSubset", concept.product)
        yield self._typed("admin", "customerSubset", concept.audience)
        yield self._typed("admin", "source", concept.origin)
        if _ADDRESS.match(concept.image):
            at_home.add("image")
            yield f'<xref type="xGraphic" target={quote(concept.image)}>image</xref>\n'
        if concept.use_instead in self.named:
            target = self.named[concept.use_instead]
            yield f'<ref type="crossReference" target="{target}">{escape(target)}</ref>\n'
        if concept.note:
            yield self._element("note", concept.note)
        written = {key for lang in by_lang for key in (f"note:{lang}", f"definition.source:{lang}")}
        left = {
            key: value
            for key, value in concept.props.items()
            if key not in written
            or (key.startswith("definition.") and key.rpartition(":")[2] not in concept.definitions)
        }
        if ours := tbx_notes.concept_note(concept, props=left, leave_out=at_home):
            yield self._element("note", ours)

    def _definition(self, concept: Concept, lang: str, *, apart: bool = False) -> Iterator[str]:
        text = concept.definitions.get(lang)
        if not text:
            return
        where = f" xml:lang={quote(lang)}" if apart else ""
        definition = f'<descrip type="definition"{where}>{self._clean("definition", text)}</descrip>'
        source = "" if apart else concept.props.get(f"definition.source:{lang}", "")
        if source:
            definition = f'<descripGrp>{definition}<admin type="source">{escape(source)}</admin></descripGrp>'
        yield definition + "\n"

    def _term(self, term: Term) -> Iterator[str]:
        at_home: set[str] = set()
        identity = ""
        if term.external_id and _XML_ID.match(term.external_id) and term.external_id not in self.taken:
            self.taken.add(term.external_id)
            at_home.add("external_id")
            identity = f' id="{term.external_id}"'
        yield f"<{self.dialect.term}{identity}>\n"
        yield f"<term>{self._clean('term', term.text)}</term>\n"
        yield self._typed("termNote", "administrativeStatus", f"{term.status}Term-admn-sts")
        yield self._typed("termNote", "partOfSpeech", term.part_of_speech or "")
        yield self._typed("termNote", "grammaticalGender", term.gender or "")
        yield self._typed("termNote", "termType", term.type or "")
        yield self._typed("termNote", "geographicalUsage", term.market)
        yield from self._transactions(term)
        if term.context:
            yield f"<descripGrp>{self._typed('descrip', 'context', term.context).rstrip()}</descripGrp>\n"
        yield self._typed("admin", "source", term.origin)
        if term.note:
            yield self._element("note", term.note)
        if ours := tbx_notes.term_note(term, leave_out=at_home):
            yield self._element("note", ours)
        yield f"</{self.dialect.term}>\n"

    def _transactions(self, value: Concept | Term) -> Iterator[str]:
        for kind, at, by in (
            ("origination", value.created_at, value.created_by),
            ("modification", value.changed_at, value.changed_by),
        ):
            if at or by:
                date = f"<date>{_time(at)}</date>" if at else ""
                who = f'<transacNote type="responsibility">{escape(by)}</transacNote>' if by else ""
                yield f'<transacGrp><transac type="transactionType">{kind}</transac>{date}{who}</transacGrp>\n'

    def _wanted(self, term: Term) -> bool:
        if not term.lang or not term.text.strip():
            raise Unwritable(f"A term has no {'text' if term.lang else 'language'}: '{term.text}'. Mend it first.")
        langs = self.options.langs
        if langs and not any(one and serves(term.lang, one) for one in (*langs, self.options.source_lang)):
            return False
        if term.state is not State.APPROVED:
            self.losses.add(f"term ({term.state})", term.text, "only approved terms are written")
            return False
        return True

    def _name(self, wanted: str) -> str:
        """An XML ID: starts with a letter, unlike any other in the file."""
        base = wanted if _XML_ID.match(wanted) else "id-" + re.sub(r"[^\w.-]", "-", wanted)
        name = base
        while name in self.taken:
            self.numbers[base] = self.numbers.get(base, 1) + 1
            name = f"{base}-{self.numbers[base]}"
        self.taken.add(name)
        return name

    def _typed(self, element: str, kind: str, text: str) -> str:
        return f'<{element} type="{kind}">{self._clean(kind, text)}</{element}>\n' if text else ""

    def _element(self, element: str, text: str) -> str:
        return f"<{element}>{self._clean(element, text)}</{element}>\n"

    def _clean(self, field: str, text: str) -> str:
        if illegal(text):
            self.losses.add(f"control characters ({field})", text, "XML cannot hold them; they were left out")
        return escape(text)


def _time(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
