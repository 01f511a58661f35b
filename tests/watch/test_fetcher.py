"""The fetcher gets pages, follows redirects, and goes only where it may."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from asking import LIMITS, fetch, make_fetcher
from bad_server import BadServer, respond, serve_badly

from elshi.clean import make_report
from elshi.fetch.answer import FetchError, Validators
from elshi.fetch.fetcher import Fetcher
from elshi.fetch.gate import Gate
from elshi.fetch.pace import Pace
from elshi.fetch.target import Target
from elshi.model.report import Capture


@pytest.fixture
def server() -> Iterator[BadServer]:
    """Give a server on this machine."""
    with serve_badly() as running:
        yield running


def test_a_page_comes_whole_with_its_headers(server: BadServer) -> None:
    """Body, status and headers are those that were sent, and the request says who asks."""
    server.pages["/page"] = respond("Елші қабылданды".encode(), headers='ETag: "1"')
    answer = fetch(server)
    assert (answer.status, answer.body.decode(), answer.header("etag")) == (200, "Елші қабылданды", '"1"')
    assert "(+https://press.example)" in server.requests[-1]
    assert "Host: 127.0.0.1" in server.requests[-1]


def test_a_charset_that_lies_does_no_harm(server: BadServer) -> None:
    """What the header says of letters is not believed; the bytes tell."""
    text = "Министр иностранных дел Казахстана встретился с послом Иордании в Астане 12 марта."
    for said, meant in (("windows-1251", "utf-8"), ("utf-8", "windows-1251"), ("no-such", "utf-8")):
        server.pages["/page"] = respond(
            text.encode(meant), headers=f"Content-Type: text/plain; charset={said}"
        )
        answer = fetch(server)
        assert make_report(Capture(answer.url, answer.body, "text")).text == text


def test_a_page_that_did_not_change_is_not_sent_again(server: BadServer) -> None:
    """ETag and Last-Modified go back with the next request, and 304 is an answer."""
    day = "Thu, 12 Mar 2026 08:00:00 GMT"
    server.pages["/page"] = respond(b"x", headers=f'ETag: "a"\nLast-Modified: {day}')
    fetcher = make_fetcher()
    known = fetcher.get(server.address + "/page").validators
    assert known == Validators('"a"', day)
    server.pages["/page"] = respond(b"", "304 Not Modified")
    assert fetcher.get(server.address + "/page", known).status == 304
    assert 'If-None-Match: "a"' in server.requests[-1]
    assert f"If-Modified-Since: {day}" in server.requests[-1]


def test_redirects_are_followed_and_remembered(server: BadServer) -> None:
    """A page that moved for good tells its new address; one that moved for now does not."""
    server.pages["/page"] = respond(b"here")
    server.pages["/old"] = respond(b"", "301 Moved Permanently", "Location: page")
    server.pages["/now"] = respond(b"", "302 Found", "Location: /page")
    assert fetch(server, "/old").moved == server.address + "/page"
    answer = fetch(server, "/now")
    assert (answer.body, answer.url, answer.moved) == (b"here", server.address + "/page", None)


def test_redirect_loops_end(server: BadServer) -> None:
    """A page that leads to itself is asked six times and no more."""
    server.pages["/page"] = respond(b"", "302 Found", "Location: /page")
    with pytest.raises(FetchError, match="leads on more than 5 times"):
        fetch(server)
    assert server.asked["/page"] == 6


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "http://user:secret@example.com/", "ftp://example.com/", "http://0x7f.1/"],
)
def test_a_redirect_is_checked_like_the_first_address(server: BadServer, location: str) -> None:
    """No redirect leads to a file, to a password, or to another scheme."""
    server.pages["/page"] = respond(b"", "302 Found", f"Location: {location}")
    with pytest.raises(FetchError):
        fetch(server)


def test_a_public_page_does_not_lead_into_a_private_network(server: BadServer) -> None:
    """A redirect from a public host to a private one is refused before anything is sent there."""
    port = int(server.address.rsplit(":", 1)[1])
    server.pages["/page"] = respond(b"", "302 Found", f"Location: http://inside.example:{port}/secret")
    gate = OneAllowed("press.example", port)
    with pytest.raises(FetchError, match="a private network"):
        Fetcher(gate, LIMITS, Pace(0.0)).get(f"http://press.example:{port}/page")
    assert server.asked["/secret"] == 0


class OneAllowed(Gate):
    """A gate for which one host is public though it is this machine; every other is at 10.0.0.1."""

    def __init__(self, host: str, port: int) -> None:
        """Let `host` be at this machine's `port`."""
        super().__init__(resolve=lambda _host, _port: [(socket.AF_INET, ("10.0.0.1", port))])
        self._open, self._host = Gate(allow_private=True, resolve=self._here), host

    @staticmethod
    def _here(_host: str, port: int) -> list[tuple[socket.AddressFamily, tuple[str, int]]]:
        return [(socket.AF_INET, ("127.0.0.1", port))]

    def open(self, target: Target, seconds: float) -> socket.socket:
        """Open what is public in this test."""
        return (
            self._open.open(target, seconds) if target.host == self._host else super().open(target, seconds)
        )


def test_private_networks_are_refused_unless_allowed(server: BadServer) -> None:
    """Without leave, nothing is sent to this machine."""
    with pytest.raises(FetchError, match="this machine itself"):
        Fetcher(Gate(), LIMITS, Pace(0.0)).get(server.address + "/page")
    assert not server.asked


@pytest.mark.parametrize(
    ("status", "gone"), [("404 Not Found", True), ("410 Gone", True), ("403 Forbidden", False)]
)
def test_a_page_that_is_gone_is_told_from_one_that_is_closed(
    server: BadServer,
    status: str,
    gone: bool,  # noqa: FBT001 -- what is expected
) -> None:
    """404 and 410 say that there is no page; 403 does not, and neither passes by itself."""
    server.pages["/page"] = respond(b"", status)
    with pytest.raises(FetchError, match=status[:3]) as caught:
        fetch(server)
    assert (caught.value.gone, caught.value.passing) == (gone, False)


def test_a_host_that_is_not_there_is_told(server: BadServer) -> None:
    """No such name, and nobody who listens, are failures that may pass."""
    server.close()
    for url in ("http://no-such-host.invalid/", server.address + "/page"):
        with pytest.raises(FetchError, match="could not be had") as caught:
            make_fetcher().get(url)
        assert caught.value.passing
