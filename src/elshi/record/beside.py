"""Databases beside a register: a file of their own next to its file, or tables in a team's database."""

from __future__ import annotations

from pathlib import Path

from elshi.errors import Message, RegisterError
from elshi.record.connection import Connection
from elshi.record.migrations import read_migrations, refuse_newer
from elshi.record.opening import split_statements
from elshi.record.sqlite_connection import SqliteConnection
from elshi.settings import SERVERS, Location


def place_beside(register: Location, name: str) -> Location:
    """Return where `name` is kept: beside 'elshi.db' in 'elshi.NAME.db', with a server in its database."""
    if isinstance(register, str) and register.startswith(SERVERS):
        return register
    path = Path(register)
    return path.with_name(f"{path.stem}.{name}{path.suffix}")


def open_beside(register: Location, name: str) -> Connection:
    """Open the database `name` beside `register`; its tables are made where they are absent.

    They come from the migrations in the folder `name` of the tables. A file can be read by its owner alone.
    Raises RegisterError where it cannot be used.
    """
    place = place_beside(register, name)
    db = _connect(place)
    try:
        _migrate(db, name, place)
    except BaseException:
        db.close()
        raise
    return db


def read_beside(register: Location, name: str) -> Connection | None:
    """Open the database `name` beside `register` for reading; None where it is absent.

    Raises RegisterError where it cannot be used.
    """
    place = place_beside(register, name)
    if isinstance(place, Path):
        return SqliteConnection(place, "mode=ro") if place.exists() else None
    db = connect_server(place, readonly=True)
    if db.value("SELECT to_regclass(?)", f"{name}_versions") is not None:
        return db
    db.close()
    return None


def _connect(place: Location) -> Connection:
    if isinstance(place, str):
        return connect_server(place, readonly=False)
    try:
        place.touch(mode=0o600)
    except OSError as error:
        message = Message(
            "%(place)s: cannot be made (%(error)s); see to the rights on its folder",
            place=place,
            error=error.strerror,
        )
        raise RegisterError(message) from error
    db = SqliteConnection(place, "mode=rw")
    db.run("PRAGMA journal_mode = WAL")
    db.run("PRAGMA synchronous = FULL")
    db.run("PRAGMA foreign_keys = ON")
    return db


def connect_server(address: str, *, readonly: bool) -> Connection:
    """Return a connection to a team's database. Raises RegisterError where its library is not installed."""
    try:
        from elshi.record.postgres_connection import (  # noqa: PLC0415 - an extra, which need not be installed
            PostgresConnection,
        )
    except ImportError as error:
        message = Message("PostgreSQL needs another library; install it with `pip install 'elshi[postgres]'`")
        raise RegisterError(message) from error
    return PostgresConnection(address, readonly=readonly)


def _migrate(db: Connection, name: str, place: Location) -> None:
    migrations, table = read_migrations(name), f"{name}_versions"
    db.run(f"CREATE TABLE IF NOT EXISTS {table} (version INTEGER PRIMARY KEY)")
    refuse_newer(place if isinstance(place, Path) else name, _read_version(db, table), len(migrations))
    if _read_version(db, table) == len(migrations):
        return
    with db.transaction():  # whoever opens it at the same time waits here, and then finds it done
        for number, migration in enumerate(migrations, 1):
            if number > _read_version(db, table):
                for statement in split_statements(migration):
                    db.run(statement)
                db.run(f"INSERT INTO {table} VALUES (?)", number)  # noqa: S608 - ours


def _read_version(db: Connection, table: str) -> int:
    return db.number(f"SELECT coalesce(max(version), 0) FROM {table}")  # noqa: S608 - ours
