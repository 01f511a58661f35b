"""Which value of a field leads where several reports give one, and which values contradict one another.

A person's correction leads. Otherwise:

1. Of an engagement, the reports that tell its last stage lead. Told in the order of publication (reports
   without a date first), each report moves the status on, but what was held is not planned again, and what
   is planned is no longer only proposed.
2. Of dates the exact one leads, then the narrowest; of an initiative's status the furthest; of `former` the
   last one told.
3. Otherwise the value that most reports give leads, of equals the first recorded.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from elshi.model.entry import EntryKind, Json, StoredFrame
from elshi.model.when import read_bounds

Value = tuple[str, StoredFrame]  # canonical JSON, and the frame that says so
# Fields that go with another: the frame whose value leads there gives these too.
WITH: Mapping[str, str] = {"date_basis": "date", "date_reason": "date", "due_reason": "due"}
DATES = frozenset({"date", "due", "period"})
# On what reports can contradict one another. Words and names differ with the language they are written in.
_DISPUTABLE: Mapping[EntryKind, tuple[str, ...]] = {
    "engagement": ("type", "date", "place"),
    "position": ("stance", "date"),
    "initiative": ("proposer",),
    "commitment": ("due",),
    "tenure": ("office", "represents", "posted_to"),
    "chairmanship": ("holder", "role", "period"),
}
_NEVER_BACK = {"held": ("proposed", "planned", "ongoing"), "planned": ("proposed",), "ongoing": ("proposed",)}
_INITIATIVE = ("proposed", "promoted", "established", "in_force")


def order_told(frames: Sequence[StoredFrame], published: Mapping[str, str | None]) -> list[StoredFrame]:
    """Return frames in the order in which their reports were published, those without a date first."""
    return sorted(frames, key=lambda f: (published.get(f.report_id) or "", f.order))


def read_field(frame: StoredFrame, field: str) -> Any:  # noqa: ANN401 - a field holds any JSON
    """Return the single value that `frame` gives `field`, None where it gives none."""
    return next((json.loads(s.value) for s in frame.statements if s.field == field), None)


def find_stage(told: Sequence[StoredFrame]) -> tuple[str | None, list[StoredFrame]]:
    """Return the status that a happening has come to, and the frames that tell of that stage."""
    status: str | None = None
    for frame in told:
        said = read_field(frame, "status")
        if said is not None and said not in _NEVER_BACK.get(status or "", ()):
            status = said
    return status, [frame for frame in told if read_field(frame, "status") == status]


def tell_history(told: Sequence[StoredFrame]) -> tuple[Json, ...]:
    """Return each status with its date and reports as told one after another; empty where nothing changed."""
    steps = [(read_field(frame, "status"), read_field(frame, "date"), frame.report_id) for frame in told]
    grouped = [
        {"status": status, "date": date, "reports": list(dict.fromkeys(report for *_, report in group))}
        for (status, date), group in itertools.groupby(steps, key=lambda step: step[:2])
    ]
    return tuple(grouped) if len({step[0] for step in steps}) > 1 else ()


def choose_value(kind: EntryKind, field: str, values: Sequence[Value], told: Sequence[StoredFrame]) -> Value:
    """Return the value that leads among `values` (at least one, in the order of recording)."""
    if field in DATES:
        return min(values, key=lambda value: _read_width(json.loads(value[0])))
    if field == "former":
        order = {frame.key: place for place, frame in enumerate(told)}
        return max(values, key=lambda value: order[value[1].key])
    if (kind, field) == ("initiative", "status"):
        return max(values, key=lambda value: _INITIATIVE.index(json.loads(value[0])))
    reports = Counter(value for value, _ in {(value, frame.report_id) for value, frame in values})
    return max(values, key=lambda value: reports[value[0]])


def list_disagreements(
    kind: EntryKind, fields: Mapping[str, Any], values: Mapping[str, Sequence[Value]]
) -> dict[str, list[Json]]:
    """Return the fields on which `values` contradict one another, each with its reports, the leader first."""
    return {
        field: describe_values(values[field], fields[field])
        for field in _DISPUTABLE[kind]
        if _differ(values.get(field, ()), _CONFLICTS.get(field, lambda one, other: bool(one != other)))
    }


def describe_values(values: Sequence[Value], leader: object) -> list[Json]:
    """Return each distinct value with its reports, the leader first, then in the order of recording."""
    said: dict[str, list[str]] = {}
    for value, frame in values:
        said.setdefault(value, []).append(frame.report_id)
    rows = [{"value": json.loads(v), "reports": list(dict.fromkeys(r))} for v, r in said.items()]
    return sorted(rows, key=lambda row: row["value"] != leader)


def _differ(values: Sequence[Value], conflict: Callable[[Any, Any], bool]) -> bool:
    distinct = [json.loads(value) for value in dict.fromkeys(value for value, _ in values)]
    return any(conflict(one, other) for one, other in itertools.combinations(distinct, 2))


def _dates_conflict(one: str, other: str) -> bool:
    """Tell whether two dates exclude one another; what is only the report's own day excludes nothing."""
    if "~" in one + other:
        return False
    bounds, others = _read(one), _read(other)
    return bounds[1] < others[0] or others[1] < bounds[0]


def _places_conflict(one: Json, other: Json) -> bool:
    return any(one[key] and other[key] and one[key] != other[key] for key in ("city", "country"))


_CONFLICTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "date": _dates_conflict,
    "due": _dates_conflict,
    "period": _dates_conflict,
    "place": _places_conflict,
}


def _read_width(edtf: str) -> tuple[bool, int]:
    first, last = _read(edtf)
    return "~" in edtf, (last - first).days


def _read(edtf: str) -> tuple[dt.date, dt.date]:
    try:
        first, last = read_bounds(edtf)
    except ValueError:  # `check` lists it; it dates nothing
        first, last = None, None
    return first or dt.date.min, last or dt.date.max
