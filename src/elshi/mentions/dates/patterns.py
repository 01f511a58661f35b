"""Patterns of the date grammar as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Pattern = re.Pattern[str]

# Kazakh and Russian typists write the Cyrillic І and Х for the Latin letters.
_ROMAN = r"(?-i:\b(?=[IІVXХL])(?:[XХ]C|[XХ]L|L?[XХ]{0,3})(?:[IІ][XХ]|[IІ]V|V?[IІ]{0,3})\b)"


def compile_pattern(pattern: str) -> Pattern:
    """Compile `pattern` so that a blank is any white space and capitals do not matter."""
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


def write_ordinal_pattern(table: Mapping[str, Any]) -> str:
    """Return the pattern of an ordinal number: digits with their ending, Roman, or in words.

    `table` is the section `ordinals` of a language's dates.yml.
    """
    ones, tens = "|".join(table["ones"].values()), "|".join(table["tens"].values())
    words = rf"(?:(?:{tens})[\s-]+)?(?:{ones})|{'|'.join(table['round'].values())}"
    return rf"\d{{1,3}}(?:{table['ending']})|{_ROMAN}|{words}"
