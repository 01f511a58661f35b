"""Series of events that are held again and again, and the year that an edition's number tells."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from elshi.lexicon.schema import Names, read_fields

_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered series of events.

    Edition N of a yearly series is held in `base` + N; `editions` gives the years of numbers that
    are known one by one. `month` is when it begins, `city` where, None where that changes; `body`
    holds it. `turns` is the month in which a session that lasts a year begins: its days before
    that month fall into the year after.
    """

    code: str
    name: str
    patterns: Names
    body: str | None
    base: int | None
    editions: Mapping[int, int]
    month: int | None
    turns: int | None
    city: str | None
    yes: Names
    no: Names

    def find_year(self, number: int) -> int | None:
        """Return the year in which edition `number` begins, None where the lexicon does not know."""
        if number in self.editions:
            return self.editions[number]
        return self.base + number if self.base is not None and number > 0 else None


@functools.cache
def load_series() -> Mapping[str, Series]:
    """Return the series by code. Raises LexiconError on an entry that does not follow the schema."""
    found: dict[str, Series] = {}
    for fields in read_fields("series.yml"):
        yes, no = fields.take_inner("yes"), fields.take_inner("no")
        code = fields.take_text("code")
        if code in found:
            fields.refuse("the code stands twice")
        series = Series(
            code,
            fields.take_text("name"),
            fields.take_names(),
            fields.take_optional_text("body"),
            fields.take_number("base"),
            fields.take_years("editions"),
            fields.take_number("month"),
            fields.take_number("turns"),
            fields.take_optional_text("city"),
            yes.take_names(),
            no.take_names(),
        )
        if any(month is not None and not 1 <= month <= _LAST_MONTH for month in (series.month, series.turns)):
            fields.refuse("a month is a number from 1 to 12")
        yes.close()
        no.close()
        found[code] = series
    return found
