"""The main text and metadata of a page, however badly it is made."""

from __future__ import annotations

import socket
import time

import pytest

from elshi.clean import make_report
from elshi.clean.nesting import DEEPEST, make_harmless, measure_depth
from elshi.errors import SourceError
from elshi.model.report import Capture, Report

TITLE = "Министр принял посла соседней страны"
LINES = [f"Посол номер {n} прибыл в столицу и встретился с министром иностранных дел." for n in range(1, 9)]
BODY = "".join(f"<p>{line}</p>" for line in LINES)


def read(markup: str, url: str | None = None) -> Report:
    """Return the report of a page."""
    return make_report(Capture("page.html", markup.encode(), "html", url=url))


def page(body: str, head: str = "") -> str:
    """Return a page around `body`."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_the_main_text_is_stored_and_the_menu_left_out() -> None:
    """The paragraphs of the report are its text; navigation and footer are not."""
    menu = "<nav><a href='/'>Главная</a><a href='/p'>Политика</a></nav>"
    report = read(page(f"{menu}<article>{BODY}</article><footer>Все права защищены</footer>"))
    assert report.text.splitlines() == LINES
    assert report.language == "ru"
    assert [p.span.quote(report.text) for p in report.paragraphs] == LINES


def test_metadata_come_from_the_head() -> None:
    """Title, publisher and day are those the page states."""
    head = (
        f"<title>{TITLE}</title><meta property='og:site_name' content='Пример'>"
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-17T09:30:00Z"}'
        "</script>"
    )
    report = read(page(f"<article><h1>{TITLE}</h1>{BODY}</article>", head))
    assert (report.title, report.publisher) == (TITLE, "Пример")
    assert (report.published, report.published_basis) == ("2024-05-17", "metadata")
    assert report.headline is not None
    assert report.headline.quote(report.text) == TITLE


def test_the_day_printed_below_the_heading_is_a_byline() -> None:
    """A page without metadata still prints its day."""
    report = read(
        page(f"<h1>{TITLE}</h1><div class='news-date'>17 мая 2024, 09:30</div><article>{BODY}</article>")
    )
    assert (report.published, report.published_basis) == ("2024-05-17", "byline")


def test_the_address_dates_a_page_that_says_nothing() -> None:
    """The path of the address is the last resort before the dateline."""
    report = read(page(f"<article>{BODY}</article>"), "https://example.org/2024/05/17/envoys")
    assert (report.published, report.published_basis) == ("2024-05-17", "url")


def test_no_date_is_made_up() -> None:
    """A page without any date has none, whatever day it is today."""
    report = read(page(f"<article>{BODY}</article>"))
    assert (report.published, report.published_basis) == (None, "none")


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>Т</title><body><div><p>" + BODY.replace("</p>", ""),
        page("<div>" * 100_000 + BODY + "</div>" * 100_000),
        "<html><body>" + "<div>" * 100_000 + BODY,
        page("<span>" * 50_000 + BODY),
        page("<table><tr><td>" * 20_000 + BODY),
        page("<ul><li>" * 20_000 + BODY),
        page("<p>" * 100_000 + BODY),
        page(BODY + "<!-- " * 50_000),
        page("<div " + " ".join(f"a{n}='1'" for n in range(50_000)) + ">" + BODY + "</div>"),
        page("<script>" + "'<div>'" * 1000 + "</script>" + BODY),
        page(BODY.replace("столицу", "столицу&#0;&#x1f;\x01")),
        '<?xml version="1.0" encoding="utf-8"?>' + page(BODY),
    ],
    ids=[
        *("half-closed", "100,000 divs", "unclosed divs", "spans", "tables", "lists", "empty paragraphs"),
        *("comments", "attributes", "script", "control characters", "xhtml"),
    ],
)
def test_a_badly_made_page_is_read_whole_and_quickly(markup: str) -> None:
    """Half-closed, deep and bloated pages give all their paragraphs in seconds."""
    start = time.monotonic()
    assert read(markup).text.splitlines() == LINES
    assert time.monotonic() - start < 10


def test_text_between_unclosed_blocks_is_kept() -> None:
    """When every block of a page stays open, each still gives its own paragraph."""
    lines = [f"Посол номер {n} прибыл в столицу и встретился с министром." for n in range(500)]
    assert read("<html><body>" + "".join(f"<div>{line}" for line in lines)).text.splitlines() == lines


def test_flattening_leaves_an_ordinary_page_alone() -> None:
    """Only a page deeper than any news site's is touched."""
    ordinary = page("<div>" * 20 + BODY + "</div>" * 20)
    assert make_harmless(ordinary) == ordinary
    assert measure_depth(make_harmless(page("<div>" * 500 + BODY))) <= DEEPEST


@pytest.mark.parametrize(
    ("markup", "cause"),
    [
        (page(""), "no main text was found in the page"),
        (page("<p>" + "слово " * 2_000_000), "more than 9,000,000 characters without a tag"),
        (page("<nav><a href='/'>Главная</a></nav>"), "nothing in it but menus"),
    ],
    ids=["empty", "one long stretch", "menu only"],
)
def test_a_page_without_a_report_says_why(markup: str, cause: str) -> None:
    """What cannot be read whole is refused with its cause."""
    with pytest.raises(SourceError, match=cause):
        read(markup)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links, pictures and the page's own address are never opened."""

    def refuse(*_: object) -> None:
        message = "a connection was opened"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    links = "<img src='https://example.org/a.png'><a href='https://example.org/next'>дальше</a>"
    head = "<link rel='canonical' href='https://example.org/page'>"
    assert read(page(f"<article>{BODY}{links}</article>", head), "https://example.org/page").language == "ru"
