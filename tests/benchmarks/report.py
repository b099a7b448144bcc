"""Speed and memory as a table: `python tests/benchmarks/report.py [PART …]`.

Parts: cold, terms, drafts, hostile, store, key. Figures are medians; each stands beside a peer or a brute-force twin
that ran in the same minute, because absolute times wander by a quarter on a shared machine. Nothing here is asserted.
"""

from __future__ import annotations

import gzip
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
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


def terms() -> None:
    """Finding the terms of a base in a draft of about 130 words, beside the toolkit's matcher and a plain loop."""
    from translate.search import match
    from translate.storage import po

    rng = random.Random(7)
    texts = [source for source, _ in sentences("zh")]
    pool = {}
    for text in texts:
        words = text.split()
        for size in (1, 2, 3):
            for at in range(len(words) - size + 1):
                phrase = " ".join(words[at : at + size]).strip(".,:;!?()")
                if 3 < len(phrase) < 40 and phrase[0].isalpha():
                    pool[phrase] = None
    phrases = list(pool)
    rng.shuffle(phrases)
    drafts = [" ".join(rng.sample(texts, 12))[:835] for _ in range(20)]
    for size in (1_000, 10_000, 100_000):
        some = phrases[:size]
        start = time.perf_counter()
        glossary = Glossary([Concept(terms=(Term(lang="en", text=text),)) for text in some])
        glossary.find("warm up", "en")
        built = time.perf_counter() - start

        def ours(glossary: Glossary = glossary) -> None:
            glossary._recent.cache_clear()
            for draft in drafts:
                glossary.find(draft, "en")

        def loop(some: list[str] = some) -> None:
            for draft in drafts[:3]:
                lower = draft.lower()
                [text for text in some if text.lower() in lower]

        figure = median_ms(ours, 7) / len(drafts)
        brute = median_ms(loop, 3) / 3
        peer = f"loop over `term in draft` {brute:.1f} ms ({brute / figure:.0f}×)"
        if size <= 10_000:
            store = po.pofile()
            for text in some:
                unit = store.addsourceunit(text)
                unit.target = text
            toolkit = match.terminologymatcher(store)
            slow = median_ms(lambda toolkit=toolkit: [toolkit.matches(draft) for draft in drafts[:2]], 3) / 2
            peer += f"; translate-toolkit {slow:.0f} ms ({slow / figure:.0f}×)"
        row(f"terms in a 130-word draft, {size:,} terms (built in {built:.2f} s)", f"{figure:.2f} ms", peer)


def drafts() -> None:
    """All checks on drafts of 130 words that are new to a warm process, with and without their source."""
    from termbase.checks import run
    from termbase.languages import language
    from termbase.model import Draft

    for lang, other in (("en", "zh"), ("zh", "en"), ("de", "en"), ("ru", "en")):
        rng = random.Random(7)
        pairs = [(t, s) if lang != "en" else (s, t) for s, t in sentences("zh" if lang == "en" else lang)]
        spaced = language(lang).spaced
        pool = dict.fromkeys(
            piece
            for text, _ in pairs
            for words in [text.split() if spaced else [text[n : n + 2] for n in range(len(text))]]
            for at in range(len(words) - 1)
            if len(piece := (" " if spaced else "").join(words[at : at + 2])) > 2 and piece.isprintable()
        )
        names = rng.sample(list(pool), min(100_000, len(pool)))
        start = time.perf_counter()
        glossary = Glossary([Concept(terms=(Term(lang=lang, text=name),)) for name in names])
        glossary.find("warm up", lang)
        built = time.perf_counter() - start
        for source in (False, True):
            taken = []
            for number in range(40):
                some = rng.sample(pairs, 12)
                text = (" " if spaced else "").join(t for t, _ in some)[: 835 if spaced else 311]
                theirs = " ".join(s for _, s in some)[: 311 if other == "zh" else 835]
                draft = Draft(
                    text=text, lang=lang, source=theirs if source else None, source_lang=other if source else ""
                )
                begun = time.process_time()
                run(draft, glossary)
                if number >= 10:
                    taken.append((time.process_time() - begun) * 1000)
            kind = "with its source" if source else "alone"
            row(
                f"all checks on a new 130-word draft in {lang}, {kind}, {len(names):,} terms",
                f"{statistics.median(taken):.1f} ms",
                "" if source else f"built in {built:.1f} s",
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
