"""Who holds which office and who takes part, gathered from the entries that name them.

For now a person is a Latin spelling; telling that two spellings are one person will replace `_name_person`.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from elshi.model.entry import KnownPerson, Service
from elshi.record.facets import Bearer

_Key = TypeVar("_Key", bound=Hashable)


def gather_services(bearers: Iterable[Bearer], on: dt.date | None = None) -> tuple[Service, ...]:
    """Return one row for the same person, office, country and post, by country, office and person.

    With `on`: only what was seen on or before that day and not spoken of as former by then.
    """
    held = [b for b in bearers if b.office]
    if on is not None:
        held = [b for b in held if b.first_seen is not None and b.first_seen <= on.isoformat()]
    groups = _group([(_name_service(b), b) for b in held])
    services = [_make_service(group) for group in groups]
    kept = [s for s in services if on is None or not s.former]
    return tuple(sorted(kept, key=lambda s: (s.represents or "", s.office, s.posted_to or "", s.person)))


def gather_people(bearers: Iterable[Bearer]) -> tuple[KnownPerson, ...]:
    """Return one row a person, those in most engagements first, then by name."""
    named = [b for b in bearers if b.kind in {"engagement", "tenure"} and b.names]
    people = [_make_person(group) for group in _group([(_name_person(b), b) for b in named])]
    return tuple(sorted(people, key=lambda p: (-p.engagements, p.name)))


def _make_person(group: Sequence[Bearer]) -> KnownPerson:
    services = sorted(gather_services(group), key=lambda s: s.last_seen or "", reverse=True)
    return KnownPerson(
        name=_name_person(group[0]),
        names=_list_names(group),
        services=tuple(services),
        engagements=len({b.entry_id for b in group if b.kind == "engagement"}),
        entries=_list_entries(group),
    )


def _make_service(group: Sequence[Bearer]) -> Service:
    days = sorted(day for b in group for day in (b.first_seen, b.last_seen) if day)
    latest = max(group, key=lambda b: b.last_seen or "")
    first = group[0]
    return Service(
        person=_name_person(first),
        names=_list_names(group),
        office=first.office,  # type: ignore[arg-type]  # a code of the frames' own, kept as text in a bearer
        office_text=latest.office_text,
        represents=first.represents,
        posted_to=first.posted_to,
        former=latest.former,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        entries=_list_entries(group),
    )


def _name_person(bearer: Bearer) -> str:
    return bearer.names[0]


def _name_service(bearer: Bearer) -> tuple[str, ...]:
    return (
        _name_person(bearer),
        bearer.office or "",
        bearer.represents or "",
        bearer.posted_to or "",
    )


def _group(keyed: Iterable[tuple[_Key, Bearer]]) -> list[list[Bearer]]:
    groups: dict[_Key, list[Bearer]] = {}
    for key, bearer in keyed:
        groups.setdefault(key, []).append(bearer)
    return list(groups.values())


def _list_names(group: Sequence[Bearer]) -> tuple[str, ...]:
    # Latin spelling first, then the nominatives, then the names as the reports have them.
    ranked = itertools.zip_longest(*(b.names for b in group))
    return tuple(dict.fromkeys(name for rank in ranked for name in rank if name))


def _list_entries(group: Sequence[Bearer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(b.entry_id for b in group))
