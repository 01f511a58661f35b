"""The order in which lists of names are sorted in each language, by the alphabets of alphabets.yml."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping

from elshi.lexicon.load import read_file
from elshi.model.report import Language

_FILE = "alphabets.yml"
Weight = tuple[int, int]


def rank_text(text: str, language: Language) -> tuple[tuple[Weight, ...], str]:
    """Return the key by which `text` is sorted: blanks, figures, the language's own script, all others.

    Capitals count as small letters. Equal letters are told apart by the text itself.
    """
    same: Mapping[str, str] = read_file(_FILE)["same"]
    letters = "".join(same.get(letter, letter) for letter in text.casefold())
    weights = _weigh_letters(language)
    return tuple(_weigh(letter, weights) for letter in _drop_marks(letters, weights)), text


@functools.cache
def _weigh_letters(language: Language) -> Mapping[str, Weight]:
    alphabets = read_file(_FILE)
    first = alphabets["first"][language]
    scripts = sorted(("cyrillic", "latin"), key=lambda script: script != first)
    return {
        letter: (3 + number, place)
        for number, script in enumerate(scripts)
        for place, letter in enumerate(alphabets[script])
    }


def _drop_marks(text: str, weights: Mapping[str, Weight]) -> str:
    """Return `text` without the marks on letters that no alphabet here has: 'é' is 'e', 'й' stays."""
    bare = (letter if letter in weights else unicodedata.normalize("NFKD", letter) for letter in text)
    return "".join(letter for part in bare for letter in part if not unicodedata.combining(letter))


def _weigh(letter: str, weights: Mapping[str, Weight]) -> Weight:
    if letter in weights:
        return weights[letter]
    if letter.isdigit():
        return 1, ord(letter)
    return (5 if letter.isalpha() else 0), ord(letter)
