"""The fetcher asks politely, follows redirects, and gets away from every server that misbehaves."""

from __future__ import annotations

import datetime as dt
import email.utils
import functools
import gzip
import socket
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
import zstandard
from bad_server import BadServer, respond, serve_badly

from elshi.clean import make_report
from elshi.fetch.answer import Answer, FetchError, Limits, Validators
from elshi.fetch.fetcher import Fetcher, read_retry
from elshi.fetch.gate import Gate
from elshi.fetch.pace import Pace, back_off_seconds
from elshi.fetch.target import Target
from elshi.model.report import Capture

LIMITS = Limits(largest_bytes=4_000_000, seconds=1.0, silent_seconds=0.5, redirects=5, attempts=1)
MEBIBYTE = 1024 * 1024


@pytest.fixture
def server() -> Iterator[BadServer]:
    """Give a server on this machine."""
    with serve_badly() as running:
        yield running


def make_fetcher(limits: Limits = LIMITS, pace: Pace | None = None) -> Fetcher:
    """Return a fetcher that may ask this machine."""
    return Fetcher(Gate(allow_private=True), limits, pace or Pace(0.0), contact="https://press.example")


def fetch(server: BadServer, path: str = "/page", limits: Limits = LIMITS) -> Answer:
    """Return what a new fetcher gets at `path`."""
    return make_fetcher(limits).get(server.address + path)


def test_a_page_comes_whole_with_its_headers(server: BadServer) -> None:
    """Body, status and headers are those that were sent, and the request says who asks."""
    server.pages["/page"] = respond("Елші қабылданды".encode(), headers='ETag: "1"')
    answer = fetch(server)
    assert (answer.status, answer.body.decode(), answer.header("etag")) == (200, "Елші қабылданды", '"1"')
    assert "(+https://press.example)" in server.requests[-1]
    assert "Host: 127.0.0.1" in server.requests[-1]


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"salem " * 20)),
        ("gzip", gzip.compress(b"salem " * 10) + gzip.compress(b"salem " * 10) + b"\0\0"),
        ("deflate", zlib.compress(b"salem " * 20)),
        ("deflate", zlib.compress(b"salem " * 20)[2:-4]),
        ("br", brotli.compress(b"salem " * 20)),
        ("zstd", zstandard.compress(b"salem " * 20)),
        ("gzip, br", brotli.compress(gzip.compress(b"salem " * 20))),
        ("identity", b"salem " * 20),
    ],
    ids=["gzip", "gzip in two parts", "zlib", "deflate", "brotli", "zstd", "gzip in brotli", "unpacked"],
)
def test_packed_pages_are_unpacked(server: BadServer, encoding: str, packed: bytes) -> None:
    """All packings in use on the web, in one layer or two, give the page."""
    server.pages["/page"] = respond(packed, headers=f"Content-Encoding: {encoding}")
    answer = fetch(server)
    assert answer.body == b"salem " * 20


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", functools.partial(brotli.compress, quality=5)),
        ("zstd", zstandard.compress),
        ("gzip, gzip", lambda page: gzip.compress(gzip.compress(page))),
    ],
    ids=["gzip", "deflate", "brotli", "zstd", "gzip twice"],
)
def test_bombs_are_put_out(server: BadServer, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    """A page of kilobytes that unpacks to 200 MiB is refused after few of them are in memory."""
    packed = pack(bytes(200 * MEBIBYTE))
    server.pages["/page"] = respond(packed, headers=f"Content-Encoding: {encoding}")
    tracemalloc.start()
    with pytest.raises(FetchError, match="unpacks beyond all measure"):
        fetch(server)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 40 * MEBIBYTE


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_cut_off_or_damaged_is_no_page(server: BadServer, encoding: str) -> None:
    """Half a packed page, and bytes that are none, are errors and never a shorter page."""
    pack = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
        "zstd": zstandard.compress,
    }
    whole = pack[encoding](bytes(range(256)) * 100)
    for bad in (whole[: len(whole) // 2], b"no such packing at all"):
        server.pages["/page"] = respond(bad, headers=f"Content-Encoding: {encoding}")
        with pytest.raises(FetchError, match="cannot be unpacked"):
            fetch(server)


def test_an_unknown_packing_is_refused(server: BadServer) -> None:
    """A packing nobody asked for is named."""
    server.pages["/page"] = respond(b"x", headers="Content-Encoding: compress")
    with pytest.raises(FetchError, match="compress"):
        fetch(server)


def test_a_server_that_sends_a_byte_at_a_time_is_left(server: BadServer) -> None:
    """Slow headers and a slow body end with the time for the whole request, however lively they are."""

    def drip(connection: socket.socket, begin: bytes) -> None:
        connection.sendall(begin)
        while not server.stopped.wait(0.05):
            connection.sendall(b"a")

    for rest in ("X-Long: ", "Content-Length: 9999\r\n\r\n", "\r\n", "Transfer-Encoding: chunked\r\n\r\n"):
        server.pages["/page"] = functools.partial(drip, begin=b"HTTP/1.1 200 OK\r\n" + rest.encode())
        began = time.monotonic()
        with pytest.raises(FetchError, match=r"longer than 0\.4 seconds") as caught:
            fetch(server, limits=Limits(seconds=0.4, silent_seconds=0.3, attempts=1))
        assert caught.value.passing
        assert time.monotonic() - began < 2.0


def test_a_silent_server_is_left(server: BadServer) -> None:
    """A server that accepts and says nothing is left after the seconds of silence."""
    server.pages["/page"] = lambda _: [server.stopped.wait(5)].clear()
    with pytest.raises(FetchError, match="broke off"):
        fetch(server, limits=Limits(seconds=5, silent_seconds=0.2, attempts=1))


def test_an_endless_body_is_left_at_the_limit(server: BadServer) -> None:
    """A body without an end is given up as soon as it is larger than a page may be."""
    sent = 0

    def flow(connection: socket.socket) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not server.stopped.is_set():
            sent += connection.send(b"a" * 65536)

    server.pages["/page"] = flow
    with pytest.raises(FetchError, match="larger than 1,000,000 bytes"):
        fetch(server, limits=Limits(largest_bytes=1_000_000, seconds=5, attempts=1))
    assert sent < 20_000_000


def test_endless_chunk_headers_take_no_memory(server: BadServer) -> None:
    """The length of a chunk is read no further than a line may be."""

    def flow(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while not server.stopped.is_set():
            connection.sendall(b"0" * 65536)

    server.pages["/page"] = flow
    tracemalloc.start()
    with pytest.raises(FetchError, match="broke off"):
        fetch(server)
    assert tracemalloc.get_traced_memory()[1] < 10 * MEBIBYTE
    tracemalloc.stop()


def test_content_length_lies(server: BadServer) -> None:
    """A body shorter than it claims is an error; of a longer one what it claims is the page."""
    server.pages["/short"] = respond(b"half a page", length=1000)
    with pytest.raises(FetchError, match="broke off"):
        fetch(server, "/short")
    server.pages["/long"] = respond(b"a page and more", length=6)
    assert fetch(server, "/long").body == b"a page"
    server.pages["/odd"] = b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nsalem"
    assert fetch(server, "/odd").body == b"salem"


def test_header_floods_are_left(server: BadServer) -> None:
    """Too many headers, a header without an end, and too much of them in all are errors."""
    floods = (
        respond(b"", headers="\n".join(f"X-{n}: a" for n in range(1000))),
        respond(b"", headers="X-Long: " + "a" * 100_000),
        respond(b"", headers="\n".join(f"X-{n}: " + "a" * 5_000 for n in range(90))),
        b"HTTP/1.1 200 " + b"a" * 100_000 + b"\r\n\r\n",
        b"nothing of the kind\r\n\r\n",
        b"",
    )
    for flood in floods:
        server.pages["/page"] = flood
        with pytest.raises(FetchError):
            fetch(server)


def test_a_charset_that_lies_does_no_harm(server: BadServer) -> None:
    """What the header says of letters is not believed; the bytes tell."""
    text = "Министр иностранных дел Казахстана встретился с послом Иордании в Астане 12 марта."
    for said, meant in (("windows-1251", "utf-8"), ("utf-8", "windows-1251"), ("no-such", "utf-8")):
        server.pages["/page"] = respond(
            text.encode(meant), headers=f"Content-Type: text/plain; charset={said}"
        )
        answer = fetch(server)
        assert make_report(Capture(answer.url, answer.body, "text")).text == text


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


def test_retry_after_may_be_a_date() -> None:
    """A date, seconds, and nonsense are told apart; nothing waits for more than a day."""
    soon = email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=90), usegmt=True)
    cases = {soon: 90.0, "120": 120.0, "999999": 86400.0, "soon": None, "-1": None, "": None}
    for value, expected in cases.items():
        found = read_retry(Answer("u", 503, (("Retry-After", value),)))
        assert found == expected or (found and expected and abs(found - expected) < 3)


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
