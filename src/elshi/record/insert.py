"""Writing a change into the tables, inside a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.model.entity import Entity
from elshi.model.entry import END, Filing, FrameKey, Link, StoredFrame, write_canonical
from elshi.model.filing import describe_layout
from elshi.model.judgement import Doubt, Judgement, Withdrawal
from elshi.model.span import Evidence, Span
from elshi.record.base import Change, Receipt
from elshi.record.connection import Connection
from elshi.record.index import index_change, index_frame
from elshi.record.traits import Traits, list_traits, note_traits
from elshi.record.verify import refuse_misquotes


def insert_change(db: Connection, change: Change, stamp: str) -> None:
    """Write `change` as recorded at `stamp`, and index every entry that it touches."""
    if change.filing:
        _insert_filing(db, change.filing, change.run, stamp)
    texts = {r: _read_text(db, r) for r in {f.report_id for f in change.frames}}
    refuse_misquotes((s for f in change.frames for s in f.statements), texts.get)
    _note_reading(db, change, stamp)
    closed = {key: (_number_frame(db, key), _close_link(db, key, stamp)) for key in change.closed_links}
    for key in change.closed_frames:
        number = _number_frame(db, key)
        db.run("UPDATE frames SET recorded_until = ? WHERE number = ?", stamp, number)
    new = {frame.key: _insert_frame(db, frame, stamp) for frame in change.frames}
    for frame in change.keyed:
        _insert_keys(db, _number_frame(db, frame.key), frame)
    for entity in change.entities:
        _insert_entity(db, entity, stamp)
    touched = [entry for _, entry in closed.values()]
    touched += [_insert_link(db, link, stamp) for link in change.links]
    for doubt in change.doubts:
        _insert_doubt(db, doubt, stamp)
    for judgement in change.judgements:
        _insert_judgement(db, judgement, stamp)
    for withdrawal in change.withdrawals:
        _withdraw(db, withdrawal, stamp)
    index_change(db, change, [entry for entry in touched if entry], stamp)
    note_traits(db, change, new, [(number, entry) for number, entry in closed.values() if entry])


def _insert_filing(db: Connection, filing: Filing, run: str, stamp: str) -> None:
    r = filing.report
    db.run(
        "INSERT INTO reports (id, source, title, publisher, language, published, published_basis, text,"
        " layout, recorded_at, run_id, recorded_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.id, r.source, r.title, r.publisher, r.language, r.published, r.published_basis, r.text,
        write_canonical(describe_layout(r)), filing.recorded_at, run, stamp,
    )  # fmt: skip


def _note_reading(db: Connection, change: Change, stamp: str) -> None:
    if change.receipt and change.report_id:
        _insert_receipt(db, change.receipt, change.report_id, stamp)
    if change.report_id and change.digest is not None:
        db.run(
            "UPDATE readings SET recorded_until = ? WHERE report_id = ? AND recorded_until = ?",
            stamp, change.report_id, END,
        )  # fmt: skip
        db.run("INSERT INTO readings VALUES (?, ?, ?, ?)", change.report_id, change.digest, stamp, END)
        db.run("DELETE FROM unresolved WHERE report_id = ?", change.report_id)


def _insert_receipt(db: Connection, receipt: Receipt, report_id: str, stamp: str) -> None:
    db.run(
        "INSERT INTO captures (digest, source, line, report_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        receipt.digest, receipt.source, receipt.line, report_id,
    )  # fmt: skip
    db.run(
        "UPDATE problems SET solved_at = ? WHERE source = ? AND coalesce(line, 0) = ? AND solved_at = ?",
        stamp, receipt.source, receipt.line or 0, END,
    )  # fmt: skip


def _read_text(db: Connection, report_id: str) -> str | None:
    text: str | None = db.value("SELECT text FROM reports WHERE id = ?", report_id)
    return text


def _number_frame(db: Connection, key: FrameKey) -> int:
    """Return the number of the open frame with this key."""
    sql = "SELECT number FROM frames WHERE report_id = ? AND id = ? AND recorded_until = ?"
    return db.number(sql, *key, END)


def _close_link(db: Connection, key: FrameKey, stamp: str) -> str | None:
    rows = db.rows(
        "UPDATE links SET recorded_until = ? WHERE frame = ? AND recorded_until = ? RETURNING entry_id",
        stamp, _number_frame(db, key), END,
    )  # fmt: skip
    return rows[0][0] if rows else None


def _insert_link(db: Connection, link: Link, stamp: str) -> str | None:
    db.run(
        "INSERT INTO links (frame, entry_id, machine_id, score, reasons, recorded_from, recorded_until)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        _number_frame(db, link.key), link.entry, link.machine, link.score, write_canonical(link.reasons),
        stamp, END,
    )  # fmt: skip
    return link.entry


def _insert_doubt(db: Connection, doubt: Doubt, stamp: str) -> None:
    db.run(
        "INSERT INTO doubts (frame, other, score, reasons, recorded_from) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        _number_frame(db, doubt.frame), _number_frame(db, doubt.other), doubt.score,
        write_canonical(doubt.reasons), stamp,
    )  # fmt: skip


def _insert_frame(db: Connection, frame: StoredFrame, stamp: str) -> Traits:
    """Write the frame with all that it is found by; return the traits that its entry has of it."""
    f = frame
    number = db.number(
        "INSERT INTO frames (id, report_id, kind, rule, home, founded, start, valid, judgement_id, corrects,"
        " recorded_at, recorded_from, recorded_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " RETURNING number",
        f.id, f.report_id, f.kind, f.rule, f.home, f.founded, f.start, f.valid, f.judgement, int(f.corrects),
        f.recorded_at, stamp, END,
    )  # fmt: skip
    grounds: dict[tuple[Evidence, ...], int] = {}
    for s in f.statements:
        grounds.setdefault(s.evidence, len(grounds))
    for evidence, ground in grounds.items():
        numbers = [_number_quote(db, f.report_id, e) for e in evidence]
        db.run_many(
            "INSERT INTO evidence (frame, ground, place, quote) VALUES (?, ?, ?, ?)",
            [(number, ground, place, quote) for place, quote in enumerate(numbers)],
        )
    db.run_many(
        "INSERT INTO statements (frame, place, field, value, rule, ground) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, place, s.field, s.value, None if s.rule == f.rule else s.rule, grounds[s.evidence])
            for place, s in enumerate(f.statements)
        ],
    )
    facets = index_frame(db, number, f)
    _insert_keys(db, number, f)
    return list_traits(facets)


def _insert_keys(db: Connection, number: int, frame: StoredFrame) -> None:
    db.run_many(
        "INSERT INTO mentions (frame, place, entity_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(number, place, entity) for place, entity in enumerate(frame.mentions)],
    )
    db.run_many(
        "UPDATE bearers SET entity_id = ? WHERE frame = ? AND place = ?",
        [(entity, number, place) for place, entity in enumerate(frame.mentions)],
    )
    db.run_many(
        "INSERT INTO blocks (key, frame) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, number) for key in dict.fromkeys(frame.keys)],
    )


def _number_quote(db: Connection, report_id: str, evidence: Evidence) -> int:
    place = report_id, evidence.span.start, evidence.span.stop
    db.run(
        "INSERT INTO quotes (report_id, start, stop, words) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        *place,
        evidence.quote,
    )
    return db.number("SELECT number FROM quotes WHERE report_id = ? AND start = ? AND stop = ?", *place)


def _insert_entity(db: Connection, entity: Entity, stamp: str) -> None:
    e = entity
    db.run("UPDATE entities SET recorded_until = ? WHERE id = ? AND recorded_until = ?", stamp, e.id, END)
    db.run(
        "INSERT INTO entities (id, kind, name, names, country, wikidata, same_as, offices, recorded_from,"
        " recorded_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        e.id, e.kind, e.name, write_canonical(e.names), e.country, e.wikidata, e.same_as,
        write_canonical(e.offices), stamp, END,
    )  # fmt: skip
    db.run_many(
        "INSERT INTO entity_keys (key, entity_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, e.id) for key in dict.fromkeys(e.keys)],
    )


def _insert_judgement(db: Connection, judgement: Judgement, stamp: str) -> None:
    j, quote = judgement, judgement.quote
    start, stop, words = (quote.span.start, quote.span.stop, quote.quote) if quote else (None, None, None)
    number = db.number(
        "INSERT INTO judgements (id, verdict, subject, field, value, quoted, start, stop, words, by_whom,"
        " note, made_at, recorded_from, recorded_until, withdrawn_at, withdrawn_by, withdrawn_note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        j.id, j.verdict, j.subject, j.field, write_canonical(j.value), j.quoted, start, stop, words, j.by,
        j.note, j.at, stamp, j.withdrawn_at or END, j.withdrawn_at, j.withdrawn_by, j.withdrawn_note,
    )  # fmt: skip
    db.run_many(
        "INSERT INTO anchors (judgement, place, side, report_id, kind, spans, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (number, place, a.side, a.report_id, a.kind, _write_spans(a.spans), a.words)
            for place, a in enumerate(j.anchors)
        ],
    )


def _write_spans(spans: Sequence[Span]) -> str:
    return write_canonical([[span.start, span.stop] for span in spans])


def _withdraw(db: Connection, withdrawal: Withdrawal, stamp: str) -> None:
    db.run(
        "UPDATE judgements SET recorded_until = ?, withdrawn_at = ?, withdrawn_by = ?, withdrawn_note = ?"
        " WHERE id = ?",
        stamp, stamp, withdrawal.by, withdrawal.note, withdrawal.judgement,
    )  # fmt: skip
