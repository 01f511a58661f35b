"""What a store must do. Every store passes one suite, and gives the same answers to the same questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from elshi.model.entry import Dossier, Fault, Filing, Problem, Statement
from elshi.model.query import Query
from elshi.record.facets import Bearer


@dataclass(frozen=True, slots=True)
class Run:
    """One opening of the register for writing: when (UTC, ISO 8601) and by which version of Elshi."""

    id: str
    started_at: str
    version: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a capture was taken in: a digest of it all, and the place it came from."""

    digest: str
    source: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one report brings, or (with `filing` None) statements about reports that are already held."""

    run: str
    statements: tuple[Statement, ...]
    filing: Filing | None = None
    receipt: Receipt | None = None


class Store(Protocol):
    """Keeps reports, statements and problems, and finds entries again.

    Only `write`, `begin_run` and `add_problem` change anything; each is one transaction, wholly done or not
    at all. All methods raise RegisterError where the medium fails.
    """

    def begin_run(self, run: Run) -> None:
        """Record that `run` began."""
        ...

    def write(self, changes: Iterable[Change]) -> int:
        """Write all of `changes` in one transaction; return how many reports were new.

        A change whose report is already held adds its receipt and nothing else; a statement that is
        already held adds nothing. Raises IntegrityError where evidence does not quote its report.
        """
        ...

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is held."""
        ...

    def holds_receipt(self, digest: str) -> bool:
        """Tell whether a capture of this digest was taken in."""
        ...

    def find_ids(self, query: Query) -> list[str]:
        """Return the ids of the entries that `query` asks for, in its order."""
        ...

    def count(self, query: Query) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        ...

    def read_dossiers(self, ids: Sequence[str]) -> Iterator[Dossier]:
        """Yield the entries of these ids in this order, with their statements."""
        ...

    def list_entries_of(self, report_id: str) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        ...

    def read_filings(self, ids: Sequence[str] | None = None) -> Iterator[Filing]:
        """Yield the reports of these ids in this order, or all: newest first, undated last, then by id."""
        ...

    def match_ids(self, beginning: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of entries and of reports that begin so.

        Where an id, or the id of an entry's frame, equals `beginning`, only that one.
        """
        ...

    def read_bearers(self) -> Iterator[Bearer]:
        """Yield everyone who bears an office or takes part, by entry id and place in the entry."""
        ...

    def add_problem(self, problem: Problem) -> None:
        """Record a problem; the same place and cause once more changes nothing."""
        ...

    def read_problems(self) -> tuple[Problem, ...]:
        """Return the problems in the order of source, line and cause."""
        ...

    def find_faults(self) -> Iterator[Fault]:
        """Yield what the store finds wrong with its own medium and with the evidence it holds."""
        ...

    def close(self) -> None:
        """Let go of the medium."""
        ...
