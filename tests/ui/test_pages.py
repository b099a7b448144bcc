from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import termbase.ui
from termbase.model import Concept, Reason, State, Status, Term, When
from termbase.store import Store
from termbase.ui import menu

from .conftest import Open

PAGES = [page.__name__.rsplit(".", 1)[-1] for page in menu.pages()]


def test_the_menu_is_made_of_the_cards() -> None:
    assert PAGES == ["check_a_draft", "concepts", "memory", "rules", "exchange"]
    cards = [page.PAGE for page in menu.pages()]
    assert len({card.path for card in cards}) == len({card.order for card in cards}) == len(cards)
    assert all(page.__doc__ and page.render.__doc__ for page in menu.pages())


@pytest.mark.parametrize("ui", ["en", "zh-CN"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_in_both_languages(open_page: Open, name: str, ui: str) -> None:
    page = open_page(name, ui=ui)
    assert not page.exception
    assert not page.error
    assert page.title[0].value.isascii() == (ui == "en")


def test_the_whole_front_end_opens_and_remembers_the_language(where: str) -> None:
    test = AppTest.from_file(str(Path(termbase.ui.__file__).with_name("menu.py")), default_timeout=30)
    test.secrets["termbase"] = {"database": where}
    test.run()
    assert not test.exception
    assert test.title[0].value == "Check a draft"
    test.segmented_control(key="interface-choice").set_value("zh_CN").run()
    assert test.title[0].value == "检查草稿"
    with Store.open(where) as store:
        assert [person.ui_lang for person in store.people()] == ["zh_CN"]


def test_a_missing_store_is_a_message_and_no_traceback(tmp_path: Path) -> None:
    test = AppTest.from_file(str(Path(termbase.ui.__file__).with_name("menu.py")), default_timeout=30)
    test.secrets["termbase"] = {"database": str(tmp_path / "absent.db")}
    test.run()
    assert not test.exception
    assert "termbase init" in test.error[0].value.replace("\\", "")


def test_a_search_counts_what_it_finds(open_page: Open) -> None:
    page = open_page("concepts")
    assert page.caption[0].value == "1 concept"
    page.text_input(key="concepts-query").set_value("rout").run()
    assert page.caption[0].value == "1 concept"
    page.text_input(key="concepts-query").set_value("nothing like it").run()
    assert page.info[0].value.startswith("No concept fits.")


def test_a_filter_narrows_the_list(open_page: Open) -> None:
    page = open_page("concepts")
    page.selectbox(key="concepts-lang").set_value("ja").run()
    assert page.info


def test_a_concept_is_shown_with_its_terms_and_history(open_page: Open) -> None:
    page = open_page("concepts", concept="c-0001")
    assert page.title[0].value == "turn on the router"
    assert [one.value for one in page.subheader] == ["What we say", "What to avoid"]
    assert page.expander[0].label == "History"


def test_a_concept_that_is_not_there_is_a_message(open_page: Open) -> None:
    page = open_page("concepts", concept="c-9999")
    assert "9999" in page.error[0].value


def test_a_change_is_undone_from_the_history(open_page: Open, where: str) -> None:
    with Store.open(where) as store, store.batch("ana", "change") as batch:
        batch.change_concept(replace(store.concept("c-0001"), product="R2 router"))
    page = open_page("concepts", concept="c-0001")
    next(button for button in page.button if (button.key or "").startswith("undo-")).click().run()
    assert not page.exception
    with Store.open(where) as store:
        assert store.concept("c-0001").product == ""


def test_a_waiting_term_is_approved(open_page: Open, where: str) -> None:
    with Store.open(where) as store, store.batch("ana", "propose") as batch:
        known = store.concept("c-0001")
        new = Term(lang="en", text="power up the router", status=Status.ADMITTED, state=State.PROPOSED)
        batch.change_concept(replace(known, terms=(*known.terms, new)))
    page = open_page("concepts", concept="c-0001")
    assert "1 term waits for a decision." in [one.value for one in page.text]
    page.button(key="approve").click().run()
    with Store.open(where) as store:
        assert all(term.live for term in store.concept("c-0001").terms)


def test_a_waiting_phrase_is_approved(open_page: Open, where: str) -> None:
    page = open_page("memory", unit="u-0001")
    assert page.title[0].value == "delivery · solution"
    page.button(key="approve-de").click().run()
    assert not page.error
    with Store.open(where) as store:
        variant = store.unit("u-0001").variant("de")
        assert variant is not None
        assert variant.state is State.APPROVED


def test_the_memory_is_filtered_by_scenario(open_page: Open) -> None:
    page = open_page("memory")
    assert page.caption[0].value == "1 phrase"
    page.selectbox(key="memory-scenario").set_value("payment").run()
    assert page.info


def test_a_file_is_made_with_its_losses(open_page: Open) -> None:
    page = open_page("exchange")
    page.button(key="make-export").click().run()
    assert not page.exception
    assert "in the file" in page.success[0].value


def test_a_tick_makes_a_literal_rendering_a_rule(open_page: Open, where: str) -> None:
    with Store.open(where) as store, store.batch("test", "add") as batch:
        code = Concept(terms=(Term(lang="zh", text="取件码"), Term(lang="en", text="pickup code")))
        id = batch.add_concept(code).id
    page = open_page("concepts", concept=id)
    page.button(key="literals").click().run()
    page.checkbox(key="literal-0-take piece code").check()
    page.button(key="save-literals").click().run()
    assert not page.exception
    with Store.open(where) as store:
        (made,) = (term for term in store.concept(id).terms if term.avoided)
    assert (made.text, made.state, made.reason, made.when) == (
        "take piece code", State.APPROVED, Reason.LITERAL, When.WITH_SOURCE,
    )  # fmt: skip
