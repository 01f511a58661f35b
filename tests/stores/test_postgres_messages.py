"""What is said where PostgreSQL cannot be used: one line, what to do, and no password."""

from __future__ import annotations

import psycopg
import pytest
from postgres_server import empty_register
from samples import read_russian

from elshi.errors import RegisterError
from elshi.record.postgres_connection import hide_secret
from elshi.register import Register

pytestmark = pytest.mark.xdist_group("postgres")


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    """Messages go to logs; passwords do not."""
    with pytest.raises(RegisterError, match="the server cannot be reached") as caught:
        Register.open("postgresql://me:secret@127.0.0.1:1/elshi")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://me:secret@host/elshi", "postgresql://me@host/elshi"),
        ("postgresql://me@host/elshi", "postgresql://me@host/elshi"),
        ("postgresql://host/elshi?user=me&password=secret", "postgresql://host/elshi?user=me&password=…"),
    ],
)
def test_a_password_is_hidden(address: str, shown: str) -> None:
    """In whichever of the two places it stands."""
    assert hide_secret(address) == shown


def test_a_database_that_does_not_exist_is_named() -> None:
    """The user is told how to make it."""
    with empty_register() as address, pytest.raises(RegisterError, match="make it with `createdb`"):
        Register.open(address.rsplit("/", 1)[0] + "/absent")


def test_reading_makes_no_register() -> None:
    """Where there is none, a listing says so and leaves the database as it was."""
    with empty_register() as address:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        with pytest.raises(RegisterError, match="there is no register of this Elshi here"):
            Register.open(address, readonly=True)
        with psycopg.connect(address) as connection:
            assert connection.execute(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
            ).fetchone() == (0,)


def test_a_register_opened_for_reading_takes_nothing() -> None:
    """The server itself refuses."""
    with empty_register() as address:
        Register.open(address).close()
        with Register.open(address, readonly=True) as register, pytest.raises(RegisterError, match="may be"):
            register.add(read_russian())


def test_a_newer_register_is_left_alone() -> None:
    """An older Elshi does not guess at tables that it does not know."""
    with empty_register() as address:
        Register.open(address).close()
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("INSERT INTO schema_version VALUES (99)")
        with pytest.raises(RegisterError, match="made by a newer Elshi"):
            Register.open(address)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("DELETE FROM schema_version WHERE version = 99")
