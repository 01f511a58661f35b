"""Reports in places that fsspec reaches, such as a bucket: each copied here and opened as any file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from elshi.errors import Message, SourceError, UsageError
from elshi.model.report import Capture
from elshi.sources.single import Found
from elshi.sources.streams import open_by_content
from elshi.sources.table import find_source

_WEB = ("http://", "https://", "ftp://")


def is_address(path: str | Path) -> bool:
    """Tell whether `path` is an address such as 's3://bucket/press', and no path of this machine."""
    return isinstance(path, str) and "://" in path


def list_address(address: str) -> Iterator[str | SourceError]:
    """Yield the addresses of the files under `address` that SOURCES knows, in order; of one file its own.

    Raises UsageError for a page of the web, which is not read by this way, and where fsspec, or what it needs
    for this kind of address, is not installed.
    """
    if address.startswith(_WEB):
        message = f"{address}: pages of the web are not read from their address; save them first"
        raise UsageError(message)
    system, path = _reach(address)
    try:
        files = sorted(system.find(path))
        if not files:
            yield SourceError(
                address, Message("there is nothing under this address"), Message("check the address")
            )
        alone = files == [path]
        found = [file for file in files if alone or _is_wanted(file, path)]
    except OSError as error:
        yield SourceError(
            address, Message("it could not be read: %(error)s", error=error), Message("check the address")
        )
        return
    yield from (system.unstrip_protocol(file) for file in found)
    if files and not found:
        yield SourceError(
            address,
            Message("there are no reports under it"),
            Message("give one with .txt, .html or .jsonl files"),
        )


def open_address(address: str, largest_bytes: int) -> Found:
    """Yield what the file of this address holds, each capture with the address as its source."""
    system, path = _reach(address)
    with tempfile.TemporaryDirectory(prefix="elshi-") as folder:
        copy = Path(folder) / PurePosixPath(path).name
        try:
            system.get_file(path, str(copy))
        except OSError as error:
            yield SourceError(
                address, Message("it could not be read: %(error)s", error=error), Message("check the address")
            )
            return
        source = find_source(copy)
        for found in (source.open if source else open_by_content)(copy, largest_bytes):
            if isinstance(found, Capture):
                yield replace(found, source=address)
            else:
                yield SourceError(address, found.cause, found.advice, found.line)


def _is_wanted(file: str, folder: str) -> bool:
    """Tell whether SOURCES knows the file and neither it nor a folder of it is hidden."""
    parts = PurePosixPath(file).relative_to(folder).parts
    return find_source(Path(file)) is not None and not any(part.startswith(".") for part in parts)


def _reach(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

        system, path = url_to_fs(address)
    except (ImportError, ValueError) as error:  # the library of this kind of address, or the kind itself
        message = f"{address}: {error}; install what it needs, such as 'elshi[ray]' and s3fs for s3://"
        raise UsageError(message) from error
    return system, path
