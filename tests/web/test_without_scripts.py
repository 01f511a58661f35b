"""Every page and every form in a browser that runs no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from addresses import find_meeting, write_any_address
from desk_addresses import NAMES, PASSWORD

from elshi.model.entry import Entry
from elshi.register import Register
from elshi.web.desk_routes import ROOMS, Room
from elshi.web.routes import PAGES, Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

OPEN = [*PAGES, *(room for room in ROOMS if room.permission != "manage")]
TAKE_AWAY = "found => found.forEach(one => one.remove())"


@dataclass(frozen=True)
class Pair:
    """Two tabs, one without scripts."""

    bare: Tab
    scripted: Tab

    def read(self, path: str) -> tuple[str, str]:
        """Open a path in both; return what the main part of each says, but for what only scripts do."""
        answer = self.bare.goto(path)
        assert answer is not None
        assert answer.status == 200
        self.scripted.goto(path)
        self.scripted.eval_on_selector_all(".needs-script", TAKE_AWAY)
        without, scripted = (tab.locator("main").inner_text() for tab in (self.bare, self.scripted))
        return without, scripted


@pytest.fixture(scope="module")
def pair(chromium: Browser, address: str) -> Iterator[Pair]:
    """Give two tabs at the pages of the examples."""
    contexts = [
        chromium.new_context(java_script_enabled=scripts, base_url=address, locale="en-GB")
        for scripts in (False, True)
    ]
    for context in contexts:
        context.route("**/*.svg*", lambda route: route.abort())  # pictures are looked at elsewhere
    yield Pair(contexts[0].new_page(), contexts[1].new_page())
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def desk(chromium: Browser, team_address: str) -> Iterator[Tab]:
    """Give a tab without scripts in which an admin has logged in by the form."""
    context = chromium.new_context(java_script_enabled=False, base_url=team_address, locale="en-GB")
    page = context.new_page()
    page.goto("/engagements")
    page.get_by_label("Name").fill(NAMES["admin"])
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    assert page.url.endswith("/engagements")
    yield page
    context.close()


@pytest.mark.parametrize("page", OPEN, ids=lambda page: page.name)
def test_each_page_says_without_scripts_what_it_says_with_them(
    pair: Pair, examples: Path, page: Page | Room
) -> None:
    """Its heading and its content are there, and no line of it waits for a script."""
    without, scripted = pair.read(write_any_address(page, examples))
    assert pair.bare.locator("main h1").is_visible()
    assert len(without.split()) > 3
    assert without == scripted


def test_a_list_is_narrowed_without_scripts(pair: Pair) -> None:
    """The form of the filters, a facet and the search of the whole register are forms and links."""
    page = pair.bare
    page.goto("/engagements")
    page.get_by_label("From").fill("2026-06")
    page.get_by_role("button", name="Filter").click()
    assert "since=2026-06" in page.url
    page.locator(".facet a", has_text="Kenya").first.click()
    assert "country=KE" in page.url
    assert "since=2026-06" in page.url
    page.get_by_label("Search the register").fill("Norway")
    page.get_by_role("search").get_by_role("button").click()
    assert page.locator(".hits li").count() > 0


def read_meeting(path: Path) -> Entry:
    """Return the meeting that the tests look at, as it is now."""
    with Register.open(path, readonly=True) as register:
        return find_meeting(register)


def list_verdicts(path: Path) -> list[str]:
    """Return the verdicts that are in force."""
    with Register.open(path, readonly=True) as register:
        return [judgement.verdict for judgement in register.judgements() if judgement.withdrawn_at is None]


def undo(desk: Tab) -> None:
    """Take back what was done last, by the button that the page offers."""
    desk.get_by_role("button", name="Undo", exact=True).click()


def test_a_correction_without_scripts(desk: Tab, team_place: Path) -> None:
    """Choosing the field by its button, pasting the words, seeing the effects, saving, undoing."""
    before = read_meeting(team_place)
    desk.goto(f"/entry/{before.id}/correct")
    desk.get_by_label("Field").select_option("date")
    desk.get_by_role("button", name="Choose").click()
    desk.get_by_label("It should say").fill("2026-06-25")
    desk.get_by_label("The words that say so").fill(before.fields["evidence"][0]["quote"])
    desk.get_by_role("button", name="See the effects").click()
    assert desk.get_by_text('date becomes "2026-06-25"').is_visible()
    desk.get_by_role("button", name="Save").click()
    assert desk.get_by_text("Saved.").is_visible()
    assert read_meeting(team_place).fields["date"] == "2026-06-25"
    undo(desk)
    assert read_meeting(team_place) == before


@pytest.mark.parametrize(("button", "verdict"), [("Same", "same"), ("Different", "different")])
def test_a_pair_is_judged_without_scripts(desk: Tab, team_place: Path, button: str, verdict: str) -> None:
    """The queue goes on to the next pair, and Undo takes the judgement back."""
    desk.goto("/review?queue=pairs")
    desk.get_by_label("Note").fill("two agencies")
    desk.get_by_role("button", name=re.compile(f"^{button}")).click()
    assert list_verdicts(team_place) == [verdict]
    undo(desk)
    assert list_verdicts(team_place) == []


def test_what_is_ticked_is_rejected_without_scripts(desk: Tab, team_place: Path) -> None:
    """Ticking rows and the button are enough; one Undo gives all of them back."""
    desk.goto("/review?queue=doubtful&list=1")
    boxes = desk.locator("input[name=chosen]").all()
    for box in boxes:
        box.check()
    desk.get_by_role("button", name=re.compile("^Reject the chosen")).click()
    assert list_verdicts(team_place) == ["reject"] * len(boxes) != []
    undo(desk)
    assert list_verdicts(team_place) == []


def test_a_user_is_added_changed_and_removed_without_scripts(desk: Tab) -> None:
    """Another role, another password, a token and its end, removal and the way back are forms of one page."""
    desk.goto("/users")
    form = desk.locator("form[action='/users/add']")
    form.get_by_label("Name").fill("Guest")
    form.get_by_label("Role").select_option("reader")
    form.get_by_label("Password").fill(PASSWORD)
    form.get_by_role("button").click()
    row = desk.get_by_role("row", name=re.compile("^Guest"))
    assert row.get_by_text("Reader", exact=True).first.is_visible()
    row.locator("summary").click()
    row.get_by_label("Role").select_option("analyst")
    row.get_by_role("button", name="Give this role").click()
    assert row.get_by_text("Analyst", exact=True).first.is_visible()
    row.locator("summary").click()
    row.get_by_label("What the token is for").fill("nightly")
    row.get_by_role("button", name="Make a token").click()
    assert re.search(r"elshi_[\w-]{43}", desk.locator("[role=status]").inner_text())
    desk.get_by_role("button", name="Revoke: nightly").click()
    assert desk.get_by_text("ended").is_visible()
    row.locator("summary").click()
    row.get_by_role("button", name="Remove: Guest").click()
    desk.get_by_role("button", name="Let in again: Guest").click()
    assert desk.get_by_text("Saved.").is_visible()
