from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from termbase.cli._shapes import Checked
from termbase.cli._shapes.text import lines_of
from termbase.cli.check import FailOn, Tally
from termbase.model import Draft, Finding, Severity
from termbase.services.drafts import Placed

from .conftest import Process, Run

BAD = "Hello.\nPlease tell me your single number.\n"
GOOD = "Please tell me your order number.\n"
FIELDS = {
    "check", "kind", "severity", "start", "end", "text", "message", "replacements", "concept", "term", "confidence",
    "source_start", "source_end",
}  # fmt: skip


def checked(text: str, *findings: Finding) -> Checked:
    return Checked(placed=Placed(path="f", draft=Draft(text=text, lang="en")), findings=findings)


def finding(severity: Severity = Severity.ERROR, start: int = 0, end: int = 0, text: str = "") -> Finding:
    return Finding(check="x", kind="literal", severity=severity, start=start, end=end, text=text, message="Why.")


@pytest.mark.usefixtures("where")
def test_a_person_sees_place_severity_cure_and_reason(run: Run) -> None:
    done = run("check", "--to", "en", input=BAD)
    first, second, *_, last = done.stdout.splitlines()
    assert first == 'draft:2:21 error literal-translation  "single number" → "order number"'
    assert "单号 means the number of an order." in second
    assert last == "1 error"
    assert done.exit_code == 1


@pytest.mark.usefixtures("where")
def test_a_clean_draft_is_said_to_be_clean(run: Run) -> None:
    done = run("check", "-", "--to", "en", input=GOOD)
    assert (done.stdout, done.stderr, done.exit_code) == ("Nothing found.\n", "", 0)


@pytest.mark.usefixtures("where")
def test_json_has_the_shape_other_programs_are_written_against(run: Run) -> None:
    done = run("check", "--format", "json", "--to", "en", input=BAD)
    said = json.loads(done.stdout)
    assert (said["version"], len(said["drafts"])) == (1, 1)
    draft = said["drafts"][0]
    assert (draft["path"], draft["target_lang"]) == ("-", "en")
    found = draft["findings"][0]
    assert set(found) == FIELDS
    assert BAD[found["start"] : found["end"]] == found["text"] == "single number"
    assert (found["concept"], found["term"], found["source_start"]) == ("c-0001", "t-0004", None)
    assert done.exit_code == 1


@pytest.mark.usefixtures("where")
def test_checks_that_are_off_run_when_they_are_asked_for(run: Run) -> None:
    slip = "Please tell me the the order number  today."

    def said(*words: str) -> list[str]:
        done = run("check", "--to", "en", "--format", "json", *words, input=slip)
        return [one["check"] for one in json.loads(done.stdout)["drafts"][0]["findings"]]

    assert said() == []
    assert said("--also", "repeated-word") == ["repeated-word"]
    assert said("--also", "style") == ["repeated-word", "odd-punctuation"]
    line = json.dumps({"id": 1, "draft": slip, "target_lang": "en", "also": ["odd-punctuation"]})
    found = json.loads(run("check", "--jsonl", "-", input=line).stdout)["findings"]
    assert [one["check"] for one in found] == ["odd-punctuation"]


@pytest.mark.usefixtures("where")
def test_the_language_is_guessed_and_told_on_stderr(run: Run) -> None:
    done = run("check", "--format", "json", input=BAD)
    assert json.loads(done.stdout)["drafts"][0]["target_lang"] == "en"
    assert "looks like en" in done.stderr
    unsure = run("check", input="12")
    assert unsure.exit_code == 2
    assert "--to" in unsure.stderr


@pytest.mark.usefixtures("where")
def test_each_file_is_checked(run: Run, tmp_path: Path) -> None:
    for name, text in (("a.txt", BAD), ("b.txt", GOOD), ("empty.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("check", "a.txt", "b.txt", "empty.txt", "--to", "en", "--format", "json")
    drafts = json.loads(done.stdout)["drafts"]
    assert [(draft["path"], len(draft["findings"])) for draft in drafts] == [
        ("a.txt", 1),
        ("b.txt", 0),
        ("empty.txt", 0),
    ]


@pytest.mark.parametrize(
    ("severity", "level", "code"),
    [
        (Severity.ERROR, FailOn.ERROR, 1),
        (Severity.WARNING, FailOn.ERROR, 0),
        (Severity.WARNING, FailOn.WARNING, 1),
        (Severity.SUGGESTION, FailOn.WARNING, 0),
        (Severity.SUGGESTION, FailOn.SUGGESTION, 1),
        (Severity.ERROR, FailOn.NEVER, 0),
    ],
)
def test_the_exit_code_says_whether_the_level_was_reached(severity: Severity, level: FailOn, code: int) -> None:
    tally = Tally(level)
    assert len(list(tally.watch([checked("x", finding(severity))]))) == 1
    assert tally.exit_code == code


def test_places_count_lines_and_characters_from_one() -> None:
    text = "ab\r\n订单🙂x\n"
    assert next(lines_of(checked(text, finding(start=7, end=8, text="x")))) == 'f:2:4 error x  "x"'
    assert next(lines_of(checked(text, finding()))) == "f:1:1 error x"


def test_what_is_printed_cannot_drive_a_terminal() -> None:
    said = "\n".join(lines_of(checked("\x1b[2J", finding(end=3, text="\x1b[2J"))))
    assert "\x1b" not in said


@pytest.mark.usefixtures("where")
def test_spans_count_the_characters_of_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "crlf.txt").write_bytes("\ufeffHi 👋\r\nMy single number is 5.\r\n".encode())
    done = run("check", "crlf.txt", "--to", "en", "--format", "json")
    found = json.loads(done.stdout)["drafts"][0]["findings"][0]
    assert "Hi 👋\r\nMy single number is 5."[found["start"] : found["end"]] == "single number"


@pytest.mark.usefixtures("where")
def test_a_glossary_file_holds_for_these_drafts_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "g.tsv").write_text("source\ttarget\n路由器\trouter\n", encoding="utf-8")
    (tmp_path / "s.txt").write_text("请打开路由器", encoding="utf-8")
    done = run(
        "check", "--to", "en", "--from", "zh", "--source", "s.txt", "--glossary", "g.tsv", input="Please open the box."
    )
    assert "router" in done.stdout
    (tmp_path / "g.tsv").write_text("alone\n", encoding="utf-8")
    wrong = run("check", "--to", "en", "--glossary", "g.tsv", input="x")
    assert (wrong.exit_code, "g.tsv:1" in wrong.stderr) == (3, True)


@pytest.mark.usefixtures("where")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--to", "nonsense!"), 2, "--to"),
        (("--format", "jsn"), 2, "Did you mean json?"),
        (("--fail-on", "eror"), 2, "error, warning, suggestion or never"),
        (("--also", "stile"), 2, "Did you mean style?"),
        (("--as", "rtf"), 2, "text, html or markdown"),
        (("absent.txt",), 3, "absent.txt: There is no such file"),
        (("--source", "absent.txt", "--to", "en"), 3, "absent.txt"),
        (("--csv", "x.csv"), 2, "--column"),
        (("--column", "x"), 2, "--csv"),
        (("--csv", "x.csv", "--column", "a", "y.txt"), 2, "--csv"),
        (("--csv", "x.csv", "--column", "a", "--jsonl", "y"), 2, "--jsonl"),
        (("--csv", "absent.csv", "--column", "a"), 3, "absent.csv: There is no such file"),
        (("--csv", "x.xlsx", "--column", "a"), 3, "CSV"),
        (("absent.po",), 3, "absent.po: There is no such file"),
        (("x.po", "--source", "x"), 2, "sources of its own"),
        (("--jsonl", "x", "y.txt"), 2, "--jsonl"),
        (("a.txt", "b.txt", "--source", "s.txt"), 2, "--source"),
    ],
)
def test_wrong_questions_get_one_sentence(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    done = run("check", *words, input=GOOD)
    assert done.exit_code == code
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("where")
def test_what_is_no_text_is_unreadable(run: Run) -> None:
    done = run("check", "--to", "en", input=b"first\n\xff\xfe\xff")
    assert (done.exit_code, "-:2: This is not UTF-8" in done.stderr) == (3, True)


def test_no_database_names_init(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("check", "--to", "en", input=GOOD)
    assert done.exit_code == 2
    assert "termbase init" in done.stderr
    assert list(tmp_path.iterdir()) == []


# batches


def items(*lines: object) -> str:
    return "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)


@pytest.mark.usefixtures("where")
def test_a_batch_answers_one_line_an_item(run: Run, tmp_path: Path) -> None:
    content = items(
        {"id": "a", "draft": BAD, "target_lang": "en"},
        "",
        {"id": 7, "draft": GOOD, "target_lang": "en", "source": "订单号", "source_lang": "zh"},
        {"id": None, "draft": "Open the box.", "target_lang": "en", "source": "打开路由器", "source_lang": "zh",
         "glossary": [{"source": "路由器", "target": "router"}]},
    )  # fmt: skip
    (tmp_path / "items.jsonl").write_text(content, encoding="utf-8")
    printed = run("check", "--jsonl", "items.jsonl")
    assert printed.exit_code == 0
    answers = [json.loads(line) for line in printed.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", 7, None]
    assert [set(answer) for answer in answers] == [{"id", "findings"}] * 3
    assert set(answers[0]["findings"][0]) == FIELDS
    assert answers[1]["findings"] == []
    assert [found["check"] for found in answers[2]["findings"]] == ["missing-term"]
    written = run("check", "--jsonl", "items.jsonl", "--output", "findings.jsonl")
    assert (written.exit_code, written.stdout) == (0, "")
    assert (tmp_path / "findings.jsonl").read_text(encoding="utf-8") == printed.stdout
    piped = run("check", "--jsonl", "-", input=content)
    assert piped.stdout == printed.stdout


@pytest.mark.usefixtures("where")
@pytest.mark.parametrize(
    "bad",
    [
        "nonsense",
        "[]",
        '{"draft": "no id"}',
        '{"id": 1}',
        '{"id": 1, "draft": 5}',
        '{"id": 1, "draft": "x", "target_lang": "nonsense!"}',
        '{"id": 1, "draft": "\\ud800", "target_lang": "en"}',
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(run: Run, tmp_path: Path, bad: str) -> None:
    (tmp_path / "items.jsonl").write_text(items({"id": 1, "draft": GOOD, "target_lang": "en"}, bad), encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    done = run("check", "--jsonl", "items.jsonl", "--output", "out.jsonl")
    assert done.exit_code == 3
    assert done.stderr.startswith("termbase: items.jsonl:2: ")
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "before"
    assert not list(tmp_path.glob(".out*"))


# processes


@pytest.mark.usefixtures("where")
def test_exit_codes_reach_the_shell(process: Process) -> None:
    assert process("check", "--to", "en", input=BAD).returncode == 1
    assert process("check", "--to", "en", input=GOOD).returncode == 0
    assert process("check", "--nonsense").returncode == 2
    assert process("check", "absent.txt").returncode == 3


@pytest.mark.usefixtures("where")
def test_text_is_utf8_whatever_the_locale(process: Process) -> None:
    done = process("check", "--to", "en", input=BAD, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "单号" in done.stdout
    assert "→" in done.stdout
    assert done.stderr == ""


@pytest.mark.usefixtures("where")
def test_a_closed_pipe_is_nothing_to_talk_about(tmp_path: Path) -> None:
    lines = items(*({"id": number, "draft": BAD, "target_lang": "en"} for number in range(2000)))
    (tmp_path / "items.jsonl").write_text(lines, encoding="utf-8")
    command = f"{sys.executable} -c 'from termbase.cli import main; main()' check --jsonl items.jsonl | head -n 1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert json.loads(done.stdout)["id"] == 0
    assert done.stderr == ""


@pytest.mark.usefixtures("where")
def test_a_rule_explains_itself(run: Run) -> None:
    fires = run("check", "-", "--to", "en", "--explain", "single number", input=BAD)
    assert fires.stdout.splitlines()[1].strip() == "It fires."
    silent = run("check", "-", "--to", "de", "--explain", "single number", input=BAD)
    assert "It is a rule for en, and the draft is in de." in silent.stdout
    alone = run("check", "--to", "en", "--explain", "no such wording")
    assert alone.stdout == 'No rule of the store knows "no such wording".\n'
    assert (fires.exit_code, silent.exit_code, alone.exit_code) == (0, 0, 0)


@pytest.mark.usefixtures("where")
def test_judged_rules_are_listed(run: Run) -> None:
    assert run("stats", "--rules").stdout == "Nobody has judged a rule yet.\n"
    assert json.loads(run("stats", "--rules", "--measure", "--json").stdout)["rules"] == []
