"""Positions by topic over time: who stands where, and when which topic was spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.model.entry import Entry
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import Facet, choose, count_codes, count_facets, list_chosen
from elshi.web.filters import Filters

_YEAR = len("2026")


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with its positions: in all, and in each of the years, those without a date left out."""

    topic: str
    total: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """One page of the positions that are asked for, and all of them by topic and year."""

    filters: Filters
    total: int
    years: tuple[str, ...]
    topics: tuple[TopicRow, ...]
    entries: tuple[Entry, ...]
    facets: tuple[Facet, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


def list_positions(view: View, asked: Asked) -> Positions:
    """Return the positions that the filters choose, and their topics by year."""
    census, filters = view.census(), asked.filters
    mask = choose(view, filters, "position")
    years = tuple(year for year, _ in census.count_days(mask, _YEAR))
    rows = []
    for topic in count_codes(census, mask, "topic"):
        of_topic = mask & census.having("topic", topic.value.replace("_", " "))
        counts = dict(census.count_days(of_topic, _YEAR))
        rows.append(TopicRow(topic.value, topic.number, tuple(counts.get(year, 0) for year in years)))
    return Positions(
        filters,
        int(mask.sum()),
        years,
        tuple(rows),
        view.find_all(list_chosen(view, filters, "position")),
        count_facets(census, mask, filters, ("topic", "country", "body", "told_in", "year")),
    )
