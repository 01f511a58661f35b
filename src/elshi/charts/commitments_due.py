"""When what was promised falls due, and what became of it: open, due, overdue, kept or withdrawn."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from elshi.charts.ask import Ask, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.locales import Tongue
from elshi.locales.dates import write_day
from elshi.locales.fates import FATE_NAMES
from elshi.model.fate import FATE_STATES, FateState

NAME = "commitments"
MOST = 250  # commitments whose fates are looked for: each takes some milliseconds, and a page waits for them
_LONGEST = 400  # days from the first due day to the last, up to which there is a bar a month
_WIDTH = 700
# The place of each state's colour in a theme.
_COLOURS: Mapping[FateState, int] = {"open": 0, "due": 3, "overdue": 1, "fulfilled": 2, "withdrawn": 4}
Bar = tuple[str, FateState]  # when ('2026' or '2026-03'), and what became of it


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which a commitment is due, and what became of it."""

    day: dt.date
    state: FateState


@dataclass(frozen=True, slots=True)
class Told:
    """The commitments with a day that are shown, in order; how many have one, and how many have none."""

    due: tuple[Due, ...]
    dated: int
    without: int


def make_commitments(ask: Ask) -> Chart:
    """Return how many commitments fall due in each month or year, by what became of them.

    Those without a day are counted apart. Of very many the `MOST` nearest to today are shown, which is said.
    """
    tongue = ask.tongue
    told = list_due(ask)
    bars = count_bars(told.due)
    names = {state: tongue.say(name) for state, name in FATE_NAMES.items()}
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Commitments by due day")),
        words=_tell(told, names, ask),
        columns=(tongue.say("Due"), tongue.say("State"), tongue.say("Commitments")),
        rows=(
            *((when, names[state], bars[when, state]) for when, state in sorted(bars, key=_order)),
            *(((tongue.say("no due day"), None, told.without),) if told.without else ()),
        ),
        plot=_plan(bars, names, tongue) if bars else None,
    )


def list_due(ask: Ask) -> Told:
    """Return the commitments with a day, in order, with their fates, and how many there are."""
    census = ask.view.census()
    rows = np.flatnonzero(ask.mask("commitment"))
    last = census.last[rows]
    dated = (last > 0) & (last < dt.date.max.toordinal())
    near = np.argsort(np.abs(last[dated] - ask.today.toordinal()), kind="stable")[:MOST]
    chosen = [
        (dt.date.fromordinal(day), census.ids[row])
        for row, day in zip(rows[dated][near].tolist(), last[dated][near].tolist(), strict=True)
    ]
    ordered = sorted(chosen)
    pledges = ask.view.read_pledges([ident for _, ident in ordered], ask.today)
    due = tuple(Due(day, pledge.fate.state) for (day, _), pledge in zip(ordered, pledges, strict=True))
    return Told(due, int(dated.sum()), len(rows) - int(dated.sum()))


def count_bars(due: Sequence[Due]) -> Counter[Bar]:
    """Return how many of `due`, in order, fall into each month, or year where they are far apart."""
    by_month = bool(due) and (due[-1].day - due[0].day).days <= _LONGEST
    length = len("2026-03") if by_month else len("2026")
    return Counter((one.day.isoformat()[:length], one.state) for one in due)


def _order(bar: Bar) -> tuple[str, int]:
    return bar[0], FATE_STATES.index(bar[1])


def list_stretch(first: str, last: str) -> list[str]:
    """Return every month ('2026-03'), or every year, from `first` to `last`."""
    if "-" not in first:
        return [str(year) for year in range(int(first), int(last) + 1)]
    months = (
        f"{year}-{month:02}" for year in range(int(first[:4]), int(last[:4]) + 1) for month in range(1, 13)
    )
    return [month for month in months if first <= month <= last]


def _tell(told: Told, names: Mapping[FateState, str], ask: Ask) -> str:
    tongue = ask.tongue
    rest = tongue.say("Without a due day: %(number)s.", number=told.without) if told.without else ""
    if not told.due:
        return join_words(tongue.say("No commitment with a due day."), rest)
    counts = Counter(one.state for one in told.due)
    coming = next((one.day for one in told.due if one.day >= ask.today), None)
    shown = len(told.due)
    return join_words(
        tongue.say(
            "Each bar is a month or a year, as high as there are commitments due. "
            "As of %(today)s: %(states)s.",
            today=write_day(ask.today, tongue),
            states=", ".join(f"{names[state]} – {counts[state]}" for state in names if counts[state]),
        ),
        tongue.say("Next due day: %(day)s.", day=write_day(coming, tongue)) if coming else "",
        rest,
        tongue.say(
            "Shown are the nearest to this day: %(shown)s of %(total)s.", shown=shown, total=told.dated
        )
        if shown < told.dated
        else "",
    )


def _plan(bars: Counter[Bar], names: Mapping[FateState, str], tongue: Tongue) -> Plot:
    values = [
        {"when": when, "state": names[state], "number": number, "rank": FATE_STATES.index(state)}
        for (when, state), number in bars.items()
    ]
    stretch = list_stretch(min(when for when, _ in bars), max(when for when, _ in bars))
    states = [state for state in names if any(state == other for _, other in bars)]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        return (
            alt.Chart(alt.InlineData(values=tuple(values)))
            .mark_bar(stroke=theme.paper)
            .encode(
                x=alt.X(
                    "when:O",
                    title=tongue.say("Due"),
                    scale=alt.Scale(domain=stretch),
                    axis=alt.Axis(labelAngle=0, labelOverlap=True),
                ),
                y=alt.Y(
                    "number:Q",
                    title=tongue.say("Commitments"),
                    axis=alt.Axis(format="d", tickMinStep=1),
                ),
                color=alt.Color(
                    "state:N",
                    title=None,
                    scale=alt.Scale(
                        domain=[names[state] for state in states],
                        range=[theme.colours[_COLOURS[state]] for state in states],
                    ),
                    legend=alt.Legend(orient="bottom"),
                ),
                order=alt.Order("rank:N"),
            )
            .properties(width=alt.Step(max(12, min(56, _WIDTH // len(stretch)))), height=240)
        )

    return plot
