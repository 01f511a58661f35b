"""A strip of dots for each pair of countries: when they met, and at what level."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from elshi.charts.ask import Ask, join_words
from elshi.charts.axes import make_time_axis
from elshi.charts.calendar_map import SHORTEST_MONTH
from elshi.charts.chart import Chart, Plot
from elshi.charts.palette import Theme
from elshi.exports.graph import DONE
from elshi.lexicon.codebook import find_level, list_meanings, name_code
from elshi.locales import Tongue
from elshi.locales.dates import write_day
from elshi.locales.names import name_party
from elshi.model.entry import Json
from elshi.register.census import Mask

NAME = "pairs"
UNKNOWN = "unknown"  # the level of an engagement of whose people no office is known
_STRIPS = 20
_SHAPES = ("diamond", "circle", "square", "triangle-up", "cross", "triangle-down")
Pair = tuple[str, str]
Dot = tuple[dt.date, str]  # when, and the level


def make_pairs(ask: Ask) -> Chart:
    """Return the engagements of each pair of parties, with the longest silence between two of them."""
    tongue = ask.tongue
    strips = gather_pairs(ask, ask.query.country)
    order = sorted(strips, key=lambda pair: (-len(strips[pair]), pair))
    names = {pair: _name_pair(pair, ask.query.country, tongue) for pair in order}
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Engagements of country pairs")),
        words=_tell(order, strips, names, tongue),
        columns=(
            tongue.say("Pair"),
            tongue.say("Engagements"),
            tongue.say("First day"),
            tongue.say("Last day"),
            tongue.say("Longest silence, days"),
            tongue.say("Highest level"),
        ),
        rows=tuple(_describe(strips[pair], names[pair], tongue) for pair in order),
        plot=_plan(order[:_STRIPS], strips, names, tongue) if order else None,
    )


def gather_pairs(ask: Ask, focus: str | None = None) -> Mapping[Pair, list[Dot]]:
    """Return the dots of each pair of parties in order of time; with `focus` only the pairs it is in.

    Only what took place has a dot, on its first day; what may be of any day of a month has none.
    """
    mask = ask.mask("engagement") & choose_done(ask)
    parties, offices = ask.values("party", mask), ask.values("office", mask)
    strips: dict[Pair, list[Dot]] = defaultdict(list)
    for row, days in ask.bounds(mask):
        if days and (days[1] - days[0]).days + 1 < SHORTEST_MONTH:
            dot = days[0], find_level(offices.get(row, ())) or UNKNOWN
            for pair in _list_pairs(parties.get(row, ()), focus):
                strips[pair].append(dot)
    return {pair: sorted(dots) for pair, dots in strips.items()}


def choose_done(ask: Ask) -> Mask:
    """Return the rows of the census of what took place or is under way."""
    census = ask.view.census()
    mask = np.zeros(len(census.ids), bool)
    for status in sorted(DONE):
        mask |= census.having("status", status)
    return mask


def find_silence(dots: Sequence[Dot]) -> int | None:
    """Return the days of the longest stretch between two dots; None of a single one."""
    days = [day for day, _ in dots]
    return max(((later - earlier).days for earlier, later in itertools.pairwise(days)), default=None)


def _list_pairs(parties: Sequence[str], focus: str | None) -> Iterator[Pair]:
    for one, other in itertools.combinations(parties, 2):
        if focus is None:
            yield one, other
        elif focus in {one, other}:
            yield (one, other) if one == focus else (other, one)


def _name_pair(pair: Pair, focus: str | None, tongue: Tongue) -> str:
    one, other = (name_party(code, tongue.language) for code in pair)
    return other if focus else f"{one} – {other}"


def _describe(dots: Sequence[Dot], name: str, tongue: Tongue) -> tuple[str | int | None, ...]:
    levels = {level for _, level in dots}
    highest = next((m.code for m in list_meanings("level") if m.code in levels), UNKNOWN)
    return (
        name,
        len(dots),
        dots[0][0].isoformat(),
        dots[-1][0].isoformat(),
        find_silence(dots),
        _name_level(highest, tongue),
    )


def _name_level(level: str, tongue: Tongue) -> str:
    return tongue.say("not known") if level == UNKNOWN else name_code("level", level, tongue.language)


def _tell(
    order: Sequence[Pair], strips: Mapping[Pair, Sequence[Dot]], names: Mapping[Pair, str], tongue: Tongue
) -> str:
    if not order:
        return tongue.say("No dated engagement of two parties.")
    first = order[0]
    silence = find_silence(strips[first])
    return join_words(
        tongue.say(
            "Each line is a pair of parties, each sign an engagement, by day and level. "
            "Most engagements: %(pair)s (%(number)s, the last on: %(day)s).",
            pair=names[first],
            number=len(strips[first]),
            day=write_day(strips[first][-1][0], tongue),
        ),
        tongue.say("Its longest silence, in days: %(days)s.", days=silence) if silence else "",
        tongue.say("The picture has %(shown)s of %(total)s lines; the table has all.",
                   shown=_STRIPS, total=len(order)) if len(order) > _STRIPS else "",
    )  # fmt: skip


def _plan(
    order: Sequence[Pair], strips: Mapping[Pair, Sequence[Dot]], names: Mapping[Pair, str], tongue: Tongue
) -> Plot:
    levels = [*(meaning.code for meaning in list_meanings("level")), UNKNOWN]
    values = [
        {"pair": names[pair], "day": day.isoformat(), "level": _name_level(level, tongue)}
        for pair in order
        for day, level in strips[pair]
    ]
    days = [day for pair in order for day, _ in strips[pair]]
    labels = [_name_level(level, tongue) for level in levels]

    def plot(theme: Theme) -> Json:
        signs = {"title": tongue.say("Level"), "legend": {"orient": "bottom", "columns": 6}}
        level = {"field": "level", "type": "nominal", **signs}
        colours = [*theme.colours, theme.ink]
        return {
            "data": {"values": values},
            "mark": {"type": "point", "size": 70, "filled": True, "opacity": 0.85},
            "encoding": {
                "x": make_time_axis("day", days),
                "y": {
                    "field": "pair",
                    "type": "nominal",
                    "title": None,
                    "sort": [names[pair] for pair in order],
                    "axis": {"grid": True},
                },
                "color": {**level, "scale": {"domain": labels, "range": colours}},
                "shape": {**level, "scale": {"domain": labels, "range": list(_SHAPES)}},
            },
            "width": 640,
            "height": {"step": 24},
        }

    return plot
