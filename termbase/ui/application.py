"""The one application: pages and API in one process on one port.

`streamlit run app.py` looks for a call of `st.App` in app.py without running it, so app.py makes that call itself,
with `parts()`. `application` is the same object for everybody else.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any, Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from streamlit import config

from termbase.api import api
from termbase.api.guard import LoopbackOnly, keep_queries_out_of_logs
from termbase.api.state import State
from termbase.errors import TermbaseError
from termbase.ui import i18n

_LIGHT: Final = {
    "primaryColor": "#0f6f68",
    "backgroundColor": "#ffffff",
    "secondaryBackgroundColor": "#f4f6f6",
    "textColor": "#0b1114",
    "borderColor": "#d9dfe0",
    "linkColor": "#0f6f68",
}
_DARK: Final = {
    "primaryColor": "#3aa99e",
    "backgroundColor": "#14191b",
    "secondaryBackgroundColor": "#1d2427",
    "textColor": "#e6ecec",
    "borderColor": "#374144",
    "linkColor": "#5cc7bc",
}
SETTINGS: Final[dict[str, Any]] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": False,
    "server.address": "127.0.0.1",
    "server.enableStaticServing": False,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "theme.baseRadius": "0.55rem",
    "theme.headingFontSizes": ["1.75rem", "1.35rem", "1.15rem", "1rem", "1rem", "1rem"],
    "theme.headingFontWeights": [650, 600, 600, 600, 600, 600],
    "theme.paddingTop": "0.5rem",
    "theme.showWidgetBorder": True,
    **{f"theme.light.{name}": color for name, color in _LIGHT.items()},
    **{f"theme.dark.{name}": color for name, color in _DARK.items()},
}
"""Set here because a config.toml in somebody's working directory is not ours."""


def parts(where: str = "") -> dict[str, Any]:
    """What `st.App` is made of, for the store at `where` or the one the environment names."""
    where = where or os.environ.get("TERMBASE_DATABASE", "") or "termbase.db"
    for name, value in SETTINGS.items():
        if name != "server.address" or not config.is_manually_set(name):
            config.set_option(name, value)
    keep_queries_out_of_logs()
    service = api(where, interpreter=i18n.interpreter)
    return {
        "script_path": Path(__file__).with_name("menu.py"),
        "routes": [Mount("/api", service)],
        "middleware": [Middleware(LoopbackOnly)],
        "lifespan": _warmed(service.state.termbase),
        "secrets": {"termbase": {"database": where}},
    }


def _warmed(state: State) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    """A lifespan that warms the checker in the background while the server is already answering."""

    def warm() -> None:
        with suppress(TermbaseError):  # the first page says it, to somebody who is there to read it
            state.warm()

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[None]:
        Thread(target=warm, name="termbase-warm", daemon=True).start()
        yield

    return lifespan


def application(where: str) -> st.App:
    """Pages and API over the store at `where`."""
    return st.App(**parts(where))
