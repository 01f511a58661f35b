"""What leaves the register: JSON lines and tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import read_all

from elshi.errors import RegisterError, UsageError
from elshi.exports import EXPORTS
from elshi.exports.tables import list_columns, table_lines, write_row
from elshi.model.query import Query
from elshi.register import Register


@pytest.fixture
def register() -> Iterator[Register]:
    """Give a register with the three readings."""
    with Register.in_memory() as opened:
        for reading in read_all():
            opened.add(reading)
        yield opened


def test_json_lines_have_kind_id_sources_and_fields(register: Register, tmp_path: Path) -> None:
    """Each line is one object: three reports, nine entries with their reports' paths, then people."""
    (path,) = register.export("jsonl", tmp_path)
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [line["kind"] == "report" for line in lines[:12]] == [True] * 3 + [False] * 9
    assert {line["kind"] for line in lines[12:]} == {"entity"}
    assert all({"kind", "id", "sources"} <= line.keys() for line in lines)
    meeting = next(line for line in lines if line.get("type") == "meeting" and line["date"])
    assert meeting["sources"] == ["novosti/may.txt"]
    assert meeting["parties"] == ["JO", "KZ"]
    assert meeting["statements"][0]["evidence"][0]["quote"].startswith("Министр транспорта")


def test_tables_have_one_row_an_entry(register: Register, tmp_path: Path) -> None:
    """A file for each kind and one of the reports; every entry is a row under the documented columns."""
    paths = register.export("csv", tmp_path)
    rows = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows[path.name] = list(csv.DictReader(file))
    assert {name: len(table) for name, table in rows.items()} == {
        "engagements.csv": 3,
        "positions.csv": 1,
        "initiatives.csv": 1,
        "commitments.csv": 1,
        "tenures.csv": 2,
        "chairmanships.csv": 1,
        "reports.csv": 3,
    }
    meeting = next(row for row in rows["engagements.csv"] if row["date"] == "2026-05-04")
    assert meeting["place_city"] == "Astana"
    assert meeting["parties"] == "JO; KZ"
    assert meeting["participants"] == "Samir Khalil (minister, JO); Yerlan Saparov (ambassador, KZ)"
    assert {row["former"] for row in rows["tenures.csv"]} == {"true", "false"}


def test_a_table_can_be_taken_by_lines(register: Register) -> None:
    """The lines of one kind, as a listing prints them: column names, then a line an entry."""
    header, line = table_lines("initiative", register.find(Query(kind="initiative")))
    assert header == ",".join(list_columns("initiative")) + "\r\n"
    assert "Aral Water Initiative" in line


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\t=1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet would run is a text with an apostrophe before it, alone or first in a list."""
    for value in (cell, [cell, "x"]):
        (row,) = csv.reader([write_row([value, "plain"])])
        assert row[0].startswith(f"'{cell}")
        assert row[1] == "plain"


def test_an_unknown_form_is_refused(register: Register, tmp_path: Path) -> None:
    """The error names the forms there are."""
    with pytest.raises(UsageError, match="no export called 'pdf'; give one of jsonl, csv"):
        register.export("pdf", tmp_path)


@pytest.mark.parametrize("form", EXPORTS)
def test_a_folder_that_is_not_there_is_refused(register: Register, tmp_path: Path, form: str) -> None:
    """The error names the folder, and nothing half-written stays anywhere."""
    with pytest.raises(RegisterError, match="cannot be written"):
        register.export(form, tmp_path / "none")
    assert list(tmp_path.iterdir()) == []
