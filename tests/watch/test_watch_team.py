"""`elshi watch` into a register that a team keeps in PostgreSQL: as into a file, from any machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bad_server import respond, serve_badly
from click.testing import CliRunner, Result
from postgres_server import empty_register
from site_pages import Site

from elshi.cli.main import main
from elshi.record.watchlog import open_watchlog
from elshi.register import Register
from elshi.watch.lock import claim
from elshi.watch.states import describe_sources

pytestmark = pytest.mark.xdist_group("postgres")
PLAN = '[watch]\nevery = "1s"\ndelay = 0\n[[source]]\nname = "mfa"\nfeed = "{feed}"\n'


@pytest.fixture
def address() -> Iterator[str]:
    """Give the address of an empty register."""
    with empty_register() as made:
        yield made


@pytest.fixture
def site() -> Iterator[Site]:
    """Give a site with three stories in its feed."""
    with serve_badly() as server:
        built = Site(server)
        for number in range(3):
            built.publish(number)
        yield built


def watch(address: str, site: Site, machine: Path) -> Result:
    """Run one round on a machine of its own folder, with every source and page due."""
    machine.mkdir(exist_ok=True)
    plan = machine / "sources.toml"
    plan.write_text(PLAN.format(feed=site.feed), "utf-8")
    log = open_watchlog(address)
    log._db.run("UPDATE watch_sources SET next_at = NULL")
    log._db.run("UPDATE watch_items SET next_at = NULL")
    log.close()
    arguments = ["watch", str(plan), "--once", "--register", address, "--captures", str(machine / "captures")]
    return CliRunner().invoke(main, [*arguments, "--allow-private-networks"], catch_exceptions=False)


def read_titles(address: str) -> list[str]:
    """Return the ends of the addresses of all reports."""
    with Register.open(address, readonly=True) as register:
        return sorted(report.source.rsplit("/", 1)[1] for report in register.reports())


def test_what_one_machine_has_read_another_does_not_ask_for(address: str, site: Site, tmp_path: Path) -> None:
    """The log is in the database: a second machine asks for the feed and for what is new in it alone."""
    assert watch(address, site, tmp_path / "one").output == (
        "1 source asked, 3 items new or changed; 3 reports added\n"
    )
    site.publish(3)
    assert watch(address, site, tmp_path / "two").output == (
        "1 source asked, 1 item new or changed; 1 report added\n"
    )
    assert read_titles(address) == ["0", "1", "2", "3"]
    assert [site.server.asked[f"/news/{number}"] for number in range(4)] == [1, 1, 1, 1]


def test_a_page_that_fails_waits_in_the_database(address: str, site: Site, tmp_path: Path) -> None:
    """What one machine could not have, another reads when it is there; the source's state is told of both."""
    page = site.server.pages["/news/1"]
    site.server.pages["/news/1"] = respond(b"", "500 Broken", "Retry-After: 100")
    assert "1 page to be asked for again" in watch(address, site, tmp_path / "one").output
    site.server.pages["/news/1"] = page
    watch(address, site, tmp_path / "two")
    assert read_titles(address) == ["0", "1", "2"]
    ((state, read),) = [(row["state"], row["read"]) for row in describe_sources(address)]
    assert (state, read) == ("ok", 3)


def test_two_machines_do_not_watch_at_once(address: str, site: Site, tmp_path: Path) -> None:
    """While one machine watches, another says so and asks nobody; afterwards it may."""
    with claim(address):
        result = watch(address, site, tmp_path / "two")
    assert (result.exit_code, "another `elshi watch`" in result.output) == (5, True)
    assert address not in result.output
    assert not site.server.asked
    assert watch(address, site, tmp_path / "two").exit_code == 0
