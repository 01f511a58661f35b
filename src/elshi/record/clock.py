"""The time of recording: no two changes share one, and none goes back."""

from __future__ import annotations

import datetime as dt

_TICK = dt.timedelta(microseconds=1)


def follow(last: str, clock: str) -> str:
    """Return `clock` (UTC, ISO 8601) where it is later than `last`, otherwise the microsecond after `last`.

    `last` is empty where nothing was recorded yet.
    """
    now = dt.datetime.fromisoformat(clock)
    if last:
        now = max(now, dt.datetime.fromisoformat(last) + _TICK)
    return now.isoformat(timespec="microseconds")
