"""Draw rows of the packs at random for a reader: `python tests/starter/sample.py [--seed N] [--rows N] [LANG …]`."""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from validator import read_packs

from termbase.languages import primary

PACKS = Path(__file__).resolve().parents[2] / "imports" / "starter"
LANGUAGES = ("en", "zh", "ja", "ko", "es", "fr", "de", "ru", "th", "vi")


def rows(lang: str) -> list[str]:
    """One line for each term, rule and reply phrase of a language."""
    concepts, units = read_packs(PACKS)
    found = []
    for concept in concepts:
        english = next((t.text for t in concept.terms if t.lang == "en" and not t.avoided), concept.external_id)
        for term in concept.terms:
            if primary(term.lang) == lang:
                what = f"not “{term.text}” but “{term.replacements[0]}”" if term.replacements else term.text
                found.append(f"{english}: {what}")
    found += [f"reply {unit.key}: {v.text}" for unit in units for v in unit.variants if primary(v.lang) == lang]
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=LANGUAGES, metavar="LANG")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--rows", type=int, default=40)
    options = parser.parse_args()
    print(f"seed {options.seed}")
    for lang in options.languages:
        print(f"\n{lang}")
        for line in random.Random(f"{options.seed}-{lang}").sample(rows(lang), options.rows):
            print(f"- {line}")
