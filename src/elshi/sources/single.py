"""One file or stream that holds one report: plain text or a web page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.sources.sniff import HEAD, name_binary, tell_kind

Found = Iterator[Capture | SourceError]


def open_text(path: Path, largest_bytes: int) -> Found:
    """Yield the capture of a plain-text file, or the SourceError that says why there is none."""
    yield _open_file(path, largest_bytes, "text")


def open_page(path: Path, largest_bytes: int) -> Found:
    """Yield the capture of a web page kept as a file, or the SourceError that says why there is none."""
    yield _open_file(path, largest_bytes, "html")


def capture_bytes(source: str, data: bytes, kind: str | None) -> Capture | SourceError:
    """Return the capture of `data`; `kind` is 'text' or 'html', None where the content is to tell."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        return SourceError(source, Message("it is empty"), Message("give a file with a report in it"))
    if binary := name_binary(data[:HEAD]):
        return SourceError(
            source,
            Message("it is %(binary)s, not text", binary=binary),
            Message("save the report as plain text or HTML"),
        )
    html = kind == "html" or (kind is None and tell_kind(data) == "html")
    return Capture(source, data, "html" if html else "text")


def refuse_large(source: str, largest_bytes: int) -> SourceError:
    """Return the error for a capture of more than `largest_bytes`."""
    cause = Message(
        "it is larger than the %(most)s bytes that one report may have",
        most=f"{largest_bytes:,}",
    )
    return SourceError(source, cause, Message("split it, or set ELSHI_LARGEST_BYTES higher"))


def read_all(stream: BinaryIO, largest_bytes: int) -> bytes | None:
    """Return what is left in `stream`, None where that is more than `largest_bytes`; reads no more."""
    data = stream.read(largest_bytes + 1)
    return data if len(data) <= largest_bytes else None


def _open_file(path: Path, largest_bytes: int, kind: str) -> Capture | SourceError:
    source = str(path)
    try:
        if path.stat().st_size > largest_bytes:  # refused before any of it is read
            return refuse_large(source, largest_bytes)
        with path.open("rb") as stream:
            data = read_all(stream, largest_bytes)
    except OSError as error:
        return explain(source, error)
    return refuse_large(source, largest_bytes) if data is None else capture_bytes(source, data, kind)


def explain(source: str, error: OSError) -> SourceError:
    """Return the SourceError for what the operating system said of `source`."""
    if isinstance(error, PermissionError):
        return SourceError(
            source, Message("you may not read it"), Message("ask its owner, or change its permissions")
        )
    if isinstance(error, FileNotFoundError):
        return SourceError(source, Message("there is no such file or folder"), Message("check the path"))
    cause = error.strerror or str(error)
    return SourceError(
        source,
        Message("it could not be read: %(error)s", error=cause),
        Message("check the file and the disk"),
    )
