"""Wordings the memory holds as rejected: looked up by a whole sentence, whatever its case, width or last mark."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from termbase.languages import primary, serves
from termbase.model import State, Unit

_EDGES = " \t\r\n.,;:!?¡¿…。，、；：！？~～\"'“”「」"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A wording that was rejected, with what it was to translate and what is approved in its place."""

    lang: str
    sources: tuple[str, ...]
    """Texts of its unit in the language it was translated from, keyed; empty when that is unknown."""
    better: tuple[str, ...]


class RejectedWordings:
    """Finds rejected wordings. Made of every unit that holds one, and of those that approve the same words."""

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self._by_text: dict[tuple[str, str], list[Rejected]] = {}
        self._approved: set[tuple[str, str]] = set()
        for unit in units:
            for variant in unit.variants:
                place = primary(variant.lang), key(variant.text)
                if variant.state is State.APPROVED:
                    self._approved.add(place)
                elif variant.state is State.REJECTED and place[1]:
                    self._by_text.setdefault(place, []).append(_rejected(unit, variant.lang))

    def __bool__(self) -> bool:
        return bool(self._by_text)

    def find(self, text: str, lang: str, source: str | None = None) -> Iterator[Rejected]:
        """Rejections of a text in a language; with a source, those alone that were of a sentence it holds.

        Without one, words that another unit approves are left in peace.
        """
        place = primary(lang), key(text)
        meant = None if source is None else key(source)
        for one in self._by_text.get(place, ()):
            if not serves(one.lang, lang) and not serves(lang, one.lang):
                continue
            if meant is None or not one.sources:
                if place not in self._approved:
                    yield one
            elif any(said in meant for said in one.sources):
                yield one


def key(text: str) -> str:
    """A text as it is looked up."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(_EDGES)


def _rejected(unit: Unit, lang: str) -> Rejected:
    sources = [key(one.text) for one in unit.variants if one.lang == unit.source_lang and one.lang != lang]
    better = [one.text for one in unit.variants if one.lang == lang and one.state is State.APPROVED]
    return Rejected(lang, tuple(filter(None, sources)), tuple(better))
