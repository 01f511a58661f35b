"""The text in which a happening is told in one language, sentence by sentence."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.invented.happenings import Happening
from benchmarks.invented.people import Person, Post
from benchmarks.invented.words import read_words
from elshi.model.report import Language

_REST = 4  # sentences that say nothing


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's text and the parts of it that say something; None where nothing of the kind is said.

    `offices` are the two sides as written, office, country and name; `target` and `what` are the words of a
    stance and of a promise.
    """

    title: str
    text: str
    told: str
    offices: tuple[str, str]
    discussed: str
    position: str | None
    target: str | None
    pledge: str | None
    what: str | None


def word_happening(happening: Happening, language: Language) -> Wording:
    """Return how `happening` is told in `language`."""
    words, month = read_words(), read_words()["months"][language][happening.day.month - 1]
    sides = [_name_side(post, person, language) for post, person in happening.sides]
    told = happening.told[language].format(
        day=happening.day.day,
        month=month,
        ours=sides[0],
        theirs=sides[1],
        city_in=_name_city(happening.where, language, inside=True),
        city=_name_city(happening.where, language),
    )
    one, other = happening.topics
    discussed = words["discussed"][language].format(one=one[language], other=other[language])
    position, target = _word_position(happening, language)
    pledge, what = _word_pledge(happening, language)
    home = words["countries"][0]
    dateline = words["datelines"][language].format(
        city=_name_city(home, language), day=happening.day.day, month=month, year=happening.day.year
    )
    sentences = [s for s in (discussed, position, pledge) if s] + _draw_rest(happening, language)
    title = f"{happening.sides[0][1].names[language]} – {happening.sides[1][1].names[language]}"
    text = f"{title}\n\n{dateline}{told}\n\n{' '.join(sentences)}"
    return Wording(title, text, told, (sides[0], sides[1]), discussed, position, target, pledge, what)


def name_office(post: Post, language: Language) -> str:
    """Return an office with its country and post as written before a name."""
    office, country, posted = post.office[language], post.country, post.posted
    if language == "kk":
        return f"{country['kk'][1]} {posted['kk'][2] + ' ' if posted else ''}{office}"
    if language == "ru":
        return f"{office} {country['ru'][1]}{' ' + posted['ru'][2] if posted else ''}"
    return f"{office} of {country['en']}{' to ' + posted['en'] if posted else ''}"


def _name_side(post: Post, person: Person, language: Language) -> str:
    return f"{name_office(post, language)} {person.names[language]}"


def _name_city(country: Mapping[str, Any] | None, language: Language, *, inside: bool = False) -> str:
    if country is None:
        return ""
    if language == "en":
        city: str = country["city"]
    else:
        city = country[f"city_{language}"][1 if inside else 0]
    return city


def _word_position(happening: Happening, language: Language) -> tuple[str | None, str | None]:
    if happening.position is None:
        return None, None
    position, country = happening.position
    sentence, target = position[language]
    who = country[language] if language == "en" else country[language][0]
    return sentence.format(who=who), target


def _word_pledge(happening: Happening, language: Language) -> tuple[str | None, str | None]:
    if happening.pledge is None:
        return None, None
    sentence, *promised = read_words()["pledges"][language]
    what = promised[happening.pledge]
    return sentence.format(year=happening.day.year, what=what), what


def _draw_rest(happening: Happening, language: Language) -> list[str]:
    chance = random.Random(f"{happening.rest} {language}")  # noqa: S311 - no secret
    return chance.sample(read_words()["rest"][language], _REST)
