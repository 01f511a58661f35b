"""The list of engagements: filtered, counted, with a preview of the one that is open beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from elshi.exports.calendar import calendar_chunks
from elshi.exports.tables import table_lines
from elshi.model.entry import Entry
from elshi.model.query import Query
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.filters import Filters
from elshi.web.pages.find import find_entry


@dataclass(frozen=True, slots=True)
class EngagementList:
    """One page of the engagements that are asked for, and how many there are in all."""

    filters: Filters
    total: int
    entries: tuple[Entry, ...]
    preview: Entry | None

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


def list_engagements(view: View, asked: Asked) -> EngagementList:
    """Return the engagements that meet the filters of the address."""
    filters, query = asked.filters, asked.filters.ask()
    preview = find_entry(view, filters.open) if filters.open else None
    return EngagementList(filters, view.count(query), tuple(view.find(query)), preview)


def write_lines(view: View, asked: Asked) -> Iterator[str]:
    """Yield all that meet the filters as CSV."""
    return table_lines("engagement", view.find(_ask_all(asked)))


def write_events(view: View, asked: Asked) -> Iterator[bytes]:
    """Yield all that meet the filters and have a day as a calendar."""
    return calendar_chunks(view.narrow(_ask_all(asked)))


def _ask_all(asked: Asked) -> Query:
    return replace(asked.filters.ask(), limit=None, offset=0)
