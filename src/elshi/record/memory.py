"""The reference store: plain mappings, every filter in its plain meaning, gone when closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager

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
from elshi.record import columns_memory, select_memory, told_memory
from elshi.record.assemble import Part, widen_fields
from elshi.record.base import Change, Run, Told, Value
from elshi.record.columns import MemberRow, Named, ReadingRow, ReportRow, StandingRow
from elshi.record.facets import Bearer, read_facets
from elshi.record.grow import extend_entry
from elshi.record.mappings import Mappings, Period
from elshi.record.match import matches
from elshi.record.order import order_entries, order_filings, order_problems
from elshi.record.passages_memory import find_near, has_terms
from elshi.record.search_terms import Column, write_quotes
from elshi.record.standing import Standing, read_standing
from elshi.record.vectors import Floats, VectorIndex
from elshi.record.verify import find_misquotes


class MemoryStore:
    """A `Store` in mappings, each in the order of recording."""

    def __init__(self) -> None:
        """Begin empty."""
        self._held = Mappings()
        self._t = self._held.tables
        self._vectors: dict[str, dict[int, bytes]] = {}

    def begin_run(self, run: Run) -> None:
        """Record that `run` began."""
        self._t.runs[run.id] = run

    def change(self, clock: str) -> AbstractContextManager[str]:
        """Give the time of recording; undo what was written inside where it is left by an error."""
        return self._held.change(clock)

    def tick(self) -> str:
        """Give the next time of recording inside `change`."""
        return self._held.tick()

    def write(self, change: Change, stamp: str) -> None:
        """Write `change` with all that can be found by it."""
        touched = [link.entry for link in self.read_links(change.closed_links)]
        before = len(self._t.frames)
        self._held.write(change, stamp)
        for number in range(before + 1, len(self._t.frames) + 1):
            self._index_frame(number)
        touched += [link.entry for link in change.links]
        for entry_id in dict.fromkeys(entry for entry in touched if entry):
            grown = extend_entry(change, entry_id, self._held.find_standing(entry_id))
            if grown and not any(
                self._t.frames[n].corrects for n, _ in select_memory.list_members(self._held, entry_id, NOW)
            ):
                self._held.set_standing(entry_id, grown, stamp)
            else:
                self._index_entry(entry_id, stamp)

    def _index_frame(self, number: int) -> None:
        frame = self._t.frames[number]
        report = self._t.filings[frame.report_id].value.report
        self._held.set_facets(number, read_facets(frame, report.language, report.published))

    def _index_entry(self, entry_id: str, stamp: str) -> None:
        standing: Standing | None = None
        for dossier in self.read_dossiers([entry_id]):
            filings = self.read_filings(dossier.entry.reports)
            standing = read_standing(dossier, {f.report.id: f.report.published for f in filings})
        self._held.set_standing(entry_id, standing, stamp)

    def read_stamp(self) -> str:
        """Return the last time that was given to anything recorded; empty where nothing is."""
        return self._held.stamp

    def list_read(self, since: str, limit: int, at: str = NOW) -> list[str]:
        """Return the ids of at most `limit` reports read, or read anew, after `since`, the last first."""
        held = [(r, p) for r, periods in self._t.digests.items() for p in periods if p.holds(at)]
        read = sorted(((p.start, r) for r, p in held if p.start > since), key=lambda row: row[1])
        return [r for _, r in sorted(read, key=lambda row: row[0], reverse=True)][:limit]

    def read_standings(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[StandingRow]:
        """Return how the entries of these ids, or all, stand, in no order."""
        return columns_memory.read_standings(self._held, ids, at)

    def read_members(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[MemberRow]:
        """Return which frames stand in the entries of these ids, or in any, in no order."""
        return columns_memory.read_members(self._held, ids, at)

    def read_traits(self, frames: Sequence[int] | None = None) -> Iterator[Named]:
        """Yield for each trait what the frames of these numbers, or all, have of it, in no order."""
        return columns_memory.read_traits(self._held, frames)

    def read_reports(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[ReportRow]:
        """Return the language, the place and the day of the reports of these ids, or all, in no order."""
        return columns_memory.read_reports(self._held, ids, at)

    def list_changed(self, since: str) -> list[str]:
        """Return the ids of the entries of which anything has changed after `since`, in order."""
        return columns_memory.list_changed(self._held, since)

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is held."""
        return report_id in self._t.filings

    def holds_receipt(self, digest: str) -> bool:
        """Tell whether a capture of this digest was taken in."""
        return digest in self._t.receipts

    def read_digest(self, report_id: str) -> str | None:
        """Return by which configuration the report was read last; None where it is not held."""
        periods = self._t.digests.get(report_id, ())
        return periods[-1].value if periods else None

    def find_ids(self, query: Query, at: str = NOW) -> list[str]:
        """Return the ids of the entries that `query` asks for, in its order."""
        found = order_entries(self._match(query, at), oldest_first=query.oldest_first)
        stop = None if query.limit is None else query.offset + query.limit
        return [standing.entry_id for standing in found[query.offset : stop]]

    def count(self, query: Query, at: str = NOW) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        return len(self._match(query, at))

    def _match(self, query: Query, at: str) -> list[Standing]:
        return [
            standing
            for standing in self._held.list_standing(at)
            if matches(
                standing,
                [self._t.facets[n] for n, _ in select_memory.list_members(self._held, standing.entry_id, at)],
                query,
            )
        ]

    def has_vectors(self, model: str) -> bool:
        """Tell whether any frame has a vector of `model`."""
        return bool(self._vectors.get(model))

    def search_terms(self, column: Column, terms: Sequence[str], at: str = NOW) -> frozenset[str]:
        """Return the entries of which a frame has one of `terms` in this column of the index."""
        met = (n for n, facets in self._t.facets.items() if has_terms(facets.terms, column, terms))
        return frozenset(self._place(met, at).values())

    def _place(self, numbers: Iterable[int], at: str) -> dict[int, str]:
        links = ((number, self._held.find_link(number, at)) for number in numbers)
        return {number: link.entry for number, link in links if link and link.entry}

    def order_ids(self, ids: Collection[str], at: str, limit: int) -> list[str]:
        """Return the first `limit` of those of `ids` that stand, in the order of `find_ids`."""
        chosen = [standing for standing in self._held.list_standing(at) if standing.entry_id in ids]
        return [standing.entry_id for standing in order_entries(chosen, oldest_first=False)][:limit]

    def find_near(self, word: str) -> tuple[str, ...]:
        """Return the words ever met that differ from `word` by a slip of the hand."""
        return find_near(word, (facets.terms for facets in self._t.facets.values()))

    def list_bare(self, model: str, limit: int) -> list[tuple[int, str]]:
        """Return the numbers of frames that have no vector of `model`, with what they quote, in order."""
        held = self._vectors.get(model, {})
        bare = [number for number in sorted(self._t.frames) if number not in held]
        return [(number, write_quotes(self._t.frames[number])) for number in bare[:limit]]

    def add_vectors(self, model: str, vectors: Sequence[tuple[int, bytes]]) -> None:
        """Write the vectors of frames in one transaction; one that is held already stays."""
        self._vectors[model] = dict(vectors) | self._vectors.get(model, {})

    def find_nearest(self, model: str, vector: Floats, limit: int, at: str = NOW) -> list[tuple[str, float]]:
        """Return the entries nearest in meaning with their cosines, by the vectors of `model`."""
        index = VectorIndex.make_empty()
        index.extend(sorted(self._vectors.get(model, {}).items()))
        return index.find_nearest(vector, limit, lambda found: self._place(found, at))

    def read_dossiers(self, ids: Sequence[str], at: str = NOW) -> Iterator[Dossier]:
        """Yield the entries of these ids in this order, with their frames; ids of none are passed over."""
        return (dossier for dossier, _ in self.read_parts(ids, at))

    def read_parts(
        self, ids: Sequence[str], at: str = NOW, *, report: str | None = None, most: int | None = None
    ) -> Iterator[tuple[Dossier, int]]:
        """Yield entries with part of their frames, and how many there are in all."""
        return select_memory.read_parts(self._held, ids, at, Part(report, most))

    def read_fields(
        self, ids: Sequence[str], fields: Collection[str], at: str = NOW, *, most: int | None = None
    ) -> Iterator[Entry]:
        """Yield the entries of these ids in this order, of which only `fields` are read."""
        part = Part(most=most, fields=widen_fields(fields))
        return (dossier.entry for dossier, _ in select_memory.read_parts(self._held, ids, at, part))

    def list_entries_of(self, report_id: str, at: str = NOW) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        starts: dict[str, int] = {}
        for number in self._t.by_report.get(report_id, ()):
            link, start = self._held.find_link(number, at), self._t.frames[number].start
            if link and link.entry:
                starts[link.entry] = min(start, starts.get(link.entry, start))
        return sorted(starts, key=lambda entry_id: (starts[entry_id], entry_id))

    def read_filings(self, ids: Sequence[str] | None = None, at: str = NOW) -> Iterator[Filing]:
        """Yield the reports of these ids in this order, or all: newest first, undated last, then by id."""
        if ids is not None:
            return (self._t.filings[report_id].value for report_id in ids)
        return iter(order_filings(p.value for p in self._t.filings.values() if p.holds(at)))

    def match_ids(self, beginning: str, at: str = NOW) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of entries and of reports that begin so, or the one that is meant exactly."""
        entries = {standing.entry_id for standing in self._held.list_standing(at)}
        if beginning in entries:
            return (beginning,), ()
        links = [
            (f, link)
            for n, f in self._t.frames.items()
            if (link := self._held.find_link(n, at)) and link.entry
        ]
        framed = {link.entry or "" for frame, link in links if beginning in {frame.id, frame.home}}
        framed = framed or {link.entry or "" for _, link in links if link.machine == beginning}
        if framed:
            return tuple(sorted(framed)), ()
        reports = {r for r, period in self._t.filings.items() if period.holds(at)}
        if beginning in reports:
            return (), (beginning,)
        return _begin_so(entries, beginning), _begin_so(reports, beginning)

    def read_bearers(self, at: str = NOW, persons: Sequence[str] | None = None) -> Iterator[Bearer]:
        """Yield everyone, or these persons, who bears an office or takes part, by entry, frame and place."""
        return select_memory.read_bearers(self._held, at, persons)

    def read_values(self, fields: Sequence[str], at: str = NOW) -> list[Value]:
        """Return every value that frames in entries give these fields, each once, in order."""
        return select_memory.read_values(self._held, fields, at)

    def read_staged(
        self, report_id: str, statuses: Collection[str], at: str = NOW
    ) -> list[tuple[StoredFrame, str]]:
        """Return the engagements that a report tells with one of these statuses, each with its entry."""
        return select_memory.read_staged(self._held, report_id, statuses, at)

    def read_frames(self, report_id: str) -> list[StoredFrame]:
        """Return every frame a report ever had, in the order of recording."""
        return [self._t.frames[n] for n in self._t.by_report.get(report_id, ())]

    def find_told(self, keys: Sequence[str], kind: EntryKind, limit: int) -> list[Told]:
        """Return the open frames of a kind that share a key, those that share the most first."""
        return told_memory.find_told(self._held, keys, kind, limit)

    def read_told(self, machine_ids: Sequence[str]) -> list[Told]:
        """Return the open frames that the machine puts into these entries, in the order of recording."""
        return told_memory.read_told(self._held, machine_ids)

    def span_entries(self, machine: str) -> tuple[str | None, str | None]:
        """Return the first and the last id of the entries in which the frames of a machine's entry stand."""
        return told_memory.span_entries(self._held, machine)

    def read_links(self, keys: Sequence[FrameKey], at: str = NOW) -> list[Link]:
        """Return the links that frames have, in the order of `keys`."""
        return select_memory.read_links(self._held, keys, at)

    def find_rejected(self, home: str, at: str = NOW) -> Judgement | None:
        """Return the judgement that rejected the frame with this home."""
        for number, frame in self._t.frames.items():
            link = self._held.find_link(number, at)
            if frame.home == home and link and link.entry is None:
                judged = self.read_judgements(at, (frame.report_id,))
                return next((j for j in judged if j.verdict == "reject"), None)
        return None

    def read_rejected(self, at: str = NOW) -> Iterator[tuple[StoredFrame, Link]]:
        """Yield the frames that stand in no entry, in the order of recording, with their links."""
        return told_memory.read_rejected(self._held, at)

    def read_digests(self, at: str = NOW) -> dict[str, str]:
        """Return by which configuration each report was read, by the report's id."""
        return {r: p.value for r, periods in self._t.digests.items() for p in periods if p.holds(at)}

    def read_readings(self, at: str = NOW) -> list[ReadingRow]:
        """Return every reading until a time: of which report, by which configuration, and when; in order."""
        held = ((ident, p.value, p.start) for ident, periods in self._t.digests.items() for p in periods)
        return sorted(row for row in held if row[2] <= at)

    def read_doubts(self, at: str = NOW) -> Iterator[Doubt]:
        """Yield the doubts between frames that are open and stand in two entries, surest first."""
        return told_memory.read_doubts(self._held, at)

    def find_entities(self, keys: Sequence[str]) -> list[Entity]:
        """Return the entities that share a key, by id."""
        return self.read_entities(sorted({i for key in keys for i in self._t.entity_keys.get(key, ())}))

    def read_entities(self, ids: Sequence[str] | None = None, at: str = NOW) -> list[Entity]:
        """Return the entities of these ids, or all, by id."""
        return select_memory.read_entities(self._held, ids, at)

    def read_leaders(self, at: str = NOW) -> dict[str, str]:
        """Return with which entity each one that was judged to be another is one, by its id."""
        return {entity.id: entity.same_as for entity in self.read_entities(None, at) if entity.same_as}

    def read_judgements(self, at: str = NOW, reports: Sequence[str] | None = None) -> list[Judgement]:
        """Return the judgements in the order of recording; with `reports` those in force on them."""
        known = [j.as_of(at) for j, since in self._t.judgements.values() if since <= at]
        if reports is None:
            return known
        about = set(reports)
        return [
            j for j in known if j.withdrawn_at is None and about & {anchor.report_id for anchor in j.anchors}
        ]

    def list_unresolved(self) -> list[str]:
        """Return nothing: a memory has no past with another Elshi."""
        return []

    def add_problem(self, problem: Problem) -> None:
        """Record a problem; the same place and cause once more changes nothing."""
        key = problem.source, problem.line or 0, problem.cause
        periods = self._t.problems.get(key, ())
        if not periods or periods[-1].stop != END:
            self._t.problems[key] = (*periods, Period(problem, problem.when))

    def read_problems(self, at: str = NOW) -> tuple[Problem, ...]:
        """Return the problems in the order of source, line and cause."""
        return order_problems(
            p.value for periods in self._t.problems.values() for p in periods if p.holds(at)
        )

    def find_faults(self) -> Iterator[Fault]:
        """Yield the evidence that does not quote its report; a mapping has no other way to be wrong."""
        for filing in self.read_filings():
            told = [s for f in self.read_frames(filing.report.id) for s in f.statements]
            yield from find_misquotes(filing.report, sorted({e for s in told for e in s.evidence}))

    def close(self) -> None:
        """Do nothing: what is held goes with the object."""


def _begin_so(ids: Iterable[str], beginning: str) -> tuple[str, ...]:
    return tuple(sorted(found for found in ids if found.startswith(beginning)))
