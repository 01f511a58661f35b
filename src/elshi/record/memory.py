"""The reference store: plain mappings, every filter in its plain meaning, gone when closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from elshi.model.entry import Dossier, Fault, Filing, Problem, Statement
from elshi.model.query import Query
from elshi.record.assemble import assemble_dossier
from elshi.record.base import Change, Receipt, Run
from elshi.record.facets import Bearer, Facets, read_facets
from elshi.record.match import matches
from elshi.record.order import order_entries, order_filings, order_problems
from elshi.record.verify import find_misquotes, refuse_misquotes


class MemoryStore:
    """A `Store` in mappings, each in the order of recording."""

    def __init__(self) -> None:
        """Begin empty."""
        self._runs: dict[str, Run] = {}
        self._filings: dict[str, Filing] = {}
        self._receipts: dict[str, Receipt] = {}
        self._statements: dict[str, Statement] = {}
        self._by_entry: dict[str, list[Statement]] = {}
        self._facets: dict[str, Facets] = {}
        self._problems: dict[tuple[str, int | None, str], Problem] = {}

    def begin_run(self, run: Run) -> None:
        """Record that `run` began."""
        self._runs[run.id] = run

    def write(self, changes: Iterable[Change]) -> int:
        """Write all of `changes`, or nothing where one is refused; return how many reports were new."""
        told = self._drop_known(changes)
        new = {c.filing.report.id: c.filing for c in told if c.filing}
        refuse_misquotes((s for c in told for s in c.statements), lambda i: self._read_text(i, new))
        for change in told:
            self._apply(change)
        return len(new)

    def _drop_known(self, changes: Iterable[Change]) -> list[Change]:
        told, seen = [], set(self._filings)
        for change in changes:
            known = change.filing is not None and change.filing.report.id in seen
            told.append(replace(change, filing=None, statements=()) if known else change)
            seen |= {change.filing.report.id} if change.filing else set()
        return told

    def _read_text(self, report_id: str, new: Mapping[str, Filing]) -> str | None:
        filing = self._filings.get(report_id) or new.get(report_id)
        return filing.report.text if filing else None

    def _apply(self, change: Change) -> None:
        if change.receipt:
            receipt = change.receipt
            self._receipts.setdefault(receipt.digest, receipt)
            place = (receipt.source, receipt.line)
            self._problems = {key: p for key, p in self._problems.items() if key[:2] != place}
        if change.filing:
            self._filings[change.filing.report.id] = change.filing
        self._state({s.id: s for s in change.statements if s.id not in self._statements})

    def _state(self, statements: Mapping[str, Statement]) -> None:
        self._statements.update(statements)
        for statement in statements.values():
            self._by_entry.setdefault(statement.entry_id, []).append(statement)
        for entry_id in {s.entry_id for s in statements.values()}:
            entry = self._assemble(entry_id).entry
            self._facets[entry_id] = read_facets(entry, {r: self._filings[r].report for r in entry.reports})

    def _assemble(self, entry_id: str) -> Dossier:
        statements = self._by_entry[entry_id]
        sources = {s.report_id: self._filings[s.report_id].report.source for s in statements}
        return assemble_dossier(statements, sources)

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is held."""
        return report_id in self._filings

    def holds_receipt(self, digest: str) -> bool:
        """Tell whether a capture of this digest was taken in."""
        return digest in self._receipts

    def find_ids(self, query: Query) -> list[str]:
        """Return the ids of the entries that `query` asks for, in its order."""
        found = order_entries(self._match(query), oldest_first=query.oldest_first)
        stop = None if query.limit is None else query.offset + query.limit
        return [facets.entry_id for facets in found[query.offset : stop]]

    def count(self, query: Query) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        return len(self._match(query))

    def _match(self, query: Query) -> list[Facets]:
        return [facets for facets in self._facets.values() if matches(facets, query)]

    def read_dossiers(self, ids: Sequence[str]) -> Iterator[Dossier]:
        """Yield the entries of these ids in this order, with their statements."""
        return (self._assemble(entry_id) for entry_id in ids)

    def list_entries_of(self, report_id: str) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        starts: dict[str, int] = {}
        for s in self._statements.values():
            if s.report_id == report_id:
                start = min(e.span.start for e in s.evidence)
                starts[s.entry_id] = min(start, starts.get(s.entry_id, start))
        return sorted(starts, key=lambda entry_id: (starts[entry_id], entry_id))

    def read_filings(self, ids: Sequence[str] | None = None) -> Iterator[Filing]:
        """Yield the reports of these ids in this order, or all: newest first, undated last, then by id."""
        if ids is not None:
            return (self._filings[report_id] for report_id in ids)
        return iter(order_filings(self._filings.values()))

    def match_ids(self, beginning: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of entries and of reports that begin so, or the one that is meant exactly."""
        framed = {s.entry_id for s in self._statements.values() if beginning in {s.frame_id, s.entry_id}}
        if framed:
            return tuple(sorted(framed)), ()
        if beginning in self._filings:
            return (), (beginning,)
        return _begin_so(self._by_entry, beginning), _begin_so(self._filings, beginning)

    def read_bearers(self) -> Iterator[Bearer]:
        """Yield everyone who bears an office or takes part, by entry id and place in the entry."""
        for entry_id in sorted(self._facets):
            yield from self._facets[entry_id].bearers

    def add_problem(self, problem: Problem) -> None:
        """Record a problem; the same place and cause once more changes nothing."""
        self._problems.setdefault((problem.source, problem.line, problem.cause), problem)

    def read_problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order of source, line and cause."""
        return order_problems(self._problems.values())

    def find_faults(self) -> Iterator[Fault]:
        """Yield the evidence that does not quote its report; a mapping has no other way to be wrong."""
        for filing in self.read_filings():
            told = [s for s in self._statements.values() if s.report_id == filing.report.id]
            yield from find_misquotes(filing.report, sorted({e for s in told for e in s.evidence}))

    def close(self) -> None:
        """Do nothing: what is held goes with the object."""


def _begin_so(ids: Iterable[str], beginning: str) -> tuple[str, ...]:
    return tuple(sorted(found for found in ids if found.startswith(beginning)))
