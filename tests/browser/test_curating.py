from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest

from termbase.model import Concept, Term
from termbase.store import Store

from .conftest import PHONE, Server, playwright

pytestmark = pytest.mark.browser
expect = playwright.expect
Page: TypeAlias = playwright.Page
Open = Callable[..., Page]


@pytest.fixture
def concept(server: Server) -> Concept:
    """A concept of this test's own."""
    with Store.open(server.where) as store, store.batch("test", "add") as batch:
        return batch.add_concept(Concept(subject="test", terms=(Term(lang="en", text="flux **valve**"),)))


def test_a_concept_is_found_while_typing(open_page: Open) -> None:
    page = open_page("/concepts")
    expect(page.locator(".row").first).to_be_visible()
    page.get_by_role("searchbox").press_sequentially("gizm")
    expect(page.locator(".row")).to_have_count(1)
    expect(page.locator(".row .strong .text")).to_have_text("switch on the gizmo")
    page.locator(".row").click()
    expect(page.get_by_role("heading", name="switch on the gizmo")).to_be_visible()


def test_a_hostile_concept_is_text_everywhere(open_page: Open, server: Server) -> None:
    hostile = "<img src=x onerror=window.hurt=1> ![a](http://outside.example/a.png) :material/home: :red[b] $c$"
    with Store.open(server.where) as store, store.batch("test", "add") as batch:
        made = batch.add_concept(
            Concept(subject="test", note=hostile, definitions={"en": hostile}, terms=(Term(lang="en", text=hostile),))
        )
    page = open_page(f"/concepts?concept={made.id}")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("onerror")
    assert heading.inner_text().replace("\u2060", "") == hostile
    expect(heading.locator("a, img, span[role=img]")).to_have_count(0)
    expect(page.locator(".row .text").first).to_have_text(hostile)
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    page.get_by_role("searchbox").press_sequentially("outside.example")
    expect(page.get_by_text("No concept fits.")).to_be_visible()
    assert page.locator("[data-testid=stMain] img").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_term_is_changed_and_saved(open_page: Open, server: Server, concept: Concept) -> None:
    page = open_page(f"/concepts?concept={concept.id}")
    expect(page.get_by_role("heading", name="flux **valve**")).to_be_visible()
    page.locator(".row").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Term", exact=True).fill("flux regulator")
    dialog.get_by_label("Note", exact=True).fill("As on the label.")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="flux regulator")).to_be_visible()
    expect(dialog).to_have_count(0)
    with Store.open(server.where) as store:
        (term,) = store.concept(concept.id).terms
        assert (term.text, term.note) == ("flux regulator", "As on the label.")


def test_somebody_elses_change_is_not_overwritten(open_page: Open, server: Server, concept: Concept) -> None:
    page = open_page(f"/concepts?concept={concept.id}")
    page.locator(".row").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Term", exact=True)).to_have_value("flux **valve**")
    with Store.open(server.where) as store, store.batch("ana", "change") as batch:
        batch.change_concept(replace(concept, terms=(replace(concept.terms[0], text="flux tap"),)))
    dialog.get_by_label("Term", exact=True).fill("flux regulator")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("alert")).to_contain_text("ana")
    with Store.open(server.where) as store:
        assert store.concept(concept.id).terms[0].text == "flux tap"


def test_a_rule_added_here_is_found_in_the_next_draft(open_page: Open, concept: Concept) -> None:
    page = open_page(f"/concepts?concept={concept.id}")
    page.get_by_role("button", name="Add a term").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Term", exact=True).fill("flow faucet")
    dialog.get_by_label("Language", exact=True).click()
    page.get_by_role("option", name="English (en)").click()
    dialog.get_by_label("Reason to avoid it").click()
    page.get_by_role("option", name="word for word").click()
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="What to avoid")).to_be_visible()
    page.get_by_role("link", name="Check a draft").click()
    page.locator(".draft").click()
    page.keyboard.insert_text("Close the flow faucet, please.")
    expect(page.locator(".mirror mark.literal")).to_have_text("flow faucet")


def test_a_file_is_looked_at_imported_and_taken_back(open_page: Open, server: Server) -> None:
    concepts = [{"id": "warp-core", "subject": "test", "terms": [{"lang": "en", "text": "warp core"}]}]
    pack = {"termbase": 1, "pack": {"name": "ships", "version": "1"}, "concepts": concepts}
    page = open_page("/exchange")
    page.locator("input[type=file]").set_input_files(
        {"name": "ships.json", "mimeType": "application/json", "buffer": json.dumps(pack).encode()}
    )
    page.get_by_role("button", name="Import 1 row").click()
    expect(page.get_by_text("ships.json is imported.")).to_be_visible()
    with Store.open(server.where) as store:
        assert store.count_concepts(query="warp core") == 1
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_role("button", name="Import 1 row")).to_be_visible()
    with Store.open(server.where) as store:
        assert store.count_concepts(query="warp core") == 0


def test_a_phrase_is_found_and_copied(open_page: Open) -> None:
    page = open_page("/memory")
    page.get_by_role("searchbox").press_sequentially("your gizmo")
    expect(page.locator(".row")).to_have_count(1)
    page.locator(".row .copy").first.click()
    expect(page.locator(".row .copy").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "Enjoy your gizmo, {customer_name}!"


@pytest.mark.parametrize("path", ["/", "/concepts", "/memory", "/exchange"])
def test_every_page_fits_a_phone_and_asks_nothing_of_the_outside(open_page: Open, path: str) -> None:
    page = open_page(path, size=PHONE, locale="zh-CN")
    expect(page.get_by_role("heading").first).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
