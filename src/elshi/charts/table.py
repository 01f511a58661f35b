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

PICTURES: Mapping[str, Callable[[Ask], Chart]] = {
    calendar_map.NAME: calendar_map.make_calendar,
    pair_strip.NAME: pair_strip.make_pairs,
    topics_by_year.NAME: topics_by_year.make_topics,
    tenure_bars.NAME: tenure_bars.make_tenures,
    network.NAME: network.make_network,
    network.PEOPLE: network.make_people,
    place_map.NAME: place_map.make_map,
    commitments_due.NAME: commitments_due.make_commitments,
}
