"""The input cut into pieces, each of which one worker takes at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from elshi.engines.work import Failure
from elshi.errors import SourceError, UsageError
from elshi.model.report import Capture
from elshi.sources.paths import find_files, open_file
from elshi.sources.remote import is_address
from elshi.sources.table import find_source
from elshi.sources.tables import read_records

FILES = 100  # files of one piece: a few seconds of work, so that no worker waits long for the last one
STRETCH = 1 << 20  # bytes of JSON lines in one piece, the line that is begun added


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes [start, stop) of a file of JSON lines, of which `line` is the number of the first line."""

    start: int
    stop: int
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Some files, or one stretch of one file; `failure` is what was found instead of a file."""

    paths: tuple[str, ...] = ()
    stretch: Stretch | None = None
    failure: Failure | None = None


def cut_paths(paths: Sequence[str]) -> Iterator[Piece]:
    """Yield the pieces of all that lies under `paths`, in the order in which `open_paths` opens it.

    A file of JSON lines is cut by its lines; any other file belongs to one piece whole. Raises UsageError
    for standard input, which no other machine can read.
    """
    if "-" in paths:
        message = "standard input can be read by --engine local alone; give files or folders"
        raise UsageError(message)
    whole: list[str] = []
    for found in find_files(paths):
        alone = _cut(found)
        if alone is None:
            whole.append(str(found))
        if whole and (alone is not None or len(whole) == FILES):
            yield Piece(tuple(whole))
            whole = []
        yield from alone or ()
    if whole:
        yield Piece(tuple(whole))


def open_piece(piece: Piece, largest_bytes: int) -> Iterator[Capture | SourceError]:
    """Yield what a piece holds, as `open_paths` would."""
    if piece.failure:
        yield piece.failure.restore()
    elif piece.stretch:
        yield from _open_stretch(Path(piece.paths[0]), piece.stretch, largest_bytes)
    else:
        for path in piece.paths:
            yield from open_file(path, largest_bytes)


def _cut(found: str | Path | SourceError) -> Iterable[Piece] | None:
    """Return the pieces that `found` is by itself; None where it goes together with other files."""
    if isinstance(found, SourceError):
        return [Piece(failure=Failure.take(found))]
    source = find_source(Path(found))
    if is_address(found) or source is None or source.name != "JSON lines":
        return None
    try:
        return list(_cut_lines(str(found))) if Path(found).stat().st_size > STRETCH else None
    except OSError:
        return None  # whoever opens it says why it cannot be read


def _cut_lines(path: str) -> Iterator[Piece]:
    start, line = 0, 1
    with Path(path).open("rb") as stream:
        while block := stream.read(STRETCH):
            lines = block.count(b"\n")
            while not block.endswith(b"\n") and (block := stream.readline(STRETCH)):
                lines += block.count(b"\n")
            yield Piece((path,), Stretch(start, stream.tell(), line))
            start, line = stream.tell(), line + lines


class _Part:
    """The lines of a file from where it stands to byte `stop`."""

    def __init__(self, stream: BinaryIO, stop: int) -> None:
        self._stream, self._stop = stream, stop

    def readline(self, size: int, /) -> bytes:
        return self._stream.readline(min(size, self._stop - self._stream.tell()))


def _open_stretch(path: Path, stretch: Stretch, largest_bytes: int) -> Iterator[Capture | SourceError]:
    with path.open("rb") as stream:
        stream.seek(stretch.start)
        lines = _Part(stream, stretch.stop)
        for found in read_records(str(path), lines, largest_bytes):
            line = (found.line or 0) + stretch.line - 1
            if isinstance(found, Capture):
                yield replace(found, line=line)
            elif found.line:
                yield SourceError(found.source, found.cause, found.advice, line)
            # else the stretch is all blank lines, which are passed over
