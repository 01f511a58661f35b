"""What an entry can be found by: the same for every store, so that all give the same answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elshi.model.entry import Entry, EntryKind
from elshi.model.report import Report
from elshi.model.when import read_bounds
from elshi.record.fold import fold_words

# The field that dates an entry. Kinds that are not named here are dated by the reports that tell of them.
DATED_BY: Mapping[EntryKind, str] = {
    "engagement": "date",
    "position": "date",
    "commitment": "due",
    "chairmanship": "period",
}
Bounds = tuple[dt.date | None, dt.date | None]

_CODES = ("type", "status")
_PARTIES = ("represents", "proposer", "posted_to", "holder", "body")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Someone an entry names: a participant, an office holder, the holder of a position.

    `names` are the spellings, Latin first; `first_seen` and `last_seen` are the days (ISO 8601) of the first
    and the last dated report that says so.
    """

    entry_id: str
    kind: EntryKind
    names: tuple[str, ...]
    office: str | None
    office_text: str | None
    represents: str | None
    posted_to: str | None
    former: bool
    first_seen: str | None
    last_seen: str | None


@dataclass(frozen=True, slots=True)
class Facets:
    """What an entry can be found and ordered by.

    `values` are pairs of a facet (type, status, topic, language, party, office) and a folded value; `first`
    and `last` bound its date (datetime.date.min and .max where open), None where nothing is known; `report`
    and `start` are the place of its first quote.
    """

    entry_id: str
    kind: EntryKind
    values: frozenset[tuple[str, str]]
    words: tuple[str, ...]
    bearers: tuple[Bearer, ...]
    first: dt.date | None
    last: dt.date | None
    former: bool
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


def read_facets(entry: Entry, reports: Mapping[str, Report]) -> Facets:
    """Return what `entry` can be found by; `reports` has at least the reports it rests on."""
    told_by = [reports[r] for r in entry.reports]
    first, last = _bound_dates(entry, told_by)
    quote = entry.fields["evidence"][0]
    return Facets(
        entry_id=entry.id,
        kind=entry.kind,
        values=frozenset(_list_values(entry, told_by)),
        words=_read_words(entry),
        bearers=tuple(_list_bearers(entry, _read_published(told_by))),
        first=first,
        last=last,
        former=bool(entry.fields.get("former")),
        report=quote["report"],
        start=quote["start"],
    )


def fold_code(code: str) -> str:
    """Return a code or acronym in the form in which codes are compared."""
    return " ".join(fold_words(code))


def _list_values(entry: Entry, told_by: list[Report]) -> Iterator[tuple[str, str]]:
    fields, people = entry.fields, entry.fields.get("participants", [])
    for facet in _CODES:
        if fields.get(facet):
            yield facet, fold_code(fields[facet])
    for code in _read_parties(fields, people):
        yield "party", fold_code(code)
    for bearer in [*people, fields]:
        if bearer.get("office"):
            yield "office", fold_code(bearer["office"])
    yield from (("topic", fold_code(topic)) for topic in fields.get("topics", []))
    yield from (("language", report.language) for report in told_by)


def _read_parties(fields: Mapping[str, Any], people: list[dict[str, Any]]) -> Iterator[str]:
    yield from fields.get("parties", [])
    yield from fields.get("by", [])
    yield from (p["represents"] for p in people if p["represents"])
    yield from (fields[field] for field in _PARTIES if fields.get(field))


def _read_words(entry: Entry) -> tuple[str, ...]:
    told = {
        key: value for key, value in entry.fields.items() if key not in {"rule", "date_reason", "part_of"}
    }
    return tuple(word for text in _read_texts(told) for word in fold_words(text))


def _read_texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (t for key, part in value.items() if key != "report" for t in _read_texts(part))
        case list():
            yield from (t for part in value for t in _read_texts(part))


def _list_bearers(entry: Entry, seen: Bounds) -> Iterator[Bearer]:
    fields = entry.fields
    for person in fields.get("participants", []):
        yield _make_bearer(entry, person, ("name", "native_name", "surface"), seen)
    if entry.kind == "tenure":
        yield _make_bearer(entry, fields, ("person", "native_name", "surface"), seen)
    elif entry.kind == "position":
        yield _make_bearer(entry, fields, ("holder",), seen)


def _make_bearer(entry: Entry, person: Mapping[str, Any], keys: tuple[str, ...], seen: Bounds) -> Bearer:
    return Bearer(
        entry_id=entry.id,
        kind=entry.kind,
        names=tuple(dict.fromkeys(person[key] for key in keys if person[key])),
        office=person.get("office"),
        office_text=person.get("office_text"),
        represents=person.get("represents"),
        posted_to=person.get("posted_to"),
        former=bool(person.get("former")),
        first_seen=_write_day(seen, dt.date.min),
        last_seen=_write_day(seen, dt.date.max),
    )


def _bound_dates(entry: Entry, told_by: list[Report]) -> Bounds:
    field = DATED_BY.get(entry.kind)
    return _read_day_bounds(entry.fields[field]) if field else _read_published(told_by)


def _read_published(told_by: list[Report]) -> Bounds:
    bounds = [_read_day_bounds(report.published) for report in told_by]
    firsts, lasts = [f for f, _ in bounds if f], [last for _, last in bounds if last]
    return min(firsts, default=None), max(lasts, default=None)


def _read_day_bounds(edtf: str | None) -> Bounds:
    """Return the bounds of `edtf` with open ends as the first and last day there is; both None if unknown."""
    if edtf is None:
        return None, None
    try:
        first, last = read_bounds(edtf)
    except ValueError:  # `check` lists it; it dates nothing
        return None, None
    return (first or dt.date.min, last or dt.date.max) if first or last else (None, None)


def _write_day(bounds: Bounds, open_end: dt.date) -> str | None:
    """Return the bound on the side of `open_end`, or the other one where it is open."""
    first, last = bounds if open_end == dt.date.min else bounds[::-1]
    day = last if first == open_end else first
    return day.isoformat() if day else None
