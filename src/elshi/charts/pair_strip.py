"""A strip of dots for each pair of countries: when they met, and at what level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
from elshi.register.census import Census, Ints, Mask
from elshi.register.codes import unfold

NAME = "pairs"
UNKNOWN = "unknown"  # the level of an engagement of whose people no office is known
MOST = 2500  # signs in a picture; more lie upon one another, and take longer than anybody waits for a page
_STRIPS = 20
_SPANS = (1, 7, 30, 91, 182, 365)  # days; of one level so many have one sign, the fewest that will do
_SHAPES = ("diamond", "circle", "square", "triangle-up", "cross", "triangle-down")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Strip:
    """What two parties did together: each day, as an ordinal and in order, with the place of its level."""

    pair: Pair
    days: Ints
    levels: Ints

    @property
    def ends(self) -> tuple[dt.date, dt.date]:
        """Return the first day and the last one."""
        return dt.date.fromordinal(int(self.days[0])), dt.date.fromordinal(int(self.days[-1]))

    @property
    def silence(self) -> int | None:
        """Return the days of the longest stretch between two engagements; None of a single one."""
        return int(np.diff(self.days).max()) if len(self.days) > 1 else None

    def thin_out(self, span: int) -> Strip:
        """Return of each level the first day in each stretch of so many days."""
        stretches = self.days.astype(np.int64) // span * len(list_levels()) + self.levels
        first = np.sort(np.unique(stretches, return_index=True)[1])
        return Strip(self.pair, self.days[first], self.levels[first])


def make_pairs(ask: Ask) -> Chart:
    """Return the engagements of each pair of parties, with the longest silence between two of them."""
    tongue, focus = ask.tongue, ask.query.country
    strips = sorted(gather_pairs(ask, focus), key=lambda strip: (-len(strip.days), strip.pair))
    names = {strip.pair: _name_pair(strip.pair, focus, tongue) for strip in strips}
    span, shown = thin_out(strips[:_STRIPS])
    return Chart(
        name=NAME,
        language=tongue.language,
        title=ask.title(tongue.say("Engagements of country pairs")),
        words=_tell(strips, names, span, tongue),
        columns=(
            tongue.say("Pair"),
            tongue.say("Engagements"),
            tongue.say("First day"),
            tongue.say("Last day"),
            tongue.say("Longest silence, days"),
            tongue.say("Highest level"),
        ),
        rows=tuple(_describe(strip, names[strip.pair], tongue) for strip in strips),
        plot=_plan(shown, names, tongue) if strips else None,
    )


def gather_pairs(ask: Ask, focus: str | None = None) -> list[Strip]:
    """Return the strip of each pair of parties; with `focus` only of those it is in, where it stands first.

    Only what took place has a dot, on its first day; what may be of any day of a month has none.
    """
    census = ask.view.census()
    dated = ask.date_rows(ask.mask("engagement") & choose_done(ask)).keep_shorter(SHORTEST_MONTH)
    days = np.zeros(len(census.ids), np.int32)
    days[dated.rows] = dated.first
    rows, ones, others = census.join("party", "party", days > 0)
    codes = [unfold("party", value) for value in census.columns["party"].values]
    place = np.array([one != focus for one in codes]) if focus else np.zeros(len(codes), bool)
    kept = ~(place[ones] & place[others])
    rows, ones, others = rows[kept], ones[kept], others[kept]
    pairs = ones.astype(np.int64) * len(codes) + others
    levels = _find_levels(census)[rows]
    order = np.lexsort((_rank_levels()[levels], days[rows], pairs))
    ends = np.flatnonzero(np.diff(pairs[order])) + 1
    return [
        Strip(_order_pair(codes[ones[of[0]]], codes[others[of[0]]], focus), days[rows[of]], levels[of])
        for of in np.split(order, ends)
        if len(of)
    ]


def _order_pair(one: str, other: str, focus: str | None) -> Pair:
    """Return the two codes in the order of the alphabet, `focus` before any other."""
    first, second = sorted((one, other), key=lambda code: (code != focus, code))
    return first, second


def choose_done(ask: Ask) -> Mask:
    """Return the rows of the census of what took place or is under way."""
    census = ask.view.census()
    mask = np.zeros(len(census.ids), bool)
    for status in sorted(DONE):
        mask |= census.having("status", status)
    return mask


def list_levels() -> list[str]:
    """Return the levels, the highest first, and that of which nothing is known last."""
    return [*(meaning.code for meaning in list_meanings("level")), UNKNOWN]


def _find_levels(census: Census) -> Ints:
    """Return for each row the place of the highest level of its offices."""
    column, levels = census.columns["office"], list_levels()
    of_offices = [levels.index(find_level([unfold("office", v)]) or UNKNOWN) for v in column.values]
    found = np.full(len(census.ids), len(levels) - 1, np.int32)
    np.minimum.at(found, column.rows, np.array(of_offices, np.int32)[column.codes])
    return found


def _rank_levels() -> NDArray[np.intp]:
    """Return the rank of each level's code in the alphabet: signs of one day lie upon one another so."""
    return np.argsort(np.argsort(np.array(list_levels())))


def thin_out(strips: Sequence[Strip]) -> tuple[int, list[Strip]]:
    """Return the strips with no more than `MOST` signs, and of how many days each sign stands for a level.

    In the longest stretch there may be more of them.
    """
    for span in _SPANS:
        thinned = list(strips) if span == 1 else [strip.thin_out(span) for strip in strips]
        if sum(len(strip.days) for strip in thinned) <= MOST:
            break
    return span, thinned


def _name_pair(pair: Pair, focus: str | None, tongue: Tongue) -> str:
    one, other = (name_party(code, tongue.language) for code in pair)
    return other if focus else f"{one} – {other}"


def _describe(strip: Strip, name: str, tongue: Tongue) -> tuple[str | int | None, ...]:
    first, last = strip.ends
    highest = list_levels()[int(strip.levels.min())]
    return (
        name,
        len(strip.days),
        first.isoformat(),
        last.isoformat(),
        strip.silence,
        _name_level(highest, tongue),
    )


def _name_level(level: str, tongue: Tongue) -> str:
    return tongue.say("not known") if level == UNKNOWN else name_code("level", level, tongue.language)


def _tell(strips: Sequence[Strip], names: Mapping[Pair, str], span: int, tongue: Tongue) -> str:
    if not strips:
        return tongue.say("No dated engagement of two parties.")
    first = strips[0]
    return join_words(
        tongue.say(
            "Each line is a pair of parties, each sign an engagement, by day and level. "
            "Most engagements: %(pair)s (%(number)s, the last on: %(day)s).",
            pair=names[first.pair],
            number=len(first.days),
            day=write_day(first.ends[1], tongue),
        ),
        tongue.say("Its longest silence, in days: %(days)s.", days=first.silence) if first.silence else "",
        tongue.say("They are many: a sign stands for all of a level in one stretch, which has so many "
                   "days: %(days)s.", days=span) if span > 1 else "",
        tongue.say("The picture has %(shown)s of %(total)s lines; the table has all.",
                   shown=_STRIPS, total=len(strips)) if len(strips) > _STRIPS else "",
    )  # fmt: skip


def _list_signs(strips: Sequence[Strip], names: Mapping[Pair, str], labels: Sequence[str]) -> Iterator[Json]:
    for strip in strips:
        for day, level in zip(strip.days.tolist(), strip.levels.tolist(), strict=True):
            iso = dt.date.fromordinal(day).isoformat()
            yield {"pair": names[strip.pair], "day": iso, "level": labels[level]}


def _plan(strips: Sequence[Strip], names: Mapping[Pair, str], tongue: Tongue) -> Plot:
    labels = [_name_level(level, tongue) for level in list_levels()]
    values = list(_list_signs(strips, names, labels))
    days = [day for strip in strips for day in strip.ends]

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        signs = {"title": tongue.say("Level"), "legend": alt.Legend(orient="bottom", columns=6)}
        return (
            alt.Chart(alt.InlineData(values=tuple(values)))
            .mark_point(size=70, filled=True, opacity=0.85)
            .encode(
                x=make_time_axis(alt, "day", days),
                y=alt.Y(
                    "pair:N",
                    title=None,
                    sort=[names[strip.pair] for strip in strips],
                    axis=alt.Axis(grid=True),
                ),
                color=alt.Color(
                    "level:N", scale=alt.Scale(domain=labels, range=[*theme.colours, theme.ink]), **signs
                ),
                shape=alt.Shape("level:N", scale=alt.Scale(domain=labels, range=list(_SHAPES)), **signs),
            )
            .properties(width=640, height=alt.Step(24))
        )

    return plot
