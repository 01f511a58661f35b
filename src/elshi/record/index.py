"""The index by which entries are found: what frames say, written once, and a version of what leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from elshi.model.entry import END, StoredFrame, write_canonical
from elshi.record.base import Change
from elshi.record.connection import Connection
from elshi.record.facets import Facets, read_facets
from elshi.record.frames import BATCH, read_frames
from elshi.record.grow import extend_entry
from elshi.record.match import write_name_key, write_office_key
from elshi.record.passages import write_passage
from elshi.record.select import list_marks, read_dossiers
from elshi.record.standing import Standing, read_standing

_COLUMNS = "kind, type, status, first, last, day, former, told, report_id, start"


def index_frame(db: Connection, number: int, frame: StoredFrame) -> Facets:
    """Write what the frame with this number can be found by, as far as it is missing, and return it."""
    ((language, published),) = db.rows(
        "SELECT language, published FROM reports WHERE id = ?", frame.report_id
    )
    facets = read_facets(frame, language, published)
    db.run_many(
        "INSERT INTO facets (facet, value, frame) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(*pair, number) for pair in sorted(facets.values)],
    )
    db.run_many(
        "INSERT INTO bearers (frame, place, entity_id, names, name_key, office, office_text, office_key,"
        " represents, posted_to, former, first_seen, last_seen)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        _list_bearers(number, facets),
    )
    write_passage(db, number, facets.terms)
    return facets


def index_change(db: Connection, change: Change, touched: Iterable[str], stamp: str) -> None:
    """Index the entries `touched` by `change`; a tenure that only gained frames is not read for it."""
    read = []
    for entry_id in dict.fromkeys(touched):
        grown = extend_entry(change, entry_id, _read_version(db, entry_id))
        if grown and not _is_corrected(db, entry_id):
            _set_version(db, entry_id, grown, stamp)
        else:
            read.append(entry_id)
    index_entries(db, read, stamp)


def _read_version(db: Connection, entry_id: str) -> Standing | None:
    sql = f"SELECT {_COLUMNS} FROM entries WHERE id = ? AND recorded_until = ?"  # noqa: S608 - ours
    for kind, code, status, first, last, _, former, *place in db.rows(sql, entry_id, END):
        bounds = [dt.date.fromisoformat(day) if day else None for day in (first, last)]
        return Standing(entry_id, kind, code, status, bounds[0], bounds[1], bool(former), *place)
    return None


def _is_corrected(db: Connection, entry_id: str) -> bool:
    # The corrections first, which are few: a president's tenure has as many frames as there are reports.
    sql = (
        "SELECT 1 FROM frames f CROSS JOIN links l WHERE l.frame = f.number"
        " AND f.corrects = 1 AND l.entry_id = ? AND l.recorded_until = ?"
    )
    return db.value(sql, entry_id, END) is not None


def index_entries(db: Connection, ids: Sequence[str], stamp: str) -> None:
    """Make a version of each of these entries as it stands now; what did not change keeps its version."""
    standing = {s.entry_id: s for s in _read_standing(db, ids)}
    for entry_id in ids:
        _set_version(db, entry_id, standing.get(entry_id), stamp)


def fill_index(db: Connection) -> None:
    """Index what a migration left without: entries stand as they did since their frames were recorded."""
    rows = db.rows(
        "SELECT number FROM frames WHERE number NOT IN (SELECT rowid FROM passages) ORDER BY number"
    )
    numbers = [row[0] for row in rows]
    for first in range(0, len(numbers), BATCH):  # as many as one question fetches, however many there are
        for number, frame in read_frames(db, numbers[first : first + BATCH]).items():
            index_frame(db, number, frame)
    bare = db.rows(
        "SELECT entry_id, max(recorded_from) FROM links WHERE recorded_until = ? AND entry_id NOT IN"
        " (SELECT id FROM entries) GROUP BY entry_id",
        END,
    )
    for entry_id, since in bare:
        index_entries(db, [entry_id], since)


def _read_standing(db: Connection, ids: Sequence[str]) -> list[Standing]:
    found = []
    for dossier in read_dossiers(db, ids):
        reports = dossier.entry.reports
        rows = db.rows(f"SELECT id, published FROM reports WHERE id IN ({list_marks(reports)})", *reports)  # noqa: S608 - ours
        found.append(read_standing(dossier, dict(rows)))
    return found


def _set_version(db: Connection, entry_id: str, standing: Standing | None, stamp: str) -> None:
    columns = _list_columns(standing) if standing else ()
    rows = db.rows(
        f"SELECT number, {_COLUMNS} FROM entries WHERE id = ? AND recorded_until = ?",  # noqa: S608 - ours
        entry_id,
        END,
    )
    if rows and tuple(rows[0][1:]) == columns:
        return
    if rows:
        db.run("UPDATE entries SET recorded_until = ? WHERE number = ?", stamp, rows[0][0])
    if standing:
        db.run(
            f"INSERT INTO entries (id, {_COLUMNS}, recorded_from, recorded_until)"  # noqa: S608 - ours
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            entry_id, *columns, stamp, END,
        )  # fmt: skip


def _list_columns(standing: Standing) -> tuple[object, ...]:
    s = standing
    bounds = [day.isoformat() if day else None for day in (s.first, s.last, s.day)]
    return (s.kind, s.type, s.status, *bounds, int(s.former), s.told, s.report, s.start)


def _list_bearers(number: int, facets: Facets) -> list[tuple[object, ...]]:
    return [
        (
            number, place, b.entity, write_canonical(b.names), write_name_key(b), b.office, b.office_text,
            write_office_key(b), b.represents, b.posted_to, int(b.former), b.first_seen, b.last_seen,
        )
        for place, b in enumerate(facets.bearers)
    ]  # fmt: skip
