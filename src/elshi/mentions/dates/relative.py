"""Dates that count from another: 'yesterday', 'the same day', 'on Monday', 'within a month', 'a year ago'."""

from __future__ import annotations

import datetime as dt

from elshi.mentions.dates.arithmetic import add_months, add_units, write_month
from elshi.mentions.dates.context import Context, take_reference, take_told, tell_unknown
from elshi.mentions.dates.expressions import Expression
from elshi.model.when import DateBasis, When

_DAYS_OF_WEEK = 7


def read_relative_day(expression: Expression, context: Context) -> When:
    """Return the day so many days from the report's own."""
    today = context.anchor.day()
    if not today.edtf:
        return tell_unknown(f"'{expression.text}': {today.reason}")
    shift = expression.number("relative_day") or 0
    day = dt.date.fromisoformat(today.edtf) + dt.timedelta(days=shift)
    basis: DateBasis = "inferred" if shift else today.basis
    return When(day.isoformat(), basis, f"'{expression.text}'; {today.reason}")


def read_same_day(expression: Expression, context: Context) -> When:
    """Return the day told before, or one beside it."""
    shift, told = expression.number("same_day") or 0, take_told(context)
    if not told:
        return tell_unknown(f"'{expression.text}': no day is told before it")
    reason = f"'{expression.text}' after '{told.words}'"
    if not shift:
        return When(told.edtf, "inferred", reason)
    day = (told.last if shift > 0 else told.first) + dt.timedelta(days=shift)
    return When(day.isoformat(), "inferred", reason)


def read_nth_day(expression: Expression, context: Context) -> When:
    """Return the second, third … day of the stretch told before."""
    number, told = expression.number("ordinal") or 1, take_told(context)
    if not told or number > (told.last - told.first).days + 1:
        return tell_unknown(f"'{expression.text}': no stretch of so many days is told before it")
    day = told.first + dt.timedelta(days=number - 1)
    return When(day.isoformat(), "inferred", f"'{expression.text}' of '{told.words}'")


def read_weekday(expression: Expression, context: Context) -> When:
    """Return the day of the week nearest on the side that tense or wording says."""
    reference, weekday = take_reference(context), expression.number("weekday") or 0
    if not reference.day:
        return tell_unknown(f"'{expression.text}': {reference.reason}")
    near, reason = expression.number("near"), f"'{expression.text}'; {reference.reason}"
    if near == 0:
        return When(
            (_last_weekday(reference.day, 0) + dt.timedelta(days=weekday)).isoformat(), "inferred", reason
        )
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


def read_relative_week(expression: Expression, context: Context) -> When:
    """Return this, the last or the next week, Monday to Sunday."""
    reference = take_reference(context)
    if not reference.day:
        return tell_unknown(f"'{expression.text}': {reference.reason}")
    shift = _near(expression)
    monday = _last_weekday(reference.day, 0) + dt.timedelta(days=_DAYS_OF_WEEK * shift)
    sunday = monday + dt.timedelta(days=_DAYS_OF_WEEK - 1)
    return When(
        f"{monday.isoformat()}/{sunday.isoformat()}", "inferred", f"'{expression.text}'; {reference.reason}"
    )


def _near(expression: Expression) -> int:
    return expression.number("near") or expression.number("near2") or 0


def read_relative_month(expression: Expression, context: Context) -> When:
    """Return this, the last or the next month."""
    reference = take_reference(context)
    if not reference.day:
        return tell_unknown(f"'{expression.text}': {reference.reason}")
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


def read_within(expression: Expression, context: Context) -> When:
    """Return the stretch that ends so much time after the report."""
    day, reason = _shifted(expression, context, 1)
    return When(f"../{day.isoformat()}", "inferred", reason) if day else tell_unknown(reason)


def read_ahead(expression: Expression, context: Context) -> When:
    """Return the time so much after the report, as exact as its unit."""
    return _as_exact_as_unit(expression, *_shifted(expression, context, 1))


def read_ago(expression: Expression, context: Context) -> When:
    """Return the time so much before the report, as exact as its unit."""
    day, reason = _shifted(expression, context, -1)
    year = context.anchor.year
    if not day and year and _unit(expression) == "year":
        return When(
            f"{year - _count(expression):04d}", "inferred", f"'{expression.text}'; {context.anchor.reason}"
        )
    return _as_exact_as_unit(expression, day, reason)


def _as_exact_as_unit(expression: Expression, day: dt.date | None, reason: str) -> When:
    if not day:
        return tell_unknown(reason)
    length = {"year": 4, "month": 7}.get(_unit(expression), 10)
    return When(day.isoformat()[:length], "inferred", reason)
