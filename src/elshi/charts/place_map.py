"""Where engagements took place, as points in a net of meridians and parallels.

There are coasts on it (charts/data/coast.json) and no borders, neither agreed nor contested ones: a place is
known by its name and its point (lexicon/data/coordinates.yml).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from elshi.charts.ask import Ask, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.labels import choose_names
from elshi.charts.palette import Theme
from elshi.charts.window import Window, frame_points, list_coasts, project
from elshi.lexicon.coordinates import Point, find_point
from elshi.lexicon.places import load_cities
from elshi.locales import Tongue
from elshi.locales.names import name_city, name_party
from elshi.register.codes import unfold

NAME = "map"
_WIDTH = 760
_SMALLEST, _BIGGEST = 40, 700  # areas of circles in square dots
Spot = tuple[str, str | None]  # a city, and the country's code


def make_map(ask: Ask) -> Chart:
    """Return how many engagements each city saw; those whose place is not known are counted apart."""
    tongue = ask.tongue
    spots, without = count_spots(ask)
    points = {spot: point for spot in spots if (point := find_point(spot[0]))}
    order = sorted(spots, key=lambda spot: (-spots[spot], spot[0]))
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Where engagements took place")),
        words=_tell(spots, points, without, tongue),
        columns=(
            tongue.say("City"), tongue.say("Country"), tongue.say("Engagements"),
            tongue.say("Latitude"), tongue.say("Longitude"),
        ),
        rows=tuple(
            (
                name_city(spot[0], tongue.language),
                name_party(spot[1], tongue.language) if spot[1] else None,
                spots[spot],
                *(_write_point(points.get(spot))),
            )
            for spot in order
        ),
        plot=_plan(spots, points, tongue) if points else None,
    )  # fmt: skip


def count_spots(ask: Ask) -> tuple[Counter[Spot], int]:
    """Return how many engagements each city saw, and how many name no city. Cancelled ones were nowhere."""
    census, mask = ask.view.census(), ask.mask("engagement")
    mask &= ~census.having("status", "cancelled")
    known = load_cities()
    spots = Counter(
        {
            (city, known[city].country if city in known else None): number
            for value, number in census.count("city", mask)
            for city in (unfold("city", value),)
        }
    )
    column = census.columns["city"]
    return spots, int(mask.sum()) - len(np.unique(column.rows[mask[column.rows]]))


def _write_point(point: Point | None) -> tuple[str | None, str | None]:
    return (f"{point.latitude:.2f}", f"{point.longitude:.2f}") if point else (None, None)


def _tell(spots: Counter[Spot], points: Mapping[Spot, Point], without: int, tongue: Tongue) -> str:
    rest = tongue.say("Without a city: %(number)s.", number=without) if without else ""
    if not points:
        return join_words(tongue.say("No engagement whose place is known."), rest)
    busiest = max(sorted(points), key=lambda spot: spots[spot])
    lost = sorted(name_city(spot[0], tongue.language) for spot in spots if spot not in points)
    return join_words(
        tongue.say(
            "Each circle is a city, the larger the more engagements. Cities: %(cities)s. "
            "Most engagements: %(city)s (%(number)s).",
            cities=len(points),
            city=name_city(busiest[0], tongue.language),
            number=spots[busiest],
        ),
        rest,
        tongue.say("Of unknown position: %(cities)s.", cities=", ".join(lost)) if lost else "",
    )


def _plan(spots: Counter[Spot], points: Mapping[Spot, Point], tongue: Tongue) -> Plot:
    window = frame_points(points.values())
    height = round(_WIDTH * window.height_share)
    dots = _WIDTH / (window.east - window.west)  # of a degree
    order = sorted(points, key=lambda spot: (-spots[spot], spot[0]))
    names = {spot: name_city(spot[0], tongue.language) for spot in order}
    most = max(spots[spot] for spot in order)
    sizes = {spot: _SMALLEST + (_BIGGEST - _SMALLEST) * spots[spot] / most for spot in order}
    values: list[dict[str, Any]] = [
        {
            "x": points[spot].longitude,
            "y": project(points[spot].latitude),
            "above": project(points[spot].latitude) + (math.sqrt(sizes[spot] / math.pi) + 8) / dots,
            "number": spots[spot],
            "name": names[spot],
        }
        for spot in order
    ]
    named = choose_names((value["x"] * dots, -value["above"] * dots, value["name"]) for value in values)
    for number, value in enumerate(values):
        value["name"] = value["name"] if number in named else ""

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[window.west, window.east], nice=False))
        span = alt.Scale(domain=[project(window.south), project(window.north)], nice=False)
        y = alt.Y("y:Q", axis=None, scale=span)
        base = alt.Chart(alt.InlineData(values=tuple(values))).encode(x=x)
        circles = base.mark_circle(
            color=theme.colours[0], opacity=0.8, stroke=theme.paper, strokeWidth=1
        ).encode(
            y=y,
            size=alt.Size(
                "number:Q",
                title=tongue.say("Engagements"),
                scale=alt.Scale(domain=[0, most], range=[_SMALLEST, _BIGGEST]),
                legend=alt.Legend(orient="bottom", format="d", values=_choose_sizes(values)),
            ),
        )
        above = base.encode(y=alt.Y("above:Q", axis=None, scale=span), text=alt.Text("name:N"))
        halo = above.mark_text(
            fontSize=11, stroke=theme.panel, strokeWidth=3, strokeJoin="round", color=theme.panel
        )
        words = above.mark_text(fontSize=11, color=theme.ink)
        ground = _draw_ground(alt, theme, window, x, y)
        view = alt.ViewBackground(fill=theme.panel)
        return alt.layer(*ground, circles, halo, words, width=_WIDTH, height=height, view=view)

    return plot


def _draw_ground(alt: Any, theme: Theme, window: Window, x: Any, y: Any) -> Iterator[Any]:  # noqa: ANN401 - of Altair
    """Yield the lands and the net of meridians and parallels, each a layer."""
    coasts = [
        {"land": number, "turn": turn, "x": longitude, "y": project(latitude)}
        for number, ring in enumerate(list_coasts(window))
        for turn, (longitude, latitude) in enumerate(ring)
    ]
    yield (
        alt.Chart(alt.InlineData(values=tuple(coasts)))
        .mark_line(filled=True, fill=theme.paper, stroke=theme.faint, strokeWidth=0.8, clip=True)
        .encode(x=x, y=y, detail=alt.Detail("land:N"), order=alt.Order("turn:Q"))
    )
    meridians, parallels = window.lines()
    net = {"color": theme.faint, "strokeWidth": 0.5, "strokeDash": [2, 3]}
    yield alt.Chart(alt.InlineData(values=[{"x": line} for line in meridians])).mark_rule(**net).encode(x=x)
    across = [{"y": project(line)} for line in parallels]
    yield alt.Chart(alt.InlineData(values=across)).mark_rule(**net).encode(y=y)


def _choose_sizes(values: list[dict[str, Any]]) -> list[int]:
    """Return the numbers that the legend shows: the least, a middle one, the most."""
    numbers = sorted({int(value["number"]) for value in values})
    return sorted({numbers[0], numbers[len(numbers) // 2], numbers[-1]})
