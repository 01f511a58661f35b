"""Today: what is new since the last visit, what falls due, what comes, what could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from elshi.model.entry import Entry, Problem
from elshi.model.query import Query
from elshi.model.report import Report
from elshi.register import View
from elshi.web.asked import Asked

MOST = 20  # of each list; its own page has the rest
_WEEK = dt.timedelta(days=7)
_SOON = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class New:
    """A report read since the last visit, with the engagements it tells of."""

    report: Report
    recorded_at: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """The morning's page. `since` is the time of the last visit (UTC), None where there was none before.

    `due` are promises whose day falls in the next thirty days, `overdue` those whose day has passed in the
    last thirty; `coming` are engagements of the next week. Of each the first twenty.
    """

    day: dt.date
    since: str | None
    new: tuple[New, ...]
    due: tuple[Entry, ...]
    overdue: tuple[Entry, ...]
    coming: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def show_today(view: View, asked: Asked) -> Today:
    """Return what the desk needs to know in the morning."""
    day = asked.today
    due = Query(kind="commitment", since=day, until=day + _SOON, oldest_first=True, limit=MOST)
    overdue = Query(kind="commitment", since=day - _SOON, due_before=day, limit=MOST)
    coming = Query(kind="engagement", since=day, until=day + _WEEK, oldest_first=True, limit=MOST)
    return Today(
        day,
        asked.visited,
        _list_new(view, asked.visited),
        tuple(view.find(due)),
        tuple(view.find(overdue)),
        tuple(view.find(coming)),
        view.problems(),
    )


def _list_new(view: View, since: str | None) -> tuple[New, ...]:
    return tuple(
        New(filing.report, filing.recorded_at, view.show(filing.report.id).entries)  # type: ignore[union-attr] # a report's id gives an account
        for filing in view.find_news(since or "", MOST)
    )
