"""Offices of the lexicon: which words are a post, and which only look like one."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from elshi.errors import LexiconError
from elshi.lexicon.cues import read_cues
from elshi.lexicon.load import read_file, read_table
from elshi.lexicon.match import Phrases
from elshi.model.markup import OfficeCode
from elshi.model.report import LANGUAGES, Language

NO_OFFICE = "none"


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """One entry of offices.yml: the code, its patterns, and sentences that do and do not hold one."""

    office: str
    patterns: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@functools.cache
def read_offices(language: Language) -> tuple[OfficeEntry, ...]:
    """Return the entries of `language`. Raises LexiconError on an unknown code or a missing example."""
    return tuple(_read_entries(language))


def _read_entries(language: Language) -> Iterator[OfficeEntry]:
    path = f"{language}/offices.yml"
    for row in read_table(path):
        entry = OfficeEntry(
            row["office"], tuple(row["patterns"]), tuple(row.get("yes", ())), tuple(row.get("no", ()))
        )
        if entry.office not in {*get_args(OfficeCode), NO_OFFICE} or not entry.yes:
            message = f"lexicon/data/{path}: {entry.office!r} is no office code or has no 'yes' example"
            raise LexiconError(message)
        yield entry


@functools.cache
def office_phrases(language: Language) -> Phrases[str]:
    """Return the phrases of all offices of `language`; NO_OFFICE is what only looks like one."""
    return Phrases(
        [(pattern, entry.office) for entry in read_offices(language) for pattern in entry.patterns], language
    )


@functools.cache
def _implied(language: Language) -> tuple[tuple[str, str], ...]:
    table: dict[str, list[str]] = read_file("implied.yml")[language]
    return tuple((words.lower(), code) for code, phrases in table.items() for words in phrases)


def find_implied(text: str, language: Language) -> str | None:
    """Return the country that words of `text` imply by usage: 'Tánaiste', 'Secretary of State', 'Мажилис'."""
    lower = text.lower()
    return next((code for words, code in _implied(language) if words in lower), None)


@functools.cache
def _by_country() -> tuple[tuple[str, str, OfficeCode], ...]:
    rows = read_table("offices_by_country.yml")
    return tuple((words.lower(), row["country"], row["office"]) for row in rows for words in row["titles"])


def find_office_in(title: str, country: str | None) -> OfficeCode | None:
    """Return the office that exactly this title is in `country`, None where it is what it says."""
    lower = title.lower()
    held = (office for words, code, office in _by_country() if code == country and _is_of(lower, words))
    return next(held, None)


def _is_of(title: str, words: str) -> bool:
    """Tell whether the title is these words, with at most the country beside them and no lower rank."""
    rest = title.replace(words, "").split()
    return words in title and not any(read_cues("lower_ranks", lang).stand_in(rest) for lang in LANGUAGES)
