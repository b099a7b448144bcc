from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

pytestmark = pytest.mark.usefixtures("where")
PAIRS = [
    {"draft": "We will reply you today.", "corrected": "We will reply to you today.", "lang": "en"},
    {"draft": "I reply you soon.", "corrected": "I reply to you soon.", "lang": "en"},
    {"draft": "Your single number?", "corrected": "Your order number?", "lang": "en"},
    {"draft": "A single number, please.", "corrected": "An order number, please.", "lang": "en"},
]


@pytest.fixture(autouse=True)
def file(tmp_path: Path) -> None:
    lines = "".join(json.dumps(pair) + "\n" for pair in PAIRS)
    (tmp_path / "pairs.jsonl").write_text(lines, encoding="utf-8")


def test_a_person_sees_what_recurs_and_why(run: Run) -> None:
    done = run("learn", "pairs.jsonl")
    lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert lines[0] == 'en  literal  "reply you" → "reply to you"  (in 2 drafts)'
    assert lines[2:4] == ["    - We will reply you today.", "    + We will reply to you today."]
    assert lines[-1] == "1 lesson from 4 pairs; 1 found by rules of the base already."
    assert "--add" in done.stderr
    assert run("history").stdout.count("\n") == 1, "nothing is stored unasked"


def test_lessons_as_json_and_added(run: Run) -> None:
    said = json.loads(run("learn", "pairs.jsonl", "--json", "--add").stdout)
    assert {name: said[name] for name in ("version", "pairs", "known", "batch")} == {
        "version": 1, "pairs": 4, "known": 1, "batch": "b-0002",
    }  # fmt: skip
    lesson = said["lessons"][0]
    assert (lesson["text"], lesson["replacements"], lesson["drafts"]) == ("reply you", ["reply to you"], 2)
    assert set(lesson) == {
        "lang", "text", "replacements", "reason", "why", "drafts", "left_standing", "concept", "examples",
    }  # fmt: skip
    assert run("check", "--to", "en", input="I reply you now.").exit_code == 0, "a proposal is no rule yet"
    assert run("undo", "b-0002").exit_code == 0


def test_wrong_questions_get_one_sentence(run: Run) -> None:
    for words, code in ((("absent.jsonl",), 3), (("a", "b", "c"), 2), (("pairs.jsonl", "pairs.jsonl"), 2)):
        done = run("learn", *words)
        assert (done.exit_code, len(done.stderr.splitlines())) == (code, 1), done.stderr
