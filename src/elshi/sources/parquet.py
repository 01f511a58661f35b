"""Parquet tables of articles, with the columns that JSON lines have: text, id, url, title and the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elshi.errors import Message, SourceError
from elshi.model.report import Capture
from elshi.sources.single import Found, explain, refuse_large
from elshi.sources.tables import FIELDS, HALF_A_CHARACTER, make_capture

_BATCH = 256  # rows in memory at a time
_LACKS_TEXT = Message("the row has no text in 'text'")
_ADVICE = Message("write a column 'text', and where they are known id, url, title, publisher and published")


def open_parquet(path: Path, largest_bytes: int) -> Found:
    """Yield a capture for each row, and a SourceError for each row or group of rows that cannot be read.

    `Capture.line` is the row's number from one. Columns other than those of JSON lines are left alone.
    """
    try:
        import pyarrow.parquet  # noqa: PLC0415 - an extra, which need not be installed
    except ImportError:
        cause = Message("Parquet tables need another library")
        yield SourceError(str(path), cause, Message("install it with `pip install 'elshi[parquet]'`"))
        return
    try:
        with pyarrow.parquet.ParquetFile(path) as table:
            yield from _read_groups(str(path), table, largest_bytes)
    except pyarrow.ArrowException as error:
        yield SourceError(
            str(path),
            Message("it is no whole Parquet table (%(error)s)", error=_say(error)),
            Message("fetch the file again"),
        )
    except OSError as error:
        yield explain(str(path), error)


def _read_groups(source: str, table: Any, largest_bytes: int) -> Iterator[Capture | SourceError]:  # noqa: ANN401 - pyarrow has no types
    columns = [name for name in ("text", *FIELDS) if name in table.schema_arrow.names]
    if "text" not in columns:
        yield SourceError(source, Message("the table has no column 'text'"), _ADVICE)
        return
    first = 1
    for group in range(table.num_row_groups):
        size = table.metadata.row_group(group).num_rows
        yield from _read_group(source, table, group, columns, first, largest_bytes)
        first += size
    if first == 1:
        yield SourceError(source, Message("it is empty"), _ADVICE)


def _read_group(  # noqa: PLR0913, PLR0917 - where the rows are, and what is wanted of them
    source: str,
    table: Any,  # noqa: ANN401 - pyarrow has no types
    group: int,
    columns: list[str],
    first: int,
    largest_bytes: int,
) -> Iterator[Capture | SourceError]:
    number = first
    try:
        for batch in table.iter_batches(_BATCH, [group], columns):
            for row in batch.to_pylist():
                yield _read_row(source, number, row, largest_bytes)
                number += 1
    except (OSError, ValueError) as error:  # Arrow's own errors are one of these; the next group may be whole
        last = first + table.metadata.row_group(group).num_rows - 1
        cause = Message("the rows up to %(last)s are damaged (%(error)s)", last=last, error=_say(error))
        yield SourceError(source, cause, Message("fetch the file again"), number)


def _read_row(source: str, number: int, row: dict[str, Any], largest_bytes: int) -> Capture | SourceError:
    try:
        record = {name: _write_plain(value) for name, value in row.items()}
        capture = make_capture(source, number, record, _LACKS_TEXT)
    except UnicodeError:
        return SourceError(source, HALF_A_CHARACTER, Message("write it as UTF-8"), number)
    except TypeError as error:
        return SourceError(source, error.args[0], _ADVICE, number)
    return (
        capture if len(capture.data) <= largest_bytes else refuse_large(f"{source}:{number}", largest_bytes)
    )


def _write_plain(value: object) -> object:
    """Return a day or a time as ISO 8601, and anything else as it is."""
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value


def _say(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
