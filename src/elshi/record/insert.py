"""Writing a change into the tables, inside a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.model.entry import Filing, Statement, write_canonical
from elshi.model.filing import describe_layout
from elshi.model.span import Evidence
from elshi.record.base import Change, Receipt
from elshi.record.connection import Connection
from elshi.record.facets import Facets, read_facets
from elshi.record.match import write_name_key, write_office_key
from elshi.record.select import read_dossiers, read_filings
from elshi.record.verify import refuse_misquotes


def insert_change(db: Connection, change: Change) -> bool:
    """Write `change`; return whether it brought a new report."""
    known = change.filing is not None and _holds(db, change.filing.report.id)
    if change.filing and not known:
        _insert_filing(db, change.filing, change.run)
    if change.filing and change.receipt:
        _insert_receipt(db, change.receipt, change.filing.report.id)
    if not known:
        _insert_statements(db, change.statements)
    return change.filing is not None and not known


def _holds(db: Connection, report_id: str) -> bool:
    return db.value("SELECT 1 FROM reports WHERE id = ?", report_id) is not None


def _insert_filing(db: Connection, filing: Filing, run: str) -> None:
    r = filing.report
    db.run(
        "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.id, r.source, r.title, r.publisher, r.language, r.published, r.published_basis, r.text,
        write_canonical(describe_layout(r)), filing.recorded_at, run,
    )  # fmt: skip


def _insert_receipt(db: Connection, receipt: Receipt, report_id: str) -> None:
    db.run(
        "INSERT INTO captures VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        receipt.digest, receipt.source, receipt.line, report_id,
    )  # fmt: skip
    db.run("DELETE FROM problems WHERE source = ? AND line IS ?", receipt.source, receipt.line)


def _insert_statements(db: Connection, statements: Sequence[Statement]) -> None:
    fresh = {s.id: s for s in statements if db.value("SELECT 1 FROM statements WHERE id = ?", s.id) is None}
    texts: dict[str, str | None] = {r: _read_text(db, r) for r in {s.report_id for s in fresh.values()}}
    refuse_misquotes(fresh.values(), texts.get)
    entries = {s.entry_id: _number_entry(db, s) for s in fresh.values()}
    quotes: dict[tuple[str, Evidence], int] = {}
    for statement in fresh.values():
        _insert_statement(db, statement, entries[statement.entry_id], quotes)
    for dossier in read_dossiers(db, list(entries)):
        reports = {f.report.id: f.report for f in read_filings(db, dossier.entry.reports)}
        _index_entry(db, entries[dossier.entry.id], read_facets(dossier.entry, reports))


def _read_text(db: Connection, report_id: str) -> str | None:
    text: str | None = db.value("SELECT text FROM reports WHERE id = ?", report_id)
    return text


def _number_entry(db: Connection, statement: Statement) -> int:
    db.run(
        "INSERT INTO entries (id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING",
        statement.entry_id,
        statement.kind,
    )
    return int(db.value("SELECT number FROM entries WHERE id = ?", statement.entry_id))


def _insert_statement(
    db: Connection, statement: Statement, entry: int, quotes: dict[tuple[str, Evidence], int]
) -> None:
    s = statement
    number = db.run(
        "INSERT INTO statements (id, entry, field, value, report_id, frame_id, rule, recorded_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        s.id, entry, s.field, s.value, s.report_id, s.frame_id, s.rule, s.recorded_at,
    )  # fmt: skip
    for place, evidence in enumerate(s.evidence):
        key = s.report_id, evidence
        if key not in quotes:
            quotes[key] = _number_quote(db, *key)
        db.run("INSERT INTO evidence VALUES (?, ?, ?)", number, place, quotes[key])


def _number_quote(db: Connection, report_id: str, evidence: Evidence) -> int:
    place = report_id, evidence.span.start, evidence.span.stop
    db.run(
        "INSERT INTO quotes (report_id, start, stop, words) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        *place,
        evidence.quote,
    )
    return int(db.value("SELECT number FROM quotes WHERE report_id = ? AND start = ? AND stop = ?", *place))


def _index_entry(db: Connection, number: int, facets: Facets) -> None:
    bounds = [day.isoformat() if day else None for day in (facets.first, facets.last, facets.day)]
    db.run(
        "UPDATE entries SET first = ?, last = ?, day = ?, former = ?, report_id = ?, start = ?"
        " WHERE number = ?",
        *bounds, facets.former, facets.report, facets.start, number,
    )  # fmt: skip
    db.run("DELETE FROM facets WHERE entry = ?", number)
    db.run_many("INSERT INTO facets VALUES (?, ?, ?)", [(*pair, number) for pair in facets.values])
    db.run("DELETE FROM bearers WHERE entry = ?", number)
    db.run_many(
        "INSERT INTO bearers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _list_bearers(number, facets)
    )
    db.run("DELETE FROM words WHERE rowid = ?", number)
    db.run("INSERT INTO words (rowid, folded) VALUES (?, ?)", number, " ".join(facets.words))


def _list_bearers(number: int, facets: Facets) -> list[tuple[object, ...]]:
    return [
        (
            number, place, write_canonical(b.names), write_name_key(b), b.office, b.office_text,
            write_office_key(b), b.represents, b.posted_to, b.former, b.first_seen, b.last_seen,
        )
        for place, b in enumerate(facets.bearers)
    ]  # fmt: skip
