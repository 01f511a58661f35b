"""Open frames as they stand now, found by what they have in common with others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from elshi.model.entity import Entity
from elshi.model.entry import END, NOW, EntryKind, Link, StoredFrame
from elshi.model.judgement import Doubt
from elshi.record.base import Told
from elshi.record.connection import Connection
from elshi.record.frames import read_frames
from elshi.record.order import order_doubts, order_told
from elshi.record.select import HELD_LINK, list_marks, select_entities

_COLUMNS = "l.frame, entry_id, machine_id, score, reasons, published, language"
_TABLES = "links l JOIN frames f ON f.number = l.frame JOIN reports r ON r.id = f.report_id"


def find_told(db: Connection, keys: Sequence[str], kind: EntryKind, limit: int) -> list[Told]:
    """Return the open frames of a kind that share a key, those that share the most first, at most `limit`."""
    if not keys:
        return []
    found = db.rows(
        "SELECT b.frame, count(*) FROM blocks b JOIN frames f ON f.number = b.frame"  # noqa: S608 - ours
        f" JOIN links l ON l.frame = b.frame WHERE b.key IN ({list_marks(keys)}) AND f.kind = ?"
        " AND f.recorded_until = ? AND l.recorded_until = ? GROUP BY b.frame ORDER BY 2 DESC, 1 DESC LIMIT ?",
        *keys, kind, END, END, limit,
    )  # fmt: skip
    numbers = [row[0] for row in found]
    told = _read_told(db, f"l.frame IN ({list_marks(numbers)})", numbers) if numbers else {}
    return [told[number] for number in numbers]


def read_told(db: Connection, machine_ids: Sequence[str]) -> list[Told]:
    """Return the open frames that the machine puts into these entries, in the order of recording."""
    if not machine_ids:
        return []
    return order_told(_read_told(db, f"machine_id IN ({list_marks(machine_ids)})", machine_ids).values())


def _read_told(db: Connection, clause: str, values: Sequence[object]) -> dict[int, Told]:
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE {clause} AND l.recorded_until = ?",  # noqa: S608 - ours
        *values,
        END,
    )
    frames = read_frames(db, [row[0] for row in rows])
    told = {}
    for number, entry, machine, score, reasons, published, language in rows:
        frame = frames[number]
        link = Link(frame.report_id, frame.id, entry, machine, score, tuple(json.loads(reasons)))
        told[number] = Told(frame, link, published, language)
    return told


def read_doubts(db: Connection, at: str = NOW) -> Iterator[Doubt]:
    """Yield the doubts between frames that are open and stand in two entries, surest first."""
    rows = db.rows(
        "SELECT f.report_id, f.id, g.report_id, g.id, d.score, d.reasons FROM doubts d"  # noqa: S608 - ours
        " JOIN frames f ON f.number = d.frame JOIN frames g ON g.number = d.other"
        " JOIN links l ON l.frame = d.frame JOIN links m ON m.frame = d.other"
        f" WHERE d.recorded_from <= ? AND {HELD_LINK} AND {HELD_LINK.replace('l.', 'm.')}"
        " AND l.entry_id <> m.entry_id",
        *[at] * 5,
    )
    doubts = [
        Doubt((report, frame), (other_report, other), score, tuple(json.loads(reasons)))
        for report, frame, other_report, other, score, reasons in rows
    ]
    return iter(order_doubts(doubts))


def read_rejected(db: Connection, at: str = NOW) -> Iterator[tuple[StoredFrame, Link]]:
    """Yield the frames that stand in no entry, in the order of recording, with their links."""
    sql = f"SELECT l.frame, machine_id FROM links l WHERE entry_id IS NULL AND {HELD_LINK}"  # noqa: S608 - ours
    rows = db.rows(sql, at, at)
    frames = read_frames(db, [row[0] for row in rows])
    pairs = [(frames[number], Link(*frames[number].key, None, machine)) for number, machine in rows]
    yield from sorted(pairs, key=lambda pair: pair[0].order)


def find_entities(db: Connection, keys: Sequence[str]) -> list[Entity]:
    """Return the entities that share a key, by id."""
    if not keys:
        return []
    rows = db.rows(
        f"SELECT DISTINCT entity_id FROM entity_keys WHERE key IN ({list_marks(keys)})",  # noqa: S608 - ours
        *keys,
    )
    return select_entities(db, [row[0] for row in rows])
