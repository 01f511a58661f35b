"""Which store keeps a register: the place says it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from elshi.errors import Message, RegisterError
from elshi.record.base import Store
from elshi.record.sql import SqlStore
from elshi.record.sqlite import SqliteStore
from elshi.settings import SERVERS, Location


def copy_store(source: Location, target: Location) -> int:
    """Copy all of the store at `source` into the empty one at `target`; return the number of reports."""
    with (
        contextlib.closing(_open_tables(source, create=False, readonly=True)) as held,
        contextlib.closing(_open_tables(target, create=True, readonly=False)) as new,
    ):
        return held.copy_into(new)


def open_store(place: Location, *, create: bool, readonly: bool) -> Store:
    """Return the store at `place`: a PostgreSQL server's address, or else a file of SQLite.

    Raises RegisterError as `Register.open` says, and where the library for PostgreSQL is not installed.
    """
    return _open_tables(place, create=create, readonly=readonly)


def _open_tables(place: Location, *, create: bool, readonly: bool) -> SqlStore:
    if isinstance(place, Path) or not place.startswith(SERVERS):
        return SqliteStore(Path(place), create=create, readonly=readonly)
    try:
        from elshi.record.postgres import PostgresStore  # noqa: PLC0415 - an extra, which need not be installed
    except ImportError as error:
        message = Message("PostgreSQL needs another library; install it with `pip install 'elshi[postgres]'`")
        raise RegisterError(message) from error
    return PostgresStore(place, create=create, readonly=readonly)
