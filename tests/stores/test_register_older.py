"""Registers of every earlier schema: opened, brought up to date, and answering as if made today."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.invented import make_readings
from postgres_server import make_database, start_server
from samples import read_all

from elshi.model.query import Query
from elshi.record.copying import TABLES, _copy_table
from elshi.record.migrations import read_migrations
from elshi.record.opening import APPLICATION_ID, open_file
from elshi.record.passages import write_passages
from elshi.record.postgres_connection import PostgresConnection
from elshi.register import Register

# Schema 1 kept no frames; what it becomes is stated in test_register_upgraded.
OLDER = range(2, len(read_migrations()))
QUERIES = (
    Query(),
    Query(country="JO"),
    Query(topic="transport", kind="engagement"),
    Query(who="Сапаров"),
    Query(office="министр"),
    Query(words="провёл"),
    Query(min_confidence=0.9),
)


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register made today, with a judgement in it."""
    path = tmp_path_factory.mktemp("present") / "elshi.db"
    with Register.open(path) as register:
        for reading in (*read_all(), *make_readings(30)):
            register.add(reading)
        register.reject(next(register.find(Query(kind="position"))).id, by="editor")
    return path


def make_older(present: Path, path: Path, version: int) -> None:
    """Make a register with the tables of an earlier schema and what they can hold of `present`."""
    with sqlite3.connect(path) as db:
        for script in read_migrations()[:version]:
            db.executescript(script)
        db.execute("ATTACH ? AS present", (str(present),))
        db.execute("DELETE FROM clock")
        tables = db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table != "passages" and not table.startswith("sqlite"):  # its shadow tables hold the index
                listed = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
                db.execute(f"INSERT OR REPLACE INTO main.{table} SELECT {listed} FROM present.{table}")  # noqa: S608 - ours
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
    db.close()


def list_answers(register: Register) -> Iterator[object]:
    """Yield what the register answers, now and as of a time in its past."""
    middle = sorted(filing.recorded_at for filing in register.read_filings())[15]
    for view in (register, register.as_of(middle)):
        yield list(view.export_lines())
        for query in QUERIES:
            yield [entry.id for entry in view.find(query)], view.count(query)
        for question in ("провел", "Saparov", "trade relations", "country:JO", "транспрот"):
            yield [(hit.entry.id, hit.matches) for hit in view.search(question)]


@pytest.mark.parametrize("version", OLDER)
def test_a_register_of_an_earlier_schema_answers_as_one_made_today(
    version: int, present: Path, tmp_path: Path
) -> None:
    """Opened for writing it is sound, and every listing, search and past answer is the same."""
    older = tmp_path / "older.db"
    make_older(present, older, version)
    with Register.open(older) as upgraded, Register.open(present) as today:
        assert upgraded.check() == ()
        assert list(list_answers(upgraded)) == list(list_answers(today))


@pytest.mark.parametrize("version", OLDER)
def test_what_is_added_after_the_upgrade_joins_what_was_there(
    version: int, present: Path, tmp_path: Path
) -> None:
    """Nothing held is taken in again, and further reports are added and found."""
    older = tmp_path / "older.db"
    make_older(present, older, version)
    with Register.open(older) as register:
        assert not any(register.add(reading) for reading in make_readings(30))
        before = register.count()
        assert sum(register.add(reading) for reading in make_readings(35)) >= 5
        assert register.count() > before
        assert register.check() == ()


@pytest.mark.xdist_group("postgres")
def test_a_register_of_the_first_schema_of_postgresql_answers_as_one_made_today(present: Path) -> None:
    """The tables of the first migration, filled, are brought up to date when they are opened."""
    address = make_database(start_server())
    there, here = PostgresConnection(address, readonly=False), open_file(present, create=False, readonly=True)
    there.script(read_migrations("postgres")[0])
    with here.snapshot(), there.transaction():
        there.run("DELETE FROM clock")
        for table in TABLES:
            _copy_table(here, there, table)
        write_passages(there)
        there.run("INSERT INTO schema_version VALUES (1)")
    there.close()
    here.close()
    with Register.open(address) as upgraded, Register.open(present) as today:
        assert list(list_answers(upgraded)) == list(list_answers(today))
