"""What entries can be found by as they stand now: each trait of an entry once, however many frames say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from elshi.model.entry import END, FrameKey
from elshi.record.base import Change
from elshi.record.connection import Connection
from elshi.record.facets import Facets, read_facets
from elshi.record.frames import read_frames
from elshi.record.match import write_name_key, write_office_key

Traits = frozenset[tuple[str, str]]  # pairs of a facet and a folded value

_NAMED = "INSERT INTO traits (facet, value) SELECT DISTINCT {facet}, {value} FROM {table}"
_HAD = """
  INSERT INTO entry_traits SELECT DISTINCT t.number, l.entry_id FROM {table}
  JOIN traits t ON t.facet = {facet} AND t.value = {value} JOIN links l ON l.frame = {table}.frame
  WHERE l.recorded_until = '{END}' AND l.entry_id IS NOT NULL
"""
# Where the traits of frames stand: table, facet and value.
_FRAMES = (
    ("facets", "facets.facet", "facets.value"),
    ("bearers", "'name'", "name_key"),
    ("bearers", "'title'", "office_key"),
)


def list_traits(facets: Facets) -> Traits:
    """Return what an entry can be found by because of a frame with these facets."""
    names = {("name", write_name_key(b)) for b in facets.bearers}
    return facets.values | names | {("title", write_office_key(b)) for b in facets.bearers}


def fill_traits(db: Connection) -> None:
    """Write the traits of all entries, where none are written yet."""
    if db.value("SELECT 1 FROM entry_traits LIMIT 1") is None:
        for sql in (_NAMED, _HAD):
            for table, facet, value in _FRAMES:
                db.run(sql.format(table=table, facet=facet, value=value, END=END))


def note_traits(
    db: Connection,
    change: Change,
    new: Mapping[FrameKey, Traits],
    gone: Iterable[tuple[int, str]],
) -> None:
    """Write the traits of the entries that `change` touched, after its links are written.

    `new` has the traits of its new frames, `gone` the numbers of frames with the entries they stood in.
    """
    lost: dict[str, list[int]] = {}
    for number, entry_id in gone:
        lost.setdefault(entry_id, []).append(number)
    for entry_id, numbers in lost.items():
        _renew_entry(db, entry_id, numbers)
    for link in change.links:
        if link.entry and link.entry not in lost:
            _add_traits(db, link.entry, new[link.key] if link.key in new else _read_open(db, link.key))


def _renew_entry(db: Connection, entry_id: str, gone: Sequence[int]) -> None:
    """Take the traits of frames that are gone off an entry, but for those that other frames of it have."""
    sql = "SELECT frame FROM links WHERE entry_id = ? AND recorded_until = ?"
    now = _read_traits(db, [row[0] for row in db.rows(sql, entry_id, END)])
    left = _read_traits(db, gone) - now
    db.run_many(
        "DELETE FROM entry_traits WHERE entry_id = ? AND trait ="
        " (SELECT number FROM traits WHERE facet = ? AND value = ?)",
        [(entry_id, *trait) for trait in sorted(left)],
    )
    _add_traits(db, entry_id, now)


def _add_traits(db: Connection, entry_id: str, traits: Traits) -> None:
    rows = sorted(traits)
    db.run_many("INSERT INTO traits (facet, value) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)
    db.run_many(
        "INSERT INTO entry_traits SELECT number, ? FROM traits WHERE facet = ? AND value = ?"
        " ON CONFLICT DO NOTHING",
        [(entry_id, *trait) for trait in rows],
    )


def _read_open(db: Connection, key: FrameKey) -> Traits:
    sql = "SELECT number FROM frames WHERE report_id = ? AND id = ? AND recorded_until = ?"
    return _read_traits(db, [db.number(sql, *key, END)])


def _read_traits(db: Connection, numbers: Sequence[int]) -> Traits:
    """Return the traits of the frames with these numbers."""
    traits: set[tuple[str, str]] = set()
    for frame in read_frames(db, numbers).values():
        ((language, published),) = db.rows(
            "SELECT language, published FROM reports WHERE id = ?", frame.report_id
        )
        traits |= list_traits(read_facets(frame, language, published))
    return frozenset(traits)
