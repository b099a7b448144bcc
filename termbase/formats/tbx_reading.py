"""Reading TBX: v2 (tig and ntig) and v3 (Core, Min, Basic, Linguist; styles dca and dct), one concept at a time.

Elements are known by their local names and data categories by their own, so that both styles are one:
`<termNote type="partOfSpeech">` and `<min:partOfSpeech>` are the same thing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, TreeBuilder

from termbase.errors import Unreadable, UsageError
from termbase.formats import tbx_categories as words
from termbase.formats import tbx_notes, xml
from termbase.formats.format import ReadOptions, Row
from termbase.formats.tmx_fields import read_time
from termbase.languages import normalize_tag
from termbase.model import Concept, Gender, PartOfSpeech, State, Status, Term, implied_status

STORE = "termbase store: "
"""What our own files say in sourceDesc, before the id of the store they come from."""

_ENTRY = {"termEntry", "conceptEntry"}
_LANGUAGE = {"langSet", "langSec"}
_TERM = {"tig", "ntig", "termSec"}
_TYPED = {"admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref"}
_DEEPEST = 60
_WRAPPED = re.compile(r"[ \t]*\n[ \t]+|\t")


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Row]:
    """Yield a row for each concept, with its line and the names of what it held that is not kept."""
    source = xml.Source(stream, encoding=options.encoding)
    rows: list[Row] = []
    _Handlers(source, rows, options)
    yield from source.rows(rows)


class _Handlers:
    """What the parser calls: builds the small tree of one concept, then makes its row."""

    def __init__(self, source: xml.Source, rows: list[Row], options: ReadOptions) -> None:
        self.parser, self.rows, self.options = source.parser, rows, options
        self.builder: TreeBuilder | None = None
        self.depth = self.line = 0
        self.root = self.default_lang = self.store = ""
        self.ids: dict[int, int] = {}
        self.text: list[str] = []
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text.append

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unreadable(f"Elements are nested more than {_DEEPEST} deep.", line=self.parser.CurrentLineNumber)
        if self.builder is not None:
            self.builder.start(name, attributes)
            return
        self.text.clear()
        if name in _ENTRY:
            self.line = self.parser.CurrentLineNumber
            self.builder = TreeBuilder()
            self.builder.start(name, attributes)
            self.parser.CharacterDataHandler = self.builder.data
        elif not self.root:
            self.root = name
            if name.lower() not in ("martif", "tbx"):
                raise Unreadable(f"This is XML, but its root is <{name}>, not TBX. Is it another format?", line=1)
            self.default_lang = _tag(attributes.get("xml:lang", ""))

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        self.depth -= 1
        if self.builder is None:
            if name == "p" and (text := "".join(self.text).strip()).startswith(STORE):
                self.store = text.removeprefix(STORE).strip()
            return
        element = self.builder.end(name)
        if name in _ENTRY:
            self.builder = None
            self.parser.CharacterDataHandler = self.text.append
            self.rows.append(self._row(element))

    def _row(self, element: Element) -> Row:
        entry = _Entry(element, self.default_lang)
        dropped = tuple(entry.dropped)
        if not entry.terms:
            return Row(line=self.line, skipped="The concept has no terms.", dropped=dropped)
        identity = element.get("id", "")
        concept = entry.concept()
        if identity:
            count = self.ids.get(hash(identity), 0) + 1
            self.ids[hash(identity)] = count
            if count > 1:
                identity = f"{identity}#{count}"
                dropped = (*dropped, "id that another concept of this file has")
        return Row(line=self.line, item=self._settled(concept, identity), dropped=dropped)

    def _settled(self, concept: Concept, identity: str) -> Concept:
        """The concept under its name here: our own files say where it is from, others are an origin themselves."""
        if not self.store:
            props = dict(concept.props)
            if concept.origin:
                props.setdefault("source", concept.origin)
            return replace(
                concept, origin=self.options.origin, external_id=concept.external_id or identity, props=props
            )
        if concept.origin:
            return replace(concept, external_id=concept.external_id or identity)
        if self.store == self.options.store_id:
            return replace(concept, id=identity)
        return replace(concept, origin=self.store, external_id=identity)


class _Entry:
    """One concept while its tree is read."""

    def __init__(self, element: Element, default_lang: str) -> None:
        self.default_lang = default_lang
        self.fields: dict[str, Any] = {}
        self.props: dict[str, str] = {}
        self.definitions: dict[str, str] = {}
        self.notes: list[str] = []
        self.terms: list[Term] = []
        self.dropped: list[str] = []
        self._unsaid: set[int] = set()
        """Positions of terms whose status the file does not tell."""
        for category, fact, inside in _facts(element):
            if fact.tag in _LANGUAGE:
                self._language(fact)
            else:
                self._concept_fact(category, fact, inside)

    def concept(self) -> Concept:
        """The concept, with one preferred term a language."""
        fields = dict(self.fields)
        props = {**self.props, **fields.pop("props", {})}
        return Concept(
            definitions=self.definitions,
            note="\n".join(self.notes),
            props=props,
            terms=tuple(self._with_status()),
            **fields,
        )

    def _with_status(self) -> Iterator[Term]:
        """Terms whose status is not told: the first of a language is preferred, unless another says it is."""
        said = [term for number, term in enumerate(self.terms) if number not in self._unsaid]
        taken = {term.lang for term in said if term.status is Status.PREFERRED and term.reason is None}
        seen: set[str] = set()
        for number, term in enumerate(self.terms):
            if number in self._unsaid and term.reason is None:
                yield replace(term, status=Status.ADMITTED if term.lang in taken else Status.PREFERRED)
                taken.add(term.lang)
                seen.add(term.lang)
            elif term.status is Status.PREFERRED and term.reason is None and term.lang in seen:
                self.dropped.append(f"preferred status of a second term in {term.lang}")
                yield replace(term, status=Status.ADMITTED)
            else:
                if term.status is Status.PREFERRED and term.reason is None:
                    seen.add(term.lang)
                yield term

    def _concept_fact(self, category: str, fact: Element, inside: str) -> None:
        text = _text(fact)
        if category == "note":
            if tbx_notes.is_ours(_raw(fact)):
                fields, dropped = tbx_notes.parse_concept(_raw(fact))
                self.fields |= fields
                self.dropped += dropped
            elif text:
                self.notes.append(text)
        elif inside:
            self._inner_fact(category, text, inside, _tag(fact.get("xml:lang", "")) or self.default_lang)
        elif category == "definition":
            self._define(_tag(fact.get("xml:lang", "")) or self.default_lang or "und", text)
        elif category == "subjectField":
            self.fields["subject"] = "; ".join(filter(None, (self.fields.get("subject", ""), text)))
        elif category == "projectSubset":
            self._set("product", text, category)
        elif category == "customerSubset":
            self._set("audience", text, category)
        elif category == "source":
            self._set("origin", text, category)
        elif category == "xGraphic":
            self._set("image", fact.get("target") or text, category)
        elif category == "crossReference":
            self._set("use_instead", fact.get("target") or text, category)
        elif category == "transacGrp":
            self._transaction(fact, self.fields)
        else:
            self._prop(category, fact.get("target") or text)

    def _language(self, section: Element) -> None:
        said = section.get("xml:lang") or section.get("lang") or ""
        lang = _tag(said)
        if not lang:
            count = sum(one.tag in _TERM for one in section)
            self.dropped.append(f"{count} terms of language '{said[:40]}', which is no language tag")
            return
        for category, fact, inside in _facts(section):
            text = _text(fact)
            if fact.tag in _TERM:
                self._term(fact, lang)
            elif inside:
                self._inner_fact(category, text, inside, lang)
            elif category == "definition":
                self._define(lang, text)
            elif category == "xGraphic":
                self._set("image", fact.get("target") or text, category)
            elif category == "transacGrp":
                if "transacGrp of a language" not in self.dropped:
                    self.dropped.append("transacGrp of a language")
            else:
                self._prop(f"{category}:{lang}", fact.get("target") or text)

    def _term(self, section: Element, lang: str) -> None:
        element = next(section.iter("term"), None)
        text = " ".join(_raw(element).split()) if element is not None else ""
        if element is None or not text:
            self.dropped.append(f"empty term in {lang}")
            return
        if len(element):
            self.dropped.append("markup inside a term")
        term = _TermFields(self.dropped)
        term.fields["external_id"] = section.get("id") or element.get("id") or ""
        for category, fact, inside in _facts(section):
            if fact.tag == "transacGrp":
                self._transaction(fact, term.fields)
            elif fact.tag != "term":
                term.take(category, fact, inside)
        if not term.status_said:
            term.fields["status"] = implied_status(term.fields.get("reason"))
            self._unsaid.add(len(self.terms))
        self.terms.append(Term(lang=lang, text=text, note="\n".join(term.notes), **term.fields))

    def _transaction(self, group: Element, fields: dict[str, Any]) -> None:
        kind = who = when = ""
        for part in group:
            category = _category(part)
            if category == "transactionType":
                kind = _text(part).lower()
            elif category == "responsibility":
                who = _text(part)
            elif part.tag == "date":
                when = _text(part)
            else:
                self.dropped.append(f"{category} of a transaction")
        time = read_time(when) if when else None
        if when and time is None:
            self.dropped.append("date that is no date")
        if kind in words.CREATED and "created_at" not in fields and "created_by" not in fields:
            fields.update(created_at=time, created_by=who)
        elif kind in words.CHANGED and not (time and fields.get("changed_at") and time < fields["changed_at"]):
            fields.update(changed_at=time, changed_by=who)
        elif kind not in words.CREATED | words.CHANGED:
            self.dropped.append(f"transaction '{kind[:40]}'")

    def _define(self, lang: str, text: str) -> None:
        if text:
            self.definitions[lang] = "\n".join(filter(None, (self.definitions.get(lang, ""), text)))

    def _inner_fact(self, category: str, text: str, inside: str, lang: str) -> None:
        """What stands beside a definition or another description: its source is kept, the rest is named."""
        if category in ("source", "xSource") and text:
            self._prop(f"{inside}.source:{lang}", text)
        else:
            self.dropped.append(f"{category} of {inside}")

    def _set(self, field: str, text: str, category: str) -> None:
        if self.fields.setdefault(field, text) != text:
            self._prop(category, text)

    def _prop(self, name: str, text: str) -> None:
        if not text:
            return
        unique, number = name, 1
        while unique in self.props:
            number += 1
            unique = f"{name}#{number}"
        self.props[unique] = text


class _TermFields:
    """The fields of one term while its section is read."""

    def __init__(self, dropped: list[str]) -> None:
        self.dropped = dropped
        self.fields: dict[str, Any] = {}
        self.notes: list[str] = []
        self.status_said = False

    def take(self, category: str, fact: Element, inside: str) -> None:
        """One fact of the term: kept, or named in `dropped`."""
        text = _text(fact)
        if category == "note":
            if tbx_notes.is_ours(_raw(fact)):
                fields, dropped = tbx_notes.parse_term(_raw(fact))
                self.fields |= fields
                self.dropped += dropped
            elif text:
                self.notes.append(text)
        elif inside:
            self.dropped.append(f"{category} of {inside}")
        elif category in ("administrativeStatus", "usageStatus", "normativeAuthorization", "processStatus"):
            self._take_status(category, text)
        elif category == "partOfSpeech":
            self._choose("part_of_speech", PartOfSpeech, category, text)
        elif category == "grammaticalGender":
            self._choose("gender", Gender, category, text)
        elif category == "termType":
            kind = words.TYPE.get(words.squeeze(text)) or words.TYPE.get(text.lower())
            if kind:
                self.fields["type"] = kind
            else:
                self.dropped.append(f"termType '{text[:40]}'")
        elif category == "geographicalUsage":
            self.fields["market"] = text
        elif category in ("register", "usageRegister"):
            self.fields["register"] = text
        elif category == "context":
            self.fields["context"] = "\n".join(filter(None, (self.fields.get("context", ""), text)))
        elif category == "source" and "origin" not in self.fields:
            self.fields["origin"] = text
        else:
            self.dropped.append(f"{category} of a term")

    def _take_status(self, category: str, text: str) -> None:
        word = words.squeeze(text)
        if word in words.STATE:
            if self.fields.get("state") is not State.PROPOSED:
                self.fields["state"] = words.STATE[word]
        elif word in words.STATUS and category != "processStatus":
            self.fields["status"] = words.STATUS[word]
            self.status_said = True
        else:
            self.dropped.append(f"{category} '{text[:40]}'")

    def _choose(self, field: str, kind: type[PartOfSpeech] | type[Gender], category: str, text: str) -> None:
        try:
            self.fields[field] = kind(text.lower())
        except ValueError:
            self.dropped.append(f"{category} '{text[:40]}'")


def _facts(parent: Element) -> Iterator[tuple[str, Element, str]]:
    """Children as (category, element, category of the description they belong to); groups are opened."""
    for child in parent:
        if child.tag == "termGrp":
            yield from _facts(child)
        elif child.tag.endswith("Grp") and child.tag != "transacGrp" and len(child):
            first = _category(child[0])
            yield first, child[0], ""
            for other in child[1:]:
                yield _category(other), other, first
        else:
            yield _category(child), child, ""


def _category(element: Element) -> str:
    return (element.get("type") or element.tag) if element.tag in _TYPED else element.tag


def _raw(element: Element) -> str:
    return "".join(element.itertext())


def _text(element: Element) -> str:
    """Text without the indentation that pretty printing put into it."""
    text = _raw(element).strip()
    return _WRAPPED.sub(" ", text) if "\n" in text or "\t" in text else text


def _tag(lang: str) -> str:
    try:
        return normalize_tag(lang) if lang else ""
    except UsageError:
        return ""
