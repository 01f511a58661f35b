"""What the project's own reports tell of: people and offices, places, bodies, events, drawn by chance."""

from __future__ import annotations

import functools
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from training.places import LEXICON

LANGUAGES = ("kk", "ru", "en")
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with an office: names by language as (given, surname), and what the office is of."""

    given: dict[str, str]
    surname: dict[str, str]
    woman: bool
    slavic: bool
    office: dict[str, Any]
    country: dict[str, str]
    post: dict[str, str]
    body: dict[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What one report tells of, each by language."""

    actors: dict[str, Actor]
    things: dict[str, dict[str, Any]]


@functools.cache
def read_facts() -> dict[str, Any]:
    """Return the tables that sentences are filled from."""
    facts: dict[str, Any] = yaml.safe_load((_TEMPLATES / "facts.yml").read_text("utf-8"))
    for name in ("people", "offices"):
        facts[name] = yaml.safe_load((_TEMPLATES / f"{name}.yml").read_text("utf-8"))
    rows = yaml.load((LEXICON / "countries.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    facts["countries"] = [
        {language: row[language]["name"] for language in LANGUAGES}
        for row in rows
        if row["code"] != "EU"
        and all(row[language]["name"].replace("-", "").isalpha() for language in ("kk", "ru"))
    ]
    rows = yaml.load((LEXICON / "cities.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the same
    facts["cities"] = [
        {language: row[language][0].removeprefix("=") for language in LANGUAGES}
        for row in rows
        if all(
            row.get(language) and row[language][0].removeprefix("=").replace("-", "").isalpha()
            for language in LANGUAGES
        )
    ]
    return facts


def draw_facts(chance: random.Random) -> Facts:
    """Return facts drawn by `chance`."""
    tables = read_facts()
    year, month, day = chance.randint(2019, 2029), chance.choice(tables["months"]), chance.randint(1, 28)
    number, small = chance.randint(30, 900), chance.randint(8, 120)
    ordinal = chance.randint(2, 80)
    event = chance.choice(tables["events"])
    things: dict[str, dict[str, Any]] = {
        "city": chance.choice(tables["cities"]),
        "body": chance.choice(tables["bodies"]),
        "topic": chance.choice(tables["topics"]),
        "doc": chance.choice(tables["documents"]),
        "doc2": chance.choice(tables["conventions"]),
        "project": chance.choice(tables["projects"]),
        "event": event | ({"number": ordinal} if event.get("ordinal") and chance.random() < 0.6 else {}),  # noqa: PLR2004 - most
        "date": {
            "ru": f"{day} {month[0]} {year} года",
            "kk": f"{year} жылғы {day} {month[1]}",
            "en": f"{day} {month[2]} {year}",
        },
        "day": dict(zip(("ru", "kk", "en"), chance.choice(tables["days"]), strict=True)),
        "number": dict.fromkeys(LANGUAGES, str(number)),
        "number2": dict.fromkeys(LANGUAGES, str(small)),
        "ordinal": {
            "ru": f"{ordinal}-е",
            "kk": f"{ordinal}-{count_kazakh(ordinal)}",
            "en": f"{ordinal}{count_english(ordinal)}",
        },
        "money": {
            "ru": f"{small} млн долларов США",
            "kk": f"{small} млн АҚШ долларына",
            "en": f"${small} million",
        },
    }
    things["X"], things["Y"] = chance.sample(tables["countries"], 2)
    for name in ("organ", "organ2"):
        things[name] = chance.choice(tables["organs"]) | {"country": chance.choice(tables["countries"])}
    actors = {
        name: _draw_actor(chance, country)
        for name, country in zip(
            "abc", (things["X"], things["Y"], chance.choice(tables["countries"])), strict=True
        )
    }
    return Facts(actors, things)


def count_kazakh(number: int) -> str:
    """Return the ending of a Kazakh ordinal."""
    return "шы" if number % 10 in {6, 9} or number in {10, 20, 30, 40, 60, 90} else "ші"


def count_english(number: int) -> str:
    """Return the ending of an English ordinal."""
    return "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _draw_actor(chance: random.Random, country: dict[str, str]) -> Actor:
    tables = read_facts()
    people = chance.choice(tables["people"])
    woman = bool(people["women"]) and chance.random() < 0.25  # noqa: PLR2004 - one in four
    given, surname = chance.choice(people["women" if woman else "men"]), chance.choice(people["surnames"])
    slavic = people.get("slavic", False)
    ends = ("а", "а", "a") if slavic and woman else ("", "", "")
    return Actor(
        {"kk": given[0], "ru": given[-2], "en": given[-1]},
        {
            language: form + end
            for language, form, end in zip(
                LANGUAGES, (surname[0], surname[-2], surname[-1]), ends, strict=True
            )
        },
        woman,
        slavic,
        chance.choice(tables["offices"]),
        country,
        chance.choice(tables["countries"]),
        chance.choice(tables["bodies"]),
    )
