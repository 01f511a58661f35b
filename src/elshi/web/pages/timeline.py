"""The timeline: engagements by day over the years, and those of the stretch that is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from elshi.model.entry import Entry
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import Count, choose, list_chosen
from elshi.web.filters import Filters

_DAY, _MONTH = len("2026-03-12"), len("2026-03")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated engagements that the filters choose: counted by month over all time, by day in `year`.

    `entries` are those of one page; `year` is the one that the filters or the last engagement fall in.
    """

    filters: Filters
    total: int
    months: tuple[Count, ...]
    year: str
    days: tuple[Count, ...]
    entries: tuple[Entry, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))

    @property
    def table(self) -> dict[str, tuple[int, ...]]:
        """Return for each year, the last first, the counts of its twelve months."""
        counts = {count.value: count.number for count in self.months}
        years = sorted({month[:4] for month in counts}, reverse=True)
        return {year: tuple(counts.get(f"{year}-{month:02}", 0) for month in range(1, 13)) for year in years}


def show_timeline(view: View, asked: Asked) -> Timeline:
    """Return the engagements by day; without a stretch in the address, everything up to the last one."""
    census, filters = view.census(), asked.filters
    mask = choose(view, filters)
    ever = choose(view, filters.put(since="", until=""))
    months = tuple(Count(month, n) for month, n in census.count_days(ever, _MONTH))
    year = _choose_year(filters, months, asked.today)
    of_year = choose(view, filters.put(since=year, until=year))
    days = tuple(Count(d, n) for d, n in census.count_days(of_year, _DAY) if d.startswith(year))
    entries = view.find_all(list_chosen(view, filters, "engagement"))
    return Timeline(filters, int(mask.sum()), months, year, days, entries)


def _choose_year(filters: Filters, months: tuple[Count, ...], today: dt.date) -> str:
    """Return the year asked for, else the last one up to today that has engagements, else this one."""
    if filters.since[:4] == filters.until[:4] and filters.since:
        return filters.since[:4]
    past = [month.value for month in months if month.value <= today.isoformat()]
    return (past[-1] if past else today.isoformat())[:4]
