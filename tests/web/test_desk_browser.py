"""The desk in a real browser: the morning's path, and the review queue by keyboard alone on any layout."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from addresses import find_meeting, make_site
from click.testing import CliRunner
from served import Tab, listen, serve

from elshi.cli.main import main
from elshi.model.entry import Entry
from elshi.register import Register

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# What the keys of S, D, K and Z give on other layouts than the Latin one; `code` names the place of the key.
LETTERS = {
    "latin": {"KeyS": "s", "KeyD": "d", "KeyK": "k", "KeyZ": "z"},
    "russian and kazakh": {"KeyS": "ы", "KeyD": "в", "KeyK": "л", "KeyZ": "я"},  # alike in both
}
PRESS = """([code, key]) => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', {code, key, bubbles: true, cancelable: true}))"""


@pytest.fixture
def own(examples: Path, tmp_path: Path) -> Path:
    """Give a copy of the examples that a test may write."""
    return Path(shutil.copy(examples, tmp_path / "elshi.db"))


@pytest.fixture
def desk_tab(chromium: Browser, own: Path) -> Iterator[Tab]:
    """Serve the copy, and return a tab that listens; the test fails where it heard of a breach of policy."""
    with serve(make_site(own)) as address:
        context = chromium.new_context(locale="en-GB", base_url=address)
        tab = listen(context, address)
        yield tab
        context.close()
    assert not tab.complaints
    assert not tab.foreign


def read_meeting(path: Path) -> Entry:
    """Return the meeting that the tests look at, as it is now."""
    with Register.open(path, readonly=True) as register:
        return find_meeting(register)


def write_brief(path: Path) -> str:
    """Return the brief of Kenya on the day of the tests."""
    asked = ["brief", "--country", "KE", "--lang", "en", "--format", "md", "--register", str(path)]
    written = CliRunner().invoke(main, asked)
    assert written.exit_code == 0, written.output
    return written.output


def count_judged(path: Path) -> list[str]:
    """Return the verdicts that are in force."""
    with Register.open(path, readonly=True) as register:
        return [j.verdict for j in register.judgements() if j.withdrawn_at is None]


@pytest.mark.parametrize("layout", LETTERS)
def test_the_review_queue_by_keyboard_alone(desk_tab: Tab, own: Path, layout: str) -> None:
    """Same, undo, skip and different with single keys: what is printed on them in Latin letters counts."""
    page = desk_tab.open("/review")

    def press(code: str) -> None:
        with page.expect_navigation():
            page.evaluate(PRESS, [code, LETTERS[layout][code]])

    assert page.get_by_text("One and the same?").is_visible()
    press("KeyS")
    assert count_judged(own) == ["same"]
    press("KeyZ")
    assert count_judged(own) == []
    press("KeyK")
    assert "after=" in page.url
    page.go_back()
    press("KeyD")
    assert count_judged(own) == ["different"]
    assert page.get_by_text("The machine gave the last pair").is_visible()


def test_keys_typed_into_a_note_judge_nothing(desk_tab: Tab, own: Path) -> None:
    """Letters in a box are letters; and where single keys are switched off they do nothing at all."""
    page = desk_tab.open("/review")
    page.get_by_label("Note").fill("")
    page.get_by_label("Note").press_sequentially("sdukz")
    assert page.get_by_label("Note").input_value() == "sdukz"
    page.get_by_label("Single keys work").uncheck()
    page.locator("h1").click()
    page.keyboard.press("KeyS")
    assert count_judged(own) == []
    assert page.url.endswith("/review")


def test_the_mornings_path(desk_tab: Tab, own: Path) -> None:
    """Today, the list, an engagement, its words in the report; a date corrected, briefed on, undone."""
    before, brief = read_meeting(own), write_brief(own)
    assert "On 24 June 2026 a meeting" in brief
    page = desk_tab.open("/")
    page.get_by_role("link", name="Engagements", exact=True).first.click()
    page.goto(f"{desk_tab.address}/engagements?type=meeting&country=KE")
    page.locator(f'main a[href^="/entry/{before.id}"]').first.click()
    page.get_by_role("link", name="In the report").first.click()
    quoted = before.fields["evidence"][0]["quote"]
    marked = page.locator("mark").all_inner_texts()
    assert any((words and words in quoted) or quoted in words for words in marked)
    page.go_back()
    page.get_by_role("link", name="Correct Date", exact=True).click()
    page.get_by_label("It should say").fill("2026-06-25")
    source = page.locator("[data-report] p", has_text=quoted[:40]).first
    source.click(click_count=3)  # selects the paragraph
    assert quoted[:40] in page.get_by_label("The words that say so").input_value()
    page.get_by_role("button", name="See the effects").click()
    assert page.get_by_text('date becomes "2026-06-25"').is_visible()
    page.get_by_role("button", name="Save").click()
    assert page.get_by_text("Saved.").is_visible()
    assert page.get_by_text(re.compile("25 June 2026|2026-06-25")).first.is_visible()
    assert read_meeting(own).fields["date"] == "2026-06-25"
    assert "On 25 June 2026 a meeting" in write_brief(own)
    page.get_by_role("button", name="Undo", exact=True).click()
    page.wait_for_load_state()
    assert read_meeting(own) == before
    assert write_brief(own) == brief


def test_words_selected_in_a_report_go_along(desk_tab: Tab, own: Path) -> None:
    """Who selects words on the page of a report and goes on to correct has them as the quote."""
    entry = read_meeting(own)
    page = desk_tab.open(f"/report/{entry.reports[0]}")
    line = page.locator("article.text p", has_text=entry.fields["evidence"][0]["quote"][:10]).first
    line.click(click_count=3)
    page.locator("[data-correct]").first.click()
    assert page.get_by_label("The words that say so").input_value() in line_of(own, entry)


def line_of(path: Path, entry: Entry) -> str:
    """Return the text of the entry's first report."""
    with Register.open(path, readonly=True) as register:
        return next(report.text for report in register.reports() if report.id == entry.reports[0])
