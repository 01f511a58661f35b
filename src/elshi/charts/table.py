"""Every picture by its name: one line here and one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elshi.charts import (
    calendar_map,
    commitments_due,
    network,
    pair_strip,
    place_map,
    tenure_bars,
    topics_by_year,
)
from elshi.charts.ask import Ask
from elshi.charts.chart import Chart
from elshi.errors import Message, UsageError

PICTURES: Mapping[str, Callable[[Ask], Chart]] = {
    calendar_map.NAME: calendar_map.make_calendar,
    pair_strip.NAME: pair_strip.make_pairs,
    topics_by_year.TOPICS: topics_by_year.make_topics,
    topics_by_year.POSITIONS: topics_by_year.make_positions,
    tenure_bars.NAME: tenure_bars.make_tenures,
    network.NAME: network.make_network,
    network.PEOPLE: network.make_people,
    place_map.NAME: place_map.make_map,
    commitments_due.NAME: commitments_due.make_commitments,
}


def make_chart(name: str, ask: Ask) -> Chart:
    """Return the picture `name` of what is asked. Raises UsageError where there is none of that name."""
    if name not in PICTURES:
        message = Message(
            "there is no picture called %(name)r; give one of %(known)s", name=name, known=", ".join(PICTURES)
        )
        raise UsageError(message)
    return PICTURES[name](ask)
