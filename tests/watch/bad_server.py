"""A server on this machine that answers as it is told, byte by byte, and so may break every rule."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

Say = Callable[[socket.socket], None]


class BadServer:
    """Serves `pages`: a path's bytes, or a function that talks on the socket itself.

    `asked` counts requests by path, `requests` keeps them whole, `most_open` how many were open at once.
    """

    def __init__(self, host: str = "127.0.0.1", certificate: Path | None = None) -> None:
        """Listen on a free port of `host`; with a `certificate` (a file with its key) under TLS."""
        self.pages: dict[str, bytes | Say] = {"/robots.txt": respond(b"", "404 Not Found")}
        self.asked: Counter[str] = Counter()
        self.requests: list[str] = []
        self.open_now = self.most_open = 0
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._socket = socket.create_server((host, 0), backlog=128)
        self._tls = _make_tls(certificate) if certificate else None
        self.address = f"{'https' if certificate else 'http'}://{host}:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop to listen."""
        self._stop.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # or one more request would still be accepted
        self._socket.close()

    @property
    def stopped(self) -> threading.Event:
        """Return what endless pages wait on, so that they end with the test."""
        return self._stop

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._begin, args=(connection,), daemon=True).start()

    def _begin(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):  # a handshake that the other side breaks off, too
            self._serve(self._tls.wrap_socket(connection, server_side=True) if self._tls else connection)

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            request = _read_request(connection)
            path = request.split(" ")[1] if " " in request else ""
            with self._lock:
                self.asked[path] += 1
                self.requests.append(request)
                self.open_now += 1
                self.most_open = max(self.most_open, self.open_now)
            try:
                page = self.pages.get(path, respond(b"", "404 Not Found"))
                page(connection) if callable(page) else connection.sendall(page)
            finally:
                with self._lock:
                    self.open_now -= 1


def _make_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def _read_request(connection: socket.socket) -> str:
    data = b""
    while b"\r\n\r\n" not in data and (piece := connection.recv(4096)):
        data += piece
    return data.decode("latin-1")


def respond(body: bytes, status: str = "200 OK", headers: str = "", length: int | None = None) -> bytes:
    """Return an answer; `headers` are whole lines, `length` what Content-Length claims."""
    claimed = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {claimed}", *headers.splitlines(), "", ""]
    return "\r\n".join(lines).encode() + body


@contextlib.contextmanager
def serve_badly(host: str = "127.0.0.1", certificate: Path | None = None) -> Iterator[BadServer]:
    """Run a BadServer."""
    server = BadServer(host, certificate)
    try:
        yield server
    finally:
        server.close()
