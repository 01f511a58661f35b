"""What the stores in tables have in common: the SQL that SQLite and PostgreSQL both understand."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence

from elshi.errors import RegisterError
from elshi.model.entity import Entity
from elshi.model.entry import (
    END,
    NOW,
    Dossier,
    Entry,
    EntryKind,
    Fault,
    Filing,
    FrameKey,
    Link,
    Problem,
    StoredFrame,
)
from elshi.model.judgement import Doubt, Judgement
from elshi.model.query import Query
from elshi.record import columns, identify, judgements, passages, select, told
from elshi.record.assemble import Part, widen_fields
from elshi.record.base import Change, Run, Told, Value
from elshi.record.clock import follow
from elshi.record.columns import MemberRow, Named, ReadingRow, ReportRow, StandingRow
from elshi.record.connection import Connection
from elshi.record.copying import copy_tables
from elshi.record.facets import Bearer
from elshi.record.faults import RESTORE, find_contradictions, find_misquoted
from elshi.record.frames import read_frames
from elshi.record.insert import insert_change
from elshi.record.search_terms import Column, write_quotes
from elshi.record.vectors import Floats, VectorIndex


class SqlStore(ABC):
    """A `Store` in the tables of a database."""

    def __init__(self, db: Connection) -> None:
        """Keep all in the tables of `db`, which are there and up to date."""
        self._db = db
        self._vectors: dict[str, VectorIndex] = {}
        self._recent = told.Recent()

    def begin_run(self, run: Run) -> None:
        """Record that `run` began."""
        with self._db.transaction():
            self._db.run("INSERT INTO runs VALUES (?, ?, ?)", run.id, run.started_at, run.version)

    @contextlib.contextmanager
    def change(self, clock: str) -> Iterator[str]:
        """Begin a transaction that no other writer interrupts and give its time of recording."""
        try:
            with self._db.transaction():
                yield self._follow(clock)
        except BaseException:
            self._recent.forget()  # what was read inside may be there no longer
            raise

    def tick(self) -> str:
        """Give the next time of recording inside `change`."""
        return self._follow(None)

    def _follow(self, clock: str | None) -> str:
        last = self._db.value("SELECT stamp FROM clock")
        stamp = follow(last, clock or last)
        self._db.run("UPDATE clock SET stamp = ?", stamp)
        return stamp

    def write(self, change: Change, stamp: str) -> None:
        """Write `change` with all that can be found by it."""
        insert_change(self._db, change, stamp)
        if change.keyed:
            self._recent.forget()

    def read_stamp(self) -> str:
        """Return the last time that was given to anything recorded; empty where nothing is."""
        return str(self._db.value("SELECT stamp FROM clock"))

    def list_read(self, since: str, limit: int, at: str = NOW) -> list[str]:
        """Return the ids of at most `limit` reports read, or read anew, after `since`, the last first."""
        rows = self._db.rows(
            "SELECT report_id FROM readings WHERE recorded_from > ? AND recorded_from <= ?"
            " AND recorded_until > ? ORDER BY recorded_from DESC, report_id LIMIT ?",
            since, at, at, limit,
        )  # fmt: skip
        return [row[0] for row in rows]

    def read_standings(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[StandingRow]:
        """Return how the entries of these ids, or all, stand, in no order."""
        return columns.read_standings(self._db, ids, at)

    def read_members(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[MemberRow]:
        """Return which frames stand in the entries of these ids, or in any, in no order."""
        return columns.read_members(self._db, ids, at)

    def read_traits(self, frames: Sequence[int] | None = None) -> Iterator[Named]:
        """Yield for each trait what the frames of these numbers, or all, have of it, in no order."""
        return columns.read_traits(self._db, frames)

    def read_reports(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[ReportRow]:
        """Return the language, the place and the day of the reports of these ids, or all, in no order."""
        return columns.read_reports(self._db, ids, at)

    def list_changed(self, since: str) -> list[str]:
        """Return the ids of the entries of which anything has changed after `since`, in order."""
        return columns.list_changed(self._db, since)

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is held."""
        return self._db.value("SELECT 1 FROM reports WHERE id = ?", report_id) is not None

    def holds_receipt(self, digest: str) -> bool:
        """Tell whether a capture of this digest was taken in."""
        return self._db.value("SELECT 1 FROM captures WHERE digest = ?", digest) is not None

    def read_digest(self, report_id: str) -> str | None:
        """Return by which configuration the report was read last; None where it is not held."""
        sql = "SELECT digest FROM readings WHERE report_id = ? AND recorded_until = ?"
        digest: str | None = self._db.value(sql, report_id, END)
        return digest

    def find_ids(self, query: Query, at: str = NOW) -> list[str]:
        """Return the ids of the entries that `query` asks for, in its order."""
        return select.select_ids(self._db, query, at)

    def count(self, query: Query, at: str = NOW) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        return select.count_entries(self._db, query, at)

    def has_vectors(self, model: str) -> bool:
        """Tell whether any frame has a vector of `model`."""
        return self._db.value("SELECT 1 FROM vectors WHERE model = ? LIMIT 1", model) is not None

    def search_terms(self, column: Column, terms: Sequence[str], at: str = NOW) -> frozenset[str]:
        """Return the entries of which a frame has one of `terms` in this column of the index."""
        return passages.select_entries(self._db, column, terms, at)

    def order_ids(self, ids: Collection[str], at: str, limit: int) -> list[str]:
        """Return the first `limit` of those of `ids` that stand, in the order of `find_ids`."""
        return passages.order_ids(self._db, ids, at, limit)

    def find_near(self, word: str) -> tuple[str, ...]:
        """Return the words ever met that differ from `word` by a slip of the hand."""
        return passages.select_near(self._db, word)

    def list_bare(self, model: str, limit: int) -> list[tuple[int, str]]:
        """Return the numbers of frames that have no vector of `model`, with what they quote, in order."""
        frames = read_frames(self._db, passages.list_bare_frames(self._db, model, limit))
        return [(number, write_quotes(frame)) for number, frame in frames.items()]

    def add_vectors(self, model: str, vectors: Sequence[tuple[int, bytes]]) -> None:
        """Write the vectors of frames in one transaction; one that is held already stays."""
        with self._db.transaction():
            passages.write_vectors(self._db, model, vectors)

    def find_nearest(self, model: str, vector: Floats, limit: int, at: str = NOW) -> list[tuple[str, float]]:
        """Return the entries nearest in meaning with their cosines, by the vectors of `model`."""
        index = self._vectors.setdefault(model, VectorIndex.make_empty())
        index.extend(passages.read_vectors(self._db, model, index.last))
        return index.find_nearest(
            vector, limit, lambda found: passages.select_entries_of(self._db, found, at)
        )

    def read_dossiers(self, ids: Sequence[str], at: str = NOW) -> Iterator[Dossier]:
        """Yield the entries of these ids in this order, with their frames; ids of none are passed over."""
        return select.read_dossiers(self._db, ids, at)

    def read_parts(
        self, ids: Sequence[str], at: str = NOW, *, report: str | None = None, most: int | None = None
    ) -> Iterator[tuple[Dossier, int]]:
        """Yield entries with part of their frames, and how many there are in all."""
        return select.read_parts(self._db, ids, at, Part(report, most))

    def read_fields(
        self, ids: Sequence[str], fields: Collection[str], at: str = NOW, *, most: int | None = None
    ) -> Iterator[Entry]:
        """Yield the entries of these ids in this order, of which only `fields` are read."""
        part = Part(most=most, fields=widen_fields(fields))
        return (dossier.entry for dossier, _ in select.read_parts(self._db, ids, at, part))

    def list_entries_of(self, report_id: str, at: str = NOW) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        rows = self._db.rows(
            "SELECT entry_id, min(start) FROM links l JOIN frames f ON f.number = l.frame"  # noqa: S608 - ours
            f" WHERE report_id = ? AND entry_id IS NOT NULL AND {select.HELD_LINK}"
            " GROUP BY entry_id ORDER BY 2, 1",
            report_id, at, at,
        )  # fmt: skip
        return [entry_id for entry_id, _ in rows]

    def read_filings(self, ids: Sequence[str] | None = None, at: str = NOW) -> Iterator[Filing]:
        """Yield the reports of these ids in this order, or all: newest first, undated last, then by id."""
        return select.read_filings(self._db, ids, at)

    def match_ids(self, beginning: str, at: str = NOW) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of entries and of reports that begin so, or the one that is meant exactly."""
        return identify.match_ids(self._db, beginning, at)

    def read_bearers(self, at: str = NOW, persons: Sequence[str] | None = None) -> Iterator[Bearer]:
        """Yield who bears an office or takes part, or of them these persons, by entry id and place in it."""
        return select.read_bearers(self._db, at, persons)

    def read_values(self, fields: Sequence[str], at: str = NOW) -> list[Value]:
        """Return every value that frames in entries give these fields, each once, in order."""
        return select.read_values(self._db, fields, at)

    def read_staged(
        self, report_id: str, statuses: Collection[str], at: str = NOW
    ) -> list[tuple[StoredFrame, str]]:
        """Return the engagements that a report tells with one of these statuses, each with its entry."""
        return select.read_staged(self._db, report_id, statuses, at)

    def read_frames(self, report_id: str) -> list[StoredFrame]:
        """Return every frame a report ever had, in the order of recording."""
        rows = self._db.rows("SELECT number FROM frames WHERE report_id = ? ORDER BY number", report_id)
        return list(read_frames(self._db, [row[0] for row in rows]).values())

    def find_told(self, keys: Sequence[str], kind: EntryKind, limit: int) -> list[Told]:
        """Return the open frames of a kind that share a key, those that share the most first."""
        return told.find_told(self._db, self._recent, keys, kind, limit)

    def read_told(self, machine_ids: Sequence[str]) -> list[Told]:
        """Return the open frames that the machine puts into these entries, in the order of recording."""
        return told.read_told(self._db, self._recent, machine_ids)

    def span_entries(self, machine: str) -> tuple[str | None, str | None]:
        """Return the first and the last id of the entries in which the frames of a machine's entry stand."""
        held = "FROM links WHERE machine_id = ? AND recorded_until = ? AND entry_id IS NOT NULL"
        first = self._db.value(f"SELECT min(entry_id) {held}", machine, END)
        last = self._db.value(f"SELECT max(entry_id) {held}", machine, END)
        return first, last

    def read_links(self, keys: Sequence[FrameKey], at: str = NOW) -> list[Link]:
        """Return the links that frames have, in the order of `keys`."""
        return select.read_links(self._db, keys, at)

    def find_rejected(self, home: str, at: str = NOW) -> Judgement | None:
        """Return the judgement that rejected the frame with this home."""
        return identify.find_rejected(self._db, home, at)

    def read_rejected(self, at: str = NOW) -> Iterator[tuple[StoredFrame, Link]]:
        """Yield the frames that stand in no entry, in the order of recording, with their links."""
        return told.read_rejected(self._db, at)

    def read_digests(self, at: str = NOW) -> dict[str, str]:
        """Return by which configuration each report was read, by the report's id."""
        sql = "SELECT report_id, digest FROM readings WHERE recorded_from <= ? AND recorded_until > ?"
        return dict(self._db.rows(sql, at, at))

    def read_readings(self, at: str = NOW) -> list[ReadingRow]:
        """Return every reading until a time: of which report, by which configuration, and when; in order."""
        sql = "SELECT report_id, digest, recorded_from FROM readings WHERE recorded_from <= ? ORDER BY 1, 3"
        return self._db.rows(sql, at)

    def read_doubts(self, at: str = NOW) -> Iterator[Doubt]:
        """Yield the doubts between frames that are open and stand in two entries, surest first."""
        return told.read_doubts(self._db, at)

    def find_entities(self, keys: Sequence[str]) -> list[Entity]:
        """Return the entities that share a key, by id."""
        return told.find_entities(self._db, keys)

    def read_entities(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[Entity]:
        """Return the entities of these ids, or all, by id."""
        return select.select_entities(self._db, ids, at)

    def read_leaders(self, at: str = NOW) -> dict[str, str]:
        """Return with which entity each one that was judged to be another is one, by its id."""
        return select.read_leaders(self._db, at)

    def read_judgements(self, at: str = NOW, reports: Sequence[str] | None = None) -> list[Judgement]:
        """Return the judgements in the order of recording; with `reports` those in force on them."""
        if reports is None:
            return judgements.select_judgements(self._db, None, at)
        return judgements.select_judged(self._db, reports, at)

    def list_unresolved(self) -> list[str]:
        """Return the reports whose frames were never compared with others, in the order of recording."""
        rows = self._db.rows(
            "SELECT report_id FROM unresolved JOIN reports ON id = report_id ORDER BY recorded_from, id"
        )
        return [row[0] for row in rows]

    def add_problem(self, problem: Problem) -> None:
        """Record a problem; the same place and cause once more changes nothing."""
        p = problem
        with self._db.transaction():
            self._db.run(
                "INSERT INTO problems (source, line, cause, advice, run_id, met_at) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                p.source, p.line, p.cause, p.advice, p.run, p.when,
            )  # fmt: skip

    def read_problems(self, at: str = NOW) -> tuple[Problem, ...]:
        """Return the problems in the order of source, line and cause."""
        return select.read_problems(self._db, at)

    def find_faults(self) -> Iterator[Fault]:
        """Yield what the database finds wrong with what it keeps, then contradictions, then misquotes."""
        try:
            yield from self._find_damage()
            yield from find_contradictions(self._db)
            yield from find_misquoted(self._db, self.read_filings())
        except RegisterError as error:
            yield Fault("file", str(error), RESTORE)

    @abstractmethod
    def _find_damage(self) -> Iterator[Fault]:
        """Yield what the database itself finds wrong with what it keeps."""

    def copy_into(self, empty: SqlStore) -> int:
        """Copy everything into the store `empty`; return how many reports there were."""
        return copy_tables(self._db, empty._db)

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()
