"""Only addresses on the public internet are asked, in whatever form they come."""

from __future__ import annotations

import socket

import pytest

from elshi.fetch.addresses import describe_private
from elshi.fetch.answer import FetchError
from elshi.fetch.gate import Gate, resolve_host
from elshi.fetch.target import read_target

PRIVATE = [
    "0.0.0.0",  # noqa: S104 -- refused, not listened on
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:c000:204::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456:789a::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "4000::1",
]
PUBLIC = [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.1",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:81b::200e",
    "2001:4860:4860::8888",
    "::ffff:1.1.1.1",
    "64:ff9b::1.1.1.1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_address_is_private(address: str) -> None:
    """An address of this machine, of somebody's own network, or of none is told as such."""
    assert describe_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_address_is_public(address: str) -> None:
    """An address beside a private range, and a public one inside IPv6, may be asked."""
    assert describe_private(address) is None


ODD = [
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.01/",
    "http://127.0.0.1.1/",
    "http://example.0x10/",
    "http://１２７.０.０.１/",
    "http://①②⑦.①/",
    "http://127。0。0。1/",
]
REFUSED = [
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "//example.com/",
    "example.com",
    "http://",
    "http:///path",
    "http://user@example.com/",
    "http://user:secret@example.com/",
    "http://example.com\\@10.0.0.1/",
    "http://example.com\r\nHost: other/",
    "http://example.com/ x",
    "http://example.com\x00.org/",
    "http://exa_mple..com/",
    "http://[::1/",
    "http://[fe80::1%25eth0]/",
    "http://example.com:99999/",
    "http://example.com:port/",
    "http://-example.com/",
    "http://exam%70le.com/",
    "http://" + "a" * 9000,
]


@pytest.mark.parametrize("url", REFUSED)
def test_address_is_refused_before_anything_is_asked(url: str) -> None:
    """Other schemes, passwords, control characters and hosts that are no names make no request."""
    with pytest.raises(FetchError):
        read_target(url)


@pytest.mark.parametrize("url", ODD)
def test_no_odd_form_of_an_address_gets_by(url: str) -> None:
    """Decimal, octal, hexadecimal, short and full-width forms are refused, or read as the plain address."""
    with pytest.raises(FetchError):
        Gate().open(read_target(url), 1)


def test_names_in_cyrillic_are_asked_for_in_ascii() -> None:
    """A host in Kazakh letters becomes its ASCII form, and letters in the path are quoted."""
    target = read_target("HTTPS://Сыртқы.ҚАЗ/жаңалықтар?бет=2")
    assert target.host.isascii()
    assert target.host.encode().decode("idna") == "сыртқы.қаз"
    assert target.path == (
        "/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B%D1%82%D0%B0%D1%80?%D0%B1%D0%B5%D1%82=2"
    )


@pytest.mark.parametrize("address", ["10.0.0.1", "::1", "::ffff:127.0.0.1", "2002:7f00:1::"])
def test_a_name_that_stands_for_a_private_address_is_refused(address: str) -> None:
    """What a name stands for is checked, not how it sounds."""
    gate = Gate(resolve=lambda _host, port: [(socket.AF_INET, (address, port))])
    with pytest.raises(FetchError, match=address) as caught:
        gate.open(read_target("http://press.example/"), 1)
    assert not caught.value.passing


def test_a_name_with_one_private_address_is_refused_whole() -> None:
    """A name that stands for a public and a private address is not asked at the public one either."""
    places = [(socket.AF_INET, ("1.1.1.1", 80)), (socket.AF_INET, ("192.168.0.1", 80))]
    with pytest.raises(FetchError, match=r"192\.168\.0\.1"):
        Gate(resolve=lambda _host, _port: places).open(read_target("http://press.example/"), 1)


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is public at first and private when looked up again is looked up once only."""
    answers = iter(["1.1.1.1", "127.0.0.1"])
    reached: list[object] = []

    def connect(_socket: socket.socket, place: object) -> None:
        reached.append(place)

    monkeypatch.setattr(socket.socket, "connect", connect)
    gate = Gate(resolve=lambda _host, port: [(socket.AF_INET, (next(answers), port))])
    gate.open(read_target("http://press.example/"), 1).close()
    assert reached == [("1.1.1.1", 80)]
    with pytest.raises(FetchError, match="this machine itself"):
        gate.open(read_target("http://press.example/"), 1)


def test_this_machine_is_found_and_refused_by_its_name() -> None:
    """'localhost' is looked up as any name, and is this machine itself."""
    assert {place[0] for _, place in resolve_host("localhost", 80)} <= {"127.0.0.1", "::1"}
    with pytest.raises(FetchError, match="this machine itself"):
        Gate().open(read_target("http://localhost/"), 1)
