"""Dates by their names: days, months, years, quarters, halves and seasons, whose year may be left out."""

from __future__ import annotations

import datetime as dt

from elshi.mentions.dates.arithmetic import MONTHS_OF_SEASON, join_ends, make_day, write_month
from elshi.mentions.dates.context import (
    Context,
    Year,
    make_month_start,
    settle_relative_year,
    settle_year,
    take_reference,
    tell_unknown,
)
from elshi.mentions.dates.expressions import Expression
from elshi.model.when import When


def _with_year(year: Year, edtf: str | None) -> When:
    if year.value is None:
        return tell_unknown(year.reason)
    return When(edtf, year.basis, year.reason) if edtf else tell_unknown(f"{year.reason}: no such day")


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def read_day(expression: Expression, context: Context) -> When:
    """Return the day: its month and day as written, its year stated or found."""
    month, day = expression.number("month") or 0, expression.number("day") or 0
    year = settle_year(expression, context, lambda year: make_day(year, month, day))
    return _with_year(year, _iso(make_day(year.value or 0, month, day)))


def read_days(expression: Expression, context: Context) -> When:
    """Return the days from the first to the last named."""
    month, first, last = (expression.number(name) or 0 for name in ("month", "day", "day2"))
    year = settle_year(expression, context, lambda year: make_day(year, month, last))
    start, stop = (make_day(year.value or 0, month, day) for day in (first, last))
    return _with_year(year, join_ends(start.isoformat(), stop.isoformat()) if start and stop else None)


def read_month(expression: Expression, context: Context) -> When:
    """Return the month."""
    month = expression.number("month") or 0
    near = expression.number("near")
    year = (
        _month_year(expression, context, month)
        if near is None
        else _near_month_year(expression, context, month)
    )
    return _with_year(year, write_month(year.value or 0, month))


def _month_year(expression: Expression, context: Context, month: int) -> Year:
    reference = take_reference(context).day
    if reference and reference.month == month and expression.number("relative_year") is None:
        return settle_year(expression, context, make_month_start(month))
    return settle_year(expression, context, make_month_start(month), slack=0)


def _near_month_year(expression: Expression, context: Context, month: int) -> Year:
    """Return the year of 'last October', 'next May', 'this June'."""
    near, reference = expression.number("near") or 0, take_reference(context)
    if not reference.day:
        return Year(None, "none", f"'{expression.text}': {reference.reason}")
    year = reference.day.year
    if near < 0 and month >= reference.day.month:
        year -= 1
    if near > 0 and month <= reference.day.month:
        year += 1
    return Year(year, "inferred", f"'{expression.text}'; {reference.reason}")


def read_months(expression: Expression, context: Context) -> When:
    """Return the months from the first to the last named."""
    first, last = expression.number("month") or 0, expression.number("month2") or 0
    year = settle_year(expression, context, make_month_start(last), slack=0)
    if year.value is None:
        return tell_unknown(year.reason)
    start = write_month(year.value - (first > last), first)
    return _with_year(year, join_ends(start, write_month(year.value, last)))


def read_year(expression: Expression, context: Context) -> When:
    """Return the year."""
    year = settle_year(expression, context, lambda year: make_day(year, 1, 1))
    return _with_year(year, f"{year.value:04d}" if year.value else None)


def read_this_year(expression: Expression, context: Context) -> When:
    """Return the report's own year ('the end of the year')."""
    year = settle_relative_year(expression, 0, context)
    return _with_year(year, f"{year.value}")


def read_years(expression: Expression, context: Context) -> When:
    """Return the years from the first to the last named."""
    del context
    return _with_year(
        Year(expression.number("year"), "stated", f"'{expression.text}'"),
        join_ends(expression.values["year"], expression.values["year2"]),
    )


def _span_of_months(expression: Expression, context: Context, first: int, last: int) -> When:
    """Return the months from `first` to `last`; a stretch under way is behind and ahead at once."""
    weighed = first if context.tense == "past" else last
    year = settle_year(expression, context, make_month_start(weighed), slack=0)
    return _with_year(year, f"{write_month(year.value or 0, first)}/{write_month(year.value or 0, last)}")


def read_quarter(expression: Expression, context: Context) -> When:
    """Return the three months of a quarter."""
    quarter = expression.number("ordinal") or 0
    if not 1 <= quarter <= 4:  # noqa: PLR2004 - the quarters of a year
        return tell_unknown(f"'{expression.text}': a year has four quarters")
    return _span_of_months(expression, context, 3 * quarter - 2, 3 * quarter)


def read_half(expression: Expression, context: Context) -> When:
    """Return the six months of a half-year."""
    half = expression.number("ordinal") or 0
    if half not in {1, 2}:
        return tell_unknown(f"'{expression.text}': a year has two halves")
    return _span_of_months(expression, context, 6 * half - 5, 6 * half)


def read_season(expression: Expression, context: Context) -> When:
    """Return the three months of a season; a winter, which lies in two years, is unknown."""
    season, near = expression.values["season"], expression.number("near")
    if season == "winter":
        return tell_unknown(f"'{expression.text}': a winter lies in two years, and which is not said")
    first, last = MONTHS_OF_SEASON[season]
    if near is None:
        return _span_of_months(expression, context, first, last)
    year = _near_month_year(expression, context, last if near < 0 else first)
    return _with_year(year, f"{write_month(year.value or 0, first)}/{write_month(year.value or 0, last)}")
