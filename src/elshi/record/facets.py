"""What frames can be found by: the same for every store, so that all give the same answers.

What reports say (words, people, parties, topics) belongs to frames, is written once and never changes: an
entry is found by what any of its frames says. What leads belongs to the entry: elshi.record.standing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elshi.model.entry import EntryKind, StoredFrame
from elshi.model.report import Language
from elshi.model.when import read_bounds
from elshi.record.fold import fold_words
from elshi.record.search_terms import Terms, list_terms

Bounds = tuple[dt.date | None, dt.date | None]

_PARTIES = ("represents", "proposer", "posted_to", "holder", "body")
_WORDLESS = frozenset({"date_reason", "part_of"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Someone a frame names: a participant, an office holder, the holder of a position.

    `entity` is the id of the person, None where not known; `names` are the spellings, Latin first;
    `first_seen` and `last_seen` bound the day on which the report was published (ISO 8601).
    """

    entry_id: str
    kind: EntryKind
    entity: str | None
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
    """What a frame can be found by.

    `values` are pairs of a facet (topic, language, party, office, confidence) and a folded value; `terms` are
    for `search`. The `entry_id` of `bearers` is empty.
    """

    values: frozenset[tuple[str, str]]
    bearers: tuple[Bearer, ...]
    terms: Terms


def read_facets(frame: StoredFrame, language: Language, published: str | None) -> Facets:
    """Return what `frame`, whose report is in `language` and was published then (EDTF), can be found by."""
    fields = _gather(frame)
    words = [t for name, value in fields.items() if name not in _WORDLESS for t in _read_texts(value)]
    words += dict.fromkeys(e.quote for s in frame.statements for e in s.evidence)
    return Facets(
        values=frozenset(_list_values(fields, language)),
        bearers=tuple(_list_bearers(frame, fields, read_day_bounds(published))),
        terms=list_terms(words, language),
    )


def fold_code(code: str) -> str:
    """Return a code or acronym in the form in which codes are compared."""
    return " ".join(fold_words(code))


def write_confidence(confidence: float | None) -> str:
    """Return a confidence so that text order is its order; what a person told is sure."""
    return f"{1.0 if confidence is None else confidence:.4f}"


def _gather(frame: StoredFrame) -> dict[str, Any]:
    fields: dict[str, Any] = {"parties": [], "by": [], "topics": [], "participants": []}
    for s in frame.statements:
        value = json.loads(s.value)
        if isinstance(fields.get(s.field), list):
            fields[s.field] += [] if value is None else [value]  # a person said that none is known
        else:
            fields[s.field] = value
    return fields


def _list_values(fields: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    people = fields["participants"]
    for code in _read_parties(fields, people):
        yield "party", fold_code(code)
    for bearer in [*people, fields]:
        if bearer.get("office"):
            yield "office", fold_code(bearer["office"])
    yield from (("topic", fold_code(topic)) for topic in fields["topics"])
    yield "language", fold_code(language)
    yield "confidence", write_confidence(fields.get("confidence"))


def _read_parties(fields: Mapping[str, Any], people: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield from fields["parties"]
    yield from fields["by"]
    yield from (p["represents"] for p in people if p.get("represents"))
    yield from (fields[field] for field in _PARTIES if fields.get(field))


def _read_texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (t for part in value.values() for t in _read_texts(part))
        case list():
            yield from (t for part in value for t in _read_texts(part))


def _list_bearers(frame: StoredFrame, fields: Mapping[str, Any], seen: Bounds) -> Iterator[Bearer]:
    for place, person in enumerate(fields["participants"]):
        yield _make_bearer(frame, place, person, ("name", "native_name", "surface"), seen)
    if frame.kind == "tenure" and fields.get("person"):
        yield _make_bearer(frame, 0, fields, ("person", "native_name", "surface"), seen)
    elif frame.kind == "position" and fields.get("holder"):
        yield _make_bearer(frame, 0, fields, ("holder",), seen)


def _make_bearer(
    frame: StoredFrame, place: int, person: Mapping[str, Any], keys: tuple[str, ...], seen: Bounds
) -> Bearer:
    return Bearer(
        entry_id="",
        kind=frame.kind,
        entity=frame.mentions[place] or None if place < len(frame.mentions) else None,
        names=tuple(dict.fromkeys(person[key] for key in keys if person.get(key))),
        office=person.get("office"),
        office_text=person.get("office_text"),
        represents=person.get("represents"),
        posted_to=person.get("posted_to"),
        former=bool(person.get("former")),
        first_seen=_write_day(seen, dt.date.min),
        last_seen=_write_day(seen, dt.date.max),
    )


def read_day_bounds(edtf: str | None) -> Bounds:
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
