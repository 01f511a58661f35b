"""Which store keeps a register: the place says it."""

from __future__ import annotations

from pathlib import Path

from elshi.errors import RegisterError
from elshi.record.base import Store
from elshi.record.sqlite import SqliteStore

SERVERS = ("postgresql://", "postgres://")


def is_address(place: str | Path) -> bool:
    """Tell whether `place` is the address of a server and not a file."""
    return isinstance(place, str) and place.startswith(SERVERS)


def open_store(place: str | Path, *, create: bool, readonly: bool) -> Store:
    """Return the store at `place`: a PostgreSQL server's address, or else a file of SQLite.

    Raises RegisterError as `Register.open` says, and where the library for PostgreSQL is not installed.
    """
    if not is_address(place):
        return SqliteStore(Path(place), create=create, readonly=readonly)
    try:
        from elshi.record.postgres import PostgresStore  # noqa: PLC0415 - an extra, which need not be installed
    except ImportError as error:
        message = "a register on PostgreSQL needs another library; install it with `pip install elshi[postgres]`"
        raise RegisterError(message) from error
    return PostgresStore(str(place), create=create, readonly=readonly)
