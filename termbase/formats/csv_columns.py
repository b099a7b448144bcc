"""What the columns of a table mean: guessed from their headings, in English or Chinese."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from termbase.errors import UsageError
from termbase.languages import known, normalize_tag

_TAG = re.compile(r"[a-z]{2}(?:[-_][a-z0-9]{2,8})*|[a-z]{3}(?:[-_][a-z0-9]{2,8})+")
_EDGES = " \t\ufeff:：*#\"'"
PER_LANGUAGE = {"term", "forbidden", "definition", "status", "note", "reason", "replacements", "context"}
"""Fields that may stand in a column of their own for each language, as `term:en`."""


def guess_columns(headings: Sequence[str]) -> dict[str, str]:
    """Heading → our field: `term:en`, `definition:zh`, `note`, `lang` …; headings that mean nothing are left out."""
    found: dict[str, str] = {}
    for heading in headings:
        field = _field(heading)
        if field and field not in found.values():
            found[heading] = field
    return found


def status_of(text: str) -> str:
    """The status a cell says, in our word; the cell itself when it says none we know."""
    return _meanings("status").get(text.strip().lower(), text.strip())


def truth_of(text: str) -> bool | None:
    """Whether a cell says yes or no; None when it says something else."""
    said = _meanings("truth").get(text.strip().lower())
    return None if said is None else said == "yes"


def is_field(field: str) -> bool:
    """Whether a column may be said to hold this: `note`, `term:en` …"""
    name, _, lang = field.partition(":")
    if lang:
        return name in PER_LANGUAGE and bool(_language(lang))
    return name in set(_meanings("fields").values())


def _field(heading: str) -> str:
    said = re.sub(r"\s+", " ", heading.strip(_EDGES).lower())
    fields = _meanings("fields")
    if said in fields:
        return fields[said]
    if lang := _language(said):
        return f"term:{lang}"
    for name, lang in _split(said):
        if name in fields and fields[name] in PER_LANGUAGE:
            return f"{fields[name]}:{lang}"
        if name in fields and fields[name] in ("source", "target"):
            return f"term:{lang}"
    return ""


def _split(said: str) -> list[tuple[str, str]]:
    """Ways to see a heading as a field and a language: `term (en)`, `en term`, `中文定义`, `definition:zh`."""
    ways: list[tuple[str, str]] = []
    if found := re.fullmatch(r"(.+?)\s*[(\[（【:_/-]\s*([^()\[\]（）【】]+?)\s*[)\]）】]?", said):
        ways += [(found[1].strip(), found[2]), (found[2], found[1].strip())]
    first, _, rest = said.partition(" ")
    before, _, last = said.rpartition(" ")
    ways += [(rest, first), (before, last)]
    ways += [(said.removeprefix(name).strip(_EDGES), name) for name in _meanings("languages") if said.startswith(name)]
    return [(name, lang) for name, spoken in ways if name and (lang := _language(spoken))]


def _language(said: str) -> str:
    name = said.strip().lower()
    if name in _meanings("languages"):
        return _meanings("languages")[name]
    for language in known():
        if name in (language.name.lower(), language.own_name.lower()):
            return language.code
    if _TAG.fullmatch(name):
        try:
            return normalize_tag(name)
        except UsageError:
            return ""
    return ""


@cache
def _words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = resources.files(__package__).joinpath("headings.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _meanings(part: str) -> Mapping[str, str]:
    return {word: meaning for meaning, words in _words()[part].items() for word in words}


def language_of(text: str) -> str:
    """The tag a cell or heading names: `English`, `zh_CN`, `德语`; empty when it names none."""
    return _language(text)
