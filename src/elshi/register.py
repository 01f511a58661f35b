"""The register: open it, add readings, ask it, and see the words behind each answer."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from elshi.errors import RegisterError, SourceError, UsageError
from elshi.exports import EXPORTS, jsonl
from elshi.model.entry import (
    Account,
    Dossier,
    Entry,
    EntryKind,
    Explanation,
    Fault,
    Filing,
    KnownPerson,
    Problem,
    Quote,
    Service,
)
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.model.report import Capture, Report
from elshi.record.base import Change, Run, Store
from elshi.record.memory import MemoryStore
from elshi.record.people import gather_people, gather_services
from elshi.record.quotes import explain_entry, quote_statements
from elshi.record.receipt import make_receipt, write_place
from elshi.record.sqlite import SqliteStore
from elshi.record.verify import find_bad_dates
from elshi.resolve.entries import state_frames


def read_clock() -> str:
    """Return the present time in UTC, ISO 8601, to the microsecond."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


class Register:
    """Everything that was read, and what it adds up to.

    >>> with Register.open("elshi.db") as register:
    ...     register.add(elshi.read("report.txt"))
    ...     for entry in register.find(Query(kind="engagement", country="JO")):
    ...         print(entry.fields["date"], entry.fields["type"])

    Every method raises RegisterError where the file cannot be used: one line with what to do.
    """

    def __init__(self, store: Store, clock: Callable[[], str] = read_clock) -> None:
        """Speak for `store`; `open` and `in_memory` make one. `clock` gives the time of recording."""
        self._store, self._clock = store, clock
        self._run: str | None = None

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, readonly: bool = False) -> Self:
        """Open the register in the file `path`, made where it is absent and `create` is true.

        `readonly` never makes, migrates or writes anything; others may write meanwhile. Raises RegisterError
        for a missing folder or file, a file that is no register, one made by a newer Elshi, one that
        may not be written, or one that another process keeps locked for more than five seconds.
        """
        return cls(SqliteStore(Path(path), create=create, readonly=readonly))

    @classmethod
    def in_memory(cls) -> Self:
        """Open a register that lives only as long as this object."""
        return cls(MemoryStore())

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        self._store.close()

    def __enter__(self) -> Self:
        """Return the register itself; leaving the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the register."""
        self.close()

    def add(self, reading: Reading, capture: Capture | None = None) -> bool:
        """Store `reading` whole or not at all; return False where its report is already known.

        `capture`, where given, is remembered for `holds_capture`, and a problem recorded at its place
        is taken off the list. Raises IntegrityError where a field has no evidence or quotes what the report
        does not say.
        """
        # A file's name need not be text; what the register holds is.
        reading = replace(reading, report=replace(reading.report, source=write_place(reading.report.source)))
        _refuse_halves(reading.report)
        now = self._clock()
        change = Change(
            run=self._begin_run(),
            statements=state_frames(reading, now),
            filing=Filing(reading.report, now),
            receipt=make_receipt(capture) if capture else None,
        )
        return self._store.write([change]) == 1

    def add_problem(self, problem: Problem) -> None:
        """Record what could not be read. The same place and cause once more changes nothing."""
        run, when = problem.run or self._begin_run(), problem.when or self._clock()
        place = write_place(problem.source)
        self._store.add_problem(replace(problem, source=place, run=run, when=when))

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is in the register."""
        return self._store.holds(report_id)

    def holds_capture(self, capture: Capture) -> bool:
        """Tell whether this capture (same place, same bytes, same stated data) was added before."""
        return self._store.holds_receipt(make_receipt(capture).digest)

    def find(self, query: Query | None = None) -> Iterator[Entry]:
        """Yield the entries that `query` asks for, newest first, fetched as they are taken."""
        return (dossier.entry for dossier in self._read(query or Query()))

    def count(self, query: Query | None = None) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        return self._store.count(query or Query())

    def show(self, ident: str) -> Entry | Account:
        """Return the entry, or the report with its entries, whose id begins with `ident`.

        A frame's whole id gives its entry. Raises UsageError where nothing, or more than one thing, fits.
        """
        kind, found = self._identify(ident)
        if kind == "entry":
            return self._read_dossier(found).entry
        report = next(self._store.read_filings([found])).report
        dossiers = self._store.read_dossiers(self._store.list_entries_of(found))
        return Account(report, tuple(dossier.entry for dossier in dossiers))

    def evidence(self, ident: str) -> tuple[Quote, ...]:
        """Return every quote behind an entry (or behind all entries of a report), each with its sentence."""
        kind, found = self._identify(ident)
        ids = [found] if kind == "entry" else self._store.list_entries_of(found)
        dossiers = self._store.read_dossiers(ids)
        statements = [s for dossier in dossiers for s in dossier.statements]
        if kind == "report":
            statements = [s for s in statements if s.report_id == found]
        return quote_statements(statements, self._read_reports(s.report_id for s in statements))

    def explain(self, ident: str) -> Explanation:
        """Return, for each field of an entry, its words, the rule, and the reason of a date.

        Raises UsageError where `ident` is a report's.
        """
        kind, found = self._identify(ident)
        if kind == "report":
            message = (
                f"{ident!r} is a report; give the id of one of its entries, which `elshi show {ident}` lists"
            )
            raise UsageError(message)
        dossier = self._read_dossier(found)
        return explain_entry(dossier, self._read_reports(dossier.entry.reports))

    def reports(self) -> Iterator[Report]:
        """Yield the reports, newest first, those without a date last."""
        return (filing.report for filing in self._store.read_filings())

    def people(self) -> tuple[KnownPerson, ...]:
        """Return one row a person, those in most engagements first."""
        return gather_people(self._store.read_bearers())

    def tenures(self, on: dt.date | None = None) -> tuple[Service, ...]:
        """Return who holds which office, one row for the same person, office, country and post.

        Entries that do not name the post go with the others where those agree on one.
        With `on`: those first seen on or before that day and not spoken of as former by then.
        """
        return gather_services(self._store.read_bearers(), on)

    def commitments(self, due_before: dt.date | None = None) -> Iterator[Entry]:
        """Yield the commitments, earliest due first, those without a due date last."""
        return self.find(Query(kind="commitment", due_before=due_before, oldest_first=True))

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read, in the order of place and line."""
        return self._store.read_problems()

    def check(self) -> tuple[Fault, ...]:
        """Return all that is wrong in the file, its references, and the evidence against the reports."""
        faults = tuple(self._store.find_faults())
        return faults or tuple(find_bad_dates(self.find()))

    def read_filings(self) -> Iterator[Filing]:
        """Yield the reports with when they were recorded, newest first, those without a date last."""
        return self._store.read_filings()

    def read_dossiers(self, kind: EntryKind | None = None) -> Iterator[Dossier]:
        """Yield every entry, or every one of a kind, with its statements, in the order of `find`."""
        return self._read(Query(kind=kind))

    def export(self, form: str, folder: Path) -> tuple[Path, ...]:
        """Write the register into `folder` and return the files; `form` is one of EXPORTS ('jsonl', 'csv').

        Raises UsageError for an unknown format and RegisterError where the folder cannot be written.
        """
        if form not in EXPORTS:
            message = f"there is no export called {form!r}; give one of {', '.join(EXPORTS)}"
            raise UsageError(message)
        try:
            return EXPORTS[form].write(self, folder)
        except OSError as error:
            message = f"{folder}: cannot be written ({error.strerror}); give a folder that can be"
            raise RegisterError(message) from error

    def export_lines(self) -> Iterator[str]:
        """Yield the register as JSON lines without line ends: the reports, then the entries."""
        return jsonl.export_lines(self)

    def import_lines(self, lines: Iterable[str], source: str = "import") -> int:
        """Add what `export_lines` wrote, all or nothing; return how many reports were new.

        Raises SourceError, which names `source`, at a line that is not such a line.
        """
        run = self._begin_run()
        return self._store.write(_parse(line, source, number, run) for number, line in enumerate(lines, 1))

    def _begin_run(self) -> str:
        if self._run is None:
            now = self._clock()
            run = Run(f"run-{secrets.token_hex(6)}", now, importlib.metadata.version("elshi"))
            self._store.begin_run(run)
            self._run = run.id
        return self._run

    def _read(self, query: Query) -> Iterator[Dossier]:
        return self._store.read_dossiers(self._store.find_ids(query))

    def _read_dossier(self, entry_id: str) -> Dossier:
        return next(self._store.read_dossiers([entry_id]))

    def _read_reports(self, ids: Iterable[str]) -> dict[str, Report]:
        chosen = list(dict.fromkeys(ids))
        return {filing.report.id: filing.report for filing in self._store.read_filings(chosen)}

    def _identify(self, ident: str) -> tuple[Literal["entry", "report"], str]:
        """Return the one entry id, or the one report id, that `ident` means."""
        entries, reports = self._store.match_ids(ident) if ident else ((), ())
        if len(entries) + len(reports) > 1:
            some = ", ".join((*entries, *reports)[:3])
            message = f"more than one id begins with {ident!r} ({some} ...); give more of it"
            raise UsageError(message)
        if entries:
            return "entry", entries[0]
        if reports:
            return "report", reports[0]
        message = f"no entry or report has an id that begins with {ident!r}; `elshi find` lists entries"
        raise UsageError(message)


def _refuse_halves(report: Report) -> None:
    """Raise SourceError where the text has half a character, which no file can hold."""
    try:
        f"{report.title}{report.publisher}{report.text}".encode()
    except UnicodeEncodeError as error:
        cause = f"holds half a character ({error.object[error.start]!a})"
        raise SourceError(report.source, cause, "save it as UTF-8 and add it again") from error


def _parse(line: str, source: str, number: int, run: str) -> Change:
    try:
        parsed = jsonl.parse_line(line)
    except (KeyError, TypeError, ValueError) as error:
        cause = f"no line of an export ({error})"
        raise SourceError(source, cause, "give a file that `elshi export` wrote", number) from error
    if isinstance(parsed, Filing):
        return Change(run=run, statements=(), filing=parsed)
    return Change(run=run, statements=parsed)
