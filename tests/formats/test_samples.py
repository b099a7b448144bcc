"""Real files of other tools: what is well formed is read, the rest is refused with a line and a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from termbase import formats
from termbase.errors import Unreadable
from termbase.formats import ReadOptions, Row
from termbase.model import Concept, Status, Unit

from .helpers import SHARED, needs_shared

SAMPLES = sorted(
    path for kind in ("tbx", "tmx", "po") for path in (SHARED / "samples" / kind).rglob("*") if path.is_file()
)
BROKEN = {"poorly_formed_xml.tbx": 42}
"""The only samples that are not well formed, and the line of their fault."""
FOUND = {
    "sdl_tbx.tbx": 223, "most.tbx": 1, "TBX-Basic_Example_Astronomy_DCA_VALID.tbx": 45, "min_bad.tbx": 45,
    "TBX-Linguist_Example_Astronomy_DCT_VALID.tbx": 45, "test02_win1254.tbx": 1, "empty.tbx": 0,
    "html_test.tmx": 11, "ImportTest2A.tmx": 7, "sample14b.tmx": 25, "empty.tmx": 0, "test-multiple-tuv.tmx": 3,
    "gl.po": 283, "fr.po": 195, "es.po": 26, "pt_BR.po": 0,
}  # fmt: skip


def rows_of(path: Path) -> list[Row]:
    reader = formats.for_path(path).read
    assert reader is not None
    with path.open("rb") as stream:
        return list(reader(stream, ReadOptions(origin=path.name)))


@needs_shared
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_is_read_or_refused_with_a_line(path: Path) -> None:
    if path.name in BROKEN:
        with pytest.raises(Unreadable) as refusal:
            rows_of(path)
        assert refusal.value.line == BROKEN[path.name]
        return
    rows = rows_of(path)
    assert not [row for row in rows if row.invalid]
    assert all(row.line > 0 for row in rows)
    if path.name in FOUND:
        assert sum(row.item is not None for row in rows) == FOUND[path.name]


@needs_shared
@pytest.mark.parametrize("path", [path for path in SAMPLES if path.suffix == ".tmx"], ids=lambda path: path.name)
def test_every_segment_of_a_sample_is_in_its_unit(path: Path) -> None:
    root = etree.parse(str(path), etree.XMLParser(load_dtd=False, resolve_entities=False)).getroot()
    codes = ("bpt", "ept", "ph", "it", "ut")
    wanted = []
    for segment in root.iter("seg"):
        for code in list(segment.iter(*codes)):
            if code.getparent() is not None:
                code[:] = []
                code.text = None
        wanted.append("".join(segment.itertext()))
    units = [row.item for row in rows_of(path) if isinstance(row.item, Unit)]
    found = [variant.text for unit in units for variant in unit.variants]
    assert found == [text for text in wanted if text]


@needs_shared
def test_both_styles_of_the_same_sample_say_the_same() -> None:
    folder = SHARED / "samples/tbx/v3-ltac"
    for dialect in ("Basic", "Linguist"):
        names = [f"TBX-{dialect}_Example_Astronomy_{style}_VALID.tbx" for style in ("DCA", "DCT")]
        dca, dct = ([row.item for row in rows_of(folder / name)] for name in names)
        assert [_terms(item) for item in dca] == [_terms(item) for item in dct]


def _terms(item: object) -> object:
    assert isinstance(item, Concept)
    return (
        item.external_id,
        item.subject,
        [(term.lang, term.text, term.status, term.part_of_speech) for term in item.terms],
    )


@needs_shared
def test_what_the_samples_say_arrives() -> None:
    folder = SHARED / "samples"
    first = rows_of(folder / "tbx/v3-ltac/TBX-Basic_Example_Astronomy_DCA_VALID.tbx")[0].item
    assert isinstance(first, Concept)
    assert first.terms[0].text == "open cluster"
    assert first.terms[1].status is Status.SUPERSEDED
    assert first.definitions["en"] == "A group of stars formed together in the spiral arms of a galaxy."
    assert first.created_by == "Tommy"
    turkish = rows_of(folder / "tbx/v2/test02_win1254.tbx")[0].item
    assert isinstance(turkish, Concept)
    assert turkish.terms[1].text == "tr term with: éá and İı"
    astral = rows_of(folder / "tmx/test-SMP.tmx")[0].item
    assert isinstance(astral, Unit)
    assert [variant.text for variant in astral.variants] == ["𝐀𝐁𝐂", "𝐃𝐄𝐅"]
