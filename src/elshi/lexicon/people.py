"""The usual English spelling of people's names, where it is not what letter by letter would give."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from elshi.lexicon.schema import Names, read_fields
from elshi.text.segment import fold_lower

_NAME_AND_SURNAME = 2


@dataclass(frozen=True, slots=True)
class Spelling:
    """A person's name in its usual English spelling, and how each language writes it."""

    name: str
    names: Names


def find_spelling(native: str) -> str | None:
    """Return the usual English spelling of `native`, a name in the nominative in any of the languages.

    A surname alone gives the English surname ('Тоқаев': 'Tokayev') where all who bear it spell it
    alike. None for a name that the lexicon lacks.
    """
    return _by_name().get(_fold(native))


@functools.cache
def load_spellings() -> tuple[Spelling, ...]:
    """Return the entries of names.yml. Raises LexiconError on one that does not follow the schema."""
    return tuple(Spelling(f.take_text("name"), f.take_names()) for f in read_fields("names.yml"))


@functools.cache
def _by_name() -> Mapping[str, str]:
    surnames: dict[str, set[str]] = defaultdict(set)
    full: dict[str, str] = {}
    for spelling in load_spellings():
        for name in (spelling.name, *(name for names in spelling.names.values() for name in names)):
            full[_fold(name)] = spelling.name
            if len(name.split()) == len(spelling.name.split()) == _NAME_AND_SURNAME:
                surnames[_fold(name.split()[-1])].add(spelling.name.split()[-1])
    return {word: min(spelt) for word, spelt in surnames.items() if len(spelt) == 1} | full


def _fold(name: str) -> str:
    return " ".join(fold_lower(name).replace("’", "'").split())
