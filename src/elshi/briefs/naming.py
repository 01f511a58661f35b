"""What people, parties, places and offices are called in the language of a brief."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from elshi.briefs.notes import Notebook
from elshi.briefs.phrases import Phrases
from elshi.briefs.terms import Name, Term, Titled
from elshi.lexicon.people import find_spelling, load_spellings
from elshi.lexicon.places import is_country
from elshi.locales.names import name_city, name_party
from elshi.model.entry import Explanation
from elshi.model.report import Language
from elshi.register import View
from elshi.text.russian_cases import takes_surnames

Fields = Mapping[str, Any]
_TITLE = ("office", "posted_to")


class NameBook:
    """The names of one brief; it learns from the entries shown how reports spell a person."""

    def __init__(self, view: View, phrases: Phrases, notes: Notebook) -> None:
        """Say the names of `view` in the language of `phrases`; `notes` tell each report's language."""
        self._view, self._phrases, self._notes = view, phrases, notes
        self._spelt: dict[str, dict[Language, str]] = {}
        self._spellings: dict[str, dict[str, None]] = {}
        self._titles: dict[str, Fields] = {}
        self._chosen: dict[str, str] = {}

    def learn(self, explanation: Explanation) -> None:
        """Note how the reports of an entry spell the people in it."""
        fields = explanation.entry.fields
        people = fields.get("participants") or ([fields] if explanation.entry.kind == "tenure" else [])
        for person in people:
            self._spellings.setdefault(_key(person), {}).update(dict.fromkeys(person.get("spellings") or ()))
            if person.get("office"):
                self._titles.setdefault(_key(person), person)
        for reason in explanation.reasons:
            native = reason.value.get("native_name") if isinstance(reason.value, Mapping) else None
            if reason.field == "native_name":
                native = reason.value
            for person in people if native else ():
                if native in person.get("spellings", ()):
                    known = self._spelt.setdefault(_key(person), {})
                    known.setdefault(self._notes.tell_language(reason.quotes[0]), str(native))

    def name_person(self, person: Fields) -> Name:
        """Return a person's name as reports in this language spell it, the lexicon, or reports in another.

        A person is called the same throughout a brief.
        """
        key = _key(person)
        if key not in self._chosen:
            self._chosen[key] = self._choose_name(person)
        surnames = takes_surnames(person.get("represents"))
        return Name(self._chosen[key], self._phrases.language, "name", surnames=surnames)

    def name_party(self, code: str) -> Name:
        """Return a country or body."""
        language = self._phrases.language
        article = language == "en" and code in self._phrases.read("articles")
        return Name(name_party(code, language), language, "place", article=article)

    def name_place(self, place: Fields | None) -> Name | None:
        """Return the city, else the country, None where neither is known."""
        city, country = (place or {}).get("city"), (place or {}).get("country")
        if city:
            return Name(name_city(city, self._phrases.language), self._phrases.language, "place")
        return self.name_party(country) if country else None

    def title_person(self, person: Fields) -> Term:
        """Return a person with office and country before the name, as far as they are known.

        Where `person` has no office, it is the one in which an entry shown before has them.
        """
        if not person.get("office"):
            known = self._titles.get(_key(person), {})
            person = {**person, **{key: known.get(key) for key in _TITLE}}
        title = self.title_office(person.get("office"), person.get("represents"), person.get("posted_to"))
        name = self.name_person(person)
        return Titled(Name(title, self._phrases.language, "office"), name) if title else name

    def title_office(self, office: str | None, country: str | None, post: str | None = None) -> str | None:
        """Return 'посол Казахстана в Иордании', or what of it is known; None where nothing is."""
        if not country:
            return self._phrases.word("offices", office) if office else None
        key = "office" if not post else "office_at" if is_country(post) else "office_by"
        return self._phrases.word(
            key,
            office=self._phrases.word("offices", office or "other"),
            country=self.name_party(country),
            post=self.name_party(post) if post else None,
        )

    def _choose_name(self, person: Fields) -> str:
        language, name = self._phrases.language, str(person["name"])
        known = self._spelt.get(_key(person), {}).get(language)
        known_as = self._view.find_entities([person["entity"]]) if person.get("entity") else ()
        spellings = [name, *(person.get("spellings") or ()), *self._spellings.get(_key(person), ())]
        spellings += [spelling for entity in known_as for spelling in entity.names]
        spelt = (_find_usual(spelling, language) for spelling in spellings)
        fitting = [s for s in spellings[1:] if re.fullmatch(self._phrases.read("alphabet"), s)]
        fitting.sort(key=lambda s: not re.search(self._phrases.read("own_letters"), s))
        return known or next(filter(None, spelt), None) or next(iter(fitting), name)


def _key(person: Fields) -> str:
    return str(person.get("entity") or person.get("name") or person.get("person"))


def _find_usual(spelling: str, language: Language) -> str | None:
    """Return how the lexicon says that this person is written in `language`."""
    english = find_spelling(spelling)
    if english is None or language == "en":
        return english
    found = (s.names.get(language) for s in load_spellings() if s.name == english)
    return next((names[0] for names in found if names), None)
