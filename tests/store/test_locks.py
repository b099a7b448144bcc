"""Closing any descriptor of a file gives back every lock the process holds on it, SQLite's too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from termbase.store import Store, version_of

WRITE = """
import sys
from termbase.model import Concept, Term
from termbase.store import Store
with Store.open(sys.argv[1]) as store, store.batch("other", "add") as batch:
    batch.add_concept(Concept(terms=(Term(lang="en", text="written elsewhere"),)))
"""


def test_a_store_held_open_sees_what_another_process_writes_after_it_was_asked_for_its_version(tmp_path: Path) -> None:
    path = tmp_path / "termbase.db"
    with Store.open(path, create=True) as held:
        assert held.count_concepts() == 0
        version_of(str(path))  # once opened the file itself, and let the other process take the write-ahead log away
        subprocess.run([sys.executable, "-c", WRITE, str(path)], check=True)
        assert held.count_concepts() == 1
        assert (tmp_path / "termbase.db-wal").exists()
