"""What the stores in tables ask of a database: SQL with `?` for each value, and transactions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any


class Connection(ABC):
    """An open database. Outside of `transaction` every write stands by itself.

    Every failure is a RegisterError of one line that says what to do. The SQL is what SQLite and
    PostgreSQL have in common; where they differ there is a method.
    """

    @abstractmethod
    def rows(self, sql: str, *values: object) -> list[Any]:
        """Run `sql` and return all rows, each a tuple."""

    def value(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - a column holds any value
        """Return the first column of the first row, None where there is no row."""
        rows = self.rows(sql, *values)
        return rows[0][0] if rows else None

    def number(self, sql: str, *values: object) -> int:
        """Return the whole number that `sql` gives; there must be one."""
        return int(self.value(sql, *values))

    @abstractmethod
    def run(self, sql: str, *values: object) -> None:
        """Run `sql`."""

    @abstractmethod
    def run_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run `sql` once for each of `rows`."""

    def load(self, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
        """Write many rows of these columns into a table, the quickest way there is."""
        marks = ", ".join("?" for _ in columns)
        self.run_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - ours

    @abstractmethod
    def batches(self, sql: str, size: int) -> Iterator[list[Any]]:
        """Run `sql` inside a transaction or snapshot and yield its rows, so many at a time."""

    @abstractmethod
    def match_terms(self, column: str, terms: Sequence[str]) -> tuple[str, str]:
        """Return a condition on `passages`, and its value, that a column has one of `terms`.

        A term is words in a row, or with '*' at its end the beginning of one.
        """

    @abstractmethod
    def among(self, column: str, values: Sequence[object]) -> tuple[str, object]:
        """Return a condition, and its value, that `column` has one of `values`, however many they are."""

    @abstractmethod
    def join_texts(self, column: str) -> str:
        """Return an expression for the texts of a column in all rows, parted by blanks; null for no row."""

    @abstractmethod
    def write_terms(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        """Write into `passages` what frames are found by: the number of each, then terms parted by blanks."""

    @abstractmethod
    def list_columns(self, table: str) -> list[str]:
        """Return the names of the columns of a table that are not made from others."""

    @abstractmethod
    def settle_numbers(self, table: str) -> None:
        """Let the rows of a table that are inserted next have numbers above those that it has."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """Write all that happens inside, or nothing where it is left by an error; nobody else writes."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[None]:
        """Read all that happens inside from one state of the database, whatever others write meanwhile."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the database. Closing twice does no harm."""
