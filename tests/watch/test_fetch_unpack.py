"""Packed pages are unpacked whole or not at all, and never without a limit."""

from __future__ import annotations

import functools
import gzip
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
import zstandard
from asking import MEBIBYTE, fetch, trace_memory
from bad_server import BadServer, respond, serve_badly

from elshi.fetch.answer import FetchError


@pytest.fixture
def server() -> Iterator[BadServer]:
    """Give a server on this machine."""
    with serve_badly() as running:
        yield running


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"salem " * 20)),
        ("gzip", gzip.compress(b"salem " * 10) + gzip.compress(b"salem " * 10) + b"\0\0"),
        ("deflate", zlib.compress(b"salem " * 20)),
        ("deflate", zlib.compress(b"salem " * 20)[2:-4]),
        ("br", brotli.compress(b"salem " * 20)),
        ("zstd", zstandard.compress(b"salem " * 20)),
        ("gzip, br", brotli.compress(gzip.compress(b"salem " * 20))),
        ("identity", b"salem " * 20),
    ],
    ids=["gzip", "gzip in two parts", "zlib", "deflate", "brotli", "zstd", "gzip in brotli", "unpacked"],
)
def test_packed_pages_are_unpacked(server: BadServer, encoding: str, packed: bytes) -> None:
    """All packings in use on the web, in one layer or two, give the page."""
    server.pages["/page"] = respond(packed, headers=f"Content-Encoding: {encoding}")
    answer = fetch(server)
    assert answer.body == b"salem " * 20


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", functools.partial(brotli.compress, quality=5)),
        ("zstd", zstandard.compress),
        ("gzip, gzip", lambda page: gzip.compress(gzip.compress(page))),
    ],
    ids=["gzip", "deflate", "brotli", "zstd", "gzip twice"],
)
def test_bombs_are_put_out(server: BadServer, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    """A page of kilobytes that unpacks to 200 MiB is refused after few of them are in memory."""
    packed = pack(bytes(200 * MEBIBYTE))
    server.pages["/page"] = respond(packed, headers=f"Content-Encoding: {encoding}")
    with trace_memory() as count_most:
        with pytest.raises(FetchError, match="unpacks beyond all measure"):
            fetch(server)
        assert count_most() < 40 * MEBIBYTE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_cut_off_or_damaged_is_no_page(server: BadServer, encoding: str) -> None:
    """Half a packed page, and bytes that are none, are errors and never a shorter page."""
    pack = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
        "zstd": zstandard.compress,
    }
    whole = pack[encoding](bytes(range(256)) * 100)
    for bad in (whole[: len(whole) // 2], b"no such packing at all"):
        server.pages["/page"] = respond(bad, headers=f"Content-Encoding: {encoding}")
        with pytest.raises(FetchError, match="cannot be unpacked"):
            fetch(server)


def test_an_unknown_packing_is_refused(server: BadServer) -> None:
    """A packing nobody asked for is named."""
    server.pages["/page"] = respond(b"x", headers="Content-Encoding: compress")
    with pytest.raises(FetchError, match="compress"):
        fetch(server)
