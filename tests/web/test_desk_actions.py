"""Correcting, proposing, judging and undoing by pages and by the API, alone and with others."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from desk_addresses import ORIGIN, log_in, make_client, make_key, read_meeting
from starlette.testclient import TestClient

from elshi.model.entry import Entry
from elshi.register import Register
from elshi.web.values import read_value, write_value


def read_entry(path: Path, ident: str) -> Entry | None:
    """Return the entry of this id as it is now; None where there is none."""
    with Register.open(path, readonly=True) as register:
        return next((entry for entry in register.find() if entry.id == ident), None)


def correct_date(client: TestClient, path: Path, **changes: str) -> tuple[int, str, str]:
    """Send a correction of the meeting's date; return the status, where to go on, and the page."""
    entry, version = read_meeting(path)
    sent = {"field": "date", "value": "2026-06-25", "quote": entry.fields["evidence"][0]["quote"]}
    sent |= {"version": version, "step": "save"} | changes
    answer = client.post(f"/entry/{entry.id}/correct", data=sent, headers=ORIGIN)
    return answer.status_code, answer.headers.get("location", ""), answer.text


def test_an_editor_corrects_at_once_and_undoes(team: Path) -> None:
    """The field has the value with the editor's name; one click on Undo gives back what was."""
    client = log_in(make_client(team), "editor")
    before, _ = read_meeting(team)
    status, to, _ = correct_date(client, team)
    assert status == 303
    assert (now := read_entry(team, before.id))
    assert now.fields["date"] == "2026-06-25"
    batch = re.fullmatch(rf"/entry/{before.id}\?done=(bat-\w+)", to)
    assert batch
    assert "Saved." in client.get(to).text
    with Register.open(team, readonly=True) as register:
        assert [j.by for j in register.judgements()] == ["Aizhan"]
    undone = client.post("/undo", data={"batch": batch[1], "next": f"/entry/{before.id}"}, headers=ORIGIN)
    assert undone.headers["location"] == f"/entry/{before.id}"
    assert read_entry(team, before.id) == before


def test_an_analyst_proposes_and_an_editor_accepts(team: Path) -> None:
    """Until then nothing changes; the review page shows the editor what was proposed, and by whom."""
    analyst, editor = log_in(make_client(team), "analyst"), log_in(make_client(team), "editor")
    before, _ = read_meeting(team)
    status, to, _ = correct_date(analyst, team, note="the second day")
    assert (status, read_entry(team, before.id)) == (303, before)
    assert "an editor will look at it" in analyst.get(to).text
    page = editor.get("/review?queue=proposals").text
    assert "Дәулет" in page
    assert "the second day" in page
    (ident,) = set(re.findall(r"/proposal/(pro-\w+)/accept", page))
    assert analyst.post(f"/proposal/{ident}/accept", headers=ORIGIN).status_code == 403
    assert editor.post(f"/proposal/{ident}/accept", headers=ORIGIN).status_code == 303
    assert (now := read_entry(team, before.id))
    assert now.fields["date"] == "2026-06-25"
    assert editor.post(f"/proposal/{ident}/decline", headers=ORIGIN).status_code == 409


def test_what_changed_meanwhile_is_not_overwritten(team: Path) -> None:
    """The second of two gets 409 with both versions, and can say it again of the new one."""
    one, other = log_in(make_client(team), "editor"), log_in(make_client(team), "admin")
    entry, version = read_meeting(team)
    assert correct_date(one, team)[0] == 303
    status, _, page = correct_date(other, team, value="2026-06-23", version=version)
    assert status == 409
    assert "Somebody changed this entry" in page
    dates = re.findall(r'<time title="([^"]+)"', page)
    assert dates == ["2026-06-24", "2026-06-25"]
    again = re.search(r'href="(/entry/[^"]+/correct\?field=[^"]+)"', page)
    assert again
    form = other.get(again[1].replace("&amp;", "&")).text
    assert 'value="2026-06-23"' in form
    (now,) = set(re.findall(r'name="version" value="([^"]+)"', form))
    assert correct_date(other, team, value="2026-06-23", version=now)[0] == 303
    assert (last := read_entry(team, entry.id))
    assert last.fields["date"] == "2026-06-23"


def test_the_effects_are_shown_before_anything_is_saved(team: Path) -> None:
    """The button shows what would become of the entry, and keeps what was typed."""
    client = log_in(make_client(team), "editor")
    before, _ = read_meeting(team)
    status, _, page = correct_date(client, team, step="preview", note="the second day")
    assert status == 200
    assert 'Date becomes <span lang="">&#34;2026-06-25&#34;</span>' in page
    assert 'value="the second day"' in page
    assert read_entry(team, before.id) == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"value": "yesterday"}, "is no date of EDTF"),
        ({"quote": "words that no report has"}, "select the words in the text"),
        ({"quote": ""}, "needs the words that say so"),
        ({"field": "type", "value": "party"}, "is no Type; give one of"),
        ({"field": "place", "value": "somewhere"}, "is no place"),
        ({"field": "participants", "value": "[1]"}, "People is an object of JSON"),
        ({"field": "secret", "value": "x"}, "is no field that can be corrected"),
        ({"version": "yesterday"}, "is no version"),
    ],
)
def test_what_will_not_do_is_said_beside_what_was_typed(
    team: Path, changes: dict[str, str], said: str
) -> None:
    """The form comes back with 422, the reason, and all that was typed; nothing is saved."""
    client = log_in(make_client(team), "editor")
    before, _ = read_meeting(team)
    status, _, page = correct_date(client, team, note="kept", **changes)
    assert status == 422
    assert said in page.replace("</span>", "")
    assert 'value="kept"' in page
    assert read_entry(team, before.id) == before


def test_words_that_were_pasted_need_not_have_the_same_blanks(team: Path) -> None:
    """What is selected on a page has other line breaks; the quote is that of the report all the same."""
    client = log_in(make_client(team), "editor")
    entry, _ = read_meeting(team)
    quote = entry.fields["evidence"][0]["quote"]
    assert correct_date(client, team, quote=quote.replace(" ", " \r\n  "))[0] == 303
    with Register.open(team, readonly=True) as register:
        (judgement,) = register.judgements()
    assert judgement.quote
    assert judgement.quote.quote == quote


def test_many_are_rejected_together_and_come_back_together(team: Path) -> None:
    """What was chosen in a list is one action; undo gives all of it back."""
    client = log_in(make_client(team), "editor")
    with Register.open(team, readonly=True) as register:
        entries = [entry for entry in register.find() if entry.kind == "engagement"][:3]
        before = register.count()
    idents = [entry.id for entry in entries]
    chosen = [f"{i} {client.get(f'/api/entries/{i}').headers['etag'].strip(chr(34))}" for i in idents]
    sent = {"act": "reject", "chosen": chosen, "next": "/review"}
    done = client.post("/review/many", data=sent, headers=ORIGIN)
    assert done.status_code == 303
    assert not [ident for ident in idents if read_entry(team, ident)]
    assert client.post("/undo", headers=ORIGIN).status_code == 303
    with Register.open(team, readonly=True) as register:
        assert register.count() == before
    assert client.post("/review/many", data={"act": "reject"}, headers=ORIGIN).status_code == 422


def test_the_machines_score_is_shown_after_the_judgement(team: Path) -> None:
    """Before, it is nowhere on the page; afterwards the page says what the machine thought of that pair."""
    client = log_in(make_client(team), "editor")
    with Register.open(team, readonly=True) as register:
        pair = register.candidates()[0]
    page = client.get("/review").text
    assert pair.reasons[0] not in page
    sent = dict(re.findall(r'name="(one|other|version|other_version|next)" value="([^"]*)"', page))
    done = client.post(
        "/review/judge", data=sent | {"verdict": "different", "next": "/review"}, headers=ORIGIN
    )
    after = client.get(done.headers["location"]).text
    assert pair.reasons[0] in after
    assert "The machine gave the last pair" in after


def test_a_program_judges_what_it_saw(team: Path) -> None:
    """Without If-Match 428, with an old one 409 and both versions, with the present one 201."""
    client, key = make_client(team), make_key(team, "editor")
    entry, _ = read_meeting(team)
    tag = client.get(f"/api/entries/{entry.id}", headers=key).headers["etag"]
    quote = entry.fields["evidence"][0]["quote"]
    act = {"verdict": "correct", "one": entry.id, "field": "date", "value": "2026-06-25", "quote": quote}
    assert client.post("/api/judgements", json=act, headers=key).status_code == 428
    effects = client.post("/api/preview", json=act, headers=key).json()
    assert [effect["what"] for effect in effects] == ['date becomes "2026-06-25"']
    made = client.post("/api/judgements", json=act, headers=key | {"If-Match": tag})
    assert made.status_code == 201
    assert made.json()["judgements"][0]["value"] == "2026-06-25"
    late = client.post("/api/judgements", json=act | {"value": "2026-06-23"}, headers=key | {"If-Match": tag})
    assert late.status_code == 409
    assert [late.json()[name]["date"] for name in ("seen", "now")] == ["2026-06-24", "2026-06-25"]
    undone = client.post("/api/undo", json={"batch": made.json()["batch"]}, headers=key)
    assert undone.json()["judgements"][0]["withdrawn_by"] == "Aizhan"
    assert read_entry(team, entry.id) == entry


def test_a_program_without_the_right_to_judge_proposes(team: Path) -> None:
    """It gets 202 and the proposal, which an editor's program accepts."""
    client, key, editor = make_client(team), make_key(team, "analyst"), make_key(team, "editor")
    entry, _ = read_meeting(team)
    act = {"verdict": "reject", "one": entry.id, "note": "a rehearsal"}
    made = client.post("/api/judgements", json=act, headers=key | {"If-Match": "*"})
    assert made.status_code == 202
    ident = made.json()["proposal"]["id"]
    assert client.post(f"/api/proposals/{ident}/accept", headers=key).status_code == 403
    assert client.post(f"/api/proposals/{ident}/accept", headers=editor).status_code == 200
    assert read_entry(team, entry.id) is None
    (kept,) = client.get("/api/proposals", headers=key).json()
    assert (kept["decision"], kept["decided_by"]) == ("accepted", "Aizhan")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parties", ["KZ", "NO"]),
        ("parties", []),
        ("topics", ["energy"]),
        ("place", {"city": "Amman", "country": "JO"}),
        ("place", {"city": None, "country": "JO"}),
        ("date", "2026-03-09/2026-03-19"),
        ("date", None),
        ("type", "meeting"),
        ("event", {"name": "Astana Forum", "surface": "форуме", "ordinal": 3}),
    ],
)
def test_a_value_is_typed_as_it_is_shown(field: str, value: object) -> None:
    """What stands in the box, sent back as it is, means the same value."""
    assert read_value(field, write_value(field, value)) == value


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}"])
def test_what_people_type_is_shown_as_words(team: Path, words: str) -> None:
    """Notes, values, quotes and where to go next stand on pages letter for letter, and do nothing there."""
    client = log_in(make_client(team), "analyst")
    assert correct_date(client, team, note=words)[0] == 303
    entry, _ = read_meeting(team)
    typed = {"field": "target", "value": words, "quote": words, "note": words, "done": words, "next": words}
    pages = [
        client.get("/review?queue=proposals").text,
        client.get("/review", params={"after": words, "queue": words, "done": words}).text,
        client.get(f"/entry/{entry.id}/correct", params=typed).text,
        client.post(f"/entry/{entry.id}/correct", data=typed, headers=ORIGIN).text,
        make_client(team).get("/login", params=typed).text,
        make_client(team).post("/login", data=typed | {"name": words}, headers=ORIGIN).text,
    ]
    assert html.escape(words) in pages[0].replace("&#34;", "&quot;")
    for page in pages:
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "49" not in re.findall(r">([^<>]*)<", page)
