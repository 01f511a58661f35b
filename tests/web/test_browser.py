"""The pages in a real browser: nothing from elsewhere, no breach of the policy, no barrier to anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from addresses import write_any_address
from axe_playwright_python.sync_playwright import Axe
from desk_addresses import NAMES, PASSWORD
from served import listen

from elshi.model.report import LANGUAGES, Language
from elshi.web.desk_routes import ROOMS, find_room
from elshi.web.routes import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from served import Tab


RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


EMPTY = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'  # for pictures that take long to draw
)
QUEUES = ("/review?queue=doubtful", "/review?queue=doubtful&list=1", "/review?queue=proposals")
FIELDS = ("date", "participants", "event", "part_of")


@pytest.fixture
def team_tab(chromium: Browser, team_address: str) -> Iterator[Tab]:
    """Return a tab at the pages of a team; nobody is logged in."""
    context = chromium.new_context(locale="en-GB", base_url=team_address)
    yield listen(context, team_address)
    context.close()


def list_addresses(examples: Path) -> Iterator[str]:
    """Yield an address of every page that one person sees, with the queues and the forms of fields."""
    rooms = [room for room in ROOMS if room.permission != "manage"]
    yield from (write_any_address(page, examples) for page in PAGES)
    yield from (write_any_address(room, examples) for room in rooms)
    correct = write_any_address(find_room("correct"), examples)
    yield from (*QUEUES, *(f"{correct}?field={field}" for field in FIELDS), "/entry/eng-none")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_puts_up_a_barrier(tab: Tab, examples: Path, language: Language) -> None:
    """Axe-core finds nothing serious or critical on any page in any language (WCAG 2.2, levels A and AA)."""
    tab.page.route("**/chart/*.svg*", lambda asked: asked.fulfill(body=EMPTY, content_type="image/svg+xml"))
    barriers = {address: find_barriers(tab, address, language) for address in list_addresses(examples)}
    tab.complaints = [said for said in tab.complaints if "404" not in said]  # the page of an error is one too
    assert {address: found for address, found in barriers.items() if found} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_logging_in_and_managing_users_put_up_no_barrier(team_tab: Tab, language: Language) -> None:
    """The page of the login, also after a wrong password, and that of users with its forms open."""
    assert find_barriers(team_tab, "/login", language) == []
    page = team_tab.page
    for password in ("a wrong long password", PASSWORD):
        page.locator("#name").fill(NAMES["admin"])
        page.locator("#password").fill(password)
        page.locator(".login button").click()
        assert run_axe(team_tab) == []
    team_tab.open(f"/users?lang={language}")
    page.locator("main summary").first.click()
    assert run_axe(team_tab) == []


def find_barriers(tab: Tab, address: str, language: Language) -> list[tuple[str, list[str]]]:
    """Return the rules that a page breaks, each with the first elements that do."""
    tab.open(f"{address}{'&' if '?' in address else '?'}lang={language}")
    return run_axe(tab)


def run_axe(tab: Tab) -> list[tuple[str, list[str]]]:
    """Return the rules that the page that is open breaks, each with the first elements that do."""
    found = Axe().run(tab.page, options=RULES).response["violations"]
    return [
        (v["id"], [node["html"] for node in v["nodes"]][:3])
        for v in found
        if v["impact"] in {"serious", "critical"}
    ]
