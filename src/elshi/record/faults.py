"""What the tables must never hold, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.model.entry import END, Fault, Filing
from elshi.model.span import Evidence, Span
from elshi.record.connection import Connection
from elshi.record.verify import find_misquotes

RESTORE = "restore the register from a copy, or add the reports to a new one"
# What the tables must never hold, each as a question whose answer is the ids that are wrong.
_CONTRADICTIONS = {
    "a frame without statements": (
        "SELECT id FROM frames WHERE number NOT IN (SELECT frame FROM statements) ORDER BY id"
    ),
    "a statement without evidence": (
        "SELECT f.id FROM statements s JOIN frames f ON f.number = s.frame WHERE NOT EXISTS"
        " (SELECT 1 FROM evidence v WHERE v.frame = s.frame AND v.ground = s.ground) ORDER BY f.id"
    ),
    "a frame that stands in no entry": (
        "SELECT id FROM frames WHERE recorded_until = '{END}' AND number NOT IN"
        " (SELECT frame FROM links WHERE recorded_until = '{END}') ORDER BY id"
    ),
    "an entry without statements": (
        "SELECT id FROM entries WHERE recorded_until = '{END}' AND id NOT IN"
        " (SELECT entry_id FROM links WHERE recorded_until = '{END}' AND entry_id IS NOT NULL) ORDER BY id"
    ),
    "an entry that cannot be found": (
        # A correction waits with its entry where a later reading no longer tells of it.
        "SELECT DISTINCT entry_id FROM links JOIN frames f ON f.number = frame"
        " WHERE corrects = 0 AND links.recorded_until = '{END}' AND entry_id IS NOT NULL AND entry_id NOT IN"
        " (SELECT id FROM entries WHERE recorded_until = '{END}') ORDER BY 1"
    ),
    "a frame that no words find": (
        "SELECT id FROM frames WHERE number NOT IN (SELECT rowid FROM passages) ORDER BY id"
    ),
}


def find_contradictions(db: Connection) -> Iterator[Fault]:
    """Yield what contradicts itself in the tables."""
    for cause, sql in _CONTRADICTIONS.items():
        rows = db.rows(sql.replace("{END}", END))
        yield from (Fault(row[0], cause, RESTORE) for row in rows)


def find_misquoted(db: Connection, filings: Iterable[Filing]) -> Iterator[Fault]:
    """Yield the quotes that their reports do not say."""
    for filing in filings:
        rows = db.rows(
            "SELECT start, stop, words FROM quotes WHERE report_id = ? ORDER BY start, stop", filing.report.id
        )
        quotes = [Evidence(Span(start, stop), words) for start, stop, words in rows]
        yield from find_misquotes(filing.report, quotes)
