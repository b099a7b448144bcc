"""DeepL glossary: a TSV of source and target terms, UTF-8, one pair of languages, no source term twice.

Holds each approved source term with the preferred target term. Does not hold: a source term that stands in a second
concept (the first one is kept, the other is reported), further target terms, terms to avoid, definitions. DeepL refuses
duplicates, empty terms and control characters, so none are written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from termbase.formats.format import TERMS, Format, Loss, WriteOptions
from termbase.formats.losses import Losses
from termbase.formats.pairs import one_pair_of_languages, pairs
from termbase.model import Concept, Unit


def write(items: Iterable[Concept | Unit], stream: BinaryIO, options: WriteOptions) -> tuple[Loss, ...]:
    """Write one line a source term."""
    source_lang, target_lang = one_pair_of_languages(options, "DeepL")
    losses = Losses()
    seen: set[str] = set()
    for pair in pairs(items, source_lang, target_lang, losses):
        if pair.source in seen:
            losses.add("source term", pair.source, "DeepL takes a source term once")
            continue
        seen.add(pair.source)
        stream.write(f"{pair.source}\t{pair.target}\n".encode())
    return losses.found()


FORMAT = Format(name="deepl", title="DeepL glossary", extensions=(), content=(TERMS,), write=write)
