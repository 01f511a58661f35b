"""The HTTP API keeps what its OpenAPI file says: schemathesis asks all that the file allows."""

from __future__ import annotations

import contextlib
import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from addresses import make_site
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from elshi.desk.acting import perform
from elshi.model.proposal import Act
from elshi.record.desk import open_desk
from elshi.register import Register
from elshi.web.api.routes import CALLS, Call
from elshi.web.app import make_app

BOUNDED = settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"]


@pytest.fixture(scope="module")
def api_schema(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """Give what the OpenAPI file says of a copy of the examples, which the calls may write."""
    copy = Path(shutil.copy(examples, tmp_path_factory.mktemp("api") / "elshi.db"))
    app = make_app(make_site(copy), ("testserver",))
    return schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_a_call_keeps_what_the_file_says(api_schema: schemathesis.BaseSchema, call: Call) -> None:
    """No failure of the server, no status, type or shape of an answer that the file does not name."""

    @BOUNDED
    @given(case=api_schema[call.path][call.method].as_strategy())
    def ask(case: Any) -> None:  # noqa: ANN401 - a case of one call
        # What the file allows may still name no entry, or be said of one that is not so: that is no fault.
        case.validate_response(case.call(), excluded_checks=[positive_data_acceptance])

    ask()


def test_the_file_describes_every_call(client: TestClient) -> None:
    """Each call of the table stands in the file with its address, and programs learn how to show a token."""
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for call in CALLS:
        assert call.method.lower() in described["paths"][call.path]
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_a_list_is_the_same_once_the_register_is_counted(examples: Path) -> None:
    """The first list is asked of the register itself, the next ones of the counts that a page has made."""
    with TestClient(make_app(make_site(examples)), base_url="http://localhost") as fresh:
        asked = ("kind=engagement&country=KZ&limit=3&offset=1", "topic=energy&order=oldest", "words=meeting")
        before = [fresh.get(f"/api/entries?{query}").json() for query in asked]
        assert fresh.get("/engagements").status_code == 200
        assert [fresh.get(f"/api/entries?{query}").json() for query in asked] == before
        assert before[0]["total"] > len(before[0]["entries"]) > 0


def test_the_page_describes_every_call(client: TestClient) -> None:
    """The page to read has each call, parameter and field of the file; no script comes from elsewhere."""
    page = client.get("/api").text
    assert 'href="/api"' in client.get("/help").text
    for call in CALLS:
        told = page[page.index(f'id="call-{call.name}"') :].split("</details>")[0]
        assert f"{call.method} {call.path}" in told
        names = [*call.asks, *(call.takes or {}).get("properties", {})]
        assert [name for name in names if f"<code>{name}</code>" not in told] == []
    assert "<script src" not in page.replace('<script src="/static/', "")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_table_is_a_formula(examples: Path, tmp_path: Path, formula: str) -> None:
    """What somebody named a forum or a person is words in a spreadsheet, whatever it begins with."""
    path = Path(shutil.copy(examples, tmp_path / "elshi.db"))
    with Register.open(path) as register, contextlib.closing(open_desk(path)) as desk:
        entry = next(e for e in register.find() if e.fields.get("participants"))
        quote = entry.fields["evidence"][0]["quote"]
        event, people = {"name": formula}, [{"name": formula}]
        corrections = [("event", event), ("participants", people)]
        acts = [Act("correct", entry.id, None, f, v, quote, None, None) for f, v in corrections]
        perform(register, desk, acts, "Aizhan")
    with TestClient(make_app(make_site(path)), base_url="http://localhost") as client:
        rows = list(csv.reader(io.StringIO(client.get("/engagements.csv").text)))
    cells = [cell for row in rows for cell in row if formula.strip() in cell]
    assert cells
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]
