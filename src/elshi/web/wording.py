"""What a page says in one language: texts, dates, numbers, the names of codes, countries and people."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from elshi.lexicon.alphabet import rank_text
from elshi.lexicon.codebook import Meaning, load_codebook, name_code
from elshi.lexicon.places import load_bodies
from elshi.locales import open_tongue
from elshi.locales.dates import find_locale, write_date, write_month
from elshi.locales.names import name_city, name_party
from elshi.model.entity import Entity
from elshi.model.report import Language
from elshi.web.fields import LANE_NAMES
from elshi.web.languages import NAMES
from elshi.web.messages import write_message

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

    def name_entity(self, entity: Entity) -> str:
        """Return a person's name in the script of this language, where a report writes it so."""
        wanted = (name for name in entity.names if name[:1] > _CYRILLIC)
        return next(wanted, entity.name) if self.language != "en" else entity.name

    def name_value(self, trait: str, value: str) -> str:
        """Return what the value of a filter or a facet is called: a code by its name, the rest as it is."""
        match trait:
            case "country" | "partner" | "body":
                return self.name_party(value.upper() if trait != "body" else value)
            case "type" | "status" | "office" | "topic":
                return self.name_code(trait, value)
            case "told_in":
                return NAMES.get(value, value)  # type: ignore[call-overload, no-any-return] # any text may be asked
            case "city":
                return name_city(value, self.language)
            case "lane":
                return self.tongue.say(LANE_NAMES.get(value, value))
            case _:
                return value

    def write_message(self, said: str) -> Markup:
        """Return what an error says, in this language."""
        return write_message(said, self.tongue)

    def write_share(self, share: float) -> str:
        """Return 0.93 as '93%'."""
        return str(format_percent(share, locale=find_locale(self.language)))

    def name_month(self, month: int) -> str:
        """Return the short name of a month, as it stands in a heading."""
        return write_month(month, self.tongue)

    def meaning(self, group: str, code: str) -> Meaning:
        """Return what the codebook says of a code that it has."""
        return load_codebook()[group, code]

    def write_said(self, field: str, value: object) -> str:
        """Return the value that one report gives a field, in words."""
        match field, value:
            case _, None:
                return "–"
            case (("date" | "due" | "period"), str()):
                return self.write_date(value)
            case "place", dict():
                return self.name_place(value)
            case (("type" | "stance" | "role" | "office"), str()):
                return self.name_code(field, value)
            case (("represents" | "posted_to" | "proposer" | "holder"), str()):
                return self.name_party(value)
        return self.name_code("office", str(value)) if field.startswith("office") else str(value)

    def name_person(self, person: Json) -> str:
        """Return a participant's name in the script of this language, where a report writes it so."""
        latin, native = str(person.get("name") or ""), str(person.get("native_name") or "")
        spelled = (
            name for name in (native, *(person.get("spellings") or ())) if name and name[0] > _CYRILLIC
        )
        return next(spelled, latin or native) if self.language != "en" else latin or native

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
