"""The network: which parties, and which people, take part together, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.exports.tables import write_row
from elshi.model.entity import Entity
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import choose
from elshi.web.codes import unfold
from elshi.web.filters import Filters

MOST = 150  # pairs of each kind; the CSV has all


@dataclass(frozen=True, slots=True)
class Parties:
    """Two parties and the number of engagements in which both take part."""

    one: str
    other: str
    number: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people and the number of engagements in which both take part."""

    one: Entity
    other: Entity
    number: int


@dataclass(frozen=True, slots=True)
class Network:
    """The pairs that meet most often, of parties and of people, and how many pairs there are in all."""

    filters: Filters
    total: int
    parties: tuple[Parties, ...]
    parties_total: int
    people: tuple[Pair, ...]
    people_total: int


def show_network(view: View, asked: Asked) -> Network:
    """Return who takes part together in the engagements that the filters choose."""
    census, mask = view.census(), choose(view, asked.filters)
    parties_total, parties = census.rank_pairs("party", mask, MOST)
    people_total, shown = census.rank_pairs("person", mask, MOST)
    known = {
        e.id: e for e in view.find_entities(sorted({i for one, other, _ in shown for i in (one, other)}))
    }
    return Network(
        asked.filters,
        int(mask.sum()),
        tuple(Parties(unfold("party", one), unfold("party", other), n) for one, other, n in parties),
        parties_total,
        tuple(Pair(known[one], known[other], n) for one, other, n in shown if {one, other} <= known.keys()),
        people_total,
    )


def write_network(view: View, asked: Asked) -> Iterator[str]:
    """Yield every pair of parties and of people as CSV."""
    census, mask = view.census(), choose(view, asked.filters)
    yield write_row(("kind", "one", "other", "engagements"))
    for one, other, number in census.rank_pairs("party", mask)[1]:
        yield write_row(("party", unfold("party", one), unfold("party", other), number))
    for one, other, number in census.rank_pairs("person", mask)[1]:
        yield write_row(("person", one, other, number))
