"""Drafts within files: macro libraries, and PO, TMX and XLIFF files, checked beside their sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

pytestmark = pytest.mark.usefixtures("where")
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"
"X-Source-Language: zh\\n"

#: mail.py:1
msgctxt "mail.number"
msgid "您好 {name}，请提供订单号。"
msgstr "Hello {name}, please tell me your single number."

msgid "您好"
msgstr "Hello {other}"

#, fuzzy
msgid "早"
msgstr ""

#~ msgid "旧"
#~ msgstr "Your single number."
"""
TMX = """<?xml version="1.0"?>
<tmx version="1.4"><header srclang="zh" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"
 creationtool="x" creationtoolversion="1"/><body>
<tu tuid="one">
 <tuv xml:lang="zh"><seg>请提供订单号。</seg></tuv>
 <tuv xml:lang="en"><seg>Your single <bpt i="1">&lt;b></bpt>number<ept i="1">&lt;/b></ept>, please.</seg></tuv>
 <tuv xml:lang="de"><seg>Ihre Bestellnummer, bitte.</seg></tuv>
</tu></body></tmx>
"""
XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="zh" target-language="en" datatype="plaintext"><body>
<trans-unit id="m1" resname="mail.number"><source>订单号</source>
 <target>single <g id="1">number</g></target></trans-unit>
<trans-unit id="m2"><source>好</source><target>good</target></trans-unit>
</body></file></xliff>
"""
XLIFF_2 = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en">
<file id="f"><unit id="u"><segment id="s">
 <source>订单号</source><target>single <pc id="1">number</pc></target>
</segment></unit></file></xliff>
"""
MACROS = """Ticket,Title,Language,Reply,Réponse
7,Number,en,"Hello {{name}},
please tell me your single number.",Merci.
8,Thanks,English,Thank you!,
"""


def drafts(run: Run, *words: str) -> list[dict[str, Any]]:
    done = run("check", *words, "--format", "json")
    assert done.exit_code in (0, 1), done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["drafts"]
    return found


@pytest.mark.parametrize(
    ("name", "content", "line", "unit"),
    [
        ("a.po", PO, 8, "mail.number"),
        ("a.tmx", TMX, 4, "one"),
        ("a.xlf", XLIFF_1, 4, "m1"),
        ("a.xliff", XLIFF_2, 3, "u/s"),
    ],
)
def test_each_translation_is_checked_beside_its_source(
    run: Run, tmp_path: Path, name: str, content: str, line: int, unit: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    first = drafts(run, name)[0]
    assert (first["path"], first["target_lang"], first["line"], first["unit"]) == (name, "en", line, unit)
    found = [one for one in first["findings"] if one["kind"] == "literal"]
    assert [(one["text"], one["source_start"] is not None) for one in found] == [("single number", True)]
    done = run("check", name)
    assert done.exit_code == 1
    assert f"{name}:{line}: [{unit}] error literal-translation" in done.stdout


def test_variables_are_legal_when_both_sides_hold_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text(PO, encoding="utf-8")
    found = {
        one["unit"]: [f["text"] for f in one["findings"] if f["kind"] == "placeholder"] for one in drafts(run, "a.po")
    }
    assert found == {"mail.number": [], "您好": ["{other}"]}


def test_a_translation_keeps_the_variables_of_its_source(run: Run, tmp_path: Path) -> None:
    lost = PO + '\nmsgid "再见 {name}"\nmsgstr "Bye {nome}"\n\nmsgid "{n}天"\nmsgstr "days"\n'
    (tmp_path / "a.po").write_text(lost, encoding="utf-8")
    found = {
        one["unit"]: [(f["text"], f["replacements"], f["severity"]) for f in one["findings"] if f["kind"] == "markup"]
        for one in drafts(run, "a.po")
    }
    assert found == {
        "mail.number": [],
        "您好": [],
        "再见 {name}": [("{nome}", ["{name}"], "error")],
        "{n}天": [("", [], "error")],
    }


def test_a_plural_form_is_compared_with_the_form_it_was_made_from(run: Run, tmp_path: Path) -> None:
    plural = (
        'msgid ""\nmsgstr "Language: fr\\nPlural-Forms: nplurals=2; plural=n>1;\\n"\n\n'
        'msgid "One new file"\nmsgid_plural "%d new files"\n'
        'msgstr[0] "%d nouveau fichier"\nmsgstr[1] "%d nouveaux fichiers"\n'
    )
    (tmp_path / "a.po").write_text(plural, encoding="utf-8")
    assert [f for one in drafts(run, "a.po") for f in one["findings"] if f["kind"] == "markup"] == []
    (tmp_path / "a.po").write_text(plural.replace("%d nouveaux", "nouveaux"), encoding="utf-8")
    assert [f["source_start"] for one in drafts(run, "a.po") for f in one["findings"] if f["kind"] == "markup"] == [0]


def test_a_language_may_be_chosen_among_those_of_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(TMX, encoding="utf-8")
    assert [one["target_lang"] for one in drafts(run, "a.tmx")] == ["en", "de"]
    assert [one["target_lang"] for one in drafts(run, "a.tmx", "--to", "de-AT")] == ["de"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.po", 'msgid "a"\nmsgstr "b"\n', "a.po:1: The header does not say"),
        ("a.po", 'msgid "a\nmsgstr "b"\n', "a.po:1: "),
        ("a.tmx", TMX.replace("</seg>", ""), "a.tmx:"),
        ("a.xlf", XLIFF_1.replace(' target-language="en"', ""), "a.xlf:4: The file does not say which language"),
        ("a.xlf", XLIFF_1[:300], "a.xlf:"),
        (
            "a.xlf",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<xliff>&e;</xliff>",
            "a.xlf:2: The file uses the entity",
        ),
    ],
)
def test_a_broken_file_is_named_with_its_line(run: Run, tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = run("check", name, "--format", "json")
    assert (done.exit_code, done.stdout) == (3, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_what_a_file_is_written_in_is_told_by_its_name(run: Run, tmp_path: Path) -> None:
    for name in ("a.md", "a.txt"):
        (tmp_path / name).write_text("Please run `single number` now.", encoding="utf-8")
    assert [len(one["findings"]) for one in drafts(run, "a.md", "a.txt", "--to", "en")] == [0, 1]
    assert [len(one["findings"]) for one in drafts(run, "a.md", "--to", "en", "--as", "text")] == [1]


# macro libraries


def test_a_macro_library_names_row_and_column(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(MACROS, encoding="utf-8")
    words = ("--csv", "m.csv", "--column", "reply", "--lang-column", "Language", "--id-column", "ticket")
    first, second = drafts(run, *words)
    place = {name: first[name] for name in ("path", "line", "row", "column", "unit", "target_lang")}
    assert place == {"path": "m.csv", "line": 2, "row": 2, "column": "Reply", "unit": "7", "target_lang": "en"}
    assert [one["text"] for one in first["findings"]] == ["single number"], "variables are legal in a macro"
    assert (second["line"], second["row"], second["target_lang"], second["findings"]) == (4, 3, "en", [])
    done = run("check", *words)
    assert done.exit_code == 1
    assert done.stdout.startswith("m.csv:2: [row 2, column Reply, 7] error literal-translation")
    assert "{{name}}" in run("check", *words, "--no-template").stdout


def test_tabs_and_several_columns(run: Run, tmp_path: Path) -> None:
    rows = "en\tde\tsource\nYour single number.\tIhre Bestellnummer.\t订单号\n"
    (tmp_path / "m.tsv").write_text(rows, encoding="utf-16")
    words = ("--csv", "m.tsv", "--column", "en", "--column", "de", "--source-column", "source")
    found = drafts(run, *words)
    assert [(one["column"], one["target_lang"]) for one in found] == [("en", "en"), ("de", "de")]
    assert found[0]["findings"][0]["source_start"] == 0


def test_the_language_of_a_column_is_guessed_from_all_of_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("Text,Note\nOK,x\nPlease tell me your single number.,x\n", encoding="utf-8")
    assert [one["target_lang"] for one in drafts(run, "--csv", "m.csv", "--column", "Text")] == ["en", "en"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--column", "Repply"), 2, "Its columns: Ticket, Title, Language, Reply, Réponse. Did you mean Reply?"),
        (("--column", "Reply", "--lang-column", "Title"), 3, "m.csv:2: 'Number' is no language"),
        (("--column", "Ticket"), 3, "m.csv:2: The language of this text cannot be told"),
    ],
)
def test_wrong_columns_get_one_sentence(run: Run, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    (tmp_path / "m.csv").write_text(MACROS, encoding="utf-8")
    done = run("check", "--csv", "m.csv", *words)
    assert (done.exit_code, said in done.stderr) == (code, True)
    assert len(done.stderr.splitlines()) == 1


def test_broken_quotation_marks_are_named_with_their_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text('Reply\nfine\n"open\n', encoding="utf-8")
    done = run("check", "--csv", "m.csv", "--column", "Reply", "--to", "en")
    assert (done.exit_code, "m.csv:3: The quotation marks" in done.stderr) == (3, True)
    (tmp_path / "m.csv").write_text("", encoding="utf-8")
    assert run("check", "--csv", "m.csv", "--column", "Reply").exit_code == 2


def test_a_table_as_a_draft_is_told_about_csv(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(MACROS, encoding="utf-8")
    assert "--csv m.csv --column NAME" in run("check", "m.csv", "--to", "en").stderr
