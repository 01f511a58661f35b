"""What leads in an entry: by which it is found and ordered besides what its frames say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from elshi.model.entry import Dossier, EntryKind, StoredFrame
from elshi.record.facets import Bounds, fold_code, read_day_bounds

# The field that dates an entry. Kinds that are not named here are dated by the reports that tell of them.
DATED_BY: Mapping[EntryKind, str] = {
    "engagement": "date",
    "position": "date",
    "commitment": "due",
    "chairmanship": "period",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entry is found and ordered by besides what its frames say: the values that lead.

    `type` and `status` are folded codes; `first` and `last` bound its date (datetime.date.min and .max where
    open), None where nothing is known; `told` orders its frames as they were published, and is that of the
    last; `report` and `start` are the place of its first words.
    """

    entry_id: str
    kind: EntryKind
    type: str | None
    status: str | None
    first: dt.date | None
    last: dt.date | None
    former: bool
    told: str
    report: str
    start: int

    @property
    def day(self) -> dt.date | None:
        """Return the day that orders the entry: the first possible one, of what is due the last.

        Where that side is open, it is the other.
        """
        due = self.kind == "commitment"
        one, other, open_end = (
            (self.last, self.first, dt.date.max) if due else (self.first, self.last, dt.date.min)
        )
        return other if one == open_end else one


def read_standing(dossier: Dossier, published: Mapping[str, str | None]) -> Standing:
    """Return what leads in an entry; `published` has the dates of at least the reports it rests on."""
    entry, first = dossier.entry, dossier.frames[0]
    bounds = bound_dates(entry.kind, entry.fields, [published[r] for r in entry.reports])
    return Standing(
        entry_id=entry.id,
        kind=entry.kind,
        type=_fold_field(entry.fields.get("type")),
        status=_fold_field(entry.fields.get("status")),
        first=bounds[0],
        last=bounds[1],
        former=bool(entry.fields.get("former")),
        told=max(_write_told(f, published[f.report_id]) for f in dossier.frames if not f.corrects),
        report=first.report_id,
        start=first.start,
    )


def extend_standing(standing: Standing, frame: StoredFrame, published: str | None) -> Standing:
    """Return the standing of a tenure after `frame` joined it, whose report was published then.

    The same as `read_standing` of all its frames, without reading them: that of a president has as many
    as there are reports.
    """
    first, last = read_day_bounds(published)
    told = _write_told(frame, published)
    former = next((s.value == "true" for s in frame.statements if s.field == "former"), False)
    return replace(
        standing,
        first=min((day for day in (standing.first, first) if day), default=None),
        last=max((day for day in (standing.last, last) if day), default=None),
        former=former if told > standing.told else standing.former,
        told=max(told, standing.told),
    )


def _write_told(frame: StoredFrame, published: str | None) -> str:
    return f"{published or ''} {frame.founded} {frame.report_id} {frame.start:09} {frame.home}"


def bound_dates(kind: EntryKind, fields: Mapping[str, Any], published: Sequence[str | None]) -> Bounds:
    """Return the bounds of an entry's date: that of its own field, or the days its reports were published."""
    field = DATED_BY.get(kind)
    if field:
        return read_day_bounds(fields[field])
    bounds = [read_day_bounds(day) for day in published]
    firsts, lasts = [f for f, _ in bounds if f], [last for _, last in bounds if last]
    return min(firsts, default=None), max(lasts, default=None)


def _fold_field(value: object) -> str | None:
    return fold_code(value) if isinstance(value, str) else None
