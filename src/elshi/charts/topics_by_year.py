"""Which topics came up in which year: a figure in each square, and the stronger its colour the more."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elshi.charts.ask import Ask, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.lexicon.codebook import name_code
from elshi.locales import Tongue
from elshi.model.entry import EntryKind
from elshi.register.census import Ints, Mask
from elshi.register.codes import unfold

TOPICS, POSITIONS = "topics", "positions"
_TOPICS = 20
_YEARS = 12
_YEAR = 10_000  # more than any year, so that a topic and a year are one number
_EPOCH = dt.date(1970, 1, 1)  # of datetime64
Square = tuple[str, int]  # a topic and a year


def make_topics(ask: Ask) -> Chart:
    """Return how many engagements each topic has in a year."""
    say = ask.tongue.say
    return _make_chart(ask, TOPICS, "engagement", say("Topics by year"), say("Engagements"))


def make_positions(ask: Ask) -> Chart:
    """Return how many stated positions each topic has in a year."""
    say = ask.tongue.say
    return _make_chart(ask, POSITIONS, "position", say("Positions by topic and year"), say("Positions"))


def _make_chart(ask: Ask, name: str, kind: EntryKind, title: str, counted: str) -> Chart:
    tongue = ask.tongue
    squares, without = count_topics(ask, kind)
    order = sorted(squares, key=lambda square: (square[1], -squares[square], square[0]))
    return Chart(
        name=name,
        language=tongue.language,
        title=ask.title(title),
        words=_tell(squares, without, tongue),
        columns=(tongue.say("Topic"), tongue.say("Year"), counted),
        rows=tuple(
            (name_code("topic", topic, tongue.language), year, squares[topic, year]) for topic, year in order
        ),
        plot=_plan(squares, tongue) if squares else None,
    )


def count_topics(ask: Ask, kind: EntryKind) -> tuple[Counter[Square], int]:
    """Return how many entries each topic has in each year, and how many have no topic or no year."""
    mask = ask.mask(kind)
    years = _find_years(ask, mask)
    column = ask.view.census().columns["topic"]
    ours = years[column.rows] > 0
    rows, codes = column.rows[ours], column.codes[ours]
    pairs, counts = np.unique(codes * _YEAR + years[rows], return_counts=True)
    squares = Counter(
        {
            (unfold("topic", column.values[pair // _YEAR]), pair % _YEAR): number
            for pair, number in zip(pairs.tolist(), counts.tolist(), strict=True)
        }
    )
    return squares, int(mask.sum()) - len(np.unique(rows))


def _find_years(ask: Ask, mask: Mask) -> NDArray[np.int64]:
    """Return for each row of the census the year in which all its days are, 0 where there is none."""
    dated = ask.date_rows(mask)
    first, last = _read_years(dated.first), _read_years(dated.last)
    years = np.zeros(len(mask), np.int64)
    years[dated.rows] = np.where(first == last, first, 0)
    return years


def _read_years(days: Ints) -> NDArray[np.int64]:
    since = (days.astype(np.int64) - _EPOCH.toordinal()).astype("datetime64[D]").astype("datetime64[Y]")
    return since.astype(np.int64) + _EPOCH.year


def _tell(squares: Counter[Square], without: int, tongue: Tongue) -> str:
    rest = tongue.say("Without a topic or a year: %(number)s.", number=without) if without else ""
    if not squares:
        return join_words(tongue.say("Nothing with a topic and a year."), rest)
    totals = _count_by_topic(squares)
    (topic, year), most = max(squares.items(), key=lambda item: (item[1], item[0]))
    years = sorted({year for _, year in squares})
    return join_words(
        tongue.say(
            "Each square is a topic in a year, with the number in it. "
            "Topics: %(topics)s; years: %(first)s–%(last)s. "
            "Most in one year: %(topic)s (%(year)s: %(most)s).",
            topics=len(totals),
            first=years[0],
            last=years[-1],
            topic=name_code("topic", topic, tongue.language),
            year=year,
            most=most,
        ),
        rest,
        tongue.say("The picture has the %(topics)s commonest topics and the last %(years)s years; "
                   "the table has all.", topics=min(_TOPICS, len(totals)), years=min(_YEARS, len(years)))
        if len(totals) > _TOPICS or len(years) > _YEARS else "",
    )  # fmt: skip


def _count_by_topic(squares: Counter[Square]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for (topic, _), number in squares.items():
        totals[topic] += number
    return totals


def _plan(squares: Counter[Square], tongue: Tongue) -> Plot:
    totals = _count_by_topic(squares)
    topics = sorted(totals, key=lambda topic: (-totals[topic], topic))[:_TOPICS]
    years = sorted({year for _, year in squares})[-_YEARS:]
    most = max(squares.values())
    values = [
        {
            "topic": name_code("topic", topic, tongue.language),
            "year": str(year),
            "number": number,
            "step": min(4, 5 * (number - 1) // most),
        }
        for (topic, year), number in squares.items()
        if topic in topics and year in years
    ]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        steps = list(range(len(theme.ramp)))
        base = alt.Chart(alt.InlineData(values=tuple(values))).encode(
            x=alt.X(
                "year:O", title=None, axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False)
            ),
            y=alt.Y(
                "topic:N",
                title=None,
                sort=[name_code("topic", topic, tongue.language) for topic in topics],
                axis=alt.Axis(ticks=False, domain=False),
            ),
        )
        squares_drawn = base.mark_rect(stroke=theme.paper, strokeWidth=2).encode(
            color=alt.Color("step:O", legend=None, scale=alt.Scale(domain=steps, range=list(theme.ramp)))
        )
        figures = base.mark_text(fontSize=12).encode(
            text=alt.Text("number:Q"),
            color=alt.Color("step:O", legend=None, scale=alt.Scale(domain=steps, range=list(theme.over))),
        )
        return alt.layer(
            squares_drawn,
            figures,
            resolve=alt.Resolve(scale={"color": "independent"}),
            width=alt.Step(52),
            height=alt.Step(24),
        )

    return plot
