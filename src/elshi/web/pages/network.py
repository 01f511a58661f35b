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
    parties, people = _count(view, asked, "party"), _count(view, asked, "person")
    shown = people[:MOST]
    known = {
        e.id: e for e in view.find_entities(sorted({i for one, other, _ in shown for i in (one, other)}))
    }
    return Network(
        asked.filters,
        int(choose(view, asked.filters).sum()),
        tuple(Parties(unfold("party", one), unfold("party", other), n) for one, other, n in parties[:MOST]),
        len(parties),
        tuple(Pair(known[one], known[other], n) for one, other, n in shown if {one, other} <= known.keys()),
        len(people),
    )


def _count(view: View, asked: Asked, trait: str) -> list[tuple[str, str, int]]:
    found = view.census().cross(trait, trait, choose(view, asked.filters))
    return [(*pair, n) for pair, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def write_network(view: View, asked: Asked) -> Iterator[str]:
    """Yield every pair of parties and of people as CSV."""
    yield write_row(("kind", "one", "other", "engagements"))
    for one, other, number in _count(view, asked, "party"):
        yield write_row(("party", unfold("party", one), unfold("party", other), number))
    for one, other, number in _count(view, asked, "person"):
        yield write_row(("person", one, other, number))
