"""Countries, cities and bodies of the lexicon as typed entries, and what is asked about them by code."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from elshi.lexicon.schema import Fields, Names, read_fields
from elshi.model.report import LANGUAGES, Language

BODY_KINDS: Final = (
    "organisation", "organ", "forum", "format", "conference", "bank", "ngo", "treaty", "project",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """How one language names a country: the name first among `names`, then what derives from it.

    `adjectives` and `people` are words of their own; `stems` the beginnings of compound adjectives.
    """

    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code; EU and XK as in the public record."""

    code: str
    words: Mapping[Language, Words]


@dataclass(frozen=True, slots=True)
class City:
    """A city in its usual English spelling; `former` is its present name where `name` is an older one."""

    name: str
    country: str
    capital: bool
    former: str | None
    names: Names
    seats: Names

    @property
    def value(self) -> str:
        """Return the value of its mentions, 'City|CC'."""
        return f"{self.name}|{self.country}"


@dataclass(frozen=True, slots=True)
class Body:
    """An international body, forum, format, treaty or project; `party` is who acts where it is named."""

    code: str
    kind: str
    seat: str | None
    parent: str | None
    wikidata: str | None
    names: Names

    @property
    def party(self) -> str:
        """Return the code that stands among the parties: of the whole for an organ, else its own."""
        return self.parent or self.code


@functools.cache
def load_countries() -> Mapping[str, Country]:
    """Return the countries by code. Raises LexiconError on an entry that does not follow the schema."""
    found: dict[str, Country] = {}
    for fields in read_fields("countries.yml"):
        code = _take_new(fields, "code", found)
        found[code] = Country(code, {language: _take_words(fields, language) for language in LANGUAGES})
    return found


@functools.cache
def load_cities() -> Mapping[str, City]:
    """Return the cities by English name. Raises LexiconError on an entry that does not follow the schema."""
    found: dict[str, City] = {}
    for fields in read_fields("cities.yml"):
        seats = fields.take_inner("seats")
        name = _take_new(fields, "city", found)
        found[name] = City(
            name,
            fields.take_choice("country", tuple(load_countries())),
            fields.take_flag("capital"),
            fields.take_optional_text("former"),
            fields.take_names(),
            seats.take_names(),
        )
        seats.close()
    return found


@functools.cache
def load_bodies() -> Mapping[str, Body]:
    """Return the bodies by code. Raises LexiconError on an entry that does not follow the schema."""
    found: dict[str, Body] = {}
    for fields in read_fields("bodies.yml"):
        code = _take_new(fields, "code", found)
        found[code] = Body(
            code,
            fields.take_choice("kind", BODY_KINDS),
            fields.take_optional_text("seat"),
            fields.take_optional_text("parent"),
            fields.take_optional_text("wikidata"),
            fields.take_names(),
        )
    return found


def body(code: str) -> Body | None:
    """Return the body with this code, None where the lexicon has none."""
    return load_bodies().get(code)


def is_country(code: str | None) -> bool:
    """Tell whether `code` is a country of the lexicon; the European Union counts as one, as a party."""
    return code in load_countries()


def capital_of(code: str) -> str | None:
    """Return the capital of the country with this code, None for the EU and for an unknown code."""
    return _capitals().get(code)


def country_of_capital(city: str) -> str | None:
    """Return the country that `city`, in its English spelling, is or lately was the capital of."""
    entry = load_cities().get(city)
    if entry and entry.former:
        entry = load_cities().get(entry.former)
    return entry.country if entry and entry.capital else None


@functools.cache
def _capitals() -> Mapping[str, str]:
    return {city.country: city.name for city in load_cities().values() if city.capital}


def _take_words(fields: Fields, language: Language) -> Words:
    inner = fields.take_inner(language)
    names = (inner.take_text("name"), *inner.take_texts("aliases"))
    words = Words(
        names, inner.take_texts("adjectives"), inner.take_texts("people"), inner.take_texts("stems")
    )
    inner.close()
    return words


def _take_new(fields: Fields, key: str, known: Mapping[str, object]) -> str:
    text = fields.take_text(key)
    return text if text not in known else fields.refuse(f"{text!r} stands twice")
