"""Counting what the register holds, by any of its traits and for any question, without asking it each time.

A `Census` holds in columns how each entry stands and what it names; a question is a mask over its rows, so
that counts by country, topic or month are sums.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from elshi.model.query import Query
from elshi.record.facets import fold_code
from elshi.record.match import OFFICES

Mask = NDArray[np.bool_]
Ints = NDArray[np.int32]
Places = NDArray[np.int64]
Met = tuple[str, str, int]  # two values, and how many rows have both
UNDATED = 0  # the number of no day; those of days are as in datetime.date.toordinal
_UNITS = {4: "Y", 7: "M", 10: "D"}  # of numpy's dates, by how much of an ISO date is named
_EPOCH = dt.date(1970, 1, 1).toordinal()  # numpy's first day


@dataclass(frozen=True, slots=True)
class Column:
    """One trait: its values in order, and pairs of a row and the place of a value, each once, by row."""

    values: tuple[str, ...]
    rows: Ints
    codes: Ints

    def find(self, value: str) -> int:
        """Return the place of `value`, -1 where nothing has it."""
        place = bisect_left(self.values, value)
        return place if self.values[place : place + 1] == (value,) else -1


class Filed(NamedTuple):
    """A report as lists have it: its day of publication (EDTF), language, and where it is from."""

    id: str
    published: str | None
    language: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Census:
    """The entries of the register as of a time, in the order in which lists have them, newest first.

    `columns` are the traits: kind, type, status, party, office, topic, person, event, city, language, outlet;
    `persons` is that of the persons before some were judged to be one.

    `first` and `last` are the bounds of an entry's date, `day` the one that orders it, as ordinals; 0 where
    nothing is known. `places` has the row of each entry, `filed`
    the reports, the newest first, those without a day last. `stamp` tells how far it has been brought up.
    """

    stamp: str
    ids: tuple[str, ...]
    first: Ints
    last: Ints
    day: Ints
    reports: tuple[str, ...]
    starts: Ints
    columns: Mapping[str, Column]
    persons: Column
    places: Mapping[str, int]
    filed: tuple[Filed, ...]

    def tells(self, query: Query) -> bool:
        """Tell whether `select` alone answers `query`: names, words and the like are not counted here."""
        coded = query.office is None or query.office in OFFICES
        return coded and (query.who, query.words, query.on, query.min_confidence) == (None, None, None, 0)

    def select(self, query: Query, among: Iterable[str] | None = None) -> Mask:
        """Return which rows answer `query`, whatever its limit and offset.

        Names, words and offices in words are not looked at: `among` are the entries that meet these.
        """
        mask = np.ones(len(self.ids), bool)
        for name, value in _list_conditions(query):
            mask &= self.having(name, value)
        if query.since is not None:
            mask &= self.last >= query.since.toordinal()
        if query.until is not None:
            mask &= (self.first <= query.until.toordinal()) & (self.first != UNDATED)
        if query.due_before is not None:
            mask &= (self.last < query.due_before.toordinal()) & (self.last != UNDATED)
            mask &= self.having("kind", "commitment")
        if among is not None:
            mask &= self._mark(among)
        return mask

    def having(self, name: str, value: str) -> Mask:
        """Return which rows have a value of a trait."""
        column = self.columns[name]
        mask = np.zeros(len(self.ids), bool)
        mask[column.rows[column.codes == column.find(value)]] = True
        return mask

    def count(self, name: str, mask: Mask) -> tuple[tuple[str, int], ...]:
        """Return how many rows of `mask` have each value of a trait, the most frequent first."""
        column = self.columns[name]
        counts = np.bincount(column.codes[mask[column.rows]], minlength=len(column.values))
        found = np.flatnonzero(counts)
        order = found[np.argsort(-counts[found], kind="stable")]  # values are in order: so are equals
        return tuple(
            (column.values[k], n) for k, n in zip(order.tolist(), counts[order].tolist(), strict=True)
        )

    def find_latest(self, name: str, mask: Mask) -> dict[str, dt.date]:
        """Return for each value of a trait the last day of the dated rows of `mask` that have it."""
        column = self.columns[name]
        latest = np.zeros(len(column.values), np.int32)
        ours = mask[column.rows]
        np.maximum.at(latest, column.codes[ours], self.day[column.rows[ours]])
        dated = zip(column.values, latest.tolist(), strict=True)
        return {value: dt.date.fromordinal(day) for value, day in dated if day != UNDATED}

    def find_language(self, ident: str) -> str | None:
        """Return the language of a report that tells of an entry; None where the entry is not here."""
        row, column = self.places.get(ident), self.columns["language"]
        if row is None:
            return None
        first = np.searchsorted(column.rows, np.int32(row))  # of another type all rows would be copied
        return column.values[int(column.codes[first])]

    def count_days(self, mask: Mask, width: int) -> tuple[tuple[str, int], ...]:
        """Return how many dated rows of `mask` each year (`width` 4), month (7) or day (10) has, in order.

        An entry counts where its list would put it: on the day that orders it.
        """
        days, counts = np.unique(self.day[mask & (self.day != UNDATED)], return_counts=True)
        units = (days - _EPOCH).astype("datetime64[D]").astype(f"datetime64[{_UNITS[width]}]")
        named, places = np.unique(units, return_inverse=True)
        sums = np.bincount(places, counts, len(named)).astype(int).tolist()
        return tuple(zip(np.datetime_as_string(named).tolist(), sums, strict=True))

    def cross(self, name: str, other: str, mask: Mask) -> dict[tuple[str, str], int]:
        """Return how many rows of `mask` have each pair of values of two traits.

        Of one trait each pair stands once, in the order of the alphabet.
        """
        one, two = self.columns[name], self.columns[other]
        codes, others, counts = self._count_pairs(name, other, mask)
        found: dict[tuple[str, str], int] = {}
        for code, with_code, number in zip(codes.tolist(), others.tolist(), counts.tolist(), strict=True):
            found[one.values[code], two.values[with_code]] = number
        return found

    def rank_pairs(self, name: str, mask: Mask, most: int | None = None) -> tuple[int, tuple[Met, ...]]:
        """Return how many pairs of values of a trait rows of `mask` have, and the most frequent of them.

        Of equals those first that come first in the alphabet.
        """
        codes, others, counts = self._count_pairs(name, name, mask)
        order = np.argsort(-counts, kind="stable")[:most].tolist()
        values = self.columns[name].values
        met = ((values[codes[place]], values[others[place]], int(counts[place])) for place in order)
        return len(counts), tuple(met)

    def join(self, name: str, other: str, mask: Mask) -> tuple[Ints, Ints, Ints]:
        """Return each pair of values of two traits that a row of `mask` has: the row, and both places.

        Of one trait each pair stands once, in the order of the alphabet.
        """
        one, two = self.columns[name], self.columns[other]
        ours, theirs = mask[one.rows], mask[two.rows]
        left, right = _join(one.rows[ours], two.rows[theirs])
        rows, codes, others = one.rows[ours][left], one.codes[ours][left], two.codes[theirs][right]
        if name != other:
            return rows, codes, others
        kept = codes < others
        return rows[kept], codes[kept], others[kept]

    def _count_pairs(self, name: str, other: str, mask: Mask) -> tuple[Places, Places, Places]:
        """Return the places of both values of each pair, in their order, and how many rows have it."""
        width = len(self.columns[other].values)
        _, codes, others = self.join(name, other, mask)
        pairs, counts = np.unique(codes.astype(np.int64) * width + others, return_counts=True)
        return pairs // width, pairs % width, counts

    def list_ids(
        self, mask: Mask, limit: int | None = None, offset: int = 0, *, oldest_first: bool = False
    ) -> tuple[str, ...]:
        """Return the ids of the rows of `mask` in the order of `View.find`."""
        rows = np.flatnonzero(mask)
        if oldest_first:
            order = np.lexsort((rows, self.day[rows], self.day[rows] == UNDATED))
            rows = rows[order]
        stop = None if limit is None else offset + limit
        return tuple(self.ids[row] for row in rows[offset:stop])

    def list_days(self, mask: Mask) -> tuple[dt.date, ...]:
        """Return the days on which dated rows of `mask` fall, each once, in order."""
        days = np.unique(self.day[mask & (self.day != UNDATED)])
        return tuple(dt.date.fromordinal(day) for day in days.tolist())

    def _mark(self, ids: Iterable[str]) -> Mask:
        mask = np.zeros(len(self.ids), bool)
        mask[[self.places[ident] for ident in ids if ident in self.places]] = True
        return mask


def _join(left: Ints, right: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places of every pair of equal numbers in two sorted columns."""
    starts, stops = np.searchsorted(right, left, "left"), np.searchsorted(right, left, "right")
    sizes = stops - starts
    one = np.repeat(np.arange(len(left)), sizes)
    offsets = np.arange(len(one)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return one, np.repeat(starts, sizes) + offsets


def _list_conditions(query: Query) -> Iterator[tuple[str, str]]:
    asked = (
        ("kind", query.kind), ("type", query.type), ("status", query.status), ("topic", query.topic),
        ("language", query.language), ("party", query.country), ("party", query.body),
        ("party", query.partner), ("office", query.office if query.office in OFFICES else None),
    )  # fmt: skip
    for name, value in asked:
        if value is not None:
            yield name, value if name == "kind" else fold_code(value)
