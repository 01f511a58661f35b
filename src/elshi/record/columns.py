"""What entries are counted by, in bulk: how each stands, which frames tell of it, and what these name.

Where a register has a hundred thousand engagements its frames name two million things: these come in columns
of numbers, a row of the database for each value with the numbers of all frames that have it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from elshi.model.entry import END, StoredFrame
from elshi.record.connection import Connection
from elshi.record.facets import Facets
from elshi.record.standing import Standing
from elshi.record.where import HOLDS, hold

Trait = Literal["report", "party", "office", "topic", "person", "event", "city"]
Numbers = NDArray[np.int64]
FACETS: tuple[Trait, ...] = ("party", "office", "topic")
# An entry: id, kind, type, status, first day, last day, the day that orders it, the place of its first words.
StandingRow = tuple[str, str, str | None, str | None, str | None, str | None, str | None, str, int]
MemberRow = tuple[int, str]  # the number of a frame, and the entry it stands in
# A report: id, language, publisher, source, published.
ReportRow = tuple[str, str, str | None, str, str | None]

# The fields of which a part is counted.
_PARTS: Mapping[str, tuple[Trait, str]] = {"event": ("event", "name"), "place": ("city", "city")}

# A reading: of which report, by which configuration, and when it was recorded.
ReadingRow = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """What frames have of one trait: pairs of the place of a value among `values` and a frame's number."""

    trait: Trait
    values: tuple[str, ...]
    codes: Numbers
    frames: Numbers


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
    held, when = hold(at)
    return db.rows(
        f"SELECT frame, entry_id FROM links WHERE entry_id IS NOT NULL AND {held}{chosen}",  # noqa: S608 - ours
        *when, *values,
    )  # fmt: skip


def read_traits(db: Connection, frames: Sequence[int] | None) -> Iterator[Named]:
    """Yield for each trait what the frames of these numbers, or all, have of it."""
    yield _make_named("report", _gather(db, "report_id", "frames", "number", "", frames))
    # Facets are ordered by value: of a few frames it is asked whether they have each of the values there are.
    few = "" if frames is None else " AND value IN (SELECT value FROM traits t WHERE t.facet = facets.facet)"
    for facet in FACETS:
        yield _make_named(facet, _gather(db, "value", "facets", "frame", f"facet = '{facet}'{few}", frames))
    yield _make_named("person", _gather(db, "entity_id", "mentions", "frame", "entity_id <> ''", frames))
    fields = _gather(
        db, "field || ' ' || value", "statements", "frame", "field IN ('event', 'place')", frames
    )
    yield from _name_fields(fields)


def _gather(  # noqa: PLR0913, PLR0917 - the parts of one statement
    db: Connection, value: str, table: str, number: str, condition: str, frames: Sequence[int] | None
) -> list[tuple[str, str]]:
    """Return each value with the numbers of its frames as text, parted by blanks: quicker than row by row."""
    chosen, values = _among(db, number, frames)
    numbers = db.join_texts(f"CAST({number} AS TEXT)")
    return db.rows(
        f"SELECT {value}, {numbers} FROM {table} WHERE {condition or 'true'}{chosen} GROUP BY 1",  # noqa: S608 - ours
        *values,
    )  # fmt: skip


def _make_named(trait: Trait, gathered: Sequence[tuple[str, str]]) -> Named:
    texts = [text for _, text in gathered]
    codes = np.repeat(np.arange(len(texts)), [text.count(" ") + 1 for text in texts])
    return Named(
        trait,
        tuple(value for value, _ in gathered),
        codes,
        np.fromstring(" ".join(texts), sep=" ", dtype=np.int64),
    )


def _name_fields(gathered: Iterable[tuple[str, str]]) -> Iterator[Named]:
    """Yield the events and the cities of statements, a value of which is a field, a blank and JSON."""
    found: dict[Trait, dict[str, list[str]]] = {trait: {} for trait, _ in _PARTS.values()}
    for said, text in gathered:
        field, _, value = said.partition(" ")
        for trait, name in _name_field(field, value):
            found[trait].setdefault(name, []).append(text)
    for trait, named in found.items():
        yield _make_named(trait, [(name, " ".join(texts)) for name, texts in named.items()])


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


def list_traits(frame: StoredFrame, facets: Facets) -> Iterator[tuple[Trait, str]]:
    """Yield what one frame names, as `read_traits` does."""
    yield "report", frame.report_id
    for facet in FACETS:
        yield from ((facet, value) for name, value in facets.values if name == facet)
    yield from (("person", entity) for entity in frame.mentions if entity)
    for s in frame.statements:
        if s.field in _PARTS:
            yield from _name_field(s.field, s.value)


def _name_field(field: str, value: str) -> Iterator[tuple[Trait, str]]:
    trait, part = _PARTS[field]
    said = json.loads(value)
    name = said.get(part) if said else None
    if name:
        yield trait, name


def _among(db: Connection, column: str, values: Sequence[object] | None) -> tuple[str, tuple[object, ...]]:
    if values is None:
        return "", ()
    condition, value = db.among(column, values)
    return f" AND {condition}", (value,)
