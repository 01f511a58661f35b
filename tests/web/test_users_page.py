"""Users managed in the browser: what an admin does there, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk_addresses import NAMES, ORIGIN, PASSWORD, log_in, make_client
from starlette.testclient import TestClient

from elshi.model.report import LANGUAGES, Language

OTHER = "another walk to Astana"  # of nobody


def send(client: TestClient, action: str, **sent: str) -> tuple[int, str]:
    """Send a form of the page; return the status, and the page or where to go on."""
    answer = client.post(f"/users/{action}", data=sent, headers=ORIGIN)
    return answer.status_code, answer.headers.get("location") or answer.text


def test_an_admin_manages_users(team: Path) -> None:
    """Who is added can log in; another role, another password and removal each end what was open."""
    admin, guest = log_in(make_client(team), "admin"), make_client(team)
    assert send(admin, "add", name="Guest", role="reader", password=PASSWORD)[0] == 303
    enter = {"name": "Guest", "password": PASSWORD}
    assert guest.post("/login", data=enter, headers=ORIGIN).status_code == 303
    assert guest.get("/review").status_code == 403
    assert send(admin, "role", name="Guest", role="editor")[0] == 303
    assert guest.get("/review").status_code == 303  # to the login
    guest.post("/login", data=enter, headers=ORIGIN)
    assert guest.get("/review").status_code == 200
    assert send(admin, "remove", name="Guest") == (303, "/users?done=saved")
    assert guest.get("/").status_code == 303
    assert guest.post("/login", data=enter, headers=ORIGIN).status_code == 403
    send(admin, "restore", name="Guest")
    send(admin, "password", name="Guest", password=OTHER)
    assert guest.post("/login", data=enter, headers=ORIGIN).status_code == 403
    changed = enter | {"password": OTHER}
    assert guest.post("/login", data=changed, headers=ORIGIN).status_code == 303


def test_a_token_is_shown_once_and_opens_what_was_ticked(team: Path) -> None:
    """The secret stands on the page that follows and on no other; revoked, it opens nothing."""
    admin = log_in(make_client(team), "admin")
    sent = {"name": NAMES["editor"], "label": "nightly", "days": "30", "chosen": ["read"]}
    page = admin.post("/users/token", data=sent, headers=ORIGIN)
    (secret,) = set(re.findall(r"elshi_[\w-]{43}", page.text))
    assert page.headers["cache-control"] == "no-store"
    listed = admin.get("/users").text
    assert secret not in listed
    assert "elshi_" not in admin.get("/users.json").text
    key, program = {"Authorization": f"Bearer {secret}"}, make_client(team)
    assert program.get("/api/entries", headers=key).status_code == 200
    assert program.get("/api/proposals", headers=key).status_code == 403
    (ident,) = set(re.findall(r"tok-[0-9a-f]{12}", listed))
    assert send(admin, "revoke", token=ident)[0] == 303
    assert program.get("/api/entries", headers=key).status_code == 401


@pytest.mark.parametrize(
    ("action", "sent", "said"),
    [
        ("add", {"name": "Guest", "role": "reader", "password": "short"}, "at least 12"),
        ("add", {"name": "Aizhan", "role": "reader", "password": PASSWORD}, "is a user already"),
        ("add", {"name": "Guest", "role": "king", "password": PASSWORD}, "is no role"),
        ("add", {"name": "", "role": "reader", "password": PASSWORD}, "is no name"),
        ("role", {"name": "Serik", "role": "reader"}, "is the only admin"),
        ("remove", {"name": "Serik"}, "is the only admin"),
        ("remove", {"name": "Nobody"}, "is no user"),
        ("restore", {"name": "Aizhan"}, "was removed"),
        ("token", {"name": "Aizhan", "label": "", "chosen": "read"}, "has a label"),
        ("token", {"name": "Aizhan", "label": "nightly"}, "cannot have the right to nothing"),
        ("token", {"name": "Rauan", "label": "nightly", "chosen": "judge"}, "cannot have the right to judge"),
        ("token", {"name": "Aizhan", "label": "a", "chosen": "read", "days": "-1"}, "is no number of days"),
        ("revoke", {"token": "tok-none"}, "is no token"),
    ],
)
def test_what_will_not_do_is_said_on_the_page(
    team: Path, action: str, sent: dict[str, str], said: str
) -> None:
    """The page comes back with 422 and the reason; a password that was typed is not on it."""
    status, page = send(log_in(make_client(team), "admin"), action, **sent)
    assert status == 422
    assert said in page.replace("&#39;", "'")
    assert PASSWORD not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_secret_of_a_user_is_on_the_page(team: Path, language: Language) -> None:
    """Neither as page nor as JSON does it tell hashes; names are words whatever stands in them."""
    admin = log_in(make_client(team), "admin")
    hostile = "<img src=x onerror=alert(1)>"
    send(admin, "add", name=hostile, role="reader", password=PASSWORD)
    page = admin.get(f"/users?lang={language}").text
    assert f'<html lang="{language}">' in page
    assert "&lt;img src=x" in page
    assert "<img" not in page
    assert "argon2" not in page + admin.get("/users.json").text


def test_for_oneself_there_are_no_users(client: TestClient) -> None:
    """At one's own machine nobody is managed: the page is not there, nor in the menu."""
    assert client.get("/users").status_code == 404
    assert client.post("/users/add", headers=ORIGIN).status_code == 404
    assert "/users" not in client.get("/help").text
