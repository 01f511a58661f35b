"""What a store must do. Every store passes one suite, and gives the same answers to the same questions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from elshi.model.entity import Entity
from elshi.model.entry import (
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
from elshi.model.judgement import Doubt, Judgement, Withdrawal
from elshi.model.query import Query
from elshi.model.report import Language
from elshi.record.columns import MemberRow, Named, ReadingRow, ReportRow, StandingRow
from elshi.record.facets import Bearer
from elshi.record.search_terms import Column
from elshi.record.vectors import Floats


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
class Told:
    """An open frame as it stands in the register now, with its link and its report's day and language."""

    frame: StoredFrame
    link: Link
    published: str | None
    language: str


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One value that some frame of an entry gives a field, as canonical JSON, told in this language."""

    entry: str
    kind: EntryKind
    field: str
    words: str
    language: Language


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written at once.

    `filing` is a report not held yet; `report_id` the report that was read, and `digest` by which
    configuration. Links and frames named in `closed_links` and `closed_frames` are closed before `frames`
    and `links` are opened; `keyed` are frames already held that get mentions and keys. `entities` take the
    place of those with the same ids.
    """

    run: str
    filing: Filing | None = None
    receipt: Receipt | None = None
    report_id: str | None = None
    digest: str | None = None
    closed_links: tuple[FrameKey, ...] = ()
    closed_frames: tuple[FrameKey, ...] = ()
    frames: tuple[StoredFrame, ...] = ()
    keyed: tuple[StoredFrame, ...] = ()
    links: tuple[Link, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    entities: tuple[Entity, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()


class Store(Protocol):
    """Keeps reports, frames, links, judgements and problems, and finds entries again.

    Only `begin_run`, `add_problem` and what happens inside `change` writes anything; each is one
    transaction, wholly done or not at all. Rows are closed and never deleted, so that every reading method
    can answer as of a time `at` in the past (UTC, ISO 8601 with microseconds), by default the present. All
    methods raise RegisterError where the medium fails.
    """

    def begin_run(self, run: Run) -> None:
        """Record that `run` began."""
        ...

    def change(self, clock: str) -> AbstractContextManager[str]:
        """Begin a transaction that no other writer interrupts and give its time of recording.

        That is `clock` (UTC, ISO 8601), or just after the last time recorded where `clock` is not
        later. What was read inside still holds when it is written.
        """
        ...

    def tick(self) -> str:
        """Give the next time of recording inside `change`, for one more thing that is written with it."""
        ...

    def write(self, change: Change, stamp: str) -> None:
        """Write `change` with all that can be found by it, inside `change`.

        Raises IntegrityError where evidence does not quote its report.
        """
        ...

    def read_stamp(self) -> str:
        """Return the last time that was given to anything recorded; empty where nothing is."""
        ...

    def list_read(self, since: str, limit: int, at: str = NOW) -> list[str]:
        """Return the ids of at most `limit` reports read, or read anew, after `since`, the last first."""
        ...

    def read_standings(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[StandingRow]:
        """Return how the entries of these ids, or all, stand, in no order."""
        ...

    def read_members(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[MemberRow]:
        """Return which frames stand in the entries of these ids, or in any, in no order."""
        ...

    def read_traits(self, frames: Sequence[int] | None = None) -> Iterator[Named]:
        """Yield for each trait what the frames of these numbers, or all, have of it, in no order."""
        ...

    def read_reports(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[ReportRow]:
        """Return the language, the place and the day of the reports of these ids, or all, in no order."""
        ...

    def list_changed(self, since: str) -> list[str]:
        """Return the ids of the entries of which anything has changed after `since`, in order."""
        ...

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is held."""
        ...

    def holds_receipt(self, digest: str) -> bool:
        """Tell whether a capture of this digest was taken in."""
        ...

    def read_digest(self, report_id: str) -> str | None:
        """Return by which configuration the report was read last; None where it is not held."""
        ...

    def find_ids(self, query: Query, at: str = NOW) -> list[str]:
        """Return the ids of the entries that `query` asks for, in its order."""
        ...

    def count(self, query: Query, at: str = NOW) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        ...

    def read_dossiers(self, ids: Sequence[str], at: str = NOW) -> Iterator[Dossier]:
        """Yield the entries of these ids in this order, with their frames; ids of none are passed over."""
        ...

    def read_parts(
        self, ids: Sequence[str], at: str = NOW, *, report: str | None = None, most: int | None = None
    ) -> Iterator[tuple[Dossier, int]]:
        """Yield the same of part of their frames, with how many there are in all.

        The frames are those of one report, or at most so many: the first recorded and the last ones.
        """
        ...

    def read_fields(
        self, ids: Sequence[str], fields: Collection[str], at: str = NOW, *, most: int | None = None
    ) -> Iterator[Entry]:
        """Yield the entries of these ids in this order, of which only `fields` are read; `most` as above.

        What the other fields hold is not known, nor is a disagreement about them.
        """
        ...

    def list_entries_of(self, report_id: str, at: str = NOW) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        ...

    def read_filings(self, ids: Sequence[str] | None = None, at: str = NOW) -> Iterator[Filing]:
        """Yield the reports of these ids in this order, or all: newest first, undated last, then by id."""
        ...

    def match_ids(self, beginning: str, at: str = NOW) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of entries and of reports that begin so.

        Where an id, the id of an entry's frame, or the id that a member of an entry would give it
        alone equals `beginning`, only that one.
        """
        ...

    def read_bearers(self, at: str = NOW, persons: Sequence[str] | None = None) -> Iterator[Bearer]:
        """Yield who bears an office or takes part, or of them these persons, by entry id and place in it."""
        ...

    def read_values(self, fields: Sequence[str], at: str = NOW) -> list[Value]:
        """Return every value that frames in entries give these fields, each once, in order."""
        ...

    def read_staged(
        self, report_id: str, statuses: Collection[str], at: str = NOW
    ) -> list[tuple[StoredFrame, str]]:
        """Return the engagements that a report tells with one of these statuses, each with its entry.

        They stand in the order of recording; corrections are none of them.
        """
        ...

    def read_frames(self, report_id: str) -> list[StoredFrame]:
        """Return every frame a report ever had, in the order of recording, without links."""
        ...

    def find_told(self, keys: Sequence[str], kind: EntryKind, limit: int) -> list[Told]:
        """Return the open frames of a kind that share a key, the most sharing first, at most `limit`.

        Of equals the last recorded come first.
        """
        ...

    def read_told(self, machine_ids: Sequence[str]) -> list[Told]:
        """Return the open frames that the machine puts into these entries, in the order of recording."""
        ...

    def span_entries(self, machine: str) -> tuple[str | None, str | None]:
        """Return the first and the last id of the entries in which the frames of a machine's entry stand.

        Equal where no judgement parts them; None where there are none, or all are rejected.
        """
        ...

    def read_links(self, keys: Sequence[FrameKey], at: str = NOW) -> list[Link]:
        """Return the links that frames have, in the order of `keys`; those without are passed over."""
        ...

    def find_rejected(self, home: str, at: str = NOW) -> Judgement | None:
        """Return the judgement that rejected the frame with this home."""
        ...

    def read_rejected(self, at: str = NOW) -> Iterator[tuple[StoredFrame, Link]]:
        """Yield the frames that stand in no entry, in the order of recording, with their links."""
        ...

    def read_digests(self, at: str = NOW) -> dict[str, str]:
        """Return by which configuration each report was read, by the report's id."""
        ...

    def read_readings(self, at: str = NOW) -> list[ReadingRow]:
        """Return every reading until a time: of which report, by which configuration, and when; in order."""
        ...

    def read_doubts(self, at: str = NOW) -> Iterator[Doubt]:
        """Yield the doubts between frames that are open and stand in two entries, surest first."""
        ...

    def find_entities(self, keys: Sequence[str]) -> list[Entity]:
        """Return the entities that share a key, by id."""
        ...

    def read_entities(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[Entity]:
        """Return the entities of these ids, or all, by id. `keys` are left out."""
        ...

    def read_leaders(self, at: str = NOW) -> dict[str, str]:
        """Return with which entity each one that was judged to be another is one, by its id."""
        ...

    def read_judgements(self, at: str = NOW, reports: Sequence[str] | None = None) -> list[Judgement]:
        """Return the judgements in the order of recording; with `reports` those in force on them."""
        ...

    def list_unresolved(self) -> list[str]:
        """Return the reports whose frames were never compared with others, in the order of recording."""
        ...

    def has_vectors(self, model: str) -> bool:
        """Tell whether any frame has a vector of `model`."""
        ...

    def search_terms(self, column: Column, terms: Sequence[str], at: str = NOW) -> frozenset[str]:
        """Return the entries of which a frame has one of `terms` in this column of the index.

        A term is a word, words in a row, or with '*' at its end the beginning of a word.
        """
        ...

    def order_ids(self, ids: Collection[str], at: str, limit: int) -> list[str]:
        """Return the first `limit` of those of `ids` that stand, in the order of `find_ids`."""
        ...

    def find_near(self, word: str) -> tuple[str, ...]:
        """Return the words ever met that differ from `word` by a slip of the hand."""
        ...

    def list_bare(self, model: str, limit: int) -> list[tuple[int, str]]:
        """Return the numbers of frames that have no vector of `model`, with what they quote, in order."""
        ...

    def add_vectors(self, model: str, vectors: Sequence[tuple[int, bytes]]) -> None:
        """Write the vectors of frames in one transaction; one that is held already stays."""
        ...

    def find_nearest(self, model: str, vector: Floats, limit: int, at: str = NOW) -> list[tuple[str, float]]:
        """Return the entries nearest in meaning with their cosines, by the vectors of `model`."""
        ...

    def add_problem(self, problem: Problem) -> None:
        """Record a problem; the same place and cause once more changes nothing."""
        ...

    def read_problems(self, at: str = NOW) -> tuple[Problem, ...]:
        """Return the problems in the order of source, line and cause."""
        ...

    def find_faults(self) -> Iterator[Fault]:
        """Yield what the store finds wrong with its own medium and with the evidence it holds."""
        ...

    def close(self) -> None:
        """Let go of the medium."""
        ...
