"""Under TLS a page is taken only from whom the certificate names, and nothing is asked of anybody else."""

from __future__ import annotations

import functools
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from asking import LIMITS
from bad_server import BadServer, respond, serve_badly
from certificates import Authority, make_authority

from elshi.fetch.answer import FetchError, Limits
from elshi.fetch.fetcher import Fetcher
from elshi.fetch.gate import Gate
from elshi.fetch.pace import Pace


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Return whom the fetcher of these tests trusts."""
    return make_authority(tmp_path_factory.mktemp("authority"))


@contextmanager
def serve_with(certificate: Path) -> Iterator[BadServer]:
    """Serve one page under TLS."""
    with serve_badly(certificate=certificate) as server:
        server.pages["/page"] = respond("Елші қабылданды".encode())
        yield server


def make_trusting(authority: Authority | None, limits: Limits = LIMITS) -> Fetcher:
    """Return a fetcher that trusts `authority`, or, for None, those whom the system trusts."""
    trust = str(authority.certificate) if authority else None
    return Fetcher(Gate(allow_private=True), limits, Pace(0.0), trust=trust)


def test_a_page_comes_from_whom_the_certificate_names(authority: Authority) -> None:
    """Signed by a trusted authority for this address, and valid today: the page is taken."""
    with serve_with(authority.sign("good", "IP:127.0.0.1")) as server:
        assert server.address.startswith("https://")
        assert make_trusting(authority).get(server.address + "/page").body.decode() == "Елші қабылданды"


@pytest.mark.parametrize(
    ("stands_for", "days", "why"),
    [
        ("IP:127.0.0.2", 2, "IP address mismatch"),
        ("DNS:example.org", 2, "not valid for '127.0.0.1'"),
        ("IP:127.0.0.1", -1, "certificate has expired"),
    ],
    ids=["another address", "another name", "expired"],
)
def test_a_certificate_that_does_not_hold_is_refused(
    authority: Authority, stands_for: str, days: int, why: str
) -> None:
    """For another host, or out of date: one line says why, it is no fault that passes, nothing was asked."""
    with serve_with(authority.sign("bad", stands_for, days)) as server:
        with pytest.raises(FetchError, match="its certificate is not trusted") as caught:
            make_trusting(authority).get(server.address + "/page")
        assert why in str(caught.value)
        assert str(caught.value).endswith("check the address in a browser")
        assert not caught.value.passing
        assert "\n" not in str(caught.value)
        assert not server.asked


def test_whom_nobody_trusts_is_refused(authority: Authority) -> None:
    """A certificate of an authority that the system does not know is refused, however well it is made."""
    with serve_with(authority.sign("unknown", "IP:127.0.0.1")) as server:
        with pytest.raises(FetchError, match=r"its certificate is not trusted .*unable to get local issuer"):
            make_trusting(None).get(server.address + "/page")
        assert not server.asked


def test_a_slow_server_is_left_under_tls_too(authority: Authority) -> None:
    """A byte at a time inside the encrypted connection ends with the time for the whole request."""

    def drip(connection: socket.socket, begin: bytes) -> None:
        connection.sendall(begin)
        while not server.stopped.wait(0.05):
            connection.sendall(b"a")

    with serve_with(authority.sign("slow", "IP:127.0.0.1")) as server:
        server.pages["/page"] = functools.partial(drip, begin=b"HTTP/1.1 200 OK\r\n\r\n")
        began = time.monotonic()
        with pytest.raises(FetchError, match=r"longer than 2 seconds"):
            make_trusting(authority, Limits(seconds=2.0, silent_seconds=1.5, attempts=1)).get(
                server.address + "/page"
            )
        assert time.monotonic() - began < 15.0


def test_no_redirect_leads_round_the_certificate(authority: Authority) -> None:
    """A page in the open that leads to a server whose certificate is not trusted leads nowhere."""
    with serve_with(authority.sign("aside", "DNS:example.org")) as hidden, serve_badly() as server:
        server.pages["/page"] = respond(b"", "302 Found", f"Location: {hidden.address}/page")
        with pytest.raises(FetchError, match="its certificate is not trusted"):
            make_trusting(authority).get(server.address + "/page")
        assert not hidden.asked
