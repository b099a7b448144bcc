"""Verb forms of the Romance languages: the verbs a word may be a form of, and a replacement in the form that was found.

Endings and irregular verbs are in `verbs.json`. A form has a short name: p1 p3 p4 p6 are I, you or she, we, they (p5 the
French vous) of the present; s of the subjunctive, which gives polite orders; t of the past; i, f and c of imperfect, future
and conditional; ger and part the participles.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from termbase.languages.lemmas import lemma_forms

_SHORTEST = 3
"""Letters a stem has at least for its verb to be guessed from a form."""


@cache
def _data(code: str) -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(files(__package__).joinpath("verbs.json").read_text(encoding="utf-8"))[code]
    return data


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split())


@lru_cache(maxsize=4096)
def conjugated(code: str, infinitive: str) -> Mapping[str, str]:
    """Every form of a verb by its name; empty when the word does not look like an infinitive."""
    data = _data(code)
    kind: str
    kind, stem = infinitive[-2:], infinitive[:-2]
    if kind not in data["endings"]:
        kind = "er" if infinitive in data["verbs"] else ""  # être, recevoir: their own parts say all that is used
        if not kind:
            return {}
        stem = re.sub("oir$|re$", "", infinitive)
    own = _pairs(data["verbs"].get(infinitive, ""))
    endings = _pairs(data["endings"][kind])
    forms: dict[str, str] = {name: _spelled(code, kind, stem, ending) for name, ending in endings.items()}
    future = own.get("fut", infinitive.removesuffix("e") if code == "fr" else infinitive.replace("ô", "o"))
    forms |= {name: future + ending for name, ending in _pairs(data["infinitive"]).items()}
    if "one" in own:
        forms["p1"] = own["one"]
        own["subj"] = own.get("subj", own["one"].removesuffix("o"))
    for part, names in data["stems"].items():
        if part in own:
            irregular = endings | ({"s3": "e"} if code == "fr" else {})
            for name in names.split():
                ending = re.sub("^iss(?=.)", "", irregular[name])
                forms[name] = own[part] + ending if "one" in own else _spelled(code, kind, own[part], ending)
    if "past" in own:
        past = _pairs(data["past"])
        forms |= {
            name: own["past"] + (end[1:] if own["past"][-1] == "j" and end.startswith("ie") else end)
            for name, end in past.items()
        }
    forms |= {name: form for name, form in own.items() if name in forms}
    masculine, _, others = data["agreement"].partition(":")
    if forms["part"].endswith(masculine):
        base = forms["part"].removesuffix(masculine)
        forms |= {f"part{n}": base + ("" if base.endswith(end) else end) for n, end in enumerate(others.split())}
    return forms


@cache
def _spelling(code: str) -> tuple[tuple[str, ...], ...]:
    """Changes of letters: what becomes what, in which kinds of verbs, before which letters."""
    return tuple(tuple(rule.split("/")) for rule in _data(code)["spelling"])


def _spelled(code: str, kind: str, stem: str, ending: str) -> str:
    """Stem and ending, with the change of letters that keeps the sound (pag-: pague)."""
    for change, kinds, before in _spelling(code):
        old, new = change.split(">")
        if kind in kinds.split() and stem.endswith(old) and ending[:1] and ending[0] in before:
            return stem[: -len(old)] + new + ending
    return stem + ending


@cache
def _irregular(code: str) -> Mapping[str, tuple[str, ...]]:
    """Form → the irregular verbs it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for verb in _data(code)["verbs"]:
        for form in conjugated(code, verb).values():
            found[form] = (*found.get(form, ()), verb)
    return found


@cache
def _by_ending(code: str) -> Mapping[str, tuple[str, ...]]:
    """Ending → the kinds of infinitive it belongs to, with stems after their change of letters undone."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in _data(code)["endings"]:
        for form in conjugated(code, "xxx" + kind).values():
            found[form[3:]] = tuple(dict.fromkeys((*found.get(form[3:], ()), kind)))
    return found


def _guessed(code: str, word: str) -> Iterator[str]:
    """Regular verbs that a word may be a form of, for words that the dictionary does not take for a form."""
    endings = _by_ending(code)
    for clitic in _data(code)["clitics"].split():
        bare = word.removesuffix(clitic)
        if bare != word and re.search("[aeiáéí]r$", bare):
            yield bare.translate(_UNACCENTED)
    for length in range(1, min(len(word) - _SHORTEST, 7) + 1):
        ending = word[-length:]
        for kind in endings.get(ending, ()):
            stem = word[:-length]
            for candidate in (stem, *_unspelled(code, kind, stem, ending)):
                verb = candidate + kind
                if word in conjugated(code, verb).values():
                    yield verb


def _unspelled(code: str, kind: str, stem: str, ending: str) -> Iterator[str]:
    for change, kinds, before in _spelling(code):
        old, new = change.split(">")
        if kind in kinds.split() and stem.endswith(new) and ending[0] in before:
            yield stem[: -len(new)] + old


def verb_forms(code: str) -> Callable[[str], tuple[str, ...]]:
    """A `forms` function: the dictionary's answer first, then the verbs that the word may be a form of."""

    dictionary = lemma_forms(code)

    @lru_cache(maxsize=200_000)
    def forms(word: str) -> tuple[str, ...]:
        known = dictionary(word)
        guessed = _guessed(code, word) if known == (word,) and word.isalpha() else ()
        return tuple(dict.fromkeys((*known, *_irregular(code).get(word, ()), *guessed)))

    return forms


def refitted(code: str) -> Callable[[str, str, str, str], str]:
    """A `refit` function: the first verb of a replacement takes the form in which the rule's verb was found."""
    forms_of = verb_forms(code)
    stop = frozenset(_data(code)["plural"]["stop"].split())

    def refit(replacement: str, found: str, rule: str, before: str) -> str:
        written = set(re.findall(r"[\w'-]+", rule.lower()))
        for word in re.findall(r"[\w-]+", found.lower()):
            if word in written:
                continue
            for verb in forms_of(word):
                if verb in written and verb != word and conjugated(code, verb):
                    return _in_form(code, replacement, verb, word, before)
            noun = forms_of(word)[0]
            head = found[: found.lower().find(word)].lower().split()
            if noun in written and word.endswith(("s", "x")) and not noun.endswith("s") and not stop.intersection(head):
                return _plural(code, replacement)
        return replacement

    return refit


def _plural(code: str, replacement: str) -> str:
    """A replacement with its noun, and the adjectives before the first preposition, in the plural."""
    data = _data(code)["plural"]
    parts = replacement.split(" ")
    for at, part in enumerate(parts):
        if part in data["stop"].split() or "'" in part or not part.isalpha():
            break
        articles = _pairs(data["articles"])
        if part in articles:
            parts[at] = articles[part]
        elif not part.endswith("s"):
            rules = (rule.split(">") for rule in data["rules"].split())
            parts[at] = next(part.removesuffix(end) + plural for end, plural in rules if part.endswith(end))
    return " ".join(parts)


def _in_form(code: str, replacement: str, verb: str, word: str, before: str) -> str:
    """A replacement with its first infinitive in the form that `word` is of `verb`."""
    names = [name for name, form in conjugated(code, verb).items() if form == word]
    clitic = ""
    if not names:
        clitic = next((c for c in _data(code)["clitics"].split() if word.endswith(c)), "")
        bare = word.removesuffix(clitic).translate(_UNACCENTED)
        names = [name for name, form in conjugated(code, verb).items() if form.translate(_UNACCENTED) == bare]
        if not names and bare != verb:
            return replacement
    parts = replacement.split(" ")
    for at, part in enumerate(parts):
        reflexive = code == "es" and part.endswith("rse")
        forms = conjugated(code, part.lower().removesuffix("se") if reflexive else part.lower())
        if not forms and part.lower() not in _data(code)["pronouns"].split():
            break
        if forms:
            name = next((name for name in names if name in forms), "")
            form = forms.get(name, part)
            if reflexive:
                parts[at] = _reflexive(form, name, before) if name else part
                break
            if at and parts[at - 1] == "se" and code == "fr":
                first = re.search(r"\bje\s$", before, re.IGNORECASE)  # "appelle" is its form and hers
                parts[at - 1] = {"1": "me" if first else "se", "4": "nous", "5": "vous"}.get(name[-1:], "se")
            parts[at] = (_stressed(form) if form != part else form) + clitic if clitic else form
            break
    return " ".join(parts)


def _reflexive(form: str, name: str, before: str) -> str:
    """A Spanish form with its own pronoun: nos damos cuenta, but dándose and, as an order, dese."""
    if name.startswith("part"):
        return form
    order = name in ("s3", "s6") and not re.search(r"\b(?:que|no|cuando|si)\s$", before, re.IGNORECASE)
    if name == "ger" or order:
        return _stressed(form) + "se"
    return {"1": "me ", "4": "nos "}.get(name[-1], "se ") + form


def _stressed(form: str) -> str:
    """A form with its stressed vowel marked, as it is before a pronoun (quite: quítelo)."""
    groups = list(re.finditer("(?:(?<=[qg])u(?=[eiéí]))|([aeiouáéíóú]+)", form))
    groups = [group for group in groups if group[1]]
    if len(groups) < 2 or form.translate(_UNACCENTED) != form:
        return form
    start, end = groups[-2].span()
    strong = [at for at in range(start, end) if form[at] in "aeo"] or [end - 1]
    return form[: strong[0]] + form[strong[0]].translate(_ACCENTED) + form[strong[0] + 1 :]


_UNACCENTED = str.maketrans("áéíóú", "aeiou")
_ACCENTED = str.maketrans("aeiou", "áéíóú")
