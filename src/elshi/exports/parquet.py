"""Parquet: the register as a star of tables (see `elshi.exports.star`), for DuckDB, Polars and pandas.

A file for each table, empty ones too, and `dictionary.parquet`, which says of each column what it means.
Needs the extra `elshi[parquet]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elshi.errors import UsageError
from elshi.exports.base import Holdings
from elshi.exports.files import replace_whole
from elshi.exports.star import TABLES, Column, Row, list_dictionary

if TYPE_CHECKING:
    import pyarrow as pa

_AT_ONCE = 10_000  # rows held in memory
_DICTIONARY = tuple(
    Column(name, "text", about)
    for name, about in (
        ("table", "name of the table"),
        ("row", "what one row of it is"),
        ("column", "name of the column"),
        ("kind", "text, date, whole (number), share (between 0 and 1) or flag"),
        ("meaning", "what it holds"),
    )
)


def write_folder(holdings: Holdings, folder: Path) -> tuple[Path, ...]:
    """Write a file for each table, and the data dictionary; return them.

    Raises UsageError where pyarrow is not installed.
    """
    written = [_write(folder / f"{t.name}.parquet", t.columns, t.rows(holdings)) for t in TABLES]
    return (*written, _write(folder / "dictionary.parquet", _DICTIONARY, list_dictionary()))


def _write(path: Path, columns: Sequence[Column], rows: Iterable[Row]) -> Path:
    pa = _load_pyarrow()
    import pyarrow.parquet as pq  # noqa: PLC0415 - the extra's library is loaded where it is used

    schema = _make_schema(pa, columns)
    with (
        replace_whole(path) as unfinished,
        pq.ParquetWriter(unfinished, schema, compression="zstd") as writer,
    ):
        for chunk in _take_chunks(rows):
            writer.write_table(pa.Table.from_pylist(chunk, schema=schema))
    return path


def _make_schema(pa: Any, columns: Sequence[Column]) -> pa.Schema:  # noqa: ANN401 - a module
    kinds = {
        "text": pa.string(),
        "date": pa.date32(),
        "whole": pa.int64(),
        "share": pa.float64(),
        "flag": pa.bool_(),
    }
    return pa.schema([pa.field(c.name, kinds[c.kind], metadata={"meaning": c.about}) for c in columns])


def _take_chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while chunk := list(islice(rest, _AT_ONCE)):
        yield chunk


def _load_pyarrow() -> Any:  # noqa: ANN401 - a module
    try:
        import pyarrow as pa  # noqa: PLC0415 - the extra's library is loaded where it is used
    except ImportError:
        message = "Parquet needs pyarrow, which is not installed; pip install 'elshi[parquet]'"
        raise UsageError(message) from None
    return pa
