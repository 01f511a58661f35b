"""The board of commitments: overdue, falling due, later, without a day; and what became of each one shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.model.fate import Fate, Pledge
from elshi.model.query import Query
from elshi.register import View
from elshi.register.census import Mask
from elshi.web.asked import Asked
from elshi.web.choosing import Facet, choose, count_facets
from elshi.web.filters import Filters

Lane = Literal["overdue", "soon", "later", "undated"]
LANES: tuple[Lane, ...] = get_args(Lane)
_SOON = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Board:
    """One page of the commitments whose day lies as asked (`lane`, by default all), with their fates.

    `counts` are those of the lanes by their last possible day as of `day`: past, within thirty days, after
    that, or not known. A commitment that was kept stands in the lane of its day, and its fate says so.
    """

    filters: Filters
    day: dt.date
    total: int
    counts: Mapping[Lane, int]
    pledges: tuple[Pledge, ...]
    facets: tuple[Facet, ...]

    @property
    def fates(self) -> Mapping[str, Fate]:
        """Return what became of each commitment shown, by its id."""
        return {pledge.entry.id: pledge.fate for pledge in self.pledges}

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


def show_board(view: View, asked: Asked) -> Board:
    """Return the commitments that the filters choose; `lane` narrows them by their day."""
    census, filters = view.census(), asked.filters
    mask = choose(view, filters, "commitment")
    lanes = {lane: mask & _find_lane(view, lane, asked.today) for lane in LANES}
    shown = next((lanes[lane] for lane in LANES if lane == filters.lane), mask)
    ids = census.list_ids(
        shown, filters.size, (filters.page - 1) * filters.size, oldest_first=filters.order != "newest"
    )
    return Board(
        filters,
        asked.today,
        int(shown.sum()),
        {lane: int(found.sum()) for lane, found in lanes.items()},
        tuple(view.read_pledges(ids, asked.today)),
        count_facets(census, shown, filters, ("country", "body", "told_in", "outlet")),
    )


def _find_lane(view: View, lane: Lane, today: dt.date) -> Mask:
    census = view.census()
    past = census.select(Query(kind="commitment", due_before=today))
    soon = census.select(Query(kind="commitment", due_before=today + _SOON)) & ~past
    dated = census.last > 0
    found: Mapping[Lane, Mask] = {
        "overdue": past, "soon": soon, "later": dated & ~past & ~soon, "undated": ~dated,
    }  # fmt: skip
    return found[lane]
