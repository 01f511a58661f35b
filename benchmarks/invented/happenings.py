"""What happens: who met whom, when, where and on what, as many as are asked for, a dozen a day."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.invented.people import Person, Post, Staff
from benchmarks.invented.words import draw_share, read_words
from elshi.model.report import LANGUAGES, Language

BEGIN = dt.date(2003, 1, 1)
PER_DAY = 12
TOLD_AGAIN = 0.1  # of the happenings, in another language
STATED, PROMISED = 0.3, 0.2  # of the happenings at which a stance is taken, something promised


@dataclass(frozen=True, slots=True)
class Happening:
    """An invented engagement of Kazakhstan with another country, and in which languages it is told."""

    number: int
    day: dt.date
    told: Mapping[str, Any]
    sides: tuple[tuple[Post, Person], tuple[Post, Person]]
    where: Mapping[str, Any] | None
    topics: tuple[Mapping[str, Any], Mapping[str, Any]]
    position: tuple[Mapping[str, Any], Mapping[str, Any]] | None
    pledge: int | None
    languages: tuple[Language, ...]
    rest: int


def invent_happenings(number: int, seed: int = 1) -> Iterator[Happening]:
    """Yield `number` happenings in the order of their days, the same for the same seed."""
    words, chance = read_words(), random.Random(seed)  # noqa: S311 - no secret
    staff = Staff(seed, BEGIN)
    home, *others = words["countries"]
    for n in range(number):
        day = BEGIN + dt.timedelta(days=n // PER_DAY)
        other = chance.choice(others)
        told = draw_share(chance, words["told"])
        posts = _draw_post(chance, home, other), _draw_post(chance, other, home)
        yield Happening(
            number=n,
            day=day,
            told=told,
            sides=(
                (posts[0], staff.find_holder(posts[0], day)),
                (posts[1], staff.find_holder(posts[1], day)),
            ),
            where=None if told["type"] == "call" else chance.choice((home, home, other)),
            topics=_draw_two(chance, words["topics"]),
            position=_draw_position(chance, (home, other)),
            pledge=chance.randrange(5) if chance.random() < PROMISED else None,
            languages=_draw_languages(chance),
            rest=chance.randrange(1 << 16),
        )


def _draw_post(chance: random.Random, country: Mapping[str, Any], other: Mapping[str, Any]) -> Post:
    office = draw_share(chance, read_words()["offices"])
    return Post(office, country, other if office["office"] == "ambassador" else None)


def _draw_two(
    chance: random.Random, topics: list[Mapping[str, Any]]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    one, other = chance.sample(topics, 2)
    return one, other


def _draw_position(
    chance: random.Random, countries: tuple[Mapping[str, Any], Mapping[str, Any]]
) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
    if chance.random() >= STATED:
        return None
    return chance.choice(read_words()["positions"]), chance.choice(countries)


def _draw_languages(chance: random.Random) -> tuple[Language, ...]:
    languages = list(LANGUAGES)
    chance.shuffle(languages)
    return tuple(languages[: 2 if chance.random() < TOLD_AGAIN else 1])
