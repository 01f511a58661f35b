"""Times of recording as people give them."""

from __future__ import annotations

import datetime as dt
import re

from elshi.errors import Message, UsageError
from elshi.model.entry import NOW

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_time(time: str | dt.date) -> str:
    """Return `time` in UTC, ISO 8601 to the microsecond; a day means its last microsecond.

    Raises UsageError where it is no time.
    """
    try:
        return _read(time).astimezone(dt.UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError) as error:
        message = Message(
            "%(time)r is no time; write it as 2026-05-01 or 2026-05-01T12:00:00+05:00", time=time
        )
        raise UsageError(message) from error


def read_day_of(at: str) -> dt.date:
    """Return the day (UTC) of a time that `read_time` gave; today where it is the present."""
    return dt.datetime.now(dt.UTC).date() if at == NOW else dt.datetime.fromisoformat(at).date()


def read_day(time: str | None) -> dt.date:
    """Return the day (in UTC) of `time`, ISO 8601; where it is None, the day that it is here and now.

    Raises UsageError where it is no time.
    """
    return (
        dt.datetime.fromisoformat(read_time(time)).date() if time else dt.datetime.now().astimezone().date()
    )


def _read(time: str | dt.date) -> dt.datetime:
    if isinstance(time, dt.date) and not isinstance(time, dt.datetime):
        time = time.isoformat()
    if isinstance(time, str) and _DAY.fullmatch(time):
        return dt.datetime.combine(dt.date.fromisoformat(time), dt.time.max, dt.UTC)
    moment = dt.datetime.fromisoformat(time) if isinstance(time, str) else time
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
