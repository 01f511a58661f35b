"""A register copied whole from one store to another: every row, so that past answers are the same there."""

from __future__ import annotations

from elshi.errors import RegisterError
from elshi.record.connection import Connection
from elshi.record.passages import write_passages
from elshi.record.traits import fill_traits

# In an order in which nothing refers to what is not there yet. `passages` and traits are made anew;
# of passages SQLite keeps only what they are found by.
TABLES = (
    "runs", "reports", "captures", "problems", "clock", "readings", "unresolved", "quotes", "frames",
    "links", "blocks", "doubts", "mentions", "entities", "entity_keys", "judgements", "anchors",
    "evidence", "statements", "facets", "bearers", "entries", "vectors", "vocabulary", "pieces",
)  # fmt: skip
_BATCH = 2000  # rows fetched at a time


def copy_tables(source: Connection, target: Connection) -> int:
    """Copy all of `source` into `target`, all or nothing; return how many reports there were.

    Raises RegisterError where `target` holds anything.
    """
    with source.snapshot(), target.transaction():
        refuse_filled(target)
        target.run("DELETE FROM clock")
        for table in TABLES:
            _copy_table(source, target, table)
        write_passages(target)
        fill_traits(target)
    return source.number("SELECT count(*) FROM reports")


def refuse_filled(target: Connection) -> None:
    """Raise RegisterError where `target` holds anything."""
    if target.value("SELECT 1 FROM runs") is not None:
        message = "the register to copy to is not empty; give a new one"
        raise RegisterError(message)


def _copy_table(source: Connection, target: Connection, table: str) -> None:
    columns = target.list_columns(table)
    listed = ", ".join(columns)
    order = "ORDER BY number" if "number" in columns else ""  # otherwise in whatever order is quickest
    for rows in source.batches(f"SELECT {listed} FROM {table} {order}", _BATCH):  # noqa: S608 - ours
        target.load(table, columns, rows)
    if "number" in columns:
        target.settle_numbers(table)
