"""An end to a request as a whole: a server that sends a byte a second never meets a limit on silence."""

from __future__ import annotations

import contextlib
import socket
import time
from threading import Timer

from elshi.errors import Message
from elshi.fetch.answer import LATER, FetchError


class Deadline:
    """So many seconds for a request, from the first look-up of its name to the last byte."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left, below zero where the time is over."""
        return self._end - time.monotonic()

    def check(self, url: str) -> None:
        """Raise FetchError where the time is over."""
        if self.left() <= 0:
            cause = Message("it took longer than %(seconds)s seconds", seconds=f"{self._seconds:g}")
            raise FetchError(url, cause, LATER, passing=True)


class Fuse:
    """Cuts a connection when the time is over, whatever is going on in it: handshake, headers or body.

    It holds the connection by a handle of its own, which still means it when TLS has wrapped it.
    """

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        """Light it."""
        self._handle = connection.dup()
        self._timer = Timer(max(deadline.left(), 0), self._cut)
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        """Put it out. Closing twice does no harm."""
        self._timer.cancel()
        self._handle.close()

    def _cut(self) -> None:
        with contextlib.suppress(OSError):
            self._handle.shutdown(socket.SHUT_RDWR)
