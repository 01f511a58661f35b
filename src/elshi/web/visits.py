"""When a visitor was here before, kept in a cookie: what came since is new to them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

VISIT = "elshi_visit"
_REST = dt.timedelta(minutes=30)  # without a request, after which the next one begins a new visit


@dataclass(frozen=True, slots=True)
class Visit:
    """`before` is when the last visit ended, None where this is the first; `now` this request (UTC)."""

    before: str | None
    now: str

    def write(self) -> str:
        """Return the visit as a cookie."""
        return f"{self.before or ''}|{self.now}"


def read_visit(cookie: str | None, now: dt.datetime) -> Visit:
    """Return the visit that a request at `now` belongs to, by the cookie of the request before."""
    this = now.astimezone(dt.UTC)
    before, _, last = (cookie or "").partition("|")
    seen, ended = _read_time(last), _read_time(before)
    if seen is None:
        return Visit(None, _write(this))
    if this - seen > _REST:
        return Visit(_write(seen), _write(this))
    return Visit(_write(ended) if ended else None, _write(this))


def _read_time(text: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _write(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")
