"""How watched sources fare, in the words of `elshi sources` and of the page Sources."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import Any, Literal

from elshi.model.watching import SourceLog
from elshi.record.beside import read_beside
from elshi.record.watchlog import WatchLog
from elshi.settings import Location
from elshi.watch.times import count_seconds, shift

State = Literal["new", "ok", "not_modified", "failing", "gone", "low"]
STATES: tuple[State, ...] = ("new", "ok", "not_modified", "failing", "gone", "low")
WEEK = 7 * 86_400.0
_LOOKED_AT = 4  # weeks
_LEAST_WEEKS = 2  # before which nobody can say that a source gives too little
_SHARE = 0.5  # of what is expected, below which it is too little


def describe_sources(register: Location, now: str | None = None) -> list[dict[str, Any]]:
    """Return a row for each watched source of the register, by name, as JSON has it.

    `state`: new (never asked), ok, not_modified, failing (since `failing_since`), gone (the server says there
    is no such address), low (fewer items than its publisher is expected to have). `weekly` is how many items
    a week it listed lately, None in its first days.
    """
    moment = now or dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    db = read_beside(register, "watch")
    if db is None:
        return []
    with closing(WatchLog(db)) as log:
        counts = log.count_items(shift(moment, -_LOOKED_AT * WEEK))
        return [describe_source(source, counts.get(source.name, {}), moment) for source in log.read_sources()]


def describe_source(log: SourceLog, counts: dict[str, int], now: str) -> dict[str, Any]:
    """Return the row of one source; `counts` are its items by state, and as 'recent' those of four weeks."""
    weekly = _count_weekly(log, counts.get("recent", 0), now)
    return {
        "name": log.name,
        "kind": log.kind,
        "address": log.address,
        "publisher": log.publisher,
        "state": name_state(log, weekly),
        "failing_since": log.failing_since,
        "cause": log.cause,
        "polled_at": log.polled_at,
        "next_at": log.next_at,
        "moved": log.moved,
        "expected": log.expected,
        "weekly": weekly,
        "read": counts.get("done", 0),
        "waiting": counts.get("waiting", 0) + counts.get("kept", 0),
        "failed": counts.get("failed", 0) + counts.get("gone", 0),
    }


def name_state(log: SourceLog, weekly: float | None) -> State:
    """Return the state that tells most: what is wrong goes before what is as usual."""
    if log.state in {"new", "failing", "gone"}:
        return log.state
    low = weekly is not None and log.expected is not None and weekly < log.expected * _SHARE
    return "low" if low else log.state


def _count_weekly(log: SourceLog, recent: int, now: str) -> float | None:
    if log.begun_at is None:
        return None
    weeks = min(count_seconds(log.begun_at, now) / WEEK, float(_LOOKED_AT))
    return round(recent / weeks, 1) if weeks >= _LEAST_WEEKS else None
