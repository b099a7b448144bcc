"""PO: gettext catalogues, as a glossary of two languages or as a memory.

Survives a round trip of a memory: msgctxt, both texts, plural forms, fuzzy (a proposed variant), flags, translator and
extracted comments, references, previous texts, obsolete entries.
A glossary holds the preferred term of the source language with each term of the target language; definition, subject,
status, part of speech, reason and note stand in comments, a term to avoid has the flag `forbidden`, a name that must
stay as it is has `read-only`. A file we wrote is read back as concepts; any other as a memory, unless told otherwise.
Does not: more than two languages a file; ids, dates and people; rejected and quarantined variants; match rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from termbase.errors import Unreadable, UsageError
from termbase.formats.format import MEMORY, TERMS, Format, ReadOptions, Row
from termbase.formats.po_glossary import Glossary
from termbase.formats.po_scanning import Entry, Scanner
from termbase.formats.po_writing import CONTENT, SOURCE, write
from termbase.formats.text import TextSource, checked, guess_encoding
from termbase.languages import known, normalize_tag
from termbase.model import NOTHING, State, Unit, Variant

_CHARSET = re.compile(rb"Content-Type:[^\n]{0,60}?charset=([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|[./\\])([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?(?:@\w+)?)\.po$")
_MARKS = (b"msgid", b"msgstr")


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Row]:
    """Yield a row for each entry, with the line of its msgid or msgctxt."""
    source = TextSource(stream)
    source.encoding = _encoding(source.start, options)
    named = _language_of_name(options.origin) or _language_of_name(str(getattr(stream, "name", "")))
    source_lang, target_lang = options.source_lang or "en", options.target_lang or named
    glossary: Glossary | None = None
    seen = 0
    for found in Scanner().entries(source.lines()):
        if isinstance(found, Row):
            yield found
            continue
        seen += 1
        if not found.msgid and found.context is None and not found.obsolete:
            header = _header(found)
            target_lang = options.target_lang or _language(header) or named
            source_lang = options.source_lang or _tag(header.get(SOURCE.lower(), "")) or "en"
            if (options.content or header.get(CONTENT.lower(), "")) == TERMS:
                glossary = Glossary(options, source_lang, target_lang)
            yield Row(line=found.line, skipped=f"Header; read as {source_lang} → {target_lang or 'unknown'}.")
            continue
        if not target_lang:
            raise Unreadable(
                "The header does not say which language this PO file is in (Language: de). Say the target language.",
                line=found.line,
            )
        if glossary is None and seen == 1 and options.content == TERMS:
            glossary = Glossary(options, source_lang, target_lang)
        if glossary is not None:
            yield from glossary.take(found)
        else:
            yield _row(found, options, source_lang, target_lang)
    if glossary is not None:
        yield from glossary.finish()


def recognize(start: bytes) -> bool:
    """Whether a file starts like PO."""
    text = start.replace(b"\0", b"")
    return all(mark in text for mark in _MARKS) and re.search(rb'^msg(?:id|ctxt)\s*"', text, re.MULTILINE) is not None


def _encoding(start: bytes, options: ReadOptions) -> str:
    if options.encoding:
        return checked(options.encoding)
    declared = _CHARSET.search(start)
    guessed = guess_encoding(start)
    if guessed.startswith(("utf-16", "utf-32")) or declared is None:
        return guessed
    name = declared[1].decode("ascii")
    return guessed if name.upper() == "CHARSET" else checked(name)


def _row(entry: Entry, options: ReadOptions, source_lang: str, target_lang: str) -> Row:
    if not entry.msgid:
        return Row(line=entry.line, skipped="The source text is empty.")
    if not any(entry.msgstr.values()):
        return Row(line=entry.line, skipped="Not translated.")
    state = State.PROPOSED if "fuzzy" in entry.flags else State.APPROVED
    plural = entry.plural is not None
    variants = [Variant(lang=source_lang, text=entry.msgid, plural=0 if plural else None)]
    if entry.plural is not None:
        variants.append(Variant(lang=source_lang, text=entry.plural, plural=1))
    variants += [
        Variant(lang=target_lang, text=text, plural=index if plural else None, state=state)
        for index, text in sorted(entry.msgstr.items())
        if text
    ]
    props = {
        "flags": ", ".join(flag for flag in entry.flags if flag != "fuzzy"),
        "extracted": "\n".join(entry.extracted),
        "obsolete": "yes" if entry.obsolete else "",
        **{f"previous {name}": text for name, text in entry.previous.items()},
    }
    unit = Unit(
        origin=options.origin,
        context=entry.context or "",
        source_lang=source_lang,
        note="\n".join(entry.comments),
        references=tuple(entry.references),
        props={name: text for name, text in props.items() if text} or NOTHING,
        variants=tuple(variants),
    )
    return Row(line=entry.line, item=unit)


def _header(entry: Entry) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in entry.msgstr.get(0, "").split("\n"):
        name, found, value = line.partition(":")
        if found:
            fields[name.strip().lower()] = value.strip()
    return fields


def _language(header: Mapping[str, str]) -> str:
    """The language a header names, by its tag or, in older files, by the name of its team."""
    team = header.get("language-team", "").lower()
    by_name = next((one.code for one in known() if re.search(rf"\b{one.name.lower()}\b", team)), "")
    return _tag(header.get("language", "")) or by_name


def _language_of_name(name: str) -> str:
    """The language that a file's name is, or ends with: `pt_BR.po`, `messages.de.po`."""
    found = _NAMED.search(name)
    return _tag(found[1]) if found else ""


def _tag(text: str) -> str:
    try:
        return normalize_tag(text) if text else ""
    except UsageError:
        return ""


FORMAT = Format(
    name="po",
    title="PO (gettext), glossary or memory",
    extensions=(".po",),
    content=(TERMS, MEMORY),
    bilingual=True,
    read=read,
    write=write,
    recognize=recognize,
)
