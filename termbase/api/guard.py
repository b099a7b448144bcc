"""Who may talk to a termbase that has no passwords: programs and people on this machine, and nobody else.

A page on the internet can make a browser send requests to 127.0.0.1, either directly (another `Origin`) or by
pointing its own name there (a foreign `Host`), and `streamlit run` listens on every interface unless told otherwise.
So the peer, the Host header and, wherever something can be changed, the Origin are looked at on every request
and every websocket.
"""

from __future__ import annotations

import json
import logging
import traceback
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 1_000_000
"""Bytes of a request to the API. A reply is a few thousand; a megabyte is somebody sending the wrong file."""

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_log = logging.getLogger("termbase.api")


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only mean this machine."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_loopback


def _hostname(authority: str) -> str:
    try:
        return urlsplit(f"//{authority}").hostname or ""
    except ValueError:
        return ""


def _same_place(origin: str, host: str) -> bool:
    return origin.lower() in (f"http://{host}".lower(), f"https://{host}".lower())


def refusal(scope: Scope) -> str:
    """Why a request is turned away, as a sentence, or an empty string."""
    peer = scope.get("client")
    if peer is None or not is_loopback(peer[0]):
        return "This termbase serves only the machine it runs on. Open it there."
    headers = Headers(scope=scope)
    host = headers.get("host", "")
    if not is_loopback(_hostname(host)):
        return "The Host header names another machine. Use http://127.0.0.1 or http://localhost."
    origin = headers.get("origin")
    changes = scope["type"] == "websocket" or scope.get("method") not in _READING
    if changes and origin is not None and not _same_place(origin, host):
        return "A page from another address may not write here."
    return ""


class LoopbackOnly:
    """ASGI middleware that answers 403 to whatever `refusal` turns away, websockets included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif reason := refusal(scope):
            if scope["type"] == "websocket":
                await receive()
                await send({"type": "websocket.close", "code": 1008, "reason": reason})
            else:
                await _answer(send, 403, reason)
        else:
            await self.app(scope, receive, send)


class SmallBodies:
    """ASGI middleware that answers 413 once a body, announced or not, is larger than `limit` bytes."""

    def __init__(self, app: ASGIApp, limit: int = MAX_BODY) -> None:
        self.app, self.limit = app, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body up to the limit before the application sees any of it."""
        if scope["type"] != "http" or scope["method"] in _READING:
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        size = int(announced) if announced.isdecimal() else 0
        body = bytearray()
        more = size <= self.limit
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            size = max(size, len(body))
            more = message.get("more_body", False) and size <= self.limit
        if size > self.limit:
            await _answer(send, 413, f"The request is larger than {self.limit:,} bytes. Check one reply at a time.")
            return
        waiting: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        await self.app(scope, replay, send)


class Discreet:
    """ASGI middleware for the unforeseen: 500 with a sentence, and a log that says where but never quotes a draft."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the application; an exception's message may hold the customer's text, so only its frames are logged."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            frames = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s at %s\n%s", type(error).__name__, scope.get("path", ""), frames)
            if scope["type"] == "http" and not started:
                await _answer(send, 500, "Something went wrong inside termbase. The server's log says where.")


class NoQueries(logging.Filter):
    """Cuts query strings out of access log lines: they hold what people searched for."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten the path argument of a uvicorn access line in place."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                a.split("?", 1)[0] if isinstance(a, str) and a.startswith("/") else a for a in record.args
            )
        return True


def keep_queries_out_of_logs() -> None:
    """Put `NoQueries` on uvicorn's access log, once."""
    log = logging.getLogger("uvicorn.access")
    if not any(isinstance(f, NoQueries) for f in log.filters):
        log.addFilter(NoQueries())


async def _answer(send: Send, status: int, detail: str) -> None:
    body = json.dumps({"detail": detail}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
