"""The data of a page as JSON: entries and reports as in RECORD.md, the rest by the names of its fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from elshi.model.entry import Entry, describe_entry
from elshi.model.record import describe_report
from elshi.model.report import Report
from elshi.model.span import Span


def describe(value: Any) -> Any:  # noqa: ANN401, PLR0911 -- whatever a page holds, one line a kind
    """Return `value` as what JSON can hold."""
    match value:
        case Entry():
            return describe_entry(value)
        case Report():
            return describe_report(value)
        case Span():
            return {"start": value.start, "end": value.stop}
        case dt.date():
            return value.isoformat()
        case Mapping():
            return {str(key): describe(part) for key, part in value.items()}
        case list() | tuple():
            return [describe(part) for part in value]
    if dataclasses.is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {name: describe(part) for name, part in named}
    return value
