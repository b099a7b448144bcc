"""How good the checker is with the starter packs: `python tests/evaluation/run.py [drafts|prose|replies|renderings]`.

`drafts`: annotated replies in ten languages (drafts.jsonl beside this file; any file of that form with --items): the
share of problems found, findings on clean drafts, whether the first replacement is acceptable, by kind and language.
`prose`: alerts per 1,000 words at warning or above on interface texts that come with the software of this machine
(message catalogues, translated by people), by language and check; with --show the sentences themselves.
`replies`: the same on a file of replies (--items, of the form of drafts.jsonl without `problems`), with the share of
them that is flagged and the rules that speak most.
`renderings`: which literal rules of the packs are derived from the parts of their source terms while they are hidden,
and how often a derived rendering is flagged in the packs' own reply phrases and in a corpus of translations (--pairs).
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import polib

from termbase.checks import run
from termbase.languages import language
from termbase.matching import Glossary
from termbase.model import Concept, Draft, Finding, Severity
from termbase.services.checking import draft_from_json

HERE = Path(__file__).resolve().parent
PACKS = HERE.parents[1] / "imports" / "starter"
CATALOGUES = Path("/usr/share/locale")
CODE = re.compile(r"[%<>{}\\|=_]|--")
"""What interface texts hold that is no prose."""
LANGUAGES = ("en", "zh", "ja", "ko", "es", "fr", "de", "ru", "th", "vi")


def starter_concepts() -> list[Concept]:
    """The concepts of all starter packs, without a store."""
    import sys

    sys.path.insert(0, str(HERE.parent / "starter"))
    from validator import read_packs, with_ids

    return list(with_ids(read_packs(PACKS)[0]))


def starter_glossary() -> Glossary:
    """All starter packs as a glossary."""
    return Glossary(starter_concepts())


def renderings(corpus: Path | None, *, most: int, show: bool) -> None:
    """Print coverage and false alarms of derived renderings."""
    from renderings import coverage, false_alarms

    concepts = starter_concepts()
    coverage(concepts)
    false_alarms(Glossary(concepts), PACKS, corpus, most=most, show=show)


def counted(findings: list[Finding]) -> list[Finding]:
    """Findings at warning or above."""
    return [f for f in findings if f.severity is not Severity.SUGGESTION]


def same_words(text: str) -> str:
    """A text as replacements are compared: case, width, outer punctuation and blanks do not count."""
    text = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
    return text.strip(" .,;:!?。、，！？\"'")


def overlaps(finding: Finding, problem: dict[str, Any]) -> bool:
    """Whether a finding speaks of a problem and of little else."""
    start, end = problem["start"], problem["end"]
    if finding.end - finding.start > 2 * (end - start) + 12:
        return False
    if finding.start == finding.end:
        return bool(start <= finding.start <= end)
    return bool(finding.start < end and start < finding.end)


def accepts(problem: dict[str, Any], finding: Finding, draft: str) -> bool:
    """Whether the first replacement is one of the good ones, or makes the same text of the draft."""
    if not finding.replacements:
        return False
    first = finding.replacements[0]
    mended = draft[: finding.start] + first + draft[finding.end :]
    good = problem["good"]
    wanted = {same_words(draft[: problem["start"]] + g + draft[problem["end"] :]) for g in good}
    return same_words(first) in {same_words(g) for g in good} or same_words(mended) in wanted


def drafts(files: list[Path], glossary: Glossary, *, show: bool, rules: bool) -> None:
    """Print recall, false alarms and acceptability by kind and language, and with `rules` what each rule said."""
    said: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    clean: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for line in (line for path in files for line in path.read_text(encoding="utf-8").splitlines()):
        item = json.loads(line)
        draft, pairs = draft_from_json(item)
        terms = glossary.with_pairs(pairs, source_lang=draft.source_lang, lang=draft.lang)
        findings = counted(run(draft, terms))
        if not item["problems"]:
            clean[draft.lang] += 1
            false[draft.lang] += len(findings)
            if show:
                for f in findings:
                    print(f"false  {item['id']}  {f.kind}  {f.text!r}")
        for f in findings:
            hits = [p for p in item["problems"] if p["kind"] == f.kind and overlaps(f, p)]
            said[f"{f.check} {f.concept or ''} {f.text.lower() if f.concept else ''}"][
                "right" if hits else "wrong"
            ] += 1
        for problem in item["problems"]:
            right = [f for f in findings if f.kind == problem["kind"] and overlaps(f, problem)]
            for key in (problem["kind"], draft.lang, "all"):
                found[key]["problems"] += 1
                found[key]["found"] += bool(right)
                if right and problem["good"]:
                    found[key]["with cure"] += 1
                    found[key]["cured"] += any(accepts(problem, f, draft.text) for f in right)
            if show and not right:
                print(f"missed {item['id']}  {problem['kind']}  {problem['text']!r}")
            elif show and problem["good"] and not any(accepts(problem, f, draft.text) for f in right):
                offered = "; ".join(f"{f.text!r} → {f.replacements[:3]}" for f in right)
                good = problem["good"]
                print(f"cure   {item['id']}  {problem['kind']}  {problem['text']!r}  {offered}  good: {good}")
    print("| kind or language | problems | found | first replacement acceptable |\n| --- | --- | --- | --- |")
    for key, tally in sorted(found.items(), key=lambda entry: (entry[0] == "all", entry[0] in LANGUAGES, entry[0])):
        cure = f"{100 * tally['cured'] / tally['with cure']:.0f} %" if tally["with cure"] else "–"
        print(f"| {key} | {tally['problems']} | {100 * tally['found'] / tally['problems']:.0f} % | {cure} |")
    print("\n| clean drafts | number | findings a draft |\n| --- | --- | --- |")
    for lang in sorted(clean):
        print(f"| {lang} | {clean[lang]} | {false[lang] / clean[lang]:.3f} |")
    print(f"| all | {clean.total()} | {false.total() / max(1, clean.total()):.3f} |")
    if rules:
        print("\n| rule | right | beside a problem, or on a clean draft |\n| --- | --- | --- |")
        for rule, tally in sorted(said.items(), key=lambda entry: (-entry[1]["wrong"], -entry[1]["right"], entry[0])):
            print(f"| {rule.strip()} | {tally['right']} | {tally['wrong']} |")


def catalogue_texts(lang: str, most: int) -> Iterator[str]:
    """Interface sentences of this machine's message catalogues, in one language, at least four words long."""
    folder = {"zh": "zh_CN", "en": "de"}.get(lang, lang)
    seen: set[str] = set()
    for path in sorted((CATALOGUES / folder / "LC_MESSAGES").glob("*.mo")):
        try:
            catalogue = polib.mofile(str(path))
        except (OSError, UnicodeDecodeError):
            continue
        for entry in catalogue:
            text = entry.msgid if lang == "en" else entry.msgstr
            if len(text) > 20 and not CODE.search(text) and text not in seen:
                seen.add(text)
                yield text
                if len(seen) >= most:
                    return


def words_in(text: str, lang: str) -> float:
    """Words of a text; two characters count as a word where words are not divided."""
    return len(text.split()) if language(lang).spaced else sum(c.isalnum() for c in text) / 2


def prose(glossary: Glossary, *, most: int, show: bool) -> None:
    """Print alerts per 1,000 words by language and check."""
    print("| language | words | alerts per 1,000 words | by check |\n| --- | --- | --- | --- |")
    for lang in LANGUAGES:
        alerts: Counter[str] = Counter()
        words = 0.0
        for text in catalogue_texts(lang, most):
            words += words_in(text, lang)
            for finding in counted(run(Draft(text=text, lang=lang, template=True), glossary)):
                alerts[finding.check] += 1
                if show:
                    print(f"{lang}  {finding.check}  {finding.text!r}  in  {text!r}")
        if words:
            by_check = ", ".join(f"{check} {count}" for check, count in alerts.most_common())
            print(f"| {lang} | {words:,.0f} | {1000 * alerts.total() / words:.2f} | {by_check} |")


def replies(items: Path, glossary: Glossary, *, most: int, show: bool) -> None:
    """Print alerts per 1,000 words, the share of replies flagged and the wordings that are flagged most."""
    alerts: Counter[str] = Counter()
    wordings: Counter[tuple[str, str]] = Counter()
    words, flagged, number = 0.0, 0, 0
    with items.open(encoding="utf-8") as lines:
        for line in islice(lines, most):
            draft, pairs = draft_from_json(json.loads(line))
            terms = glossary.with_pairs(pairs, source_lang=draft.source_lang, lang=draft.lang)
            findings = counted(run(draft, terms))
            number += 1
            flagged += bool(findings)
            words += words_in(draft.text, draft.lang)
            for finding in findings:
                alerts[finding.check] += 1
                wordings[finding.check, finding.text.lower()] += 1
                if show:
                    print(f"{finding.check}  {finding.text!r}  in  {draft.text!r}")
    print(f"{number:,} replies, {words:,.0f} words, {1000 * alerts.total() / max(1, words):.2f} alerts per 1,000 words")
    print(f"{100 * flagged / max(1, number):.1f} % of the replies flagged")
    print(", ".join(f"{check} {count}" for check, count in alerts.most_common()))
    for (check, wording), count in wordings.most_common(25):
        print(f"{count:5}  {check}  {wording!r}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=("drafts", "prose", "replies", "renderings"), nargs="?", default="drafts")
    parser.add_argument("--items", type=Path, help="a file of drafts; all of this folder when left out")
    parser.add_argument("--rules", action="store_true", help="with drafts: what each rule said, the wrong ones first")
    parser.add_argument("--most", type=int, default=4000, help="texts of a language, or replies")
    parser.add_argument("--show", action="store_true", help="list what was missed, flagged wrongly, or not cured")
    parser.add_argument("--pairs", type=Path, help="a corpus of translations for `renderings`")
    options = parser.parse_args()
    if options.part == "drafts":
        chosen = [options.items] if options.items else sorted(HERE.glob("drafts*.jsonl"))
        drafts(chosen, starter_glossary(), show=options.show, rules=options.rules)
    elif options.part == "replies":
        if options.items is None:
            parser.error("replies needs a file of them: --items FILE")
        replies(options.items, starter_glossary(), most=options.most, show=options.show)
    elif options.part == "renderings":
        renderings(options.pairs, most=options.most, show=options.show)
    else:
        prose(starter_glossary(), most=options.most, show=options.show)
