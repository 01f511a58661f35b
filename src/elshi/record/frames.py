"""Frames read back from their tables, many at a time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from elshi.model.entry import Statement, StoredFrame
from elshi.model.span import Evidence, Span
from elshi.record.connection import Connection

BATCH = 400  # frames fetched with one question

_Grounds = dict[int, dict[int, tuple[Evidence, ...]]]  # by frame and ground


def read_frames(db: Connection, numbers: Sequence[int]) -> dict[int, StoredFrame]:
    """Return the frames with these numbers, by number, in the order of recording, without their keys."""
    frames: dict[int, StoredFrame] = {}
    for first in range(0, len(numbers), BATCH):
        frames |= dict(_read_batch(db, sorted(numbers)[first : first + BATCH]))
    return frames


def _read_batch(db: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, StoredFrame]]:
    marks = ", ".join("?" for _ in numbers)
    grounds = _read_grounds(db, marks, numbers)
    stated = db.rows(
        "SELECT frame, field, value, rule, ground FROM statements"  # noqa: S608 - ours
        f" WHERE frame IN ({marks}) ORDER BY frame, place",
        *numbers,
    )
    by_frame = {n: list(group) for n, group in itertools.groupby(stated, key=lambda row: row[0])}
    mentioned = db.rows(
        f"SELECT frame, entity_id FROM mentions WHERE frame IN ({marks}) ORDER BY frame, place",  # noqa: S608 - ours
        *numbers,
    )
    mentions = {
        n: tuple(row[1] for row in group) for n, group in itertools.groupby(mentioned, key=lambda row: row[0])
    }
    rows = db.rows(
        "SELECT number, id, report_id, kind, rule, home, founded, start, valid, judgement_id, corrects,"  # noqa: S608 - ours
        f" recorded_at, recorded_from, recorded_until FROM frames WHERE number IN ({marks}) ORDER BY number",
        *numbers,
    )
    for (
        number,
        ident,
        report,
        kind,
        rule,
        home,
        founded,
        start,
        valid,
        judgement,
        corrects,
        recorded,
        *held,
    ) in rows:
        statements = tuple(
            Statement(
                kind, field, value, report, ident, own or rule, grounds[number][ground], recorded, valid
            )
            for _, field, value, own, ground in by_frame.get(number, ())
        )
        yield (
            number,
            StoredFrame(
                ident, report, kind, rule, home, founded, start, valid, statements, mentions.get(number, ()),
                (), judgement, bool(corrects), recorded, *held,
            ),
        )  # fmt: skip


def _read_grounds(db: Connection, marks: str, numbers: Sequence[int]) -> _Grounds:
    rows = db.rows(
        "SELECT v.frame, ground, q.start, q.stop, q.words FROM evidence v JOIN quotes q ON q.number = v.quote"  # noqa: S608 - ours
        f" WHERE v.frame IN ({marks}) ORDER BY v.frame, ground, place",
        *numbers,
    )
    grounds: _Grounds = {}
    for (frame, ground), group in itertools.groupby(rows, key=lambda row: row[:2]):
        quotes = tuple(Evidence(Span(start, stop), words) for *_, start, stop, words in group)
        grounds.setdefault(frame, {})[ground] = quotes
    return grounds
