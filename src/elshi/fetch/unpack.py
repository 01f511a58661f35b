"""Taking compression off as it comes in, never more at a time than a few mebibytes, and with an end to it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

import brotli
import zstandard

from elshi.errors import Message
from elshi.fetch.answer import LATER, FetchError, Limits

PIECE = 64 * 1024  # bytes that an unpacker may give at a time
_ZSTD_PIECE = 256  # a block of 4 bytes may stand for 128 KiB: so many bytes give 8 MiB at most
_ZSTD_WINDOW = 8 * 1024 * 1024  # RFC 9659: what a sender on the web may ask a reader to keep
_FREE = 1024 * 1024  # below this no ratio is too high
_LAYERS = 2  # nobody packs a page more often
Pieces = Iterable[bytes]


def unpack(url: str, encoding: str | None, pieces: Pieces, limits: Limits) -> bytes:
    """Return what `pieces` hold once the layers that Content-Encoding names are taken off.

    Raises FetchError for an encoding that is not known, for what is damaged or cut off, and for more bytes
    than `limits` allow, as soon as they are met.
    """
    layers = [name.strip().lower() for name in (encoding or "").split(",")]
    layers = [name for name in layers if name not in {"", "identity"}]
    if len(layers) > _LAYERS or any(name not in UNPACKERS for name in layers):
        cause = Message("it is packed as %(encoding)r, which Elshi does not unpack", encoding=encoding)
        raise FetchError(url, cause, Message("give another address of the page"))
    counted = _Counter(url, limits)
    opened: Pieces = counted.count_sent(pieces)
    try:
        for name in reversed(layers):
            opened = counted.limit(UNPACKERS[name](opened))
        return b"".join(opened)
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError) as error:
        cause = Message("what was sent cannot be unpacked (%(error)s)", error=error)
        raise FetchError(url, cause, LATER, passing=True) from error


class _Counter:
    """Counts what was sent and what each layer gives, and stops both where they are too many."""

    def __init__(self, url: str, limits: Limits) -> None:
        self._url, self._limits, self._sent = url, limits, 0

    def count_sent(self, pieces: Pieces) -> Iterator[bytes]:
        for piece in pieces:
            self._sent += len(piece)
            self._refuse(self._sent > self._limits.largest_bytes)
            yield piece

    def limit(self, pieces: Pieces) -> Iterator[bytes]:
        given = 0
        for piece in pieces:
            given += len(piece)
            self._refuse(given > self._limits.largest_bytes)
            self._refuse(given > _FREE and given > self._sent * self._limits.ratio)
            yield piece

    def _refuse(self, much: bool) -> None:  # noqa: FBT001 - the answer to a question
        if much:
            cause = Message(
                "it is larger than %(most)s bytes, or unpacks beyond all measure",
                most=f"{self._limits.largest_bytes:,}",
            )
            raise FetchError(
                self._url, cause, Message("give another address, or set ELSHI_LARGEST_BYTES higher")
            )


def _unpack_gzip(pieces: Pieces) -> Iterator[bytes]:
    """Yield what one or more gzip members hold."""
    unpacker, begun = zlib.decompressobj(31), False
    for piece in pieces:
        rest = piece
        while rest:
            begun = True
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail or unpacker.unused_data
            if unpacker.eof:
                if not rest.strip(b"\0"):  # some servers pad with zeros
                    rest = b""
                unpacker, begun = zlib.decompressobj(31), False
    if begun:
        message = Message("it is cut off")
        raise EOFError(message)


def _unpack_deflate(pieces: Pieces) -> Iterator[bytes]:
    """Yield what a deflate stream holds, with the header of zlib, or without as some servers send it."""
    unpacker = None
    for piece in pieces:
        rest = piece
        if unpacker is None and rest:
            unpacker = zlib.decompressobj(15 if rest[0] & 0x0F == zlib.DEFLATED else -15)
        while unpacker and rest and not unpacker.eof:
            yield unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
    while unpacker and not unpacker.eof:  # a match at the very end may still wait for room
        last = unpacker.decompress(b"", PIECE)
        if not last and not unpacker.eof:
            message = Message("it is cut off")
            raise EOFError(message)
        yield last


def _unpack_brotli(pieces: Pieces) -> Iterator[bytes]:
    unpacker, begun = brotli.Decompressor(), False
    for piece in pieces:
        begun = begun or bool(piece)
        yield unpacker.process(piece, output_buffer_limit=PIECE)
        while not unpacker.can_accept_more_data() and not unpacker.is_finished():
            yield unpacker.process(b"", output_buffer_limit=PIECE)
    if begun and not unpacker.is_finished():
        message = Message("it is cut off")
        raise EOFError(message)


def _unpack_zstd(pieces: Pieces) -> Iterator[bytes]:
    unpackers = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    unpacker, begun = unpackers.decompressobj(), False
    for piece in pieces:
        for start in range(0, len(piece), _ZSTD_PIECE):
            rest = piece[start : start + _ZSTD_PIECE]
            while rest:
                begun = True
                yield unpacker.decompress(rest)
                rest = unpacker.unused_data
                if unpacker.eof:
                    unpacker, begun = unpackers.decompressobj(), False
    if begun:
        message = Message("it is cut off")
        raise EOFError(message)


UNPACKERS: dict[str, Callable[[Pieces], Iterator[bytes]]] = {
    "gzip": _unpack_gzip,
    "x-gzip": _unpack_gzip,
    "deflate": _unpack_deflate,
    "br": _unpack_brotli,
    "zstd": _unpack_zstd,
}
ACCEPTED = "gzip, deflate, br, zstd"
