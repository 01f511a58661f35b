"""The axis of time, with days, months or years beside it as the stretch asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

_LEAST = 30  # days on the axis, so that no day is named twice
_DAYS, _MONTHS = 200, 6 * 365  # up to how many days the labels are days, and months


def make_time_axis(alt: Any, field: str, days: Collection[dt.date]) -> Any:  # noqa: ANN401 - a module of Altair
    """Return the x axis for `field`, ISO 8601 days that lie among `days`."""
    first, last = min(days), max(days)
    length = (last - first).days
    more = max(1, (_LEAST - length) // 2, length // 60)
    form = "%-d %b" if length <= _DAYS else "%m.%Y" if length <= _MONTHS else "%Y"
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(
            type="utc", domain=[_shift(first, -more).isoformat(), _shift(last, more).isoformat()], nice=False
        ),
        axis=alt.Axis(format=form, tickCount=7, labelOverlap=True, grid=True),
    )


def _shift(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or the last (first) one that there is."""
    number = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(number)
