"""Tables: guessing what columns mean, in two languages and many encodings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import Unreadable
from termbase.formats.csv_columns import guess_columns
from termbase.model import NOTHING, Concept, Reason, Status, Term, Unit, Variant

from .helpers import concepts, items, read, write


def told(data: str | bytes, **options: object) -> list[list[tuple[str, str, str]]]:
    """Language, text and status of each term of each concept."""
    return [
        [(term.lang, term.text, term.status.value) for term in item.terms]
        for item in items("csv", data, **options)
        if isinstance(item, Concept)
    ]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("English", "term:en"), ("中文", "term:zh"), ("zh_CN", "term:zh-CN"), ("Term (en)", "term:en"),
        ("德语术语", "term:de"),
        ("术语（简体中文）", "term:zh-Hans"), ("Definition [en]", "definition:en"), ("forbidden:zh", "forbidden:zh"),
        ("译文", "target"), ("原文", "source"), ("状态", "status"), ("替换为", "replacements"), ("禁用词", "forbidden"),
        ("Notes:", "note"), ("id", "concept"), ("领域", "subject"), ("词性", "part_of_speech"),
        ("Use instead", "replacements"),
    ],
)  # fmt: skip
def test_headings_are_understood(heading: str, field: str) -> None:
    assert guess_columns([heading]) == {heading: field}


def test_one_column_a_language() -> None:
    text = "English,中文,定义,备注,colour\nrouter; gateway,路由器,A box.,n,red\n"
    rows = read("csv", text)
    assert "English = term:en" in rows[0].skipped
    assert "Not used: colour" in rows[0].skipped
    assert rows[1].dropped == ("colour",)
    assert rows[1].item == Concept(
        definitions={"en": "A box."},
        note="n",
        terms=(
            Term(lang="en", text="router"),
            Term(lang="en", text="gateway", status=Status.ADMITTED),
            Term(lang="zh", text="路由器"),
        ),
    )


def test_one_row_a_term() -> None:
    text = (
        "编号,术语,语言,状态,原因,替换为\n1,启动,中文,首选,,\n"
        "1,打开路由器,zh,禁用,literal,启动路由器\n2,order,英文,,,\n"
    )
    first, second = items("csv", text)
    assert first == Concept(
        external_id="1",
        terms=(
            Term(lang="zh", text="启动"),
            Term(
                lang="zh",
                text="打开路由器",
                status=Status.DEPRECATED,
                reason=Reason.LITERAL,
                replacements=("启动路由器",),
            ),
        ),
    )
    assert isinstance(second, Concept)
    assert second.terms == (Term(lang="en", text="order"),)


def test_source_and_target_take_the_languages_from_the_person_or_the_text() -> None:
    text = "源,译文,禁用\n订单,the order of your customer,single number\n退款,refund for you,是\n"
    wanted = [
        [
            ("zh", "订单", "preferred"),
            ("en", "the order of your customer", "preferred"),
            ("en", "single number", "deprecated"),
        ],
        [("zh", "退款", "preferred"), ("en", "refund for you", "deprecated")],
    ]
    assert told(text) == wanted
    assert told(text, source_lang="zh", target_lang="en") == wanted


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_delimiters_and_encodings_are_told(delimiter: str, encoding: str) -> None:
    text = (
        f"English{delimiter}中文\norder, please{delimiter}订单\n" if delimiter != "," else "English,中文\norder,订单\n"
    )
    assert told(text.encode(encoding))[0][1] == ("zh", "订单", "preferred")


def test_the_encoding_is_reported() -> None:
    assert "gb18030" in read("csv", "English,中文\norder,订单\n".encode("gb18030"))[0].skipped
    assert "cp1252" in read("csv", "English,French\ncoffee,café\n".encode("cp1252"))[0].skipped


def test_columns_may_be_said() -> None:
    assert told("A,B\nx,y\n", columns={"A": "term:en", "B": "term:de"}) == [
        [("en", "x", "preferred"), ("de", "y", "preferred")]
    ]
    with pytest.raises(Unreadable, match="cannot hold"):
        read("csv", "A,B\nx,y\n", columns={"A": "colour"})


def test_lines_are_those_of_the_file_and_bad_values_are_named() -> None:
    text = 'term,lang,status\n"a\nb",en,\nc,en,gut\n\n,en,\nd,,\n'
    rows = read("csv", text)[1:]
    assert [row.line for row in rows] == [2, 4, 6, 7]
    assert "preferred, admitted" in rows[1].invalid
    assert "no term" in rows[2].invalid
    assert "language" in rows[3].invalid


def test_rows_of_a_concept_that_do_not_stand_together_are_invalid() -> None:
    text = "id,term,lang\n1,a,en\n2,b,en\n1,c,de\n"
    assert [row.invalid[:24] for row in read("csv", text)[1:]] == ["", "", "The rows of concept '1' "]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1), ("a,b\n1,2\n", 1), ('en,de\nx,y\n"a,b\nc,d\n', 3), ('en,de\n"a"b,c\n', 2), ("en,de\na,\0\n", 2),
        ("en,de\n" + "x" * 200_000, 2),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("csv", text)
    assert refusal.value.line == line


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "'=x", "''-x", "plain", "'plain", "\t=x"])
def test_a_spreadsheet_never_sees_a_formula(text: str) -> None:
    concept = Concept(external_id="a", terms=(Term(lang="en", text=text),))
    data, _ = write("csv", [concept])
    cells = data.decode("utf-8-sig").split("\n")[1].split(",")
    assert not any(cell.strip('"').startswith(("=", "+", "-", "@", "\t")) for cell in cells)
    assert told(data)[0][0][1] == text.strip()


@pytest.mark.parametrize("name", ["csv", "tsv"])
@settings(deadline=None)
@given(some=st.lists(concepts(), min_size=1, max_size=3))
def test_the_long_form_keeps_all_but_who_and_when(name: str, some: list[Concept]) -> None:
    nobody = {"created_at": None, "created_by": "", "changed_at": None, "changed_by": ""}
    some = [
        replace(
            one,
            **nobody,  # type: ignore[arg-type]
            external_id=f"e{number}",
            origin="file",
            props=NOTHING,
            tags=tuple(tag.replace(";", "").replace("|", "") or "t" for tag in one.tags),
            definitions={lang: text for lang, text in one.definitions.items() if lang in {t.lang for t in one.terms}},
            terms=tuple(replace(term, **nobody, origin="", external_id="") for term in one.terms),  # type: ignore[arg-type]
        )
        for number, one in enumerate(some)
    ]
    data, losses = write(name, some)
    assert {loss.field for loss in losses} <= {"concept.origin"}
    assert items(name, data, origin="file") == some


def test_the_wide_form_has_a_column_for_each_chosen_language() -> None:
    concept = Concept(
        external_id="r",
        definitions={"en": "A box."},
        terms=(
            Term(lang="en", text="router"),
            Term(lang="zh-CN", text="路由器"),
            Term(lang="zh-CN", text="路由", status=Status.ADMITTED),
        ),
    )
    data, losses = write("csv", [concept], source_lang="en", langs=("zh",))
    assert data.decode("utf-8-sig") == "concept,subject,product,en,zh,definition,note\nr,,,router,路由器,A box.,\n"
    assert [(loss.field, loss.count) for loss in losses] == [("terms (admitted)", 1)]


def test_a_memory_is_a_table_too() -> None:
    unit = Unit(
        key="hi",
        scenario="order",
        source_lang="en",
        variants=(Variant(lang="en", text="Hi!"), Variant(lang="de", text="- Hallo!")),
    )
    assert items("csv", write("csv", [unit])[0]) == [unit]
    assert items("csv", write("csv", [unit], source_lang="en", langs=("de",))[0], source_lang="en") == [unit]
