"""Times of the log: UTC, ISO 8601, to the microsecond, so that their order is that of their letters."""

from __future__ import annotations

import datetime as dt


def shift(at: str, seconds: float) -> str:
    """Return the time so many seconds after `at`."""
    moment = dt.datetime.fromisoformat(at) + dt.timedelta(seconds=seconds)
    return moment.isoformat(timespec="microseconds")


def count_seconds(start: str, stop: str) -> float:
    """Return the seconds from `start` to `stop`."""
    return (dt.datetime.fromisoformat(stop) - dt.datetime.fromisoformat(start)).total_seconds()
