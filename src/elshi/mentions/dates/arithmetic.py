"""Calendar arithmetic on days, months and their EDTF."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from elshi.model.when import read_bounds

MONTHS_OF_SEASON = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None where the calendar has none such ('30 February')."""
    if not (1 <= year <= dt.MAXYEAR and 1 <= month <= 12):  # noqa: PLR2004 - the months of a year
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def write_month(year: int, month: int) -> str:
    """Return the month as EDTF ('2026-03')."""
    return f"{year:04d}-{month:02d}"


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day `months` later, the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day: dt.date, count: int, unit: str) -> dt.date:
    """Return the day `count` units ('day', 'week', 'month', 'year') after `day`.

    Raises OverflowError or ValueError where that leaves the calendar.
    """
    if unit in {"day", "week"}:
        return day + dt.timedelta(days=count * (7 if unit == "week" else 1))
    return add_months(day, count * (12 if unit == "year" else 1))


def pick_nearest(days: Iterable[dt.date], to: dt.date, tense: str | None, slack: int) -> dt.date:
    """Return the day of `days` that is meant when `to` is the day of writing.

    The nearest, unless `tense` ('past' or 'future') speaks for another side and the nearest is
    more than `slack` days away: a slip in reading the tense must not move a date by a year.
    """
    ordered = sorted(days, key=lambda day: abs((day - to).days))
    nearest = ordered[0]
    if tense is None or abs((nearest - to).days) <= slack:
        return nearest
    right_side = [day for day in ordered if (day >= to if tense == "future" else day <= to)]
    return right_side[0] if right_side else nearest


def lower_end(edtf: str) -> str:
    """Return the first part of an interval, or the date itself."""
    return edtf.split("/", maxsplit=1)[0]


def upper_end(edtf: str) -> str:
    """Return the last part of an interval, or the date itself."""
    return edtf.rsplit("/", maxsplit=1)[-1]


def join_ends(first: str, last: str) -> str | None:
    """Return the interval from `first` to `last`, None where it would run backwards."""
    if lower_end(first) == upper_end(last):
        return lower_end(first)
    start, stop = read_bounds(lower_end(first))[0], read_bounds(upper_end(last))[1]
    if start and stop and start > stop:
        return None
    return f"{lower_end(first)}/{upper_end(last)}"
