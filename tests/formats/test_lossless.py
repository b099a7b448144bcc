"""Termbase JSON keeps everything and names what it does not understand."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.errors import Unreadable, Unwritable
from termbase.model import Concept, Reason, Status, Term, Unit, Variant

from .helpers import NOON, concepts, items, read, units, write

PACK = """{
"termbase": 1,
"pack": {"name": "orders", "version": "1", "licence": "CC0-1.0"},
"concepts": [
{"id": "order-number", "subject": "orders", "definitions": {"en": "It identifies a purchase."}, "terms": [
  {"lang": "zh", "text": "订单号", "part_of_speech": "noun"},
  {"lang": "en", "text": "order number"},
  {"lang": "en", "text": "single number", "reason": "literal", "from": "zh", "replacements": ["order number"]}
]},
{"id": "sku", "terms": [
  {"lang": "en", "text": "SKU", "reason": "jargon"}
]}
],
"units": [
{"key": "late-1", "scenario": "delivery", "stage": "solution", "variants": [
  {"lang": "en", "text": "I'm sorry, {customer_name}."}
]}
]
}
"""


def test_a_pack_gives_its_name_as_origin_and_its_ids_as_external_ids() -> None:
    rows = read("json", PACK)
    assert [row.line for row in rows] == [5, 10, 15]
    order, sku, late = (row.item for row in rows)
    assert isinstance(order, Concept)
    assert (order.id, order.origin, order.external_id) == ("", "pack/orders", "order-number")
    assert order.terms[2] == Term(
        lang="en",
        text="single number",
        reason=Reason.LITERAL,
        status=Status.DEPRECATED,
        from_lang="zh",
        replacements=("order number",),
    )
    assert isinstance(sku, Concept)
    assert sku.terms[0].status is Status.ADMITTED
    assert isinstance(late, Unit)
    assert (late.origin, late.key, late.scenario) == ("pack/orders", "late-1", "delivery")


def test_the_written_form_is_the_documented_one_byte_for_byte() -> None:
    values = [replace(item, id=getattr(item, "external_id", ""), origin="", external_id="") if isinstance(item, Concept)
              else replace(item, origin="") for item in items("json", PACK)]  # fmt: skip
    data, losses = write("json", values)
    assert losses == ()
    pack = '\n"pack": {"name": "orders", "version": "1", "licence": "CC0-1.0"},'
    assert data.decode() == PACK.replace(pack, "")


@settings(deadline=None)
@given(st.lists(concepts(), max_size=3), st.lists(units(), max_size=3))
def test_what_a_store_wrote_it_reads_back_equal(some: list[Concept], others: list[Unit]) -> None:
    here = [replace(one, id=f"c-{n}", revision=3) for n, one in enumerate(some)]
    there = [replace(one, id=f"u-{n}") for n, one in enumerate(others)]
    data, losses = write("json", [*here, *there], store_id="mine")
    assert losses == ()
    assert items("json", data, store_id="mine") == [*here, *there]
    assert write("json", items("json", data, store_id="mine"), store_id="mine")[0] == data


def test_another_stores_file_gives_new_names_but_keeps_where_things_are_from() -> None:
    made = Concept(id="c-0001", terms=(Term(id="t-0001", lang="en", text="a", created_at=NOON),), revision=2)
    packed = Concept(id="c-0002", origin="pack/x", external_id="b", terms=(Term(lang="en", text="b"),))
    data, _ = write("json", [made, packed], store_id="theirs")
    first, second = items("json", data, store_id="mine")
    assert isinstance(first, Concept)
    assert isinstance(second, Concept)
    assert (first.id, first.origin, first.external_id, first.revision) == ("", "theirs", "c-0001", 0)
    assert (first.terms[0].id, first.terms[0].created_at) == ("", NOON)
    assert (second.id, second.origin, second.external_id) == ("", "pack/x", "b")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ('{"lang": "en", "text": "a", "stauts": "admitted"}', "did you mean 'status'"),
        ('{"lang": "en", "text": "a", "status": "good"}', "preferred, admitted, deprecated, superseded"),
        ('{"lang": "en", "text": "a", "bad": "x"}', "'bad' must be a list of texts"),
        ('{"lang": "en", "text": "a", "inflected": "no"}', "true or false"),
        ('{"lang": "english please", "text": "a"}', "no language tag"),
        ('{"lang": "en"}', "'text' is missing"),
        ('{"lang": "en", "text": "a", "text": "b"}', "'text' stands twice"),
        ('{"lang": "en", "text": "a", "created_at": "yesterday"}', "2025-01-31"),
        ('["a"]', "is an object"),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_what_is_allowed(term: str, said: str) -> None:
    text = '{"termbase": 1,\n"concepts": [\n{"id": "ok", "terms": [{"lang": "en", "text": "b"}]},\n'
    rows = read("json", text + '{"id": "x", "terms": [\n' + term + "]}\n]}")
    assert rows[0].item is not None
    assert rows[1].line == 4
    assert said in rows[1].invalid


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("[]", 1),
        ('{"a": 1}', 1),
        ('{"termbase": 2}', 1),
        ('{"termbase": 1,\n"concepts": {}}', 2),
        ('{"termbase": 1,\n"concepts": [\n{"id": "x"', 3),
        ('{"termbase": 1,\n"concepts": [\n{"id": "\x00"}]}', 3),
        ('{"termbase": 1}\n x', 2),
        ('{"termbase": 1, "x": ' + "9" * 6000 + "}", 1),
        ('{"termbase": 1, "x": ' + "[" * 200_000, 1),
    ],
)
def test_what_is_no_termbase_json_is_refused_with_a_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as refusal:
        read("json", text)
    assert refusal.value.line == line


def test_utf16_is_refused_with_what_to_do_and_a_bom_is_not() -> None:
    with pytest.raises(Unreadable, match="UTF-8"):
        read("json", '{"termbase": 1}'.encode("utf-16"))
    assert read("json", b"\xef\xbb\xbf" + PACK.encode())[0].item


def test_an_unknown_top_level_key_is_an_invalid_row() -> None:
    rows = read("json", '{"termbase": 1,\n"konzepts": []}')
    assert [(row.line, "concepts" in row.invalid) for row in rows] == [(2, True)]


def test_units_before_concepts_and_half_characters_are_refused_by_the_writer() -> None:
    with pytest.raises(Unwritable, match="concepts before units"):
        write("json", [Unit(variants=(Variant(lang="en", text="a"),)), Concept(id="c-1")])
    with pytest.raises(Unwritable, match="c-7"):
        write("json", [Concept(id="c-7", note="\ud800")])


def test_an_empty_store_is_written_and_read() -> None:
    data, _ = write("json", [], store_id="s")
    assert json.loads(data) == {"termbase": 1, "store": "s"}
    assert read("json", data) == []
