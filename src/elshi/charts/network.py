"""Who met whom: people or parties as signs, what joins them as lines; where they are too many, a matrix."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from elshi.charts.ask import Ask, join_words
from elshi.charts.chart import Chart, Plot
from elshi.charts.labels import choose_names
from elshi.charts.pair_strip import choose_done
from elshi.charts.palette import Theme
from elshi.exports.graph import TALKS
from elshi.exports.wording import identify_person
from elshi.locales import Tongue
from elshi.locales.names import name_party
from elshi.model.entry import Entry, Json
from elshi.register.census import Mask
from elshi.register.codes import unfold

NAME, PEOPLE = "network", "people"
LARGEST = 150  # signs that can still be told apart; beyond them there is a matrix
_IN_MATRIX = 30
_ROUNDS = 150
_SMALLEST, _BIGGEST = 50, 600  # areas of signs in square dots
_WIDTH, _HEIGHT, _MARGIN = 720, 560, 0.07
_SPAN = 1 + 2 * _MARGIN
_CYRILLIC = "\u0400"
Tie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Network:
    """Names and groups (the country, for people) of the nodes by id, and how often two of them met."""

    names: Mapping[str, str]
    groups: Mapping[str, str]
    ties: Mapping[Tie, int]

    @property
    def order(self) -> list[str]:
        """Return the nodes, those with most meetings first."""
        totals: Counter[str] = Counter(dict.fromkeys(self.names, 0))
        for tie, number in self.ties.items():
            totals.update(dict.fromkeys(tie, number))
        return sorted(totals, key=lambda node: (-totals[node], node))


def make_network(ask: Ask) -> Chart:
    """Return which parties took part in the same talks."""
    title = ask.tongue.say("Who talks with whom: countries and bodies")
    return _make_chart(ask, NAME, title, gather_parties(ask))


def make_people(ask: Ask) -> Chart:
    """Return which people sat on different sides of the same talks."""
    found, census = ask.find("engagement"), ask.view.census()
    talks = _choose_talks(ask)
    ids = [ident for ident in found.ids if talks[census.places[ident]]]
    entries = ask.view.read_fields(ids, ("participants",))
    title = ask.tongue.say("Who talks with whom: people")
    return _make_chart(ask, PEOPLE, title, gather_people(entries, ask.tongue), found.note)


def _choose_talks(ask: Ask) -> Mask:
    """Return the rows of the census of talks, as far as these took place."""
    census = ask.view.census()
    mask = choose_done(ask)
    mask &= np.asarray([census.having("type", kind) for kind in sorted(TALKS)]).any(axis=0)
    return mask


def _make_chart(ask: Ask, name: str, title: str, network: Network, note: str = "") -> Chart:
    tongue = ask.tongue
    ties = sorted(network.ties, key=lambda tie: (-network.ties[tie], tie))
    return Chart(
        name=name,
        language=tongue.language,
        title=ask.title(title),
        words=join_words(_tell(network, ties, tongue), note),
        columns=(tongue.say("One"), tongue.say("Other"), tongue.say("Talks")),
        rows=tuple((*(network.names[node] for node in tie), network.ties[tie]) for tie in ties),
        plot=_plan(network, tongue) if ties else None,
    )


def gather_parties(ask: Ask) -> Network:
    """Return the parties that took part in the same talks, as far as these took place."""
    census, language = ask.view.census(), ask.tongue.language
    found = census.cross("party", "party", ask.mask("engagement") & _choose_talks(ask))
    ties = {(unfold("party", one), unfold("party", other)): number for (one, other), number in found.items()}
    codes = {code for tie in ties for code in tie}
    return Network({code: name_party(code, language) for code in codes}, dict.fromkeys(codes, ""), ties)


def gather_people(entries: Iterable[Entry], tongue: Tongue) -> Network:
    """Return the people who sat on different sides of the same talks, which `entries` are."""
    ties: Counter[Tie] = Counter()
    people: dict[str, Json] = {}
    for entry in entries:
        present = {identify_person(person): person for person in entry.fields["participants"]}
        people |= present
        for one, other in itertools.combinations(sorted(present), 2):
            if present[one]["side"] != present[other]["side"]:
                ties[one, other] += 1
    met = sorted({node for tie in ties for node in tie})
    groups = {node: people[node]["represents"] or "" for node in met}
    return Network({node: _name_person(people[node], tongue) for node in met}, groups, ties)


def _name_person(person: Json, tongue: Tongue) -> str:
    native = str(person.get("native_name") or "")
    return native if tongue.language != "en" and native[:1] >= _CYRILLIC else str(person["name"])


def _tell(network: Network, ties: Sequence[Tie], tongue: Tongue) -> str:
    if not ties:
        return tongue.say("No talks between two of them.")
    first = ties[0]
    matrix = tongue.say(
        "They are too many for signs and lines: the squares are talks of the %(shown)s with most of them; "
        "the table has all.",
        shown=_IN_MATRIX,
    )
    drawn = tongue.say("Each sign is one of them, the larger the more talks; a line joins two who talked.")
    return join_words(
        matrix if len(network.names) > LARGEST else drawn,
        tongue.say(
            "Of them: %(nodes)s; pairs: %(ties)s. Most talks: %(one)s – %(other)s (%(number)s).",
            nodes=len(network.names),
            ties=len(ties),
            one=network.names[first[0]],
            other=network.names[first[1]],
            number=network.ties[first],
        ),
    )


def _plan(network: Network, tongue: Tongue) -> Plot:
    return (_plan_matrix if len(network.names) > LARGEST else _plan_lines)(network, tongue)


def lay_out(nodes: Sequence[str], ties: Mapping[Tie, int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return a place in the unit square for each node, the same at each run: nodes x 2.

    Nodes push one another away and ties pull them together (Fruchterman and Reingold, Graph drawing by
    force-directed placement, 1991), from a circle on.
    """
    count = len(nodes)
    angles = 2 * math.pi * np.arange(count) / max(count, 1)
    places = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    number = {node: index for index, node in enumerate(nodes)}
    pull = np.zeros((count, count))
    for (one, other), met in ties.items():
        pull[number[one], number[other]] = pull[number[other], number[one]] = 1 + math.log(met)
    ideal = 2.2 / math.sqrt(max(count, 1))
    for step in range(_ROUNDS):
        across, down = (axis[None, :] - axis[:, None] for axis in places.T)
        distance = np.maximum(np.sqrt(across * across + down * down), 1e-3)
        force = ideal**2 / distance**2 - pull * distance / ideal
        pushed = np.stack([(across * force).sum(axis=0), (down * force).sum(axis=0)], axis=1)
        moves = pushed - 2 * places * ideal
        length = np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-9)
        places = places + moves / length * np.minimum(length, 0.15 * (1 - step / _ROUNDS))
    low, high = places.min(axis=0), places.max(axis=0)
    return np.asarray((places - low) / np.maximum(high - low, 1e-9), dtype=np.float64)


def _plan_lines(network: Network, tongue: Tongue) -> Plot:
    order = network.order
    places = lay_out(order, network.ties).tolist()
    where = dict(zip(order, places, strict=True))
    totals = Counter(node for tie, met in network.ties.items() for node in tie for _ in range(met))
    common = [code for code, _ in Counter(filter(None, network.groups.values())).most_common(4)]
    names = {code: name_party(code, tongue.language) for code in common}
    most = max(totals.values())
    sizes = {node: _SMALLEST + (_BIGGEST - _SMALLEST) * totals[node] / most for node in order}
    rest = tongue.say("others")
    above = {
        node: where[node][1] + (math.sqrt(sizes[node] / math.pi) + 9) * _SPAN / _HEIGHT for node in order
    }
    named = choose_names(
        (where[node][0] * _WIDTH / _SPAN, -where[node][1] * _HEIGHT / _SPAN, network.names[node])
        for node in order
    )
    nodes = [
        {
            "x": where[node][0],
            "y": where[node][1],
            "name": network.names[node] if place in named else "",
            "group": names.get(network.groups[node], rest),
            "size": sizes[node],
            "above": above[node],
        }
        for place, node in enumerate(order)
    ]
    lines = [
        {"x": where[one][0], "y": where[one][1], "x2": where[other][0], "y2": where[other][1], "met": met}
        for (one, other), met in network.ties.items()
    ]
    groups = [*names.values(), rest] if any(network.groups.values()) else []

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        span = alt.Scale(domain=[-_MARGIN, 1 + _MARGIN], nice=False)
        x, y = alt.X("x:Q", axis=None, scale=span), alt.Y("y:Q", axis=None, scale=span)
        drawn = (
            alt.Chart(alt.InlineData(values=tuple(lines)))
            .mark_rule(color=theme.faint, opacity=0.8)
            .encode(
                x=x, y=y, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"),
                strokeWidth=alt.StrokeWidth("met:Q", legend=None, scale=alt.Scale(range=[0.8, 5])),
            )
        )  # fmt: skip
        base = alt.Chart(alt.InlineData(values=tuple(nodes))).encode(x=x, y=y)
        colour = alt.Color(
            "group:N",
            title=tongue.say("Country"),
            scale=alt.Scale(domain=groups, range=list(theme.colours)),
            legend=alt.Legend(orient="bottom"),
        )
        shape = alt.Shape("group:N", title=tongue.say("Country"), scale=alt.Scale(domain=groups),
                          legend=alt.Legend(orient="bottom"))  # fmt: skip
        kinds = {"color": colour, "shape": shape} if groups else {"color": alt.value(theme.colours[0])}
        signs = base.mark_point(filled=True, opacity=1, stroke=theme.paper, strokeWidth=1).encode(
            size=alt.Size("size:Q", legend=None, scale=None), **kinds
        )
        above = base.encode(y=alt.Y("above:Q", axis=None, scale=span), text=alt.Text("name:N"))
        halo = above.mark_text(
            fontSize=11, stroke=theme.paper, strokeWidth=3, strokeJoin="round", opacity=0.9
        )
        words = above.mark_text(fontSize=11, color=theme.ink)
        return alt.layer(drawn, signs, halo, words, width=_WIDTH, height=_HEIGHT)

    return plot


def _plan_matrix(network: Network, tongue: Tongue) -> Plot:
    shown = network.order[:_IN_MATRIX]
    names = [network.names[node] for node in shown]
    most = max(network.ties.values())
    values = [
        {"one": network.names[a], "other": network.names[b], "step": min(4, 5 * (met - 1) // most)}
        for (one, other), met in network.ties.items()
        if one in shown and other in shown
        for a, b in ((one, other), (other, one))
    ]
    del tongue

    def plot(alt: Any, theme: Theme) -> Any:  # noqa: ANN401 - Altair is loaded where it is used
        plain = {"title": None, "sort": names, "scale": alt.Scale(domain=names)}
        return (
            alt.Chart(alt.InlineData(values=tuple(values)))
            .mark_rect(stroke=theme.paper, strokeWidth=1)
            .encode(
                x=alt.X("one:N", axis=alt.Axis(orient="top", labelAngle=-60, ticks=False), **plain),
                y=alt.Y("other:N", axis=alt.Axis(ticks=False), **plain),
                color=alt.Color(
                    "step:O",
                    legend=None,
                    scale=alt.Scale(domain=list(range(len(theme.ramp))), range=list(theme.ramp)),
                ),
            )
            .properties(width=alt.Step(18), height=alt.Step(18), view=alt.ViewBackground(fill=theme.panel))
        )

    return plot
