"""What entries are counted by, out of the mappings of the reference store: see elshi.record.columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

import numpy as np

from elshi.model.entry import END
from elshi.record.columns import (
    MemberRow,
    Named,
    ReportRow,
    StandingRow,
    Trait,
    list_traits,
    make_standing_row,
)
from elshi.record.mappings import Mappings, Period


def read_standings(held: Mappings, ids: Sequence[str] | None, at: str) -> list[StandingRow]:
    """Return how the entries of these ids, or all, stand at a time."""
    return [make_standing_row(s) for s in held.list_standing(at) if ids is None or s.entry_id in ids]


def read_members(held: Mappings, ids: Sequence[str] | None, at: str) -> list[MemberRow]:
    """Return which frames stand in the entries of these ids, or in any, at a time."""
    links = [(number, held.find_link(number, at)) for number in held.tables.frames]
    return [
        (number, link.entry)
        for number, link in links
        if link and link.entry and (ids is None or link.entry in ids)
    ]


def read_traits(held: Mappings, frames: Sequence[int] | None) -> Iterator[Named]:
    """Yield for each trait what the frames of these numbers, or all, have of it."""
    values: dict[Trait, dict[str, int]] = {trait: {} for trait in get_args(Trait)}
    pairs: dict[Trait, list[tuple[int, int]]] = {trait: [] for trait in values}
    for number in held.tables.frames if frames is None else frames:
        for trait, value in list_traits(held.tables.frames[number], held.tables.facets[number]):
            pairs[trait].append((values[trait].setdefault(value, len(values[trait])), number))
    for trait, found in pairs.items():
        codes, numbers = np.array(found, np.int64).reshape(-1, 2).T
        yield Named(trait, tuple(values[trait]), codes, numbers)


def read_reports(held: Mappings, ids: Sequence[str] | None, at: str) -> list[ReportRow]:
    """Return the language, the place and the day of the reports of these ids, or all."""
    reports = [period.value.report for period in held.tables.filings.values() if period.holds(at)]
    chosen = (r for r in reports if ids is None or r.id in ids)
    return [(r.id, r.language, r.publisher, r.source, r.published) for r in chosen]


def list_changed(held: Mappings, since: str) -> list[str]:
    """Return the ids of the entries of which anything has changed after `since`, in order."""
    stood = {i for i, periods in held.tables.standing.items() if _has_changed(periods, since)}
    told = [p for periods in held.tables.links.values() for p in periods if _has_changed((p,), since)]
    return sorted(stood | {p.value.entry for p in told if p.value.entry})


def _has_changed(periods: Iterable[Period], since: str) -> bool:
    return any(p.start > since or since < p.stop < END for p in periods)
