from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.web.server.app_discovery import discover_asgi_app

from termbase.ui.application import SETTINGS, application, parts

ROOT = Path(__file__).parents[2]


def test_streamlit_run_finds_the_application_in_app_py() -> None:
    found = discover_asgi_app(ROOT / "app.py")
    assert (found.is_asgi_app, found.import_string) == (True, "app:app")


def test_the_settings_are_settings_streamlit_has(tmp_path: Path) -> None:
    application(str(tmp_path / "absent.db"))
    for name, value in SETTINGS.items():
        assert config.get_option(name) == value


def test_the_store_is_the_one_asked_for_or_the_environments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERMBASE_DATABASE", "elsewhere.db")
    assert parts("here.db")["secrets"]["termbase"]["database"] == "here.db"
    assert parts()["secrets"]["termbase"]["database"] == "elsewhere.db"
    monkeypatch.delenv("TERMBASE_DATABASE")
    assert parts()["secrets"]["termbase"]["database"] == "termbase.db"


def test_it_is_a_streamlit_app(tmp_path: Path) -> None:
    assert isinstance(application(str(tmp_path / "absent.db")), st.App)


def test_nothing_in_this_room_points_outside() -> None:
    room = ROOT / "termbase" / "ui"
    for path in room.rglob("*"):
        if path.suffix in {".py", ".js", ".css", ".html", ".svg"}:
            text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "http://" not in text, path
            assert "https://" not in text, path
