"""Reading the tables back into what was put in, as of any time."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from elshi.model.entity import Entity
from elshi.model.entry import NOW, Dossier, Filing, FrameKey, Link, Problem, StoredFrame, write_canonical
from elshi.model.filing import parse_filing
from elshi.model.query import Query
from elshi.record.assemble import WHOLE, Around, Part, assemble_dossier, choose_ends
from elshi.record.base import Value
from elshi.record.connection import Connection
from elshi.record.facets import Bearer
from elshi.record.frames import BATCH as FRAMES
from elshi.record.frames import read_frames
from elshi.record.where import HOLDS, write_where

BATCH = 100  # entries or reports fetched at a time: few questions, little held
_FIRST = 16  # entries fetched before it is known whether more are wanted

_REPORT = ("id", "source", "title", "publisher", "language", "published", "published_basis", "text")
HELD_LINK = "l.recorded_from <= ? AND l.recorded_until > ?"
_LINK = "f.report_id, f.id, entry_id, machine_id, score, reasons"


def select_ids(db: Connection, query: Query, at: str) -> list[str]:
    """Return the ids of the entries that `query` asks for, in its order."""
    clause, values = write_where(db, query, at)
    order = "ASC" if query.oldest_first else "DESC"
    found = db.rows(
        f"SELECT id FROM entries WHERE {clause}"  # noqa: S608 - the clause is ours, its values are parameters
        f" ORDER BY day IS NULL, day {order}, report_id, start, id LIMIT ? OFFSET ?",
        *values,
        sys.maxsize if query.limit is None else query.limit,
        query.offset,
    )
    return [row[0] for row in found]


def count_entries(db: Connection, query: Query, at: str) -> int:
    """Return how many entries `query` asks for, whatever its limit and offset."""
    clause, values = write_where(db, query, at)
    return int(db.value(f"SELECT count(*) FROM entries WHERE {clause}", *values))  # noqa: S608 - as above


def read_dossiers(db: Connection, ids: Sequence[str], at: str = NOW) -> Iterator[Dossier]:
    """Yield the entries of these ids in this order, fetched in batches as they are taken."""
    return (dossier for dossier, _ in read_parts(db, ids, at))


def read_parts(
    db: Connection, ids: Sequence[str], at: str, part: Part = WHOLE
) -> Iterator[tuple[Dossier, int]]:
    """Yield the same of part of their frames, with how many there are in all.

    The first batches are small, since whoever reads may stop soon: there are entries of thousands of frames.
    """
    first = 0
    while first < len(ids):
        size = min(max(first, _FIRST), BATCH)
        yield from _read_batch(db, ids[first : first + size], at, part)
        first += size


def _read_batch(db: Connection, ids: Sequence[str], at: str, part: Part) -> Iterator[tuple[Dossier, int]]:
    told = _number_frames(db, ids, at, part.report)
    if not told:
        return  # PostgreSQL knows no empty list
    chosen = {entry: choose_ends(numbers, part.most) for entry, numbers in told.items()}
    wanted = [number for numbers in chosen.values() for number in numbers]
    frames, links = read_frames(db, wanted, part.fields), _read_links_of(db, wanted, at)
    around = _look_around(db, list(frames.values()), at)
    for entry_id in ids:
        members = chosen.get(entry_id, [])
        if any(not frames[number].corrects for number in members):
            ours = [frames[number] for number in members]
            dossier = assemble_dossier(entry_id, ours, [links[number] for number in members], around)
            yield dossier, len(told[entry_id])


def _number_frames(db: Connection, ids: Sequence[str], at: str, report: str | None) -> dict[str, list[int]]:
    """Return the numbers of the frames (of one report) that stand in these entries, as they were recorded.

    There may be thousands of them, of which few are wanted.
    """
    of_report = "" if report is None else " AND frame IN (SELECT number FROM frames WHERE report_id = ?)"
    rows = db.rows(
        f"SELECT entry_id, frame FROM links l WHERE entry_id IN ({list_marks(ids)})"  # noqa: S608 - ours
        f" AND {HELD_LINK}{of_report} ORDER BY frame",
        *ids, at, at, *(() if report is None else (report,)),
    )  # fmt: skip
    told: dict[str, list[int]] = {}
    for entry_id, number in rows:
        told.setdefault(entry_id, []).append(number)
    return told


def _read_links_of(db: Connection, numbers: Sequence[int], at: str) -> dict[int, Link]:
    """Return the links that frames of these numbers have at a time."""
    links: dict[int, Link] = {}
    for first in range(0, len(numbers), FRAMES):
        batch = numbers[first : first + FRAMES]
        rows = db.rows(
            f"SELECT l.frame, {_LINK} FROM links l JOIN frames f ON f.number = l.frame"  # noqa: S608 - ours
            f" WHERE l.frame IN ({list_marks(batch)}) AND {HELD_LINK}",
            *batch, at, at,
        )  # fmt: skip
        links |= {number: _make_link(row) for number, *row in rows}
    return links


def _look_around(db: Connection, frames: Sequence[StoredFrame], at: str) -> Around:
    reports = list(dict.fromkeys(f.report_id for f in frames))
    told = db.rows(
        f"SELECT id, source, published FROM reports WHERE id IN ({list_marks(reports)})",  # noqa: S608 - ours
        *reports,
    )
    parents = [
        (frame.report_id, json.loads(s.value))
        for frame in frames
        for s in frame.statements
        if s.field == "part_of" and not frame.corrects
    ]
    mentioned = sorted({m for f in frames for m in f.mentions if m})
    entities = select_entities(db, mentioned, at) if mentioned else []
    return Around(
        sources={report: source for report, source, _ in told},
        published={report: published for report, _, published in told},
        parents={link.key: link.entry for link in read_links(db, parents, at) if link.entry},
        entities={e.id: e.same_as or e.id for e in entities},
    )


def read_values(db: Connection, fields: Sequence[str], at: str = NOW) -> list[Value]:
    """Return every value that frames in entries give these fields, each once, in order."""
    rows = db.rows(
        "SELECT DISTINCT l.entry_id, f.kind, s.field, s.value, r.language FROM statements s"  # noqa: S608 - ours
        " JOIN frames f ON f.number = s.frame JOIN links l ON l.frame = s.frame"
        " JOIN reports r ON r.id = f.report_id"
        f" WHERE s.field IN ({list_marks(fields)}) AND l.entry_id IS NOT NULL AND {HELD_LINK}",
        *fields, at, at,
    )  # fmt: skip
    return sorted(Value(*row) for row in rows)


def read_links(db: Connection, keys: Sequence[FrameKey], at: str = NOW) -> list[Link]:
    """Return the links that frames with these keys have at a time, in the order of `keys`, each once."""
    wanted = dict.fromkeys(keys)
    links: dict[FrameKey, Link] = {}
    for report_id in dict.fromkeys(report_id for report_id, _ in wanted):
        rows = db.rows(
            f"SELECT {_LINK} FROM links l JOIN frames f ON f.number = l.frame"  # noqa: S608 - ours
            f" WHERE f.report_id = ? AND {HELD_LINK}",
            report_id, at, at,
        )  # fmt: skip
        links |= {(row[0], row[1]): _make_link(row) for row in rows}
    return [links[key] for key in wanted if key in links]


def _make_link(row: Sequence[Any]) -> Link:
    report_id, frame_id, entry_id, machine_id, score, reasons = row
    return Link(report_id, frame_id, entry_id, machine_id, score, tuple(json.loads(reasons)))


def read_open(db: Connection, report_id: str, at: str = NOW) -> list[StoredFrame]:
    """Return the frames that a report has at a time, in the order of recording."""
    rows = db.rows(
        f"SELECT number FROM frames WHERE report_id = ? AND {HOLDS} ORDER BY number",  # noqa: S608 - ours
        report_id, at, at,
    )  # fmt: skip
    return list(read_frames(db, [row[0] for row in rows]).values())


def read_staged(
    db: Connection, report_id: str, statuses: Collection[str], at: str
) -> list[tuple[StoredFrame, str]]:
    """Return the engagements that a report tells with one of these statuses, each with its entry."""
    said = [write_canonical(status) for status in sorted(statuses)]
    rows = db.rows(
        "SELECT DISTINCT f.number, l.entry_id FROM frames f JOIN links l ON l.frame = f.number"  # noqa: S608 - ours
        " JOIN statements s ON s.frame = f.number WHERE f.report_id = ? AND f.kind = 'engagement'"
        " AND f.corrects = 0 AND f.recorded_from <= ? AND f.recorded_until > ? AND l.entry_id IS NOT NULL"
        f" AND {HELD_LINK} AND s.field = 'status' AND s.value IN ({list_marks(said)}) ORDER BY f.number",
        report_id, at, at, at, at, *said,
    )  # fmt: skip
    frames = read_frames(db, [number for number, _ in rows])
    return [(frames[number], entry_id) for number, entry_id in rows]


def list_marks(values: Sequence[object]) -> str:
    """Return the parameters of an SQL list of so many values."""
    return ", ".join("?" for _ in values)


def read_filings(db: Connection, ids: Sequence[str] | None = None, at: str = NOW) -> Iterator[Filing]:
    """Yield the reports of these ids in this order, or all in the order of reports, in batches."""
    if ids is None:
        rows = db.rows(
            "SELECT id FROM reports WHERE recorded_from <= ? ORDER BY coalesce(published, '') DESC, id", at
        )
        ids = [row[0] for row in rows]
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        rows = db.rows(
            "SELECT id, source, title, publisher, language, published, published_basis, text,"  # noqa: S608 - ours
            f" layout, recorded_at FROM reports WHERE id IN ({list_marks(batch)})",
            *batch,
        )
        found = {row[0]: _make_filing(row) for row in rows}
        yield from (found[report_id] for report_id in batch)


def _make_filing(row: tuple[str, ...]) -> Filing:
    *columns, layout, recorded_at = row
    return parse_filing(
        dict(zip(_REPORT, columns, strict=True)) | json.loads(layout) | {"recorded_at": recorded_at}
    )


def read_bearers(db: Connection, at: str = NOW, persons: Sequence[str] | None = None) -> Iterator[Bearer]:
    """Yield everyone, or these persons, who bears an office or takes part, by entry, frame and place."""
    known = {e.id: e.same_as or e.id for e in select_entities(db, persons, at)}
    chosen, values = _choose_persons(persons)
    rows = db.rows(
        "SELECT l.entry_id, f.kind, b.entity_id, names, office, office_text, represents, posted_to, former,"  # noqa: S608 - ours
        " first_seen, last_seen FROM bearers b JOIN frames f ON f.number = b.frame"
        f" JOIN links l ON l.frame = b.frame WHERE l.entry_id IS NOT NULL AND {HELD_LINK}{chosen}"
        " ORDER BY l.entry_id, f.founded, f.report_id, f.start, f.home, b.place",
        at, at, *values,
    )  # fmt: skip
    for entry_id, kind, entity, names, office, text, represents, posted_to, former, *seen in rows:
        spelled, who = _read_names(names), known.get(entity)
        yield Bearer(entry_id, kind, who, spelled, office, text, represents, posted_to, bool(former), *seen)


@functools.lru_cache(maxsize=8192)
def _read_names(names: str) -> tuple[str, ...]:
    """Return spellings written as a JSON list: those of one person come a thousand times."""
    return tuple(json.loads(names))


def _choose_persons(persons: Sequence[str] | None) -> tuple[str, tuple[str, ...]]:
    if persons is None:
        return "", ()
    marks = list_marks(persons)
    named = f"SELECT frame FROM mentions WHERE entity_id IN ({marks})"  # noqa: S608 - ours
    return f" AND b.entity_id IN ({marks}) AND b.frame IN ({named})", (*persons, *persons)


def read_problems(db: Connection, at: str = NOW) -> tuple[Problem, ...]:
    """Return the problems in the order of source, line and cause."""
    rows = db.rows(
        "SELECT source, line, cause, advice, run_id, met_at FROM problems"
        " WHERE met_at <= ? AND solved_at > ? ORDER BY source, coalesce(line, 0), cause",
        at, at,
    )  # fmt: skip
    return tuple(Problem(*row) for row in rows)


def select_entities(db: Connection, ids: Sequence[str] | None, at: str = NOW) -> list[Entity]:
    """Return the entities of these ids, or all, by id, without their keys."""
    entities: list[Entity] = []
    chosen = [("", ())] if ids is None else list_batches("id", sorted(set(ids)))
    for clause, values in chosen:
        rows = db.rows(
            "SELECT id, kind, name, names, country, wikidata, same_as, offices FROM entities"  # noqa: S608 - ours
            f" WHERE {clause}{HOLDS} ORDER BY id",
            *values, at, at,
        )  # fmt: skip
        for ident, kind, name, names, country, wikidata, same_as, offices in rows:
            spelled = tuple(json.loads(names))
            entities.append(
                Entity(ident, kind, name, spelled, country, wikidata, same_as, tuple(json.loads(offices)))
            )
    return entities


def read_leaders(db: Connection, at: str = NOW) -> dict[str, str]:
    """Return with which entity each one that was judged to be another is one, by its id."""
    return dict(db.rows(f"SELECT id, same_as FROM entities WHERE same_as IS NOT NULL AND {HOLDS}", at, at))  # noqa: S608 - ours


def list_batches(column: str, values: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Return conditions, each to stand before another, that `column` has one of `values`, some in each."""
    batches = [tuple(values[first : first + BATCH]) for first in range(0, len(values), BATCH)]
    return [(f"{column} IN ({list_marks(batch)}) AND ", batch) for batch in batches]
