"""Shapes of output: what code-scanning services, pull requests and browsers are given, hostile text included."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.cli import _shapes
from termbase.cli._shapes import Checked
from termbase.cli._shapes._places import Lines
from termbase.matching.positions import to_utf16
from termbase.model import Draft, Finding, Severity
from termbase.services.drafts import Placed

from .conftest import Run

NASTY = 'a👋 <script>alert(1)</script>\r\n"x" %0A::error::,: [b](http://192.0.2.1) \x1b[2J\u202e{0}\n订单'


def checked(text: str, *spans: tuple[int, int], path: str = "a.txt", message: str = "Why.", **place: Any) -> Checked:
    findings = tuple(
        Finding(
            check="jargon",
            kind="jargon",
            severity=severity,
            start=start,
            end=end,
            text=text[start:end],
            message=message,
            replacements=("<i>better</i>",),
        )
        for (start, end), severity in zip(spans, list(Severity) * len(spans), strict=False)
    )
    return Checked(placed=Placed(path=path, draft=Draft(text=text, lang="en"), **place), findings=findings)


def written(shape: str, *drafts: Checked) -> str:
    stream = io.StringIO()
    _shapes.shape(shape).write(drafts, stream)
    return stream.getvalue()


def results(*drafts: Checked) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written("sarif", *drafts))["runs"][0]["results"]
    return found


def test_the_shapes_of_this_release_are_found() -> None:
    assert {"text", "json", "sarif", "github", "html"} <= set(_shapes.names())
    for name in _shapes.names():
        assert written(name, checked("fine")), name
        assert written(name), name


@given(st.text(max_size=60), st.data())
def test_places_count_lines_and_utf16_units(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    place = Lines(text).place(position)
    before = text[:position]
    assert place.line == before.count("\n") + 1
    assert place.column == position - (before.rfind("\n") + 1) + 1
    assert place.offset == to_utf16(text, position)
    line_so_far = before[before.rfind("\n") + 1 :]
    assert place.units == to_utf16(line_so_far, len(line_so_far)) + 1


# SARIF


def test_a_sarif_log_describes_every_check_and_points_at_them() -> None:
    log = json.loads(written("sarif", checked("x", (0, 1))))
    assert (log["version"], list(log)) == ("2.1.0", ["$schema", "version", "runs"])
    run = log["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(set(ids)) == len(ids)
    assert {"literal-translation", "jargon"} <= set(ids)
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]


def test_a_result_has_its_region_and_its_fixes() -> None:
    text = "👋 a\r\n订 single number"
    result = results(checked(text, (7, 20)))[0]
    assert result["level"] == "error"
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "a.txt"}
    region = physical["region"]
    assert region["snippet"]["text"] == "single number" == text[7:20]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (2, 3, 2, 16)
    assert (region["charOffset"], region["charLength"]) == (8, 13), "the hand takes two code units"
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "<i>better</i>"}
    assert replacement["deletedRegion"]["charOffset"] == 8


def test_levels_units_and_whole_drafts() -> None:
    found = results(checked("ab", (0, 1), (0, 0), (1, 2)), checked("c", (0, 1), line=7, unit="mail"))
    assert [one["level"] for one in found] == ["error", "warning", "note", "error"]
    assert "region" not in found[1]["locations"][0]["physicalLocation"]
    assert "fixes" not in found[1]
    assert found[3]["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert found[3]["locations"][0]["logicalLocations"][0]["name"] == "mail"
    assert "fixes" not in found[3], "how a format writes a text is its own affair"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ä:#?.txt", "a%20b/%C3%A4%3A%23%3F.txt"),
        ("./a.txt", "a.txt"),
        ("-", "stdin"),
        ("/nowhere/a b.txt", "file:///nowhere/a%20b.txt"),
        ("a\udcff.txt", "a%FF.txt"),
    ],
)
def test_files_are_named_by_uris(path: str, uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (
        results(checked("a", (0, 1), path=path))[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == uri
    )
    inside = results(checked("a", (0, 1), path=str(tmp_path / "x" / "a.txt")))[0]
    assert inside["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "x/a.txt"


def test_a_message_holds_no_link_of_the_drafts() -> None:
    message = results(checked("a", (0, 1), message="“[b](http://192.0.2.1)” [ok]"))[0]["message"]["text"]
    assert message == "“\\[b](http://192.0.2.1)” [ok]"


@pytest.mark.usefixtures("where")
def test_a_log_can_be_written_to_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("My single number.", encoding="utf-8")
    done = run("check", "a.txt", "--to", "en", "--format", "sarif", "--output", "out.sarif")
    assert (done.exit_code, done.stdout) == (1, "")
    log = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "literal-translation"
    assert (
        run("check", "a.txt", "absent.txt", "--to", "en", "--format", "sarif", "--output", "new.sarif").exit_code == 3
    )
    assert not (tmp_path / "new.sarif").exists()


# GitHub annotations


def test_an_annotation_is_one_line_and_cannot_become_another() -> None:
    said = written("github", checked(NASTY, (0, len(NASTY)), path="a,b:c%.txt", message=NASTY))
    command, total = said.splitlines()
    assert total == "termbase: 1 finding"
    head, message = command[2:].split("::", 1)
    assert head == "error file=a%2Cb%3Ac%25.txt,line=1,endLine=3,title=jargon"
    assert "%0D%0A" in message
    assert "%250A" in message
    assert "\n" not in message


def test_an_annotation_points_at_its_columns() -> None:
    said = written("github", checked("👋 bad", (2, 5)), checked("x", (0, 1), line=4, row=3, column="Reply"))
    first, second, _ = said.splitlines()
    assert first.startswith("::error file=a.txt,line=1,col=4,endColumn=7,title=jargon::Why. Instead: ")
    assert second.startswith("::error file=a.txt,line=4,title=jargon::row 3, column Reply: Why.")
    assert written("github", checked("x", (0, 1), path="-")).startswith("::error line=1,")


# HTML


class Page(HTMLParser):
    """Elements and text of a page, with what would reach out for something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.outside: list[str] = []
        self.marked: list[str] = []
        self.drafts: list[str] = []
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        values = dict(attrs)
        self.outside += [
            f"{name}={value}" for name, value in attrs if name in ("src", "href") and (value or "")[:1] != "#"
        ]
        self.outside += [name for name, _ in attrs if name.startswith("on")]
        if tag == "mark":
            self.marked.append("")
        if tag == "div" and values.get("class") == "draft":
            self.drafts.append("")
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "mark" in self.inside:
            self.marked[-1] += data
        if "div" in self.inside:
            self.drafts[-1] += data


def test_a_report_asks_nobody_for_anything_and_runs_nothing() -> None:
    said = written("html", checked(NASTY, (0, 5), message=NASTY, path="<b>.txt", line=3, unit="<u>", column="<c>"))
    page = Page(said)
    assert not page.outside
    assert not {"script", "img", "link", "iframe", "u", "c", "i"} & set(page.elements)
    assert "<script" not in said
    assert "<i>" not in said
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "default-src 'none'" in said
    assert re.search(r"https?://(?!192\.0\.2\.1\))", said) is None


def test_marks_cover_what_was_found_even_where_findings_overlap() -> None:
    text = "one two three four"
    page = Page(written("html", checked(text, (0, 7), (4, 13), (4, 7), (0, 0)), checked("clean")))
    assert page.drafts == [text]
    assert page.marked == ["one ", "two", " three"]
    assert "2 drafts, 1 without findings" in written("html", checked(text, (0, 7)), checked("clean"))
