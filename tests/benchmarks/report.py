"""Speed and memory as a table: `python tests/benchmarks/report.py [PART …]`.

Parts: cold, terms, drafts, hostile, store, key. Figures are medians; each stands beside a peer or a brute-force twin
that ran in the same minute, because absolute times wander by a quarter on a shared machine. Nothing here is asserted.
"""

from __future__ import annotations

import gc
import gzip
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from termbase.matching import Glossary
from termbase.model import Concept, Term, Unit, Variant

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "pairs.tsv.gz"
DRAFT = "Dear customer, please open the router. I will take a record and reply you as soon as possible."


def median_ms(run: Callable[[], object], times: int = 15) -> float:
    """Median wall time of a call in milliseconds, after one call to warm up."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def row(what: str, figure: str, peer: str) -> None:
    """One line of the table."""
    print(f"| {what} | {figure} | {peer} |", flush=True)


def cold() -> None:
    """A one-line draft from a cold process, beside an interpreter that does nothing and one that imports Streamlit."""
    program = Path(sys.executable).with_name("termbase")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "t.db")
        subprocess.run([program, "--database", store, "init"], check=True, capture_output=True)
        command = [program, "--database", store, "check", "-", "--to", "en"]

        def check() -> None:
            subprocess.run(command, input=DRAFT, text=True, capture_output=True, check=False)

        nothing = median_ms(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
        streamlit = median_ms(lambda: subprocess.run([sys.executable, "-c", "import streamlit"], check=True), 5)
        row(
            "`termbase check` of one line, cold process, starter packs",
            f"{median_ms(check):.0f} ms",
            f"bare interpreter {nothing:.0f} ms; `import streamlit` alone {streamlit:.0f} ms",
        )


def sentences(lang: str) -> Iterator[tuple[str, str]]:
    """(English, other) pairs of the reference corpus; made-up words where it is not there."""
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            for line in lines:
                code, _, _, source, target = line.rstrip("\n").split("\t")
                if code == lang:
                    yield source, target
    else:
        rng = random.Random(1)
        words = ["".join(rng.choices("aeioulnrst", k=rng.randint(3, 9))) for _ in range(20_000)]
        for _ in range(30_000):
            yield " ".join(rng.choices(words, k=8)), "".join(rng.choices("退款订单物流客服发票地址", k=12))


def pieces(texts: Iterable[str], *, spaced: bool, most: int) -> list[str]:
    """Up to `most` distinct stretches of up to five words (or characters), in an order that is the same each time."""
    pool: dict[str, None] = {}
    for text in texts:
        words = text.split() if spaced else list(text)
        for size in range(1 if spaced else 2, 6):
            for at in range(len(words) - size + 1):
                piece = (" " if spaced else "").join(words[at : at + size]).strip(" .,:;!?()，。：；！？（）")
                if 2 <= len(piece) < 60 and piece[0].isalpha() and piece.isprintable():
                    pool[piece] = None
    found = list(pool)
    random.Random(7).shuffle(found)
    return found[:most]


def resident_mb() -> float:
    """Memory of this process, in MB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _engine(name: str, names: list[str]) -> Callable[[str], object]:
    """A function that finds the terms of a list in a draft, by an engine of that name."""
    if name == "termbase":
        glossary = Glossary(Concept(terms=(Term(lang="en", text=one),)) for one in names)
        return lambda draft: glossary.find(draft, "en")
    if name == "spaCy PhraseMatcher":
        import spacy
        from spacy.matcher import PhraseMatcher

        pipeline = spacy.blank("en")
        matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
        matcher.add("terms", list(pipeline.tokenizer.pipe(names)))
        return lambda draft: [(match[1], match[2]) for match in matcher(pipeline(draft))]
    if name == "translate-toolkit":
        from translate.search import match
        from translate.storage import po

        store = po.pofile()
        for one in names:
            store.addsourceunit(one).target = one
        toolkit = match.terminologymatcher(store)
        return lambda draft: toolkit.matches(draft)
    lower = [one.lower() for one in names]
    return lambda draft: [one for one in lower if one in draft.lower()]


def _time_terms(name: str, size: int, drafts: int) -> tuple[float, float, float, int] | str:
    """Median ms a draft, seconds to build, MB, number of terms; in a process of its own, so that memory can be told."""
    texts = list(
        dict.fromkeys(source for lang in ("zh", "de", "fr", "es", "ru", "ja") for source, _ in sentences(lang))
    )
    names = pieces(texts, spaced=True, most=size)
    rng = random.Random(7)
    new = [" ".join(rng.sample(texts, 12))[:835] for _ in range(drafts + 5)]
    del texts
    before, start = resident_mb(), time.perf_counter()
    try:
        find = _engine(name, names)
    except ImportError as error:
        return f"{name}: not installed ({error.name})"
    for draft in new[:5]:
        find(draft)
    built = time.perf_counter() - start
    taken = []
    for draft in new[5:]:
        start = time.perf_counter()
        find(draft)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), built, resident_mb() - before, len(names)


def terms() -> None:
    """Finding the terms of a base in new drafts of 130 words, beside other engines on the same terms and drafts."""
    peers = {"spaCy PhraseMatcher": 200, "translate-toolkit": 3, "loop over `term in draft`": 5}
    for size in (1_000, 10_000, 100_000, 1_000_000):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
            own = pool.submit(_time_terms, "termbase", size, 200).result()
            assert not isinstance(own, str)
            beside = []
            for name, drafts in peers.items():
                if size == 1_000_000 and name != "spaCy PhraseMatcher":
                    continue  # minutes
                theirs = pool.submit(_time_terms, name, size, drafts).result()
                if isinstance(theirs, str):
                    beside.append(theirs)
                else:
                    ms, built, mb, _ = theirs
                    beside.append(f"{name} {ms:.2f} ms ({ms / own[0]:.1f}×), built in {built:.1f} s, {mb:.0f} MB")
        row(
            f"terms in a new 130-word draft, {own[3]:,} terms",
            f"{own[0]:.2f} ms, built in {own[1]:.1f} s, {own[2]:.0f} MB",
            "; ".join(beside),
        )


def _time_checks(lang: str, size: int) -> tuple[float, float, float, float, int]:
    """Median ms of all checks on a draft alone and with its source, seconds to build, MB, number of terms."""
    from termbase.checks import run
    from termbase.languages import language
    from termbase.model import Draft
    from termbase.services.packs import starter_packs

    other = "zh" if lang == "en" else "en"
    pairs = [(t, s) if lang != "en" else (s, t) for s, t in sentences("zh" if lang == "en" else lang)]
    texts = [text for text, _ in pairs]
    if lang == "en" and size > 300_000:
        texts += [source for code in ("de", "fr", "es", "ru", "ja") for source, _ in sentences(code)]
    spaced = language(lang).spaced
    concepts = packed_concepts(starter_packs())
    names = pieces(texts, spaced=spaced, most=size)
    del texts
    before, start = resident_mb(), time.perf_counter()
    glossary = Glossary([*concepts, *(Concept(terms=(Term(lang=lang, text=name),)) for name in names)])
    glossary.find("warm up", lang)
    built, megabytes = time.perf_counter() - start, resident_mb() - before
    rng = random.Random(7)
    medians = []
    for source in (False, True):
        taken = []
        for number in range(50):
            some = rng.sample(pairs, 12)
            text = (" " if spaced else "").join(t for t, _ in some)[: 835 if spaced else 311]
            theirs = " ".join(s for _, s in some)[: 311 if other == "zh" else 835]
            draft = Draft(text=text, lang=lang, source=theirs if source else None, source_lang=other if source else "")
            begun = time.perf_counter()
            run(draft, glossary)
            if number >= 10:
                taken.append((time.perf_counter() - begun) * 1000)
        medians.append(statistics.median(taken))
    return medians[0], medians[1], built, megabytes, len(names)


def packed_concepts(packs: Iterable[Path]) -> list[Concept]:
    """The concepts of the starter packs, as a store holds them."""
    sys.path.insert(0, str(ROOT / "tests" / "starter"))
    from validator import read_packs, with_ids

    return list(with_ids(read_packs(next(iter(packs)).parent)[0]))


def drafts() -> None:
    """All checks on drafts of 130 words that are new to a warm process, starter packs and that many terms more."""
    sizes = {"en": (10_000, 100_000, 1_000_000), "zh": (10_000, 100_000, 1_000_000)}
    for lang in ("en", "zh", "de", "ru", "es", "fr", "ja", "ko", "th", "vi"):
        for size in sizes.get(lang, (100_000,)):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
                alone, paired, built, megabytes, count = pool.submit(_time_checks, lang, size).result()
            row(
                f"all checks on a new 130-word draft in {lang}, starter packs and {count:,} terms",
                f"{alone:.1f} ms; with its source {paired:.1f} ms",
                f"built in {built:.1f} s, {megabytes:.0f} MB",
            )


def hostile() -> None:
    """All checks on a megabyte of text made to be slow."""
    from termbase.checks import run
    from termbase.model import Draft

    pieces = "a|A|[|[]|{{|<a |<div>|1|1 |1.|'|\"|`|a |a-| |\n|> \n|. |*a |a@|http://a |&|```\n|"
    pieces += "退|退款|ア|은|ก|ж|take a |-- \n"
    glossary = Glossary([Concept(terms=(Term(lang="en", text="take a record"), Term(lang="zh", text="退款单")))])
    for lang in ("en", "zh", "de", "ko"):
        for format in ("text", "html", "markdown"):
            worst: tuple[float, str] = 0.0, ""
            for piece in pieces.split("|"):
                text = piece * (1_000_000 // len(piece.encode()))
                begun = time.process_time()
                run(Draft(text=text, lang=lang, format=format), glossary)
                worst = max(worst, (time.process_time() - begun, piece))
            row(
                f"1 MB of hostile {format} in {lang}, the slowest kind ({worst[1]!r} repeated)", f"{worst[0]:.1f} s", ""
            )


def store() -> None:
    """Bulk import and export of a memory, beside SQLite's own speed and the toolkit's parser."""
    from translate.storage import tmx

    from termbase.services.exchange import export_file, import_file
    from termbase.store import Store

    whole = (pair for pair in sentences("zh") if "".join(pair).isprintable())
    pairs = [pair for _, pair in zip(range(20_000), whole, strict=False)]
    units = [
        Unit(key=f"k{n}", variants=(Variant(lang="en", text=source), Variant(lang="zh", text=target)))
        for n, (source, target) in enumerate(pairs)
    ]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        with Store.open(here / "a.db", create=True) as first:
            start = time.perf_counter()
            with first.batch("bench", "import") as batch:
                batch.add_units(units)
            added = time.perf_counter() - start
            start = time.perf_counter()
            export_file(first, here / "m.tmx", content="memory")
            written = time.perf_counter() - start
        start = time.perf_counter()
        parsed = tmx.tmxfile.parsefile(str(here / "m.tmx"))
        count = sum(1 for unit in parsed.units if unit.source)
        toolkit = time.perf_counter() - start
        with Store.open(here / "b.db", create=True) as second:
            start = time.perf_counter()
            import_file(second, here / "m.tmx", who="bench")
            read = time.perf_counter() - start
        size = (here / "m.tmx").stat().st_size / 1e6
    row("units into the store", f"{len(units) / added:,.0f} a second", "")
    row("memory out as TMX", f"{len(units) / written:,.0f} units a second", "")
    row(
        f"TMX of {size:.1f} MB into the store, with history and search",
        f"{len(units) / read:,.0f} units a second",
        f"translate-toolkit parses alone at {count / toolkit:,.0f}",
    )
    row(
        "memory of this process at its largest",
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB",
        "",
    )


def key() -> None:
    """Last key to underline in a real browser, as the test of the page measures it."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/browser", "-k", "underlin", "-s", "-n", "0", "-p", "no:cacheprovider"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    for figure in re.findall(r"\d+ ms", done.stdout):
        row("last key to underline, in Chromium", figure, "300 ms is the aim")


PARTS = {"cold": cold, "terms": terms, "drafts": drafts, "hostile": hostile, "store": store, "key": key}

if __name__ == "__main__":
    print("| what | termbase | beside it |\n| --- | --- | --- |")
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
