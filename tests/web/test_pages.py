"""Every page in every language and form, and what all of them have in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from addresses import write_address
from starlette.testclient import TestClient

from elshi.model.report import LANGUAGES, Language
from elshi.web.headers import POLICY
from elshi.web.routes import PAGES, Form, Page

MEDIA = {
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv",
    "ics": "text/calendar",
    "md": "text/markdown",
    "docx": "application/vnd.openxmlformats",
    "pdf": "application/pdf",
}
FORBIDDEN = ("<style", " style=", "<script>", "javascript:", " onclick")


def list_forms() -> list[tuple[Page, Form]]:
    """Return each page in each form that it comes in."""
    return [(page, form) for page in PAGES for form in page.forms]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "form"), list_forms(), ids=lambda part: getattr(part, "name", part))
def test_every_page_answers_in_every_form_and_language(
    client: TestClient, examples: Path, page: Page, form: Form, language: Language
) -> None:
    """A page says what it is; its HTML names its language and holds neither script nor style."""
    answer = client.get(write_address(page, form, examples), headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(MEDIA[form])
    assert answer.headers["content-security-policy"] == POLICY
    if form == "html":
        assert f'<html lang="{language}">' in answer.text
        assert not [made for made in FORBIDDEN if made in answer.text]
        assert answer.text.count("<h1") == 1
    elif form == "json":
        assert json.loads(answer.text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_has_not_changed_is_not_sent_again(client: TestClient, examples: Path, page: Page) -> None:
    """A page asked for with the tag it came with is not sent a second time."""
    address = write_address(page, "json", examples)
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_unknown_id_is_not_found(client: TestClient) -> None:
    """An address that names nothing is answered with 404, as a page and as JSON."""
    assert client.get("/entry/eng-nothing").status_code == 404
    assert client.get("/entry/eng-nothing.json").json()["status"] == 404


def test_a_date_that_is_none_is_refused(client: TestClient) -> None:
    """A filter that makes no sense is answered with 400 and what to write instead."""
    answer = client.get("/engagements.json?since=2026-02-30")
    assert answer.status_code == 400
    assert "2026-03-12" in answer.json()["error"]


def test_other_names_of_this_machine_are_not_answered(client: TestClient) -> None:
    """A site elsewhere that gives its own name our address gets nothing."""
    assert client.get("/", headers={"Host": "attacker.example"}).status_code == 400
