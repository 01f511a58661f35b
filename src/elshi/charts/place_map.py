"""Where engagements took place, as points in a net of meridians and parallels.

There are no borders on it, neither agreed nor contested ones, and no coasts: a place is known by its name and
its point (lexicon/data/coordinates.yml).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from elshi.charts.ask import Ask, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.labels import choose_names
from elshi.charts.palette import Theme
from elshi.lexicon.coordinates import Point, find_point
from elshi.locales import Tongue
from elshi.locales.names import name_city, name_party
from elshi.model.entry import Entry

NAME = "map"
_WIDTH, _HEIGHT = 760, 370
Spot = tuple[str, str | None]  # a city, and the country's code


def make_map(ask: Ask) -> Chart:
    """Return how many engagements each city saw; those whose place is not known are counted apart."""
    found, tongue = ask.find("engagement"), ask.tongue
    spots, without = count_spots(found.entries)
    points = {spot: point for spot in spots if (point := find_point(spot[0]))}
    order = sorted(spots, key=lambda spot: (-spots[spot], spot[0]))
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Where engagements took place")),
        words=join_words(_tell(spots, points, without, tongue), found.note),
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


def count_spots(entries: Iterable[Entry]) -> tuple[Counter[Spot], int]:
    """Return how many entries each city saw, and how many name no city. Cancelled ones took place nowhere."""
    spots: Counter[Spot] = Counter()
    without = 0
    for entry in entries:
        place = entry.fields["place"] or {}
        if entry.fields["status"] == "cancelled":
            continue
        if place.get("city"):
            spots[place["city"], place.get("country")] += 1
        else:
            without += 1
    return spots, without


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
    order = sorted(points, key=lambda spot: (-spots[spot], spot[0]))
    names = {spot: name_city(spot[0], tongue.language) for spot in order}
    named = choose_names((*_place_roughly(points[spot]), names[spot]) for spot in order)
    values = [
        {
            "lat": points[spot].latitude,
            "lon": points[spot].longitude,
            "number": spots[spot],
            "name": names[spot] if place in named else "",
        }
        for place, spot in enumerate(order)
    ]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        globe = alt.Chart(alt.sphere()).mark_geoshape(fill=theme.panel, stroke=theme.faint)
        net = alt.Chart(alt.graticule(step=[15, 15])).mark_geoshape(
            stroke=theme.faint, strokeWidth=0.6, filled=False
        )
        base = alt.Chart(alt.Data(values=values)).encode(longitude="lon:Q", latitude="lat:Q")
        circles = base.mark_circle(
            color=theme.colours[0], opacity=0.75, stroke=theme.paper, strokeWidth=1
        ).encode(
            size=alt.Size(
                "number:Q",
                title=tongue.say("Engagements"),
                scale=alt.Scale(range=[40, 700]),
                legend=alt.Legend(orient="bottom", format="d", values=_choose_sizes(values)),
            )
        )
        halo = base.mark_text(
            dy=-12, fontSize=11, stroke=theme.paper, strokeWidth=3, strokeJoin="round"
        ).encode(text="name:N")
        words = base.mark_text(dy=-12, fontSize=11, color=theme.ink).encode(text="name:N")
        return (
            (globe + net + circles + halo + words)
            .properties(width=_WIDTH, height=_HEIGHT)
            .project("equalEarth", precision=0.1)
        )

    return plot


def _place_roughly(point: Point) -> tuple[float, float]:
    """Return about where a point comes to stand, in dots."""
    return point.longitude * _WIDTH / 360, -point.latitude * _HEIGHT / 180


def _choose_sizes(values: list[dict[str, Any]]) -> list[int]:
    """Return the numbers that the legend shows: the least, a middle one, the most."""
    numbers = sorted({int(value["number"]) for value in values})
    return sorted({numbers[0], numbers[len(numbers) // 2], numbers[-1]})
