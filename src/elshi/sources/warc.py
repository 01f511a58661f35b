"""Web archives: WARC and WARC.gz, as crawlers and Common Crawl write them, and `elshi watch` too."""

from __future__ import annotations

import contextlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.sources.single import Found, capture_bytes, explain, refuse_large

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"\r\n\r\nWARC/"
_STEP = 1024 * 1024
_OK = "200"
_TYPES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_PAGES = ("response", "resource", "conversion")  # records that hold a page; the others speak of them


def open_warc(path: Path, largest_bytes: int) -> Found:
    """Yield a capture for each page in an archive, and a SourceError for each record that cannot be read.

    Pages are answers with status 200, and resources, of the types HTML and plain text; other records hold
    no report, and are passed over. A damaged record is named with its offset, and reading goes on at the
    next one.
    """
    try:
        with path.open("rb") as stream:
            empty = True
            for found in _walk(path, stream, largest_bytes):
                empty = False
                yield found
    except OSError as error:
        yield explain(str(path), error)
        return
    except SourceError as error:
        yield error
        return
    if empty:
        yield SourceError(
            str(path),
            Message("there is no page in it"),
            Message("give an archive with answers of web servers"),
        )


def read_record(path: Path, offset: int, largest_bytes: int) -> Capture | SourceError:
    """Return the capture in the record at `offset` of an archive."""
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            record = next(_open_archive(stream), None)
            found = _read(path, offset, record, largest_bytes) if record else None
    except SourceError as error:
        return error
    except OSError as error:
        return explain(str(path), error)
    except _DAMAGES as error:
        return _name_damage(path, offset, error)
    return found or SourceError(
        f"{path}:{offset}", Message("there is no page"), Message("see to the archive")
    )


def _walk(path: Path, stream: BinaryIO, largest_bytes: int) -> Iterator[Capture | SourceError]:
    start: int | None = 0
    packed = _is_packed(stream)
    while start is not None:
        stream.seek(start)
        offset = start
        archive = _open_archive(stream)
        start = None
        try:
            while (record := _take_next(archive)) is not None:
                offset = archive.offset
                if packed:
                    _refuse_unpacked(stream, offset)
                found = _read(path, offset, record, largest_bytes)
                if found:
                    yield found
            if _is_cut_off(stream, offset):
                yield _name_damage(path, offset, EOFError(Message("the archive is cut off after it")))
        except _DAMAGES as error:
            offset = max(offset, archive.offset)
            yield _name_damage(path, offset, error)
            start = _find_next(stream, offset + 1)


def _is_packed(stream: BinaryIO) -> bool:
    stream.seek(0)
    return stream.read(len(_GZIP)) == _GZIP


def _refuse_unpacked(stream: BinaryIO, offset: int) -> None:
    """Raise ValueError where a record of a packed archive is not packed: warcio takes damage for one."""
    at = stream.tell()
    stream.seek(offset)
    begun = stream.read(len(_GZIP))
    stream.seek(at)
    if begun != _GZIP:
        message = Message("it does not begin like a packed record")
        raise ValueError(message)


def _take_next(archive: Any) -> Any:  # noqa: ANN401 - warcio has no types
    """Return the next record, None at the end; what warcio would print of a damaged one is said by us."""
    with contextlib.redirect_stderr(io.StringIO()):
        return next(archive, None)


def _open_archive(stream: BinaryIO) -> Any:  # noqa: ANN401 - warcio has no types
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra, which need not be installed
    except ImportError as error:
        name = getattr(stream, "name", "the archive")
        cause = Message("web archives need another library")
        raise SourceError(str(name), cause, Message("install it with `pip install 'elshi[warc]'`")) from error
    return ArchiveIterator(stream, arc2warc=True)


def _read(path: Path, offset: int, record: Any, largest_bytes: int) -> Capture | SourceError | None:  # noqa: ANN401 - warcio's
    """Return the page in a record, None where it holds none."""
    http = record.http_headers
    if record.rec_type not in _PAGES or (http is not None and http.get_statuscode() != _OK):
        return None
    stated = (
        http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")
    ) or ""
    kind = stated.split(";")[0].strip().lower()
    if kind and kind not in _TYPES:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or f"{path}:{offset}"
    data = record.content_stream().read(largest_bytes + 1)
    if len(data) > largest_bytes:
        return refuse_large(address, largest_bytes)
    if record.raw_stream.limit and not record.raw_stream.read(1):
        message = Message("it is cut off")
        raise EOFError(message)
    if http is None and not data:
        return None
    found = capture_bytes(address, data, _TYPES.get(kind))
    return replace(found, url=address) if isinstance(found, Capture) else found


def _is_cut_off(stream: BinaryIO, start: int) -> bool:
    """Tell whether the last packed record from `start` on has no end, which warcio takes for the file's."""
    stream.seek(start)
    piece = stream.read(_STEP)
    if not piece.startswith(_GZIP):
        return False
    member = zlib.decompressobj(31)
    while piece:
        member.decompress(piece, _STEP)
        piece = member.unconsumed_tail or member.unused_data or stream.read(_STEP)
        if member.eof and piece:
            member = zlib.decompressobj(31)
    return not member.eof


def _name_damage(path: Path, offset: int, error: Exception) -> SourceError:
    said = " ".join(str(error).split())[:120] or type(error).__name__
    return SourceError(
        f"{path}:{offset}",
        Message("the record is damaged (%(error)s)", error=said),
        Message("fetch the archive again"),
    )


def _find_next(stream: BinaryIO, after: int) -> int | None:
    """Return the offset from `after` on of what begins like a record, None where nothing does."""
    mark, skip = (_GZIP, 0) if _is_packed(stream) else (_PLAIN, 4)
    stream.seek(after)
    start, kept = after, b""
    while piece := stream.read(_STEP):
        found = (kept + piece).find(mark)
        if found >= 0:
            return start - len(kept) + found + skip
        start += len(piece)
        kept = (kept + piece)[-len(mark) + 1 :]
    return None


def _list_damages() -> tuple[type[Exception], ...]:
    base: tuple[type[Exception], ...] = (
        zlib.error,
        EOFError,
        UnicodeError,
        ValueError,
        io.UnsupportedOperation,
    )
    try:
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - an extra
    except ImportError:
        return base
    return (*base, ArchiveLoadFailed)


_DAMAGES = _list_damages()
