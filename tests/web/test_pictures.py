"""Pictures on pages: drawn at the server, seen under the strict policy, with words and data beside them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from addresses import make_site
from starlette.testclient import TestClient

import elshi
from elshi.charts import PICTURES, can_draw
from elshi.model.query import Query
from elshi.model.report import LANGUAGES, Language
from elshi.register import Register
from elshi.web.app import make_app
from elshi.web.headers import POLICY
from elshi.web.pages import picture

if TYPE_CHECKING:
    from served import Tab

drawn = pytest.mark.skipif(not can_draw(), reason="the extra 'charts' is not installed")


@drawn
@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_drawn_for_pages(client: TestClient, name: str) -> None:
    """Each picture of which the examples have something comes as SVG under the site's policy."""
    answer = client.get(f"/chart/{name}.svg?lang=kk")
    if name == "positions":  # the examples date none
        assert answer.status_code == 404
        return
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-security-policy"] == POLICY
    assert 'lang="kk"' in answer.text[:500]


@drawn
def test_a_picture_that_has_not_changed_is_not_drawn_again(client: TestClient) -> None:
    """A drawing asked for with the tag it came with is not sent a second time; dark paper is another one."""
    first = client.get("/chart/topics.svg")
    again = client.get("/chart/topics.svg", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    dark = client.get("/chart/topics.svg?theme=dark", headers={"If-None-Match": first.headers["etag"]})
    assert dark.status_code == 200
    assert dark.text != first.text


@drawn
def test_no_picture_and_no_brief_is_older_than_the_register(examples: Path, tmp_path: Path) -> None:
    """A report, a corrected date and its withdrawal are each seen in pages that were shown before."""
    place = Path(shutil.copy(examples, tmp_path / "register.db"))
    site = make_site(place)
    with TestClient(make_app(site), base_url="http://localhost") as client, Register.open(place) as register:

        def show() -> tuple[str, str, str]:
            pages = (
                "/chart/calendar.svg?lang=en",
                "/chart/calendar.csv?lang=en",
                "/brief.md?country=NO&lang=en",
            )
            first, second = ([client.get(page).text for page in pages] for _ in range(2))
            assert first == second
            return first[0], first[1], first[2]

        shown = show()
        meeting = next(register.find(Query(kind="engagement", country="NO", status="held")))
        words = meeting.fields["evidence"][0]["quote"]
        judged = register.correct(meeting.id, "date", "2026-01-19", by="Rauan", quote=words)
        corrected = show()
        assert all(one != other for one, other in zip(shown, corrected, strict=True))
        assert "2026-01-19,1" in corrected[1]
        register.withdraw(judged.id, by="Rauan")
        assert show() == shown
        text = (
            "Oslo. 5 February. Kazakhstan and Norway held political consultations in Oslo on 5 February 2026."
        )
        (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
        assert register.add(elshi.read(tmp_path / "talks.txt"))
        added = show()
        assert all(one != other for one, other in zip(shown, added, strict=True))
        assert "2026-02-05,1" in added[1]


@drawn
def test_a_picture_can_be_taken_away(client: TestClient) -> None:
    """PNG for a paper, CSV for a table."""
    assert client.get("/chart/network.png").content.startswith(b"\x89PNG")
    assert client.get("/chart/network.csv?lang=ru").text.startswith("Один,Другой")


@pytest.mark.parametrize("address", ["/chart/nosuch", "/chart/nosuch.svg", "/chart/map.svg?country=ZW"])
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    """There is no picture of that name, or nothing to draw."""
    assert client.get(address).status_code == 404


def test_filters_narrow_a_picture_and_its_title(client: TestClient) -> None:
    """The picture of two countries is called after them and has only what they did together."""
    everything = client.get("/chart/pairs.json").json()
    two = client.get("/chart/pairs.json?country=KZ&partner=NO&lang=en").json()
    assert two["title"].startswith("Kazakhstan – Norway: ")
    assert 0 < len(two["rows"]) < len(everything["rows"])


def test_a_page_of_a_picture_has_its_words_and_its_data(client: TestClient) -> None:
    """What is to be seen is said, and stands in a table."""
    data = client.get("/chart/commitments.json?lang=ru").json()
    page = client.get("/chart/commitments", headers={"Accept-Language": "ru"}).text
    assert data["words"] in page
    assert all(f">{column}</th>" in page for column in data["columns"])


def test_without_the_extra_a_page_says_what_to_install(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table remains where nothing can be drawn."""
    monkeypatch.setattr(picture, "can_draw", lambda: False)
    page = client.get("/chart/topics").text
    assert "pip install" in page
    assert "<img" not in page.split("<main", 1)[1]
    assert "<table" in page


@drawn
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_shows_the_picture(tab: Tab, language: Language) -> None:
    """Chromium draws the SVG in its page with no breach of the policy, and its words are the alternative."""
    page = tab.open(f"/chart/pairs?lang={language}")
    image = page.locator("figure.picture img")
    image.scroll_into_view_if_needed()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    assert len(image.get_attribute("alt") or "") > 40
