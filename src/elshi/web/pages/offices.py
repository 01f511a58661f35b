"""Offices: how often each level takes part, and who holds one of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from elshi.errors import Message
from elshi.exports.tables import write_row
from elshi.lexicon.codebook import list_meanings
from elshi.model.entry import Entry
from elshi.register import View
from elshi.register.census import Census
from elshi.web.asked import Asked
from elshi.web.choosing import Facet, choose, count_facets, list_chosen
from elshi.web.errors import Missing
from elshi.web.filters import Filters

_FRAMES = 8  # of each tenure in the list: who, for whom and where to is the same in all


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office with the engagements in which a holder took part, and the tenures on record."""

    code: str
    engagements: int
    tenures: int


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices of the codebook in its order."""

    filters: Filters
    rows: tuple[OfficeRow, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure with the days on which dated reports first and last show it."""

    entry: Entry
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class OfficePage:
    """Who holds one office: one page of the tenures, those seen last first."""

    code: str
    filters: Filters
    total: int
    held: tuple[Held, ...]
    facets: tuple[Facet, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


def list_offices(view: View, asked: Asked) -> Offices:
    """Return how often each office takes part and is held."""
    census, filters = view.census(), asked.filters
    acts = dict(census.count("office", choose(view, filters)))
    held = dict(census.count("office", choose(view, filters, "tenure")))
    codes = [meaning.code for meaning in list_meanings("office")]
    folded = {code: code.replace("_", " ") for code in codes}
    return Offices(
        filters, tuple(OfficeRow(c, acts.get(folded[c], 0), held.get(folded[c], 0)) for c in codes)
    )


def show_office(view: View, asked: Asked) -> OfficePage:
    """Return who holds the office that the address names. Raises Missing where there is none."""
    if asked.ident not in {meaning.code for meaning in list_meanings("office")}:
        raise Missing(Message("no office has the code %(ident)r", ident=asked.ident))
    census, filters = view.census(), asked.filters
    held = filters.put(office=asked.ident, page=filters.page)
    mask = choose(view, held, "tenure")
    entries = view.read_briefly(list_chosen(view, held, "tenure"), _FRAMES)
    return OfficePage(
        asked.ident,
        filters,
        int(mask.sum()),
        tuple(_make_held(census, entry) for entry in entries),
        count_facets(census, mask, filters, ("country", "body")),
    )


def _make_held(census: Census, entry: Entry) -> Held:
    row = census.places[entry.id]
    first, last = (int(days[row]) for days in (census.first, census.last))
    return Held(entry, _read(first), _read(last))


def _read(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if 1 < ordinal < dt.date.max.toordinal() else None


def write_offices(view: View, asked: Asked) -> Iterator[str]:
    """Yield the offices as CSV."""
    yield write_row(("office", "engagements", "tenures"))
    for row in list_offices(view, asked).rows:
        yield write_row((row.code, row.engagements, row.tenures))
