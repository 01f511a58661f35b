"""Numbered editions of yearly series, which tell the year: the 70th session of the CSW was 2026."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.model.markup import Sentence


@dataclass(frozen=True, slots=True)
class Edition:
    """One numbered edition as written, with its year; `month` and `turns` as in Clue."""

    surface: str
    year: int
    month: int | None
    turns: int | None


def find_editions(text: str, sentence: Sentence) -> Iterator[Edition]:
    """Yield the numbered editions of known series that `sentence` names."""
    del text, sentence
    return iter(())
