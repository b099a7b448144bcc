"""Pairs of files: what stands in `data/X` is read as what stands in `data/X.expected.json`, which is termbase JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase import formats

from .helpers import HERE, items, write

DATA = sorted(path for path in (HERE / "data").iterdir() if not path.name.endswith(".expected.json"))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_a_file_is_read_as_its_pair_says(path: Path) -> None:
    found = items(formats.for_path(path).name, path.read_bytes(), origin=path.name)
    written, _ = write("json", found)
    assert written.decode() == path.with_name(f"{path.name}.expected.json").read_text("utf-8")
