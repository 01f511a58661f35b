"""What each kind of date expression means: one function for each, listed in MEANINGS."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from elshi.mentions.dates.arithmetic import (
    MONTHS_OF_SEASON,
    add_months,
    add_units,
    join_ends,
    make_day,
    write_month,
)
from elshi.mentions.dates.context import (
    Context,
    Year,
    make_month_start,
    settle_relative_year,
    settle_year,
    take_reference,
    take_told,
)
from elshi.mentions.dates.expressions import Expression
from elshi.model.when import DateBasis, When, read_bounds

Meaning = Callable[[Expression, Context], When]

_DAYS_OF_WEEK = 7


def read_meaning(expression: Expression, context: Context) -> When:
    """Return when `expression` is, with basis and reason; `edtf` None where it cannot be known."""
    try:
        when = MEANINGS[expression.means](expression, context)
        if when.edtf:
            read_bounds(when.edtf)  # refuses a year the calendar does not have
    except (OverflowError, ValueError):
        return _unknown(f"'{expression.text}' lies outside the calendar")
    return when


def _unknown(reason: str) -> When:
    return When(None, "none", reason)


def _with_year(year: Year, edtf: str | None) -> When:
    if year.value is None:
        return _unknown(year.reason)
    return When(edtf, year.basis, year.reason) if edtf else _unknown(f"{year.reason}: no such day")


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(expression: Expression, context: Context) -> When:
    month, day = expression.number("month") or 0, expression.number("day") or 0
    year = settle_year(expression, context, lambda year: make_day(year, month, day))
    return _with_year(year, _iso(make_day(year.value or 0, month, day)))


def _days(expression: Expression, context: Context) -> When:
    month, first, last = (expression.number(name) or 0 for name in ("month", "day", "day2"))
    year = settle_year(expression, context, lambda year: make_day(year, month, last))
    start, stop = (make_day(year.value or 0, month, day) for day in (first, last))
    return _with_year(year, join_ends(start.isoformat(), stop.isoformat()) if start and stop else None)


def _month(expression: Expression, context: Context) -> When:
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


def _months(expression: Expression, context: Context) -> When:
    first, last = expression.number("month") or 0, expression.number("month2") or 0
    year = settle_year(expression, context, make_month_start(last), slack=0)
    if year.value is None:
        return _unknown(year.reason)
    start = write_month(year.value - (first > last), first)
    return _with_year(year, join_ends(start, write_month(year.value, last)))


def _year(expression: Expression, context: Context) -> When:
    year = settle_year(expression, context, lambda year: make_day(year, 1, 1))
    return _with_year(year, f"{year.value:04d}" if year.value else None)


def _this_year(expression: Expression, context: Context) -> When:
    year = settle_relative_year(expression, 0, context)
    return _with_year(year, f"{year.value}")


def _years(expression: Expression, context: Context) -> When:
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


def _quarter(expression: Expression, context: Context) -> When:
    quarter = expression.number("ordinal") or 0
    if not 1 <= quarter <= 4:  # noqa: PLR2004 - the quarters of a year
        return _unknown(f"'{expression.text}': a year has four quarters")
    return _span_of_months(expression, context, 3 * quarter - 2, 3 * quarter)


def _half(expression: Expression, context: Context) -> When:
    half = expression.number("ordinal") or 0
    if half not in {1, 2}:
        return _unknown(f"'{expression.text}': a year has two halves")
    return _span_of_months(expression, context, 6 * half - 5, 6 * half)


def _season(expression: Expression, context: Context) -> When:
    season, near = expression.values["season"], expression.number("near")
    if season == "winter":
        return _unknown(f"'{expression.text}': a winter lies in two years, and which is not said")
    first, last = MONTHS_OF_SEASON[season]
    if near is None:
        return _span_of_months(expression, context, first, last)
    year = _near_month_year(expression, context, last if near < 0 else first)
    return _with_year(year, f"{write_month(year.value or 0, first)}/{write_month(year.value or 0, last)}")


def _relative_day(expression: Expression, context: Context) -> When:
    today = context.anchor.day()
    if not today.edtf:
        return _unknown(f"'{expression.text}': {today.reason}")
    shift = expression.number("relative_day") or 0
    day = dt.date.fromisoformat(today.edtf) + dt.timedelta(days=shift)
    basis: DateBasis = "inferred" if shift else today.basis
    return When(day.isoformat(), basis, f"'{expression.text}'; {today.reason}")


def _same_day(expression: Expression, context: Context) -> When:
    shift, told = expression.number("same_day") or 0, take_told(context)
    if not told:
        return _unknown(f"'{expression.text}': no day is told before it")
    reason = f"'{expression.text}' after '{told.words}'"
    if not shift:
        return When(told.edtf, "inferred", reason)
    day = (told.last if shift > 0 else told.first) + dt.timedelta(days=shift)
    return When(day.isoformat(), "inferred", reason)


def _nth_day(expression: Expression, context: Context) -> When:
    number, told = expression.number("ordinal") or 1, take_told(context)
    if not told or number > (told.last - told.first).days + 1:
        return _unknown(f"'{expression.text}': no stretch of so many days is told before it")
    day = told.first + dt.timedelta(days=number - 1)
    return When(day.isoformat(), "inferred", f"'{expression.text}' of '{told.words}'")


def _weekday(expression: Expression, context: Context) -> When:
    reference, weekday = take_reference(context), expression.number("weekday") or 0
    if not reference.day:
        return _unknown(f"'{expression.text}': {reference.reason}")
    near, reason = expression.number("near"), f"'{expression.text}'; {reference.reason}"
    if near == 0:
        return When(_iso(_last_weekday(reference.day, 0) + dt.timedelta(days=weekday)), "inferred", reason)
    ahead = near == 1 or (near is None and context.tense == "future")
    day = _next_weekday(reference.day, weekday) if ahead else _last_weekday(reference.day, weekday)
    if near == -1 and day == reference.day:
        day -= dt.timedelta(days=_DAYS_OF_WEEK)
    side = "after" if ahead else "before"
    reason = f"'{expression.text}' {side} {reference.day.isoformat()}; {reference.reason}"
    return When(day.isoformat(), "inferred", reason)


def _next_weekday(day: dt.date, weekday: int) -> dt.date:
    return day + dt.timedelta(days=(weekday - day.weekday() - 1) % _DAYS_OF_WEEK + 1)


def _last_weekday(day: dt.date, weekday: int) -> dt.date:
    return day - dt.timedelta(days=(day.weekday() - weekday) % _DAYS_OF_WEEK)


def _relative_week(expression: Expression, context: Context) -> When:
    reference = take_reference(context)
    if not reference.day:
        return _unknown(f"'{expression.text}': {reference.reason}")
    shift = _near(expression)
    monday = _last_weekday(reference.day, 0) + dt.timedelta(days=_DAYS_OF_WEEK * shift)
    sunday = monday + dt.timedelta(days=_DAYS_OF_WEEK - 1)
    return When(
        f"{monday.isoformat()}/{sunday.isoformat()}", "inferred", f"'{expression.text}'; {reference.reason}"
    )


def _near(expression: Expression) -> int:
    return expression.number("near") or expression.number("near2") or 0


def _relative_month(expression: Expression, context: Context) -> When:
    reference = take_reference(context)
    if not reference.day:
        return _unknown(f"'{expression.text}': {reference.reason}")
    month = add_months(reference.day.replace(day=1), _near(expression))
    return When(write_month(month.year, month.month), "inferred", f"'{expression.text}'; {reference.reason}")


def _shifted(expression: Expression, context: Context, sign: int) -> tuple[dt.date | None, str]:
    reference = take_reference(context)
    reason = f"'{expression.text}'; {reference.reason}"
    if not reference.day:
        return None, reason
    return add_units(reference.day, sign * _count(expression), _unit(expression)), reason


def _count(expression: Expression) -> int:
    count = expression.number("number")
    return 1 if count is None else count


def _unit(expression: Expression) -> str:
    return expression.values.get("unit") or expression.values["unit2"]


def _within(expression: Expression, context: Context) -> When:
    day, reason = _shifted(expression, context, 1)
    return When(f"../{day.isoformat()}", "inferred", reason) if day else _unknown(reason)


def _ahead(expression: Expression, context: Context) -> When:
    return _as_exact_as_unit(expression, *_shifted(expression, context, 1))


def _ago(expression: Expression, context: Context) -> When:
    day, reason = _shifted(expression, context, -1)
    year = context.anchor.year
    if not day and year and _unit(expression) == "year":
        return When(
            f"{year - _count(expression):04d}", "inferred", f"'{expression.text}'; {context.anchor.reason}"
        )
    return _as_exact_as_unit(expression, day, reason)


def _as_exact_as_unit(expression: Expression, day: dt.date | None, reason: str) -> When:
    if not day:
        return _unknown(reason)
    length = {"year": 4, "month": 7}.get(_unit(expression), 10)
    return When(day.isoformat()[:length], "inferred", reason)


MEANINGS: Mapping[str, Meaning] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "months": _months,
    "year": _year,
    "this_year": _this_year,
    "years": _years,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "relative_day": _relative_day,
    "today": _relative_day,
    "same_day": _same_day,
    "nth_day": _nth_day,
    "weekday": _weekday,
    "relative_week": _relative_week,
    "relative_month": _relative_month,
    "within": _within,
    "ahead": _ahead,
    "ago": _ago,
}
