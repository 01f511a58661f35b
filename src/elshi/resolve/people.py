"""Whether two people of two reports, or one of a report and one of the register, are taken for one."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from elshi.resolve.comparison import SAME
from elshi.resolve.name_parts import parse_readings
from elshi.resolve.names import compare_names
from elshi.resolve.profile import Someone

_SURNAME = 0.55  # what two names score that share a surname and say no more
_FULL = 2  # words of a full name


@dataclass(frozen=True, slots=True)
class Score:
    """How much one comparison speaks for (above 0) or against (below 0) two things being one, and why."""

    value: float
    reason: str


def same_person(one: Someone, other: Someone) -> bool:
    """Tell whether the two are taken for one person: by the register, or by any of their spellings."""
    if one.entity and other.entity:
        return one.entity == other.entity
    return any(same_name(a, b) for a, b in itertools.product(one.names, other.names))


def may_be_same(one: Someone, other: Someone) -> bool:
    """Tell whether the two may be one person in one happening, where one spelling that agrees will do."""
    named = itertools.product(one.names, other.names)
    return (one.entity is not None and one.entity == other.entity) or any(same_name(a, b) for a, b in named)


@functools.lru_cache(maxsize=65536)
def same_name(one: str, other: str) -> bool:
    """Tell whether two names of one happening may be one person's; there a surname is enough."""
    if not has_letters(one) or not has_letters(other):
        return False
    return compare_names(one, other).score >= _SURNAME


def fits_person(names: Iterable[str], known: Iterable[str], *, office: bool) -> bool:
    """Tell whether somebody with these names is the person known by others.

    Full names decide where both have one: one pair that agrees is enough, and where none does, they are
    two people whatever initials say. Else initials must agree, or, with the same `office`, a surname.
    """
    pairs = [(a, b) for a in names for b in known if has_letters(a) and has_letters(b)]
    full = [(a, b) for a, b in pairs if is_full(a) and is_full(b)]
    if full:
        return any(compare_names(a, b).verdict == "same" for a, b in full)
    least = _SURNAME if office else SAME
    return any(compare_names(a, b).score >= least for a, b in pairs)


@functools.lru_cache(maxsize=65536)
def has_letters(name: str) -> bool:
    """Tell whether a name can be compared at all."""
    return any(map(str.isalpha, name))


@functools.lru_cache(maxsize=65536)
def is_full(name: str) -> bool:
    """Tell whether a name has two words or more, and no initials."""
    readings = parse_readings(name)
    if not readings:  # no letters
        return False
    return len(readings[0].list_kind("word")) >= _FULL and not readings[0].list_kind("initial")
