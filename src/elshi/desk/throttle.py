"""How often somebody may try: so many in a stretch of time, then wait."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

_MOST_KEYS = 10_000  # remembered at once; beyond it the oldest are forgotten


class Throttle:
    """Counts failures by key (a name, an address) in a sliding window; kept in memory, lost on restart."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Allow `most` failures within `seconds`."""
        self._most, self._seconds, self._clock = most, seconds, clock
        self._failures: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait(self, *keys: str) -> int:
        """Return for how many whole seconds these keys must wait; 0 where they need not."""
        with self._lock:
            return max((self._wait(key) for key in keys), default=0)

    def fail(self, *keys: str) -> None:
        """Count a failure."""
        with self._lock:
            for key in keys:
                times = self._failures.pop(key, None) or deque(maxlen=self._most)
                times.append(self._clock())
                self._failures[key] = times
            while len(self._failures) > _MOST_KEYS:
                del self._failures[next(iter(self._failures))]

    def forget(self, key: str) -> None:
        """Forget the failures of a key, after a success."""
        with self._lock:
            self._failures.pop(key, None)

    def _wait(self, key: str) -> int:
        times = self._failures.get(key)
        if times is None or len(times) < self._most:
            return 0
        left = times[0] + self._seconds - self._clock()
        return max(0, int(left) + 1) if left > 0 else 0
