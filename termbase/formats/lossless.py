"""Termbase JSON: everything a store or a starter pack holds, one term or variant a line.

Survives a round trip: every field of concept, term, unit and variant, ids and times included.
Does not: nothing is lost. Fields at their default are left out; keys stand in a fixed order, so the same store
gives the same bytes.

A file begins with `"termbase": 1` and says whose it is: `"store"` (an export) or `"pack"` (a starter pack).
- The same store reads its own export with all ids kept.
- From a pack, the origin is `pack/<name>` and the id there becomes the external id.
- From another store, ids here are given anew: what came from elsewhere keeps its own origin and external id,
  what was made there gets that store's id as its origin.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from termbase.errors import Invalid, Unreadable, Unwritable
from termbase.formats.format import MEMORY, TERMS, Format, Loss, ReadOptions, Row, WriteOptions
from termbase.formats.json_values import CONCEPT, UNIT, decode, encode, suggestion
from termbase.model import Concept, Unit

VERSION = 1
_PIECE = 1 << 16
_LONGEST = 16 << 20
"""Bytes without a single JSON token after which we stop believing that this is termbase JSON."""
_HEADER = ("termbase", "store", "pack", "concepts", "units")


def write(items: Iterable[Concept | Unit], stream: BinaryIO, options: WriteOptions) -> tuple[Loss, ...]:
    """Write concepts, then units; nothing is lost."""
    head = f'{{\n"termbase": {VERSION}'
    if options.store_id:
        head += f',\n"store": {json.dumps(options.store_id, ensure_ascii=False)}'
    stream.write(head.encode())
    section = ""
    for item in items:
        wanted, children, shape = (
            ("concepts", "terms", CONCEPT) if isinstance(item, Concept) else ("units", "variants", UNIT)
        )
        if wanted != section:
            if section == "units":
                raise Unwritable("Termbase JSON holds concepts before units; give them to the writer in that order.")
            stream.write((b"\n]" if section else b"") + f',\n"{wanted}": [\n'.encode())
            section = wanted
        else:
            stream.write(b",\n")
        values = encode(item, shape)
        lines = values.pop(children, [])
        text = json.dumps(values, ensure_ascii=False)
        if lines:
            inner = ",\n  ".join(json.dumps(line, ensure_ascii=False) for line in lines)
            text = f'{text[:-1]}{", " if values else ""}"{children}": [\n  {inner}\n]}}'
        try:
            stream.write(text.encode())
        except UnicodeEncodeError as error:
            raise Unwritable(
                f"{item.id or values} holds half a character (a lone surrogate); type it again."
            ) from error
    stream.write(b"\n]\n}\n" if section else b"\n}\n")
    return ()


def read(stream: BinaryIO, options: ReadOptions) -> Iterator[Row]:
    """Yield a row for each concept and unit, with the line it begins on."""
    header: dict[str, Any] = {}
    for line, key, value, twice in _pieces(stream):
        if key not in ("concepts", "units"):
            header[key] = value
            if key not in _HEADER:
                yield Row(line=line, invalid=f"Unknown key '{key}'{suggestion(key, _HEADER)}")
            elif key == "termbase" and value != VERSION:
                raise Unreadable(
                    f"This is termbase JSON version {value}; this program reads version {VERSION}. Update termbase.",
                    line=line,
                )
            continue
        if "termbase" not in header:
            raise Unreadable('This JSON file does not begin with "termbase": 1. Is it termbase JSON?', line=line)
        if twice:
            yield Row(line=line, invalid=f"The key '{twice}' stands twice in one object; keep one of them.")
            continue
        try:
            item = decode(value, CONCEPT if key == "concepts" else UNIT)
        except Invalid as error:
            yield Row(line=line, invalid=str(error))
            continue
        assert isinstance(item, Concept | Unit)
        yield Row(line=line, item=_settled(item, header, options))
    if "termbase" not in header:
        raise Unreadable('This JSON file has no "termbase": 1. Is it termbase JSON?', line=1)


def read_header(stream: BinaryIO) -> Mapping[str, Any]:
    """What stands before the first concept or unit: `termbase`, and `store` or `pack`."""
    header: dict[str, Any] = {}
    for _line, key, value, _twice in _pieces(stream):
        if key in ("concepts", "units"):
            break
        header[key] = value
    return header


def recognize(start: bytes) -> bool:
    """Whether a file starts like termbase JSON."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"{") and b'"termbase"' in text


def _settled(item: Concept | Unit, header: Mapping[str, Any], options: ReadOptions) -> Concept | Unit:
    """The item under the name it is known by here: own ids kept, foreign ones turned into origin and external id."""
    pack, store = header.get("pack"), header.get("store")
    if store and store == options.store_id:
        return item
    name = pack.get("name") if isinstance(pack, Mapping) else None
    origin = item.origin or (f"pack/{name}" if name else store if isinstance(store, str) and store else options.origin)
    if isinstance(item, Concept):
        return replace(
            item,
            id="",
            origin=origin,
            external_id=(item.external_id if item.origin else "") or item.id,
            revision=0,
            terms=tuple(replace(t, id="", revision=0) if t.id or t.revision else t for t in item.terms),
        )
    return replace(
        item,
        id="",
        origin=origin,
        revision=0,
        variants=tuple(replace(v, id="", revision=0) if v.id or v.revision else v for v in item.variants),
    )


def _pieces(stream: BinaryIO) -> Iterator[tuple[int, str, Any, str]]:
    """Yield (line, key, value, key that stands twice) for each header value, and for each concept or unit by itself."""
    import ijson  # type: ignore[import-untyped]  # not needed unless a file is read

    events: Any = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events)
    line, silent, begun = 1, 0, 1
    section, key, twice = "", "", ""
    stack: list[Any] = []
    keys: list[str] = []
    opened = listed = False
    first = True
    try:
        while True:
            piece = stream.readline(_PIECE)
            if first:
                piece, first = _without_bom(piece), False
            if piece:
                parser.send(piece)
            else:
                parser.close()
            silent = 0 if events else silent + len(piece)
            if silent > _LONGEST:
                raise Unreadable("One text is longer than 16 MB; this is no termbase JSON.", line=line)
            for event, value in events:
                if stack:  # inside a value that is being built
                    if event == "map_key":
                        if value in stack[-1]:
                            twice = value
                        keys[-1] = value
                        continue
                    if event == "end_map" or event == "end_array":
                        value = stack.pop()
                        keys.pop()
                        if stack:
                            continue
                    else:
                        made: Any = {} if event == "start_map" else [] if event == "start_array" else value
                        if isinstance(stack[-1], dict):
                            stack[-1][keys[-1]] = made
                        else:
                            stack[-1].append(made)
                        if event == "start_map" or event == "start_array":
                            stack.append(made)
                            keys.append("")
                        continue
                elif not opened:
                    if event != "start_map":
                        raise Unreadable("Termbase JSON is one object: { … }.", line=line)
                    opened = True
                    continue
                elif event == "map_key" and not listed:
                    key = value
                    continue
                elif event == "end_map":
                    continue
                elif event == "start_array" and not listed and key in ("concepts", "units"):
                    section, listed = key, True
                    continue
                elif event == "end_array" and listed:
                    listed = False
                    continue
                elif event == "start_map" or event == "start_array":
                    stack.append({} if event == "start_map" else [])
                    keys.append("")
                    begun = line
                    continue
                else:
                    begun = line
                if not listed and key in ("concepts", "units"):
                    raise Unreadable(f"'{key}' is a list: [ … ].", line=begun)
                yield begun, section if listed else key, value, twice
                twice = ""
            events.clear()
            if not piece:
                return
            line += piece.endswith(b"\n")
    except (ijson.JSONError, ValueError, SystemError) as error:  # SystemError: yajl on a number of 5,000 digits
        raise Unreadable(
            f"The JSON is broken here: {_reason(error)}. Mend it, or export it again.", line=line
        ) from error


def _without_bom(piece: bytes) -> bytes:
    if piece.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in piece[:4]:
        raise Unreadable("The file is not in UTF-8. Save it as UTF-8 and try again.", line=1)
    return piece.removeprefix(b"\xef\xbb\xbf")


def _reason(error: Exception) -> str:
    if isinstance(error, SystemError):
        return "a number is too long"
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    text = text.strip().splitlines()[0] if text.strip() else "unexpected end"
    return text.removeprefix("parse error: ").removeprefix("lexical error: ").rstrip(". ")


FORMAT = Format(
    name="json",
    title="Termbase JSON (lossless)",
    extensions=(".json",),
    content=(TERMS, MEMORY),
    read=read,
    write=write,
    recognize=recognize,
)
