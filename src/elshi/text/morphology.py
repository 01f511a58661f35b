"""The base forms a word may have, in each of the three languages."""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from typing import Any

import yaml

from elshi.model.report import Language
from elshi.text.kazakh import strip_suffixes
from elshi.text.segment import fold_lower

_SHORTEST_STEM = 3
_COUNTED = re.compile(r"(?:\d+|[ivxlc]+)[-\u2011]([^\W\d_]{4,})")
_WORDS = 16384  # Russian words remembered, about 30 MB when full
_WORDS_AT_HAND = 2048  # as many as a report has


class RussianDictionary:
    """The dictionary of Russian forms. It remembers the words last asked for: a look takes 0.1 ms or more."""

    def __init__(self) -> None:
        """Open the dictionary (about 0.1 s, 15 MB)."""
        import pymorphy3  # noqa: PLC0415 - only reports in Russian need the dictionary

        self._analyser = pymorphy3.MorphAnalyzer(lang="ru")
        # Half of the time goes into which parse is the likeliest, and base forms do not ask for that.
        self._estimator, self._analyser.prob_estimator = self._analyser.prob_estimator, None
        self.parse = functools.lru_cache(maxsize=_WORDS)(self._parse)
        self._look = functools.lru_cache(maxsize=_WORDS_AT_HAND)(self._ask)

    def read_normal_forms(self, word: str) -> frozenset[str]:
        """Return the dictionary forms of all parses of `word`, with 'ё' as 'е'."""
        return frozenset(fold_lower(parse.normal_form) for parse in self._look(word))

    def _ask(self, word: str) -> list[Any]:
        """Return pymorphy3's parses; it asks Unicode for the names of letters, and not all have one."""
        try:
            parses: list[Any] = self._analyser.parse(word)
        except ValueError:
            parses = self._analyser.parse("".join(c if unicodedata.name(c, "") else "_" for c in word))
        return parses

    def _parse(self, word: str) -> tuple[Any, ...]:
        """Return pymorphy3's parses of `word`, the likeliest first."""
        parses = self._look(word)
        weighed = self._estimator.apply_to_parses(word, word.lower(), parses)
        return tuple(map(type(parses[0])._make, weighed)) if parses else ()


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
        return _read_kazakh(lower)
    return _read_english(lower)


def is_base_form(word: str, language: Language) -> bool:
    """Tell whether `word` may stand in a dictionary as it is; every Kazakh and English word may."""
    if language != "ru":
        return True
    return word in open_russian().read_normal_forms(word)


@functools.cache
def open_russian() -> RussianDictionary:
    """Return the one Russian dictionary of this process, loaded on first use (about 0.1 s, 15 MB)."""
    return RussianDictionary()


def _read_kazakh(lower: str) -> frozenset[str]:
    """Return the base forms of a Kazakh word; a number joined to a noun counts it: '70-сессиясына'."""
    counted = _COUNTED.fullmatch(lower)
    words = (lower, counted[1]) if counted else (lower,)
    return frozenset(fold_lower(base) for word in words for base in strip_suffixes(word)) | {lower}


def _read_russian(lower: str) -> frozenset[str]:
    return open_russian().read_normal_forms(lower) | {lower}


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


def read_part_of_speech(word: str) -> str:
    """Return what the Russian `word`, in lower case, is before all else: OpenCorpora's 'NOUN', 'INFN'."""
    return str(open_russian().parse(word)[0].tag.POS)
