"""Russian replacements in the form of what they replace, by the dictionary of pymorphy3.

A replacement is written to fit its rule as the rule stands. What the draft says in another form (case, number, tense,
person) is said of the replacement too: of its first verb, else of its first noun with the adjectives before it. Only
forms of the dictionary are written; where the form is in doubt the replacement stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*|[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!?;:,—–()«»\"\n]|\b(?:и|но|что|чтобы|если|когда)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r",?\s*\b(?:пожалуйста|к сожалению|конечно)\b\s*,?|\b(?:не|уже|ещё|еще|сейчас|теперь|только|также|сразу|снова)\b",
    re.IGNORECASE,
)
_BETWEEN = frozenset("уже ещё еще не сегодня вчера успешно только что".split())
_PREDICATE = re.compile(r"(?: [а-яё]+)+", re.IGNORECASE)
"""Words between a subject and its predicate, and all words that may be either."""
_SUBJECT = re.compile(r"\b(?:я|мы|вы|он|она|они)\b", re.IGNORECASE)
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ALIKE = {"gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_GOVERNED = {
    word: frozenset(cases.split())
    for words, cases in (
        ("без безо до для из изо от ото у около после кроме вместо ради из-за из-под насчет насчёт вокруг", "gent"),
        ("к ко благодаря согласно", "datv"),
        ("через про сквозь", "accs"),
        ("над надо перед передо между", "ablt"),
        ("о об обо при", "loct"),
        ("в во на", "accs loct"),
        ("за под", "accs ablt"),
        ("с со", "gent ablt"),
        ("по", "datv"),
    )
    for word in words.split()
}
_SUBJECTS = {"nomn", "accs"}
_TOWARDS = re.compile(
    r"\b(?:пере[дв][ае]|передад|отправ|достав|прид|приш|приед|прибы|поступ|добав|полож|войд|вой[дт]|захо|зайд|помест|верн|"
    r"обра[тщ]|загру[зж]|введ|ввод|внес|внос|включ|вход|выез|пойд|ид[её]т|позвон|перезвон|напиш|пиш|сда[йтм]|привез|"
    r"выш[ел]|направ|запи[сш]|обмен|замен|перешл|переш[её]л|соглас|нажм|нажа|клик|подпис|влия|отвеч|ответ|рассчит|перейд|переход|ссылк|зачисл|сверн)",
    re.IGNORECASE,
)
"""Words of movement, after which "в" and "на" ask where to (accs), not where (loct)."""
_ADJECTIVES = ("ADJF", "PRTF")
_VERBS = ("VERB", "INFN", "GRND")
Form = tuple[str, str]
"""Case and number."""


@cache
def _analyzer() -> MorphAnalyzer | None:
    """The dictionary, 30 MB, or None in an installation without it."""
    try:
        from pymorphy3 import MorphAnalyzer
    except ImportError:
        return None
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=4096)
def _parses(word: str) -> tuple[Parse, ...]:
    """What a word may be, the likeliest first; nothing for one that the dictionary does not hold."""
    return tuple(p for p in _guesses(word) if _is_known(p))


@lru_cache(maxsize=4096)
def _guesses(word: str) -> tuple[Parse, ...]:
    analyzer = _analyzer()
    if analyzer is None or not re.fullmatch(r"[а-яё]+(?:-[а-яё]+)*", word):
        return ()
    # what is left of a word when some letters are taken for a prefix (ти-кета) is seldom the word
    return tuple(sorted(analyzer.parse(word), key=lambda p: "UnknownPrefixAnalyzer" in _methods(p)))


def _methods(parse: Parse) -> set[str]:
    return {type(method[0]).__name__ for method in parse.methods_stack}


def _is_known(parse: Parse) -> bool:
    """Whether the dictionary holds a word, or the last part of a hyphenated one."""
    methods, analyzer = _methods(parse), _analyzer()
    if "HyphenatedWordsAnalyzer" in methods:
        return analyzer is not None and bool(analyzer.word_is_known(parse.word.rpartition("-")[2]))
    if "UnknownPrefixAnalyzer" in methods:
        # постамат goes like мат; тикет is no кета
        return bool(parse.normal_form == parse.word and "Fixd" not in parse.tag)
    return not methods & {"FakeDictionary", "UnknAnalyzer"}


def _plain(word: str) -> str:
    return word.replace("ё", "е")


def _form(parse: Parse) -> Form:
    case = str(parse.tag.case or "")
    return _ALIKE.get(case, case), str(parse.tag.number or "")


def _of(word: str, kinds: Sequence[str]) -> list[Parse]:
    return [p for p in _parses(word) if p.tag.POS in kinds]


def _said(word: str, written: frozenset[str] = frozenset()) -> list[Parse]:
    """What a word found may be: a form of a word of the rule; else one of the dictionary; else a guess."""
    found = _guesses(word)
    ruled = [p for p in found if _plain(p.normal_form) in written]
    if not ruled and _plain(word) in written and "-" in word:
        return []  # a foreign word; what its ending looks like means nothing
    return ruled or list(_parses(word) or found)


def _of_rule(rule: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in _WORD.findall(rule.lower()))


def refit(replacement: str, found: str, rule: str, before: str) -> str:
    """A replacement in the form in which the rule's words were found; `rule` is empty for a term that is not said."""
    said = [word.lower() for word in _WORD.findall(found)]
    offered = [word.lower() for word in _WORD.findall(replacement)]
    written = _of_rule(rule)
    fixed = {_plain(word) for word in re.findall(r"=([\w-]+)", rule.lower())}
    if not said or not offered or not re.search("[а-яё]", replacement) or _analyzer() is None:
        return replacement
    verb = next((word for word in said if _is_a(word, *_VERBS)), None) if rule else None
    if verb is not None:
        return _verb(replacement, offered, verb, written, before)
    if not found.isupper() and all(_is_made_for(word, fixed) for word in said):
        return replacement
    if said[0] in _GOVERNED or offered[0] in _GOVERNED:
        return replacement
    if found.isupper() or all(_is_fixed(_said(word, written)) for word in said):
        said = []
    russian = [word for word in said if re.match("[а-яё]", word)]
    return _phrase(replacement, offered, russian or said, rule, before)  # B2B-клиентов goes like клиентов


def _is_fixed(readings: Sequence[Parse]) -> bool:
    """Whether a word is the same in every case."""
    return bool(readings) and "Fixd" in readings[0].tag


def _is_made_for(word: str, fixed: set[str]) -> bool:
    """Whether a rule names a word in this very form, and no other form of it."""
    lemmas = {p.normal_form for p in _guesses(word)}
    others = (other for other in fixed if other != _plain(word) and _plain(other)[:3] == _plain(word)[:3])
    return (
        _plain(word) in fixed
        and bool(lemmas)
        and not any(lemmas & {p.normal_form for p in _guesses(o)} for o in others)
    )


def _is_a(word: str, *kinds: str) -> bool:
    """Whether a word is most probably of one of these kinds."""
    found = _parses(word)
    return bool(found) and found[0].tag.POS in kinds


# -- verbs


def _verb(replacement: str, offered: list[str], verb: str, written: frozenset[str], before: str) -> str:
    """A replacement with its first verb in the form of the verb found, unless it has a subject of its own."""
    at = next((n for n, word in enumerate(offered) if _is_a(word, *_VERBS)), None)
    if at is None or any(_is_a(word, "NOUN") for word in offered[:at]) or _SUBJECT.search(replacement):
        return replacement
    lemmas = {p.normal_form for p in _of(verb, _VERBS)}
    forms = {_verb_form(p) for word in written for p in _of(word, _VERBS) if p.normal_form in lemmas}
    mine = next((p for p in _of(offered[at], _VERBS) if _verb_form(p) in forms), None)
    wanted = _wanted(verb, before)
    if mine is None or wanted is None or _verb_form(mine) in map(_verb_form, _of(verb, _VERBS)):
        return replacement
    features = _verb_form(wanted)
    for form in mine.lexeme:
        if _verb_form(form) == features and "Infr" not in form.tag:
            return _written(replacement, {offered[at]: form.word})
    return replacement


def _verb_form(parse: Parse) -> frozenset[str]:
    """What a verb shares with another in the same form; a perfective future counts as a present."""
    tag = parse.tag
    named = (tag.POS, tag.mood, tag.tense, tag.person, tag.number, tag.gender, tag.involvement, tag.voice)
    return frozenset("pres" if str(one) == "futr" else str(one) for one in named if one)


def _wanted(verb: str, before: str) -> Parse | None:
    """The reading of a verb: 'вы смотрите' tells, 'смотрите' asks."""
    readings = [p for p in _of(verb, _VERBS) if p.tag.involvement != "incl"]
    told = re.search(r"\b(?:вы|если|когда|что)\W+(?:\w+\W+)?$", before, re.IGNORECASE) is not None
    return next((p for p in readings if (p.tag.mood == "impr") != told), readings[0] if readings else None)


# -- nouns and adjectives


def _phrase(replacement: str, offered: list[str], said: list[str], rule: str, before: str) -> str:
    """A replacement with its first noun, or its lone adjectives, in the case and number of the words found.

    `said` are those words, none for an acronym or another word that shows no case.
    """
    written = _of_rule(rule)
    head = _head([_said(word, written) for word in said])
    mine = _head([_parses(word) for word in offered])
    if mine is None:
        return _adjectives(replacement, offered, said, written)
    if "и" in offered or "или" in offered:
        return replacement  # two heads
    rule_forms = _rule_forms([] if head is None else _said(said[head], written), rule)
    nouns = _of(offered[mine], ("NOUN",))
    own = next((p for p in nouns if _form(p)[0] == "nomn"), nouns[0] if head is None else None)
    if own is None or not any(case in ("", "nomn", "accs") for case, _ in rule_forms):
        return replacement
    if not all(_agrees(_parses(word), own, _form(own)) for word in offered[:mine]):
        return replacement
    if head is None:
        forms = [] if any(_parses(word) for word in said) else [(case, str(own.tag.number)) for case in _CASES]
    else:
        forms = _forms(said, head, written)
    forms = _in_context(forms, before, latin=head is None)
    if {_form(p) for p in nouns if p.tag.animacy == own.tag.animacy} & set(forms):
        return replacement
    results = set()
    for case, number in forms:
        if not any(known in ("", own.tag.number) for _, known in rule_forms):
            number = str(own.tag.number)
        results.add(_inflected(replacement, offered[: mine + 1], own, case, number))
    if len(results) != 1:
        return replacement
    return results.pop() or replacement


def _rule_forms(found: Sequence[Parse], rule: str) -> set[Form]:
    """The forms in which a rule has the noun that was found: those of its first word for it."""
    lemmas = {p.normal_form for p in found if p.tag.POS == "NOUN"}
    for word in _WORD.findall(rule.lower()):
        forms = {_form(p) for p in _guesses(word) if p.tag.POS == "NOUN" and p.normal_form in lemmas}
        if forms:
            return forms
    return {("nomn", "sing")} if rule else {("nomn", "")}


def _head(words: Sequence[Sequence[Parse]]) -> int | None:
    """The place of the first noun that nothing but adjectives precedes."""
    for at, readings in enumerate(words):
        if not readings or readings[0].tag.POS not in (*_ADJECTIVES, "NOUN"):
            return None
        if readings[0].tag.POS == "NOUN" and "Fixd" not in readings[0].tag:
            return at
    # an adjective that has become a noun: накладная
    return len(words) - 1 if words and any(p.tag.POS == "NOUN" for p in words[-1]) else None


def _forms(words: Sequence[str], head: int, written: frozenset[str]) -> list[Form]:
    """The cases and numbers in which a noun and the adjectives before it agree."""
    found = []
    for parse in _said(words[head], written):
        form = _form(parse)
        fits = parse.tag.POS == "NOUN" and all(_agrees(_said(word, written), parse, form) for word in words[:head])
        if fits and form[0] in _CASES and form not in found:
            found.append(form)
    return found


def _agrees(readings: Sequence[Parse], noun: Parse, form: Form) -> bool:
    for parse in readings:
        if parse.tag.POS not in _ADJECTIVES or _form(parse) != form:
            continue
        fits = form[1] == "plur" or parse.tag.gender in (noun.tag.gender, None) or "ms-f" in noun.tag
        if fits and (parse.tag.animacy is None or parse.tag.animacy == noun.tag.animacy):
            return True
    return False


def _agreeing(word: str, noun: Parse, case: str, number: str) -> str | None:
    """An adjective in the form that goes with a noun."""
    for parse in _of(word, _ADJECTIVES):
        forms = [f for f in parse.lexeme if f.tag.POS == parse.tag.POS and _form(f) == (case, number) and not _odd(f)]
        forms = [f for f in forms if _is_same_word(f, parse) and _agrees([f], noun, (case, number))]
        if forms:  # наилучший is a form of лучший
            return str(max(forms, key=lambda f: str(f.word)[:2] == word[:2]).word)
    return None


def _is_same_word(form: Parse, parse: Parse) -> bool:
    """Whether two forms of a lexeme are of one adjective: лучший is not хороший, защищённый not защитивший."""
    same_participle = form.tag.voice == parse.tag.voice and form.tag.tense == parse.tag.tense
    return same_participle and ("Supr" in form.tag) == ("Supr" in parse.tag)


def _inflected(replacement: str, words: Sequence[str], noun: Parse, case: str, number: str) -> str | None:
    """A replacement whose first words, adjectives and a noun, take a case and number; None when a form is missing."""
    changed = {}
    form = next((f for f in noun.lexeme if _form(f) == (case, number) and not _odd(f)), None)
    if form is None:
        return None
    changed[words[-1]] = str(form.word)
    for word in words[:-1]:
        agreeing = _agreeing(word, noun, case, number)
        if agreeing is None:
            return None
        changed[word] = agreeing
    return _written(replacement, changed)


def _odd(form: Parse) -> bool:
    """Whether a form is a rare one beside the usual one (в снегу, чаю, дверию)."""
    return form.tag.case in _ALIKE or any(mark in form.tag for mark in ("V-oy", "V-ey", "V-bi", "Arch", "Erro", "Infr"))


def _adjectives(replacement: str, offered: list[str], said: list[str], written: frozenset[str]) -> str:
    """A replacement of adjectives only, in the form of the adjectives found."""
    if not said or not all(_is_a(word, *_ADJECTIVES) for word in (*offered, *said)):
        return replacement
    readings = [
        p
        for p in _of(said[-1], _ADJECTIVES)
        if all(any(_same_adjective(p, q) for q in _of(word, _ADJECTIVES)) for word in said[:-1])
    ]
    results = set()
    for reading in readings:
        changed = {}
        for word in offered:
            forms = (
                f
                for p in _of(word, _ADJECTIVES)[:1]
                for f in p.lexeme
                if f.tag.POS == p.tag.POS and _is_same_word(f, p)
            )
            changed[word] = next((f.word for f in forms if _same_adjective(f, reading) and not _odd(f)), "")
        results.add(_written(replacement, changed) if all(changed.values()) else replacement)
    return results.pop() if len(results) == 1 else replacement


def _same_adjective(one: Parse, other: Parse) -> bool:
    animacy = {one.tag.animacy, other.tag.animacy} - {None}
    return _form(one) == _form(other) and one.tag.gender == other.tag.gender and len(animacy) < 2


# -- what stands before


def _in_context(forms: list[Form], before: str, *, latin: bool) -> list[Form]:
    """The forms that what stands before the words allows; `latin` words show no case of their own."""
    clause = _CLAUSE.split(_ASIDE.sub(" ", before))[-1]
    words = [word.lower() for word in _WORD.findall(clause)]
    while words and _is_a(words[-1], *_ADJECTIVES):
        shown = {_form(p) for p in _of(words[-1], _ADJECTIVES)}
        forms = [form for form in forms if form in shown or (latin and form[0] in {case for case, _ in shown})]
        words.pop()
    if words and words[-1] in _GOVERNED:
        cases = _GOVERNED[words[-1]]
        if words[-1] in ("в", "во", "на"):
            towards = _TOWARDS.search(" ".join(words)) or (words[-1] == "на" and _is_a(" ".join(words[-2:-1]), "NOUN"))
            cases = frozenset({"accs" if towards else "loct"})
        return [form for form in forms if form[0] in cases] or [
            form for form in forms if form[0] in _GOVERNED[words[-1]]
        ]
    if latin and words and _is_a(words[-1], "NOUN"):
        shown_by = {str(p.tag.case) for p in _of(words[-1], ("NOUN",))}
        if not shown_by <= {"datv", "ablt"} and not any(word in ("по", "при", "для") for word in words[:-1]):
            return [form for form in forms if form[0] == "gent"]
    direct = [form for form in forms if form[0] in ("nomn", "accs")]
    if len({form[0] for form in direct}) < 2:
        return direct or forms
    case = _subject_or_object(words, {number for _, number in direct})
    return [form for form in forms if form[0] == case] if case else direct


def _subject_or_object(words: Sequence[str], numbers: set[str]) -> str:
    """Whether the words before a noun make it an object (accs), or the subject (nomn); empty when they do not tell."""
    for at in range(len(words) - 1, -1, -1):
        verb = next(iter(_parses(words[at])), None)
        if verb is None or verb.tag.POS not in (*_VERBS, "PRTS"):
            continue
        if verb.normal_form in ("пройти", "проходить"):
            return "accs"
        if verb.tag.POS == "PRTS" or "intr" in verb.tag:
            return "nomn"
        subject = any({p.tag.case for p in _parses(word)} & _SUBJECTS == {"nomn"} for word in words[:at])
        if verb.tag.POS != "VERB" or verb.tag.mood == "impr" or verb.tag.person in ("1per", "2per") or subject:
            return "accs"
        return "accs" if verb.tag.number not in numbers else ""
    return "nomn"


def lead(replacement: str, found: str, before: str) -> tuple[str, int]:
    """A replacement with the words before it that must agree with it, and how many characters those were.

    Adjectives of the noun found take the gender of the noun offered; "о" becomes "об" before a vowel.
    """
    said = [word.lower() for word in _WORD.findall(found)]
    offered = [word.lower() for word in _WORD.findall(replacement)]
    preposition = re.search(r"\b(об?)\s+$", before, re.IGNORECASE)
    if preposition and offered:
        right = "об" if re.match("[аэиоу]", offered[0]) else "о"
        if right != preposition[1].lower():
            return right + " " + replacement, len(preposition[0])
        return replacement, 0
    behind = re.search(r"(?:[А-Яа-яЁё-]+ )+$", before)
    if behind is None or not said or not offered or _analyzer() is None:
        return replacement, 0
    acronym = found.isupper()
    head = None if acronym else _head([_said(word) for word in said])
    mine = _head([_parses(word) for word in offered])
    if mine is None or (head is None and not acronym and any(_parses(word) for word in said)):
        return replacement, 0
    text, taken = replacement, 0
    for word in reversed(behind[0].split()):
        if not _is_a(word.lower(), *_ADJECTIVES):
            break
        results = set(_led(word.lower(), None if head is None else _said(said[head]), offered[mine]))
        if len(results) != 1:
            return replacement, 0
        text = _cased(results.pop(), word) + " " + text
        taken += len(word) + 1
    unchanged = before[len(before) - taken :] + replacement if taken else replacement
    return (text, taken) if text != unchanged else (replacement, 0)


def _led(word: str, nouns: Sequence[Parse] | None, offered: str) -> Iterator[str]:
    """An adjective before the found words, in every form that the noun offered may ask for."""
    readings = _of(word, _ADJECTIVES)
    if nouns is None:
        cases = {_form(p)[0] for p in readings}
    else:
        cases = {_form(p)[0] for p in nouns if p.tag.POS == "NOUN" and _agrees(readings, p, _form(p))}
    for own in _of(offered, ("NOUN",)):
        case, number = _form(own)
        if case in cases:
            yield _agreeing(word, own, case, number) or word


# -- what stands behind


def join(replacement: str, after: str) -> tuple[str, int]:
    """A replacement with the predicate right behind it in its gender and number, and how many characters that was."""
    predicate = _PREDICATE.match(after)
    offered = [word.lower() for word in _WORD.findall(replacement)]
    if predicate is None or not offered or _analyzer() is None:
        return replacement, 0
    mine = _head([_parses(word) for word in offered])
    subject = (
        next((p for p in _of(offered[mine], ("NOUN",)) if _form(p)[0] == "nomn"), None) if mine is not None else None
    )
    if subject is None:
        return replacement, 0
    text, taken = replacement, 0
    for word in predicate[0].split():
        readings = [p for p in _parses(word.lower()) if _is_predicate(p)]
        if readings:
            agreeing = [form.word for p in readings[:1] for form in p.lexeme if _predicates(form, p, subject)]
            if not agreeing:
                return replacement, 0
            text, taken = f"{text} {_cased(agreeing[0], word)}", taken + len(word) + 1
        elif word.lower() in _BETWEEN:
            text, taken = f"{text} {word}", taken + len(word) + 1
        else:
            break
    return (text, taken) if text != replacement + after[:taken] else (replacement, 0)


def _is_predicate(parse: Parse) -> bool:
    """Whether a word says something of a noun in the singular: закрыт, был, пришла; not закрыл, which has an object."""
    past = parse.tag.POS == "VERB" and parse.tag.tense == "past" and "intr" in parse.tag
    return bool((parse.tag.POS in ("PRTS", "ADJS") or past) and parse.tag.number == "sing")


def _predicates(form: Parse, found: Parse, subject: Parse) -> bool:
    """Whether a form of a participle or a past tense is the one that goes with a subject."""
    if form.tag.POS != found.tag.POS or not _is_same_word(form, found) or form.tag.number != subject.tag.number:
        return False
    return form.tag.gender is None or form.tag.gender == subject.tag.gender


# -- writing


def _written(replacement: str, changed: dict[str, str]) -> str:
    """A replacement with words in other forms, each once, in their case and with ё only where the word had it."""
    left = dict(changed)

    def one(match: re.Match[str]) -> str:
        form = left.pop(match[0].lower(), None)
        return match[0] if form is None else _cased(form, match[0])

    return _WORD.sub(one, replacement)


def _cased(form: str, word: str) -> str:
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
