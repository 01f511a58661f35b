"""Reading the register: as it is now, or as it was at any time since it was begun."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from elshi.errors import Message, RegisterError, UsageError
from elshi.exports import EXPORTS, jsonl
from elshi.model.entity import Entity, EntityKind, Thing
from elshi.model.entry import (
    NOW,
    Account,
    Dossier,
    Entry,
    EntryKind,
    Explanation,
    Fault,
    Filing,
    KnownPerson,
    Link,
    Problem,
    Quote,
    Service,
    StoredFrame,
)
from elshi.model.fate import FATE_STATES, Fate, FateState, Pledge
from elshi.model.judgement import Candidate, Doubt, Judgement
from elshi.model.query import Query
from elshi.model.report import Capture, Report
from elshi.model.search import Hit
from elshi.model.tenure import Contradiction, Succession
from elshi.record.base import Receipt, Store
from elshi.record.people import gather_people, gather_services
from elshi.record.quotes import explain_entry, quote_statements
from elshi.record.receipt import make_receipt
from elshi.record.search import search_entries
from elshi.record.seats import list_contradictions, list_successions
from elshi.record.vectors import Embedder
from elshi.record.verify import find_bad_dates
from elshi.register.census import Census
from elshi.register.counts import Counts
from elshi.register.effects import list_candidates
from elshi.register.fates import list_pledges, tell_fate
from elshi.register.idents import identify
from elshi.register.subjects import find_entity
from elshi.register.things import find_thing, list_things
from elshi.register.times import read_day_of

_Made = TypeVar("_Made")
_FEW = 50  # entries whose ids are asked for before it is known whether more are wanted


class View:
    """What the register answers as of one time. Every method raises RegisterError where the file fails."""

    def __init__(self, store: Store, at: str = NOW) -> None:
        """Answer from `store` as of `at` (UTC, ISO 8601 with microseconds)."""
        self._store, self._at = store, at
        self._counts = Counts()

    def count_with(self, counts: Counts) -> None:
        """Keep what is counted in `counts`, which views of the same register share."""
        self._counts = counts

    def census(self) -> Census:
        """Return the columns by which everything is counted, kept until something changes."""
        return self._counts.take(self._store, self._at)

    def recall(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` gives, kept under `key` until something is recorded, as the census is.

        `make` must follow from the register as of the view's time and from `key`, and from nothing else.
        """
        return self._counts.kept.take(self.stamp(), (self._at, key), make)

    def find_all(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of these ids in this order; ids of none are passed over."""
        return tuple(dossier.entry for dossier in self._store.read_dossiers(ids, self._at))

    def read_found(self, ids: Sequence[str]) -> Iterator[Entry]:
        """Yield the entries of these ids in this order, fetched as they are taken."""
        return (dossier.entry for dossier in self._store.read_dossiers(ids, self._at))

    def read_briefly(self, ids: Sequence[str], most: int) -> Iterator[Entry]:
        """Yield the entries of these ids as at most so many of their frames tell them: the first and last."""
        return (dossier.entry for dossier, _ in self._store.read_parts(ids, self._at, most=most))

    def read_fields(
        self, ids: Sequence[str], fields: Collection[str], most: int | None = None
    ) -> Iterator[Entry]:
        """Yield the entries of these ids, of which only `fields` are read: nothing is known of the others.

        With `most` they are as at most so many of their frames tell them: the first and last.
        """
        return self._store.read_fields(ids, fields, self._at, most=most)

    def tell_report(self, ident: str) -> Account:
        """Return the report whose id is, or begins with, `ident`, with its entries as it alone tells them."""
        kind, found = identify(self._store, ident, self._at)
        if kind == "entry":
            message = Message("%(ident)r is an entry, and no report", ident=ident)
            raise UsageError(message)
        report = next(self._store.read_filings([found])).report
        ids = self._store.list_entries_of(found, self._at)
        parts = self._store.read_parts(ids, self._at, report=found)
        return Account(report, tuple(dossier.entry for dossier, _ in parts))

    def explain_part(self, ident: str, most: int) -> tuple[Explanation, int]:
        """Return why an entry is so by at most `most` of its frames, and how many frames it has."""
        kind, found = identify(self._store, ident, self._at)
        if kind == "report":
            message = Message("%(ident)r is a report, and no entry", ident=ident)
            raise UsageError(message)
        dossier, number = next(self._store.read_parts([found], self._at, most=most))
        reports = self._read_reports(s.report_id for s in dossier.statements)
        return explain_entry(dossier, reports), number

    def find_entities(self, ids: Sequence[str]) -> tuple[Entity, ...]:
        """Return the persons of these ids in this order; ids of none are passed over."""
        known = {entity.id: entity for entity in self._store.read_entities(ids, self._at)}
        return tuple(known[ident] for ident in ids if ident in known)

    def list_services(self, persons: Sequence[str]) -> tuple[Service, ...]:
        """Return which offices these persons (ids of one and the same) hold, as `tenures` does."""
        return gather_services(self._store.read_bearers(self._at, persons))

    def list_reports(self, ids: Sequence[str]) -> tuple[Report, ...]:
        """Return the reports of these ids, which are there, in this order."""
        return tuple(filing.report for filing in self._store.read_filings(ids))

    def list_entries_of(self, report_id: str) -> list[str]:
        """Return the ids of the entries that rest on a report, in the order of its text."""
        return self._store.list_entries_of(report_id, self._at)

    def find_ids(self, query: Query) -> list[str]:
        """Return the ids of the entries that `query` asks for, in the order of `find`."""
        census = self._find_census(query)
        if census is None:
            return self._store.find_ids(query, self._at)
        mask = census.select(query)
        return list(census.list_ids(mask, query.limit, query.offset, oldest_first=query.oldest_first))

    def _find_census(self, query: Query) -> Census | None:
        """Return the census where one is kept that answers `query`."""
        census = self._counts.find(self._store, self._at)
        return census if census and census.tells(query) else None

    def stamp(self) -> str:
        """Return the last time of recording: as long as it is the same, so is every answer."""
        return self._store.read_stamp()

    def find_news(self, since: str, limit: int) -> tuple[Filing, ...]:
        """Return at most `limit` reports that were read, or read anew, after `since`, the last first."""
        return tuple(self._store.read_filings(self._store.list_read(since, limit, self._at)))

    def holds(self, report_id: str) -> bool:
        """Tell whether the report is in the register now."""
        return self._store.holds(report_id)

    def holds_capture(self, capture: Capture) -> bool:
        """Tell whether this capture (same place, same bytes, same stated data) was added before."""
        return self.holds_receipt(make_receipt(capture))

    def holds_receipt(self, receipt: Receipt) -> bool:
        """Tell whether the capture of this receipt was added before."""
        return self._store.holds_receipt(receipt.digest)

    def find(self, query: Query | None = None) -> Iterator[Entry]:
        """Yield the entries that `query` asks for, newest first, fetched as they are taken."""
        return (dossier.entry for dossier in self._read(query or Query()))

    def search(self, text: str, limit: int | None = 20, embedder: Embedder | None = None) -> tuple[Hit, ...]:
        """Return the entries that answer `text`, the best first, at most `limit` (None: all).

        All words of `text` must be met in an entry: as written, inflected, or in another spelling; a word
        that no report has is taken for one like it. "words in a row", word*, and the fields who: office:
        country: body: topic: type: date: lang: ask for more. With `embedder` entries that say something
        like it in any language are joined (see `Register.embed`). Raises UsageError for a question
        that makes no sense.
        """
        return search_entries(self._store, text, self._at, limit, embedder, self.count)

    def count(self, query: Query | None = None) -> int:
        """Return how many entries `query` asks for, whatever its limit and offset."""
        asked = query or Query()
        census = self._find_census(asked)
        return self._store.count(asked, self._at) if census is None else int(census.select(asked).sum())

    def show(self, ident: str) -> Entry | Account:
        """Return the entry, or the report with its entries, whose id begins with `ident`.

        A frame's whole id gives its entry, and so does an id that an entry had before it became one with
        another. Raises UsageError where nothing, or more than one thing, fits.
        """
        kind, found = identify(self._store, ident, self._at)
        if kind == "entry":
            return self._read_dossier(found).entry
        report = next(self._store.read_filings([found])).report
        dossiers = self._store.read_dossiers(self._store.list_entries_of(found, self._at), self._at)
        return Account(report, tuple(dossier.entry for dossier in dossiers))

    def evidence(self, ident: str) -> tuple[Quote, ...]:
        """Return every quote behind an entry (or behind all entries of a report), each with its sentence."""
        kind, found = identify(self._store, ident, self._at)
        ids = [found] if kind == "entry" else self._store.list_entries_of(found, self._at)
        dossiers = self._store.read_dossiers(ids, self._at)
        statements = [s for dossier in dossiers for s in dossier.statements]
        if kind == "report":
            statements = [s for s in statements if s.report_id == found]
        return quote_statements(statements, self._read_reports(s.report_id for s in statements))

    def explain(self, ident: str) -> Explanation:
        """Return, for each field of an entry, its words, the rule, and the reason of a date.

        Raises UsageError where `ident` is a report's.
        """
        kind, found = identify(self._store, ident, self._at)
        if kind == "report":
            message = Message(
                "%(ident)r is a report; give the id of one of its entries, "
                "which `elshi show %(ident)s` lists",
                ident=ident,
            )
            raise UsageError(message)
        dossier = self._read_dossier(found)
        return explain_entry(dossier, self._read_reports(s.report_id for s in dossier.statements))

    def find_first(self, query: Query) -> Iterator[Dossier]:
        """Yield all that `query` asks for, whatever its limit, with statements: for who stops after a few."""
        few = replace(query, limit=_FEW, offset=0)
        ids = self.find_ids(few)
        yield from self._store.read_dossiers(ids, self._at)
        if len(ids) == _FEW:
            rest = replace(query, limit=None, offset=_FEW)
            yield from self._store.read_dossiers(self.find_ids(rest), self._at)

    def reports(self) -> Iterator[Report]:
        """Yield the reports, newest first, those without a date last."""
        return (filing.report for filing in self._store.read_filings(at=self._at))

    def read_reports(self, ids: Iterable[str]) -> dict[str, Report]:
        """Return the reports with these ids, by id; an id that the register lacks is left out."""
        return self._read_reports(ids)

    def people(self) -> tuple[KnownPerson, ...]:
        """Return one row a person, those in most engagements first."""
        return gather_people(self._store.read_bearers(self._at))

    def tenures(self, on: dt.date | None = None) -> tuple[Service, ...]:
        """Return who holds which office, one row for the same person, office, country and post.

        Entries that do not name the post go with the others where those agree on one.
        With `on`: those first seen on or before that day and not spoken of as former by then; in an office
        that one person holds at a time, whoever was seen in it last.
        """
        return gather_services(self._store.read_bearers(self._at), on)

    def successions(self) -> tuple[Succession, ...]:
        """Return who followed whom in offices that one person holds at a time, stated or only observed."""
        bearers = list(self._store.read_bearers(self._at))
        told = self._store.find_ids(Query(kind="engagement", type="appointment"), self._at)
        return list_successions(gather_services(bearers), bearers, frozenset(told))

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Return the tenures that cannot both be so: two in one seat, one in two offices at one time."""
        return list_contradictions(self.tenures())

    def things(self, kind: EntityKind | None = None) -> tuple[Thing, ...]:
        """Return the bodies, forums, offices and places that entries name, those most named first."""
        return list_things(self._store, self._at, kind)

    def thing(self, asked: str, kind: EntityKind | None = None) -> Thing:
        """Return the one body, forum, office or place of this id or name, in any of its languages.

        Raises UsageError where there is none, or where several fit equally well.
        """
        return find_thing(self.things(kind), asked, kind)

    def find_naming(self, things: Iterable[Thing], query: Query | None = None) -> Iterator[Entry]:
        """Yield the entries that name each of `things` and that `query` asks for, in its order."""
        asked = query or Query()
        every = replace(asked, limit=None, offset=0)
        wanted = [frozenset(thing.entries) for thing in things]
        ids = [i for i in self._store.find_ids(every, self._at) if all(i in entries for entries in wanted)]
        stop = None if asked.limit is None else asked.offset + asked.limit
        dossiers = self._store.read_dossiers(ids[asked.offset : stop], self._at)
        return (dossier.entry for dossier in dossiers)

    def person(self, asked: str) -> KnownPerson:
        """Return the one person whose id begins so, or whom it was joined with; raises UsageError."""
        found = find_entity(self._store, asked)
        leaders = self._store.read_leaders(self._at)
        first = leaders.get(found.id, found.id)
        same = [first, *(ident for ident, leader in leaders.items() if leader == first)]
        people = gather_people(self._store.read_bearers(self._at, same))
        if len(people) != 1:
            message = Message(
                "%(asked)r is the id of nobody whom an entry names; `elshi people` lists them", asked=asked
            )
            raise UsageError(message)
        return people[0]

    def commitments(self, due_before: dt.date | None = None) -> Iterator[Entry]:
        """Yield the commitments, earliest due first, those without a due date last."""
        return self.find(Query(kind="commitment", due_before=due_before, oldest_first=True))

    def pledges(
        self,
        query: Query | None = None,
        *,
        on: dt.date | None = None,
        states: Sequence[FateState] = FATE_STATES,
        who: str | None = None,
    ) -> Iterator[Pledge]:
        """Yield the commitments with what became of each by the day `on`, earliest due first.

        `on` is by default the day as of which the register is asked, and today for the present. Only
        those in one of `states` are given; `query` asks for more (its kind, order and limit are not
        used), `who` for those told in a report that names somebody so. Nothing of it is stored: fates
        follow from the register as of its time and from the day.
        """
        day = on or read_day_of(self._at)
        return list_pledges(self._store, query or Query(), self._at, day, states, who)

    def read_pledges(self, ids: Sequence[str], on: dt.date) -> Iterator[Pledge]:
        """Yield the commitments of these ids, in this order, with what became of each by the day `on`."""
        for dossier in self._store.read_dossiers(ids, self._at):
            yield Pledge(dossier.entry, tell_fate(self._store, dossier, self._at, on))

    def fate(self, ident: str, on: dt.date | None = None) -> Fate:
        """Return what became of one commitment by the day `on` (see `pledges`).

        Raises UsageError where `ident` is the id of no commitment.
        """
        kind, found = identify(self._store, ident, self._at)
        dossier = self._read_dossier(found) if kind == "entry" else None
        if dossier is None or dossier.entry.kind != "commitment":
            message = Message("%(ident)r is no commitment; `elshi commitments` lists them", ident=ident)
            raise UsageError(message)
        return tell_fate(self._store, dossier, self._at, on or read_day_of(self._at))

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read, in the order of place and line."""
        return self._store.read_problems(self._at)

    def check(self) -> tuple[Fault, ...]:
        """Return all that is wrong in the file, its references, and the evidence against the reports."""
        faults = tuple(self._store.find_faults())
        return faults or tuple(find_bad_dates(self.find()))

    def read_filings(self) -> Iterator[Filing]:
        """Yield the reports with when they were recorded, newest first, those without a date last."""
        return self._store.read_filings(at=self._at)

    def read_dossiers(self, kind: EntryKind | None = None) -> Iterator[Dossier]:
        """Yield every entry, or every one of a kind, with its statements, in the order of `find`."""
        return self._read(Query(kind=kind))

    def export(self, form: str, folder: Path, least: float = 0.0) -> tuple[Path, ...]:
        """Write the register into `folder` and return the files; `form` is one of EXPORTS ('jsonl', 'csv').

        Entries that no report tells with a confidence of at least `least` are left out; a `part_of` may name
        one of them.

        Raises UsageError for an unknown format and RegisterError where the folder cannot be written.
        """
        if form not in EXPORTS:
            message = Message(
                "there is no export called %(form)r; give one of %(known)s",
                form=form,
                known=", ".join(EXPORTS),
            )
            raise UsageError(message)
        try:
            return EXPORTS[form].write(SureView(self._store, self._at, least), folder)
        except OSError as error:
            message = Message(
                "%(folder)s: cannot be written (%(error)s); give a folder that can be",
                folder=folder,
                error=error.strerror,
            )
            raise RegisterError(message) from error

    def narrow(self, ids: Sequence[str]) -> ChosenView:
        """Return the part of the register that these entries are, for an export of it."""
        return ChosenView(self._store, self._at, ids)

    def export_lines(self) -> Iterator[str]:
        """Yield the register as JSON lines without line ends: the reports, then the entries."""
        return jsonl.export_lines(self)

    def read_entities(self) -> Iterator[Entity]:
        """Yield whom and what the register knows by name, by id."""
        return iter(self._store.read_entities(None, self._at))

    def read_rejected(self) -> Iterator[tuple[StoredFrame, Link]]:
        """Yield the frames that stand in no entry because a person rejected them."""
        return self._store.read_rejected(self._at)

    def read_doubts(self) -> Iterator[Doubt]:
        """Yield the pairs of frames of which the machine was not sure, surest first."""
        return self._store.read_doubts(self._at)

    def read_digests(self) -> dict[str, str]:
        """Return by which configuration each report was read."""
        return self._store.read_digests(self._at)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people judged, in the order of recording, withdrawn ones too."""
        return tuple(self._store.read_judgements(self._at))

    def candidates(self, limit: int | None = None) -> tuple[Candidate, ...]:
        """Return pairs of entries that may be one and that nobody has judged, those most likely one first."""
        return list_candidates(self._store, self._at, limit)

    def _read(self, query: Query) -> Iterator[Dossier]:
        return self._store.read_dossiers(self.find_ids(query), self._at)

    def _read_dossier(self, entry_id: str) -> Dossier:
        return next(self._store.read_dossiers([entry_id], self._at))

    def _read_reports(self, ids: Iterable[str]) -> dict[str, Report]:
        chosen = list(dict.fromkeys(ids))
        return {filing.report.id: filing.report for filing in self._store.read_filings(chosen)}


class SureView(View):
    """A register's entries of which some report is sure enough."""

    def __init__(self, store: Store, at: str, least: float) -> None:
        """Read `store` as of `at`, leaving out what is less sure than `least`."""
        super().__init__(store, at)
        self._least = least

    def read_dossiers(self, kind: EntryKind | None = None) -> Iterator[Dossier]:
        """Yield every entry that is sure enough, or every such one of a kind, with its statements."""
        return self._read(Query(kind=kind, min_confidence=self._least))


class ChosenView(View):
    """Some entries, and the reports they rest on."""

    def __init__(self, store: Store, at: str, ids: Sequence[str]) -> None:
        """Read `store` as of `at`, leaving out all but the entries of `ids`."""
        super().__init__(store, at)
        self._ids = ids

    def read_dossiers(self, kind: EntryKind | None = None) -> Iterator[Dossier]:
        """Yield the entries, or those of a kind, with their statements."""
        found = self._store.read_dossiers(self._ids, self._at)
        return (dossier for dossier in found if kind in {None, dossier.entry.kind})

    def read_filings(self) -> Iterator[Filing]:
        """Yield the reports that the entries rest on, in the order of the entries."""
        reports = dict.fromkeys(r for dossier in self.read_dossiers() for r in dossier.entry.reports)
        return self._store.read_filings(list(reports))
