"""Today: what is new since the last visit, what falls due, what comes, what could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from elshi.model.entry import Entry, Filing, Problem
from elshi.model.query import Query
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.pages.find import find_account
from elshi.web.pages.sources import Brief, describe_briefly

MOST = 20  # of each list; its own page has the rest
_WEEK = dt.timedelta(days=7)
_SOON = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class New:
    """A report read since the last visit, with the engagements it tells of."""

    report: Brief
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
    day, census = asked.today, view.census()
    past, soon, long_past = (
        census.select(Query(kind="commitment", due_before=limit)) for limit in (day, day + _SOON, day - _SOON)
    )
    coming = census.select(Query(kind="engagement", since=day, until=day + _WEEK))
    return Today(
        day,
        asked.visited,
        _list_new(view, asked.visited),
        view.find_all(census.list_ids(soon & ~past, MOST, oldest_first=True)),
        view.find_all(census.list_ids(past & ~long_past, MOST)),
        view.find_all(census.list_ids(coming, MOST, oldest_first=True)),
        view.problems(),
    )


def _list_new(view: View, since: str | None) -> tuple[New, ...]:
    return tuple(_make_new(view, filing) for filing in view.find_news(since or "", MOST))


def _make_new(view: View, filing: Filing) -> New:
    told = find_account(view, filing.report.id).entries
    entries = tuple(entry for entry in told if entry.kind == "engagement")
    return New(describe_briefly(filing.report, len(told)), filing.recorded_at, entries)
