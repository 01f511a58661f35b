"""What countries, bodies and cities are called in each language, by the lexicon."""

from __future__ import annotations

from elshi.lexicon.places import body, load_cities, load_countries
from elshi.model.report import Language


def name_party(code: str, language: Language) -> str:
    """Return the country's name, a body's usual abbreviation or else its name; an unknown code stays."""
    country = load_countries().get(code)
    if country:
        return country.words[language].names[0]
    found = body(code)
    names = found.names.get(language, ()) if found else ()
    short = (name for name in names if name.isupper() and name.isalnum())
    return next(short, names[0] if names else code)


def name_city(city: str, language: Language) -> str:
    """Return the city's name in `language`; what the lexicon lacks stays as it is."""
    found = load_cities().get(city)
    names = found.names.get(language, ()) if found else ()
    return names[0].removeprefix("=") if names else city
