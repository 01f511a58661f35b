"""The axis of time, with days, months or years beside it as the stretch asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

_DAYS, _MONTHS = 200, 6 * 365  # up to how many days the labels are days, and months


def make_time_axis(alt: Any, field: str, days: Collection[dt.date]) -> Any:  # noqa: ANN401 - a module of Altair
    """Return the x axis for `field`, ISO 8601 days that lie among `days`."""
    length = (max(days) - min(days)).days
    form = "%-d %b" if length <= _DAYS else "%m.%Y" if length <= _MONTHS else "%Y"
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(type="utc", nice=True),
        axis=alt.Axis(format=form, tickCount=7, labelOverlap=True, grid=True),
    )
