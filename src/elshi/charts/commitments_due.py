"""When what was promised falls due: how much of it lies behind, and how much ahead."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

from elshi.charts.ask import Ask, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.locales import Tongue
from elshi.locales.dates import write_day

NAME = "commitments"
_LONGEST = 400  # days from the first due day to the last, up to which there is a bar a month
_WIDTH = 700
AHEAD, BEHIND = "ahead", "behind"
Bar = tuple[str, str]  # when ('2026' or '2026-03'), and whether that lies ahead


def make_commitments(ask: Ask) -> Chart:
    """Return how many commitments fall due in each month or year; those without a day are counted apart."""
    tongue = ask.tongue
    due, without = list_due(ask)
    bars = count_bars(due, ask.today)
    names = {BEHIND: tongue.say("due day has passed"), AHEAD: tongue.say("still to come")}
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Commitments by due day")),
        words=_tell(due, without, ask),
        columns=(tongue.say("Due"), tongue.say("State"), tongue.say("Commitments")),
        rows=(
            *((when, names[state], bars[when, state]) for when, state in sorted(bars)),
            *(((tongue.say("no due day"), None, without),) if without else ()),
        ),
        plot=_plan(bars, names, tongue) if bars else None,
    )


def list_due(ask: Ask) -> tuple[list[dt.date], int]:
    """Return the last day on which each commitment is due, in order, and how many have none."""
    census, mask = ask.view.census(), ask.mask("commitment")
    last = census.last[mask].tolist()
    due = [dt.date.fromordinal(day) for day in last if 0 < day < dt.date.max.toordinal()]
    return sorted(due), len(last) - len(due)


def count_bars(due: Sequence[dt.date], today: dt.date) -> Counter[Bar]:
    """Return how many days of `due` fall into each month, or year where they are far apart."""
    by_month = bool(due) and (due[-1] - due[0]).days <= _LONGEST
    length = len("2026-03") if by_month else len("2026")
    return Counter((day.isoformat()[:length], BEHIND if day < today else AHEAD) for day in due)


def list_stretch(first: str, last: str) -> list[str]:
    """Return every month ('2026-03'), or every year, from `first` to `last`."""
    if "-" not in first:
        return [str(year) for year in range(int(first), int(last) + 1)]
    months = (
        f"{year}-{month:02}" for year in range(int(first[:4]), int(last[:4]) + 1) for month in range(1, 13)
    )
    return [month for month in months if first <= month <= last]


def _tell(due: Sequence[dt.date], without: int, ask: Ask) -> str:
    tongue = ask.tongue
    rest = tongue.say("Without a due day: %(number)s.", number=without) if without else ""
    if not due:
        return join_words(tongue.say("No commitment with a due day."), rest)
    passed = sum(day < ask.today for day in due)
    coming = next((day for day in due if day >= ask.today), None)
    return join_words(
        tongue.say(
            "Each bar is a month or a year, as high as there are commitments due. "
            "As of %(today)s: due day has passed: %(passed)s; still to come: %(ahead)s.",
            today=write_day(ask.today, tongue),
            passed=passed,
            ahead=len(due) - passed,
        ),
        tongue.say("Next due day: %(day)s.", day=write_day(coming, tongue)) if coming else "",
        rest,
    )


def _plan(bars: Counter[Bar], names: dict[str, str], tongue: Tongue) -> Plot:
    values = [
        {"when": when, "state": names[state], "number": number, "rank": state == AHEAD}
        for (when, state), number in bars.items()
    ]
    stretch = list_stretch(min(when for when, _ in bars), max(when for when, _ in bars))
    labels = [names[BEHIND], names[AHEAD]]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        return (
            alt.Chart(alt.Data(values=values))
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
                    scale=alt.Scale(domain=labels, range=[theme.colours[1], theme.colours[0]]),
                    legend=alt.Legend(orient="bottom"),
                ),
                order=alt.Order("rank:N"),
            )
            .properties(width=alt.Step(max(12, min(56, _WIDTH // len(stretch)))), height=240)
        )

    return plot
