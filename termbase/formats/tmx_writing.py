"""Writing TMX 1.4b: valid against the standard's DTD, no white space inside a segment, equal units give equal bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import BinaryIO

from termbase.errors import Unwritable
from termbase.formats import tmx_fields as names
from termbase.formats.format import Loss, WriteOptions
from termbase.formats.losses import Losses
from termbase.formats.xml import escape, illegal, quote
from termbase.languages import serves
from termbase.model import Concept, InlineTag, State, Status, Unit, Variant

_BUFFER = 1 << 20
_SEGTYPES = ("block", "paragraph", "sentence", "phrase")
_NUMBERED = re.compile(r"#\d+$")
_NOT_IN_TERMS = (
    "product", "audience", "image", "tags", "use_instead", "props", "origin", "created_at", "changed_at",
)  # fmt: skip


def write(items: Iterable[Concept | Unit], stream: BinaryIO, options: WriteOptions) -> tuple[Loss, ...]:
    """Write units, or concepts as units of their preferred terms; return what the file does not hold."""
    losses = Losses()
    buffer: list[str] = [_header(options)]
    size = 0
    for item in items:
        pieces = _concept(item, options, losses) if isinstance(item, Concept) else _unit(item, options, losses)
        buffer += pieces
        size += sum(map(len, pieces))
        if size > _BUFFER:
            stream.write("".join(buffer).encode())
            buffer.clear()
            size = 0
    buffer.append("</body>\n</tmx>\n")
    stream.write("".join(buffer).encode())
    return losses.found()


def _header(options: WriteOptions) -> str:
    date = f' creationdate="{names.write_time(options.now)}"' if options.now else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'<header creationtool="termbase" creationtoolversion={quote(_version())} segtype="block" o-tmf="termbase"'
        f' adminlang="en" srclang={quote(options.source_lang or "*all*")} datatype="plaintext"{date}/>\n'
        "<body>\n"
    )


@cache
def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("termbase")
    except metadata.PackageNotFoundError:
        return "0"


def _unit(unit: Unit, options: WriteOptions, losses: Losses) -> list[str]:
    variants = [variant for variant in unit.variants if _wanted(variant, unit, options, losses)]
    if not variants:
        return []
    if options.langs and not any(_among(variant.lang, options.langs) for variant in variants):
        losses.add("unit", unit.key or unit.id, "no variant in the chosen languages")
        return []
    if unit.origin:
        losses.add("unit.origin", unit.origin)
    pieces = [
        "<tu",
        _attribute("tuid", unit.key),
        _who(unit),
        *(_attribute(name, _kept(name, unit.props)) for name in names.KEPT_ATTRIBUTES),
        _attribute("srclang", "" if unit.source_lang == options.source_lang else unit.source_lang or "*all*"),
        ">\n",
    ]
    if unit.note:
        pieces.append(f"<note>{escape(unit.note)}</note>\n")
    for field, kind in names.PROPS.items():
        if value := getattr(unit, field):
            pieces.append(_prop(kind, value))
    pieces += [_prop(names.TAG, tag) for tag in unit.tags]
    pieces += [_prop(names.REFERENCE, reference) for reference in unit.references]
    for kind, value in unit.props.items():
        if not (kind.startswith("tmx:") and _kept(kind[4:], unit.props)):
            pieces.append(_prop(_NUMBERED.sub("", kind), value))
    for variant in variants:
        pieces += _variant(variant, losses)
    pieces.append("</tu>\n")
    return pieces


def _wanted(variant: Variant, unit: Unit, options: WriteOptions, losses: Losses) -> bool:
    if options.langs and not _among(variant.lang, (*options.langs, options.source_lang or unit.source_lang)):
        return False
    if variant.state is not State.APPROVED:
        losses.add(f"variant ({variant.state})", variant.text, "only approved variants are written")
        return False
    return bool(variant.text or variant.tags)


def _among(lang: str, wanted: Iterable[str]) -> bool:
    return any(one and serves(lang, one) for one in wanted)


def _variant(variant: Variant, losses: Losses) -> Iterator[str]:
    if not variant.lang:
        raise Unwritable(f"A variant has no language: '{variant.text[:60]}'. Give it one.")
    count = f' usagecount="{variant.use_count}"' if variant.use_count else ""
    yield f"<tuv xml:lang={quote(variant.lang)}{count}{_who(variant)}>"
    if variant.note:
        yield f"<note>{escape(variant.note)}</note>"
    if variant.plural is not None:
        yield _prop(names.PLURAL, str(variant.plural)).rstrip("\n")
    for kind, value in variant.props.items():
        yield _prop(_NUMBERED.sub("", kind), value).rstrip("\n")
    if illegal(variant.text):
        losses.add("control characters", variant.text, "XML cannot hold them; they were left out")
    text = _tagged(variant, losses) if variant.tags else escape(variant.text)
    yield f"<seg>{text}</seg></tuv>\n"


def _tagged(variant: Variant, losses: Losses) -> str:
    """The text with its inline elements; a hi without its partner is left out, an unknown code becomes ph."""
    tags = sorted(variant.tags, key=lambda tag: tag.position)
    alone = _without_partner(tags)
    pieces: list[str] = []
    done = 0
    for number, tag in enumerate(tags):
        place = max(done, min(tag.position, len(variant.text)))
        pieces.append(escape(variant.text[done:place]))
        done = place
        if number in alone:
            losses.add("hi", tag.id, "a highlight that does not both open and close")
        else:
            pieces.append(_inline(tag, losses))
    pieces.append(escape(variant.text[done:]))
    return "".join(pieces)


def _without_partner(tags: list[InlineTag]) -> set[int]:
    opened: list[int] = []
    alone: set[int] = set()
    for number, tag in enumerate(tags):
        if tag.kind == "hi":
            opened.append(number)
        elif tag.kind == "/hi":
            if opened:
                opened.pop()
            else:
                alone.add(number)
    return alone | set(opened)


def _inline(tag: InlineTag, losses: Losses) -> str:
    if tag.kind == "/hi":
        return "</hi>"
    kind = tag.kind if tag.kind in names.INLINE else "ph"
    if (kind in ("bpt", "ept") and not tag.id) or (kind == "it" and tag.props.get("pos") not in ("begin", "end")):
        kind = "ph"
    allowed = names.INLINE[kind]
    values = {allowed[0]: tag.id, **{name: tag.props[name] for name in allowed[1:] if name in tag.props}}
    shown = "".join(f" {name}={quote(value)}" for name, value in values.items() if value)
    for name in tag.props:
        if name not in allowed and name != "inner":
            losses.add(f"{tag.kind}.{name}", tag.props[name], "no such attribute in TMX")
    if tag.kind != kind:
        losses.add(f"inline tag {tag.kind}", tag.payload, "written as ph")
    if kind == "hi":
        return f"<hi{shown}>"
    inner = tag.props.get("inner", "")
    return f"<{kind}{shown}>{inner if inner and _sound(inner) else escape(tag.payload)}</{kind}>"


_SUB = re.compile(r"""<(?:sub|bpt|ept|ph|it|hi|ut)(?: [a-z]+="[^"<&]*")*>|</(?:sub|bpt|ept|ph|it|hi|ut)>""")


def _sound(inner: str) -> bool:
    """Whether the nested content of a code is TMX, so that it can be written as it stands."""
    from lxml import etree

    if "<" in _SUB.sub("", inner) or not inner.strip():
        return False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(f"<ph>{inner}</ph>".encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return all(child.tag == "sub" for child in root) and all(
        (child.tag == "sub") != (one.tag in ("sub", "hi")) for one in root.iterdescendants() for child in one
    )


def _concept(concept: Concept, options: WriteOptions, losses: Losses) -> list[str]:
    variants: list[Variant] = []
    name = concept.external_id or concept.id
    for term in concept.terms:
        if options.langs and not _among(term.lang, (*options.langs, options.source_lang)):
            continue
        if not term.live or term.avoided or term.status is not Status.PREFERRED:
            losses.add("terms that are not preferred", term.text, "a memory has no place for them")
            continue
        losses.add_held(term, ("note", "context", "part_of_speech", "gender", "type", "register", "market"), "term")
        variants.append(
            Variant(
                lang=term.lang,
                text=term.text,
                created_at=term.created_at,
                created_by=term.created_by,
                changed_at=term.changed_at,
                changed_by=term.changed_by,
            )
        )
    if not variants:
        return []
    losses.add_held(concept, _NOT_IN_TERMS, "concept")
    notes = [f"{lang}: {text}" for lang, text in sorted(concept.definitions.items())] + [concept.note]
    unit = Unit(key=name, variants=tuple(variants), subject=concept.subject, note="\n".join(filter(None, notes)))
    return _unit(unit, options, losses)


def _who(value: Unit | Variant) -> str:
    if not (value.created_at or value.created_by or value.changed_at or value.changed_by):
        return ""
    return "".join(
        (
            _attribute("creationdate", names.write_time(value.created_at) if value.created_at else ""),
            _attribute("creationid", value.created_by),
            _attribute("changedate", names.write_time(value.changed_at) if value.changed_at else ""),
            _attribute("changeid", value.changed_by),
        )
    )


def _kept(name: str, props: Mapping[str, str]) -> str:
    value = props.get(f"tmx:{name}", "") if name in names.KEPT_ATTRIBUTES else ""
    return "" if name == "segtype" and value not in _SEGTYPES else value


def _attribute(name: str, value: str) -> str:
    return f" {name}={quote(value)}" if value else ""


def _prop(kind: str, value: str) -> str:
    return f"<prop type={quote(kind)}>{escape(value)}</prop>\n"
