"""The store of a team: one PostgreSQL database, any number of readers and one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.errors import Message, RegisterError
from elshi.model.entry import Fault
from elshi.record.migrations import read_migrations, refuse_newer
from elshi.record.postgres_connection import PostgresConnection
from elshi.record.sql import SqlStore
from elshi.record.traits import fill_traits


class PostgresStore(SqlStore):
    """A `Store` in a PostgreSQL database."""

    def __init__(self, address: str, *, create: bool = True, readonly: bool = False) -> None:
        """Connect to `address`; raises RegisterError as `Register.open` says."""
        super().__init__(open_database(address, create=create and not readonly, readonly=readonly))

    def _find_damage(self) -> Iterator[Fault]:
        """Find nothing: the server itself sees to its files and to what refers to what."""
        return iter(())


def open_database(address: str, *, create: bool, readonly: bool) -> PostgresConnection:
    """Return a connection to the register at `address`, with its tables up to date unless `readonly`.

    Raises RegisterError where the server cannot be reached or refuses, where the database holds no
    register and `create` is false, and where a newer Elshi made it.
    """
    db = PostgresConnection(address, readonly=readonly)
    try:
        _refuse_others(db, create=create)
        if not readonly:
            _migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _read_version(db: PostgresConnection) -> int:
    if db.value("SELECT to_regclass('schema_version')") is None:
        return 0
    return db.number("SELECT max(version) FROM schema_version")


def _refuse_others(db: PostgresConnection, *, create: bool) -> None:
    version, present = _read_version(db), len(read_migrations("postgres"))
    refuse_newer(db.address, version, present)
    if version < present and not create:
        message = Message(
            "%(address)s: there is no register of this Elshi here; make it with `elshi add`",
            address=db.address,
        )
        raise RegisterError(message)


def _migrate(db: PostgresConnection) -> None:
    if _read_version(db) == len(read_migrations("postgres")):
        return
    with db.transaction():  # whoever opens it at the same time waits here, and then finds it done
        for number, migration in enumerate(read_migrations("postgres"), 1):
            if number > _read_version(db):
                db.script(migration)
                db.run("INSERT INTO schema_version VALUES (?)", number)
        fill_traits(db)
