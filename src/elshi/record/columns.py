"""What entries are counted by, in bulk: how each stands, which frames tell of it, and what these name.

Plain tuples, because there are millions of them where a register has a hundred thousand engagements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal

from elshi.model.entry import END, StoredFrame
from elshi.record.connection import Connection
from elshi.record.facets import Facets
from elshi.record.standing import Standing
from elshi.record.where import HOLDS

Trait = Literal["party", "office", "topic", "person", "event", "city"]
FACETS: tuple[Trait, ...] = ("party", "office", "topic")
# An entry: id, kind, type, status, first day, last day, the day that orders it, the place of its first words.
StandingRow = tuple[str, str, str | None, str | None, str | None, str | None, str | None, str, int]
MemberRow = tuple[int, str, str]  # the number of a frame, the entry it stands in, its report
TraitRow = tuple[Trait, str, int]  # what a frame names, and its number
# A report: id, language, publisher, source, published.
ReportRow = tuple[str, str, str | None, str, str | None]

_FIELDS = {"event": "name", "place": "city"}


def read_standings(db: Connection, ids: Sequence[str] | None, at: str) -> list[StandingRow]:
    """Return how the entries of these ids, or all, stand at a time."""
    chosen, values = _among(db, "id", ids)
    return db.rows(
        "SELECT id, kind, type, status, first, last, day, report_id, start FROM entries"  # noqa: S608 - ours
        f" WHERE {HOLDS}{chosen}",
        at, at, *values,
    )  # fmt: skip


def read_members(db: Connection, ids: Sequence[str] | None, at: str) -> list[MemberRow]:
    """Return which frames stand in the entries of these ids, or in any, at a time."""
    chosen, values = _among(db, "entry_id", ids)
    return db.rows(
        "SELECT l.frame, l.entry_id, f.report_id FROM links l JOIN frames f ON f.number = l.frame"  # noqa: S608 - ours
        f" WHERE l.entry_id IS NOT NULL AND l.recorded_from <= ? AND l.recorded_until > ?{chosen}",
        at, at, *values,
    )  # fmt: skip


def read_traits(db: Connection, frames: Sequence[int] | None) -> Iterator[TraitRow]:
    """Yield what the frames of these numbers, or all, name."""
    chosen, values = _among(db, "frame", frames)
    # Facets are ordered by value: of a few frames it is asked whether they have each of the values there are.
    few = (
        " AND value IN (SELECT value FROM traits t WHERE t.facet = facets.facet)"
        if frames is not None
        else ""
    )
    for facet in FACETS:
        rows = db.rows(f"SELECT value, frame FROM facets WHERE facet = ?{few}{chosen}", facet, *values)  # noqa: S608 - ours
        yield from ((facet, value, frame) for value, frame in rows)
    rows = db.rows(f"SELECT entity_id, frame FROM mentions WHERE entity_id <> ''{chosen}", *values)  # noqa: S608 - ours
    yield from (("person", entity, frame) for entity, frame in rows)
    rows = db.rows(
        f"SELECT field, value, frame FROM statements WHERE field IN ('event', 'place'){chosen}",  # noqa: S608 - ours
        *values,
    )
    for field, value, frame in rows:
        yield from _name_field(field, value, frame)


def read_reports(db: Connection, ids: Sequence[str] | None, at: str) -> list[ReportRow]:
    """Return the language, the place and the day of the reports of these ids, or all."""
    chosen, values = _among(db, "id", ids)
    return db.rows(
        f"SELECT id, language, publisher, source, published FROM reports WHERE recorded_from <= ?{chosen}",  # noqa: S608 - ours
        at, *values,
    )  # fmt: skip


def list_changed(db: Connection, since: str) -> list[str]:
    """Return the ids of the entries of which anything has changed after `since`, in order.

    Rows are numbered as they are recorded: what is new stands behind the last that was there. A frame that
    was there changes its link only when the one it has is closed.
    """
    ended = "recorded_until > ? AND recorded_until < ?"
    rows = db.rows(
        f"WITH touched AS (SELECT number FROM frames WHERE number > ({_find_last('frames')})"  # noqa: S608 - ours
        f" UNION SELECT frame FROM links WHERE {ended})"
        f" SELECT id FROM entries WHERE number > ({_find_last('entries')})"
        f" UNION SELECT id FROM entries WHERE {ended}"
        " UNION SELECT entry_id FROM touched CROSS JOIN links WHERE frame = number"
        f" AND entry_id IS NOT NULL AND (recorded_from > ? OR {ended}) ORDER BY 1",
        since, since, END, since, since, END, since, since, END,
    )  # fmt: skip
    return [row[0] for row in rows]


def _find_last(table: str) -> str:
    last = f"SELECT number FROM {table} WHERE recorded_from <= ? ORDER BY number DESC LIMIT 1"  # noqa: S608 - ours
    return f"SELECT coalesce(({last}), 0)"


def make_standing_row(standing: Standing) -> StandingRow:
    """Return how an entry stands as the tables hold it."""
    s = standing
    first, last, day = (d.isoformat() if d else None for d in (s.first, s.last, s.day))
    return s.entry_id, s.kind, s.type, s.status, first, last, day, s.report, s.start


def list_traits(number: int, frame: StoredFrame, facets: Facets) -> Iterator[TraitRow]:
    """Yield what one frame names, as `read_traits` does."""
    for facet in FACETS:
        yield from ((facet, value, number) for name, value in facets.values if name == facet)
    yield from (("person", entity, number) for entity in frame.mentions if entity)
    for s in frame.statements:
        if s.field in _FIELDS:
            yield from _name_field(s.field, s.value, number)


def _name_field(field: str, value: str, frame: int) -> Iterator[TraitRow]:
    said = json.loads(value)
    name = said.get(_FIELDS[field]) if said else None
    if name:
        yield "event" if field == "event" else "city", name, frame


def _among(db: Connection, column: str, values: Sequence[object] | None) -> tuple[str, tuple[object, ...]]:
    if values is None:
        return "", ()
    condition, value = db.among(column, values)
    return f" AND {condition}", (value,)
