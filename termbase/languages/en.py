"""English: inflecting, spaced; the apostrophe belongs to the word (don't), a possessive 's does not."""

import re

from termbase.languages.language import Language, Numbers
from termbase.languages.lemmas import lemma_forms
from termbase.languages.stems import snowball


def _also(word: str) -> tuple[str, ...]:
    """Forms the dictionary may not tell: without a possessive 's, and the verb of an -ing or -ed word."""
    if word.endswith("'s"):
        return (word[:-2],)
    if word.endswith("ing") and len(word) > 5:
        stem = word[:-3]
    elif word.endswith("ed") and len(word) > 4:
        stem = word[:-2]
    else:
        return ()
    return (stem, stem + "e", *((stem[:-1],) if stem[-1] == stem[-2] else ()))


_IRREGULAR = {
    base: (past, participle or past)
    for base, past, participle in (
        entry.split("/") + [""] * (2 - entry.count("/"))
        for entry in (
            "be/was/been have/had do/did/done make/made take/took/taken give/gave/given get/got send/sent write/wrote/written "
            "tell/told say/said pay/paid put/put set/set keep/kept hold/held find/found leave/left meet/met speak/spoke/spoken "
            "buy/bought bring/brought think/thought understand/understood let/let run/ran/run go/went/gone come/came/come "
            "see/saw/seen know/knew/known show/showed/shown choose/chose/chosen begin/began/begun break/broke/broken "
            "lose/lost sell/sold spend/spent feel/felt hear/heard read/read cut/cut hit/hit shut/shut cost/cost build/built "
            "catch/caught draw/drew/drawn drive/drove/driven fall/fell/fallen fill/filled forget/forgot/forgotten "
            "lend/lent mean/meant ring/rang/rung rise/rose/risen sign/signed sit/sat stand/stood wear/wore/worn "
            "withdraw/withdrew/withdrawn reset/reset rewrite/rewrote/rewritten freeze/froze/frozen fix/fixed thank/thanked deal/dealt"
        ).split()
    )
}
_DOUBLED = frozenset(
    "ship stop plan tip drop swap step submit refer tag log plug unplug wrap scan trim shop get put set let run transfer tap fit cancel".split()
)
_WHOSE = frozenset("your our my his her their".split())
_WITH_PARTICIPLE = re.compile(
    r"\b(?:have|has|had|'ve|is|are|was|were|be|been|being|get|got|'s|'re)\s+(?:not\s+|already\s+|been\s+|just\s+)*$",
    re.IGNORECASE,
)
_NO_VERB = frozenset(
    "a an the your our my his her their its this that these those not no we i you it he she they to please "
    "out one courier could would can may might should shall will must let".split()
)

_OWN_ARTICLE = re.compile(r"(the|an?|your|our|my)\s+", re.IGNORECASE)
_WRITTEN_ARTICLE = re.compile(r"\b(the|your|our|my|his|her|their|this|that)\s+$", re.IGNORECASE)
_BEHIND_ARTICLE = re.compile(r"\b(?:the|an?|your|our|my|his|her|their|no|any|some|of)\s+$", re.IGNORECASE)
_LAST_CHOICE = re.compile(r"\(([^()\[\]~<>]+)\)\]?$")
_DETERMINERS = frozenset("a an the your our my his her their this that any these all".split())
_OBJECTS = _DETERMINERS | frozenset("it you us me them him for on in out up off back again".split())
_THINGS = frozenset(
    "order parcel package delivery item product device phone computer laptop tablet router printer refund return exchange "
    "replacement repair cancellation request complaint question problem issue case matter situation fault damage "
    "invoice bill receipt payment account profile wallet balance card coupon voucher shop store website site app page email "
    "e-mail message letter photo picture screenshot address password details information colleague team courier seller".split()
)


def _ending(verb: str, ending: str) -> str:
    """A regular verb with -s, -ed or -ing."""
    if ending == "s":
        if re.search(r"[^aeiou]y$", verb):
            return verb[:-1] + "ies"
        return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")
    if verb in _DOUBLED:
        verb += verb[-1]
    elif ending == "ing" and verb.endswith("ie"):
        verb = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        verb = verb[:-1]
    elif ending == "ed" and re.search(r"[^aeiou]y$", verb):
        verb = verb[:-1] + "i"
    return verb + ending


def _refit(replacement: str, found: str, rule: str, before: str) -> str:
    """Give a replacement the verb form, or the plural, in which the rule's words were found, and their "your"."""
    words, cures = found.split(), replacement.split(" ")
    written = set(re.findall(r"[\w'-]+", rule.lower()))
    if not words or not cures:
        return replacement
    _keep_thing(cures, words, rule)
    whose = [w.lower() for w in words if w.lower() in _WHOSE]
    if len(whose) == 1 and cures.count("the") == 1 and {whose[0], "the"} <= written and not _WHOSE & set(cures):
        cures[cures.index("the")] = whose[0]  # the rule takes either: close (the|your) phone
    head, last = words[0].lower(), words[-1].lower()
    lemma = LANGUAGE.forms(head)[0]
    acts = _says_what_is_done(cures, before)
    own_base = LANGUAGE.forms(cures[0].lower())[0]
    verb = cures[0].lower() if _is_verb(cures[0].lower()) else own_base
    if acts and head not in written and lemma != head and lemma in written and _is_verb(verb):
        cures[0] = _verb(verb, head, before)
        return " ".join(cures)
    plural = cures[0].lower() == own_base + "s" and not head.endswith("s")
    if acts and head in written and not plural and _other_forms(head, lemma, written) and _is_verb(own_base):
        # the rule lists several forms: (photographed|photograph) the order
        cures[0] = own_base if head == lemma else _verb(own_base, head, before)
        return " ".join(cures)
    base = LANGUAGE.forms(last)[0]
    if last not in written and base in written and last.endswith("s") and re.fullmatch(r"[a-z]+[^s]", cures[-1]):
        cures[-1] = _ending(cures[-1], "s")
    return " ".join(cures)


def _lead(replacement: str, found: str, before: str) -> tuple[str, int]:
    """Never two articles or pronouns in a row: the + our system is our system, your + a return is your return."""
    own, word = _OWN_ARTICLE.match(replacement), _WRITTEN_ARTICLE.search(before)
    if own is None or word is None or _OWN_ARTICLE.match(found):
        return replacement, 0
    if word[1].lower() == "the" and own[1].lower() in _WHOSE:
        kept = own[1].capitalize() if word[1][0].isupper() else own[1].lower()
        return kept + replacement[own.end(1) :], len(word[0])
    return replacement[own.end() :], 0


def _says_what_is_done(cures: list[str], before: str) -> bool:
    """Whether a replacement can begin with a verb: not behind an article, and "lost parcel" or "list of" does not."""
    follows = cures[1].lower() if len(cures) > 1 else ""
    if _BEHIND_ARTICLE.search(before) or follows == "of":
        return False
    return LANGUAGE.forms(cures[0].lower())[0] == cures[0].lower() or not follows or follows in _OBJECTS


def _other_forms(word: str, lemma: str, written: set[str]) -> bool:
    """Whether a rule writes out another form of a verb that is inflected with -s, -ed or -ing."""
    return any(
        other != word and len(other) > 3 and other.endswith(("ed", "ing")) and LANGUAGE.forms(other)[0] == lemma
        for other in written | {word}
    ) and any(other != word and LANGUAGE.forms(other)[0] == lemma for other in written)


def _keep_thing(cures: list[str], words: list[str], rule: str) -> None:
    """Where a rule ends with a choice of things, let the replacement name the one that was found, as it was found.

    By (refund|exchange), "demand the exchange" becomes "request the exchange" although the replacement says "a refund".
    """
    choice = _LAST_CHOICE.search(rule)
    things = {option.strip(" =") for option in choice.group(1).split("|")} if choice else set()
    thing = words[-1].lower()
    if {thing, cures[-1]} <= things & _THINGS:
        cures[-1] = thing
        if len(words) > 1 < len(cures) and {words[-2].lower(), cures[-2]} <= _DETERMINERS:
            cures[-2] = words[-2].lower()


def _is_verb(word: str) -> bool:
    """Whether a word is known to be a verb: out, lost and courier take no -ing."""
    if word in _NO_VERB:
        return False
    return (
        word in _IRREGULAR
        or word in _DOUBLED
        or any(LANGUAGE.forms(_ending(word, e))[0] == word for e in ("ing", "ed"))
    )


def _verb(verb: str, form: str, before: str) -> str:
    lower = verb.lower()
    if form.endswith("ing"):
        return "being" if lower == "be" else _ending(lower, "ing")
    if form.endswith("s") and not form.endswith("ss"):
        return {"be": "is", "have": "has"}.get(lower) or _ending(lower, "s")
    past, participle = _IRREGULAR.get(lower, (_ending(lower, "ed"),) * 2)
    return participle if _WITH_PARTICIPLE.search(before) else past


_MONTHS = "january february march april may june july august september october november december".split()

LANGUAGE = Language(
    code="en",
    name="English",
    own_name="English",
    joins="'",
    forms=lemma_forms("en", _also),
    stem=snowball("english"),
    refit=_refit,
    lead=_lead,
    common=frozenset(
        (
        "the and you your to of is are for we our in it that this with not have has will be been on can "
        "as please i if was by from or at an any would could my do does did there when which what how "
    ).split()
    ),
    small=frozenset("a its his her their".split()),
    particles_apart=frozenset("on off in out up down over back away".split()),
    nouns=("ing", "ings"),
    endings=("ment", "ments", "er", "ers"),
    numbers=Numbers(
        words=dict(
            zip(
                (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    ).split(),
                [*range(1, 21), *range(30, 100, 10)],
                strict=True,
            )
        ),
        months={name: n for n, name in enumerate(_MONTHS, 1)}
        | {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
        | {"sept": 9},
        weekdays={name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)},
        units={
            "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute", "hour": "hour", "hours": "hour",
            "day": "day", "days": "day", "working": "day", "business": "day", "calendar": "day", "week": "week",
            "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year", "second": "second",
            "seconds": "second", "percent": "percent", "times": "time", "items": "piece", "pieces": "piece",
        },
        afternoon=("pm", "p.m.", "p.m", "in the afternoon", "in the evening"),
        morning=("am", "a.m.", "a.m", "in the morning"),
    ),
    address=(
        r"\b(?:you|you'?re|you'?ve|yours?|yourself|we|we'?re|we'?ve|our|ours|us|i|i'?m|i'?ve|my|me|please|thanks?|thank|sorry|apolog\w+|"
        r"regret|hello|hi|dear|welcome|kindly|let's|(?:best|kind|warm) (?:regards|wishes)|sincerely)\b"
    ),
    negations=r"\b(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|\w+n['’]t)\b",
    hours=(
        r"\b(?:within|in|by|before|until|till|no later than|after|every|for)\s+(?:the\s+)?(?:next\s+|about\s+|around\s+|"
        r"at most\s+|up to\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve|twenty|"
        r"thirty|\{\w+\}|half an?)\b(?:\s*(?:-|–|to|or)\s*(?:\d+|\w+))?\s*(?:working\s+|business\s+|calendar\s+|full\s+)?"
        r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|o'clock|[ap]\.?m\b|\{\w+\})"
        r"|\b\d+\s*(?:-|–|to)\s*\d+\s+(?:working\s+|business\s+)?(?:minutes?|hours?|days?|weeks?)\b"
        r"|\b\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?|o'clock)|\b\d{1,2}:\d{2}\b"
        r"|\b(?:by|before|on|until|at)\s+(?:noon|midnight|the end of (?:the\s+|this\s+)?(?:day|week|month|business day|today)|"
        r"close of business|(?:this |next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|today|"
        r"tonight|this (?:morning|afternoon|evening))\b"
        r"|\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening|week)|next (?:monday|tuesday|wednesday|thursday|"
        r"friday|saturday|sunday|week))\b"
        r"|\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|"
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2})\b"
        r"|\b\d+[- ](?:minute|hour|day)s?\b"
        r"|\{(?:hours|days|date|time|deadline|minutes)\}"
    ),
)  # fmt: skip
