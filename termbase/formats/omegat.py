"""OmegaT glossary: a text file of three columns (source, target, comment), divided by tabulators, in UTF-8.

Holds each approved source term with the preferred target term, and the definition or note as comment.
Does not hold: further target terms, terms to avoid, and everything else of a concept. The layout is that of the OmegaT
manual's chapter on glossaries.
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
    source_lang, target_lang = one_pair_of_languages(options, "OmegaT")
    losses = Losses()
    for pair in pairs(items, source_lang, target_lang, losses):
        definitions = pair.concept.definitions
        comment = definitions.get(target_lang) or definitions.get(source_lang) or pair.concept.note
        line = "\t".join((pair.source, pair.target, " ".join(comment.split())))
        # a line that begins with # is a comment to OmegaT
        stream.write((f" {line}" if line.startswith("#") else line).encode("utf-8") + b"\n")
    return losses.found()


FORMAT = Format(name="omegat", title="OmegaT glossary", extensions=(".utf8",), content=(TERMS,), write=write)
