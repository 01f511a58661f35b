"""What each kind of date expression means: the one written table from `means` in dates.yml to its reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elshi.mentions.dates import named, relative
from elshi.mentions.dates.context import Context, tell_unknown
from elshi.mentions.dates.expressions import Expression
from elshi.model.when import When, read_bounds

Meaning = Callable[[Expression, Context], When]


def read_meaning(expression: Expression, context: Context) -> When:
    """Return when `expression` is, with basis and reason; `edtf` None where it cannot be known."""
    try:
        when = MEANINGS[expression.means](expression, context)
        if when.edtf:
            read_bounds(when.edtf)  # refuses a year the calendar does not have
    except (OverflowError, ValueError):
        return tell_unknown(f"'{expression.text}' lies outside the calendar")
    return when


MEANINGS: Mapping[str, Meaning] = {
    "day": named.read_day,
    "days": named.read_days,
    "month": named.read_month,
    "months": named.read_months,
    "year": named.read_year,
    "this_year": named.read_this_year,
    "years": named.read_years,
    "quarter": named.read_quarter,
    "half": named.read_half,
    "season": named.read_season,
    "relative_day": relative.read_relative_day,
    "today": relative.read_relative_day,
    "same_day": relative.read_same_day,
    "nth_day": relative.read_nth_day,
    "weekday": relative.read_weekday,
    "relative_week": relative.read_relative_week,
    "relative_month": relative.read_relative_month,
    "within": relative.read_within,
    "ahead": relative.read_ahead,
    "ago": relative.read_ago,
}
