"""Several processes at one store: nothing is lost, nothing is half written, nobody meets a lock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from termbase.errors import Busy
from termbase.store import Store, version_of

from .examples import ROUTER, everything, pair, word

HEAD = """
import sys, time
from dataclasses import replace
from termbase.errors import Conflict
from termbase.model import Concept, Term, Unit, Variant
from termbase.store import Store, live_concepts
where, name = sys.argv[1:]
"""
IMPORT = """
def units():
    for n in range(10_000_000):
        if n == 30_000:
            print("writing", flush=True)
        yield Unit(variants=(Variant(lang="en", text=f"source {n}"), Variant(lang="de", text=f"target {n}")))
with Store.open(where) as store, store.batch(name, "import") as batch:
    batch.add_concepts(Concept(terms=(Term(lang="en", text=f"term {n}"),)) for n in range(3000))
    batch.add_units(units())
"""
WRITE = """
with Store.open(where) as store:
    for n in range(40):
        with store.batch(name, "add") as batch:
            batch.add_concept(Concept(terms=(Term(lang="en", text=f"{name} {n}"),)))
        while True:
            concept = store.concept("c-0001")
            try:
                with store.batch(name, "count") as batch:
                    batch.change_concept(replace(concept, note=concept.note + name))
                break
            except Conflict:
                continue
"""
READ = """
with Store.open(where) as store:
    seen, until = 0, time.monotonic() + 60
    while time.monotonic() < until:
        concepts = list(store.concepts())
        assert len(concepts) >= seen, "concepts were lost"
        seen = len(concepts)
        assert all(concept.terms for concept in concepts)
        live_concepts(where)
        if len(concepts[0].note) == 80 and seen == 81:
            break
    else:
        raise SystemExit("the writers did not finish")
"""
OPEN = """
Store.open(where, create=True).close()
"""


def start(code: str, where: str, name: str = "x") -> subprocess.Popen[str]:
    """Run a little program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + textwrap.dedent(code), where, name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*processes: subprocess.Popen[str]) -> None:
    """Wait for processes, which must end well."""
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors


def test_a_killed_import_leaves_nothing_behind(where: str) -> None:
    with Store.open(where, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
    process = start(IMPORT, where)
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with Store.open(where) as store:
        assert (store.count_concepts(), store.count_units()) == (1, 0)
        assert len(list(store.events())) == 1
        assert store.problems() == []
        with store.batch("bob", "add") as batch:
            assert batch.add_concept(word("next")).id == "c-0002"


def test_two_write_and_one_reads_without_a_lock_error_or_a_lost_update(where: str) -> None:
    with Store.open(where, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concept(word("counter"))
    finish(start(WRITE, where, "a"), start(WRITE, where, "b"), start(READ, where))
    with Store.open(where) as store:
        note = store.concept("c-0001").note
        assert (note.count("a"), note.count("b")) == (40, 40)
        assert store.count_concepts() == 81
        assert version_of(where) == 1 + 4 * 40
        assert len({event.id for event in store.events()}) == 161
        assert store.problems() == []


def test_processes_that_open_a_new_store_at_once_make_it_once(where: str) -> None:
    finish(*(start(OPEN, where) for _ in range(4)))
    with Store.open(where) as store:
        assert everything(store) == ""
        assert store.problems() == []


def test_waiting_too_long_for_another_writer_is_busy(where: str) -> None:
    with Store.open(where, create=True) as one, Store.open(where, busy_seconds=0.2) as other:
        with one.batch("ann", "import") as batch:
            batch.add_concept(ROUTER)
            started = time.monotonic()
            with pytest.raises(Busy, match="try again"), other.batch("bob", "add"):
                pass
            assert time.monotonic() - started < 5
            assert other.count_concepts() == 0
        with other.batch("bob", "add") as batch:
            batch.add_concept(ROUTER)
        assert other.count_concepts() == 2


def test_threads_of_one_store_wait_for_each_other(store: Store) -> None:
    def write(name: str) -> None:
        for n in range(20):
            with store.batch(name, "add") as batch:
                batch.add_concept(word(f"{name} {n}"))
                batch.add_unit(pair(name, str(n)))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert store.count_units() <= store.count_concepts()
    for thread in threads:
        thread.join()
    assert (store.count_concepts(), store.version()) == (60, 60)


def test_a_backup_taken_during_an_import_is_whole(tmp_path: Path) -> None:
    where = str(tmp_path / "termbase.db")
    with Store.open(where, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_units(pair(f"a {n}", "b") for n in range(3000))
    process = start(IMPORT, where)
    assert process.stdout is not None
    process.stdout.readline()
    with Store.open(where) as store:
        store.backup(tmp_path / "copy.db")
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with Store.open(tmp_path / "copy.db") as copy:
        assert (copy.count_units(), copy.problems()) == (3000, [])


def test_a_large_import_passes_through_a_small_memory(where: str) -> None:
    Store.open(where, create=True).close()
    code = """
    import resource
    def units(many):
        for n in range(many):
            variants = (Variant(lang=lang, text=f"{lang} text {n} " * 9) for lang in ("en", "de"))
            yield Unit(variants=tuple(variants))
    def most():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with Store.open(where) as store:
        with store.batch(name, "import") as batch:
            batch.add_units(units(12_000))
        sum(1 for _ in store.units())
        before = most()
        with store.batch(name, "import") as batch:
            batch.add_units(units(30_000))
        sum(1 for _ in store.units())
        assert most() - before < 25, (before, most())
    """
    finish(start(code, where))
