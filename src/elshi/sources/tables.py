"""JSON lines: one report a line, with the fields id, url, title, publisher, published and text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.sources.single import Found, explain

HALF_A_CHARACTER = Message("it holds half a character (\\ud800)")
LACKS_TEXT = Message("the object has no text in 'text'")
_TOO_MUCH = Message("nested too deeply or a number too long")
FIELDS = ("id", "url", "title", "publisher", "published")  # beside `text`, each a string or left out
ADVICE = Message("write one JSON object a line, with its text in 'text'")


def open_records(path: Path, largest_bytes: int) -> Found:
    """Yield a capture for each line of a JSON-lines file and a SourceError for each line that is none.

    The file is read line by line, so its size does not matter; a line may have `largest_bytes`.
    """
    try:
        with path.open("rb") as stream:
            yield from read_records(str(path), stream, largest_bytes)
    except OSError as error:
        yield explain(str(path), error)


class Lines(Protocol):
    """What gives one line after another, each cut off at so many bytes; none at the end."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or the first `size` bytes of it."""
        ...


def read_records(source: str, stream: Lines, largest_bytes: int, first: bytes = b"") -> Found:
    """Yield what the lines of `stream` hold, in order; a stream without any is a SourceError.

    `first` is its first line where that has been read already.
    """
    empty = True
    for number, line in _number_lines(stream, largest_bytes, first):
        empty = False
        yield _read_line(source, number, line)
    if empty:
        yield SourceError(source, Message("it is empty"), ADVICE)


def _number_lines(stream: Lines, largest_bytes: int, first: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank with its number from one; None for one that is too long."""
    lines = chain([first] if first else [], iter(lambda: stream.readline(largest_bytes + 1), b""))
    for number, line in enumerate(lines, start=1):
        whole = line.endswith(b"\n") or len(line) <= largest_bytes
        words = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not whole:
            _pass_over(stream, largest_bytes)
            yield number, None
        elif words.strip():
            yield number, words


def _pass_over(stream: Lines, largest_bytes: int) -> None:
    """Read to the end of a line that is too long, a piece at a time."""
    while (piece := stream.readline(largest_bytes)) and not piece.endswith(b"\n"):
        pass


def _read_line(source: str, number: int, line: bytes | None) -> Capture | SourceError:
    if line is None:
        return SourceError(
            source,
            Message("the line is too long"),
            Message("split it, or set ELSHI_LARGEST_BYTES higher"),
            number,
        )
    try:
        record = json.loads(line.decode())
        return make_capture(source, number, record)
    except UnicodeDecodeError as error:
        cause = Message("byte %(number)s of the line is not UTF-8", number=error.start + 1)
        return SourceError(source, cause, Message("save the file as UTF-8"), number)
    except UnicodeEncodeError:
        return SourceError(source, HALF_A_CHARACTER, Message("write it as UTF-8"), number)
    except (ValueError, RecursionError) as error:
        return SourceError(
            source, Message("the line is not JSON (%(error)s)", error=_say(error)), ADVICE, number
        )
    except TypeError as error:
        return SourceError(source, error.args[0], ADVICE, number)


def make_capture(source: str, number: int, record: Any, lacks: Message = LACKS_TEXT) -> Capture:  # noqa: ANN401 - JSON may be anything
    """Return the capture of one record. Raises TypeError, saying why, where it does not follow the format.

    `lacks` is what is said of a record without text.
    """
    if not isinstance(record, dict):
        message = Message("the line is no JSON object")
        raise TypeError(message)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise TypeError(lacks)
    fields = {name: _read_field(record, name) for name in FIELDS}
    return Capture(source, text.encode(), "record", line=number, **fields)


def _read_field(record: dict[str, object], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if value is None or isinstance(value, str):
        (value or "").encode()  # half a character is refused here as in the text
        return value or None
    message = Message("the field '%(name)s' is no string", name=name)
    raise TypeError(message)


def _say(error: Exception) -> str:
    return error.msg if isinstance(error, json.JSONDecodeError) else _TOO_MUCH
