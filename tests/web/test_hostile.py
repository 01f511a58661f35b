"""What comes from outside stays words: no page makes a tag, a script or an address of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from addresses import make_site, write_address
from starlette.testclient import TestClient

from elshi.model.query import Query
from elshi.model.report import Capture
from elshi.reader import Reader
from elshi.register import Register
from elshi.web.app import make_app
from elshi.web.routes import PAGES, Page

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{7*7}}{% raw %}",
    "</textarea><iframe srcdoc=x>",
    "&lt;b&gt;<b onmouseover=alert(1)>",
    '=HYPERLINK("http://x.example")',
)
TEXT = (
    "ASTANA, 5 May 2026 – Foreign Minister of Kazakhstan Yermek Aisarov met with the Foreign Minister of "
    "Norway Lars Haugen in Astana and spoke of {payload} and of cooperation in transport. Norway promised to "
    "open a centre for {payload} by June 1, 2026. Aisarov supports the initiative on {payload}.\n"
)
# Names of tags that our own templates never make; pictures of ours have addresses of the site.
FOREIGN = frozenset({"iframe", "object", "embed", "b", "style", "video", "base"})


class Tags(HTMLParser):
    """Gathers what a browser would make of a page that its templates must not."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note foreign tags, scripts in the page, handlers, and addresses of other kinds."""
        given = dict(attrs)
        if tag in FOREIGN or (tag == "script" and not (given.get("src") or "").startswith("/static/")):
            self.found.append(tag)
        self.found += [
            f"{tag} {name}" for name in given if name.startswith("on") or name in {"style", "srcdoc"}
        ]
        for name in ("href", "src", "action"):
            address = given.get(name) or "/"
            if not address.startswith(("/", "#")) or address.startswith("//"):
                self.found.append(f"{tag} {name}={address}")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a register whose titles, publishers, places, names and quotes are all hostile."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Register.open(path) as register:
        for number, payload in enumerate(PAYLOADS):
            words = TEXT.format(payload=payload).encode()
            capture = Capture(
                f"{payload}/{number}.txt", words, "text", title=f"{payload} {number}", publisher=payload
            )
            register.add(Reader().read(capture))
        for entry in list(register.find(Query(kind="engagement"))):
            _correct(register, entry.id, PAYLOADS[0])
    return path


def _correct(register: Register, ident: str, payload: str) -> None:
    (entry,) = register.find_all([ident])
    hidden = {"entity", "spellings", "evidence"}
    people = [{k: v for k, v in p.items() if k not in hidden} for p in entry.fields["participants"]]
    said = {"name": payload, "native_name": payload, "surface": payload, "office_text": payload}
    values = {
        "participants": [person | said for person in people],
        "place": {"city": payload, "country": "KZ"},
        "event": {"name": payload, "surface": payload, "ordinal": None},
        "parties": ["KZ", payload],
    }
    for field, value in values.items():
        register.correct(ident, field, value, by=payload, quote="Astana")


@pytest.fixture(scope="module")
def client_of_hostile(hostile: Path) -> Iterator[TestClient]:
    """Return a client of the pages of the hostile register."""
    with TestClient(make_app(make_site(hostile)), base_url="http://localhost") as opened:
        yield opened


@pytest.mark.parametrize("page", [p for p in PAGES if "html" in p.forms], ids=lambda page: page.name)
def test_no_page_makes_anything_of_hostile_words(
    client_of_hostile: TestClient, hostile: Path, page: Page
) -> None:
    """Titles, names, places, quotes and publishers stand on pages as they are written."""
    answer = client_of_hostile.get(write_address(page, "html", hostile))
    assert answer.status_code == 200
    assert list_made(answer.text) == []


@pytest.mark.parametrize("payload", [PAYLOADS[1], PAYLOADS[3], PAYLOADS[4]])
@pytest.mark.parametrize(
    "name", ["q", "who", "event", "city", "outlet", "topic", "since", "open", "mark", "lang", "as_of"]
)
def test_no_parameter_makes_anything(client_of_hostile: TestClient, name: str, payload: str) -> None:
    """What stands in an address stays words, also in the complaint that it makes no sense."""
    for path in ("/engagements", "/search"):
        answer = client_of_hostile.get(f"{path}?{urlencode({name: payload})}")
        assert answer.status_code in {200, 400, 404}
        assert list_made(answer.text) == []
        assert "49" not in answer.text or "7*7" in answer.text or payload != PAYLOADS[4]


def test_an_unknown_address_makes_nothing(client_of_hostile: TestClient) -> None:
    """The page that says that nothing is here does not repeat what was asked as a tag."""
    answer = client_of_hostile.get("/entry/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert answer.status_code == 404
    assert list_made(answer.text) == []


@pytest.mark.parametrize("page", [p for p in PAGES if "csv" in p.forms], ids=lambda page: page.name)
def test_no_cell_of_a_table_is_a_formula(client_of_hostile: TestClient, hostile: Path, page: Page) -> None:
    """A spreadsheet that opens a CSV computes nothing."""
    answer = client_of_hostile.get(write_address(page, "csv", hostile))
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert cells
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "@", "\t")) or (cell[:1] in {"+", "-"} and not cell[1:2].isdigit())
    ]


def list_made(text: str) -> list[str]:
    """Return what a browser would make of a page and must not."""
    tags = Tags()
    tags.feed(text)
    return tags.found
