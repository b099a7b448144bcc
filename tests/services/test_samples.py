"""The sample files come in whole, and a second time change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.services.exchange import import_file
from termbase.store import Store

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "imports" / "samples").iterdir())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_imported_once(path: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "t.db", create=True) as store:
        first = import_file(store, path, who="lead")
        again = import_file(store, path, who="lead")
    assert first.counts["new"] >= 1
    assert first.counts["invalid"] == 0
    assert again.batch is None
    assert again.counts["unchanged"] == first.counts["new"]
