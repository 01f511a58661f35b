"""The base forms a word may have, in each of the three languages."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from elshi.model.report import Language
from elshi.text.kazakh import strip_suffixes
from elshi.text.segment import fold_lower

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class RussianDictionary:
    """The dictionary of Russian forms; `parse` gives pymorphy3's parses of a word, the likeliest first.

    It remembers the words last asked for, since a parse takes a tenth of a millisecond or more.
    """

    parse: Callable[[str], tuple[Any, ...]]


@functools.lru_cache(maxsize=65536)
def read_lemmas(word: str, language: Language) -> frozenset[str]:
    """Return the lower-case base forms that `word` may have, itself included.

    Russian by pymorphy3's dictionary and its guesses for unknown words, Kazakh by the suffix
    table of `elshi.text.kazakh`, English by its few endings and a table of irregular forms.
    """
    lower = fold_lower(word)
    if language == "ru":
        return _read_russian(lower)
    if language == "kk":
        return frozenset(map(fold_lower, strip_suffixes(lower))) | {lower}
    return _read_english(lower)


def is_base_form(word: str, language: Language) -> bool:
    """Tell whether `word` may stand in a dictionary as it is; every Kazakh and English word may."""
    if language != "ru":
        return True
    return any(fold_lower(parse.normal_form) == word for parse in open_russian().parse(word))


@functools.cache
def open_russian() -> RussianDictionary:
    """Return the one Russian dictionary of this process, loaded on first use (about 0.1 s, 15 MB)."""
    import pymorphy3  # noqa: PLC0415 - only reports in Russian need the dictionary

    analyser = pymorphy3.MorphAnalyzer(lang="ru")
    return RussianDictionary(functools.lru_cache(maxsize=16384)(lambda word: tuple(analyser.parse(word))))


def _read_russian(lower: str) -> frozenset[str]:
    try:
        parses = open_russian().parse(lower)
    except ValueError:  # the analyser asks Unicode for the names of letters, and not all have one
        return frozenset({lower})
    return frozenset(fold_lower(parse.normal_form) for parse in parses) | {lower}


def _read_english(lower: str) -> frozenset[str]:
    word = lower.removesuffix("'s").removesuffix("’s")
    found = {lower, word, _irregular().get(word, word)}
    for ending, base in (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"),
                         ("ing", ""), ("ing", "e")):  # fmt: skip
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            found.add(stem + base)
            if not base and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)


@functools.cache
def _irregular() -> dict[str, str]:
    source = importlib.resources.files("elshi.text") / "data" / "english.yml"
    table: dict[str, str] = yaml.safe_load(source.read_text("utf-8"))
    return table
