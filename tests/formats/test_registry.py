"""The registry finds its formats by looking, by name, by extension and by content."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from termbase import formats
from termbase.errors import UsageError

from .helpers import write
from .test_tmx import ORDER as UNIT


def test_the_formats_of_this_release_are_found() -> None:
    assert {"csv", "json", "po", "tbx", "tbx-v2", "tmx", "tsv"} <= set(formats.names())


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"json.*tmx"):
        formats.by_name("docx2")


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.TBX", "tbx"), ("a.tmx.gz", "tmx"), ("a.csv", "csv"), ("x.tab", "tsv"), ("de.po", "po"), ("s.json", "json")],
)
def test_an_extension_tells_the_format(name: str, format: str) -> None:
    assert formats.for_path(name).name == format


@pytest.mark.parametrize("name", ["tmx", "json", "po", "tbx", "tbx-v2", "csv"])
def test_content_tells_the_format_when_the_extension_says_nothing(name: str, tmp_path: Path) -> None:
    from .test_tbx import POWER

    data, _ = write(name, [UNIT if name in ("tmx", "json") else POWER], source_lang="en", langs=("zh",))
    path = tmp_path / "file.xml"
    path.write_bytes(data)
    assert formats.for_path(path).name == name.removesuffix("-v2")


def test_a_file_that_says_nothing_is_refused_with_the_known_names(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear customer,\n")
    with pytest.raises(UsageError, match="--format"):
        formats.for_path(path)


def test_every_format_says_what_survives_a_round_trip() -> None:
    for module in ("lossless", "tbx", "tmx", "po", "csv_table"):
        text = importlib.import_module(f"termbase.formats.{module}").__doc__ or ""
        assert "Survives a round trip" in text, module
        assert "Does not" in text, module
