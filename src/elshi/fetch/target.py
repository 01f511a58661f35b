"""An address on the web taken apart once, so that what is checked is what is asked."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import quote, urljoin, urlsplit

from elshi.errors import Message
from elshi.fetch.answer import FetchError

PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# What C libraries take for an IPv4 address: decimal, octal and hexadecimal numbers, one to four of them.
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_CHECK = Message("check the address")
_LONGEST = 8192  # characters
_SAFE = "/?:@!$&'()*+,;=~%-._[]"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `host` in ASCII, small letters, without brackets; `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Return 'https://host' or 'http://host:8080', as robots.txt is kept by."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if PORTS[self.scheme] == self.port else f":{self.port}")

    @property
    def url(self) -> str:
        """Return the address whole."""
        return self.origin + self.path


def read_target(url: str) -> Target:
    """Return the parts of `url`. Raises FetchError, saying why, where it is none that may be asked.

    That is: another scheme than http and https, a name and password in it, control characters, and hosts
    written as numbers in any other way than four decimal ones.
    """
    if len(url) > _LONGEST or any(c <= " " or c in "\\\x7f" for c in url):
        _refuse(
            url[:200], Message("the address has blanks, control characters or backslashes, or is too long")
        )
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        _refuse(url, Message("it is no address (%(error)s)", error=error))
    if parts.scheme not in PORTS:
        _refuse(
            url,
            Message("the scheme is %(scheme)r", scheme=parts.scheme or "missing"),
            Message("give an address with http or https"),
        )
    if "@" in parts.netloc:
        _refuse(url, Message("there is a name or password in it"), Message("give an address without"))
    path = quote(parts.path or "/", _SAFE) + (f"?{quote(parts.query, _SAFE)}" if parts.query else "")
    return Target(parts.scheme, _read_host(url, host), port or PORTS[parts.scheme], path)


def join_target(base: Target, link: str) -> Target:
    """Return the target that `link` on the page of `base` leads to. Raises FetchError as `read_target`."""
    try:
        return read_target(urljoin(base.url, link.strip()))
    except ValueError as error:
        _refuse(link[:200], Message("it is no address (%(error)s)", error=error))


def _read_host(url: str, host: str) -> str:
    if ":" in host:
        return _read_v6(url, host)
    try:
        plain = host.encode("idna").decode().lower().removesuffix(".")
    except UnicodeError:
        _refuse(url, Message("its host is no name"))
    if not _HOST.fullmatch(plain) or len(plain) > 253:  # noqa: PLR2004 - RFC 1035
        _refuse(url, Message("its host is no name"))
    if _NUMBER.fullmatch(plain.rsplit(".", 1)[-1]) and not _is_plain_v4(plain):
        _refuse(
            url, Message("its host is an address in an odd form"), Message("write it as four decimal numbers")
        )
    return plain


def _read_v6(url: str, host: str) -> str:
    try:
        return str(ipaddress.IPv6Address(host.replace("%", "no zone: ")))
    except ValueError:
        _refuse(url, Message("its host is no IPv6 address"))


def _is_plain_v4(host: str) -> bool:
    try:
        return str(ipaddress.IPv4Address(host)) == host
    except ValueError:
        return False


def _refuse(url: str, cause: Message, advice: Message = _CHECK) -> NoReturn:
    raise FetchError(url, cause, advice)
