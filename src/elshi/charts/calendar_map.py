"""A calendar in which each day is darker the more engagements it has."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from elshi.charts.ask import Ask, Dated, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.locales import Tongue
from elshi.locales.dates import write_day, write_month, write_weekday

NAME = "calendar"
_YEARS = 6  # more make the squares too small; the table has all
SHORTEST_MONTH = 28  # days; a stretch of as many may be a month of which no day is known
# The least number of each step of the ramp, for quiet registers and for busy ones.
_BOUNDS = ((1, 2, 3, 5, 10), (1, 5, 10, 20, 50), (1, 20, 50, 100, 200))
_CELL = 13  # dots across


def make_calendar(ask: Ask) -> Chart:
    """Return the engagements of each day; those without a day are counted apart."""
    say = ask.tongue.say
    mask = ask.mask("engagement")
    dated = ask.date_rows(mask).keep_shorter(SHORTEST_MONTH)
    days, undated = count_days(dated), int(mask.sum()) - len(dated.rows)
    rows = [(day.isoformat(), number) for day, number in days.items()]
    if undated:
        rows.append((say("no exact day"), undated))
    return Chart(
        name=NAME,
        language=ask.tongue.language,
        title=ask.title(say("Engagements by day")),
        words=_tell(days, undated, ask.tongue),
        columns=(say("Day"), say("Engagements")),
        rows=tuple(rows),
        plot=_plan(days, ask.tongue) if days else None,
    )


def count_days(dated: Dated) -> Counter[dt.date]:
    """Return how many dates each day has, in order; a stretch counts on each of its days."""
    lengths = dated.last - dated.first + 1
    passed = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    days, counts = np.unique(np.repeat(dated.first, lengths) + passed, return_counts=True)
    numbers = zip(days.tolist(), counts.tolist(), strict=True)
    return Counter({dt.date.fromordinal(day): number for day, number in numbers})


def _tell(days: Counter[dt.date], undated: int, tongue: Tongue) -> str:
    without = tongue.say("Without an exact day: %(number)s.", number=undated) if undated else ""
    if not days:
        return join_words(tongue.say("No engagement with an exact day."), without)
    busiest = max(days, key=lambda day: days[day])
    return join_words(
        tongue.say(
            "Each square is a day: the stronger its colour, the more engagements. "
            "First day: %(first)s; last day: %(last)s. Most on one day: %(most)s (%(day)s).",
            first=write_day(min(days), tongue),
            last=write_day(max(days), tongue),
            most=days[busiest],
            day=write_day(busiest, tongue),
        ),
        without,
        _tell_left_out(days, tongue),
    )


def _tell_left_out(days: Counter[dt.date], tongue: Tongue) -> str:
    years = _list_years(days)
    if len(years) == len({day.year for day in days}):
        return ""
    return tongue.say("The picture begins with %(year)s; the table has the years before.", year=years[0])


def _list_years(days: Iterable[dt.date]) -> list[int]:
    return sorted({day.year for day in days})[-_YEARS:]


def _plan(days: Counter[dt.date], tongue: Tongue) -> Plot:
    years, most = frozenset(_list_years(days)), max(days.values())
    bounds = next((bounds for bounds in _BOUNDS if most < 2 * bounds[-1]), _BOUNDS[-1])
    weekdays = [write_weekday(day, tongue) for day in range(7)]
    values = [
        {
            "year": str(day.year),
            "week": (day.timetuple().tm_yday - 1 + dt.date(day.year, 1, 1).weekday()) // 7,
            "weekday": weekdays[day.weekday()],
            "step": _name_step(number, bounds),
        }
        for day, number in days.items()
        if day.year in years
    ]
    steps = [_name_step(number, bounds) for number in bounds]
    months = json.dumps([write_month(month, tongue) for month in range(1, 13)], ensure_ascii=False)

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        return (
            alt.Chart(alt.InlineData(values=tuple(values)))
            .mark_rect(stroke=theme.paper, strokeWidth=1)
            .encode(
                x=alt.X(
                    "week:O",
                    title=None,
                    scale=alt.Scale(domain=list(range(54))),
                    axis=alt.Axis(
                        values=[round(2 + month * 52 / 12) for month in range(12)],
                        labelExpr=f"{months}[floor(datum.value / 4.42)]",
                        labelAngle=0,
                        ticks=False,
                        domain=False,
                    ),
                ),
                y=alt.Y(
                    "weekday:N",
                    title=None,
                    scale=alt.Scale(domain=weekdays),
                    axis=alt.Axis(values=[weekdays[0], weekdays[3], weekdays[6]], ticks=False, domain=False),
                ),
                color=alt.Color(
                    "step:N",
                    title=tongue.say("Engagements on a day"),
                    scale=alt.Scale(domain=steps, range=list(theme.ramp)),
                    legend=alt.Legend(orient="bottom", symbolType="square"),
                ),
                row=alt.Row("year:N", title=None, header=alt.Header(labelAngle=0, labelAlign="left")),
            )
            .properties(width=54 * _CELL, height=7 * _CELL, view=alt.ViewBackground(fill=theme.panel))
        )

    return plot


def _name_step(number: int, bounds: Sequence[int]) -> str:
    """Return the step of the ramp that `number` is on: '1', '2', '3–4', '5–9', '10+'."""
    place = max(place for place, least in enumerate(bounds) if number >= least)
    least = bounds[place]
    if place == len(bounds) - 1:
        return f"{least}+"
    last = bounds[place + 1] - 1
    return str(least) if last == least else f"{least}–{last}"
