"""The tables of the reference store as plain mappings, and how a change is written into them or undone."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from elshi.model.entity import Entity
from elshi.model.entry import END, NOW, FrameKey, Link, StoredFrame
from elshi.model.judgement import Judgement
from elshi.record.base import Change, Receipt, Run
from elshi.record.clock import follow
from elshi.record.facets import Facets
from elshi.record.standing import Standing
from elshi.record.verify import refuse_misquotes


@dataclass(frozen=True, slots=True)
class Period:
    """A value with the time from which until which it held."""

    value: Any
    start: str
    stop: str = END

    def holds(self, at: str) -> bool:
        """Tell whether the value held at `at`."""
        return self.start <= at < self.stop


@dataclass
class Tables:
    """All that is held. Values are never changed, only replaced, so that a change can be undone."""

    runs: dict[str, Run] = field(default_factory=dict)
    filings: dict[str, Period] = field(default_factory=dict)
    digests: dict[str, tuple[Period, ...]] = field(default_factory=dict)
    receipts: dict[str, Receipt] = field(default_factory=dict)
    problems: dict[tuple[str, int, str], tuple[Period, ...]] = field(default_factory=dict)
    frames: dict[int, StoredFrame] = field(default_factory=dict)
    facets: dict[int, Facets] = field(default_factory=dict)
    by_report: dict[str, tuple[int, ...]] = field(default_factory=dict)
    links: dict[int, tuple[Period, ...]] = field(default_factory=dict)
    by_entry: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_machine: dict[str, tuple[int, ...]] = field(default_factory=dict)
    blocks: dict[str, tuple[int, ...]] = field(default_factory=dict)
    doubts: dict[tuple[int, int], Period] = field(default_factory=dict)
    entities: dict[str, tuple[Period, ...]] = field(default_factory=dict)
    entity_keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    judgements: dict[str, tuple[Judgement, str]] = field(default_factory=dict)
    standing: dict[str, tuple[Period, ...]] = field(default_factory=dict)


class Mappings:
    """Writes changes into `Tables`, whole or not at all."""

    def __init__(self) -> None:
        """Begin empty."""
        self.tables = Tables()
        self._stamp = ""
        self._undo: list[Callable[[], None]] = []
        self._writing = threading.RLock()

    @property
    def stamp(self) -> str:
        """Return the last time that was given to a change; empty where there was none."""
        return self._stamp

    @contextlib.contextmanager
    def change(self, clock: str) -> Iterator[str]:
        """Give the time of recording; undo what was written inside where it is left by an error."""
        with self._writing:
            before, self._undo = self._stamp, []
            self._stamp = follow(before, clock)
            try:
                yield self._stamp
            except BaseException:
                for undo in reversed(self._undo):
                    undo()
                self._stamp = before
                raise

    def tick(self) -> str:
        """Give the next time of recording inside `change`."""
        self._stamp = follow(self._stamp, self._stamp)
        return self._stamp

    def write(self, change: Change, stamp: str) -> None:
        """Write `change`; raises IntegrityError where evidence does not quote its report."""
        if change.filing:
            self._put(self.tables.filings, change.filing.report.id, Period(change.filing, stamp))
        refuse_misquotes((s for f in change.frames for s in f.statements), self._read_text)
        self._note_reading(change, stamp)
        for key in change.closed_links:
            self._close(self.tables.links, self.number(key), stamp)
        for key in change.closed_frames:
            number = self.number(key)
            self._put(self.tables.frames, number, replace(self.tables.frames[number], recorded_until=stamp))
        for frame in change.frames:
            self._open_frame(frame, stamp)
        for entity in change.entities:
            self._note_entity(entity, stamp)
        for link in change.links:
            self._open_link(link, stamp)
        for doubt in change.doubts:
            pair = self.number(doubt.frame), self.number(doubt.other)
            self._put(self.tables.doubts, pair, Period(doubt, stamp))
        self._judge(change, stamp)

    def number(self, key: FrameKey) -> int:
        """Return the number of the open frame with this key."""
        numbers = reversed(self.tables.by_report.get(key[0], ()))
        return next(n for n in numbers if self.tables.frames[n].id == key[1] and self.is_open(n))

    def is_open(self, number: int, at: str = NOW) -> bool:
        """Tell whether the frame with this number was told at a time."""
        frame = self.tables.frames[number]
        return frame.recorded_from <= at < frame.recorded_until

    def find_link(self, number: int, at: str = NOW) -> Link | None:
        """Return where the frame with this number stood at a time."""
        return next((p.value for p in self.tables.links.get(number, ()) if p.holds(at)), None)

    def find_standing(self, entry_id: str) -> Standing | None:
        """Return how an entry stands now; None where there is none of this id."""
        periods = self.tables.standing.get(entry_id, ())
        return periods[-1].value if periods and periods[-1].stop == END else None

    def list_standing(self, at: str) -> list[Standing]:
        """Return how every entry stood at a time."""
        return [p.value for periods in self.tables.standing.values() for p in periods if p.holds(at)]

    def set_standing(self, entry_id: str, standing: Standing | None, stamp: str) -> None:
        """Make `standing` the present one, None where the entry is no longer; the same one is left alone."""
        if self.find_standing(entry_id) != standing:
            self._close(self.tables.standing, entry_id, stamp)
            if standing is not None:
                self._append(self.tables.standing, entry_id, Period(standing, stamp))

    def set_facets(self, number: int, facets: Facets) -> None:
        """Write what the frame with this number can be found by."""
        self._put(self.tables.facets, number, facets)

    def _put(self, table: dict[Any, Any], key: Any, value: Any) -> None:  # noqa: ANN401 - any of the tables
        if key in table:
            old = table[key]
            self._undo.append(lambda: table.__setitem__(key, old))
        else:
            self._undo.append(lambda: table.__delitem__(key))
        table[key] = value

    def _append(self, table: dict[Any, Any], key: Any, value: Any) -> None:  # noqa: ANN401 - as above
        self._put(table, key, (*table.get(key, ()), value))

    def _close(self, table: dict[Any, Any], key: Any, stamp: str) -> None:  # noqa: ANN401 - as above
        """Close the open period at `key`, which is the last, where there is one."""
        periods = table.get(key, ())
        if periods and periods[-1].stop == END:
            self._put(table, key, (*periods[:-1], replace(periods[-1], stop=stamp)))

    def _note_reading(self, change: Change, stamp: str) -> None:
        if change.receipt:
            receipt = change.receipt
            self._put(self.tables.receipts, receipt.digest, receipt)
            for key in [k for k in self.tables.problems if k[:2] == (receipt.source, receipt.line or 0)]:
                self._close(self.tables.problems, key, stamp)
        if change.report_id and change.digest is not None:
            self._close(self.tables.digests, change.report_id, stamp)
            self._append(self.tables.digests, change.report_id, Period(change.digest, stamp))

    def _open_frame(self, frame: StoredFrame, stamp: str) -> None:
        number = len(self.tables.frames) + 1
        self._put(
            self.tables.frames, number, replace(frame, recorded_from=stamp, recorded_until=END, keys=())
        )
        self._append(self.tables.by_report, frame.report_id, number)
        for key in dict.fromkeys(frame.keys):
            self._append(self.tables.blocks, key, number)

    def _open_link(self, link: Link, stamp: str) -> None:
        number = self.number(link.key)
        self._append(self.tables.links, number, Period(link, stamp))
        if link.entry and number not in self.tables.by_entry.get(link.entry, ()):
            self._append(self.tables.by_entry, link.entry, number)
        if number not in self.tables.by_machine.get(link.machine, ()):
            self._append(self.tables.by_machine, link.machine, number)

    def _note_entity(self, entity: Entity, stamp: str) -> None:
        self._close(self.tables.entities, entity.id, stamp)
        self._append(self.tables.entities, entity.id, Period(replace(entity, keys=()), stamp))
        for key in entity.keys:
            if entity.id not in self.tables.entity_keys.get(key, ()):
                self._append(self.tables.entity_keys, key, entity.id)

    def _judge(self, change: Change, stamp: str) -> None:
        for judgement in change.judgements:
            self._put(self.tables.judgements, judgement.id, (judgement, stamp))
        for w in change.withdrawals:
            judgement, since = self.tables.judgements[w.judgement]
            withdrawn = replace(judgement, withdrawn_at=stamp, withdrawn_by=w.by, withdrawn_note=w.note)
            self._put(self.tables.judgements, judgement.id, (withdrawn, since))

    def _read_text(self, report_id: str) -> str | None:
        period = self.tables.filings.get(report_id)
        return period.value.report.text if period else None
