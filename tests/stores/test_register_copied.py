"""A register copied whole: from a file to PostgreSQL and back, and from a file to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from postgres_server import empty_register
from samples import read_all, read_english, read_kazakh, read_russian

from elshi.errors import RegisterError
from elshi.model.entry import describe_entry
from elshi.record.copying import TABLES
from elshi.record.opening import open_file
from elshi.record.postgres_connection import PostgresConnection
from elshi.register import Register
from elshi.register.copying import copy_register


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return the file of a register with three reports."""
    path = tmp_path / "first.db"
    with Register.open(path) as register:
        for reading in read_all():
            register.add(reading)
    return path


def list_answers(place: Path | str, times: list[str]) -> list[object]:
    """Return the whole export and, for each time, what the register answered then."""
    with Register.open(place, readonly=True) as register:
        past = [[describe_entry(entry) for entry in register.as_of(time).find()] for time in times]
        return [list(register.export_lines()), past, register.people(), register.tenures(), register.check()]


@pytest.mark.xdist_group("postgres")
def test_a_register_goes_to_postgresql_and_back(tmp_path: Path) -> None:
    """After both ways every answer is the same, the past ones too, and more reports can be added."""
    first, last = tmp_path / "first.db", tmp_path / "last.db"
    ticks = iter(f"2026-05-0{day}T00:00:00.000000+00:00" for day in range(1, 9))
    with Register.open(first) as register:
        register._clock = lambda: next(ticks)
        for reading in (read_russian(), read_kazakh()):
            register.add(reading)
    times = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"]
    with empty_register() as server:
        assert copy_register(first, server) == 2
        assert copy_register(server, last) == 2
        assert list_answers(server, times) == list_answers(first, times)
        with Register.open(server) as team:
            assert team.add(read_english())
            assert not team.add(read_russian())
            assert team.search("Сапаров")
    assert list_answers(last, times) == list_answers(first, times)


def test_a_copy_is_searched_like_the_first(filled: Path, tmp_path: Path) -> None:
    """The words by which entries are found are there in the copy."""
    copy_register(filled, tmp_path / "copy.db")
    with Register.open(filled) as one, Register.open(tmp_path / "copy.db") as other:
        assert one.search("Сапаров") == other.search("Сапаров") != ()


def test_nothing_is_copied_into_a_register_that_holds_something(filled: Path, tmp_path: Path) -> None:
    """What is there is never overwritten."""
    copy_register(filled, tmp_path / "copy.db")
    with pytest.raises(RegisterError, match="is not empty; give a new one"):
        copy_register(filled, tmp_path / "copy.db")


def test_what_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(RegisterError, match=r"absent\.db: there is no register here"):
        copy_register(tmp_path / "absent.db", tmp_path / "copy.db")


@pytest.mark.xdist_group("postgres")
def test_both_databases_have_the_same_tables(tmp_path: Path) -> None:
    """Every table that is copied has the same columns in SQLite and in PostgreSQL, in the same order."""
    with empty_register() as address:
        Register.open(address).close()
        there = PostgresConnection(address, readonly=True)
        here = open_file(tmp_path / "elshi.db", create=True, readonly=False)
        for table in TABLES:
            assert (table, there.list_columns(table)) == (table, here.list_columns(table))
        listed = here.rows(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        assert {name for (name,) in listed} <= {*TABLES, "traits", "entry_traits"}
        there.close()
        here.close()
