"""Copies of what the register holds: linked to the first report, and not read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from elshi.model.copying import Copy
from elshi.model.ids import derive_id
from elshi.model.report import Report
from elshi.record.beside import read_beside
from elshi.record.copies import CopyIndex, open_copies
from elshi.register.register import Register, read_clock
from elshi.resolve.copies import list_needed, list_sentences, may_be_copies
from elshi.settings import Location


class Copies:
    """Finds and keeps the copies of a register's reports."""

    def __init__(self, index: CopyIndex) -> None:
        """Work with `index`."""
        self._index = index

    def link(self, report: Report, *, held: bool) -> str | None:
        """Return the id of the report that `report` is a copy of, and keep it as one; None where it is none.

        A report that the register holds is a copy of itself alone, in another place. Another capture of the
        same address is never a copy: a page that was shortened is news.
        """
        for first, published, source in self._index.find_with(list_needed(report)):
            meant = (first == report.id) == held and source != report.source
            if meant and may_be_copies(report.published, published):
                self._index.add_copy(_make_copy(report, first))
                return first
        return None

    def add(self, report: Report) -> None:
        """Remember what a report says, so that copies of it are told."""
        self._index.add_report(report, list_sentences(report))

    def catch_up(self, register: Register) -> int:
        """Remember what all reports of `register` say that were added without this; return how many."""
        number = 0
        for report in self._index.list_missing(register.reports()):
            self.add(report)
            number += 1
        return number

    def list(self, reports: Sequence[str]) -> list[Copy]:
        """Return the copies of these reports, the first found first."""
        return self._index.list_copies(reports)

    def stamp(self) -> str:
        """Return what is another text once more copies were found."""
        return self._index.stamp()


@contextmanager
def open_register_copies(register: Location) -> Iterator[Copies]:
    """Give the copies kept beside `register`."""
    with closing(open_copies(register)) as index:
        yield Copies(index)


@contextmanager
def read_register_copies(register: Location) -> Iterator[Copies | None]:
    """Give the copies kept beside `register` for reading; None where nobody has looked for any."""
    db = read_beside(register, "copies")
    if db is None:
        yield None
        return
    with closing(CopyIndex(db)) as index:
        yield Copies(index)


def _make_copy(report: Report, first: str) -> Copy:
    return Copy(
        derive_id("c", report.id, report.source),
        first,
        report.source,
        report.title,
        report.publisher,
        report.language,
        report.published,
        report.text,
        read_clock(),
    )
