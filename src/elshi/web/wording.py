"""What a page says in one language: texts, dates, numbers, the names of codes, countries and people."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from elshi.lexicon.alphabet import rank_text
from elshi.lexicon.codebook import name_code
from elshi.lexicon.places import load_bodies
from elshi.locales import open_tongue
from elshi.locales.dates import find_locale, write_date
from elshi.locales.names import name_city, name_party
from elshi.model.report import Language

Json = Mapping[str, Any]
_CYRILLIC = "\u0400"


class Wording:
    """The words of one language for what programs give codes."""

    def __init__(self, language: Language) -> None:
        """Speak `language`."""
        self.language = language
        self.tongue = open_tongue(language)

    def name_code(self, group: str, code: str | None) -> str:
        """Return what a code of `group` (type, status, office …) is called; empty for None."""
        return name_code(group, code, self.language) if code else ""

    def name_party(self, code: str | None) -> str:
        """Return the name of a country, or the usual abbreviation of a body; empty for None."""
        return name_party(code, self.language) if code else ""

    def list_parties(self, codes: Iterable[str]) -> str:
        """Return the names of several parties, parted by commas."""
        return ", ".join(self.name_party(code) for code in codes)

    def name_body(self, code: str) -> str:
        """Return the full name of a body; the code where the lexicon has none."""
        body = load_bodies().get(code)
        names = body.names.get(self.language) or body.names.get("en") if body else None
        return names[0].removeprefix("=") if names else code

    def name_place(self, place: Json | None) -> str:
        """Return 'Amman, Jordan', or whichever of the two is known."""
        known = place or {}
        city = name_city(known["city"], self.language) if known.get("city") else ""
        return ", ".join(part for part in (city, self.name_party(known.get("country"))) if part)

    def name_person(self, person: Json) -> str:
        """Return a participant's name in the script of this language, where a report writes it so."""
        latin, native = str(person.get("name") or ""), str(person.get("native_name") or "")
        return native if self.language != "en" and native[:1] > _CYRILLIC else latin or native

    def write_date(self, edtf: str | None) -> str:
        """Return an EDTF date in words; what is not known is said to be so."""
        return write_date(edtf, self.tongue)

    def write_day(self, day: dt.date) -> str:
        """Return a day with its weekday."""
        return str(format_date(day, "full", locale=find_locale(self.language)))

    def write_time(self, time: str) -> str:
        """Return a time of recording (UTC, ISO 8601) in words, in UTC."""
        moment = dt.datetime.fromisoformat(time)
        return str(format_datetime(moment, "medium", locale=find_locale(self.language)))

    def write_number(self, number: float) -> str:
        """Return a number as this language writes it."""
        return str(format_decimal(number, locale=find_locale(self.language)))

    def sort(self, words: Iterable[str]) -> list[str]:
        """Return words in the order of this language's alphabet."""
        return sorted(words, key=lambda word: rank_text(word, self.language))


@functools.cache
def load_wording(language: Language) -> Wording:
    """Return the words of `language`, loaded once."""
    return Wording(language)
