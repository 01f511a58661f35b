"""Who held which office when: drawn once for each office, the same for the same seed."""

from __future__ import annotations

import datetime as dt
import functools
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.invented.words import read_words
from elshi.model.report import Language

_SHORTEST, _LONGEST = 300, 1500  # days that somebody holds an office


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person: the name in each language, in the nominative."""

    names: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Post:
    """An office of a country as the words have it, and for an ambassador the country of the posting."""

    office: Mapping[str, Any]
    country: Mapping[str, Any]
    posted: Mapping[str, Any] | None


@dataclass
class Staff:
    """Who holds each post on each day: one after the other, from `begin` on."""

    seed: int
    begin: dt.date
    _held: dict[tuple[str, ...], list[tuple[dt.date, Person]]] = field(default_factory=dict)

    def find_holder(self, post: Post, day: dt.date) -> Person:
        """Return who holds `post` on `day`, which is not before `begin`."""
        key = post.country["code"], post.office["en"], post.posted["code"] if post.posted else ""
        chance = random.Random(f"{self.seed} {key} {len(self._held.get(key, ()))}")  # noqa: S311 - no secret
        terms = self._held.setdefault(key, [])
        while not terms or terms[-1][0] <= day:
            since = terms[-1][0] if terms else self.begin
            length = dt.timedelta(days=chance.randint(_SHORTEST, _LONGEST))
            terms.append((since + length, _invent(post.country["people"], chance)))
        return next(person for until, person in terms if day < until)


def _invent(group: str, chance: random.Random) -> Person:
    names = read_words()["names"][group]
    return Person(_join(tuple(chance.choice(names["given"])), tuple(chance.choice(names["family"]))))


@functools.cache
def _join(given: tuple[str, ...], family: tuple[str, ...]) -> Mapping[Language, str]:
    first, last = ((part if len(part) > 2 else (part[0], *part)) for part in (given, family))  # noqa: PLR2004 - one spelling for kk and ru
    languages: tuple[Language, ...] = ("kk", "ru", "en")
    return {one: f"{first[n]} {last[n]}" for n, one in enumerate(languages)}
