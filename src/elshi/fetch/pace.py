"""One connection a host, and the time between two of them."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from elshi.errors import Message
from elshi.fetch.answer import LATER, FetchError

LONGEST_WAIT = 60.0  # seconds that a run waits for its turn; beyond that it comes back in a later round
_JITTER = random.SystemRandom()


class _Lane:
    """What a host is asked on: whoever holds the lock may ask it from `free` on."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.free = 0.0


class Pace:
    """Gives turns to ask hosts; threads that want the same host wait for each other."""

    def __init__(
        self,
        least: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Leave at least `least` seconds between two requests to a host."""
        self._least, self._clock, self._sleep = least, clock, sleep
        self._lanes: defaultdict[str, _Lane] = defaultdict(_Lane)

    @contextmanager
    def turn(self, url: str, host: str, delay: float | None) -> Iterator[None]:
        """Wait for the turn to ask `host`; `delay` is the seconds between two requests that it asks for.

        Raises FetchError where that is too long for this run.
        """
        lane = self._lanes[host]
        with lane.lock:
            wait = lane.free - self._clock()
            if wait > LONGEST_WAIT:
                cause = Message(
                    "%(host)s wants %(wait)s seconds of rest first", host=host, wait=f"{wait:.0f}"
                )
                raise FetchError(url, cause, LATER, passing=True, wait=wait)
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                lane.free = max(lane.free, self._clock() + max(self._least, delay or 0.0))

    def hold(self, host: str, seconds: float) -> None:
        """Ask `host` nothing for so many seconds: what it wants in Retry-After."""
        lane = self._lanes[host]
        lane.free = max(lane.free, self._clock() + seconds)

    def back_off(self, attempt: int, most: float = 30.0) -> None:
        """Sleep before asking again: about 1, 2, 4 ... seconds, by chance between half and all of it."""
        self._sleep(back_off_seconds(attempt, 1.0, most))


def back_off_seconds(failures: int, first: float, most: float) -> float:
    """Return how many seconds to wait after so many failures.

    That is doubled each time up to `most`, of which between half and all is taken by chance: it keeps many
    that failed together from coming back together.
    """
    whole = min(first * 2.0 ** min(max(failures - 1, 0), 32), most)
    return whole * _JITTER.uniform(0.5, 1.0)
