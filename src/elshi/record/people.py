"""Who holds which office and who takes part, gathered from the entries that name them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from elshi.model.entry import KnownPerson, Service
from elshi.record.facets import Bearer
from elshi.record.fold import fold_name
from elshi.record.seats import leave_out_succeeded

_Key = TypeVar("_Key", bound=Hashable)
_Office = tuple[str, str, str]  # person, office, country


def gather_services(bearers: Iterable[Bearer], on: dt.date | None = None) -> tuple[Service, ...]:
    """Return one row for the same person, office, country and post, by country, office and person.

    With `on`: only what was seen on or before that day and not spoken of as former by then; of those seen one
    after another in an office that one person holds at a time the last.
    """
    held = [b for b in bearers if b.office and b.names]
    if on is not None:
        held = [b for b in held if b.first_seen is not None and b.first_seen <= on.isoformat()]
    held = list(_mark_former(held))
    posts = _find_posts(held)
    groups = _group([(_key_service(b, posts), b) for b in held])
    services = [_make_service(group) for group in groups]
    kept = services if on is None else leave_out_succeeded([s for s in services if not s.former])
    return tuple(sorted(kept, key=lambda s: (s.represents or "", s.office, s.posted_to or "", s.person)))


def gather_people(bearers: Iterable[Bearer]) -> tuple[KnownPerson, ...]:
    """Return one row a person, those in most engagements first, then by name."""
    named = [b for b in bearers if b.kind in {"engagement", "tenure"} and b.names]
    people = [_make_person(group) for group in _group([(_key_person(b), b) for b in named])]
    return tuple(sorted(people, key=lambda p: (-p.engagements, p.name)))


def _make_person(group: Sequence[Bearer]) -> KnownPerson:
    services = sorted(gather_services(group), key=lambda s: s.last_seen or "", reverse=True)
    return KnownPerson(
        name=_choose_name(group),
        names=_list_names(group),
        services=tuple(services),
        engagements=len({b.entry_id for b in group if b.kind == "engagement"}),
        entries=_list_entries(group),
        entity=group[0].entity,
    )


def _make_service(group: Sequence[Bearer]) -> Service:
    serving = [b for b in group if not b.former]
    days = sorted(day for b in serving or group for day in (b.first_seen, b.last_seen) if day)
    latest = max(group, key=lambda b: b.last_seen or "")
    first = group[0]
    return Service(
        person=_choose_name(group),
        names=_list_names(group),
        office=first.office,  # type: ignore[arg-type]  # a code of the frames' own, kept as text in a bearer
        office_text=latest.office_text,
        represents=first.represents,
        posted_to=next((b.posted_to for b in group if b.posted_to), None),
        former=latest.former,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        entries=_list_entries(group),
        entity=first.entity,
        in_office=bool(serving),
    )


def _key_person(bearer: Bearer) -> str:
    """Return who it is: the person the register takes them for, or the folded name where it does not know."""
    return bearer.entity or " ".join(fold_name(bearer.names[0])) or bearer.names[0]


def _key_service(bearer: Bearer, posts: Mapping[_Office, frozenset[str]]) -> tuple[_Office, str]:
    # Most reports say 'ambassador of Jordan' without where. Where all that say it agree, that is the post.
    office = _key_office(bearer)
    if bearer.posted_to:
        return office, bearer.posted_to
    said = posts.get(office, frozenset())
    return office, next(iter(said)) if len(said) == 1 else ""


def _key_office(bearer: Bearer) -> _Office:
    return _key_person(bearer), bearer.office or "", bearer.represents or ""


def _mark_former(held: Sequence[Bearer]) -> Iterator[Bearer]:
    """Yield `held`, those as former who take part on a day on which a report speaks of them as former."""
    former = {(b.first_seen, _key_office(b)) for b in held if b.former}
    days = {day for day, _ in former}  # few: whoever takes part on another day need not be looked at
    for b in held:
        told = b.kind == "engagement" and b.first_seen in days and (b.first_seen, _key_office(b)) in former
        yield replace(b, former=True) if told else b


def _find_posts(held: Iterable[Bearer]) -> dict[_Office, frozenset[str]]:
    posts: dict[_Office, frozenset[str]] = {}
    for b in held:
        if b.posted_to:
            posts[_key_office(b)] = posts.get(_key_office(b), frozenset()) | {b.posted_to}
    return posts


def _choose_name(group: Sequence[Bearer]) -> str:
    """Return the Latin spelling that most entries use, of equals the first in the alphabet."""
    counts = Counter(b.names[0] for b in group)
    return min(counts, key=lambda name: (-counts[name], name))


def _group(keyed: Iterable[tuple[_Key, Bearer]]) -> list[list[Bearer]]:
    groups: dict[_Key, list[Bearer]] = {}
    for key, bearer in keyed:
        groups.setdefault(key, []).append(bearer)
    return list(groups.values())


def _list_names(group: Sequence[Bearer]) -> tuple[str, ...]:
    # Latin spellings first, then the nominatives of the reports' languages; inflected forms are left out.
    ranked = itertools.zip_longest(*(b.names[:2] for b in group))
    spelled = dict.fromkeys(name for rank in ranked for name in rank if name)
    return tuple(dict.fromkeys((_choose_name(group), *spelled)))


def _list_entries(group: Sequence[Bearer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(b.entry_id for b in group))
