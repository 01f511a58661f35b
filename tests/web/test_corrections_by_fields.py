"""People, forums and what an engagement is part of, corrected by the fields of a form."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from desk_addresses import ORIGIN, log_in, make_client, read_meeting
from starlette.testclient import TestClient

from elshi.model.entry import Entry
from elshi.model.query import Query
from elshi.register import Register

INPUT = re.compile(r'<input(?: type="hidden")?(?: id="[^"]*")? name="([^"]+)" value="([^"]*)"')
SELECT = re.compile(r'<select id="[^"]*" name="([^"]+)">(.*?)</select>', re.DOTALL)
CHOSEN = re.compile(r'<option value="([^"]*)" selected')


def read_form(client: TestClient, ident: str, field: str) -> dict[str, str]:
    """Return what the form for a field would send as it stands."""
    page = client.get(f"/entry/{ident}/correct?field={field}").text
    form = page[page.index('class="correction"') : page.index("/reject")]
    sent = {name: unescape(value) for name, value in INPUT.findall(form)}
    for name, options in SELECT.findall(form):
        sent[name] = (CHOSEN.findall(options) or [""])[0]
    return sent


def save(client: TestClient, entry: Entry, field: str, **changes: str) -> tuple[int, str]:
    """Send the form for a field with changes and words of the report; return the status and the page."""
    quote = entry.fields["evidence"][0]["quote"]
    sent = read_form(client, entry.id, field) | {"quote": quote, "step": "save"} | changes
    answer = client.post(f"/entry/{entry.id}/correct", data=sent, headers=ORIGIN)
    return answer.status_code, unescape(answer.text)


def read_fields(path: Path, ident: str) -> dict[str, object]:
    """Return the fields of the engagement as it is now."""
    with Register.open(path, readonly=True) as register:
        entry = register.show(ident)
    assert isinstance(entry, Entry)
    return dict(entry.fields)


def test_a_person_is_corrected_and_another_added(team: Path) -> None:
    """An office chosen in the list and a name in an empty row are enough; the others stay as they are."""
    client = log_in(make_client(team), "editor")
    entry, _ = read_meeting(team)
    people = entry.fields["participants"]
    changes = {
        "office-0": "ambassador",
        f"name-{len(people)}": "Nurlan Temirov",
        f"represents-{len(people)}": "KZ",
    }
    assert save(client, entry, "participants", **changes)[0] == 303
    now = read_fields(team, entry.id)["participants"]
    assert isinstance(now, list)
    told = {person["name"]: person for person in now}
    assert told[people[0]["name"]]["office"] == "ambassador"
    assert told["Nurlan Temirov"]["represents"] == "KZ"
    assert set(told) == {person["name"] for person in people} | {"Nurlan Temirov"}


def test_a_person_whose_name_is_taken_out_is_left_out(team: Path) -> None:
    """Of two people one stays."""
    client = log_in(make_client(team), "editor")
    entry, _ = read_meeting(team)
    assert save(client, entry, "participants", **{"name-0": ""})[0] == 303
    now = read_fields(team, entry.id)["participants"]
    assert isinstance(now, list)
    assert [p["name"] for p in now] == [p["name"] for p in entry.fields["participants"]][1:]


def test_a_forum_is_corrected_by_its_name_and_number(team: Path) -> None:
    """The two fields make the event; without a name there is none."""
    client = log_in(make_client(team), "editor")
    entry, _ = read_meeting(team)
    changes = {"event-name": "Astana Forum", "event-ordinal": "3"}
    assert save(client, entry, "event", **changes)[0] == 303
    event = read_fields(team, entry.id)["event"]
    assert isinstance(event, dict)
    assert (event["name"], event["ordinal"]) == ("Astana Forum", 3)
    status, page = save(client, entry, "event", **{"event-ordinal": "third"})
    assert (status, "is a whole number" in page) == (422, True)
    assert 'value="third"' in page
    assert save(client, entry, "event", **{"event-name": ""})[0] == 303
    assert read_fields(team, entry.id)["event"] is None


@pytest.fixture
def two(team: Path) -> tuple[Entry, Entry]:
    """Return the meeting of the tests, and another engagement."""
    entry, _ = read_meeting(team)
    with Register.open(team, readonly=True) as register:
        found = register.find(Query(kind="engagement"))
        other = next(e for e in found if e.id != entry.id and not e.fields["part_of"])
    return entry, other


def test_what_an_engagement_is_part_of_is_chosen(team: Path, two: tuple[Entry, Entry]) -> None:
    """The other one then has it within it; both pages say so, and Undo takes it back."""
    client = log_in(make_client(team), "editor")
    entry, other = two
    assert save(client, entry, "part_of", other=other.id)[0] == 303
    assert read_fields(team, entry.id)["part_of"] == other.id
    assert f'href="/entry/{other.id}"' in client.get(f"/entry/{entry.id}").text
    within = client.get(f"/entry/{other.id}").text
    assert entry.id in within[within.index("Within it") :]
    assert read_form(client, entry.id, "part_of")["value"] == other.id
    assert save(client, entry, "part_of", value="")[0] == 303
    assert read_fields(team, entry.id)["part_of"] is None
    client.post("/undo", headers=ORIGIN)
    assert read_fields(team, entry.id)["part_of"] == other.id


def test_nothing_is_part_of_itself(team: Path, two: tuple[Entry, Entry]) -> None:
    """Neither at once nor by way of another; what is no engagement has no parts."""
    client = log_in(make_client(team), "editor")
    entry, other = two
    assert "is the same" in save(client, entry, "part_of", other=entry.id)[1]
    assert save(client, entry, "part_of", other=other.id)[0] == 303
    status, page = save(client, other, "part_of", other=entry.id)
    assert (status, "took place in the course of" in page) == (422, True)
    with Register.open(team, readonly=True) as register:
        tenure = next(iter(register.find(Query(kind="tenure"))))
    assert "is a tenure" in save(client, entry, "part_of", other=tenure.id)[1]
    assert "of no single entry" in save(client, entry, "part_of", other="eng-nothing")[1]
