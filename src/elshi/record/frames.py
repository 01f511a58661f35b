"""Frames read back from their tables, many at a time."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from elshi.model.entry import Statement, StoredFrame
from elshi.model.span import Evidence, Span
from elshi.record.connection import Connection

BATCH = 400  # frames fetched with one question

_Grounds = dict[int, dict[int, tuple[Evidence, ...]]]  # by frame and ground


def read_frames(
    db: Connection, numbers: Sequence[int], fields: Collection[str] | None = None
) -> dict[int, StoredFrame]:
    """Return the frames with these numbers, by number, in the order of recording, without their keys.

    With `fields` they have only the statements of these.
    """
    frames: dict[int, StoredFrame] = {}
    ordered = sorted(numbers)
    for first in range(0, len(numbers), BATCH):
        frames |= dict(_read_batch(db, ordered[first : first + BATCH], fields))
    return frames


def _read_batch(
    db: Connection, numbers: Sequence[int], fields: Collection[str] | None
) -> Iterator[tuple[int, StoredFrame]]:
    marks = ", ".join("?" for _ in numbers)
    # of no fields nothing is read: PostgreSQL knows no empty list, and nothing is in one of NULL
    marked = ", ".join("?" for _ in fields or ()) or "NULL"
    chosen = "" if fields is None else f" AND field IN ({marked})"
    wanted = () if fields is None else tuple(sorted(fields))
    grounds = _read_grounds(db, marks, chosen, (*numbers, *wanted))
    stated = db.rows(
        "SELECT frame, field, value, rule, ground FROM statements"  # noqa: S608 - ours
        f" WHERE frame IN ({marks}){chosen} ORDER BY frame, place",
        *numbers, *wanted,
    )  # fmt: skip
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


def _read_grounds(db: Connection, marks: str, chosen: str, values: Sequence[object]) -> _Grounds:
    """Return the words behind the statements of these frames; `chosen` of their fields says which."""
    these = f"SELECT frame, ground FROM statements WHERE frame IN ({marks}){chosen}"  # noqa: S608 - ours
    which = f"(v.frame, ground) IN ({these})" if chosen else f"v.frame IN ({marks})"
    rows = db.rows(
        "SELECT v.frame, ground, q.start, q.stop, q.words FROM evidence v JOIN quotes q ON q.number = v.quote"  # noqa: S608 - ours
        f" WHERE {which} ORDER BY v.frame, ground, place",
        *values,
    )
    grounds: _Grounds = {}
    for (frame, ground), group in itertools.groupby(rows, key=lambda row: row[:2]):
        quotes = tuple(Evidence(Span(start, stop), words) for *_, start, stop, words in group)
        grounds.setdefault(frame, {})[ground] = quotes
    return grounds
