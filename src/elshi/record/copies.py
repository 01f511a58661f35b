"""The index of what reports say, sentence by sentence, and the copies that were found by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple

from elshi.model.copying import Copy
from elshi.model.report import Report
from elshi.record.beside import open_beside
from elshi.record.connection import Connection
from elshi.settings import Location


class CopyIndex:
    """Which reports have which sentences, and the copies of reports."""

    def __init__(self, db: Connection) -> None:
        """Keep it in `db`."""
        self._db = db

    def add_report(self, report: Report, sentences: frozenset[int]) -> None:
        """Index a report; one that is indexed already stays as it is."""
        with self._db.transaction():
            self._db.run(
                "INSERT INTO copies_indexed VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                report.id, report.language, report.published, report.source,
            )  # fmt: skip
            self._db.run_many(
                "INSERT INTO copies_sentences VALUES (?, ?) ON CONFLICT DO NOTHING",
                [(sentence, report.id) for sentence in sorted(sentences)],
            )

    def find_with(self, sentences: frozenset[int]) -> list[tuple[str, str | None, str]]:
        """Return id, day and source of the reports that have all of `sentences`, by id."""
        if not sentences:
            return []
        condition, value = self._db.among("s.sentence", sorted(sentences))
        return self._db.rows(
            "SELECT r.report, r.published, r.source FROM copies_sentences s"  # noqa: S608 - ours
            f" JOIN copies_indexed r ON r.report = s.report WHERE {condition}"
            " GROUP BY r.report, r.published, r.source HAVING count(*) = ? ORDER BY r.report",
            value,
            len(sentences),
        )

    def add_copy(self, copy: Copy) -> None:
        """Record a copy; the same one once more changes nothing."""
        self._db.run(
            "INSERT INTO copies_found (id, report, source, title, publisher, language, published, text,"
            " found_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            *astuple(copy),
        )

    def list_copies(self, reports: Sequence[str]) -> list[Copy]:
        """Return the copies of these reports, the first found first."""
        condition, value = self._db.among("report", reports)
        rows = self._db.rows(
            "SELECT id, report, source, title, publisher, language, published, text, found_at"  # noqa: S608 - ours
            f" FROM copies_found WHERE {condition} ORDER BY found_at, id",
            value,
        )
        return [Copy(*row) for row in rows]

    def stamp(self) -> str:
        """Return what is another text once more copies were found."""
        ((number, last),) = self._db.rows("SELECT count(*), max(found_at) FROM copies_found")
        return f"{number} {last or ''}"

    def list_missing(self, reports: Iterator[Report]) -> Iterator[Report]:
        """Yield those of `reports` that are not indexed."""
        known = {row[0] for row in self._db.rows("SELECT report FROM copies_indexed")}
        return (report for report in reports if report.id not in known)

    def close(self) -> None:
        """Let go of the database. Closing twice does no harm."""
        self._db.close()


def open_copies(register: Location) -> CopyIndex:
    """Open the index beside `register`, made where it is absent. Raises RegisterError."""
    return CopyIndex(open_beside(register, "copies"))
