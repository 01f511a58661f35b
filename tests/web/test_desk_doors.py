"""Logging in and out, what is refused at the door, and how it is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk_addresses import NAMES, ORIGIN, PASSWORD, log_in, make_client, make_key, read_meeting
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from elshi.errors import UsageError
from elshi.model.account import ROLES
from elshi.web.gate import MOST_BYTES
from elshi.web.headers import POLICY
from elshi.web.redirects import add_parameter, read_next
from elshi.web.server import Doors, refuse_doors

ELSEWHERE = [
    "//elsewhere.example",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n/elsewhere.example",
    "/%0a//elsewhere.example\r\nSet-Cookie: a=b",
    "https://elsewhere.example",
    "https:elsewhere.example",
    "HTTPS://elsewhere.example",
    "javascript:alert(1)",
    "data:text/html,a",
    " //elsewhere.example",
    "elsewhere.example",
    "http://localhost@elsewhere.example",
    "//localhost@elsewhere.example",
    "/ /elsewhere.example",
    "\u2044\u2044elsewhere.example",
    "",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_a_login_leads_nowhere_else(team: Path, address: str) -> None:
    """Whatever `next` says, the browser goes to a page of ours: the first one, or a path here."""
    client = make_client(team)
    sent = {"name": NAMES["reader"], "password": PASSWORD, "next": address}
    to = client.post("/login", data=sent, headers=ORIGIN).headers["location"]
    assert to == "/" or not to.startswith(("//", "/\\"))
    assert "elsewhere.example" not in to or to.startswith("/%")
    assert "set-cookie: a=b" not in str(client.cookies).lower()


@given(st.text(alphabet="/\\:.@?#%ax\t\n ", max_size=12))
def test_an_address_to_go_to_is_a_path_of_ours(address: str) -> None:
    """It begins with one slash and has no blank, control or backslash in it, whatever was given."""
    to = read_next(address)
    assert to.startswith("/")
    assert not to.startswith("//")
    assert not set(to) & set("\\\t\n ")


def test_a_parameter_is_set_in_an_address() -> None:
    """Others stay, the same one is replaced, an empty one is taken out, the part after # stays last."""
    assert add_parameter("/review?queue=pairs", "done", "bat-1") == "/review?queue=pairs&done=bat-1"
    assert add_parameter("/review?done=bat-1#mark", "done", "bat-2") == "/review?done=bat-2#mark"
    assert add_parameter("/review?done=bat-1", "done", "") == "/review"


def test_a_visitor_is_asked_to_log_in_and_led_on(team: Path) -> None:
    """The page that was asked for comes after the login; the cookie is for HTTP and this site alone."""
    client = make_client(team)
    asked = client.get("/engagements?country=NO")
    assert asked.status_code == 303
    assert asked.headers["location"] == "/login?next=%2Fengagements%3Fcountry%3DNO"
    form = client.get(asked.headers["location"])
    assert 'value="/engagements?country=NO"' in form.text
    sent = {"name": "aizhan", "password": PASSWORD, "next": "/engagements?country=NO"}
    done = client.post("/login", data=sent, headers=ORIGIN)
    assert done.headers["location"] == "/engagements?country=NO"
    cookie = done.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert client.get("/engagements").status_code == 200


def test_over_tls_the_cookie_is_sent_by_tls_alone(team: Path) -> None:
    """It is Secure, and named so that no other host of the domain can plant it."""
    client = make_client(team)
    client.base_url = "https://localhost"
    sent = {"name": "Aizhan", "password": PASSWORD}
    cookie = client.post("/login", data=sent, headers={"Origin": "https://localhost"}).headers["set-cookie"]
    assert cookie.startswith("__Host-elshi_session=")
    assert "Secure" in cookie


def test_after_logging_out_the_secret_opens_nothing(team: Path) -> None:
    """Not even where somebody kept the cookie."""
    client = log_in(make_client(team), "reader")
    kept = dict(client.cookies)
    assert client.get("/").status_code == 200
    assert client.post("/logout", headers=ORIGIN).headers["location"] == "/login"
    other = make_client(team)
    other.cookies.update(kept)
    assert other.get("/").status_code == 303


def test_a_login_gives_a_new_secret(team: Path) -> None:
    """What the browser had before, perhaps planted by somebody, is not taken up."""
    client = make_client(team)
    client.cookies.set("elshi_session", "planted")
    log_in(client, "reader")
    first = client.cookies.get("elshi_session", domain="localhost.local")
    log_in(client, "reader")
    assert first != client.cookies.get("elshi_session", domain="localhost.local")


def test_who_fails_five_times_waits(team: Path) -> None:
    """The sixth attempt is answered with 429 and how long to wait, even with the right password."""
    client = make_client(team)
    wrong = {"name": "Aizhan", "password": "a guess of many"}
    statuses = [client.post("/login", data=wrong, headers=ORIGIN).status_code for _ in range(5)]
    assert statuses == [403] * 5
    late = client.post("/login", data={"name": "AIZHAN", "password": PASSWORD}, headers=ORIGIN)
    assert late.status_code == 429
    assert 0 < int(late.headers["retry-after"]) <= 15 * 60 + 1
    log_in(client, "reader")  # another name is not locked out


def test_a_wrong_name_and_a_wrong_password_are_told_alike(team: Path) -> None:
    """Nobody learns from the answer who is a user."""
    client = make_client(team)
    texts = [
        client.post("/login", data={"name": name, "password": "a guess of many"}, headers=ORIGIN).text
        for name in ("Aizhan", "Nobody")
    ]
    assert texts[0] == texts[1]


def test_tokens_are_not_tried_for_ever(team: Path) -> None:
    """After thirty wrong ones from one address comes 429."""
    client = make_client(team)
    statuses = [
        client.get("/api/entries", headers={"Authorization": f"Bearer elshi_{n}"}).status_code
        for n in range(31)
    ]
    assert statuses == [401] * 30 + [429]


def test_a_name_that_is_not_ours_is_refused(team: Path) -> None:
    """A page elsewhere that gave its name our address reads nothing (DNS rebinding)."""
    key = make_key(team, "admin")
    answer = make_client(team).get("/api/entries", headers=key | {"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "entries" not in answer.text


def test_who_sends_too_much_is_refused(team: Path) -> None:
    """More than 256 KiB is answered with 413, whether the length is said beforehand or not."""
    client = log_in(make_client(team), "editor")
    body = b"a" * (MOST_BYTES + 1)
    assert client.post("/undo", content=body, headers=ORIGIN).status_code == 413
    chunks = (body[i : i + 9000] for i in range(0, len(body), 9000))
    answer = client.post("/api/undo", content=chunks, headers=ORIGIN)
    assert answer.status_code == 413
    assert answer.json()["status"] == 413


@pytest.mark.parametrize(
    "body",
    [b"[" * 100_000, b'{"verdict": NaN}', b'{"one": "\\ud800"}', b"\xff\xfe", b"nothing", b'{"one": 1}', b""],
    ids=["deep", "nan", "half", "bytes", "words", "number", "empty"],
)
def test_what_is_no_act_is_refused(team: Path, body: bytes) -> None:
    """JSON that is none, too deep, or no act is answered with 422 and one line."""
    answer = make_client(team).post("/api/preview", content=body, headers=make_key(team, "editor"))
    assert answer.status_code == 422
    assert answer.json()["error"]


@pytest.mark.parametrize(
    "path", ["/nothing", "/entry/eng-none", "/login", "/api/entries", "/entry/x.json", "/"]
)
def test_every_answer_has_the_policy(team: Path, path: str) -> None:
    """Refusals and errors too allow no script or style in the page, no frame, and no guess at the type."""
    headers = make_client(team).get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("doors", "said"),
    [
        (Doors("0.0.0.0", 8600), "could be reached by others"),  # noqa: S104 -- it is refused
        (Doors("192.168.1.5", 8600, names=("desk",)), "could be reached by others"),
        (Doors("0.0.0.0", 8600, users=True), "give with --name"),  # noqa: S104 -- it is refused
    ],
)
def test_pages_do_not_stand_open_to_others(team: Path, doors: Doors, said: str) -> None:
    """Beyond this machine they are served with users only, and under names that are known."""
    with pytest.raises(UsageError, match=said):
        refuse_doors(doors, team)


def test_users_are_asked_for_only_where_there_are_some(examples: Path, team: Path) -> None:
    """With --users and nobody added nobody could come in, which is said at once."""
    with pytest.raises(UsageError, match="elshi users add"):
        refuse_doors(Doors("127.0.0.1", 8600, users=True), examples.with_name("lonely.db"))
    refuse_doors(Doors("0.0.0.0", 8600, users=True, names=("desk.example.org",)), team)  # noqa: S104 -- with users


def test_the_how_to_page_has_every_role() -> None:
    """What the page for teams says that roles may is the table of the program, role by role in its order."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "serve-a-team.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| (\w+) \| ", page, re.MULTILINE)
    assert [name for name in named if name in ROLES] == list(ROLES)


def test_for_oneself_nobody_logs_in(client: TestClient, examples: Path) -> None:
    """At one's own machine there is no login, and one may correct."""
    entry, _ = read_meeting(examples)
    assert client.get("/login", follow_redirects=False).status_code == 404
    assert client.get(f"/entry/{entry.id}/correct").status_code == 200
