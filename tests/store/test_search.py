"""What somebody types finds what they mean, best first, in every script."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from termbase.model import Concept, Reason, State, Status, Term, Unit, Variant
from termbase.store import Store

from .examples import GREETING, ROUTER, pair, word


@pytest.fixture
def filled(store: Store) -> Store:
    """Concepts and units in several languages."""
    concepts = [
        ROUTER,
        word("router password", subject="account"),
        word("wireless router"),
        word("退款", "zh-Hans", subject="payment"),
        word("申请退款", "zh-Hans"),
        word("STRAẞE", "de"),
        word("маршрутизатор", "ru", origin="x.csv", product="Office"),
        Concept(definitions={"en": "A router in a drawer."}, terms=(Term(lang="en", text="spare"),)),
        word("100% cotton_wool"),
        Concept(terms=(Term(lang="ja", text="ﾙｰﾀｰ"), Term(lang="en", text="x", state=State.PROPOSED))),
    ]
    units = [
        GREETING,
        pair("Restart the router.", "Starten Sie den Router neu."),
        pair("Router", "Router", scenario="order", stage="opening"),
        Unit(variants=(Variant(lang="zh-CN", text="请退款给我"), Variant(lang="ru", text="Верните деньги"))),
    ]
    with store.batch("ann", "add") as batch:
        batch.add_concepts(concepts)
        batch.add_units(units)
    return store


def first_terms(store: Store, query: str) -> list[str]:
    """The first terms of the concepts that a query finds."""
    return [concept.terms[0].text for concept in store.concepts(query=query)]


def test_whole_terms_come_before_beginnings_before_parts_before_definitions(filled: Store) -> None:
    assert first_terms(filled, "Router") == ["router", "router password", "wireless router", "spare"]
    assert filled.count_concepts(query="Router") == 4


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rout", ["router", "router password", "wireless router", "spare"]),
        ("password router", ["router password"]),
        ("退款", ["退款", "申请退款"]),
        ("款", ["退款", "申请退款"]),
        ("申请退", ["申请退款"]),
        ("路由器", ["router"]),
        ("strasse", ["STRAẞE"]),
        ("МАРШРУТ", ["маршрутизатор"]),
        ("ルーター", ["ﾙｰﾀｰ"]),
        ("0% c", ["100% cotton_wool"]),
        ("n_w", ["100% cotton_wool"]),
        ("c-0004", ["退款"]),
        ('"', []),
        ("AND", []),
        ("%", ["100% cotton_wool"]),
        ("ro\x00uter", ["router", "router password", "wireless router", "spare"]),
        ("router\ud800", ["router", "router password", "wireless router", "spare"]),
        ("nothing of the kind", []),
    ],
)
def test_typed_text_finds_concepts(filled: Store, query: str, found: list[str]) -> None:
    assert first_terms(filled, query) == found
    assert filled.count_concepts(query=query) == len(found)


def test_results_can_be_paged(filled: Store) -> None:
    assert [one.id for one in filled.concepts(query="router", limit=2, offset=1)] == ["c-0002", "c-0003"]
    assert [one.id for one in filled.units(query="router", limit=1, offset=1)] == ["u-0002"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"lang": "zh"}, ["c-0001", "c-0004", "c-0005"]),
        ({"lang": "zh-cn"}, ["c-0001"]),
        ({"subject": "payment"}, ["c-0004"]),
        ({"reason": Reason.LITERAL}, ["c-0001"]),
        ({"reason": Reason.LITERAL, "lang": "zh"}, []),
        ({"status": Status.DEPRECATED}, ["c-0001"]),
        ({"state": State.PROPOSED}, ["c-0001", "c-0010"]),
        ({"origin": "x.csv"}, ["c-0007"]),
        ({"product": "Office"}, ["c-0007"]),
        ({"ids": ["c-0003", "c-0001", "u-0001", "c-0099"]}, ["c-0001", "c-0003"]),
        ({"ids": []}, []),
        ({"query": "router", "subject": "account"}, ["c-0002"]),
    ],
)
def test_concepts_can_be_filtered(filled: Store, filters: dict[str, object], found: list[str]) -> None:
    assert [one.id for one in filled.concepts(**filters)] == found  # type: ignore[arg-type]
    assert filled.count_concepts(**filters) == len(found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"query": "router"}, ["u-0003", "u-0002"]),
        ({"query": "ROUTER neu"}, ["u-0002"]),
        ({"query": "router", "lang": "de"}, ["u-0003", "u-0002"]),
        ({"query": "restart", "lang": "de"}, []),
        ({"query": "退款"}, ["u-0004"]),
        ({"query": "верните"}, ["u-0004"]),
        ({"query": "{name}"}, ["u-0001"]),
        ({"lang": "zh"}, ["u-0001", "u-0004"]),
        ({"source_lang": "en", "lang": "de"}, ["u-0002", "u-0003"]),
        ({"source_lang": "zh", "lang": "en"}, []),
        ({"scenario": "order"}, ["u-0001", "u-0003"]),
        ({"stage": "opening", "origin": "macros.tmx"}, ["u-0001"]),
        ({"state": State.REJECTED}, ["u-0001"]),
        ({"state": State.REJECTED, "lang": "en"}, []),
    ],
)
def test_units_can_be_searched_and_filtered(filled: Store, filters: dict[str, object], found: list[str]) -> None:
    assert [one.id for one in filled.units(**filters)] == found  # type: ignore[arg-type]
    assert filled.count_units(**filters) == len(found)  # type: ignore[arg-type]


def test_the_search_follows_changes_removals_and_undo(filled: Store) -> None:
    router = filled.concept("c-0001")
    with filled.batch("ann", "change") as batch:
        batch.change_concept(replace(router, terms=(replace(router.terms[0], text="gateway"), *router.terms[1:])))
        batch.remove_concept("c-0004")
        unit = filled.unit("u-0003")
        batch.change_unit(replace(unit, variants=(replace(unit.variants[0], text="Gateway"),)))
    assert first_terms(filled, "gatew") == ["gateway"]
    assert first_terms(filled, "退款") == ["申请退款"]
    assert [one.id for one in filled.units(query="router")] == ["u-0002"]
    filled.undo(batch.id, "ann")
    assert first_terms(filled, "gatew") == []
    assert first_terms(filled, "退款") == ["退款", "申请退款"]
    assert [one.id for one in filled.units(query="router")] == ["u-0003", "u-0002"]
    assert filled.problems() == []


def test_a_concept_is_found_by_its_origin_and_id(filled: Store) -> None:
    assert filled.find_concept("starter/devices", "router-1") == filled.concept("c-0001")
    assert filled.find_concept("starter/devices", "") is None
    assert filled.find_concept("elsewhere", "router-1") is None


def test_concepts_are_found_by_a_preferred_term_whatever_its_case_and_width(filled: Store) -> None:
    assert [one.id for one in filled.concepts_with_preferred("en", " ROUTER")] == ["c-0001"]
    assert [one.id for one in filled.concepts_with_preferred("ja", "ルーター")] == ["c-0010"]
    assert filled.concepts_with_preferred("en", "path device") == []
    assert filled.concepts_with_preferred("fr", "router") == []


@pytest.fixture(scope="module")
def many() -> Store:
    """A store that hypothesis fills."""
    return Store.open(":memory:")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(st.sampled_from("abß İıЖ退款器ไทยがﾙ%_\"'*-()"), min_size=1, max_size=10).filter(str.strip),
    data=st.data(),
)
def test_every_piece_of_a_term_finds_it(many: Store, text: str, data: st.DataObject) -> None:
    with many.batch("ann", "add") as batch:
        stored = batch.add_concept(word(text))
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = [one.id for one in many.concepts(query=piece)]
    assert (stored.id in found) == bool(piece.strip()) or not piece.strip()


def test_looking_up_what_a_file_brings_uses_the_indexes(tmp_path: Path) -> None:
    said: list[str] = []
    with Store.open(tmp_path / "termbase.db", create=True) as store:

        @event.listens_for(store._database.engine, "before_cursor_execute")
        def listen(connection: Any, cursor: Any, statement: str, values: Any, context: Any, many: bool) -> None:
            if statement.startswith("SELECT"):
                said.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall())

        store.find_concept("a", "b")
        store.find_concepts([ROUTER])
        store.find_units([GREETING, pair("a", "b")])
        store.concepts_with_preferred("en", "router")
        store.find_preferring([ROUTER])
    assert any("concept_external" in plan for plan in said)
    assert any("unit_key" in plan for plan in said)
    assert any("unit_identity" in plan for plan in said)
    assert any("term_text" in plan for plan in said)
    assert not [
        plan for plan in said if plan.startswith("SCAN") and "CONSTANT ROW" not in plan and "sqlite_" not in plan
    ]
