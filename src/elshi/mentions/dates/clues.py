"""Clues to the year a report was written in: anniversaries, 'thirty years ago, in 1992', series."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.mentions.dates.arithmetic import make_day
from elshi.mentions.dates.expressions import Expression, fold, read_expressions, tell_tense
from elshi.mentions.dates.grammar import Grammar, load_grammar
from elshi.mentions.dates.numerals import read_ordinal
from elshi.mentions.dates.series import find_editions
from elshi.model.markup import Sentence
from elshi.model.report import Language, Report
from elshi.model.span import Span

# 'thirty years ago, in 1992': the two stand at most this many characters apart.
_CLOSE = 6
# 'the 30th anniversary of relations' and 'established in 1992' stand at most so many sentences apart
_NEIGHBOURS = 2
_LEAST_JUBILEE = 3
_DATED = frozenset({"day", "month", "year"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report's `text` with its words, 'е' for 'ё', and the date expressions in it."""

    text: str
    words: str
    sentence: Sentence
    expressions: tuple[Expression, ...]

    @property
    def grammar(self) -> Grammar:
        """The date grammar of the sentence's language."""
        return load_grammar(self.sentence.language)


@dataclass(frozen=True, slots=True)
class Clue:
    """A year that the report seems to be written in, with the reason in words.

    `month` is the month where the clue gives it too; `turns` the month in which a series' year
    begins: its days before that month fall into the next year.
    """

    year: int
    reason: str
    month: int | None = None
    turns: int | None = None

    def year_in(self, month: int) -> int:
        """Return the year of the clue for something that happens in `month`."""
        return self.year + 1 if self.turns and month < self.turns else self.year


def read_passages(report: Report, sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """Return the sentences of `report`, each with its date expressions."""
    return tuple(
        Passage(
            report.text,
            fold(s.span.quote(report.text)),
            s,
            read_expressions(report.text, s.span, load_grammar(s.language)),
        )
        for s in sentences
    )


def find_clues(passages: Sequence[Passage]) -> tuple[Clue, ...]:
    """Return the surest clues to the year of a report, in text order.

    Surest is a year named as this, the last or the next; then the editions of series; then
    anniversaries and years counted back; then jubilees of what the report dates itself.
    """
    for find in (_named_years, _editions, _anniversaries, _years_ago):
        clues = tuple(clue for passage in passages for clue in find(passage))
        if clues:
            return clues
    return tuple(_jubilees(passages))


def find_stated_days(passages: Sequence[Passage]) -> list[tuple[dt.date, str]]:
    """Return the days that a report states in full, as (day, words), without founding dates and the like."""
    return [found for passage in passages for found in _stated_days(passage)]


def _stated_days(passage: Passage) -> Iterator[tuple[dt.date, str]]:
    if passage.grammar.background.search(passage.words):
        return
    for expression in passage.expressions:
        if day := _full_day(expression):
            yield day, expression.text


def _full_day(expression: Expression) -> dt.date | None:
    year, month = expression.number("year"), expression.number("month")
    day = expression.number("day2") or expression.number("day")
    return make_day(year, month, day) if year and month and day else None


def _named_years(passage: Passage) -> Iterator[Clue]:
    """Yield the clue of 'last year, 2025': the report is of 2026."""
    for found in passage.expressions:
        year, side = found.number("year"), "near" if "near" in found.values else "relative_year"
        shift = found.number(side)
        if found.means == "year" and year is not None and shift is not None:
            yield Clue(year - shift, f"'{found.text}'")


def _editions(passage: Passage) -> Iterator[Clue]:
    """Yield the clues of numbered editions; one told as background, still to come, or dated gives none."""
    grammar, words = passage.grammar, passage.words
    if grammar.background.search(words):
        return
    dated = {found.number("year") for found in passage.expressions}
    for edition in find_editions(passage.text, passage.sentence):
        offset = passage.sentence.span.start
        place = Span(edition.span.start - offset, edition.span.stop - offset)
        if edition.year not in dated and tell_tense(words, place, grammar) != "future":
            yield Clue(edition.year, f"'{edition.surface}'", edition.month, edition.turns)


def _anniversaries(passage: Passage) -> Iterator[Clue]:
    lower = passage.words.lower()
    for known in passage.grammar.anniversaries:
        for found in known.pattern.finditer(passage.words) if any(w in lower for w in known.needs) else ():
            groups = found.groupdict()
            ordinal = read_ordinal(groups.get("ordinal") or "", passage.sentence.language)
            number = groups.get("number") or str(ordinal)
            if number.isdigit():
                start = dt.date.fromisoformat(known.since)
                reason = f"'{found[0]}': {known.of} dates from {known.since}"
                yield Clue(start.year + int(number), reason, start.month)


def _years_ago(passage: Passage) -> Iterator[Clue]:
    for first, last in itertools.pairwise(passage.expressions):
        pair = {first.means: first, last.means: last}
        if set(pair) != {"ago", "year"} or last.span.start - first.span.stop > _CLOSE:
            continue
        year, count = pair["year"].number("year"), pair["ago"].number("number")
        if year and count and pair["ago"].values["unit"] == "year":
            yield Clue(year + count, f"'{passage.text[first.span.start : last.span.stop]}'")


def _jubilees(passages: Sequence[Passage]) -> Iterator[Clue]:
    """Yield the clue of 'the 30th anniversary of relations, established in 1992': the report is of 2022.

    The year stands in the same sentence, or in one close by that tells how something began.
    """
    for index, passage in enumerate(passages):
        found = passage.grammar.jubilee.search(passage.words)
        if not found or passage.grammar.jubilee_ahead.search(passage.words):
            continue
        number = _read_count(found.groupdict(), passage.sentence.language)
        close = passages[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
        told = [other for other in close if other.grammar.background.search(other.words)]
        years = _founding_years([passage]) or _founding_years(told)
        if number and number >= _LEAST_JUBILEE and len(years) == 1:
            (year,) = years
            yield Clue(year + number, f"'{found[0]}' of what began in {year}")


def _founding_years(passages: Sequence[Passage]) -> set[int]:
    found = [one for passage in passages for one in passage.expressions if one.means in _DATED]
    return {year for one in found if (year := one.number("year")) is not None}


def _read_count(groups: dict[str, str | None], language: Language) -> int | None:
    written = next((value for value in groups.values() if value), "")
    grammar = load_grammar(language)
    value = grammar.read_value("number", written) or grammar.read_value("ordinal", written)
    return int(value) if value else None
