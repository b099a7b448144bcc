"""PO: what gettext accepts, what is kept, and how a glossary looks."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import Unreadable, UsageError
from termbase.model import Concept, Reason, State, Status, Term, Unit, Variant

from .helpers import concepts, items, read, units, write
from .test_tbx import POWER

HEAD = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'

needs_msgfmt = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt (gettext) is not installed")


def accepted(data: bytes, folder: Path) -> None:
    path = folder / "made.po"
    path.write_bytes(data)
    done = subprocess.run(["msgfmt", "-c", "-o", str(folder / "made.mo"), str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode() + data.decode()


def only_unit(text: str) -> Unit:
    unit = items("po", text)[0]
    assert isinstance(unit, Unit)
    return unit


def test_an_entry_keeps_all_that_stands_around_it() -> None:
    unit = only_unit(
        HEAD + '# by Ann\n#. from code\n#: a.c:1 b.c:2\n#, fuzzy, c-format\n#| msgid "old"\n'
        'msgctxt "menu"\nmsgid ""\n"Open "\n"%s\\n"\nmsgstr "Öffne \\"%s\\"\\n"\n'
    )
    assert unit == Unit(
        context="menu",
        source_lang="en",
        note="by Ann",
        references=("a.c:1", "b.c:2"),
        props={"flags": "c-format", "extracted": "from code", "previous msgid": "old"},
        variants=(
            Variant(lang="en", text="Open %s\n"),
            Variant(lang="de", text='Öffne "%s"\n', state=State.PROPOSED),
        ),
    )


def test_plural_forms_are_variants_with_an_index() -> None:
    unit = only_unit(HEAD + 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] "%d Dateien"\n')
    assert [(one.lang, one.plural, one.text) for one in unit.variants] == [
        ("en", 0, "%d file"),
        ("en", 1, "%d files"),
        ("de", 0, "%d Datei"),
        ("de", 1, "%d Dateien"),
    ]


def test_obsolete_entries_are_kept_as_such_and_untranslated_ones_skipped() -> None:
    rows = read("po", HEAD + 'msgid "a"\nmsgstr ""\n\n#~ msgid "b"\n#~ msgstr "B"\n#~ msgid "c"\n#~ msgstr "C"\n')
    assert rows[1].skipped == "Not translated."
    assert [row.item.props for row in rows if isinstance(row.item, Unit)] == [{"obsolete": "yes"}] * 2
    assert [row.line for row in rows] == [1, 4, 7, 9]


def test_a_broken_entry_is_an_invalid_row_and_reading_goes_on() -> None:
    rows = read(
        "po",
        HEAD + 'msgid "a\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n\nmsgit "c"\n\nmsgstr "lost"\n\nmsgid "d"\nmsgstr "D"\n',
    )
    assert [(row.line, bool(row.invalid)) for row in rows[1:]] == [
        (4, True),
        (7, False),
        (10, True),
        (12, True),
        (14, False),
    ]


@pytest.mark.parametrize(
    "text", ["hello\n", "<xml/>", '{"a": 1}', HEAD + 'msgid "a"\n', HEAD + 'msgid "a"\nmsgctxt "x"\n']
)
def test_what_is_no_po_or_cut_off_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read("po", text)


def test_the_language_comes_from_the_header_the_team_the_name_or_the_person() -> None:
    entry = 'msgid "a"\nmsgstr "b"\n'
    with pytest.raises(Unreadable, match="which language"):
        read("po", entry)
    assert [v.lang for v in items("po", entry, target_lang="fr")[0].variants] == ["en", "fr"]  # type: ignore[union-attr]
    assert [v.lang for v in items("po", entry, origin="app/pt_BR.po")[0].variants] == ["en", "pt-BR"]  # type: ignore[union-attr]
    team = 'msgid ""\nmsgstr "Language-Team: Spanish <x@y>\\n"\n\n'
    assert [v.lang for v in items("po", team + entry)[0].variants] == ["en", "es"]  # type: ignore[union-attr]


def test_the_charset_of_the_header_is_used() -> None:
    text = HEAD.replace("UTF-8", "GBK").replace("de", "zh_CN") + 'msgid "order"\nmsgstr "订单"\n'
    unit = items("po", text.encode("gbk"))[0]
    assert isinstance(unit, Unit)
    assert unit.variants[1] == Variant(lang="zh-CN", text="订单")


def test_a_glossary_looks_like_this_byte_for_byte() -> None:
    data, losses = write("po", [POWER], source_lang="zh", langs=("en",))
    assert data.decode().partition("\n\n")[2] == (
        "#. concept: power-on\n#. subject: devices\n#. status: preferred\nmsgid \"打开\"\nmsgstr \"turn on\"\n\n"
        "#. concept: power-on\n#. subject: devices\n#. status: deprecated\n#. reason: literal\n"
        "#. use instead: turn on\n"
        '#, forbidden\nmsgctxt "devices"\nmsgid "打开"\nmsgstr "open the router"\n'
    )  # fmt: skip
    assert "term.from_lang" in {loss.field for loss in losses}


def test_a_glossary_comes_back_as_concepts() -> None:
    data, _ = write("po", [POWER], source_lang="zh", langs=("en",))
    concept = items("po", data, origin="file")[0]
    assert isinstance(concept, Concept)
    assert (concept.external_id, concept.subject) == ("power-on", "devices")
    assert [(term.lang, term.text, term.status, term.reason) for term in concept.terms] == [
        ("zh", "打开", Status.PREFERRED, None),
        ("en", "turn on", Status.PREFERRED, None),
        ("en", "open the router", Status.DEPRECATED, Reason.LITERAL),
    ]


def test_one_target_language_a_file() -> None:
    concept = Concept(terms=(Term(lang="en", text="a"), Term(lang="de", text="b"), Term(lang="fr", text="c")))
    with pytest.raises(UsageError, match="de, fr"):
        write("po", [concept], langs=("de", "fr"))
    with pytest.raises(UsageError, match="de, fr"):
        write("po", [concept])
    with pytest.raises(UsageError, match="--from"):
        write("po", [Concept(terms=(Term(lang="de", text="b"), Term(lang="fr", text="c")))], langs=("de",))
    _, losses = write("po", [replace(concept, terms=concept.terms[:2])])
    assert [(loss.field, loss.count, loss.example) for loss in losses] == [
        ("source language", 0, "en"),
        ("target language", 0, "de"),
    ]


@needs_msgfmt
@settings(deadline=None, max_examples=40)
@given(some=st.lists(units(), max_size=3))
def test_msgfmt_accepts_every_memory_we_write(some: list[Unit], tmp_path_factory: pytest.TempPathFactory) -> None:
    anchor = Unit(variants=tuple(Variant(lang=lang, text="router") for lang in ("en", "zh", "de")))
    formatted = [anchor, *(replace(one, props={"flags": "c-format, python-brace-format"}) for one in some)]
    for lang in ("zh", "de"):
        data, _ = write("po", formatted, source_lang="en", langs=(lang,), content="memory")
        accepted(data, tmp_path_factory.mktemp("po"))
        read("po", data)


@needs_msgfmt
@settings(deadline=None, max_examples=40)
@given(some=st.lists(concepts(), max_size=3))
def test_msgfmt_accepts_every_glossary_we_write(some: list[Concept], tmp_path_factory: pytest.TempPathFactory) -> None:
    anchor = Concept(terms=(Term(lang="en", text="router"), Term(lang="zh", text="路由器")))
    data, _ = write("po", [anchor, *some], source_lang="en", langs=("zh",))
    accepted(data, tmp_path_factory.mktemp("po"))
    assert not [row for row in read("po", data) if row.invalid]


@needs_msgfmt
def test_a_memory_survives(tmp_path: Path) -> None:
    text = HEAD + (
        '# note\n#. more\n#: x:1\n#, fuzzy, no-wrap\n#| msgid "old"\nmsgctxt "c"\nmsgid "a\\n"\nmsgstr "b\\n"\n\n'
        'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "eins"\nmsgstr[1] "viele"\n\n#~ msgid "x"\n#~ msgstr "y"\n'
    )
    before = items("po", text)
    data, _ = write("po", before, source_lang="en", langs=("de",), content="memory")
    accepted(data, tmp_path)
    assert items("po", data) == before


def test_a_second_translation_of_one_text_gets_a_context_of_its_own() -> None:
    pair = [Unit(variants=(Variant(lang="en", text="a"), Variant(lang="de", text=text))) for text in ("x", "y")]
    data, _ = write("po", pair, langs=("de",))
    assert [unit.context for unit in items("po", data) if isinstance(unit, Unit)] == ["", "2"]
