"""Opening what the desk keeps: a file of its own beside a register's, or tables in a team's database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from elshi.errors import RegisterError
from elshi.record.connection import Connection
from elshi.record.desk.accounts import Accounts
from elshi.record.desk.batches import Batches
from elshi.record.desk.proposals import Proposals
from elshi.record.desk.sessions import Sessions
from elshi.record.desk.tokens import Tokens
from elshi.record.migrations import read_migrations, refuse_newer
from elshi.record.opening import split_statements
from elshi.record.sqlite_connection import SqliteConnection
from elshi.settings import SERVERS, Location


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the desk keeps, in one database. Closing it lets go of that."""

    accounts: Accounts
    sessions: Sessions
    tokens: Tokens
    proposals: Proposals
    batches: Batches
    db: Connection

    def close(self) -> None:
        """Let go of the database. Closing twice does no harm."""
        self.db.close()


def place_desk(register: Location) -> Location:
    """Return where the desk of a register is: 'elshi.db' has 'elshi.desk.db', a database has it inside."""
    if isinstance(register, str) and register.startswith(SERVERS):
        return register
    path = Path(register)
    return path.with_name(f"{path.stem}.desk{path.suffix}")


def open_desk(register: Location) -> Desk:
    """Open the desk of the register at `register`; its tables are made where they are absent.

    The file can be read by its owner alone. Raises RegisterError where it cannot be used.
    """
    db = _connect(place_desk(register))
    try:
        _migrate(db, place_desk(register))
    except BaseException:
        db.close()
        raise
    return Desk(Accounts(db), Sessions(db), Tokens(db), Proposals(db), Batches(db), db)


def _connect(place: Location) -> Connection:
    if isinstance(place, str):
        try:
            from elshi.record.postgres_connection import (  # noqa: PLC0415 - an extra, which need not be installed
                PostgresConnection,
            )
        except ImportError as error:
            message = "PostgreSQL needs another library; install it with `pip install 'elshi[postgres]'`"
            raise RegisterError(message) from error
        return PostgresConnection(place, readonly=False)
    try:
        place.touch(mode=0o600)
    except OSError as error:
        message = f"{place}: cannot be made ({error.strerror}); see to the rights on its folder"
        raise RegisterError(message) from error
    db = SqliteConnection(place, "mode=rw")
    db.run("PRAGMA journal_mode = WAL")
    db.run("PRAGMA foreign_keys = ON")
    return db


def _migrate(db: Connection, place: Location) -> None:
    migrations = read_migrations("desk")
    db.run("CREATE TABLE IF NOT EXISTS desk_versions (version INTEGER PRIMARY KEY)")
    refuse_newer(place if isinstance(place, Path) else "the desk", _read_version(db), len(migrations))
    if _read_version(db) == len(migrations):
        return
    with db.transaction():  # whoever opens it at the same time waits here, and then finds it done
        for number, migration in enumerate(migrations, 1):
            if number > _read_version(db):
                for statement in split_statements(migration):
                    db.run(statement)
                db.run("INSERT INTO desk_versions VALUES (?)", number)


def _read_version(db: Connection) -> int:
    return db.number("SELECT coalesce(max(version), 0) FROM desk_versions")
