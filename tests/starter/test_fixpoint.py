"""Taking the first replacement of every finding ends, and leaves nothing to replace."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termbase.checks import run
from termbase.matching import Glossary
from termbase.model import Draft, Finding
from termbase.services.checking import draft_from_json

from .validator import read_packs, with_ids

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = sorted((ROOT / "tests" / "evaluation").glob("drafts*.jsonl"))
KINDS = frozenset({"literal", "jargon", "forbidden_phrase", "vague_promise"})
MOST_ROUNDS = 3
Pairs = tuple[tuple[str, str], ...]


@cache
def glossary() -> Glossary:
    return Glossary(with_ids(read_packs(ROOT / "imports" / "starter")[0]))


@cache
def drafts(path: Path) -> tuple[tuple[Draft, Pairs], ...]:
    return tuple(draft_from_json(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def to_replace(draft: Draft, terms: Glossary) -> list[Finding]:
    return [f for f in run(draft, terms) if f.kind in KINDS and f.replacements and f.end]


def mended(text: str, findings: list[Finding]) -> str:
    """The text with the first replacement of every finding, the later of two that overlap left for the next round."""
    parts, at = [], 0
    for finding in findings:
        if finding.start >= at:
            parts += [text[at : finding.start], finding.replacements[0]]
            at = finding.end
    return "".join((*parts, text[at:]))


def rounds(draft: Draft, terms: Glossary) -> int:
    """How many rounds of replacing a draft takes; fails where it would go on, naming what still speaks."""
    for number in range(MOST_ROUNDS + 1):
        findings = to_replace(draft, terms)
        if not findings:
            return number
        draft = replace(draft, text=mended(draft.text, findings))
    raise AssertionError([(f.concept, f.text, f.replacements[0]) for f in findings])


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_replacing_ends_and_leaves_nothing_to_replace(path: Path) -> None:
    tally = Counter(
        rounds(draft, glossary().with_pairs(pairs, source_lang=draft.source_lang, lang=draft.lang))
        for draft, pairs in drafts(path)
    )
    assert sum(count for number, count in tally.items() if number > 1) <= 0.06 * tally.total()
    assert max(tally) <= 2


def test_a_rule_of_the_packs_does_not_flag_what_another_writes_for_long() -> None:
    concepts = read_packs(ROOT / "imports" / "starter")[0]
    rules = [(term.lang, text) for concept in concepts for term in concept.terms for text in term.bad]
    tally = Counter(rounds(Draft(text=text, lang=lang), glossary()) for lang, text in rules[::8])
    assert sum(count for number, count in tally.items() if number > 1) <= 0.01 * tally.total()
    assert max(tally) <= 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_replacing_ends_where_any_drafts_of_a_language_meet(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(DRAFTS[:-1]))
    chosen = data.draw(st.lists(st.sampled_from(drafts(path)), min_size=2, max_size=4))
    lang = chosen[0][0].lang
    text = data.draw(st.sampled_from((" ", "\n", ", "))).join(draft.text for draft, _ in chosen if draft.lang == lang)
    rounds(Draft(text=text, lang=lang), glossary())
