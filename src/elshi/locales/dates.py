"""Dates in words, as the Unicode CLDR writes them in each language."""

from __future__ import annotations

import datetime as dt
import functools
import re

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from elshi.locales.tongue import Tongue
from elshi.model.report import Language
from elshi.model.when import read_bounds

_REGION = {"en": "en_GB"}  # 12 March 2026, as ministries write it
_MONTH = len("2026-03")
_DAY = len("2026-03-12")


@functools.cache
def find_locale(language: Language) -> Locale:
    """Return the CLDR's data of `language`."""
    return Locale.parse(_REGION.get(language, language))


def write_date(edtf: str | None, tongue: Tongue) -> str:
    """Return a date of a record (EDTF) in words: '12–19 Mar 2026', 'March 2026 (approximately)'.

    What is not known is said to be unknown; what is no date is given as it stands.
    """
    if edtf is None:
        return tongue.say("date unknown")
    plain = re.sub("[~?%]", "", edtf)
    try:
        words = _write_plain(plain, tongue)
    except ValueError:
        return edtf
    return tongue.say("%(date)s (approximately)", date=words) if plain != edtf else words


def write_day(day: dt.date, tongue: Tongue) -> str:
    """Return '12 March 2026'."""
    return str(format_date(day, "long", locale=find_locale(tongue.language)))


def write_month(month: int, tongue: Tongue) -> str:
    """Return the short name of a month, as it stands in a heading: 'Mar'."""
    return str(find_locale(tongue.language).months["stand-alone"]["abbreviated"][month])


def write_weekday(weekday: int, tongue: Tongue) -> str:
    """Return the short name of a day of the week; Monday is 0."""
    return str(find_locale(tongue.language).days["stand-alone"]["abbreviated"][weekday])


@functools.cache
def write_time_locale(language: Language) -> dict[str, object]:
    """Return the names of days and months as d3-time-format, which Vega uses, wants them."""
    locale = find_locale(language)
    days, months = locale.days["stand-alone"], locale.months["stand-alone"]
    from_sunday = (6, 0, 1, 2, 3, 4, 5)
    return {
        "dateTime": "%d.%m.%Y %H:%M:%S",
        "date": "%d.%m.%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [days["wide"][day] for day in from_sunday],
        "shortDays": [days["abbreviated"][day] for day in from_sunday],
        "months": [months["wide"][month] for month in range(1, 13)],
        "shortMonths": [months["abbreviated"][month] for month in range(1, 13)],
    }


def _write_plain(edtf: str, tongue: Tongue) -> str:
    if "/" not in edtf:
        return _write_part(edtf, tongue)
    lower, upper = edtf.split("/", 1)
    if lower in {"..", ""}:
        return tongue.say("until: %(date)s", date=_write_part(upper, tongue))
    if upper in {"..", ""}:
        return tongue.say("from: %(date)s", date=_write_part(lower, tongue))
    first, last = read_bounds(edtf)
    if len(lower) == len(upper) == _DAY and first and last:
        return str(format_interval(first, last, "yMMMd", locale=find_locale(tongue.language)))
    return f"{_write_part(lower, tongue)} – {_write_part(upper, tongue)}"


def _write_part(edtf: str, tongue: Tongue) -> str:
    first, _ = read_bounds(edtf)
    if first is None:
        return edtf
    if len(edtf) == _DAY:
        return write_day(first, tongue)
    if len(edtf) == _MONTH:
        return str(format_skeleton("yMMMM", first, locale=find_locale(tongue.language)))
    return str(first.year)
