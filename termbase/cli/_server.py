"""Running the one application on one port, for `serve` and `demo`."""

from __future__ import annotations

import errno
import ipaddress
import socket as sockets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from termbase.errors import UsageError


@contextmanager
def listening(host: str, port: int) -> Iterator[sockets.socket]:
    """A socket that listens; `UsageError` naming --port or --host when it cannot.

    Only this machine may ask: people have no passwords here.
    """
    if not _is_loopback(host):
        raise UsageError(
            f"--host {host}: termbase answers only the machine it runs on (127.0.0.1, ::1 or localhost), "
            "because people do not sign in to it."
        )
    family = sockets.AF_INET6 if ":" in host else sockets.AF_INET
    with sockets.socket(family, sockets.SOCK_STREAM) as socket:
        socket.setsockopt(sockets.SOL_SOCKET, sockets.SO_REUSEADDR, 1)
        try:
            socket.bind((host, port))
            socket.listen(128)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise UsageError(
                    f"Port {port} is taken. Choose another with --port, as in --port {port + 1}."
                ) from error
            raise UsageError(f"Termbase cannot listen at {host} port {port}: {error.strerror}. See --port.") from error
        yield socket


def address_of(socket: sockets.socket) -> str:
    """What to type into a browser."""
    host, port = socket.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(where: str, socket: sockets.socket, *, ready: Callable[[str], None]) -> None:
    """Serve pages and API over the store at `where` until a signal ends it; `ready` is told the address."""
    import uvicorn

    from termbase.ui.application import application

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[sockets.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                ready(address_of(socket))

    # No access log: addresses can hold what customers wrote.
    config = uvicorn.Config(application(where), log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    Server(config).run(sockets=[socket])


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
