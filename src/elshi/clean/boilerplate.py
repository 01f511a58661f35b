"""Lines and openings of lines that are no part of the report: credits, menus, share and copyright lines.

The patterns are data: lexicon/data/boilerplate.yml and <language>/boilerplate.yml. All languages are
tried on every report, because a page in one language often carries the buttons of another.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from elshi.clean.dates import ISO, NUMERIC, TIME, read_words, write_pattern
from elshi.errors import LexiconError
from elshi.lexicon.load import read_table
from elshi.model.report import LANGUAGES

LONGEST_LINE = 300  # characters; a longer line is prose, and is not tried
_CREDIT = r"(?:[^.!?:\n]|[.:!](?=\S)){1,90}?[.!]?"  # as short as possible, so that a date behind it is seen
_WORD = r"(?-i:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])[\w.'’-]*"  # in capitals although case does not count elsewhere
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s{2,}|\t+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of the lexicon; `opening` patterns fit the beginning of a line, the others all of it."""

    id: str
    opening: bool
    expression: re.Pattern[str]

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


def find_opening(line: str) -> re.Match[str] | None:
    """Return the match of the opening entry that fits the beginning of `line`, None where none does."""
    head = line[:LONGEST_LINE]
    return next((found for p in read_patterns() if p.opening and (found := p.find(head))), None)


def find_line(line: str) -> Boilerplate | None:
    """Return what the whole of `line` is, or the first of its items where each item is boilerplate."""
    if len(line) > LONGEST_LINE:
        return None
    if whole := _find_item(line):
        return whole
    items = [item for item in _SEPARATOR.split(line) if item]
    found = [_find_item(item) for item in items]
    return found[0] if len(items) > 1 and all(found) else None


def _find_item(line: str) -> Boilerplate | None:
    found = ((p, p.find(line)) for p in read_patterns() if not p.opening)
    return next((Boilerplate(p.id, match.groupdict().get("date")) for p, match in found if match), None)


def _compile(path: str, row: dict[str, str]) -> Pattern:
    try:
        source = row["pattern"]
        for name, expression in _parts().items():
            source = source.replace(name, expression)
        return Pattern(row["id"], row.get("place") == "opening", re.compile(source, re.IGNORECASE))
    except (KeyError, re.error) as cause:
        message = f"lexicon/data/{path}: entry {row.get('id', row)!r}: {cause!r}; mend the pattern"
        raise LexiconError(message) from cause


@functools.cache
def _parts() -> dict[str, str]:
    return {
        "{date}": rf"(?P<date>{write_pattern(year=True)})",
        "{iso}": ISO,
        "{numeric}": NUMERIC,
        "{time}": TIME,
        "{weekday}": rf"(?:{'|'.join(read_words('weekday'))})\b\.?",
        "{credit}": _CREDIT,
        "{name}": rf"{_WORD}(?: {_WORD}){{0,2}}",
        "{word}": _WORD,
    }
