"""TMX keeps text, places of tags, and everything a tool says about a unit."""

from __future__ import annotations

import gzip
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from termbase.errors import Unreadable, Unwritable
from termbase.model import Concept, InlineTag, State, Status, Term, Unit, Variant

from .helpers import NOON, SHARED, items, needs_shared, read, units, write

ORDER = Unit(
    key="greeting",
    source_lang="en",
    note="Say it <warmly> & briefly.",
    scenario="order",
    tags=("warm", "short"),
    variants=(
        Variant(lang="en", text="Hello!", created_at=NOON, created_by="Ann", use_count=3),
        Variant(lang="zh-CN", text="您好！", note="polite"),
    ),
)

EXACT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="termbase" creationtoolversion="VERSION" segtype="block" o-tmf="termbase" adminlang="en" srclang="*all*" datatype="plaintext"/>
<body>
<tu tuid="greeting" srclang="en">
<note>Say it &lt;warmly&gt; &amp; briefly.</note>
<prop type="x-scenario">order</prop>
<prop type="x-tag">warm</prop>
<prop type="x-tag">short</prop>
<tuv xml:lang="en" usagecount="3" creationdate="20250301T120005Z" creationid="Ann"><seg>Hello!</seg></tuv>
<tuv xml:lang="zh-CN"><note>polite</note><seg>您好！</seg></tuv>
</tu>
</body>
</tmx>
"""  # noqa: E501


def seg(inner: str, *, head: str = "") -> str:
    body = f'<body><tu>\n<tuv xml:lang="en"><seg>{inner}</seg></tuv></tu></body>'
    return f'{head}<tmx version="1.4"><header srclang="en"/>{body}</tmx>'


def only_variant(text: str) -> Variant:
    unit = items("tmx", text)[0]
    assert isinstance(unit, Unit)
    return unit.variants[0]


def test_the_written_form_is_this_byte_for_byte() -> None:
    data, losses = write("tmx", [ORDER])
    version = etree.fromstring(data).find("header").get("creationtoolversion")  # type: ignore[union-attr]
    assert data.decode() == EXACT.replace("VERSION", str(version))
    assert losses == ()


def test_a_code_is_a_tag_at_its_place_and_its_content_is_no_text() -> None:
    variant = only_variant(
        seg('The <bpt i="1" x="2" type="bold">&lt;b></bpt>cat<ept i="1">&lt;/b></ept> <ph x="3"/>sat')
    )
    assert variant.text == "The cat sat"
    assert variant.tags == (
        InlineTag(position=4, kind="bpt", id="1", payload="<b>", props={"x": "2", "type": "bold"}),
        InlineTag(position=7, kind="ept", id="1", payload="</b>"),
        InlineTag(position=8, kind="ph", id="3"),
    )


def test_the_content_of_hi_is_text_and_of_sub_is_not() -> None:
    variant = only_variant(seg('a <hi type="verb">go</hi><ph x="1">&lt;img alt="<sub type="t">start</sub>"></ph>'))
    assert variant.text == "a go"
    assert [(tag.kind, tag.position) for tag in variant.tags] == [("hi", 2), ("/hi", 4), ("ph", 4)]
    assert variant.tags[2].payload == '<img alt="start">'
    written = write("tmx", [Unit(variants=(variant,))])[0].decode()
    assert 'a <hi type="verb">go</hi><ph x="1">&lt;img alt="<sub type="t">start</sub>"&gt;</ph>' in written


def test_content_of_a_code_that_is_no_tmx_is_written_as_text() -> None:
    evil = InlineTag(position=0, kind="ph", payload="safe", props={"inner": '</ph></seg><seg onload="x">'})
    data, _ = write("tmx", [Unit(variants=(Variant(lang="en", text="a", tags=(evil,)),))])
    assert b"<ph>safe</ph>a" in data


def test_tags_that_tmx_cannot_hold_are_changed_and_reported() -> None:
    tags = (
        InlineTag(position=0, kind="hi"),
        InlineTag(position=1, kind="pc", id="7", payload="<b>", props={"canCopy": "no"}),
        InlineTag(position=99, kind="bpt", payload="x"),
        InlineTag(position=2, kind="it", id="1", props={"pos": "middle"}),
    )
    data, losses = write("tmx", [Unit(variants=(Variant(lang="en", text="abc", tags=tags),))])
    assert b'<seg>a<ph x="7">&lt;b&gt;</ph>b<ph x="1"></ph>c<ph>x</ph></seg>' in data
    assert {"hi", "inline tag pc", "pc.canCopy"} <= {loss.field for loss in losses}


def test_white_space_and_characters_beyond_the_first_plane_are_kept() -> None:
    assert only_variant(seg("\n  𝐀 &#x9;b\n")).text == "\n  𝐀 \tb\n"
    assert (
        write("tmx", [Unit(variants=(Variant(lang="en", text=" a\r\n b "),))])[0].count(b"<seg> a&#13;\n b </seg>") == 1
    )


def test_version_1_1_calls_the_language_lang() -> None:
    text = (
        '<tmx version="1.1"><header srclang="EN-US"/><body><tu><tuv lang="ZH_cn"><seg>好</seg></tuv></tu></body></tmx>'
    )
    unit = items("tmx", text)[0]
    assert isinstance(unit, Unit)
    assert (unit.variants[0].lang, unit.source_lang) == ("zh-CN", "en-US")


def test_what_is_not_kept_is_named() -> None:
    text = """<tmx version="1.4"><header srclang="*all*"/><body>
<tu tuid="1" creationtool="X" creationdate="long ago"><prop>no type</prop><tuv xml:lang="en"><seg>a</seg></tuv>
<tuv><seg>b</seg></tuv><tuv xml:lang="de"><seg></seg></tuv><tuv xml:lang="klingonisch"><seg>c</seg></tuv></tu>
<tu tuid="1"><tuv xml:lang="en"><seg>x</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg/></tuv></tu></body></tmx>"""
    first, second, third = read("tmx", text)
    assert (first.line, second.line, third.line) == (2, 4, 5)
    assert set(first.dropped) == {
        "creationtool", "creationdate that is no date", "prop without a type", "variant without a language",
        "empty variant in de", "language 'klingonisch', which is no language tag",
    }  # fmt: skip
    assert second.dropped == ("tuid that another unit of this file has",)
    assert isinstance(second.item, Unit)
    assert second.item.key == ""
    assert third.skipped


def test_props_of_other_tools_become_context() -> None:
    text = """<tmx version="1.4"><header srclang="en"/><body><tu><prop type="x-context-pre">before</prop>
<prop type="next">after</prop><prop type="file">a.html</prop><prop type="a">1</prop><prop type="a">2</prop>
<tuv xml:lang="en"><seg>x</seg></tuv></tu></body></tmx>"""
    unit = items("tmx", text)[0]
    assert isinstance(unit, Unit)
    assert (unit.previous, unit.next, unit.file, unit.props) == ("before", "after", "a.html", {"a": "1", "a#2": "2"})
    assert b'<prop type="a">1</prop>\n<prop type="a">2</prop>' in write("tmx", [unit])[0]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "shift_jis", "windows-1252"]
)
def test_encodings_are_read(encoding: str) -> None:
    word = "cafe" if encoding == "windows-1252" else "日本"
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").removesuffix("-le")}"?>'
    assert only_variant(seg(word, head=head).encode(encoding)).text == word  # type: ignore[arg-type]


def test_a_file_that_claims_utf16_but_is_not_is_read() -> None:
    assert only_variant(seg("é", head='<?xml version="1.0" encoding="utf-16"?>')).text == "é"


def test_packed_files_are_read() -> None:
    data = seg("hello").encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "x")
        archive.writestr("memory.tmx", data)
    assert only_variant(gzip.compress(data)).text == "hello"  # type: ignore[arg-type]
    assert only_variant(packed.getvalue()).text == "hello"  # type: ignore[arg-type]
    with pytest.raises(Unreadable, match="Pack it again"):
        read("tmx", gzip.compress(data)[:-20])


@settings(deadline=None)
@given(st.lists(units(), max_size=3))
def test_a_round_trip_keeps_units_and_their_tags(some: list[Unit]) -> None:
    some = [replace(one, origin="file", key=f"{number} {one.key}") for number, one in enumerate(some)]
    data, losses = write("tmx", some)
    assert {loss.field for loss in losses} <= {"unit.origin"}
    assert items("tmx", data, origin="file") == some
    if SHARED.is_dir():
        valid_tmx(data)


def test_terms_are_written_as_units_of_preferred_terms() -> None:
    concept = Concept(
        external_id="router",
        subject="network",
        terms=(
            Term(lang="en", text="router"),
            Term(lang="en", text="gateway", status=Status.ADMITTED),
            Term(lang="zh", text="路由器"),
            Term(lang="zh", text="路由", state=State.PROPOSED),
        ),
    )
    data, losses = write("tmx", [concept])
    unit = items("tmx", data)[0]
    assert isinstance(unit, Unit)
    assert [(one.lang, one.text) for one in unit.variants] == [("en", "router"), ("zh", "路由器")]
    assert (unit.key, unit.subject) == ("router", "network")
    assert [(loss.field, loss.count) for loss in losses] == [("terms that are not preferred", 2)]


def test_only_approved_variants_in_the_chosen_languages_are_written() -> None:
    unit = Unit(
        source_lang="en",
        variants=(
            Variant(lang="en", text="a"),
            Variant(lang="de", text="b"),
            Variant(lang="zh-CN", text="c"),
            Variant(lang="zh-CN", text="d", state=State.REJECTED),
        ),
    )
    data, losses = write("tmx", [unit], source_lang="en", langs=("zh",))
    made = items("tmx", data)[0]
    assert isinstance(made, Unit)
    assert [one.text for one in made.variants] == ["a", "c"]
    assert [loss.field for loss in losses] == ["variant (rejected)"]


def test_a_control_character_is_left_out_and_reported_and_a_missing_language_refused() -> None:
    data, losses = write("tmx", [Unit(variants=(Variant(lang="en", text="a\x0bb\x00"),))])
    assert b"<seg>ab</seg>" in data
    assert losses[0].field == "control characters"
    with pytest.raises(Unwritable, match="no language"):
        write("tmx", [Unit(variants=(Variant(lang="", text="x"),))])


def valid_tmx(data: bytes) -> None:
    dtd = etree.DTD(str(SHARED / "schemas/tmx/tmx14.dtd"))
    assert dtd.validate(etree.fromstring(data)), dtd.error_log


@needs_shared
def test_the_written_form_is_valid_by_the_dtd() -> None:
    tagged = only_variant(seg('<it pos="begin" x="1">b</it>a <hi>go</hi><ut x="1">u</ut><ph><sub>s</sub></ph>'))
    valid_tmx(write("tmx", [ORDER, Unit(variants=(tagged,))], now=NOON)[0])
    valid_tmx(write("tmx", [])[0])
