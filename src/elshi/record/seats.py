"""Who followed whom in an office, and which services contradict one another, from the days they were seen."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence

from elshi.lexicon.holding import Seat, are_exclusive, find_seat
from elshi.lexicon.places import is_country
from elshi.model.entry import Service
from elshi.model.tenure import Contradiction, Succession
from elshi.record.facets import Bearer


def list_successions(
    services: Iterable[Service], bearers: Iterable[Bearer], appointments: Collection[str]
) -> tuple[Succession, ...]:
    """Return who followed whom, by office and day; `appointments` are the entries that tell of one.

    Only who was seen in office on a dated day takes part: when somebody only spoken of as former served is
    not known.
    """
    appointed = [b for b in bearers if b.entry_id in appointments and b.entity]
    found = [
        _succeed(before, after, appointed)
        for held in _group_seats(services).values()
        for before, after in itertools.pairwise(held)
        if _tell_apart(before, after) and _last(before) <= _first(after) and not _overlap(before, after)
    ]
    return tuple(found)


def list_contradictions(services: Sequence[Service]) -> tuple[Contradiction, ...]:
    """Return what cannot be so, the earliest first: two in one seat at a time, one in two offices."""
    found = [*_list_shared(services), *_list_doubled(services)]
    return tuple(sorted(found, key=lambda c: (c.since, c.until, c.one.person, c.other.person)))


def leave_out_succeeded(services: Sequence[Service]) -> tuple[Service, ...]:
    """Return `services` without those after whom somebody else was seen in the same seat."""
    gone = {
        id(before)
        for held in _group_seats(services).values()
        for before, after in itertools.combinations(held, 2)
        if _tell_apart(before, after) and _last(before) < _first(after)
    }
    return tuple(service for service in services if id(service) not in gone)


def _group_seats(services: Iterable[Service]) -> dict[Seat, list[Service]]:
    """Return those seen in each seat, by the day on which they were first seen."""
    seats: dict[Seat, list[Service]] = {}
    for service in services:
        seat = find_seat(service.office, service.represents, service.posted_to)
        if seat and service.first_seen and service.in_office:
            seats.setdefault(seat, []).append(service)
    ordered = {
        seat: sorted(held, key=lambda s: (_first(s), _last(s), s.person)) for seat, held in seats.items()
    }
    return dict(sorted(ordered.items()))


def _succeed(before: Service, after: Service, appointed: Sequence[Bearer]) -> Succession:
    told = [b.entry_id for b in appointed if b.entity == after.entity and _fits(b, after)]
    if told:
        reason = f"the appointment of {after.person} is told"
        return Succession(before, after, stated=True, reason=reason, entries=tuple(dict.fromkeys(told)))
    if before.former:
        reason = f"{before.person} is spoken of as former"
        return Succession(before, after, stated=True, reason=reason, entries=before.entries)
    reason = (
        f"{before.person} was last seen on {before.last_seen}, {after.person} first on {after.first_seen}"
    )
    return Succession(before, after, stated=False, reason=reason)


def _fits(bearer: Bearer, service: Service) -> bool:
    """Tell whether somebody who is appointed may be appointed to this office."""
    return bearer.office in {None, service.office} and bearer.represents in {None, service.represents}


def _list_shared(services: Iterable[Service]) -> Iterator[Contradiction]:
    for (office, of, _), held in _group_seats(services).items():
        for one, other in itertools.combinations(held, 2):
            days = _overlap(one, other)
            if days and _tell_apart(one, other):
                reason = f"{one.person} and {other.person} are both seen as {office} of {of}, which one holds"
                yield Contradiction("seat", one, other, *days, reason)


def _list_doubled(services: Iterable[Service]) -> Iterator[Contradiction]:
    people: dict[str, list[Service]] = {}
    for service in services:
        if service.entity and service.in_office and service.first_seen:
            people.setdefault(service.entity, []).append(service)
    for held in people.values():
        for one, other in itertools.combinations(sorted(held, key=lambda s: (_first(s), s.office)), 2):
            days, reason = _overlap(one, other), _exclude(one, other)
            if days and reason:
                yield Contradiction("person", one, other, *days, reason)


def _exclude(one: Service, other: Service) -> str | None:
    """Return why nobody can be both, None where somebody can."""
    a, b = one.represents, other.represents
    if a and b and a != b and is_country(a) and is_country(b):
        return f"{one.person} is seen as {one.office} of {a} and as {other.office} of {b}"
    if are_exclusive(one.office, other.office):
        return f"{one.person} is seen as {one.office} and as {other.office}, which nobody is at a time"
    return None


def _overlap(one: Service, other: Service) -> tuple[str, str] | None:
    """Return the first and the last day of the time in which both were seen in office.

    That one was last seen on the day on which the other was first seen is a change, and no overlap.
    """
    since, until = max(_first(one), _first(other)), min(_last(one), _last(other))
    several = (_first(one), _last(one)) != (_first(other), _last(other))
    changed = several and since == until and (_last(one) == _first(other) or _last(other) == _first(one))
    return None if since > until or changed else (since, until)


def _tell_apart(one: Service, other: Service) -> bool:
    return one.entity != other.entity if one.entity and other.entity else one.person != other.person


def _first(service: Service) -> str:
    return service.first_seen or ""


def _last(service: Service) -> str:
    return service.last_seen or ""
