"""A bar for each time that somebody was seen in an office, from the first report to the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from elshi.charts.ask import Ask, Bounds, join_words
from elshi.charts.axes import make_time_axis
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.lexicon.codebook import name_code
from elshi.locales import Tongue
from elshi.locales.names import name_party
from elshi.model.entry import Entry

NAME = "tenures"
_BARS = 40
_MOST = 250  # tenures that are read: a minister's has hundreds of frames, and a page waits for them
_FRAMES = 8  # of each: who, for whom and where to is the same in all
_FIELDS = ("person", "native_name", "office", "represents", "posted_to", "former")
_CYRILLIC = "\u0400"


@dataclass(frozen=True, slots=True)
class Bar:
    """Somebody's time in an office: the name in the picture's language, and the days (None: not known)."""

    person: str
    office: str
    represents: str | None
    posted_to: str | None
    former: bool
    days: Bounds | None


def make_tenures(ask: Ask) -> Chart:
    """Return who was seen in which office, and from when to when."""
    found, tongue = ask.find("tenure", _MOST), ask.tongue
    bars = list_bars(ask, tuple(ask.view.read_fields(found.ids, _FIELDS, _FRAMES)))
    dated = sorted((bar for bar in bars if bar.days), key=lambda bar: (bar.days or (), bar.person))
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Time in office, as seen in reports")),
        words=join_words(_tell(bars, dated, tongue), found.note),
        columns=(
            tongue.say("Person"),
            tongue.say("Office"),
            tongue.say("Country"),
            tongue.say("First seen"),
            tongue.say("Last seen"),
            tongue.say("State"),
        ),
        rows=tuple(_describe(bar, tongue) for bar in (*dated, *(bar for bar in bars if not bar.days))),
        plot=_plan(dated[-_BARS:], tongue) if dated else None,
    )


def list_bars(ask: Ask, entries: Sequence[Entry]) -> list[Bar]:
    """Return a bar for each tenure, as long as its reports are apart."""
    return [
        Bar(
            _name_person(entry.fields, ask.tongue),
            entry.fields["office"],
            entry.fields["represents"],
            entry.fields["posted_to"],
            bool(entry.fields["former"]),
            days,
        )
        for entry, days in zip(entries, _find_days(ask, entries), strict=True)
    ]


def _find_days(ask: Ask, entries: Sequence[Entry]) -> Iterator[Bounds | None]:
    """Yield the first and the last day of each entry, None where one is not known."""
    census = ask.view.census()
    mask = np.zeros(len(census.ids), bool)
    mask[[census.places[entry.id] for entry in entries]] = True
    dated = ask.date_rows(mask)
    ends = zip(dated.rows.tolist(), dated.first.tolist(), dated.last.tolist(), strict=True)
    known = {row: (dt.date.fromordinal(first), dt.date.fromordinal(last)) for row, first, last in ends}
    yield from (known.get(census.places[entry.id]) for entry in entries)


def _name_person(fields: Mapping[str, Any], tongue: Tongue) -> str:
    """Return the person's name in the script of the language, where a report writes it so."""
    native = str(fields["native_name"] or "")
    return native if tongue.language != "en" and native[:1] >= _CYRILLIC else str(fields["person"])


def _describe(bar: Bar, tongue: Tongue) -> tuple[str | None, ...]:
    first, last = (day.isoformat() for day in bar.days) if bar.days else (None, None)
    return (
        bar.person,
        name_code("office", bar.office, tongue.language),
        _name_place(bar, tongue),
        first,
        last,
        tongue.say("former") if bar.former else tongue.say("in office when last seen"),
    )


def _name_place(bar: Bar, tongue: Tongue) -> str:
    return " → ".join(name_party(code, tongue.language) for code in (bar.represents, bar.posted_to) if code)


def _tell(bars: Sequence[Bar], dated: Sequence[Bar], tongue: Tongue) -> str:
    if not dated:
        return tongue.say("Nobody was seen in an office in a dated report.")
    return join_words(
        tongue.say(
            "Each bar goes from the day on which somebody was first seen in an office to the last such day. "
            "Bars: %(bars)s; people: %(people)s.",
            bars=len(dated),
            people=len({bar.person for bar in dated}),
        ),
        tongue.say("Without a date: %(number)s.", number=len(bars) - len(dated))
        if len(bars) > len(dated) else "",
        tongue.say("The picture has the %(shown)s that began last; the table has all.", shown=_BARS)
        if len(dated) > _BARS else "",
    )  # fmt: skip


def _plan(dated: Sequence[Bar], tongue: Tongue) -> Plot:
    alone = len({bar.person for bar in dated}) == 1
    days = [day for bar in dated for day in bar.days or ()]
    states = (tongue.say("in office when last seen"), tongue.say("former"))
    values = [
        {
            "bar": _name_bar(bar, tongue, alone=alone),
            "first": bar.days[0].isoformat(),
            "last": bar.days[1].isoformat(),
            "state": states[bar.former],
        }
        for bar in dated
        if bar.days
    ]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        base = alt.Chart(alt.InlineData(values=tuple(values))).encode(
            y=alt.Y("bar:N", title=None, sort=None, axis=alt.Axis(grid=False, labelLimit=380)),
            color=alt.Color(
                "state:N",
                title=None,
                scale=alt.Scale(domain=list(states), range=[theme.colours[0], theme.colours[4]]),
                legend=alt.Legend(orient="bottom"),
            ),
        )
        first = make_time_axis(alt, "first", days)
        bars = base.mark_bar(height=10).encode(x=first, x2=alt.X2("last:T"))
        # As wide as the bar, so that a day is seen too.
        ends = base.mark_point(filled=True, size=79, opacity=1)
        begun, left = ends.encode(x=first), ends.encode(x=alt.X("last:T"))
        return alt.layer(bars, begun, left, width=520, height=alt.Step(22))

    return plot


def _name_bar(bar: Bar, tongue: Tongue, *, alone: bool) -> str:
    office = name_code("office", bar.office, tongue.language)
    return ", ".join(part for part in ("" if alone else bar.person, office, _name_place(bar, tongue)) if part)
