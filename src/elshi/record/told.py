"""Open frames as they stand now, found by what they have in common with others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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


_KEPT = 2048  # frames; more than are compared with the reports of some days


@dataclass(slots=True)
class Recent:
    """The open frames that were read last, by their numbers: those of the same days are asked for often.

    A frame never changes while it is open, so that only its link is read anew. Whoever takes back what was
    written, or gives mentions to a frame that is held, must forget all.
    """

    kept: dict[int, Told] = field(default_factory=dict)

    def find(self, number: int, link: tuple[object, ...]) -> Told | None:
        """Return the frame with this number where it is known with this link."""
        told = self.kept.get(number)
        if told is None or (told.link.entry, told.link.machine, told.link.score, told.link.reasons) != link:
            return None
        return told

    def keep(self, number: int, told: Told) -> None:
        """Remember a frame, in the place of the one remembered longest where there are too many."""
        if number not in self.kept and len(self.kept) >= _KEPT:
            del self.kept[next(iter(self.kept))]
        self.kept[number] = told

    def forget(self) -> None:
        """Remember nothing any more."""
        self.kept.clear()


def find_told(db: Connection, recent: Recent, keys: Sequence[str], kind: EntryKind, limit: int) -> list[Told]:
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
    told = _read_told(db, recent, f"l.frame IN ({list_marks(numbers)})", numbers) if numbers else {}
    return [told[number] for number in numbers]


def read_told(db: Connection, recent: Recent, machine_ids: Sequence[str]) -> list[Told]:
    """Return the open frames that the machine puts into these entries, in the order of recording."""
    if not machine_ids:
        return []
    return order_told(
        _read_told(db, recent, f"machine_id IN ({list_marks(machine_ids)})", machine_ids).values()
    )


def _read_told(db: Connection, recent: Recent, clause: str, values: Sequence[object]) -> dict[int, Told]:
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE {clause} AND l.recorded_until = ?",  # noqa: S608 - ours
        *values,
        END,
    )
    links = {
        number: (entry, machine, score, tuple(json.loads(reasons)))
        for number, entry, machine, score, reasons, *_ in rows
    }
    told = {number: known for number, link in links.items() if (known := recent.find(number, link))}
    frames = read_frames(db, [number for number in links if number not in told])
    for number, *_, published, language in rows:
        if number in frames:
            frame = frames[number]
            entry, machine, score, reasons = links[number]
            link = Link(*frame.key, entry, machine, score, reasons)
            told[number] = Told(frame, link, published, language)
            recent.keep(number, told[number])
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
