"""`elshi watch` reads what sources publish: each thing once, nothing lost, and what was said stays."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bad_server import respond, serve_badly
from click.testing import CliRunner, Result
from site_pages import Site, make_story

from elshi.cli.main import main
from elshi.model.entry import Entry
from elshi.model.query import Query
from elshi.model.report import Capture
from elshi.record.watchlog import open_watchlog
from elshi.register import Register
from elshi.register.copies import read_register_copies
from elshi.sources.warc import open_warc, read_record
from elshi.watch.lock import claim
from elshi.watch.states import describe_sources

DAY = dt.timedelta(days=1)


@pytest.fixture
def site() -> Iterator[Site]:
    """Give a site with three stories in its feed."""
    with serve_badly() as server:
        built = Site(server)
        for number in range(3):
            built.publish(number)
        yield built


def write_plan(folder: Path, *sources: str) -> Path:
    """Write a file of sources that asks hosts without delay."""
    path = folder / "sources.toml"
    tables = "\n".join(f"[[source]]\n{source}" for source in sources)
    path.write_text(f'[watch]\nevery = "1s"\ndelay = 0\n{tables}\n', encoding="utf-8")
    return path


def watch(folder: Path, plan: Path, *, due: bool = True) -> Result:
    """Run one round of `elshi watch`, with every source due."""
    if due:
        make_due(folder)
    arguments = ["watch", str(plan), "--once", "--register", str(folder / "elshi.db")]
    arguments += ["--captures", str(folder / "captures"), "--allow-private-networks"]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def make_due(folder: Path) -> None:
    """Let every source and page be due, as if time had passed."""
    if not (folder / "elshi.watch.db").exists():
        return
    log = open_watchlog(folder / "elshi.db")
    log._db.run("UPDATE watch_sources SET next_at = NULL")
    log._db.run("UPDATE watch_items SET next_at = NULL")
    log.close()


def read_titles(folder: Path) -> list[str]:
    """Return the sources of the reports that the register holds."""
    with Register.open(folder / "elshi.db", create=False, readonly=True) as register:
        return sorted(report.source.rsplit("/", 1)[1] for report in register.reports())


def test_what_a_feed_lists_is_read_once(tmp_path: Path, site: Site) -> None:
    """The first round reads every page of the feed, the second asks for nothing but the feed."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"\npublisher = "kz-mfa"\nlanguage = "ru"')
    first = watch(tmp_path, plan)
    assert (first.exit_code, first.output) == (
        0, "1 source asked, 3 items new or changed; 3 reports added\n",
    )  # fmt: skip
    second = watch(tmp_path, plan)
    assert second.output == "1 source asked, 0 items new or changed; 0 reports added\n"
    assert [site.server.asked[f"/news/{n}"] for n in range(3)] == [1, 1, 1]
    assert read_titles(tmp_path) == ["0", "1", "2"]


def test_reports_carry_what_their_source_says(tmp_path: Path, site: Site) -> None:
    """Publisher and day come from the source; the day is that of the publisher's own clock."""
    site.stories[0].updated = dt.datetime(2026, 3, 11, 20, 30, tzinfo=dt.UTC)  # half past one in Almaty
    site.refresh()
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"\npublisher = "kz-mfa"\nlanguage = "kk"')
    watch(tmp_path, plan)
    with Register.open(tmp_path / "elshi.db", readonly=True) as register:
        report = next(r for r in register.reports() if r.source.endswith("/news/0"))
    assert report.publisher == "Қазақстан Республикасының Сыртқы істер министрлігі"
    assert (report.published, report.published_basis) == ("2026-03-12", "metadata")


def test_a_feed_that_did_not_change_is_not_sent(tmp_path: Path, site: Site) -> None:
    """The second round sends the ETag, and the source is 'not modified'."""
    site.server.pages["/rss"] = respond(site.write_feed(), headers='ETag: "one"')
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    watch(tmp_path, plan)
    site.server.pages["/rss"] = respond(b"", "304 Not Modified")
    watch(tmp_path, plan)
    assert 'If-None-Match: "one"' in site.server.requests[-1]
    assert [row["state"] for row in describe_sources(tmp_path / "elshi.db")] == ["not_modified"]


def test_a_source_is_not_asked_before_it_is_due(tmp_path: Path, site: Site) -> None:
    """`--once` asks nothing of a source that was asked just now."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"\nevery = "1h"')
    watch(tmp_path, plan)
    assert watch(tmp_path, plan, due=False).output.startswith("0 sources asked")


def test_a_page_that_changed_is_a_new_capture_and_the_old_quote_stays(tmp_path: Path, site: Site) -> None:
    """After a correction on the site the entry still quotes the old words, and both captures are kept."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    watch(tmp_path, plan)
    entry = find_entry(tmp_path, "/news/0")
    before = quotes(tmp_path, entry)
    assert any("встретился в Астане" in words for words in before)
    story = site.stories[0]
    story.text = story.text.replace("в Астане", "в Алматы")
    story.updated += DAY
    site.refresh()
    assert watch(tmp_path, plan).output.startswith("1 source asked, 1 item new or changed; 1 report added")
    assert set(before) <= set(quotes(tmp_path, entry))
    assert read_titles(tmp_path) == ["0", "0", "1", "2"]
    kept = [c for file in (tmp_path / "captures").iterdir() for c in open_warc(file, 10**6)]
    pages = [c.data.decode() for c in kept if isinstance(c, Capture) and c.source.endswith("/news/0")]
    assert ["в Астане" in page for page in pages].count(True) == 1
    assert ["в Алматы" in page for page in pages].count(True) == 1


def find_entry(folder: Path, path: str) -> str:
    """Return the id of the meeting that the page at `path` tells of."""
    with Register.open(folder / "elshi.db", readonly=True) as register:
        met = register.find(Query(kind="engagement", type="meeting"))
        found = [e for e in met if any(q.source.endswith(path) for q in register.evidence(e.id))]
    return found[0].id


def quotes(folder: Path, ident: str) -> list[str]:
    """Return all that an entry quotes."""
    with Register.open(folder / "elshi.db", readonly=True) as register:
        assert isinstance(register.show(ident), Entry)
        return [quote.evidence.quote for quote in register.evidence(ident)]


def test_a_page_that_did_not_change_is_no_new_capture(tmp_path: Path, site: Site) -> None:
    """A newer date in the feed with the same page brings nothing new, and no second copy is kept."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    watch(tmp_path, plan)
    site.stories[0].updated += DAY
    site.refresh()
    assert "1 known already" in watch(tmp_path, plan).output
    assert read_titles(tmp_path) == ["0", "1", "2"]


def test_captures_are_kept_with_their_headers(tmp_path: Path, site: Site) -> None:
    """The report's capture is in the archive with the headers of the server, and reads as the same page."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    watch(tmp_path, plan)
    with Register.open(tmp_path / "elshi.db", readonly=True) as register:
        report = next(r for r in register.reports() if r.source.endswith("/news/1"))
    log = open_watchlog(tmp_path / "elshi.db")
    ((place, address, _),) = log.list_captures(report.id)
    log.close()
    assert address == report.source
    name, offset = place.split(":")
    kept = read_record(tmp_path / "captures" / name, int(offset), 10**6)
    assert isinstance(kept, Capture)
    assert site.stories[1].text.split(".")[0] in kept.data.decode()
    packed = (tmp_path / "captures" / name).read_bytes()[int(offset) :]
    with gzip.GzipFile(fileobj=io.BytesIO(packed)) as stream:
        assert b"Content-Type: text/html" in stream.read(2000)


def test_pages_that_fail_are_asked_for_again(tmp_path: Path, site: Site) -> None:
    """A page that the server could not give waits, and is read when it is there; nothing is lost."""
    page = site.server.pages["/news/1"]
    site.server.pages["/news/1"] = respond(b"", "500 Broken", "Retry-After: 100")
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    assert "1 page to be asked for again" in watch(tmp_path, plan).output
    assert read_titles(tmp_path) == ["0", "2"]
    site.server.pages["/news/1"] = page
    watch(tmp_path, plan)
    assert read_titles(tmp_path) == ["0", "1", "2"]


def test_pages_that_are_gone_are_named(tmp_path: Path, site: Site) -> None:
    """A page that the feed lists and the server does not have is a problem with its cause; exit code 3."""
    del site.server.pages["/news/1"]
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    result = watch(tmp_path, plan)
    assert result.exit_code == 3
    with Register.open(tmp_path / "elshi.db", readonly=True) as register:
        assert [(p.source, p.cause) for p in register.problems()] == [
            (f"{site.server.address}/news/1", "the server says 404 Not Found")
        ]


def test_an_address_that_two_sources_list_is_read_once(tmp_path: Path, site: Site) -> None:
    """A page in two feeds, with another anchor and with a mark for counting readers, is one page."""
    other = site.write_feed().replace(b"<link>/news/0</link>", b"<link>/news/0?utm_source=rss#top</link>")
    site.server.pages["/other"] = respond(other)
    address = site.server.address
    plan = write_plan(tmp_path, f'name = "a"\nfeed = "{site.feed}"', f'name = "b"\nfeed = "{address}/other"')
    watch(tmp_path, plan)
    watch(tmp_path, plan)
    assert read_titles(tmp_path) == ["0", "1", "2"]
    assert site.server.asked["/news/0"] == 1


def test_a_story_that_another_site_passes_on_is_linked(tmp_path: Path, site: Site) -> None:
    """A wire story is read once; the other site's page is kept, and named where the report is shown."""
    site.stories = site.stories[:1]
    story = site.stories[0]
    story.text += "\nПереговоры прошли в Министерстве иностранных дел и завершились подписанием протокола."
    site.refresh()
    with serve_badly() as other:
        agency = Site(other, stories=[replace(story, path="/wire/7", text=story.text.replace("«", '"'))])
        agency.refresh()
        plan = write_plan(
            tmp_path, f'name = "a"\nfeed = "{site.feed}"', f'name = "b"\nfeed = "{agency.feed}"'
        )
        assert "1 report added, 1 copy of reports read already" in watch(tmp_path, plan).output
        assert watch(tmp_path, plan).output.endswith("0 items new or changed; 0 reports added\n")
    with Register.open(tmp_path / "elshi.db", readonly=True) as register:
        (report,) = register.reports()
    with read_register_copies(tmp_path / "elshi.db") as copies:
        assert copies
        (copy,) = copies.list([report.id])
    assert {copy.source, report.source} == {site.server.address + "/news/0", other.address + "/wire/7"}


def test_a_feed_of_whole_texts_is_read_from_the_feed(tmp_path: Path, site: Site) -> None:
    """With take = "entry" the entries themselves are read: their markup is taken off and never run."""
    story = make_story(5)
    body = f"<p>{story.text}</p><script>alert('x')</script><p>Встреча прошла в Астане.</p>"
    entry = (
        f"<entry><id>urn:5</id><title>{story.title}</title><updated>2026-03-12T10:00:00+05:00</updated>"
        f"<content type='html'><![CDATA[{body}]]></content></entry>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{entry}</feed>".encode()
    site.server.pages["/atom"] = respond(feed)
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.server.address}/atom"\ntake = "entry"')
    assert "1 report added" in watch(tmp_path, plan).output
    with Register.open(tmp_path / "elshi.db", readonly=True) as register:
        (report,) = register.reports()
    assert report.text == f"{story.text}\nВстреча прошла в Астане."
    assert report.published == "2026-03-12"
    assert watch(tmp_path, plan).output.endswith("0 items new or changed; 0 reports added\n")


def test_states_of_sources_are_shown(tmp_path: Path, site: Site) -> None:
    """ok, gone and failing sources are told apart, with since when and why."""
    site.server.pages["/broken"] = respond(b"", "500 Broken", "Retry-After: 9999")
    address = site.server.address
    plan = write_plan(
        tmp_path,
        f'name = "fine"\nfeed = "{site.feed}"',
        f'name = "gone"\nfeed = "{address}/no-such"',
        f'name = "broken"\nfeed = "{address}/broken"',
        f'name = "html"\nfeed = "{address}/news/0"',
    )
    assert watch(tmp_path, plan).exit_code == 3
    arguments = ["sources", "--register", str(tmp_path / "elshi.db"), "--format", "json"]
    rows = {row["name"]: row for row in json.loads(CliRunner().invoke(main, arguments).output)}
    assert {name: row["state"] for name, row in rows.items()} == {
        "fine": "ok", "gone": "gone", "broken": "failing", "html": "failing",
    }  # fmt: skip
    assert rows["broken"]["failing_since"] == rows["broken"]["polled_at"]
    assert "500 Broken" in rows["broken"]["cause"]
    assert rows["fine"]["read"] == 3
    table = CliRunner(env={"COLUMNS": "80"}).invoke(main, arguments[:-2]).output
    assert all(state in table for state in ("ok", "gone since", "failing since", "3 read"))
    assert max(map(len, table.splitlines())) <= 80


def test_a_source_with_too_few_items_is_low(tmp_path: Path, site: Site) -> None:
    """After a month with three items, a ministry that publishes forty a week is 'low'."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"\npublisher = "kz-mfa"')
    watch(tmp_path, plan)
    now = dt.datetime.now(dt.UTC)
    later = {days: (now + days * DAY).isoformat(timespec="microseconds") for days in (1, 20)}
    states = {days: describe_sources(tmp_path / "elshi.db", at)[0] for days, at in later.items()}
    assert (states[1]["state"], states[1]["weekly"]) == ("ok", None)
    assert (states[20]["state"], states[20]["weekly"], states[20]["expected"]) == ("low", 1.0, 40.0)


def test_what_robots_txt_forbids_is_not_asked_for(tmp_path: Path, site: Site) -> None:
    """A page under a forbidden path is a problem that says so, and the server never hears of it."""
    site.server.pages["/robots.txt"] = respond(b"User-agent: *\nDisallow: /news/1\n")
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    watch(tmp_path, plan)
    assert read_titles(tmp_path) == ["0", "2"]
    assert site.server.asked["/news/1"] == 0


def test_private_networks_are_refused_by_default(tmp_path: Path, site: Site) -> None:
    """Without --allow-private-networks a source on this machine fails, and is asked nothing."""
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    arguments = ["watch", str(plan), "--once", "--register", str(tmp_path / "elshi.db")]
    result = CliRunner().invoke(main, [*arguments, "--captures", str(tmp_path / "captures")])
    assert result.exit_code == 3
    assert "this machine itself" in result.output
    assert not site.server.asked


def test_two_watchers_of_one_register_do_not_meet(tmp_path: Path, site: Site) -> None:
    """While one watches, another says so and ends."""
    pytest.importorskip("fcntl", reason="locks are not to be had on this system")
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    with claim(tmp_path / "elshi.db"):
        result = watch(tmp_path, plan)
    assert (result.exit_code, "another `elshi watch`" in result.output) == (5, True)


@pytest.mark.parametrize("pages", [1, 7])
def test_a_watch_that_is_killed_loses_nothing_and_doubles_nothing(
    tmp_path: Path, site: Site, pages: int
) -> None:
    """Killed after so many pages, which are never twice the same, it ends with each story once."""
    views = iter(range(10_000))
    for number in range(3, 12):
        site.publish(number)
    for story in site.stories:
        text = story.text
        site.server.pages[story.path] = lambda connection, text=text: connection.sendall(  # type: ignore[misc] # one default more
            respond(
                f"<html><body><article><h1>Хроника</h1><p>{text}</p><p>Просмотров: {next(views)}.</p>"
                "</article></body></html>".encode(),
                headers="Content-Type: text/html",
            )
        )
    plan = write_plan(tmp_path, f'name = "mfa"\nfeed = "{site.feed}"')
    command = [sys.executable, "-m", "elshi", "watch", str(plan), "--register", str(tmp_path / "elshi.db")]
    command += ["--captures", str(tmp_path / "captures"), "--allow-private-networks", "--once"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 -- our own
    wait_until(lambda: sum(site.server.asked[s.path] for s in site.stories) >= pages)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    watch(tmp_path, plan)
    watch(tmp_path, plan)
    assert sorted(map(int, read_titles(tmp_path))) == list(range(12))


def wait_until(there: object, seconds: float = 90.0) -> None:
    """Wait until `there()` is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if there():  # type: ignore[operator] # a function
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


def test_folders_are_watched(tmp_path: Path) -> None:
    """New and changed files of a folder are read, each once; a bad line among good ones is named."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text(make_story(1).text, encoding="utf-8")
    lines = [json.dumps({"text": make_story(2).text}), "no json", json.dumps({"text": make_story(3).text})]
    (inbox / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    plan = write_plan(tmp_path, 'name = "inbox"\nfolder = "inbox"')
    result = watch(tmp_path, plan)
    assert "3 reports added, 1 could not be read" in result.output
    (inbox / "one.txt").write_text(make_story(4).text, encoding="utf-8")
    os.utime(inbox / "one.txt", (1, 1))
    assert "1 item new or changed; 1 report added" in watch(tmp_path, plan).output
    assert "0 items new or changed" in watch(tmp_path, plan).output
