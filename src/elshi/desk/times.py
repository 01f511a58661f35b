"""Times of the desk: UTC, ISO 8601, to the microsecond, so that their order is that of their letters."""

from __future__ import annotations

import datetime as dt


def read_now() -> str:
    """Return the present time."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def shift(at: str, by: dt.timedelta) -> str:
    """Return the time that is `by` later than `at`."""
    return (dt.datetime.fromisoformat(at) + by).isoformat(timespec="microseconds")
