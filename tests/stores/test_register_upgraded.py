"""A register that an older Elshi made is opened, and all is there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from samples import open_empty, read_all

from elshi.model.query import Query
from elshi.record.migrations import read_migrations
from elshi.record.opening import APPLICATION_ID
from elshi.register import Register

HERE = Path(__file__).parent


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Give a register with the tables and the rows of schema 1."""
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as db:
        db.executescript(read_migrations()[0])
        db.executescript((HERE / "schema_1.sql").read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("PRAGMA user_version = 1")
    db.close()
    return path


def test_a_register_of_schema_1_answers_in_full(old: Path) -> None:
    """Three reports, ten entries, their words, their people and a problem; and nothing wrong in it."""
    with Register.open(old) as register, open_empty("memory") as new:
        for reading in read_all():
            new.add(reading)
        assert register.check() == ()
        assert [r.id for r in register.reports()] == [r.id for r in new.reports()]
        assert register.count() == new.count() + 1
        assert {e.id for e in new.find()} < {e.id for e in register.find()}
        assert {p.names for p in register.people()} == {p.names for p in new.people()}
        assert [problem.cause for problem in register.problems()] == ["is empty"]
        for query in (Query(words="провёл"), Query(who="Сапаров"), Query(country="JO", topic="transport")):
            assert register.count(query) >= new.count(query) > 0


def test_part_of_still_names_the_umbrella(old: Path) -> None:
    """The signing is part of the meeting, by the id that the meeting has."""
    with Register.open(old) as register:
        (signing,) = register.find(Query(type="signing"))
        (meeting,) = register.find(Query(type="meeting", language="ru"))
        assert signing.fields["part_of"] == meeting.id


def test_what_it_answered_before_can_still_be_asked(old: Path) -> None:
    """As of the day on which the old Elshi recorded it, it answers from the same entries."""
    with Register.open(old) as register:
        assert register.as_of("2026-06-01").count() == register.count()
        assert register.as_of("2026-05-31").count() == 0


def test_it_is_brought_up_to_date_once(old: Path) -> None:
    """Opened again it is as it was, and reports added later join what it held."""
    with Register.open(old) as register:
        lines = list(register.export_lines())
    with Register.open(old) as register:
        assert list(register.export_lines()) == lines
        assert not register.add(read_all()[1])
