"""Hosts are asked only what robots.txt allows, one thing at a time, and when they want to be."""

from __future__ import annotations

import datetime as dt
import email.utils
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from asking import fetch, make_fetcher
from bad_server import BadServer, respond, serve_badly

from elshi.fetch.answer import Answer, FetchError, Limits
from elshi.fetch.fetcher import read_retry
from elshi.fetch.pace import Pace, back_off_seconds


@pytest.fixture
def server() -> Iterator[BadServer]:
    """Give a server on this machine."""
    with serve_badly() as running:
        yield running


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        """Begin at a thousand."""
        self.now, self.slept = 1000.0, list[float]()

    def read(self) -> float:
        """Return the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Move on."""
        self.slept.append(seconds)
        self.now += seconds


def test_robots_txt_is_obeyed(server: BadServer) -> None:
    """What it forbids is not asked for, and it is asked for once only."""
    server.pages["/robots.txt"] = respond(b"User-agent: *\nDisallow: /private/\nAllow: /\n")
    server.pages["/page"] = server.pages["/private/page"] = respond(b"x")
    fetcher = make_fetcher()
    assert fetcher.get(server.address + "/page").body == b"x"
    with pytest.raises(FetchError, match=r"robots\.txt forbids it"):
        fetcher.get(server.address + "/private/page")
    assert server.asked == {"/robots.txt": 1, "/page": 1}


@pytest.mark.parametrize("status", ["500 Broken", "503 Later", "429 Too Many Requests"])
def test_a_server_that_cannot_say_what_it_allows_is_not_asked(server: BadServer, status: str) -> None:
    """Where robots.txt fails, nothing is asked for until it is there again."""
    server.pages["/robots.txt"] = respond(b"", status)
    with pytest.raises(FetchError, match="could not be had") as caught:
        fetch(server)
    assert caught.value.passing
    assert server.asked["/page"] == 0


def test_the_delay_that_robots_txt_asks_for_is_kept(server: BadServer) -> None:
    """Between two requests lie the seconds of Crawl-delay."""
    server.pages["/robots.txt"] = respond(b"User-agent: *\nCrawl-delay: 7\n")
    server.pages["/page"] = respond(b"x")
    clock = Clock()
    fetcher = make_fetcher(pace=Pace(1.0, clock.read, clock.sleep))
    for _ in range(3):
        fetcher.get(server.address + "/page")
    assert clock.slept == [1.0, 7.0, 7.0]


def test_a_delay_beyond_patience_is_kept_for_a_later_round(server: BadServer) -> None:
    """A host that wants an hour between two requests is asked once, and the run goes on."""
    server.pages["/robots.txt"] = respond(b"User-agent: *\nCrawl-delay: 3600\n")
    server.pages["/page"] = respond(b"x")
    clock = Clock()
    fetcher = make_fetcher(pace=Pace(0.0, clock.read, clock.sleep))
    fetcher.get(server.address + "/page")
    with pytest.raises(FetchError, match="wants 3600 seconds of rest"):
        fetcher.get(server.address + "/page")


def test_one_connection_a_host(server: BadServer) -> None:
    """Many threads that want one host ask it one after another."""

    def dawdle(connection: socket.socket) -> None:
        time.sleep(0.01)
        connection.sendall(respond(b"x"))

    server.pages["/page"] = dawdle
    fetcher = make_fetcher()
    threads = [threading.Thread(target=fetcher.get, args=(server.address + "/page",)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (server.asked["/page"], server.most_open) == (12, 1)


def test_a_server_that_is_busy_is_asked_when_it_says(server: BadServer) -> None:
    """429 with Retry-After is waited for where that is seconds; the second request gets the page."""
    pages = iter([respond(b"", "429 Too Many Requests", "Retry-After: 3"), respond(b"x")])
    server.pages["/page"] = lambda connection: connection.sendall(next(pages))
    clock = Clock()
    fetcher = make_fetcher(Limits(attempts=3), Pace(0.0, clock.read, clock.sleep))
    assert fetcher.get(server.address + "/page").body == b"x"
    assert clock.slept == [3.0]


def test_a_server_that_is_busy_for_long_is_left_for_later(server: BadServer) -> None:
    """A Retry-After of an hour is not waited for, and the error says how long it is."""
    server.pages["/page"] = respond(b"", "503 Service Unavailable", "Retry-After: 3600")
    with pytest.raises(FetchError, match="503 Service Unavailable") as caught:
        fetch(server, limits=Limits(attempts=3))
    assert (caught.value.wait, caught.value.passing) == (3600.0, True)
    assert server.asked["/page"] == 1


@pytest.mark.parametrize(
    ("stated", "seconds"), [("120", 120.0), ("999999", 86400.0), ("soon", None), ("-1", None), ("", None)]
)
def test_retry_after_is_a_number_of_seconds(stated: str, seconds: float | None) -> None:
    """Seconds and nonsense are told apart; nothing waits for more than a day."""
    assert read_retry(Answer("u", 503, (("Retry-After", stated),))) == seconds


def test_retry_after_may_be_a_date() -> None:
    """Of a date it is the time until then."""
    soon = email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=2), usegmt=True)
    found = read_retry(Answer("u", 503, (("Retry-After", soon),)))
    assert found is not None
    assert 7000 < found <= 7200


def test_what_fails_is_asked_again_with_growing_pauses(server: BadServer) -> None:
    """A server error is asked for three times, with a pause of about one and then two seconds."""
    server.pages["/page"] = respond(b"", "502 Bad Gateway")
    clock = Clock()
    with pytest.raises(FetchError, match="502"):
        make_fetcher(Limits(attempts=3), Pace(0.0, clock.read, clock.sleep)).get(server.address + "/page")
    assert server.asked["/page"] == 3
    assert [0.5 <= clock.slept[0] <= 1, 1 <= clock.slept[1] <= 2] == [True, True]


def test_pauses_grow_up_to_a_limit_and_differ() -> None:
    """The pause doubles up to the most, and chance takes up to half of it."""
    assert all(30 <= back_off_seconds(20, 1.0, 60.0) <= 60 for _ in range(100))
    assert len({back_off_seconds(3, 1.0, 60.0) for _ in range(20)}) > 10
