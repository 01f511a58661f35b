"""What the resolving of a date may look at, and the year of a date that states none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from elshi.mentions.dates.anchor import Anchor
from elshi.mentions.dates.arithmetic import make_day, pick_nearest
from elshi.mentions.dates.expressions import Expression
from elshi.model.when import DateBasis, When

# A date this close to the day of writing is meant whatever the tense of the verb nearby, in days.
_SLACK_OF_DAYS = 45


@dataclass(frozen=True, slots=True)
class Told:
    """A day or a stretch of days as EDTF, with the words that told it."""

    edtf: str
    words: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Context:
    """The anchor, the tense around the date, and the days and stretches told before it, in text order."""

    anchor: Anchor
    tense: str | None = None
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """A year, on what it rests and why; `value` None where nothing gives it."""

    value: int | None
    basis: DateBasis
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that relative words count from, None where unknown."""

    day: dt.date | None
    basis: DateBasis
    reason: str


def tell_unknown(reason: str) -> When:
    """Return the date that cannot be known, with the reason in words."""
    return When(None, "none", reason)


def take_reference(context: Context) -> Reference:
    """Return the day to count from: the report's own, else the latest day it states in full."""
    anchor = context.anchor
    if anchor.today:
        return Reference(anchor.today, anchor.basis, anchor.reason)
    if anchor.stated:
        return Reference(
            anchor.stated,
            "inferred",
            f"counted from '{anchor.stated_words}', the latest day the report states",
        )
    return Reference(None, "none", anchor.reason)


def take_told(context: Context) -> Told | None:
    """Return the day that 'the same day' speaks of: the last told, for the past the last not ahead."""
    today = context.anchor.today
    fitting = [
        told for told in context.told if context.tense != "past" or today is None or told.first <= today
    ]
    return fitting[-1] if fitting else None


def settle_year(
    expression: Expression,
    context: Context,
    make: Callable[[int], dt.date | None],
    slack: int = _SLACK_OF_DAYS,
) -> Year:
    """Return the year of `expression`: stated, by words such as 'этого года', or by what is near.

    `make` gives the day to weigh for a year, None where the calendar has none.
    """
    stated = expression.number("year")
    if stated is not None:
        return Year(stated, "stated", f"'{expression.text}'")
    shift = expression.number("relative_year")
    if shift is not None:
        return settle_relative_year(expression, shift, context)
    return _nearest_year(expression, context, make, slack)


def settle_relative_year(expression: Expression, shift: int, context: Context) -> Year:
    """Return the year that 'this', 'last' or 'next year' is, seen from the report."""
    reference = take_reference(context)
    year = reference.day.year if reference.day else context.anchor.year
    if year is None:
        return Year(None, "none", f"'{expression.text}': {context.anchor.reason}")
    return Year(year + shift, "inferred", f"'{expression.text}'; {reference.reason}")


def _nearest_year(
    expression: Expression, context: Context, make: Callable[[int], dt.date | None], slack: int
) -> Year:
    reference, anchor = take_reference(context), context.anchor
    if not anchor.today and anchor.year:
        return Year(anchor.year, "inferred", f"'{expression.text}'; {anchor.reason}")
    if not reference.day:
        return Year(None, "none", f"'{expression.text}' without a year; {anchor.reason}")
    days = [day for shift in (-1, 0, 1) if (day := make(reference.day.year + shift))]
    days = [day for day in days if day.weekday() == expression.number("weekday")] or days
    if not days:
        return Year(None, "none", f"'{expression.text}': the calendar has no such day")
    year = pick_nearest(days, reference.day, context.tense, slack).year
    return Year(year, "inferred", f"'{expression.text}'; year {year}, {reference.reason}")


def make_month_start(month: int) -> Callable[[int], dt.date | None]:
    """Return the function that gives the first day of `month` in a year."""
    return lambda year: make_day(year, month, 1)
