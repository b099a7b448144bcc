"""The snapshot for a glossary: quick, and only what is live."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from termbase.model import Concept, State, Status, Term
from termbase.store import Store, live_concepts, version_of

from .examples import ROUTER, word


def test_only_live_terms_and_concepts_that_have_some_are_given(store: Store, where: str) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(ROUTER)
        batch.add_concept(Concept(terms=(Term(lang="en", text="x", state=State.PROPOSED),)))
        batch.add_concept(Concept(subject="empty"))
        batch.add_concept(Concept(terms=(Term(lang="en", text="y", enabled=False),)))
    assert live_concepts(where) == [replace(stored, terms=stored.terms[:2])]


def test_languages_are_primary_subtags(store: Store, where: str) -> None:
    with store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
        batch.add_concept(word("roteador", "PT-BR"))
        batch.add_concept(word("x", "ptx"))
    found = {lang: [c.terms[0].text for c in live_concepts(where, [lang])] for lang in ("zh", "en", "pt", "de")}
    assert found == {"zh": ["路由器"], "en": ["router"], "pt": ["roteador"], "de": []}
    assert [len(c.terms) for c in live_concepts(where, {"zh-TW", "en"})] == [2]
    assert live_concepts(where, []) == []


def test_names_that_are_never_translated_are_always_given(store: Store, where: str) -> None:
    with store.batch("ann", "add") as batch:
        batch.add_concept(word("HomeBox 3000", translate=False))
    assert [c.terms[0].text for c in live_concepts(where, ["ru"])] == ["HomeBox 3000"]


def test_a_glossary_sees_an_approval_at_once(store: Store, where: str) -> None:
    with store.batch("ann", "add") as batch:
        stored = batch.add_concept(Concept(terms=(Term(lang="en", text="x", state=State.PROPOSED),)))
    before = version_of(where)
    with store.batch("bob", "approve") as batch:
        batch.change_concept(replace(stored, terms=(replace(stored.terms[0], state=State.APPROVED),)))
    assert version_of(where) == before + 1
    assert len(live_concepts(where)) == 1


def test_the_snapshot_does_not_import_sqlalchemy(tmp_path: Path) -> None:
    path = tmp_path / "termbase.db"
    with Store.open(path, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
    code = (
        "import sys; from termbase.store import live_concepts, version_of;"
        "assert live_concepts(sys.argv[1]) and version_of(sys.argv[1]) == 1;"
        "found = {'sqlalchemy', 'sqlmodel', 'pydantic', 'psycopg'} & set(sys.modules); assert not found, found"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_twelve_thousand_terms_are_read_in_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "termbase.db"
    langs = ("en", "zh-Hans", "ja", "de", "ru")
    with Store.open(path, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concepts(
            Concept(
                subject="s",
                terms=(
                    *(Term(lang=lang, text=f"{lang} {n}") for lang in langs),
                    Term(lang="en", text=f"bad {n}", status=Status.DEPRECATED, bad=("x",), unless=("y",)),
                ),
            )
            for n in range(2000)
        )
    times = []
    for _ in range(3):
        started = time.process_time()
        assert sum(len(concept.terms) for concept in live_concepts(str(path))) == 12_000
        times.append(time.process_time() - started)
    assert min(times) < 0.5  # 0.1 on a quiet machine; the margin is for crowded ones


def test_a_store_that_may_only_be_read_can_be_checked_with(tmp_path: Path) -> None:
    path = tmp_path / "termbase.db"
    with Store.open(path, create=True) as store, store.batch("ann", "add") as batch:
        batch.add_concept(ROUTER)
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert len(live_concepts(str(path))) == 1
        assert version_of(str(path)) == 1
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("name", ["Store", "Batch", "Undone", "live_concepts", "version_of"])
def test_the_public_names_are_there(name: str) -> None:
    import termbase.store

    assert name in termbase.store.__all__
    assert getattr(termbase.store, name)
    with pytest.raises(AttributeError):
        termbase.store.Shop  # noqa: B018
