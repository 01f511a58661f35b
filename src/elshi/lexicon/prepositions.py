"""The part in a sentence of whom a preposition governs.

They stand in lexicon/data/<language>/prepositions.yml; Kazakh has suffixes instead.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from elshi.lexicon.load import read_file
from elshi.model.report import Language


@dataclass(frozen=True, slots=True)
class Preposition:
    """The part of whom a preposition governs, and the case that it needs for that, None for any."""

    part: str
    case: str | None


@functools.cache
def read_prepositions(language: Language) -> Mapping[str, Preposition]:
    """Return the prepositions of `language` in lower case. Raises LexiconError where the file is missing."""
    rows = read_file(f"{language}/prepositions.yml")
    return {word: Preposition(row["part"], row.get("case")) for word, row in rows.items()}
