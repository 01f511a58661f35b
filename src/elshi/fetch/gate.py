"""The one place where a connection is opened: names are resolved, every address is checked, then used."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from typing import Any

from elshi.errors import Message
from elshi.fetch.addresses import describe_private
from elshi.fetch.answer import LATER, FetchError
from elshi.fetch.target import Target

Resolve = Callable[[str, int], Sequence[tuple[socket.AddressFamily, Any]]]  # what a socket connects to


def resolve_host(host: str, port: int) -> list[tuple[socket.AddressFamily, Any]]:
    """Return where `host` is, as the system says: family and what `socket.connect` takes. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, place) for family, _, _, _, place in found]


class Gate:
    """Opens connections to public addresses only, unless private ones are allowed.

    A name is resolved once for each connection, and the connection goes to an address that was
    checked: a name that stands for a public address first and for a private one later leads nowhere. A name
    with one private address among others is refused whole.
    """

    def __init__(self, *, allow_private: bool = False, resolve: Resolve = resolve_host) -> None:
        """Ask `resolve` where a host is."""
        self._allow_private, self._resolve = allow_private, resolve

    def open(self, target: Target, seconds: float) -> socket.socket:
        """Return a connection to the host of `target`, on which silence of so many `seconds` is a failure.

        Raises FetchError where the host has an address that is not public (this does not pass), is not
        found, or does not answer.
        """
        places = self._find(target)
        failure: OSError | None = None
        for family, place in places:
            try:
                return _connect(family, place, seconds)
            except OSError as error:
                failure = error
        cause = Message("%(host)s does not answer (%(error)s)", host=target.host, error=_say(failure))
        raise FetchError(target.url, cause, LATER, passing=True)

    def _find(self, target: Target) -> Sequence[tuple[socket.AddressFamily, Any]]:
        try:
            places = self._resolve(target.host, target.port)
        except (OSError, UnicodeError) as error:
            cause = Message(
                "there is no host called %(host)s (%(error)s)", host=target.host, error=_say(error)
            )
            raise FetchError(
                target.url, cause, Message("check the address and the network"), passing=True
            ) from error
        for _, place in places:
            self._check(target, place[0])
        return places

    def _check(self, target: Target, address: str) -> None:
        private = None if self._allow_private else describe_private(address)
        if private:
            cause = Message(
                "%(host)s is at %(address)s: %(private)s", host=target.host, address=address, private=private
            )
            raise FetchError(target.url, cause, Message("where that is meant, allow private networks"))


def _connect(family: socket.AddressFamily, place: Any, seconds: float) -> socket.socket:  # noqa: ANN401 - as sockets have it
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(seconds)
        connection.connect(place)
    except BaseException:
        connection.close()
        raise
    return connection


def _say(error: BaseException | None) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
