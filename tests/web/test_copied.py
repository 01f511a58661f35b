"""Wire copies on pages: where a report also stands is told wherever the report is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from addresses import find_meeting, make_site
from starlette.testclient import TestClient

from elshi.register import Register
from elshi.register.copies import open_register_copies
from elshi.web.app import make_app

PUBLISHER = "Altyn Dala <Press>"


@pytest.fixture(scope="module")
def copied(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, str, str]:
    """Return a client of the examples, one of whose reports stands elsewhere too, its id and its meeting."""
    path = Path(shutil.copy(examples, tmp_path_factory.mktemp("copied") / "elshi.db"))
    with Register.open(path) as register, open_register_copies(path) as copies:
        entry = find_meeting(register)
        report = next(report for report in register.reports() if report.id == entry.reports[0])
        copies.catch_up(register)
        copy = replace(report, source="https://altyn-dala.example/1", publisher=PUBLISHER)
        assert copies.link(copy, held=True) == report.id
    return TestClient(make_app(make_site(path)), base_url="http://localhost"), report.id, entry.id


def test_a_copy_is_told_on_every_page_of_its_report(copied: tuple[TestClient, str, str]) -> None:
    """The report, the entry, the list of engagements and that of reports say where it also stands."""
    client, report, entry = copied
    for path in (f"/report/{report}", f"/entry/{entry}", "/engagements?size=100", "/reports"):
        page = client.get(path).text
        assert "Also in" in page, path
        assert "Altyn Dala &lt;Press&gt;" in page, path


def test_programs_are_told_the_same(copied: tuple[TestClient, str, str]) -> None:
    """The JSON of pages and of the interface for programs has it as `also_in`, as the command line does."""
    client, report, entry = copied
    lists = [
        client.get(f"/report/{report}.json").json()["also_in"],
        client.get(f"/entry/{entry}.json").json()["also_in"],
        client.get("/engagements.json?size=100").json()["also_in"][entry],
        client.get(f"/api/reports/{report}").json()["also_in"],
        client.get(f"/api/entries/{entry}").json()["also_in"],
        next(
            found["also_in"]
            for found in client.get("/api/entries?kind=engagement").json()["entries"]
            if found["id"] == entry
        ),
    ]
    for (copy,) in lists:
        assert (copy["publisher"], copy["report"]) == (PUBLISHER, report)


def test_a_copy_that_was_found_later_is_not_told_of_before(copied: tuple[TestClient, str, str]) -> None:
    """The register as it was at a time knows no copy that was found after it."""
    client, _, _ = copied
    assert client.get("/engagements.json?as_of=2020-01-01").json()["also_in"] == {}


def test_a_register_where_nobody_looked_has_none(client: TestClient) -> None:
    """Without an index beside it, no page says anything, and the list in the JSON is empty."""
    assert client.get("/engagements.json").json()["also_in"] == {}
    assert "Also in" not in client.get("/engagements").text
