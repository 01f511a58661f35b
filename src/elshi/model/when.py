"""Dates as EDTF (ISO 8601-2, level 1) with the reason they are believed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

DateBasis = Literal["stated", "dateline", "publication", "inferred", "none"]

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class When:
    """A date in EDTF, on what it rests, and the reason in words. `edtf` is None where nothing is known."""

    edtf: str | None
    basis: DateBasis
    reason: str


UNKNOWN = When(None, "none", "the report does not say when")


def read_bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day that `edtf` may mean; None on a side that is open.

    Takes a year, month, day or an interval of two of these with '..' for an open end; the
    qualifiers '~', '?' and '%' do not move the bounds. Raises ValueError on anything else.
    """
    plain = re.sub(r"[~?%]", "", edtf)
    if "/" not in plain:
        return _first_day(plain), _last_day(plain)
    lower, upper = plain.split("/", 1)
    return (
        None if lower in {"..", ""} else _first_day(lower),
        None if upper in {"..", ""} else _last_day(upper),
    )


def _parts(edtf: str) -> tuple[int, int | None, int | None]:
    found = _PART.fullmatch(edtf)
    if not found:
        message = f"not an EDTF date: {edtf!r}"
        raise ValueError(message)
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _first_day(edtf: str) -> dt.date:
    year, month, day = _parts(edtf)
    return dt.date(year, month or 1, day or 1)


def _last_day(edtf: str) -> dt.date:
    year, month, day = _parts(edtf)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])
