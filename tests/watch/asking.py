"""Asking a server of the tests: a fetcher that may, and what it takes of memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bad_server import BadServer

from elshi.fetch.answer import Answer, Limits
from elshi.fetch.fetcher import Fetcher
from elshi.fetch.gate import Gate
from elshi.fetch.pace import Pace

# Far more seconds than any test takes: those about time have limits of their own.
LIMITS = Limits(largest_bytes=4_000_000, seconds=30.0, silent_seconds=20.0, redirects=5, attempts=1)
MEBIBYTE = 1024 * 1024


def make_fetcher(limits: Limits = LIMITS, pace: Pace | None = None) -> Fetcher:
    """Return a fetcher that may ask this machine."""
    return Fetcher(Gate(allow_private=True), limits, pace or Pace(0.0), contact="https://press.example")


def fetch(server: BadServer, path: str = "/page", limits: Limits = LIMITS) -> Answer:
    """Return what a new fetcher gets at `path`."""
    return make_fetcher(limits).get(server.address + path)


@contextmanager
def trace_memory() -> Iterator[Callable[[], int]]:
    """Give what tells the most bytes that were taken so far."""
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
