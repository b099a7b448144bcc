"""A store with a few concepts and phrases, and a client that speaks from this machine."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from termbase.api import api
from termbase.model import Concept, Reason, Status, Term, Unit, Variant
from termbase.store import Store

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette would rather have another HTTP client under its test client
    from starlette.testclient import TestClient

ROUTER = Concept(
    subject="devices",
    terms=(
        Term(lang="en", text="turn on the router"),
        Term(lang="zh", text="打开路由器"),
        Term(
            lang="en",
            text="open the router",
            status=Status.DEPRECATED,
            reason=Reason.LITERAL,
            from_lang="zh",
            replacements=("turn on the router",),
        ),
    ),
)
ORDER = Concept(subject="orders", terms=(Term(lang="en", text="order number"), Term(lang="zh", text="订单号")))
LATE = Unit(
    scenario="delivery",
    variants=(
        Variant(lang="en", text="Your parcel arrives on 12 May."),
        Variant(lang="de", text="Ihr Paket kommt am 12. Mai an."),
    ),
)


@pytest.fixture
def where(tmp_path: Path) -> str:
    path = str(tmp_path / "termbase.db")
    with Store.open(path, create=True) as store, store.batch("test", "add") as batch:
        batch.add_concept(ROUTER)
        batch.add_concept(ORDER)
        batch.add_unit(LATE)
    return path


@pytest.fixture
def client_of() -> Callable[..., TestClient]:
    """Makes clients: for a store, from a peer, by a name for this machine."""

    def local(where: str, *, peer: str = "127.0.0.1", host: str = "127.0.0.1:8501") -> TestClient:
        return TestClient(api(where), base_url=f"http://{host}", client=(peer, 50000), raise_server_exceptions=False)

    return local


@pytest.fixture
def client(where: str, client_of: Callable[..., TestClient]) -> Iterator[TestClient]:
    with client_of(where) as found:
        yield found
