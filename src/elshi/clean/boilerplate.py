"""Lines and openings of lines that are no part of the report: credits, menus, share and copyright lines.

The patterns are data: lexicon/data/boilerplate.yml and <language>/boilerplate.yml. All languages are
tried on every report, because a page in one language often carries the buttons of another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.clean.dates import ISO, NUMERIC, TIME, read_words, write_pattern
from elshi.errors import LexiconError
from elshi.lexicon.load import read_table
from elshi.model.report import LANGUAGES

Place = Literal["line", "opening", "first", "edge", "close"]
ANYWHERE: frozenset[Place] = frozenset({"line"})
EVERYWHERE: frozenset[Place] = frozenset(get_args(Place))
LONGEST_LINE = 300  # characters; a longer line is prose, and is not tried
_CREDIT = r"(?:[^.!?:\n]|[.:!](?=\S)){1,90}?[.!]?"  # as short as possible, so that a date behind it is seen
_WORD = r"(?-i:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])[\w.'’-]*"  # in capitals although case does not count elsewhere
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s{2,}|\t+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of the lexicon, and where it is looked for.

    `opening` patterns fit the beginning of a line, `first` ones that of the first line. The others fit
    all of a line: `edge` ones near the head or the end of a text, `close` ones near its end.
    """

    id: str
    place: Place
    expression: re.Pattern[str]

    @property
    def opening(self) -> bool:
        """Tell whether the entry fits the beginning of a line, whose rest is read."""
        return self.place in {"opening", "first"}

    def find(self, line: str) -> re.Match[str] | None:
        """Return how the entry fits `line` (blanks around it taken off), None where it does not."""
        return self.expression.match(line) if self.opening else self.expression.fullmatch(line)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What a line is: the id of its entry, and the full date that it gives as the report's own, if any."""

    id: str
    date: str | None


@functools.cache
def read_patterns() -> tuple[Pattern, ...]:
    """Return the entries of the four files, those for all languages first. Raises LexiconError."""
    paths = ("boilerplate.yml", *(f"{language}/boilerplate.yml" for language in LANGUAGES))
    return tuple(_compile(path, row) for path in paths for row in read_table(path))


def find_opening(line: str, *, first: bool = True) -> re.Match[str] | None:
    """Return the match of the opening entry that fits the beginning of `line`, None where none does."""
    head = line[:LONGEST_LINE]
    patterns = (p for p in read_patterns() if p.opening and (first or p.place == "opening"))
    return next((found for p in patterns if (found := p.find(head))), None)


def find_line(line: str, places: AbstractSet[Place] = EVERYWHERE) -> Boilerplate | None:
    """Return what the whole of `line`, which stands at `places` of its text, is; None for prose.

    A line of several items is boilerplate where each item is; it has the date of the one that gives one.
    """
    if len(line) > LONGEST_LINE:
        return None
    if whole := _find_item(line, places):
        return whole
    items = [item for item in _SEPARATOR.split(line) if item]
    found = [item for words in items if (item := _find_item(words, places))]
    if len(items) <= 1 or len(found) < len(items):
        return None
    return Boilerplate(found[0].id, next((item.date for item in found if item.date), None))


def _find_item(line: str, places: AbstractSet[Place]) -> Boilerplate | None:
    found = ((p, p.find(line)) for p in read_patterns() if p.place in places and not p.opening)
    return next((Boilerplate(p.id, match.groupdict().get("date")) for p, match in found if match), None)


def _compile(path: str, row: dict[str, str]) -> Pattern:
    try:
        source = row["pattern"]
        for name, expression in _parts().items():
            source = source.replace(name, expression)
        return Pattern(row["id"], _read_place(row), re.compile(source, re.IGNORECASE))
    except (KeyError, re.error) as cause:
        message = f"lexicon/data/{path}: entry {row.get('id', row)!r}: {cause!r}; mend the entry"
        raise LexiconError(message) from cause


def _read_place(row: dict[str, str]) -> Place:
    places: dict[str, Place] = {place: place for place in get_args(Place)}
    return places[row.get("place", "line")]


@functools.cache
def _parts() -> dict[str, str]:
    return {
        "{date}": rf"(?P<date>{write_pattern(year=True)})",
        "{iso}": ISO,
        "{numeric}": NUMERIC,
        "{time}": TIME,
        "{weekday}": rf"(?:{'|'.join(read_words('weekday'))})\b\.?",
        "{agency}": rf"(?-i:(?:{'|'.join(map(re.escape, read_words('agency')))})(?!\w))",
        "{network}": rf"(?:{'|'.join(map(re.escape, read_words('network')))})",
        "{credit}": _CREDIT,
        "{name}": rf"{_WORD}(?: {_WORD}){{0,2}}",
        "{word}": _WORD,
    }
