"""One request and its answer, over one connection through the gate."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from elshi.errors import Message
from elshi.fetch.answer import LATER, Answer, FetchError, Headers, Limits
from elshi.fetch.deadline import Deadline, Fuse
from elshi.fetch.gate import Gate
from elshi.fetch.target import Target
from elshi.fetch.unpack import PIECE, unpack

Opener = Callable[[], socket.socket]
_MOST_HEADER_BYTES = 64 * 1024
OK = 200


class _PlainConnection(HTTPConnection):
    """A connection whose socket comes from the gate, and never by a name looked up once more."""

    opener: Opener

    def _new_conn(self) -> socket.socket:
        return self.opener()


class _SecureConnection(HTTPSConnection):
    """The same under TLS; the certificate must be that of the host asked for."""

    opener: Opener

    def _new_conn(self) -> socket.socket:
        return self.opener()


class Exchange:
    """Asks for one target at a time; redirects are answers like others here."""

    def __init__(self, gate: Gate, limits: Limits, trust: str | None = None) -> None:
        """Connect through `gate`; `trust` is a file of certificates to trust in place of the system's."""
        self._gate, self._limits, self._trust = gate, limits, trust

    def ask(self, target: Target, headers: Mapping[str, str]) -> Answer:
        """Return the answer; the body only of one with status 200.

        Raises FetchError for all that goes wrong on the way, and when the time is over.
        """
        deadline = Deadline(self._limits.seconds)
        try:
            with self._connect(target, deadline) as connection:
                connection.request(
                    "GET", target.path, headers=headers, preload_content=False, decode_content=False
                )
                return self._read(target, connection.getresponse(), deadline)
        except ssl.SSLCertVerificationError as error:
            cause = Message(
                "its certificate is not trusted (%(error)s)",
                error=error.verify_message.rstrip("."),
            )
            raise FetchError(target.url, cause, Message("check the address in a browser")) from error
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            deadline.check(target.url)
            cause = Message("the answer broke off (%(error)s)", error=_say(error))
            raise FetchError(target.url, cause, LATER, passing=True) from error

    @contextmanager
    def _connect(self, target: Target, deadline: Deadline) -> Iterator[HTTPConnection]:
        fuses: list[Fuse] = []

        def open_through_gate() -> socket.socket:
            deadline.check(target.url)
            connection = self._gate.open(target, self._silence(deadline))
            fuses.append(Fuse(connection, deadline))
            return connection

        connection = self._make_connection(target, deadline)
        connection.opener = open_through_gate
        try:
            yield connection
        finally:
            connection.close()
            for fuse in fuses:
                fuse.close()

    def _make_connection(self, target: Target, deadline: Deadline) -> _PlainConnection | _SecureConnection:
        silence = self._silence(deadline)
        if target.scheme == "http":
            return _PlainConnection(target.host, target.port, timeout=silence)
        return _SecureConnection(
            target.host, target.port, timeout=silence, cert_reqs="CERT_REQUIRED", ca_certs=self._trust
        )

    def _silence(self, deadline: Deadline) -> float:
        return max(0.01, min(self._limits.silent_seconds, deadline.left()))

    def _read(self, target: Target, response: BaseHTTPResponse, deadline: Deadline) -> Answer:
        headers: Headers = tuple(response.headers.items())
        if sum(len(name) + len(value) for name, value in headers) > _MOST_HEADER_BYTES:
            cause = Message(
                "its headers are longer than %(most)s bytes",
                most=f"{_MOST_HEADER_BYTES:,}",
            )
            raise FetchError(target.url, cause, Message("give another address of the page"))
        body = b""
        if response.status == OK:
            pieces = _read_pieces(response)
            encoding = response.headers.get("Content-Encoding")
            body = unpack(target.url, encoding, pieces, self._limits)
        deadline.check(target.url)  # a body cut by the fuse may look like one that has ended
        reason = response.reason or ""
        return Answer(target.url, response.status, headers, body, reason)


def _read_pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    """Yield the body as it was sent."""
    # `read` and not `stream`: the standard library's reading of chunks has a limit on their headers.
    while piece := response.read(PIECE, decode_content=False):
        yield piece


def _say(error: Any) -> str:  # noqa: ANN401 - any exception
    return " ".join(str(error).split())[:200] or type(error).__name__
