"""Countries, bodies and events as lists: how often each met, when last, and what it has promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from elshi.exports.tables import write_row
from elshi.lexicon.coordinates import find_point
from elshi.lexicon.places import load_cities
from elshi.model.query import Query
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.choosing import choose
from elshi.web.codes import is_state, unfold
from elshi.web.filters import Filters


@dataclass(frozen=True, slots=True)
class Standing:
    """A country, body, event or city with its engagements, the last day, and its open commitments."""

    code: str
    engagements: int
    last: dt.date | None
    open: int = 0
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Standings:
    """Rows of one kind, those that meet most first; `events` stand beside bodies."""

    filters: Filters
    rows: tuple[Standing, ...]
    events: tuple[Standing, ...] = ()


def list_countries(view: View, asked: Asked) -> Standings:
    """Return the countries that take part in engagements."""
    return Standings(asked.filters, tuple(row for row in _count_parties(view, asked) if is_state(row.code)))


def list_forums(view: View, asked: Asked) -> Standings:
    """Return the bodies that take part in engagements, and the events that bear a name."""
    bodies = tuple(row for row in _count_parties(view, asked) if not is_state(row.code))
    return Standings(asked.filters, bodies, tuple(_count(view, asked, "event")))


def list_cities(view: View, asked: Asked) -> Standings:
    """Return the cities in which engagements took place, with where they lie."""
    return Standings(asked.filters, tuple(_place(row) for row in _count(view, asked, "city")))


def _count_parties(view: View, asked: Asked) -> Iterator[Standing]:
    census = view.census()
    overdue = census.select(Query(kind="commitment", due_before=asked.today))
    promised = dict(census.count("party", census.having("kind", "commitment") & ~overdue))
    for row in _count(view, asked, "party"):
        yield Standing(unfold("party", row.code), row.engagements, row.last, promised.get(row.code, 0))


def _count(view: View, asked: Asked, trait: str) -> Iterator[Standing]:
    census, mask = view.census(), choose(view, asked.filters)
    until = census.select(Query(until=asked.today))
    latest = census.find_latest(trait, mask & until)
    for value, number in census.count(trait, mask):
        yield Standing(value, number, latest.get(value))


def _place(row: Standing) -> Standing:
    point, city = find_point(row.code), load_cities().get(row.code)
    country = city.country if city else None
    latitude, longitude = point or (None, None)
    return Standing(row.code, row.engagements, row.last, 0, latitude, longitude, country)


def write_standings(view: View, asked: Asked) -> Iterator[str]:
    """Yield the countries as CSV."""
    yield from _write(list_countries(view, asked).rows)


def write_forums(view: View, asked: Asked) -> Iterator[str]:
    """Yield the bodies and the events as CSV."""
    found = list_forums(view, asked)
    yield from _write((*found.rows, *found.events))


def write_cities(view: View, asked: Asked) -> Iterator[str]:
    """Yield the cities as CSV."""
    yield write_row(("city", "country", "latitude", "longitude", "engagements", "last"))
    for row in list_cities(view, asked).rows:
        yield write_row((row.code, row.country, row.latitude, row.longitude, row.engagements, row.last))


def _write(rows: tuple[Standing, ...]) -> Iterator[str]:
    yield write_row(("code", "engagements", "last", "open_commitments"))
    for row in rows:
        yield write_row((row.code, row.engagements, row.last, row.open))
