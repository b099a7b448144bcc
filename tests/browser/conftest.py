"""One server for all browser tests, over a temporary store with the starter packs, and Debian's Chromium.

The server is the real command in its own process, so what is tested is what people start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from termbase.model import Concept, Reason, Status, Term, Unit, Variant
from termbase.services.packs import load_starter_packs
from termbase.store import Store

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip
LAPTOP, PHONE = (1366, 768), (390, 844)
SECONDS = 30

OURS = Concept(
    subject="test",
    terms=(
        Term(lang="en", text="switch on the gizmo"),
        Term(lang="zh", text="打开小玩意"),
        Term(
            lang="en",
            text="open the gizmo",
            status=Status.DEPRECATED,
            reason=Reason.LITERAL,
            replacements=("switch on the gizmo", "start the gizmo"),
        ),
        Term(lang="en", text="gizmo ware", status=Status.ADMITTED, reason=Reason.JARGON, replacements=("software",)),
    ),
)
PHRASE = Unit(
    scenario="care", stage="closing", variants=(Variant(lang="en", text="Enjoy your gizmo, {customer_name}!"),)
)


@dataclass(frozen=True)
class Server:
    """A running termbase."""

    address: str
    where: str


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    where = str(folder / "termbase.db")
    with Store.open(where, create=True) as store:
        load_starter_packs(store)
        with store.batch("test", "add") as batch:
            batch.add_concept(OURS)
            batch.add_unit(PHRASE)
    said = folder / "server.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from termbase.cli import main; main()",
                "--database",
                where,
                "serve",
                "--port",
                "0",
            ],
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONWARNINGS": "default", "PYTHONUNBUFFERED": "1"},
            cwd=folder,
        )
        try:
            yield Server(address=_answering(process, said), where=where)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answering(process: subprocess.Popen[bytes], said: Path) -> str:
    """The address the server names, once it answers there."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and process.poll() is None:
        words = said.read_text("utf-8", "replace").split()
        address = next((word for word in words if word.startswith("http://")), "")
        if address:
            with urllib.request.urlopen(f"{address}/api/health") as answer:
                assert answer.status == 200
            return address
        time.sleep(0.1)
    raise AssertionError(f"The server did not start:\n{said.read_text('utf-8', 'replace')}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[playwright.Browser]:
    path = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
    )
    if not path:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context_of(chromium: playwright.Browser) -> Iterator[Callable[..., playwright.BrowserContext]]:
    """Browsers of one size and language, each kept for all tests so that it loads the scripts once."""
    kept: dict[tuple[tuple[int, int], str], playwright.BrowserContext] = {}

    def context(size: tuple[int, int], locale: str) -> playwright.BrowserContext:
        if (size, locale) not in kept:
            kept[size, locale] = chromium.new_context(
                viewport={"width": size[0], "height": size[1]},
                locale=locale,
                has_touch=size == PHONE,
                is_mobile=size == PHONE,
                permissions=["clipboard-read", "clipboard-write"],
            )
            kept[size, locale].set_default_timeout(SECONDS * 1000)
        return kept[size, locale]

    playwright.expect.set_options(timeout=SECONDS * 1000)
    yield context
    for one in kept.values():
        one.close()


@pytest.fixture
def open_page(
    context_of: Callable[..., playwright.BrowserContext], server: Server
) -> Iterator[Callable[..., playwright.Page]]:
    """Opens a page of the server; a request to anywhere else fails the test when it ends."""
    pages: list[playwright.Page] = []
    outside: list[str] = []
    ours = (server.address, server.address.replace("http", "ws"), "blob:", "data:")

    def look(asked: playwright.Request | playwright.WebSocket) -> None:
        if not asked.url.startswith(ours):
            outside.append(asked.url)

    def opened(path: str = "/", *, size: tuple[int, int] = LAPTOP, locale: str = "en-US") -> playwright.Page:
        page = context_of(size, locale).new_page()
        pages.append(page)
        page.on("request", look)
        page.on("websocket", look)
        page.goto(server.address + path)
        return page

    yield opened
    for page in pages:
        page.close()
    assert not outside, "the front end asked the outside world"
