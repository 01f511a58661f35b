"""A bar for each time that somebody was seen in an office, from the first report to the last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from elshi.charts.ask import Ask
from elshi.charts.axes import make_time_axis
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.lexicon.codebook import name_code
from elshi.locales import Tongue
from elshi.locales.names import name_party
from elshi.model.entry import Service
from elshi.record.fold import fold_name

NAME = "tenures"
_BARS = 40
_CYRILLIC = "\u0400"


def make_tenures(ask: Ask) -> Chart:
    """Return who was seen in which office, and from when to when; `who`, `office`, `country` narrow it."""
    tongue = ask.tongue
    services = [service for service in ask.view.tenures() if _fits(service, ask)]
    dated = sorted((s for s in services if s.first_seen), key=lambda s: (s.first_seen or "", s.person))
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Time in office, as seen in reports")),
        words=_tell(services, dated, tongue),
        columns=(
            tongue.say("Person"),
            tongue.say("Office"),
            tongue.say("Country"),
            tongue.say("First seen"),
            tongue.say("Last seen"),
            tongue.say("State"),
        ),
        rows=tuple(
            _describe(service, tongue) for service in (*dated, *(s for s in services if s not in dated))
        ),
        plot=_plan(dated[-_BARS:], tongue) if dated else None,
    )


def _fits(service: Service, ask: Ask) -> bool:
    query = ask.query
    words = {word for name in service.names for word in fold_name(name)}
    return (
        all(any(word.startswith(part) for word in words) for part in fold_name(query.who or ""))
        and query.office in {None, service.office}
        and (query.country is None or query.country.upper() in {service.represents, service.posted_to})
    )


def name_person(service: Service, tongue: Tongue) -> str:
    """Return the person's name in the script of the language, where a report writes it so."""
    native = (name for name in service.names if name[:1] >= _CYRILLIC)
    return service.person if tongue.language == "en" else next(native, service.person)


def _describe(service: Service, tongue: Tongue) -> tuple[str | None, ...]:
    countries = (service.represents, service.posted_to)
    return (
        name_person(service, tongue),
        name_code("office", service.office, tongue.language),
        " → ".join(name_party(code, tongue.language) for code in countries if code),
        service.first_seen,
        service.last_seen,
        tongue.say("former") if service.former else tongue.say("in office when last seen"),
    )


def _tell(services: Sequence[Service], dated: Sequence[Service], tongue: Tongue) -> str:
    if not dated:
        return tongue.say("Nobody was seen in an office in a dated report.")
    return " ".join(filter(None, (
        tongue.say(
            "Each bar goes from the day on which somebody was first seen in an office to the last such day. "
            "Bars: %(bars)s; people: %(people)s.",
            bars=len(dated),
            people=len({service.person for service in dated}),
        ),
        tongue.say("Without a date: %(number)s.", number=len(services) - len(dated))
        if len(services) > len(dated) else "",
        tongue.say("The picture has the %(shown)s that began last; the table has all.", shown=_BARS)
        if len(dated) > _BARS else "",
    )))  # fmt: skip


def _plan(dated: Sequence[Service], tongue: Tongue) -> Plot:
    alone = len({service.person for service in dated}) == 1
    days = [dt.date.fromisoformat(day) for s in dated for day in (s.first_seen, s.last_seen) if day]
    states = (tongue.say("in office when last seen"), tongue.say("former"))
    values = [
        {
            "bar": _name_bar(service, tongue, alone=alone),
            "first": service.first_seen,
            "last": service.last_seen,
            "state": states[service.former],
        }
        for service in dated
    ]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        base = alt.Chart(alt.Data(values=values)).encode(
            y=alt.Y("bar:N", title=None, sort=None, axis=alt.Axis(grid=False, labelLimit=380)),
            color=alt.Color(
                "state:N",
                title=None,
                scale=alt.Scale(domain=list(states), range=[theme.colours[0], theme.colours[4]]),
                legend=alt.Legend(orient="bottom"),
            ),
        )
        first = make_time_axis(alt, "first", days)
        bars = base.mark_bar(height=10).encode(x=first, x2="last:T")
        ends = base.mark_point(
            filled=True, size=79, opacity=1
        )  # as wide as the bar, so that a day is seen too
        return (bars + ends.encode(x=first) + ends.encode(x="last:T")).properties(
            width=520, height=alt.Step(22)
        )

    return plot


def _name_bar(service: Service, tongue: Tongue, *, alone: bool) -> str:
    office = name_code("office", service.office, tongue.language)
    countries = [
        name_party(code, tongue.language) for code in (service.represents, service.posted_to) if code
    ]
    place = " → ".join(countries)
    return ", ".join(part for part in ("" if alone else name_person(service, tongue), office, place) if part)
