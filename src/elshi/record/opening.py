"""Opening the file of a register: recognised, never mistaken, brought up to the present tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from elshi.errors import Message, RegisterError
from elshi.record.index import fill_index
from elshi.record.migrations import read_migrations, refuse_newer
from elshi.record.sqlite_connection import SqliteConnection
from elshi.record.traits import fill_traits

APPLICATION_ID = int.from_bytes(b"Elsh", "big")  # tells `file` and us that an SQLite file is a register


def open_file(path: Path, *, create: bool, readonly: bool) -> SqliteConnection:
    """Return a connection to the register in `path`, its tables made or brought up to date unless `readonly`.

    Raises RegisterError as `Register.open` says.
    """
    _refuse_places(path, create=create and not readonly)
    db = _connect_reader(path) if readonly else SqliteConnection(path, "mode=rwc" if create else "mode=rw")
    try:
        _refuse_strangers(db, readonly=readonly)
        if not readonly:
            _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _refuse_places(path: Path, *, create: bool) -> None:
    if path.is_dir():
        message = Message(
            "%(path)s: is a folder; give the file of the register, such as %(example)s",
            path=path,
            example=path / "elshi.db",
        )
        raise RegisterError(message)
    if not path.parent.is_dir():
        message = Message(
            "%(path)s: the folder %(folder)s does not exist; make it, or give another register",
            path=path,
            folder=path.parent,
        )
        raise RegisterError(message)
    if not create and not path.exists():
        message = Message(
            "%(path)s: there is no register here; make one with `elshi add`, or give another register",
            path=path,
        )
        raise RegisterError(message)


def _connect_reader(path: Path) -> SqliteConnection:
    """Open for reading; where the folder may not be written, as a file that nobody writes meanwhile."""
    db = SqliteConnection(path, "mode=ro")
    try:
        db.rows("SELECT count(*) FROM sqlite_schema")
    except RegisterError as error:
        db.close()
        if not _lacks_only_rights(error) or path.with_name(path.name + "-wal").exists():
            raise
        return SqliteConnection(path, "mode=ro&immutable=1")
    return db


def _lacks_only_rights(error: RegisterError) -> bool:
    name = getattr(error.__cause__, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))


def _refuse_strangers(db: SqliteConnection, *, readonly: bool) -> None:
    with db.snapshot():  # another process may be making the tables just now: see all of that or nothing
        made_by, version = db.value("PRAGMA application_id"), db.value("PRAGMA user_version")
        used = bool(db.value("SELECT count(*) FROM sqlite_schema"))
    present = len(read_migrations())
    stranger = made_by != APPLICATION_ID and (readonly or made_by or version or used)
    if stranger:
        message = Message("%(path)s: it is no register of Elshi; give another file", path=db.path)
        raise RegisterError(message)
    refuse_newer(db.path, version, present)
    if readonly and version < present:
        message = Message(
            "%(path)s: made by an older Elshi; open it once for writing, for instance with `elshi add`",
            path=db.path,
        )
        raise RegisterError(message)


def _prepare(db: SqliteConnection) -> None:
    db.run("PRAGMA journal_mode = WAL")
    db.run("PRAGMA synchronous = FULL")
    db.run("PRAGMA foreign_keys = ON")
    migrations = read_migrations()
    if db.value("PRAGMA user_version") == len(migrations):
        return
    with db.transaction():  # whoever opens the file at the same time waits here, and then finds it done
        for migration in migrations[db.value("PRAGMA user_version") :]:
            for statement in split_statements(migration):
                db.run(statement)
        fill_index(db)
        fill_traits(db)
        db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        db.run(f"PRAGMA user_version = {len(migrations)}")


def split_statements(script: str) -> Iterator[str]:
    """Yield the statements of an SQL script; run one by one they may stand in a transaction of ours."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
