"""The register: open it, add readings, judge what it holds, and ask it."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Any, Literal, Self

from elshi.errors import IntegrityError, Message, SourceError
from elshi.model.entry import NOW, Problem
from elshi.model.frame import Reading
from elshi.model.judgement import Effect, Judgement, Withdrawal
from elshi.model.proposal import Act
from elshi.model.report import Capture
from elshi.record.base import Receipt, Run, Store
from elshi.record.memory import MemoryStore
from elshi.record.receipt import make_receipt, write_place
from elshi.record.search import embed_frames
from elshi.record.stores import open_store
from elshi.record.vectors import Embedder
from elshi.register.adding import plan_reading
from elshi.register.effects import list_effects
from elshi.register.judging import plan_judgement, plan_withdrawal
from elshi.register.making import add_entry, compare_two, correct_field, draft_act, reject_entry
from elshi.register.times import read_time
from elshi.register.transfer import take_lines
from elshi.register.upgrade import resolve_old
from elshi.register.view import View
from elshi.settings import Location, read_version

Comparing = Literal["same", "different", "unsure"]


def read_clock() -> str:
    """Return the present time in UTC, ISO 8601, to the microsecond."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def _write_source(reading: Reading) -> Reading:
    # A file's name need not be text; what the register holds is.
    return replace(reading, report=replace(reading.report, source=write_place(reading.report.source)))


def _blame(error: SourceError | IntegrityError, reading: Reading, receipt: Receipt | None) -> SourceError:
    """Return why a reading could not be stored; where it contradicts itself, the defect is ours."""
    if isinstance(error, SourceError):
        return error
    line = receipt.line if receipt else None
    return SourceError(
        reading.report.source, error.message, Message("please report this with the text"), line
    )


class Register(View):
    """Everything that was read, and what it adds up to.

    >>> with Register.open("elshi.db") as register:
    ...     register.add(elshi.read("report.txt"))
    ...     for entry in register.find(Query(kind="engagement", country="JO")):
    ...         print(entry.fields["date"], entry.fields["type"])

    Every method raises RegisterError where the file cannot be used: one line with what to do.
    """

    def __init__(self, store: Store, clock: Callable[[], str] = read_clock) -> None:
        """Speak for `store`; `open` and `in_memory` make one. `clock` gives the time of recording."""
        super().__init__(store, NOW)
        self._clock = clock
        self._run: str | None = None

    @classmethod
    def open(cls, path: Location, *, create: bool = True, readonly: bool = False) -> Self:
        """Open the register in the file `path`, made where it is absent and `create` is true.

        An address that begins with postgresql:// is a register of a team (extra `postgres`).

        `readonly` never makes, migrates or writes anything; others may write meanwhile. Raises RegisterError
        for a missing folder or file, a file that is no register, one made by a newer Elshi, one that
        may not be written, or one that another process keeps locked for more than five seconds.
        """
        register = cls(open_store(path, create=create, readonly=readonly))
        if not readonly:
            resolve_old(register._store, register._begin_run, register._clock)
        return register

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

    def as_of(self, time: str | dt.date) -> View:
        """Return the register as it was at `time`: what it answers never changes, whatever is added later.

        `time` is ISO 8601; without an offset it is UTC, and a day means its end. Raises UsageError where
        it is no time.
        """
        return View(self._store, read_time(time))

    def add(self, reading: Reading, capture: Capture | None = None) -> bool:
        """Store `reading` whole or not at all; return False where its report was read like this before.

        A report that is held but was read by another configuration (`reading.digest`) is read anew: what it
        no longer says is closed, what it newly says is opened. `capture`, where given, is remembered
        for `holds_capture`, and a problem recorded at its place is taken off the list. Raises
        IntegrityError where a field has no evidence or quotes what the report does not say.
        """
        return self._add([(reading, make_receipt(capture) if capture else None)])[0]

    def add_all(self, readings: Sequence[tuple[Reading, Receipt | None]]) -> tuple[bool | SourceError, ...]:
        """Store many readings in one transaction, each with its receipt; return for each what `add` returns.

        Those that cannot be stored have a SourceError in its place; the others are then stored one by one.
        """
        try:
            return self._add(readings)
        except (SourceError, IntegrityError) as error:
            if len(readings) == 1:
                return (_blame(error, *readings[0]),)
        return tuple(result for one in readings for result in self.add_all([one]))

    def _add(self, readings: Sequence[tuple[Reading, Receipt | None]]) -> tuple[bool, ...]:
        run = self._begin_run()
        changed: list[bool] = []
        with self._store.change(self._clock()) as first:
            for reading, receipt in readings:
                stamp = self._store.tick() if changed else first  # as if each had been added by itself
                change = plan_reading(self._store, _write_source(reading), receipt, run, stamp)
                self._store.write(change, stamp)
                changed.append(change.digest is not None)
        return tuple(changed)

    def embed(self, embedder: Embedder, batch: int = 64) -> Iterator[int]:
        """Give every frame that lacks one a vector of what it quotes, `batch` at a time.

        Yields how many were made so far; what is done stays when it is interrupted.
        """
        return embed_frames(self._store, embedder, batch)

    def judge(self, verdict: Comparing, one: str, other: str, by: str, note: str | None = None) -> Judgement:
        """Record that two entries (or frames, or persons) are the 'same', 'different', or 'unsure'.

        What people judge outranks the machine and survives a second reading. Ids are those of entries, of
        frames (for two within one entry), or of persons ('per-...'). Raises UsageError where an id means
        nothing, or where 'same' would join what another judgement keeps apart.
        """
        return self._judge(compare_two(self._store, verdict, one, other, by, self._clock(), note))

    def reject(self, ident: str, by: str, note: str | None = None) -> Judgement:
        """Record that an entry is none: it is found no longer, until the judgement is withdrawn."""
        return self._judge(reject_entry(self._store, ident, by, self._clock(), note))

    def correct(  # noqa: PLR0913 - what is corrected, and the words that say so
        self,
        ident: str,
        field: str,
        value: Any,  # noqa: ANN401 - a field holds any JSON
        *,
        by: str,
        quote: str | None = None,
        report: str | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Record that `field` of an entry has `value` (anything JSON can hold; a list is given whole).

        `quote` are the words that say so, letter for letter, in `report` or in one of the entry's own; only
        None, for what is not known, needs none. Raises UsageError for an unknown field, a date that is
        none, or words that no such report says.
        """
        return self._judge(
            correct_field(self._store, ident, field, value, by, self._clock(), note, quote, report)
        )

    def add_entry(  # noqa: PLR0913 - what is added, and the words that say so
        self, kind: str, fields: dict[str, Any], *, report: str, quote: str, by: str, note: str | None = None
    ) -> Judgement:
        """Record that `report` tells in the words `quote` of a thing that the machine did not find."""
        return self._judge(add_entry(self._store, kind, fields, report, quote, by, self._clock(), note))

    def withdraw(self, judgement: str, by: str, note: str | None = None) -> None:
        """Take a judgement back: all is as it would be without it, and it stays on record as withdrawn."""
        run = self._begin_run()
        with self._store.change(self._clock()) as stamp:
            change = plan_withdrawal(self._store, Withdrawal(judgement, by, note))
            self._store.write(replace(change, run=run), stamp)

    def preview(self, judgement: Judgement | Withdrawal) -> tuple[Effect, ...]:
        """Return what a judgement, or taking one back, would do; nothing is written."""
        if isinstance(judgement, Withdrawal):
            return list_effects(self._store, plan_withdrawal(self._store, judgement))
        return list_effects(self._store, plan_judgement(self._store, judgement))

    def preview_comparison(self, verdict: Comparing, one: str, other: str) -> tuple[Effect, ...]:
        """Return what `judge` would do with the same arguments; nothing is written."""
        return self.preview(compare_two(self._store, verdict, one, other, "preview", self._clock(), None))

    def draft(self, act: Act, by: str) -> Judgement:
        """Return the judgement that `act` asks for, as `by` would make it; nothing is written.

        Raises UsageError as `judge`, `correct` and `reject` do.
        """
        return draft_act(self._store, act, by, self._clock())

    def record(self, judgement: Judgement) -> Judgement:
        """Write a judgement that `draft` gave. Raises UsageError where it makes no sense any more."""
        return self._judge(judgement)

    def _judge(self, judgement: Judgement) -> Judgement:
        run = self._begin_run()
        with self._store.change(self._clock()) as stamp:
            self._store.write(replace(plan_judgement(self._store, judgement), run=run), stamp)
        return judgement

    def add_problem(self, problem: Problem) -> None:
        """Record what could not be read. The same place and cause once more changes nothing."""
        run, when = problem.run or self._begin_run(), problem.when or self._clock()
        place = write_place(problem.source)
        self._store.add_problem(replace(problem, source=place, run=run, when=when))

    def import_lines(self, lines: Iterable[str], source: str = "import") -> int:
        """Add what `export_lines` wrote, all or nothing; return how many reports were new.

        An empty register becomes what the other one was. In one that holds reports, those stay as they are,
        new ones are compared with them as if they were added, and judgements hold here as they did there,
        withdrawals too. Raises SourceError, which names `source`, at a line that is not such a line, and
        for a judgement that contradicts one that is held.
        """
        run = Run(self._begin_run(), self._clock(), read_version())
        with self._store.change(run.started_at) as stamp:
            return take_lines(self._store, lines, source, run, stamp)

    def _begin_run(self) -> str:
        if self._run is None:
            now = self._clock()
            run = Run(f"run-{secrets.token_hex(6)}", now, read_version())
            self._store.begin_run(run)
            self._run = run.id
        return self._run
