"""Streams and files whose name does not tell what they are: the content decides."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from elshi.sources.single import Found, capture_bytes, explain, read_all, refuse_large
from elshi.sources.sniff import tell_kind
from elshi.sources.tables import read_records

STANDARD_INPUT = "-"


def open_standard_input(largest_bytes: int) -> Found:
    """Yield what standard input holds: text or a web page as one capture, JSON lines as one a line."""
    yield from read_stream(STANDARD_INPUT, sys.stdin.buffer, largest_bytes)


def open_by_content(path: Path, largest_bytes: int) -> Found:
    """Yield what a file holds, whatever its name says: text, a web page, or JSON lines."""
    try:
        with path.open("rb") as stream:
            yield from read_stream(str(path), stream, largest_bytes)
    except OSError as error:
        yield explain(str(path), error)


def read_stream(source: str, stream: BinaryIO, largest_bytes: int) -> Found:
    """Yield the captures in `stream`, which is read once, from where it stands.

    JSON lines are passed on as they come; anything else is read whole, up to `largest_bytes`.
    """
    first = stream.readline(largest_bytes + 1)
    if tell_kind(first) == "records":
        yield from read_records(source, stream, largest_bytes, first)
        return
    rest = read_all(stream, max(largest_bytes - len(first), 0))
    if rest is None or len(first) > largest_bytes:
        yield refuse_large(source, largest_bytes)
    else:
        yield capture_bytes(source, first + rest, None)
