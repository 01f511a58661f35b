"""The file of sources is checked whole, and each complaint is one line that says what to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from elshi.errors import UsageError
from elshi.watch.plan import read_plan

GOOD = """
[watch]
every = "30m"
contact = "mailto:press@institute.example"
delay = 2

[[source]]
name = "mfa"
feed = "https://press.example/rss"
publisher = "kz-mfa"
language = "ru"
since = 2026-01-01
recheck = "1d"

[[source]]
name = "site"
listing = "https://press.example/news"
selector = "h3 a"
every = "2h"

[[source]]
name = "inbox"
folder = "inbox"
"""


def test_a_plan_says_what_is_watched(tmp_path: Path) -> None:
    """Kinds, spans of time, publishers and folders beside the file are read as written."""
    path = tmp_path / "sources.toml"
    path.write_text(GOOD, encoding="utf-8")
    plan = read_plan(path)
    feed, listing, folder = plan.sources
    assert (plan.contact, plan.delay) == ("mailto:press@institute.example", 2.0)
    assert (feed.kind, feed.every, feed.since, feed.recheck) == ("feed", 1800.0, dt.date(2026, 1, 1), 86400.0)
    assert feed.publisher_name == "Министерство иностранных дел Республики Казахстан"
    assert (listing.selector, listing.every) == ("h3 a", 7200.0)
    assert folder.address == str(tmp_path / "inbox")


SOURCE = '[[source]]\nname = "a"\n'
FAULTS = {
    "": "there is no source",
    "x = ": "it is no TOML",
    "sources = 1": "'sources' is no key",
    "source = 5": "source is 5",
    "[watch]\nevery = 5\n" + SOURCE + 'feed = "https://a.example/"': "every is 5",
    '[watch]\nevery = "0m"': "every is '0m'",
    "[watch]\ndelay = -1": "delay is -1",
    "[watch]\ndelay = true": "delay is True",
    "[[source]]": "it has no name",
    SOURCE: "it has 0 addresses",
    SOURCE + 'feed = "https://a.example/"\nsitemap = "https://a.example/"': "it has 2 addresses",
    SOURCE + 'feed = "ftp://a.example/"': "the scheme is 'ftp'",
    SOURCE + 'feed = "http://u:p@a.example/"': "name or password",
    SOURCE + 'feed = "https://a.example/"\npublisher = "nobody"': "no publisher 'nobody'",
    SOURCE + 'feed = "https://a.example/"\nlanguage = "uz"': "language is 'uz'",
    SOURCE + 'feed = "https://a.example/"\nsince = 2026-01-01T09:00:00Z': "since is",
    SOURCE + 'feed = "https://a.example/"\nevry = "1h"': "'evry' is no key",
    SOURCE + 'feed = "https://a.example/"\nselector = "a"': "needs a selector",
    SOURCE + 'listing = "https://a.example/"': "needs a selector",
    SOURCE + 'listing = "https://a.example/"\nselector = "a["': "is no selector",
    SOURCE + 'folder = "a"\n' + SOURCE + 'folder = "b"': "2 sources are called 'a'",
}


@pytest.mark.parametrize("text", FAULTS)
def test_faults_are_named(tmp_path: Path, text: str) -> None:
    """Each fault is one line with the file, the source and what is wrong."""
    path = tmp_path / "sources.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_plan(path)
    assert FAULTS[text] in str(caught.value)
    assert "\n" not in str(caught.value)
