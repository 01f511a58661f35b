"""Which entry or report an id, or its beginning, means."""

from __future__ import annotations

from elshi.model.judgement import Judgement
from elshi.record.connection import Connection
from elshi.record.judgements import select_judged
from elshi.record.select import HELD_LINK
from elshi.record.where import HOLDS


def match_ids(db: Connection, beginning: str, at: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of entries and of reports that begin so, or the one that is meant exactly."""
    if _list_ids(db, f"SELECT id FROM entries WHERE id = ? AND {HOLDS}", beginning, at, at):  # noqa: S608 - ours
        return (beginning,), ()
    framed = _list_ids(
        db,
        "SELECT DISTINCT entry_id FROM links l JOIN frames f ON f.number = l.frame"  # noqa: S608 - ours
        f" WHERE (f.id = ? OR f.home = ?) AND entry_id IS NOT NULL AND {HELD_LINK} ORDER BY 1",
        beginning, beginning, at, at,
    ) or _list_ids(
        db,
        "SELECT DISTINCT entry_id FROM links l"  # noqa: S608 - ours
        f" WHERE machine_id = ? AND entry_id IS NOT NULL AND {HELD_LINK} ORDER BY 1",
        beginning, at, at,
    )  # fmt: skip
    if framed:
        return framed, ()
    if _list_ids(db, "SELECT id FROM reports WHERE id = ? AND recorded_from <= ?", beginning, at):
        return (), (beginning,)
    begun = "id >= ? AND substr(id, 1, length(?)) = ?"
    entries = f"SELECT id FROM entries WHERE {begun} AND {HOLDS} ORDER BY id"  # noqa: S608 - ours
    reports = f"SELECT id FROM reports WHERE {begun} AND recorded_from <= ? ORDER BY id"  # noqa: S608 - ours
    given = [beginning] * 3
    return _list_ids(db, entries, *given, at, at), _list_ids(db, reports, *given, at)


def _list_ids(db: Connection, sql: str, *values: object) -> tuple[str, ...]:
    return tuple(row[0] for row in db.rows(sql, *values))


def find_rejected(db: Connection, home: str, at: str) -> Judgement | None:
    """Return the judgement that rejected the frame with this home."""
    rows = db.rows(
        "SELECT report_id FROM links l JOIN frames f ON f.number = l.frame"  # noqa: S608 - ours
        f" WHERE home = ? AND entry_id IS NULL AND {HELD_LINK}",
        home, at, at,
    )  # fmt: skip
    judged = [j for (report,) in rows for j in select_judged(db, [report], at)]
    return next((judgement for judgement in judged if judgement.verdict == "reject"), None)
