"""A connection to an SQLite file whose every failure is one line that says what to do."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from elshi.errors import Message, RegisterError
from elshi.record.connection import Connection

BUSY_SECONDS = 5.0
_PAGES = -1  # copied at once by a backup: all, so that a busy writer cannot make it begin again for ever
_STATEMENTS = 512  # kept ready: one for each number of values in a list

# The beginning of SQLite's name for an error, and what that means to whoever runs Elshi.
_MEANINGS = {
    "SQLITE_BUSY": Message("another process keeps it locked; wait until that ends, or give another register"),
    "SQLITE_LOCKED": Message(
        "another process keeps it locked; wait until that ends, or give another register"
    ),
    "SQLITE_READONLY": Message("it may not be written; give the right to write it, or another register"),
    "SQLITE_CANTOPEN": Message("it cannot be opened; see to the rights on the file and its folder"),
    "SQLITE_PERM": Message("it may not be opened; see to the rights on the file and its folder"),
    "SQLITE_NOTADB": Message("it is no register of Elshi; give another file"),
    "SQLITE_CORRUPT": Message(
        "it is damaged; restore it from a copy, or export what can be read into a new one"
    ),
    "SQLITE_FULL": Message("the disk is full; make room and run the same command again"),
    "SQLITE_IOERR": Message(
        "the disk failed while it was used; see to the disk and run the same command again"
    ),
}


class SqliteConnection(Connection):
    """One open SQLite file. Outside of `transaction` every write stands by itself."""

    def __init__(self, path: Path, mode: str) -> None:
        """Open `path` in an SQLite URI mode: 'mode=ro', 'mode=rw', 'mode=rwc', 'mode=ro&immutable=1'."""
        self.path = path
        try:
            self._raw = sqlite3.connect(
                f"{path.absolute().as_uri()}?{mode}",
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                cached_statements=_STATEMENTS,
            )
        except sqlite3.Error as error:
            raise self._explain(error) from error

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Run `sql` and return all rows, each a tuple."""
        try:
            return self._raw.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self._explain(error) from error

    def run(self, sql: str, *values: object) -> None:
        """Run `sql`."""
        try:
            self._raw.execute(sql, values)
        except sqlite3.Error as error:
            raise self._explain(error) from error

    def run_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run `sql` once for each of `rows`."""
        try:
            self._raw.executemany(sql, rows)
        except sqlite3.Error as error:
            raise self._explain(error) from error

    def batches(self, sql: str, size: int) -> Iterator[list[Any]]:
        """Run `sql` and yield its rows, so many at a time, as they are taken."""
        try:
            cursor = self._raw.execute(sql)
            while rows := cursor.fetchmany(size):
                yield rows
        except sqlite3.Error as error:
            raise self._explain(error) from error

    def match_terms(self, column: str, terms: Sequence[str]) -> tuple[str, str]:
        """Return a condition on `passages`, and its value, that a column has one of `terms`."""
        return "passages MATCH ?", f"{column} : ({' OR '.join(map(_write_term, terms))})"

    def among(self, column: str, values: Sequence[object]) -> tuple[str, object]:
        """Return a condition, and its value, that `column` has one of `values`, however many they are."""
        inside = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
        return inside, json.dumps(list(values))

    def join_texts(self, column: str) -> str:
        """Return an expression for the texts of a column in all rows, parted by blanks."""
        return f"group_concat({column}, ' ')"

    def write_terms(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        """Write into `passages` what frames are found by: the number of each, then terms parted by blanks."""
        self.load("passages", ("rowid", "written", "stems", "spellings"), rows)

    def list_columns(self, table: str) -> list[str]:
        """Return the names of the columns of a table."""
        return [name for _, name, *_ in self.rows(f"PRAGMA table_info({table})")]

    def settle_numbers(self, table: str) -> None:
        """Let the rows of a table that are inserted next have numbers above those that it has: they do."""

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that happens inside, or nothing where it is left by an error or Ctrl-C."""
        with self._ended(self._begin_writing):
            yield

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read all that happens inside from one state of the file, whatever others write meanwhile."""
        with self._ended(lambda: self.run("BEGIN")):
            yield

    def _begin_writing(self) -> None:
        """Wait for our turn as long as others get on: among busy writers it may come late."""
        while True:
            seen = self.value("PRAGMA data_version")
            try:
                return self.run("BEGIN IMMEDIATE")
            except RegisterError as error:
                busy = getattr(error.__cause__, "sqlite_errorname", "").startswith("SQLITE_BUSY")
                if not busy or self.value("PRAGMA data_version") == seen:
                    raise

    @contextlib.contextmanager
    def _ended(self, begin: Callable[[], None]) -> Iterator[None]:
        begin()
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._raw.in_transaction:
                self._raw.rollback()
            raise

    def back_up(self, target: SqliteConnection) -> None:
        """Write the file as it is at one moment into the empty `target`, whatever others write meanwhile."""
        try:
            self._raw.backup(target._raw, pages=_PAGES)
        except sqlite3.Error as error:
            raise target._explain(error) from error

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        self._raw.close()

    def _explain(self, error: sqlite3.Error) -> RegisterError:
        return RegisterError(Message("%(place)s: %(cause)s", place=self.path, cause=_explain(error)))


def _write_term(term: str) -> str:
    return f'"{term[:-1]}" *' if term.endswith("*") else f'"{term}"'


def _explain(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    for beginning, meaning in _MEANINGS.items():
        if name.startswith(beginning):
            return meaning
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return Message("the register is closed; open it again")
    return Message("the database refused: %(error)s; run `elshi check` on it", error=error)
