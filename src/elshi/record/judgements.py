"""What people judged, read back from its tables as of any time."""

from __future__ import annotations

import json
from collections.abc import Sequence

from elshi.model.entry import NOW
from elshi.model.judgement import Anchor, Judgement
from elshi.model.span import Evidence, Span
from elshi.record.connection import Connection
from elshi.record.select import list_batches, list_marks
from elshi.record.where import HOLDS


def select_judged(db: Connection, reports: Sequence[str], at: str = NOW) -> list[Judgement]:
    """Return the judgements in force that are about these reports, in the order of recording."""
    numbers: set[int] = set()
    for clause, values in list_batches("a.report_id", reports):
        rows = db.rows(
            "SELECT DISTINCT number FROM anchors a JOIN judgements j ON number = a.judgement"  # noqa: S608 - ours
            f" WHERE {clause}{HOLDS}",
            *values, at, at,
        )  # fmt: skip
        numbers |= {row[0] for row in rows}
    return [_read_judgement(db, number, at) for number in sorted(numbers)]


def select_judgements(db: Connection, ids: Sequence[str] | None = None, at: str = NOW) -> list[Judgement]:
    """Return the judgements of these ids, or all, withdrawn ones too, in the order of recording."""
    if ids is None:
        rows = db.rows("SELECT number FROM judgements WHERE recorded_from <= ? ORDER BY number", at)
    else:
        marks = list_marks(ids)
        rows = db.rows(f"SELECT number FROM judgements WHERE id IN ({marks}) ORDER BY number", *ids)  # noqa: S608 - ours
    return [_read_judgement(db, row[0], at) for row in rows]


def _read_judgement(db: Connection, number: int, at: str) -> Judgement:
    ((start, stop, words, value, *row),) = db.rows(
        "SELECT start, stop, words, value, id, verdict, subject, by_whom, made_at, note, field, quoted,"
        " withdrawn_at, withdrawn_by, withdrawn_note FROM judgements WHERE number = ?",
        number,
    )
    ident, verdict, subject, by, made_at, note, field, quoted, *withdrawn = row
    quote = None if start is None else Evidence(Span(start, stop), words)
    return Judgement(
        ident, verdict, subject, _read_anchors(db, number), by, made_at, note, field, json.loads(value),
        quoted, quote, *withdrawn,
    ).as_of(at)  # fmt: skip


def _read_anchors(db: Connection, number: int) -> tuple[Anchor, ...]:
    rows = db.rows(
        "SELECT side, report_id, kind, spans, words FROM anchors WHERE judgement = ? ORDER BY place", number
    )
    return tuple(
        Anchor(side, report, kind, tuple(Span(*span) for span in json.loads(spans)), words)
        for side, report, kind, spans, words in rows
    )
