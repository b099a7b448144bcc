from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from termbase.api.guard import Discreet, LoopbackOnly, NoQueries, is_loopback, refusal

Local = Callable[..., TestClient]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.8.9.1", "::1", "[::1]", "::ffff:127.0.0.1", "localhost", "LOCALHOST."]
)
def test_these_mean_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "::ffff:10.0.0.1", "example.com", "127.0.0.1.example.com", "", "0.0.0.0"])
def test_these_do_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("path", ["/health", "/openapi.json", "/concepts", "/nothing"])
def test_a_peer_from_elsewhere_is_refused(where: str, path: str, client_of: Local) -> None:
    answer = client_of(where, peer="192.168.1.20").get(path)
    assert answer.status_code == 403
    assert answer.json()["detail"].endswith(".")


def test_a_foreign_host_is_refused(where: str, client_of: Local) -> None:
    assert client_of(where, host="attacker.example").get("/health").status_code == 403
    assert client_of(where, host="127.0.0.1.attacker.example:8501").get("/health").status_code == 403


@pytest.mark.parametrize("origin", ["http://attacker.example", "null", "http://127.0.0.1:9999", "http://[bad"])
def test_a_page_from_elsewhere_may_not_write(where: str, origin: str, client_of: Local) -> None:
    client = client_of(where)
    assert client.post("/check", json={"draft": "Hello"}, headers={"Origin": origin}).status_code == 403
    assert client.get("/health", headers={"Origin": origin}).status_code == 200


def test_our_own_page_and_plain_programs_may(where: str, client_of: Local) -> None:
    client = client_of(where)
    own = {"Origin": "http://127.0.0.1:8501"}
    assert client.post("/check", json={"draft": "Hello"}, headers=own).status_code == 200
    assert client.post("/check", json={"draft": "Hello"}).status_code == 200


def test_a_websocket_needs_an_origin_of_ours() -> None:
    scope = {
        "type": "websocket",
        "client": ("127.0.0.1", 1),
        "headers": [(b"host", b"localhost:8501"), (b"origin", b"http://attacker.example")],
    }
    assert refusal(scope)
    scope["headers"] = [(b"host", b"localhost:8501"), (b"origin", b"http://localhost:8501")]
    assert not refusal(scope)


def test_no_peer_at_all_is_refused() -> None:
    assert refusal({"type": "http", "method": "GET", "client": None, "headers": [(b"host", b"localhost")]})


def test_what_goes_wrong_is_logged_without_the_draft(caplog: pytest.LogCaptureFixture) -> None:
    def broken(request: Request) -> PlainTextResponse:
        raise ValueError(request.query_params["secret"])

    app = Starlette(routes=[Route("/x", broken)], middleware=[Middleware(LoopbackOnly), Middleware(Discreet)])
    client = TestClient(app, base_url="http://localhost", client=("127.0.0.1", 1))
    with caplog.at_level(logging.DEBUG, logger="termbase.api"):
        answer = client.get("/x?secret=sesame")
    assert answer.status_code == 500
    assert "ValueError at /x" in caplog.text
    assert "sesame" not in answer.text + caplog.text


def test_access_logs_lose_their_query_strings() -> None:
    record = logging.LogRecord("uvicorn.access", 20, "", 0, "%s %s", ("GET", "/api/concepts?query=secret"), None)
    assert NoQueries().filter(record)
    assert record.getMessage() == "GET /api/concepts"
