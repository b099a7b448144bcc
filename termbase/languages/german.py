"""German replacements in the form of what they replace.

A verb takes the form of the verb found; a noun its number; articles and adjectives before it the gender of the noun
offered. Strong verbs and the gender and plural of nouns are in `german.json`, where a compound goes by its last part;
of what is not there, and wherever two forms are possible, the replacement stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from termbase.languages.lemmas import lemma_forms

_lemmas = lemma_forms("de")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*")
_CASES = ("nom", "acc", "dat", "gen")
_THE = {"m": "der den dem des", "f": "die die der der", "n": "das das dem des", "p": "die die den der"}
_LIKE_A = {"m": " en em es", "f": "e e er er", "n": "  em es", "p": "e e en er"}
_LIKE_THIS = {"m": "er en em es", "f": "e e er er", "n": "es es em es", "p": "e e en er"}
_WEAK = {"m": "e en en en", "f": "e e en en", "n": "e e en en", "p": "en en en en"}
_MIXED = {"m": "er en en en", "f": "e e en en", "n": "es es en en", "p": "en en en en"}
_STRONG = {"m": "er en em en", "f": "e e er er", "n": "es es em en", "p": "e e en er"}
_ARTICLE = re.compile(
    r"(?P<the>der|die|das|den|dem|des)|(?P<a>(?:ein|kein|mein|dein|sein|ihr|unser))(?:e[mnrs]?)?|"
    r"(?P<this>(?:dies|jed|welch|jen))e[mnrs]?",
    re.IGNORECASE,
)
_CONTRACTED = {"im": ("in", "dem"), "am": ("an", "dem"), "zum": ("zu", "dem"), "zur": ("zu", "der"), "vom": ("von", "dem"), "beim": ("bei", "dem"), "ins": ("in", "das"), "ans": ("an", "das")}  # fmt: skip
_GOVERNED = {
    word: cases
    for words, cases in (
        ("mit bei von zu nach aus seit ab außer gegenüber", "dat"),
        ("für durch ohne um gegen", "acc"),
        ("in an auf über unter vor neben zwischen hinter", "acc dat"),
        ("wegen trotz während innerhalb außerhalb aufgrund", "gen"),
    )
    for word in words.split()
}
_SUBJECT = re.compile(r"\b(?:ich|wir|er|es|man)\b", re.IGNORECASE)
_POLITE = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split())
_OBJECT_AFTER = frozenset("sie wir ich er man bitte".split())


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(files(__package__).joinpath("german.json").read_text(encoding="utf-8"))
    return data


# -- verbs


@cache
def _strong() -> Mapping[str, tuple[str, ...]]:
    return {parts[0]: tuple(parts[1:]) for parts in (entry.split("/") for entry in _data()["strong"].split())}


@lru_cache(maxsize=4096)
def conjugated(infinitive: str) -> Mapping[str, str]:
    """The forms of a verb that are one word: infinitive, zu, part, e (ich), t (er), te (past), ten (past plural).

    A verb with a separable prefix has only the first three; what does not look like an infinitive has none.
    """
    if not re.fullmatch(r"[a-zäöüß]{2,}(?:en|ern|eln)|sein|tun", infinitive):
        return {}
    prefix, base = _cut(infinitive)
    apart = prefix in _data()["separable"].split()
    stem = base.removesuffix("n") if base.endswith(("ern", "eln")) else base.removesuffix("n").removesuffix("e")
    linked = stem + ("e" if re.search(r"(?:[dt]|[^aeiouäöülrhmn][mn]|ch[mn])$", stem) else "")
    present, past, participle = linked + "t", linked + "te", "ge" + linked + "t"
    if base in _strong():
        present, past, participle = _strong()[base]
    if base.endswith("ieren") and base not in _strong():
        participle = participle.removeprefix("ge")
    if prefix:
        participle = conjugated(base)["part"] if apart else participle.removeprefix("ge")
    forms = {"en": infinitive, "zu": f"{prefix}zu{base}" if apart else "zu " + infinitive, "part": prefix + participle}
    if not apart:
        first = dict(entry.split("=") for entry in _data()["irregular first person"].split()).get(base, stem + "e")
        forms |= {"t": prefix + present, "te": prefix + past}
        if not base.endswith(("ern", "eln")):
            forms["e"] = prefix + first
        forms["ten"] = prefix + past + ("n" if past.endswith("e") else "en")
    return forms


def _cut(infinitive: str) -> tuple[str, str]:
    """The prefix of a verb and what is left; no prefix where the rest would be no verb."""
    if infinitive in _strong():
        return "", infinitive
    for prefix in sorted((*_data()["separable"].split(), *_data()["inseparable"].split()), key=len, reverse=True):
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and _is_simple(rest):
            return prefix, rest
    return "", infinitive


@lru_cache(maxsize=4096)
def _is_simple(infinitive: str) -> bool:
    """Whether a word without a prefix is a verb that is known, by one of its forms at least."""
    if infinitive in _strong():
        return True
    stem = re.sub("e?n$", "", infinitive)
    forms = (stem + "t", stem + "et", stem + "te", stem + "ete", "ge" + stem + "t", stem + "est")
    return len(infinitive) > 4 and any(_lemmas(form)[0] == infinitive for form in forms)


def _verbs(words: list[str]) -> list[str]:
    """The verbs that words may be forms of."""
    lower = dict.fromkeys(word for word in words if word.islower() and word != "bitte")
    lemmas = (verb for word in lower for verb in (word, *_lemmas(word)))
    return [verb for verb in dict.fromkeys(lemmas) if conjugated(verb) and (_cut(verb)[0] or _is_simple(verb))]


def _names(word: str, verb: str) -> list[str]:
    return [name for name, form in conjugated(verb).items() if form == word]


def refit(replacement: str, found: str, rule: str, before: str) -> str:
    """A replacement whose first verb, or whose noun, has the form in which the rule's words were found."""
    if replacement.startswith("sich "):
        replacement = _reflexive(before) + replacement.removeprefix("sich")
    written = _WORD.findall(rule)
    verbs = _verbs(written)
    for word in _WORD.findall(found):
        for verb in verbs if word.islower() else ():
            names = _names(word, verb)
            if names:
                return _verb(replacement, names, {name for one in written for name in _names(one, verb)})
    return _noun(replacement, found, written, before)


def _reflexive(before: str) -> str:
    """The pronoun of a reflexive infinitive: that of the subject, which stands before it."""
    subjects = re.findall(r"\b(ich|wir|Sie)\b", re.split(r"[.!?:;\n]", before)[-1], re.IGNORECASE)
    return {"ich": "mich", "wir": "uns"}.get(subjects[-1].lower() if subjects else "", "sich")


def _verb(replacement: str, names: list[str], known: set[str]) -> str:
    """A replacement with its first verb in the form found, if it is in one of the forms that the rule has."""
    parts = replacement.split(" ")
    if _SUBJECT.search(replacement):
        return replacement
    for at, part in enumerate(parts):
        mine = next((verb for verb in _verbs([part]) if known & set(_names(part, verb))), "")
        own = set(_names(part, mine)) if mine else set()
        if not mine:
            continue
        after_noun = any(word[:1].isupper() and word not in _POLITE for word in parts[:at])
        if after_noun and (at < len(parts) - 1 or not own & {"en", "part", "zu"}):
            break  # its subject stands before it
        forms = conjugated(mine)
        wanted = {forms[name] for name in names if name in forms}
        if len(wanted) == 1 and not set(names) & own:
            parts[at] = wanted.pop()
        break
    return " ".join(parts)


# -- nouns


@cache
def _nouns() -> Mapping[str, tuple[str, str]]:
    """Noun → gender and plural."""
    found = {}
    for gender, entries in _data()["nouns"].items():
        for entry in entries.split():
            noun, _, tail = entry.partition("/")
            found[noun] = (gender, _plural(noun, tail))
    return found


def _plural(noun: str, tail: str) -> str:
    if tail[:1].isupper():
        return tail
    if tail in ("", "s", "e", "en", "n", "er", "es", "nen", "se"):
        return noun + tail
    vowel = "au" if tail.startswith("äu") else tail[0].translate(str.maketrans("äöü", "aou"))
    return noun[: noun.lower().rindex(vowel)] + tail


@lru_cache(maxsize=4096)
def noun(word: str) -> tuple[str, str]:
    """Gender (m, f, n, or p for a plural) and plural of a noun; empty for one that is not known."""
    if word in _nouns():
        return _nouns()[word]
    for start in range(1, len(word) - 1):
        rest = word[start].upper() + word[start + 1 :]
        if rest in _nouns() and (start > 2 or word[start - 1] == "-"):
            gender, plural = _nouns()[rest]
            return gender, word[:start] + (plural if word[start].isupper() else plural[0].lower() + plural[1:])
    for gender, endings in _data()["noun endings"].items():
        for ending, plural in (entry.split("/") for entry in endings.split()):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return gender, word + plural
    return "", ""


def _head(text: str) -> tuple[list[str], str]:
    """The adjectives that a text begins with, and its first noun; no noun where anything else stands before it."""
    adjectives: list[str] = []
    for word in text.split(" "):
        if word[:1].isupper() and not _ARTICLE.fullmatch(word) and word not in _POLITE:
            return adjectives, word
        if not _is_adjective(word):
            break
        adjectives.append(word)
    return adjectives, ""


def _is_adjective(word: str) -> bool:
    """Whether a word in small letters is an adjective with an ending."""
    bare = word.removesuffix(_ending(word))
    return bare != word and word.islower() and not _ARTICLE.fullmatch(word) and _lemmas(word)[0] == bare


def _ending(adjective: str) -> str:
    match = re.search("e[mnrs]?$", adjective)
    return match[0] if match else ""


def _noun(replacement: str, found: str, written: list[str], before: str) -> str:
    """A replacement in the plural or the genitive in which its rule's noun was found."""
    said_adjectives, said = _head(found)
    adjectives, head = _head(replacement)
    gender, plural = noun(head)
    base = next((word for word in written if word[:1].isupper() and _is_form(said, word)), "")
    if not said or not gender or not base or gender == "p":
        return replacement
    if said == base or adjectives or said_adjectives:
        return replacement
    if said.removeprefix(base) in ("s", "es") and re.search(r"(?:des|\w+es) (?:\w+en )*$", before, re.IGNORECASE):
        if gender == "f" or head + "n" == plural or head + "en" == plural:
            return replacement
        return replacement.replace(head, head + ("es" if re.search("[sßxz]$", head) else "s"), 1)
    if noun(base)[1] not in ("", said) or noun(base)[1] == base or not plural:
        return replacement
    datives = r"\b(?:mit|bei|von|zu|nach|aus|seit) (?:\w+n )*$|\b(?:\w*de|ihre|unsere|keine|diese|alle)n (?:\w+n )*$"
    if not plural.endswith(("n", "s")) and re.search(datives, before, re.IGNORECASE):
        plural += "n"
    return replacement.replace(head, plural, 1)


def _is_form(said: str, word: str) -> bool:
    """Whether a noun found may be a form of a noun of the rule."""
    tail = said.removeprefix(word) if said.startswith(word) else "-"
    return said == noun(word)[1] or tail in ("", "s", "es", "n", "en", "e", "er")


def lead(replacement: str, found: str, before: str) -> tuple[str, int]:
    """A replacement with the article and the adjectives before it in its gender, and how many characters those were."""
    if before.lower().endswith(" zu "):
        first, _, last = replacement.rpartition(" ")
        infinitive = conjugated(last).get("zu", "")
        if infinitive and " " not in infinitive:
            return f"{first} {infinitive}".lstrip(), 3
    _, said = _head(found)
    own, head = _head(replacement)
    gender = noun(head)[0]
    if not gender or not said or not before.endswith(" "):
        return replacement, 0
    words = before[:-1].split(" ")
    adjectives: list[str] = []
    while words and _is_adjective(words[-1].lower() if len(words) == 1 or words[-2][-1:] in ".!?:" else words[-1]):
        adjectives.insert(0, words.pop())
    taken = sum(len(word) + 1 for word in adjectives)
    article = preposition = ""
    contracted = bool(words) and words[-1].lower() in _CONTRACTED
    if contracted:
        taken += len(words[-1]) + 1
        preposition, article = _CONTRACTED[words.pop().lower()]
    elif words and _ARTICLE.fullmatch(words[-1]):
        article = words.pop()
        taken += len(article) + 1
    genitive = article.lower().endswith("es") and said.endswith("s")
    if genitive:
        said = next((one for one in (said[:-1], said[:-2]) if noun(one)[0]), said)
    elif _is_plural(said):
        return replacement, 0
    was = noun(said)[0]
    if not taken or gender == was:
        return replacement, 0
    if not contracted and words and words[-1].lower() in _GOVERNED:
        preposition = words[-1].lower()
    earlier = " ".join(words)
    weak = gender == "m" and noun(head)[1] != head and noun(head)[1].endswith("n")  # den Kunden
    results = set()
    for case in _cases(preposition, article, adjectives, was, earlier, genitive=genitive):
        words_before = _declined(preposition if contracted else "", article, [*adjectives, *own], case, gender)
        results.add((words_before, noun(head)[1] if weak and case != "nom" else head))
    if len(results) != 1:
        return replacement, 0
    words_before, form = results.pop()
    text = words_before + form + replacement.split(" ", len(own))[-1].removeprefix(head)
    if before[len(before) - taken].isupper():
        text = text[:1].upper() + text[1:]
    return (replacement, 0) if text == before[len(before) - taken :] + replacement else (text, taken)


def _is_plural(word: str) -> bool:
    """Whether a word is the plural of a noun that is known and has one of its own."""
    return any(noun(base)[1] == word for base in _lemmas(word.lower()) for base in (base.capitalize(),) if base != word)


def _cases(
    preposition: str, article: str, adjectives: list[str], gender: str, earlier: str, *, genitive: bool
) -> list[str]:
    """The cases that the article and the adjectives of a noun of this gender may show; the likeliest only."""
    allowed = _GOVERNED[preposition].split() if preposition else _CASES
    found = [
        case
        for number, case in enumerate(_CASES)
        if case in allowed
        and any(
            _shows(article, adjectives, one, number) and (case != "gen" or one not in "mn" or genitive)
            for one in gender or "mfn"
        )
    ]
    if "nom" in found and (not earlier.strip() or earlier.rstrip()[-1] in ".!?:"):
        return ["nom"]
    if set(found) == {"nom", "acc"}:
        words = _WORD.findall(earlier)
        if any(word.lower() in _OBJECT_AFTER for word in words[-2:]):
            return ["acc"]
    return found


def _endings(article: str) -> tuple[str, Mapping[str, str], Mapping[str, str]]:
    """The stem of an article, its endings, and those of the adjectives after it, by gender and case."""
    match = _ARTICLE.fullmatch(article)
    if match is None:
        return "", {}, _STRONG
    if match["the"]:
        return "", _THE, _WEAK
    return (match["a"], _LIKE_A, _MIXED) if match["a"] else (match["this"], _LIKE_THIS, _WEAK)


def _shows(article: str, adjectives: list[str], gender: str, number: int) -> bool:
    stem, endings, after = _endings(article)
    if article and (stem + endings[gender].split(" ")[number]).lower() != article.lower():
        return False
    return all(_ending(word) == after[gender].split(" ")[number] for word in adjectives)


def _declined(preposition: str, article: str, adjectives: list[str], case: str, gender: str) -> str:
    """An article, after its preposition if they were one word, and adjectives in a case and gender, and a blank."""
    number = _CASES.index(case)
    stem, endings, after = _endings(article)
    words = [stem + endings[gender].split(" ")[number]] if article else []
    if preposition:
        one = next((short for short, parts in _CONTRACTED.items() if parts == (preposition, words[0])), "")
        words = [one] if one else [preposition, *words]
    words += [word.removesuffix(_ending(word)) + after[gender].split(" ")[number] for word in adjectives]
    return " ".join(words) + " "
