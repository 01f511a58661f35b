"""Ordinal numbers: digits with an ending, Roman numerals, words up to a hundred."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from elshi.lexicon.load import read_file
from elshi.mentions.dates.patterns import Pattern, compile_pattern
from elshi.model.report import Language

_ROMAN_VALUES = (
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
)
_LATIN = str.maketrans("ІХ", "IX")
Forms = tuple[tuple[Pattern, int], ...]


def read_ordinal(written: str, language: Language) -> int | None:
    """Return the number of an ordinal ('66-й', 'VIII', 'двадцать первый'), None where it is none."""
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    if is_roman(written):
        return read_roman(written)
    words = re.split(r"[\s-]+", written.strip())
    return _read_words(words, language)


def is_roman(written: str) -> bool:
    """Tell whether `written` is made of Roman figures."""
    return re.fullmatch(r"[IІVXХLC]+", written) is not None


def read_roman(written: str) -> int:
    """Return the number a Roman numeral up to 399 stands for."""
    total, written = 0, written.translate(_LATIN)
    for letters, value in _ROMAN_VALUES:
        while written.startswith(letters):
            total, written = total + value, written[len(letters) :]
    return total


def _read_words(words: list[str], language: Language) -> int | None:
    *before, last = words
    one = _look_up(last, _load_forms(language, "ones"))
    whole = _look_up(" ".join(words), _load_forms(language, "round"))
    if whole is not None:
        return whole
    if not before:
        return one
    ten = _look_up(" ".join(before), _load_forms(language, "tens"))
    return ten + one if ten is not None and one is not None else None


def _look_up(written: str, forms: Forms) -> int | None:
    return next((value for pattern, value in forms if pattern.fullmatch(written)), None)


@functools.cache
def _load_forms(language: Language, part: str) -> Forms:
    table: Mapping[int, str] = read_file(f"{language}/dates.yml")["ordinals"][part]
    return tuple((compile_pattern(pattern), value) for value, pattern in table.items())
