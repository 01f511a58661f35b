"""What feeds, sitemaps, listing pages and the catalogue of publishers say is read as they mean it."""

from __future__ import annotations

import datetime as dt
import gzip
import zoneinfo
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elshi.errors import SourceError
from elshi.fetch.target import read_target
from elshi.watch.choosing import choose_items
from elshi.watch.feeds import read_feed, read_text
from elshi.watch.listed import Found, Listed, read_day, read_link
from elshi.watch.listings import read_listing
from elshi.watch.plan import Watched
from elshi.watch.polls import Polled
from elshi.watch.publishers import KINDS, read_publishers
from elshi.watch.sitemaps import read_sitemap

BASE = "https://press.example/news/"
FEED = Watched("mfa", "feed", BASE, 900.0)
MAP = Watched("mfa", "sitemap", BASE, 900.0)
NEWS = 'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'


def write_rss(*items: str) -> bytes:
    """Return a feed with these items."""
    return (
        f"<rss version='2.0'><channel>{''.join(f'<item>{i}</item>' for i in items)}</channel></rss>".encode()
    )


def test_links_of_a_feed_become_whole_addresses() -> None:
    """Relative links are joined, anchors and marks for counting readers are dropped."""
    found = read_feed(
        write_rss("<link>/a?id=5&amp;utm_source=rss#top</link>", "<link> b </link>"), BASE, FEED
    )
    assert [thing.address for thing in found.listed] == [
        "https://press.example/a?id=5", "https://press.example/news/b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "", "http://u:p@x/"]
)
def test_links_that_are_no_pages_are_faults(link: str) -> None:
    """An entry that leads to no page is named, and the others are taken."""
    found = read_feed(write_rss(f"<title>Бір</title><link>{link}</link>", "<link>/b</link>"), BASE, FEED)
    assert len(found.listed) == 1
    assert "has no link to a page" in found.faults[0]


def test_a_feed_that_names_a_file_is_no_feed(tmp_path: Path) -> None:
    """Bytes that are the name of a file on this machine are never opened as one."""
    secret = tmp_path / "secret.xml"
    secret.write_bytes(write_rss("<link>/secret</link>"))
    with pytest.raises(SourceError, match="it is no feed"):
        read_feed(str(secret).encode(), BASE, FEED)


def test_entities_of_a_feed_stay_text() -> None:
    """Entities that name files or grow without end are not followed: at most their names stand there."""
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for name, inner in (
        ("a", '<!ENTITY a SYSTEM "file:///etc/passwd">'),
        ("a11", f'<!ENTITY a0 "ha">{bomb}'),
    ):
        data = f"<!DOCTYPE rss [{inner}]>{write_rss(f'<title>&{name};</title><link>/x</link>').decode()}"
        (listed,) = read_feed(data.encode(), BASE, FEED).listed
        assert (listed.title or "") in {"", f"&{name};"}


def test_markup_of_a_text_is_taken_off() -> None:
    """Paragraphs become lines; scripts, styles and comments say nothing; what is plain stays as it is."""
    html = "<p>Бірінші <b>сөйлем</b>.</p><script>x()</script><!-- no --><p>Екінші<br>сөйлем.</p>"
    assert read_text(html) == "Бірінші сөйлем.\nЕкінші\nсөйлем."
    assert read_text("3 < 5, дейді", "text/plain") == "3 < 5, дейді"
    assert read_text("  ") is None


@settings(deadline=None)
@given(st.text())
def test_any_text_of_a_feed_is_survived(text: str) -> None:
    """Whatever a feed has for a text, it becomes a text or nothing."""
    found = read_text(text)
    assert found is None or found.strip()


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Wed, 11 Mar 2026 20:30:00 GMT", "2026-03-12"),
        ("2026-03-11T20:30:00Z", "2026-03-12"),
        ("2026-03-12T01:30:00+05:00", "2026-03-12"),
        ("2026-03-11T23:30:00", "2026-03-11"),
        ("2026-03-11", "2026-03-11"),
        ("2026-03-11 сағат 20:30", "2026-03-11"),
        ("2026-02-30", None),
        ("кеше", None),
        ("", None),
        (None, None),
    ],
)
def test_the_day_is_that_of_the_publisher(stated: str | None, day: str | None) -> None:
    """A time in another zone is put into that of the newsroom; what is no day is none."""
    assert read_day(stated, zoneinfo.ZoneInfo("Asia/Almaty")) == day


def test_a_sitemap_of_news_gives_days_and_titles() -> None:
    """The extension for news gives the day of publication, <lastmod> tells when a page changed."""
    data = (
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {NEWS}><url><loc>https://press.example/1</loc>'
        "<lastmod>2026-03-13</lastmod><n:news><n:publication_date>2026-03-12T08:00:00+05:00</n:publication_date>"
        "<n:title>Кездесу</n:title></n:news></url><url><loc>/2</loc></url><url><loc>ftp://x</loc></url></urlset>"
    ).encode()
    for sent in (data, gzip.compress(data)):
        found = read_sitemap(sent, BASE, MAP)
        assert found.listed == (
            Listed(
                "https://press.example/1", "https://press.example/1", "2026-03-13", "2026-03-12", "Кездесу"
            ),
            Listed("https://press.example/2", "https://press.example/2"),
        )
        assert "ftp://x" in found.faults[0]


def test_an_index_leads_to_its_newest_sitemaps() -> None:
    """Sitemaps of an index are asked too, the newest first; how many are left out is said."""
    days = [f"2026-{n // 28 + 1:02}-{n % 28 + 1:02}" for n in range(60)]
    entries = "".join(
        f"<sitemap><loc>/map{n}</loc><lastmod>{day}</lastmod></sitemap>" for n, day in enumerate(days)
    )
    found = read_sitemap(f"<sitemapindex>{entries}</sitemapindex>".encode(), BASE, MAP)
    assert (len(found.more), found.more[0]) == (50, "https://press.example/map59")
    assert found.faults == ("10 of the 60 sitemaps in the index are not asked: the oldest",)


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"{}", b"\x1f\x8b damaged", b"<urlset>"])
def test_what_is_no_sitemap_is_said(data: bytes) -> None:
    """A page, nothing, and damaged data are errors."""
    with pytest.raises(SourceError):
        read_sitemap(data, BASE, MAP)


def test_a_listing_gives_the_links_of_its_selector() -> None:
    """Only what the selector finds is listed, each once, a block standing for the first link in it."""
    page = (
        "<html><body><nav><a href='/about'>x</a></nav><div class=item><h3>t</h3><a href='/1'>t</a></div>"
        "<div class=item><a href='/1#c'>t</a></div><div class=item><a href='2'>t</a></div></body></html>"
    )
    source = Watched("mfa", "listing", BASE, 900.0, selector="div.item")
    found = read_listing(page.encode(), BASE, source)
    assert [t.address for t in found.listed] == ["https://press.example/1", "https://press.example/news/2"]
    with pytest.raises(SourceError, match="finds no link"):
        read_listing(page.encode(), BASE, replace(source, selector="li.item a"))


def test_what_is_older_than_wanted_is_left_out() -> None:
    """`since` leaves out what its source says is older; what says nothing is taken."""
    listed = tuple(
        Listed(n, n, published=day) for n, day in (("a", "2026-03-01"), ("b", "2026-03-10"), ("c", None))
    )
    source = replace(FEED, since=dt.date(2026, 3, 5))
    chosen = choose_items(Polled(source, Found(listed)), {}, "2026-03-12T00:00:00.000000+00:00")
    assert [item.key for item in chosen] == ["b", "c"]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://press.example/ж?ә=1&utm_medium=x", "https://press.example/%D0%B6?%D3%99=1"),
        ("../a%20b", "https://press.example/a%20b"),
        ("?q=1;2", "https://press.example/news/?q=1;2"),
    ],
)
def test_links_are_read_once_and_for_all(link: str, address: str) -> None:
    """An address that was read gives itself when it is read again."""
    assert read_link(BASE, link) == read_link(BASE, address) == address


def test_the_catalogue_is_whole() -> None:
    """Every publisher has names in three languages, a known zone, and addresses that may be asked."""
    publishers = read_publishers().values()
    assert len({p.code for p in publishers}) == len(publishers) > 30
    for publisher in publishers:
        assert all(publisher.names[language] for language in ("kk", "ru", "en"))
        assert publisher.kind in KINDS
        assert publisher.expected > 0
        assert publisher.find_zone()
        assert publisher.addresses
        for address in publisher.addresses:
            assert read_target(address.address).scheme == "https"
            assert address.kind in {"feed", "sitemap", "listing"}
            assert address.language in publisher.languages
            assert address.checked is None or dt.date.fromisoformat(address.checked)
