"""One language of the interface: what it calls things, from its catalogue `<language>.po`.

Catalogues are read as a translator writes them, so that a word changed in one is there at the next start;
nothing is compiled. `tools/make_catalogues.py` gathers what is to be translated.
"""

from __future__ import annotations

import functools
import gettext
import importlib.resources
import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.core import negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from elshi.model.report import LANGUAGES, Language

DEFAULT: Language = "en"
N_ = str  # marks a text for the catalogues where it is not yet translated


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language with its catalogue; a text that the catalogue lacks is said in English."""

    language: Language
    catalogue: gettext.NullTranslations

    def say(self, text: str, **values: object) -> str:
        """Return `text`, an English sentence in the source, in this language with %(name)s filled in."""
        said = self.catalogue.gettext(text)
        return said % values if values else said

    def say_number(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form that goes with `number`, which fills %(number)s, in this language."""
        return self.catalogue.ngettext(one, many, number) % {"number": number, **values}


@functools.cache
def open_tongue(language: Language) -> Tongue:
    """Return a language with its catalogue, read once."""
    compiled = io.BytesIO()
    write_mo(compiled, read_catalogue(language))
    compiled.seek(0)
    return Tongue(language, gettext.GNUTranslations(compiled))


def read_catalogue(language: Language) -> Catalog:
    """Return the catalogue of a language as its translators wrote it."""
    source = importlib.resources.files("elshi.locales") / f"{language}.po"
    return read_po(io.BytesIO(source.read_bytes()), locale=language)


def choose_tongue(wanted: Iterable[str]) -> Tongue:
    """Return the first of the `wanted` languages (as 'kk' or 'ru-KZ') that there is, else English."""
    chosen = negotiate_locale([word.replace("-", "_") for word in wanted], LANGUAGES)
    return open_tongue(next((language for language in LANGUAGES if language == chosen), DEFAULT))
