"""Numbered editions of series of events, which tell the year: the 70th session of the CSW was in 2026."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from elshi.lexicon.match import Found, Phrases
from elshi.lexicon.series import Series, load_series
from elshi.mentions.dates.ordinals import find_ordinals
from elshi.model.markup import Mention, Sentence
from elshi.model.report import Language
from elshi.model.span import Span

# '80-й ежегодной сессии Генассамблеи': the number stands at most this many characters before the name.
_REACH = 24
_NUMBERED = re.compile(r"[A-Za-zА-я]-?(\d{1,3})$")  # 'COP29', 'КС-29'


@dataclass(frozen=True, slots=True)
class Edition:
    """One numbered edition as written, with the year and month it begins in.

    `turns` is the month in which a session that lasts a year begins.
    """

    span: Span
    surface: str
    year: int
    month: int | None
    turns: int | None


def find_editions(text: str, sentence: Sentence) -> Iterator[Edition]:
    """Yield the numbered editions of known series that `sentence` of `text` names."""
    ordinals = find_ordinals(sentence)
    if not ordinals and not any(_NUMBERED.search(token.text) for token in sentence.tokens):
        return
    for found in _load_series(sentence.language).find(sentence.tokens):
        number, span = _read_number(text, found, ordinals)
        year = found.value.find_year(number) if number else None
        if year:
            yield Edition(span, span.quote(text), year, found.value.month, found.value.turns)


def _read_number(text: str, found: Found[Series], ordinals: tuple[Mention, ...]) -> tuple[int | None, Span]:
    """Return the number of an edition and the span of number and name: inside it, before it, or 'COP29'."""
    for ordinal in ordinals:
        before = found.span.start - ordinal.span.stop
        if found.span.covers(ordinal.span) or 0 <= before <= _REACH:
            return int(ordinal.value or 0), found.span.join(ordinal.span)
    digits = _NUMBERED.search(found.span.quote(text))
    return (int(digits[1]) if digits else None), found.span


@functools.cache
def _load_series(language: Language) -> Phrases[Series]:
    rows = [
        (pattern, series)
        for series in load_series().values()
        for pattern in series.patterns.get(language, ())
    ]
    return Phrases(rows, language)
