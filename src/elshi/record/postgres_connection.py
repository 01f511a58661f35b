"""A connection to a PostgreSQL server whose every failure is one line that says what to do."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import psycopg
from psycopg import errors

from elshi.errors import Message, RegisterError
from elshi.record.connection import Connection

LOCK_SECONDS = 30  # that a writer waits for another to end
# One writer at a time, as in SQLite: what was read inside a transaction still holds when it is written.
_WRITER = "SELECT pg_advisory_xact_lock(hashtext('elshi.register'))"
_SECRET = re.compile(r"(?<=://)([^/@:]*):[^/@]*@|(?<=password=)[^&\s]*")
# The one character that PostgreSQL's text cannot hold, and one that Unicode gives no meaning, to write it.
_NUL, _MARK = "\0", "\ufdd0"
_MEANINGS: tuple[tuple[type[psycopg.Error], str], ...] = (
    (
        errors.InsufficientPrivilege,
        Message("this user may not do that; give it the right, or use another one"),
    ),
    (
        errors.ReadOnlySqlTransaction,
        Message("it may not be written here; give the address of a server that may be"),
    ),
    (errors.LockNotAvailable, Message("another process keeps it locked; wait until that ends")),
    (errors.DiskFull, Message("the server's disk is full; make room and run the same command again")),
    (errors.TooManyConnections, Message("the server has too many connections; wait, or allow more")),
    (errors.AdminShutdown, Message("the server was shut down; start it and run the same command again")),
)
# What the server says when it refuses a connection, where errors have no class.
_REFUSALS = {
    "password authentication failed": Message("the server refused the password; see to it in the address"),
    "no password supplied": Message("the server asks for a password; give it in the address or in ~/.pgpass"),
    "no pg_hba.conf entry": Message("the server does not let this user in from here; see to its pg_hba.conf"),
    'database "': Message("there is no such database; make it with `createdb`, or give another address"),
    'role "': Message("the server does not know this user; see to the address"),
}


class PostgresConnection(Connection):
    """One open connection. Outside of `transaction` every statement stands by itself."""

    def __init__(self, address: str, *, readonly: bool) -> None:
        """Connect to `address`, a URL that begins with postgresql://."""
        self.address = hide_secret(address)
        with self._explained():
            self._raw = psycopg.connect(address, autocommit=True, connect_timeout=10, client_encoding="utf-8")
            self._raw.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
            if readonly:
                self._raw.execute("SET default_transaction_read_only = on")

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Run `sql` and return all rows, each a tuple."""
        with self._explained():
            cursor = self._raw.execute(_translate(sql), _write_row(values))
            return [_read_row(row) for row in cursor] if cursor.description else []

    def run(self, sql: str, *values: object) -> None:
        """Run `sql`."""
        with self._explained():
            self._raw.execute(_translate(sql), _write_row(values))

    def run_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run `sql` once for each of `rows`."""
        with self._explained(), self._raw.cursor() as cursor:
            cursor.executemany(_translate(sql), [_write_row(row) for row in rows])

    def load(self, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
        """Write many rows of these columns into a table, by COPY."""
        sql = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with self._explained(), self._raw.cursor() as cursor, cursor.copy(sql.encode()) as copy:
            for row in rows:
                copy.write_row(_write_row(row))

    def batches(self, sql: str, size: int) -> Iterator[list[Any]]:
        """Run `sql` inside a transaction or snapshot and yield its rows, so many at a time."""
        with self._explained(), self._raw.cursor("rows") as cursor:
            cursor.execute(_translate(sql).encode())
            while rows := cursor.fetchmany(size):
                yield [_read_row(row) for row in rows]

    def script(self, sql: str) -> None:
        """Run several statements that take no values, parted by semicolons."""
        with self._explained():
            self._raw.execute(sql.encode(), prepare=False)

    def match_terms(self, column: str, terms: Sequence[str]) -> tuple[str, str]:
        """Return a condition on `passages`, and its value, that a column has one of `terms`."""
        return f"p.{column} @@ ?::tsquery", " | ".join(map(_write_term, terms))

    def among(self, column: str, values: Sequence[object]) -> tuple[str, object]:
        """Return a condition, and its value, that `column` has one of `values`, however many they are."""
        return f"{column} = ANY (?)", list(values)

    def join_texts(self, column: str) -> str:
        """Return an expression for the texts of a column in all rows, parted by blanks."""
        return f"string_agg({column}, ' ')"

    def write_terms(self, rows: Iterable[tuple[int, str, str, str]]) -> None:
        """Write into `passages` what frames are found by: the number of each, then terms parted by blanks."""
        self.run_many(
            "INSERT INTO passages (rowid, written, stems, spellings)"
            " VALUES (?, write_lexemes(?), write_lexemes(?), write_lexemes(?))",
            rows,
        )

    def list_columns(self, table: str) -> list[str]:
        """Return the names of the columns of a table that are not made from others."""
        rows = self.rows(
            "SELECT column_name FROM information_schema.columns WHERE table_name = ?"
            " AND table_schema = current_schema() AND is_generated = 'NEVER' ORDER BY ordinal_position",
            table,
        )
        return [name for (name,) in rows]

    def settle_numbers(self, table: str) -> None:
        """Let the rows of a table that are inserted next have numbers above those that it has."""
        self.run(f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), max(number)) FROM {table}")  # noqa: S608 - ours

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that happens inside, or nothing where it is left by an error or Ctrl-C."""
        with self._explained(), self._raw.transaction():
            self._raw.execute(_WRITER)
            yield

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read all that happens inside from one state of the database, whatever others write meanwhile."""
        with self._explained(), self._raw.transaction():
            self._raw.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield

    def close(self) -> None:
        """Close the connection. Closing twice does no harm."""
        self._raw.close()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            message = Message("%(place)s: %(cause)s", place=self.address, cause=_explain(error))
            raise RegisterError(message) from error


def hide_secret(address: str) -> str:
    """Return `address` without its password, as messages show it."""
    return _SECRET.sub(lambda found: f"{found[1]}@" if found[1] is not None else "…", address)


def _write_row(values: Iterable[object]) -> list[object]:
    return [_write_text(value) if isinstance(value, str) else value for value in values]


def _read_row(values: Iterable[object]) -> tuple[object, ...]:
    return tuple(_read_text(value) if isinstance(value, str) else value for value in values)


def _write_text(text: str) -> str:
    return text.replace(_MARK, f"{_MARK}1").replace(_NUL, f"{_MARK}0")


def _read_text(text: str) -> str:
    return text.replace(f"{_MARK}0", _NUL).replace(f"{_MARK}1", _MARK) if _MARK in text else text


def _write_term(term: str) -> str:
    words = " <-> ".join(f"'{word}'" for word in term.removesuffix("*").split())
    return f"{words}:*" if term.endswith("*") else f"({words})"


def _translate(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def _explain(error: psycopg.Error) -> str:
    for kind, meaning in _MEANINGS:
        if isinstance(error, kind):
            return meaning
    said = " ".join(str(error).split())
    if isinstance(error, psycopg.OperationalError):
        for words, meaning in _REFUSALS.items():
            if words in said:
                return meaning
        if "closed" in said:
            return Message("the register is closed; open it again")
        return Message(
            "the server cannot be reached (%(error)s); start it, or see to the address", error=said
        )
    return Message("the database refused: %(error)s; run `elshi check` on it", error=said)
