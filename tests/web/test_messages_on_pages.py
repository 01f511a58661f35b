"""What is wrong with a request is said in the language of the page: wrong requests of every kind, in each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from addresses import make_site
from desk_addresses import NAMES, ORIGIN, PASSWORD, log_in, make_client, read_meeting
from starlette.testclient import TestClient

from elshi.model.entry import Problem
from elshi.model.report import LANGUAGES, Language
from elshi.register import Register
from elshi.web.app import make_app
from elshi.web.gate import MOST_BYTES
from elshi.web.languages import COOKIE

MARKED = re.compile(r'<code>.*?</code>|<span lang="">.*?</span>', re.DOTALL)  # commands, and what is not ours
EXAMPLES = re.compile(r"\b(?:KZ|NO|JO|QA|UN|Amman|JSON|EDTF|HTML|UTF-8|Elshi|RSS|Atom|UTC|date)\b|&\w+;")
WRONG_ADDRESSES = [
    ("/engagements?since=yesterday", 400),
    ("/engagements?since=2026-05&until=2026-01", 400),
    ("/engagements?country=Norway", 400),
    ("/engagements?page=last", 400),
    ("/engagements?size=7", 400),
    (f"/engagements?q={'a' * 501}", 400),
    ("/?as_of=never", 400),
    ("/brief?country=ZZ", 400),
    ("/entry/nosuch", 404),
    ("/report/nosuch", 404),
    ("/person/nosuch", 404),
    ("/office/nosuch", 404),
    ("/country/nosuch", 404),
    ("/pair/KZ-KZ", 404),
    ("/body/NOSUCH", 404),
    ("/event/nosuch", 404),
    ("/chart/nosuch", 404),
    ("/nosuch", 404),
    ("/users", 403),
]
WRONG_QUESTIONS = [
    '"open',
    "nosuch:x",
    "topic:party",
    "date:never",
    "date:2026-02-31",
    "who:",
    "??",
    "type:a type:b",
]
WRONG_CORRECTIONS = [
    {"value": "yesterday"},
    {"quote": "words that no report has"},
    {"quote": ""},
    {"field": "type", "value": "party"},
    {"field": "place", "value": "somewhere"},
    {"field": "participants", "value": "[1]"},
    {"field": "participants", "value": "["},
    {"field": "event", "value": "{}"},
    {"field": "part_of", "value": "nosuch"},
    {"field": "secret", "value": "x"},
    {"version": "yesterday"},
]
WRONG_USERS = [
    ("add", {"name": "", "role": "reader", "password": PASSWORD}),
    ("add", {"name": "Guest", "role": "king", "password": PASSWORD}),
    ("add", {"name": "Guest", "role": "reader", "password": "short"}),
    ("add", {"name": "Guest", "role": "reader", "password": "a" * 20}),
    ("add", {"name": NAMES["editor"], "role": "reader", "password": PASSWORD}),
    ("role", {"name": NAMES["admin"], "role": "reader"}),
    ("remove", {"name": "nobody"}),
    ("restore", {"name": "nobody"}),
    ("token", {"name": NAMES["reader"], "label": ""}),
    ("token", {"name": NAMES["reader"], "label": "a", "days": "many"}),
    ("token", {"name": NAMES["reader"], "label": "a", "chosen": "judge"}),
    ("revoke", {"token": "tok-nosuch"}),
]
UNREAD = [
    ("the server says 404 Not Found", "take the address out, or look for the new one"),
    ("the text is in Uzbek", "Elshi reads Kazakh, Russian and English"),
    ("byte 17 (0xd1) is not utf-8", "save it as UTF-8"),
    ("it is a PDF document, not text", "save the report as plain text or HTML"),
    ("a.example does not answer (timed out)", "it is asked again later"),
    ("a.example is at 10.0.0.1: a private network", "where that is meant, allow private networks"),
    ("there are too few words to tell the language", "give a whole report"),
]


def list_foreign(said: str) -> list[str]:
    """Return the Latin words of a piece of a page that are neither values, commands nor examples."""
    words = re.sub(r"<[^>]*>", " ", MARKED.sub(" ", said))
    return re.findall("[A-Za-z]{2,}", EXAMPLES.sub(" ", words.replace("PDF", "")))


def check(said: str, language: Language, page: str) -> None:
    """Assert that a piece of a page says something, in the language of the page."""
    assert f'<html lang="{language}"' in page
    assert re.search(r"\w{3}", re.sub(r"<[^>]*>", "", said))
    assert language == "en" or list_foreign(said) == []
    assert ('lang="en"' in said) is False


def take_out(page: str, pattern: str) -> str:
    """Return the piece of a page that `pattern` finds."""
    found = re.search(pattern, page, re.DOTALL)
    assert found, page
    return found[1]


def speak(client: TestClient, language: Language) -> TestClient:
    """Choose the language of the pages that come."""
    client.cookies.set(COOKIE, language)
    return client


@pytest.fixture(scope="module")
def team_of_readers(team_place: Path) -> Path:
    """Return a register that these tests do not write."""
    return team_place


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_address_is_answered_in_the_language_of_the_page(
    team_of_readers: Path, language: Language
) -> None:
    """A bad date, an unknown code, an id of nothing: each page of an error says it in its own language."""
    client = speak(log_in(make_client(team_of_readers), "reader"), language)
    for address, status in WRONG_ADDRESSES:
        answer = client.get(address)
        assert answer.status_code == status, address
        check(take_out(answer.text, "<main[^>]*>(.*)</main>"), language, answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_question_is_answered_in_the_language_of_the_page(
    team_of_readers: Path, language: Language
) -> None:
    """The page of the search says what is wrong with the question."""
    client = speak(log_in(make_client(team_of_readers), "reader"), language)
    for question in WRONG_QUESTIONS:
        page = client.get("/search", params={"q": question}).text
        check(take_out(page, '<p class="note">(.*?)</p>'), language, page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_correction_is_answered_in_the_language_of_the_page(
    team_of_readers: Path, language: Language
) -> None:
    """The form comes back with the reason; so does what it would change, where nothing is wrong."""
    client = speak(log_in(make_client(team_of_readers), "editor"), language)
    entry, version = read_meeting(team_of_readers)
    sent = {"field": "date", "value": "2026-06-25", "quote": entry.fields["evidence"][0]["quote"]}
    for changes in WRONG_CORRECTIONS:
        wrong = sent | {"version": version, "step": "save"} | changes
        answer = client.post(f"/entry/{entry.id}/correct", data=wrong, headers=ORIGIN)
        assert answer.status_code == 422, changes
        check(take_out(answer.text, 'role="alert">(.*?)</p>'), language, answer.text)
    shown = client.post(f"/entry/{entry.id}/correct", data=sent | {"step": "preview"}, headers=ORIGIN).text
    check(take_out(shown, '<ul class="effects">(.*?)</ul>'), language, shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_admin_may_not_do_is_said_in_the_language_of_the_page(
    team_of_readers: Path, language: Language
) -> None:
    """Names, roles, passwords and tokens that will not do are refused with the reason."""
    client = speak(log_in(make_client(team_of_readers), "admin"), language)
    for action, sent in WRONG_USERS:
        answer = client.post(f"/users/{action}", data=sent, headers=ORIGIN)
        assert answer.status_code == 422, sent
        check(take_out(answer.text, 'role="alert">(.*?)</p>'), language, answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_refused_at_the_door_is_said_in_the_language_of_the_page(
    team_of_readers: Path, language: Language
) -> None:
    """A missing right, nothing to undo, another site, too much, too many logins, a wrong password."""
    reader = speak(log_in(make_client(team_of_readers), "reader"), language)
    editor = speak(log_in(make_client(team_of_readers), "editor"), language)
    entry, _ = read_meeting(team_of_readers)
    elsewhere = {"Origin": "https://elsewhere.example"}
    answers = [
        (403, reader.post(f"/entry/{entry.id}/reject", headers=ORIGIN)),
        (403, reader.post("/undo", headers=elsewhere)),
        (413, reader.post("/undo", content=b"a" * (MOST_BYTES + 1), headers=ORIGIN)),
        (409, editor.post("/undo", headers=ORIGIN)),
        (404, editor.post("/proposal/pro-nosuch/accept", headers=ORIGIN)),
        (422, editor.post("/review/many", data={"act": "reject"}, headers=ORIGIN)),
        (422, editor.post("/review/judge", data={"verdict": "perhaps"}, headers=ORIGIN)),
        (405, editor.get("/undo")),
    ]
    wrong = {"name": "nobody", "password": "wrong"}
    guest = speak(make_client(team_of_readers), language)
    answers += [(403 if n < 5 else 429, guest.post("/login", data=wrong, headers=ORIGIN)) for n in range(6)]
    for status, answer in answers:
        assert answer.status_code == status, (answer.url, answer.text)
        check(take_out(answer.text, "<main[^>]*>(.*)</main>"), language, answer.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_could_not_be_read_is_said_in_the_language_of_the_page(
    tmp_path: Path, language: Language
) -> None:
    """Causes and advice are kept as English sentences, and shown in each language."""
    path = tmp_path / "elshi.db"
    with Register.open(path) as register:
        for number, (cause, advice) in enumerate(UNREAD):
            register.add_problem(Problem(f"{number}.html", None, cause, advice))
    with TestClient(make_app(make_site(path)), base_url="http://localhost") as client:
        page = client.get(f"/sources?lang={language}").text
        data = client.get("/sources.json").json()
    check(take_out(page, '<section aria-labelledby="unread">(.*?)</section>'), language, page)
    assert [(one["cause"], one["advice"]) for one in data["problems"]] == UNREAD


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_register_that_is_gone_is_said_in_the_language_of_the_page(
    tmp_path: Path, language: Language
) -> None:
    """The page of the error tells what to do, for programs it is the English sentence."""
    path = tmp_path / "elshi.db"
    with TestClient(make_app(make_site(path)), base_url="http://localhost") as client:
        answer = client.get(f"/?lang={language}")
        told = client.get("/today.json").json()["error"]
    assert answer.status_code == 503
    check(take_out(answer.text, "<main[^>]*>(.*)</main>"), language, answer.text)
    assert told.endswith("there is no register here; make one with `elshi add`, or give another register")
