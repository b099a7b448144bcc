"""A store with one concept and one phrase, and pages that run against it without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from termbase.model import Concept, Reason, State, Status, Term, Unit, Variant
from termbase.store import Store

Open = Callable[..., AppTest]

ROUTER = Concept(
    subject="devices",
    terms=(
        Term(lang="en", text="turn on the router"),
        Term(lang="en", text="open the router", status=Status.DEPRECATED, reason=Reason.LITERAL, from_lang="zh"),
    ),
)
LATE = Unit(
    scenario="delivery",
    stage="solution",
    variants=(
        Variant(lang="en", text="Your parcel arrives on {date}."),
        Variant(lang="de", text="Ihr Paket kommt am {date} an.", state=State.PROPOSED),
    ),
)


@pytest.fixture
def where(tmp_path: Path) -> str:
    path = str(tmp_path / "termbase.db")
    with Store.open(path, create=True) as store, store.batch("test", "add") as batch:
        batch.add_concept(ROUTER)
        batch.add_unit(LATE)
    return path


@pytest.fixture
def open_page(where: str) -> Open:
    """Opens a page, as a browser would with this query string."""
    st.cache_resource.clear()

    def opened(name: str, **query: str) -> AppTest:
        test = AppTest.from_string(f"from termbase.ui import {name}\n{name}.render()", default_timeout=30)
        test.secrets["termbase"] = {"database": where}
        for key, value in query.items():
            test.query_params[key] = value
        return test.run()

    return opened
