"""Taking the census of a register: everything at first, and then what has changed since."""

from __future__ import annotations

import datetime as dt
import functools
import sys
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from elshi.model.entry import NOW
from elshi.record.base import Store
from elshi.record.columns import MemberRow, Named, Numbers, ReportRow, StandingRow
from elshi.register.census import UNDATED, Census, Column, Filed, Ints
from elshi.register.outlets import name_outlet

_NOWHERE = -1  # the row of a frame that stands in no entry counted
_SHARE = 4  # where more than one entry in so many has changed, all are counted again


def take_census(store: Store, at: str = NOW) -> Census:
    """Return the census of everything in `store` as of `at`."""
    return _count(store, at, store.read_stamp())


def bring_up(census: Census, store: Store) -> Census:
    """Return the census of `store` as it is now, of which `census` was one before: what changed is counted.

    It is the same as `take_census` gives.
    """
    stamp = store.read_stamp()
    changed = store.list_changed(census.stamp)
    if len(changed) * _SHARE > len(census.ids):
        return _count(store, NOW, stamp)
    merged = _merge(census, _count(store, NOW, stamp, changed, census), changed)
    return replace(merged, columns={**merged.columns, "person": _lead(merged.persons, store, NOW)})


def _count(
    store: Store, at: str, stamp: str, ids: Sequence[str] | None = None, before: Census | None = None
) -> Census:
    """Return the census of these entries, or all, with all reports; those of `before` are known."""
    standings = sorted(store.read_standings(ids, at), key=_order)
    places = {row[0]: place for place, row in enumerate(standings)}
    rows = _place_frames(store.read_members(ids, at), places)
    columns = {"kind": _make_single([row[1] for row in standings])}
    columns |= {"type": _make_single([row[2] for row in standings])}
    columns |= {"status": _make_single([row[3] for row in standings])}
    for named in store.read_traits(None if ids is None else np.flatnonzero(rows != _NOWHERE).tolist()):
        codes, found = _find_rows(named, rows)
        if named.trait == "report":
            filed = _read_filed(store, at, {named.values[code] for code in np.unique(codes).tolist()}, before)
            columns |= _describe_reports(named, filed, codes, found)
        else:
            columns[named.trait] = _make_column(named.values, found, codes)
    first, last, day = (np.array([_number(row[k]) for row in standings], np.int32) for k in (4, 5, 6))
    return Census(
        stamp=stamp,
        ids=tuple(places),
        first=first,
        last=last,
        day=day,
        reports=tuple(sys.intern(row[7]) for row in standings),
        starts=np.array([row[8] for row in standings], np.int32),
        columns={**columns, "person": _lead(columns["person"], store, at)},
        persons=columns["person"],
        places=places,
        filed=_order_filed(filed.values()),
    )


def _place_frames(members: Sequence[MemberRow], places: Mapping[str, int]) -> Ints:
    """Return the row of the entry of each frame, by the frame's number."""
    rows = np.full(max((frame for frame, _ in members), default=0) + 1, _NOWHERE, np.int32)
    rows[[frame for frame, _ in members]] = [places.get(entry, _NOWHERE) for _, entry in members]
    return rows


def _find_rows(named: Named, rows: Ints) -> tuple[Numbers, Numbers]:
    """Return the places of values, and the rows of entries of which a frame has them."""
    known = named.frames < len(rows)
    codes, found = named.codes[known], rows[named.frames[known]].astype(np.int64)
    counted = found != _NOWHERE
    return codes[counted], found[counted]


def _describe_reports(
    named: Named, filed: Mapping[str, Filed], codes: Numbers, rows: Numbers
) -> dict[str, Column]:
    """Return in which languages, and where, the reports of entries were published."""
    told = [filed.get(report) for report in named.values]
    languages, outlets = (
        [one.language if one else "" for one in told],
        [one.outlet if one else "" for one in told],
    )
    return {"language": _make_column(languages, rows, codes), "outlet": _make_column(outlets, rows, codes)}


def _make_single(values: Sequence[str | None]) -> Column:
    """Return the column of a trait of which each row has one value, or none."""
    rows = np.flatnonzero([bool(value) for value in values])
    return _make_column([value or "" for value in values], rows, rows)


def _make_column(values: Sequence[str], rows: Numbers, codes: Numbers) -> Column:
    """Return the column of these rows and the places of their values, of which some may be equal."""
    distinct: dict[str, int] = {}
    renamed = np.array([distinct.setdefault(value, len(distinct)) for value in values], np.int64)
    return _order_column(tuple(distinct), rows, renamed[codes])


def _read_filed(store: Store, at: str, told: set[str], before: Census | None) -> dict[str, Filed]:
    """Return all reports by id; `told`, and what was read since, are looked up where `before` lacks them."""
    if before is None:
        return {row[0]: _file(row) for row in store.read_reports(None, at)}
    known = {one.id: one for one in before.filed}
    lacking = {*told, *store.list_read(before.stamp, sys.maxsize)} - known.keys()
    return known | {row[0]: _file(row) for row in store.read_reports(sorted(lacking), at)}


def _file(row: ReportRow) -> Filed:
    ident, language, publisher, source, published = row
    day = None if published is None else sys.intern(published)  # few are different: each is kept once
    return Filed(sys.intern(ident), day, sys.intern(language), sys.intern(name_outlet(publisher, source)))


def _order_filed(filed: Iterable[Filed]) -> tuple[Filed, ...]:
    newest = sorted(filed, key=lambda f: f.id)
    newest.sort(key=lambda f: f.published or "", reverse=True)
    return tuple(newest)


def _merge(census: Census, fresh: Census, changed: Sequence[str]) -> Census:
    """Return `census` with the entries that have `changed` as `fresh` has them, which has only these."""
    kept = np.ones(len(census.ids), bool)
    kept[[census.places[ident] for ident in changed if ident in census.places]] = False
    old = np.flatnonzero(kept)
    before = np.array(_find_places(census, old, fresh), np.int64)  # how many of the old stand before each
    new = before + np.arange(len(fresh.ids))
    moved = np.zeros(len(census.ids), np.int64)
    stay = np.ones(len(old) + len(new), bool)
    stay[new] = False
    moved[old] = np.flatnonzero(stay)

    def put(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
        joined = [""] * len(stay)
        for row, place in zip(old.tolist(), moved[old].tolist(), strict=True):
            joined[place] = one[row]
        for value, place in zip(other, new.tolist(), strict=True):
            joined[place] = value
        return tuple(joined)

    def lay(one: Ints, other: Ints) -> Ints:
        joined = np.zeros(len(stay), np.int32)
        joined[stay], joined[new] = one[old], other
        return joined

    ids = put(census.ids, fresh.ids)
    join = functools.partial(_join_columns, kept=kept, moved=moved, new=new)
    return replace(
        fresh,
        ids=ids,
        first=lay(census.first, fresh.first),
        last=lay(census.last, fresh.last),
        day=lay(census.day, fresh.day),
        reports=put(census.reports, fresh.reports),
        starts=lay(census.starts, fresh.starts),
        columns={name: join(column, fresh.columns[name]) for name, column in census.columns.items()},
        persons=join(census.persons, fresh.persons),
        places={ident: place for place, ident in enumerate(ids)},
    )


def _find_places(census: Census, old: NDArray[np.intp], fresh: Census) -> list[int]:
    """Return of how many of the `old` rows each entry of `fresh` comes after."""
    days = _rank(census.day[old])

    def tell(place: int) -> tuple[str, int, str]:
        row = int(old[place])
        return census.reports[row], int(census.starts[row]), census.ids[row]

    found = []
    for place, day in enumerate(_rank(fresh.day).tolist()):
        first, last = (int(np.searchsorted(days, day, side)) for side in ("left", "right"))
        wanted = fresh.reports[place], int(fresh.starts[place]), fresh.ids[place]
        found.append(bisect_left(range(last), wanted, first, last, key=tell))
    return found


def _rank(days: Ints) -> NDArray[np.int64]:
    """Return numbers that are the lower the earlier in a list a day comes: the newest first, none last."""
    return np.where(days == UNDATED, 1, -days.astype(np.int64))


def _join_columns(
    one: Column, other: Column, kept: NDArray[np.bool_], moved: NDArray[np.int64], new: NDArray[np.int64]
) -> Column:
    stay = kept[one.rows]
    values = {value: code for code, value in enumerate(one.values)}
    renamed = np.array([values.setdefault(value, len(values)) for value in other.values], np.int64)
    rows = np.concatenate([moved[one.rows[stay]], new[other.rows]])
    codes = np.concatenate([one.codes[stay].astype(np.int64), renamed[other.codes]])
    return _order_column(tuple(values), rows, codes)


def _lead(column: Column, store: Store, at: str) -> Column:
    """Return the persons of a column as known: those that were judged to be one are one."""
    leaders = store.read_leaders(at)
    if not leaders:
        return column
    values: dict[str, int] = {}
    renamed = [values.setdefault(leaders.get(v, v), len(values)) for v in column.values]
    rows, codes = column.rows.astype(np.int64), np.array(renamed, np.int64)[column.codes]
    return _order_column(tuple(values), rows, codes)


def _order_column(values: Sequence[str], rows: NDArray[np.int64], codes: NDArray[np.int64]) -> Column:
    """Return the pairs each once and in order; values that none has are left out."""
    used = np.zeros(len(values), bool)
    used[codes] = True
    order = sorted(np.flatnonzero(used).tolist(), key=values.__getitem__)
    places = np.zeros(len(values), np.int64)
    places[order] = np.arange(len(order))
    width = max(len(order), 1)
    pairs = np.sort(rows * width + places[codes], kind="stable")  # quick where most are in order already
    distinct = pairs[np.append(True, pairs[1:] != pairs[:-1])] if len(pairs) else pairs
    told = tuple(values[place] for place in order)
    return Column(told, (distinct // width).astype(np.int32), (distinct % width).astype(np.int32))


def _order(row: StandingRow) -> tuple[object, ...]:
    """Return what sorts rows as lists have them: by day, newest first, undated last, then by place."""
    number = _number(row[6])
    return number == UNDATED, -number, row[7], row[8], row[0]


@functools.lru_cache(maxsize=65536)
def _number(day: str | None) -> int:
    return dt.date.fromisoformat(day).toordinal() if day else UNDATED
