"""The fetcher gets away from every server that misbehaves."""

from __future__ import annotations

import functools
import socket
import time
from collections.abc import Iterator

import pytest
from asking import MEBIBYTE, fetch, trace_memory
from bad_server import BadServer, respond, serve_badly

from elshi.fetch.answer import FetchError, Limits


@pytest.fixture
def server() -> Iterator[BadServer]:
    """Give a server on this machine."""
    with serve_badly() as running:
        yield running


def test_a_server_that_sends_a_byte_at_a_time_is_left(server: BadServer) -> None:
    """Slow headers and a slow body end with the time for the whole request, however lively they are."""

    def drip(connection: socket.socket, begin: bytes) -> None:
        connection.sendall(begin)
        while not server.stopped.wait(0.05):
            connection.sendall(b"a")

    for rest in ("X-Long: ", "Content-Length: 9999\r\n\r\n", "\r\n", "Transfer-Encoding: chunked\r\n\r\n"):
        server.pages["/page"] = functools.partial(drip, begin=b"HTTP/1.1 200 OK\r\n" + rest.encode())
        began = time.monotonic()
        with pytest.raises(FetchError, match=r"longer than 0\.4 seconds") as caught:
            fetch(server, limits=Limits(seconds=0.4, silent_seconds=0.3, attempts=1))
        assert caught.value.passing
        assert time.monotonic() - began < 10.0


def test_a_silent_server_is_left(server: BadServer) -> None:
    """A server that accepts and says nothing is left after the seconds of silence."""
    server.pages["/page"] = lambda _: [server.stopped.wait(5)].clear()
    with pytest.raises(FetchError, match="broke off"):
        fetch(server, limits=Limits(seconds=5, silent_seconds=0.2, attempts=1))


def test_an_endless_body_is_left_at_the_limit(server: BadServer) -> None:
    """A body without an end is given up as soon as it is larger than a page may be."""
    sent = 0

    def flow(connection: socket.socket) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not server.stopped.is_set():
            sent += connection.send(b"a" * 65536)

    server.pages["/page"] = flow
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        fetch(server, limits=Limits(largest_bytes=1_000_000, seconds=5, attempts=1))
    assert sent < 20_000_000


def test_endless_chunk_headers_take_no_memory(server: BadServer) -> None:
    """The length of a chunk is read no further than a line may be."""

    def flow(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not server.stopped.is_set():
            connection.sendall(b"0" * 65536)

    server.pages["/page"] = flow
    with trace_memory() as count_most:
        with pytest.raises(FetchError, match="broke off"):
            fetch(server)
        assert count_most() < 10 * MEBIBYTE


def test_content_length_lies(server: BadServer) -> None:
    """A body shorter than it claims is an error; of a longer one what it claims is the page."""
    server.pages["/short"] = respond(b"half a page", length=1000)
    with pytest.raises(FetchError, match="broke off"):
        fetch(server, "/short")
    server.pages["/long"] = respond(b"a page and more", length=6)
    assert fetch(server, "/long").body == b"a page"
    server.pages["/odd"] = b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nsalem"
    assert fetch(server, "/odd").body == b"salem"


def test_header_floods_are_left(server: BadServer) -> None:
    """Too many headers, a header without an end, and too much of them in all are errors."""
    floods = (
        respond(b"", headers="\n".join(f"X-{n}: a" for n in range(1000))),
        respond(b"", headers="X-Long: " + "a" * 100_000),
        respond(b"", headers="\n".join(f"X-{n}: " + "a" * 5_000 for n in range(90))),
        b"HTTP/1.1 200 " + b"a" * 100_000 + b"\r\n\r\n",
        b"nothing of the kind\r\n\r\n",
        b"",
    )
    for flood in floods:
        server.pages["/page"] = flood
        with pytest.raises(FetchError):
            fetch(server)
