"""Names of people as reports inflect and shorten them: the nominative, the case, and who is meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from elshi.model.report import Language
from elshi.text.family_first import read_family_first
from elshi.text.kazakh import strip_suffixes
from elshi.text.kazakh_names import read_kazakh_cases, read_kazakh_nominative
from elshi.text.russian_names import find_nominatives, read_russian_name

_POSSESSIVE = re.compile(r"(['’ʼ]s|(?<=s)['’ʼ])$")
_WORD = re.compile(r"([^\W\d_]+)(\.?)")
_LONGEST_INITIAL = 2


@dataclass(frozen=True, slots=True)
class _NameWord:
    """One word of a name in lower case; `initial` where a full stop shortens it ('М.', 'Дж.')."""

    text: str
    initial: bool
    capital: bool


def read_nominative(name: str, language: Language) -> str:
    """Return a person's `name`, inflected as a text in `language` has it, in the nominative.

    Russian: all parts declined together; Kazakh: the last word without its case ending;
    English: without the possessive. Initials, particles and capitals stay. A name that may
    be nominative as it stands is left alone.
    """
    if language == "ru":
        return read_russian_name(name).nominative
    if language == "kk":
        return read_kazakh_nominative(name)
    return _POSSESSIVE.sub("", name)


def read_name_case(name: str, language: Language) -> frozenset[str]:
    """Return the cases in which `name` can stand in a text in `language`.

    Russian: 'nomn', 'gent', 'datv', 'accs', 'ablt', 'loct'. Kazakh: 'nominative', 'genitive', 'dative',
    'accusative', 'locative', 'ablative', 'instrumental'. English: 'genitive' or 'nominative'.
    """
    if language == "ru":
        return read_russian_name(name).cases
    if language == "kk":
        return read_kazakh_cases(name)
    return frozenset({"genitive" if _POSSESSIVE.search(name) else "nominative"})


@functools.lru_cache(maxsize=16384)
def same_person_name(short: str, full: str, language: Language) -> bool:
    """Tell whether the mention `short` may stand for the person named `full` (in the nominative).

    Every word of `short`, in whatever case, must be one of `full`, in the same order, and every
    initial must begin a word before or between them. A given name alone is not enough ('Хакан'
    for 'Хакан Фидан'), but a family name that stands first is ('Ван' for 'Ван И').
    """
    wanted = _split(_POSSESSIVE.sub("", short) if language == "en" else short)
    owned = _split(full)
    found = _align(wanted, owned, language)
    named = [index for word, index in zip(wanted, found or (), strict=False) if not word.initial]
    if found is None or not any(owned[index].capital for index in named):
        return False
    given = len(_split(full.split(maxsplit=1)[0]))
    return (
        len(owned) == given
        or any(index >= given for index in named)
        or owned[named[0]].text in read_family_first()
    )


@functools.lru_cache(maxsize=16384)
def _split(name: str) -> tuple[_NameWord, ...]:
    """Return the words of `name`, apart at blanks, hyphens and full stops."""
    return tuple(
        _NameWord(
            text=found[1].lower().replace("ё", "е"),
            initial=bool(found[2]) and len(found[1]) <= _LONGEST_INITIAL,
            capital=found[1][0].isupper(),
        )
        for found in _WORD.finditer(name)
    )


def _align(wanted: Sequence[_NameWord], owned: Sequence[_NameWord], language: Language) -> list[int] | None:
    """Return for each word of a mention the index of the name's word it stands for, None if one has none."""
    found: list[int] = []
    for word in wanted:
        start = found[-1] + 1 if found else 0
        index = next((at for at in range(start, len(owned)) if _matches(word, owned[at], language)), None)
        if index is None:
            return None
        found.append(index)
    return found


def _matches(word: _NameWord, own: _NameWord, language: Language) -> bool:
    if word.initial or own.initial:
        shorter, longer = sorted((word.text, own.text), key=len)
        return longer.startswith(shorter)
    return own.text == word.text or own.text in _find_bases(word.text, language)


@functools.lru_cache(maxsize=16384)
def _find_bases(word: str, language: Language) -> frozenset[str]:
    """Return the lower-case nominatives, 'ё' as 'е', that an inflected `word` of a name may come from."""
    if language == "ru":
        return frozenset(base.replace("ё", "е") for base in find_nominatives(word))
    return strip_suffixes(word) if language == "kk" else frozenset()
