"""The packs find what the reference catalogue of support guides marks (skipped where it is not beside the checkout)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from termbase.checks import run
from termbase.matching import Glossary
from termbase.model import Draft, Severity

from .validator import read_packs, with_ids

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT.parent / "shared" / "service-rules"
pytestmark = pytest.mark.skipif(not RULES.is_dir(), reason="the reference folder shared/service-rules is not there")


@cache
def glossary() -> Glossary:
    return Glossary(with_ids(read_packs(ROOT / "imports" / "starter")[0]))


def rows(name: str) -> list[dict[str, Any]]:
    path = RULES / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


LITERAL = [
    pytest.param(row, issue, id=f"{row['id']}-{issue['text'][:24]}")
    for row in rows("phrase_pairs.json")
    for issue in row.get("issues", [])
    if issue["kind"] == "literal"
]


@pytest.mark.parametrize(("row", "issue"), LITERAL)
def test_a_marked_literal_span_is_found(row: dict[str, Any], issue: dict[str, Any]) -> None:
    draft = Draft(text=row["en"], lang="en", source=row["zh"], source_lang="zh")
    hits = [
        f
        for f in run(draft, glossary(), only=["literal-translation"])
        if f.start < issue["end"] and issue["start"] < f.end
    ]
    if issue.get("debatable"):
        assert all(f.severity is Severity.SUGGESTION for f in hits)
    else:
        assert hits
        assert hits[0].replacements


FORBIDDEN = [
    pytest.param(row, phrase, id=f"{row['id']}-{phrase}")
    for row in rows("forbidden_phrases.json")
    for phrase in row["phrases"]
]
OUTSIDE = {
    "whole_reply": "{}，请问有什么可以帮您的？",
    "closing_without_offer": "请问还有什么可以帮您的吗？{}",
    "sentence_start": "好的{}。",
}


@pytest.mark.parametrize(("row", "phrase"), FORBIDDEN)
def test_a_forbidden_phrase_is_found_in_its_mode_and_not_outside(row: dict[str, Any], phrase: str) -> None:
    mode = row["match"]
    inside = {
        "whole_reply": "{}。",
        "closing_without_offer": "退款已经办理好了。{}。",
        "sentence_start": "{}，我查一下。",
    }
    text = inside.get(mode, "{}。").format(phrase)
    found = run(Draft(text=text, lang="zh"), glossary(), only=["forbidden-phrase"])
    assert found, text
    if mode in OUTSIDE:
        elsewhere = OUTSIDE[mode].format(phrase)
        assert not run(Draft(text=elsewhere, lang="zh"), glossary(), only=["forbidden-phrase"]), elsewhere
