"""The register: open it, add readings, ask it, and see the words behind each answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from elshi.model.entry import (
    Account,
    Dossier,
    Entry,
    Explanation,
    Fault,
    KnownPerson,
    Problem,
    Quote,
    Service,
)
from elshi.model.frame import Reading
from elshi.model.query import Query
from elshi.model.report import Capture, Report


class Register:
    """Everything that was read, and what it adds up to.

    >>> with Register.open("elshi.db") as register:
    ...     register.add(elshi.read("report.txt"))
    ...     for entry in register.find(Query(kind="engagement", country="JO")):
    ...         print(entry.fields["date"], entry.fields["type"])

    Every method raises RegisterError where the file cannot be used: one line with what to do.
    """

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, readonly: bool = False) -> Self:
        """Open the register in the file `path`, made where it is absent and `create` is true.

        `readonly` never makes, migrates or writes anything; others may write meanwhile. Raises RegisterError
        for a missing folder or file, a file that is no register, one made by a newer Elshi, one that
        may not be written, or one that another process keeps locked for more than five seconds.
        """
        raise NotImplementedError

    @classmethod
    def in_memory(cls) -> Self:
        """Open a register that lives only as long as this object."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file. Closing twice does no harm."""
        raise NotImplementedError

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
        raise NotImplementedError

    def add_problem(self, problem: Problem) -> None:
        """Record what could not be read. The same place and cause once more changes nothing."""
        raise NotImplementedError

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is in the register."""
        raise NotImplementedError

    def holds_capture(self, capture: Capture) -> bool:
        """Tell whether this capture (same place, same bytes, same stated data) was added before."""
        raise NotImplementedError

    def find(self, query: Query | None = None) -> Iterator[Entry]:
        """Yield the entries that `query` asks for, newest first, fetched as they are taken."""
        raise NotImplementedError

    def count(self, query: Query | None = None) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        raise NotImplementedError

    def show(self, ident: str) -> Entry | Account:
        """Return the entry, or the report with its entries, whose id begins with `ident`.

        A frame's whole id gives its entry. Raises UsageError where nothing, or more than one thing, fits.
        """
        raise NotImplementedError

    def evidence(self, ident: str) -> tuple[Quote, ...]:
        """Return every quote behind an entry (or behind all entries of a report), each with its sentence."""
        raise NotImplementedError

    def explain(self, ident: str) -> Explanation:
        """Return, for each field of an entry, its words, the rule, and the reason of a date.

        Raises UsageError where `ident` is a report's.
        """
        raise NotImplementedError

    def reports(self) -> Iterator[Report]:
        """Yield the reports, newest first, those without a date last."""
        raise NotImplementedError

    def people(self) -> tuple[KnownPerson, ...]:
        """Return one row a person, those in most engagements first."""
        raise NotImplementedError

    def tenures(self, on: dt.date | None = None) -> tuple[Service, ...]:
        """Return who holds which office, one row for the same person, office, country and post.

        With `on`: those first seen on or before that day and not spoken of as former by then.
        """
        raise NotImplementedError

    def commitments(self, due_before: dt.date | None = None) -> Iterator[Entry]:
        """Yield the commitments, earliest due first, those without a due date last."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read, in the order of place and line."""
        raise NotImplementedError

    def check(self) -> tuple[Fault, ...]:
        """Return all that is wrong in the file, its references, and the evidence against the reports."""
        raise NotImplementedError

    def dossiers(self) -> Iterator[Dossier]:
        """Yield every entry with its statements."""
        raise NotImplementedError

    def export(self, form: str, folder: Path) -> tuple[Path, ...]:
        """Write the register into `folder` and return the files; `form` is one of EXPORTS ('jsonl', 'csv').

        Raises UsageError for an unknown format and RegisterError where the folder cannot be written.
        """
        raise NotImplementedError

    def export_lines(self) -> Iterator[str]:
        """Yield the register as JSON lines without line ends: the reports, then the entries."""
        raise NotImplementedError

    def import_lines(self, lines: Iterable[str]) -> int:
        """Add what `export_lines` wrote, all or nothing; return how many reports were new.

        Raises SourceError at a line that is not such a line.
        """
        raise NotImplementedError
