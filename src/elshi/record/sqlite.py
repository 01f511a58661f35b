"""The store in one SQLite file: one writer and any number of readers at once, safe at any moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from elshi.errors import RegisterError
from elshi.model.entry import Dossier, Fault, Filing, Problem
from elshi.model.query import Query
from elshi.model.span import Evidence, Span
from elshi.record import select
from elshi.record.base import Change, Run
from elshi.record.facets import Bearer
from elshi.record.insert import insert_change
from elshi.record.opening import open_file
from elshi.record.verify import find_misquotes

_RESTORE = "restore the register from a copy, or add the reports to a new one"
# What the tables must never hold, each as a question whose answer is the ids that are wrong.
_CONTRADICTIONS = {
    "a statement without evidence": (
        "SELECT id FROM statements WHERE number NOT IN (SELECT statement FROM evidence) ORDER BY id"
    ),
    "an entry without statements": (
        "SELECT id FROM entries WHERE number NOT IN (SELECT entry FROM statements) ORDER BY id"
    ),
    "an entry that no words find": (
        "SELECT id FROM entries WHERE number NOT IN (SELECT rowid FROM words) ORDER BY id"
    ),
}


class SqliteStore:
    """A `Store` in a file."""

    def __init__(self, path: Path, *, create: bool = True, readonly: bool = False) -> None:
        """Open `path`; raises RegisterError as `Register.open` says."""
        self._db = open_file(path, create=create, readonly=readonly)

    def begin_run(self, run: Run) -> None:
        """Record that `run` began."""
        self._db.run("INSERT INTO runs VALUES (?, ?, ?)", run.id, run.started_at, run.version)

    def write(self, changes: Iterable[Change]) -> int:
        """Write all of `changes` in one transaction; return how many reports were new."""
        with self._db.transaction():
            return sum(insert_change(self._db, change) for change in changes)

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is held."""
        return self._db.value("SELECT 1 FROM reports WHERE id = ?", report_id) is not None

    def holds_receipt(self, digest: str) -> bool:
        """Tell whether a capture of this digest was taken in."""
        return self._db.value("SELECT 1 FROM captures WHERE digest = ?", digest) is not None

    def find_ids(self, query: Query) -> list[str]:
        """Return the ids of the entries that `query` asks for, in its order."""
        return select.select_ids(self._db, query)

    def count(self, query: Query) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        return select.count_entries(self._db, query)

    def read_dossiers(self, ids: Sequence[str]) -> Iterator[Dossier]:
        """Yield the entries of these ids in this order, with their statements."""
        return select.read_dossiers(self._db, ids)

    def list_entries_of(self, report_id: str) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        rows = self._db.rows(
            "SELECT e.id, min(q.start) FROM statements s JOIN entries e ON e.number = s.entry"
            " JOIN evidence v ON v.statement = s.number JOIN quotes q ON q.number = v.quote"
            " WHERE s.report_id = ? GROUP BY e.id ORDER BY 2, 1",
            report_id,
        )
        return [entry_id for entry_id, _ in rows]

    def read_filings(self, ids: Sequence[str] | None = None) -> Iterator[Filing]:
        """Yield the reports of these ids in this order, or all: newest first, undated last, then by id."""
        return select.read_filings(self._db, ids)

    def match_ids(self, beginning: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of entries and of reports that begin so, or the one that is meant exactly."""
        framed = self._db.rows(
            "SELECT id FROM entries WHERE id = ?1"
            " OR number IN (SELECT entry FROM statements WHERE frame_id = ?1) ORDER BY id",
            beginning,
        )
        if framed:
            return tuple(row[0] for row in framed), ()
        if self.holds(beginning):
            return (), (beginning,)
        return self._begin_so("entries", beginning), self._begin_so("reports", beginning)

    def _begin_so(self, table: str, beginning: str) -> tuple[str, ...]:
        sql = f"SELECT id FROM {table} WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id"  # noqa: S608 - ours
        return tuple(row[0] for row in self._db.rows(sql, beginning))

    def read_bearers(self) -> Iterator[Bearer]:
        """Yield everyone who bears an office or takes part, by entry id and place in the entry."""
        return select.read_bearers(self._db)

    def add_problem(self, problem: Problem) -> None:
        """Record a problem; the same place and cause once more changes nothing."""
        p = problem
        self._db.run(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            p.source, p.line, p.cause, p.advice, p.run, p.when,
        )  # fmt: skip

    def read_problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order of source, line and cause."""
        return select.read_problems(self._db)

    def find_faults(self) -> Iterator[Fault]:
        """Yield what SQLite finds wrong with the file, then contradictions, then misquotes."""
        try:
            yield from self._find_damage()
            for cause, sql in _CONTRADICTIONS.items():
                yield from (Fault(row[0], cause, _RESTORE) for row in self._db.rows(sql))
            yield from self._find_misquotes()
        except RegisterError as error:
            yield Fault("file", str(error), _RESTORE)

    def _find_damage(self) -> Iterator[Fault]:
        for (line,) in self._db.rows("PRAGMA integrity_check"):
            if line != "ok":
                yield Fault("file", line.replace("\n", " "), _RESTORE)
        for table, row, parent, _ in self._db.rows("PRAGMA foreign_key_check"):
            yield Fault(f"{table} {row}", f"refers to nothing in {parent}", _RESTORE)

    def _find_misquotes(self) -> Iterator[Fault]:
        for filing in self.read_filings():
            rows = self._db.rows(
                "SELECT start, stop, words FROM quotes WHERE report_id = ? ORDER BY start, stop",
                filing.report.id,
            )
            quotes = [Evidence(Span(start, stop), words) for start, stop, words in rows]
            yield from find_misquotes(filing.report, quotes)

    def close(self) -> None:
        """Close the file."""
        self._db.close()
