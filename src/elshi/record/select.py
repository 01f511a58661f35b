"""Reading the tables back into what was put in."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence

from elshi.model.entry import Dossier, Filing, Problem, Statement
from elshi.model.filing import parse_filing
from elshi.model.query import Query
from elshi.model.span import Evidence, Span
from elshi.record.assemble import assemble_dossier
from elshi.record.connection import Connection
from elshi.record.facets import Bearer
from elshi.record.where import write_where

BATCH = 100  # entries or reports fetched at a time: few questions, little held

_REPORT = ("id", "source", "title", "publisher", "language", "published", "published_basis", "text")


def select_ids(db: Connection, query: Query) -> list[str]:
    """Return the ids of the entries that `query` asks for, in its order."""
    clause, values = write_where(query)
    order = "ASC" if query.oldest_first else "DESC"
    found = db.rows(
        f"SELECT id FROM entries WHERE {clause}"  # noqa: S608 - the clause is ours, its values are parameters
        f" ORDER BY day IS NULL, day {order}, report_id, start, id LIMIT ? OFFSET ?",
        *values,
        -1 if query.limit is None else query.limit,
        query.offset,
    )
    return [row[0] for row in found]


def count_entries(db: Connection, query: Query) -> int:
    """Return how many entries `query` asks for, whatever its limit and offset."""
    clause, values = write_where(query)
    return int(db.value(f"SELECT count(*) FROM entries WHERE {clause}", *values))  # noqa: S608 - as above


def read_dossiers(db: Connection, ids: Sequence[str]) -> Iterator[Dossier]:
    """Yield the entries of these ids in this order, fetched in batches as they are taken."""
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        statements = _group_statements(db, batch)
        reports = {s.report_id for group in statements.values() for s in group}
        sources = dict(
            db.rows(
                "SELECT id, source FROM reports WHERE id IN (SELECT value FROM json_each(?))",
                json.dumps(list(reports)),
            )
        )
        yield from (assemble_dossier(statements[entry_id], sources) for entry_id in batch)


def _group_statements(db: Connection, ids: Sequence[str]) -> dict[str, list[Statement]]:
    chosen = json.dumps(list(ids))
    evidence = _group_evidence(db, chosen)
    rows = db.rows(
        "SELECT s.number, s.id, e.id, e.kind, field, value, s.report_id, frame_id, rule, recorded_at"
        " FROM entries e JOIN statements s ON s.entry = e.number"
        " WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY s.number",
        chosen,
    )
    groups: dict[str, list[Statement]] = {entry_id: [] for entry_id in ids}
    for number, ident, entry, kind, field, value, report, frame, rule, recorded_at in rows:
        quotes = evidence.get(number, ())
        groups[entry].append(
            Statement(ident, entry, kind, field, value, report, frame, rule, quotes, recorded_at)
        )
    return groups


def _group_evidence(db: Connection, chosen: str) -> dict[int, tuple[Evidence, ...]]:
    rows = db.rows(
        "SELECT v.statement, q.start, q.stop, q.words FROM entries e"
        " JOIN statements s ON s.entry = e.number JOIN evidence v ON v.statement = s.number"
        " JOIN quotes q ON q.number = v.quote"
        " WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY v.statement, v.place",
        chosen,
    )
    return {
        number: tuple(Evidence(Span(start, stop), words) for _, start, stop, words in group)
        for number, group in itertools.groupby(rows, key=lambda row: row[0])
    }


def read_filings(db: Connection, ids: Sequence[str] | None = None) -> Iterator[Filing]:
    """Yield the reports of these ids in this order, or all in the order of reports, in batches."""
    if ids is None:
        ids = [row[0] for row in db.rows("SELECT id FROM reports ORDER BY coalesce(published, '') DESC, id")]
    for first in range(0, len(ids), BATCH):
        batch = ids[first : first + BATCH]
        rows = db.rows(
            "SELECT id, source, title, publisher, language, published, published_basis, text,"
            " layout, recorded_at FROM reports WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(list(batch)),
        )
        found = {row[0]: _make_filing(row) for row in rows}
        yield from (found[report_id] for report_id in batch)


def _make_filing(row: tuple[str, ...]) -> Filing:
    *columns, layout, recorded_at = row
    return parse_filing(
        dict(zip(_REPORT, columns, strict=True)) | json.loads(layout) | {"recorded_at": recorded_at}
    )


def read_bearers(db: Connection) -> Iterator[Bearer]:
    """Yield everyone who bears an office or takes part, by entry id and place in the entry."""
    rows = db.rows(
        "SELECT id, kind, names, office, office_text, represents, posted_to, b.former, first_seen, last_seen"
        " FROM bearers b JOIN entries ON number = entry ORDER BY id, place"
    )
    for entry_id, kind, names, office, office_text, represents, posted_to, former, *seen in rows:
        spelled = tuple(json.loads(names))
        yield Bearer(entry_id, kind, spelled, office, office_text, represents, posted_to, bool(former), *seen)


def read_problems(db: Connection) -> tuple[Problem, ...]:
    """Return the problems in the order of source, line and cause."""
    rows = db.rows("SELECT * FROM problems ORDER BY source, ifnull(line, 0), cause")
    return tuple(Problem(*row) for row in rows)
