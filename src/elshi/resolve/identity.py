"""Whether two people seen in reports are one: by their names, and by office, country and time."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass

from elshi.model.markup import OfficeCode
from elshi.resolve.comparison import Comparison, judge_score
from elshi.resolve.names import compare_names

# Offices that one person at a time holds in a country.
SINGLE: frozenset[OfficeCode] = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "speaker"}
)
_NEAR = 366  # days between sightings of a shared office that still speak for one holder
_LIFE = 60 * 366  # days between sightings of one person in office, at most


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody as reports show them: spellings of the name, and office, country and days where told.

    `first_seen` and `last_seen` are days in ISO 8601; `represents` and `posted_to` country or body codes.
    """

    names: tuple[str, ...]
    office: str | None = None
    represents: str | None = None
    posted_to: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None


def compare_people(first: Sighting, second: Sighting) -> Comparison:
    """Return whether two sightings are of one person, with the reasons of the names and of the rest.

    The spellings that agree best count. An office shared in the same country and time decides where the name
    alone does not; another country, or more than a lifetime between, speaks against.
    """
    name = max(
        (compare_names(one, other) for one, other in itertools.product(first.names, second.names)),
        key=lambda comparison: comparison.score,
    )
    if name.verdict == "different":
        return name
    weights = [*_weigh_country(first, second), *_weigh_office(first, second), *_weigh_time(first, second)]
    score = min(1.0, max(0.0, name.score + sum(weight for weight, _ in weights)))
    return judge_score(score, *name.reasons, *(reason for _, reason in weights))


def _weigh_country(first: Sighting, second: Sighting) -> list[tuple[float, str]]:
    if not first.represents or not second.represents:
        return []
    if first.represents == second.represents:
        return [(0.05, f"both represent {first.represents}")]
    return [(-0.3, f"one represents {first.represents}, the other {second.represents}")]


def _weigh_office(first: Sighting, second: Sighting) -> list[tuple[float, str]]:
    if not first.office or not second.office:
        return []
    shares = first.represents == second.represents is not None and first.posted_to in {second.posted_to, None}
    if first.office == second.office and shares and _find_gap(first, second) <= _NEAR:
        weight = 0.25 if first.office in SINGLE else 0.2
        return [(weight, f"both {first.office.replace('_', ' ')} at the time")]
    if (
        {first.office, second.office} <= SINGLE
        and first.office != second.office
        and _find_gap(first, second) == 0
    ):
        return [(-0.2, "one person does not hold both offices at a time")]
    return []


def _weigh_time(first: Sighting, second: Sighting) -> list[tuple[float, str]]:
    if _find_gap(first, second) > _LIFE:
        return [(-0.5, "more than a working life lies between")]
    return []


def _find_gap(first: Sighting, second: Sighting) -> int:
    """Return the days between two sightings, 0 where they overlap or one is not dated."""
    days = [first.first_seen, first.last_seen, second.first_seen, second.last_seen]
    if None in days:
        return 0
    one, end, other, other_end = (dt.date.fromisoformat(day) for day in days if day)
    return max(0, (other - end).days, (one - other_end).days)
