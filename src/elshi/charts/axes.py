"""The axis of time, with days, months or years beside it as the stretch asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from elshi.model.entry import Json

_LEAST = 30  # days on the axis, so that no day is named twice
_DAYS, _MONTHS = 200, 6 * 365  # up to how many days the labels are days, and months


def make_time_axis(field: str, days: Collection[dt.date]) -> Json:
    """Return the x axis (Vega-Lite) for `field`, ISO 8601 days that lie among `days`."""
    first, last = min(days), max(days)
    length = (last - first).days
    more = max(1, (_LEAST - length) // 2, length // 60)
    form = "%-d %b" if length <= _DAYS else "%m.%Y" if length <= _MONTHS else "%Y"
    ends = [_shift(first, -more).isoformat(), _shift(last, more).isoformat()]
    return {
        "field": field,
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", "domain": ends, "nice": False},
        "axis": {"format": form, "tickCount": 7, "labelOverlap": True, "grid": True},
    }


def _shift(day: dt.date, days: int) -> dt.date:
    """Return the day so many days later, or the last (first) one that there is."""
    number = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(number)
