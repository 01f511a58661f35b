"""Who each frame's people are: the same person in every report, script and language, or a new one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from elshi.model.entity import Entity
from elshi.model.entry import StoredFrame
from elshi.model.ids import derive_id
from elshi.resolve.known import Known
from elshi.resolve.names import compare_names, name_keys, pair_keys
from elshi.resolve.people import fits_person, has_letters, is_full
from elshi.resolve.profile import Someone, make_profile

_SPELT = 2  # the Latin name and the nominative; what follows may be inflected
_CERTAIN, _APART = 0.9, 0.05  # what two full names score, and what tells one candidate from the next
_MOST_NAMES = 40  # spellings kept of one person; the rest are inflections and slips


def name_people(
    frames: Sequence[StoredFrame], known: Known
) -> tuple[tuple[StoredFrame, ...], tuple[Entity, ...]]:
    """Return `frames` with the id of each person they name, and the entities that are new or have changed."""
    changed: dict[str, Entity] = {}
    named = []
    for frame in frames:
        profile = make_profile(frame, None, "en")
        who = [_identify(someone, known, changed) for someone in profile.people]
        named.append(replace(frame, mentions=tuple(who)))
    return tuple(named), tuple(changed.values())


def _identify(someone: Someone, known: Known, changed: dict[str, Entity]) -> str:
    """Return the id of the person, whose entity is put into `changed` where it is new or learns something."""
    if not any(map(has_letters, someone.names)):
        return ""
    names = [name for name in someone.names[:_SPELT] if has_letters(name)]
    keys = list_person_keys(names)
    held = {e.id: e for e in known.find_entities(list_wanted_keys(names))} | changed
    fitting = [e for e in held.values() if e.kind == "person" and _fits(someone, e)]
    best = _choose(someone, fitting)
    entity = _learn(best, someone, keys) if best else _make(someone, keys)
    if entity != best:
        changed[entity.id] = entity
    return entity.id


def _choose(someone: Someone, fitting: Sequence[Entity]) -> Entity | None:
    """Return whom of `fitting` somebody is taken for; nobody where initials or a surname leave it open."""
    ranked = sorted(((_weigh(someone, e), e.id, e) for e in fitting), reverse=True)
    if len(ranked) > 1:
        (here, likeness), (there, other) = ranked[0][0], ranked[1][0]
        if here == there and likeness < _CERTAIN and likeness - other < _APART:
            return None
    return ranked[0][2] if ranked else None


def list_person_keys(names: Iterable[str]) -> tuple[str, ...]:
    """Return the keys under which a person of these names is kept.

    A full name is kept under its pairs of words and, for those who give less, under its surname.
    """
    return _mark(names, full=("pair", "surname"), short=("short",))


def list_wanted_keys(names: Iterable[str]) -> tuple[str, ...]:
    """Return the keys under which somebody of these names may be kept.

    Who is named in full is no candidate for everybody of that surname: that would be many.
    """
    return _mark(names, full=("pair", "short"), short=("surname", "short"))


def _mark(names: Iterable[str], full: tuple[str, ...], short: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        for mark in full if is_full(name) else short:
            keys = pair_keys(name) if mark == "pair" else name_keys(name)
            found |= dict.fromkeys(f"{mark}:{key}" for key in sorted(keys))
    return tuple(found)


def _fits(someone: Someone, entity: Entity) -> bool:
    if someone.represents and entity.country and someone.represents != entity.country:
        return False
    office = bool(
        someone.represents and someone.represents == entity.country and someone.office in entity.offices
    )
    return fits_person(someone.names[:_SPELT], entity.names, office=office)


def _weigh(someone: Someone, entity: Entity) -> tuple[bool, float]:
    """Return how well a person fits an entity: by country, then by the names."""
    pairs = itertools.product(someone.names[:_SPELT], entity.names)
    likeness = max(compare_names(a, b).score for a, b in pairs if has_letters(a) and has_letters(b))
    return someone.represents == entity.country, likeness


def _learn(entity: Entity, someone: Someone, keys: tuple[str, ...]) -> Entity:
    names = tuple(dict.fromkeys((*entity.names, *someone.names)))[:_MOST_NAMES]
    offices = tuple(dict.fromkeys((*entity.offices, *([someone.office] if someone.office else ()))))
    learned = replace(entity, names=names, offices=offices, country=entity.country or someone.represents)
    return replace(learned, keys=keys) if learned != entity else entity


def _make(someone: Someone, keys: tuple[str, ...]) -> Entity:
    return Entity(
        id=derive_id("per", sorted(someone.names), someone.represents),
        kind="person",
        name=someone.names[0],
        names=someone.names,
        country=someone.represents,
        offices=(someone.office,) if someone.office else (),
        keys=keys,
    )
