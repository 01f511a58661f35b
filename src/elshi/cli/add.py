"""`elshi add` and `elshi problems`: reading into the register, and what could not be read."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from types import FrameType
from typing import TYPE_CHECKING

import click

from elshi.cli import parts
from elshi.cli.options import (
    EngineChoice,
    Place,
    take_engine,
    take_listing,
    take_paths,
    take_published,
    take_register,
)
from elshi.cli.output import Column, Format, Listing, print_rows
from elshi.cli.words import count, escape_controls
from elshi.errors import SourceError
from elshi.model.entry import Problem
from elshi.settings import Location

if TYPE_CHECKING:
    from elshi.cli.progress import Meter
    from elshi.engines.base import Shard
    from elshi.model.frame import Reading
    from elshi.record.base import Receipt
    from elshi.register import Register
    from elshi.register.copies import Copies

INTERRUPTED = 130


@click.command()
@take_paths
@take_register
@take_published
@take_engine
@click.option(
    "--resume",
    is_flag=True,
    help="Skip what the register holds, or --shards has, without reading it.",
)
@click.option(
    "--link-copies",
    "links",
    is_flag=True,
    help="Link wire copies of reports that are held already, in place of adding them.",
)
def add(  # noqa: PLR0913 - one for each option
    paths: tuple[str, ...],
    register: Location,
    published: str | None,
    engine: EngineChoice,
    *,
    resume: bool,
    links: bool,
) -> None:
    """Read reports into the register.

    PATH is as for `elshi read`. Each report is stored whole or not at all, and what is known
    already is not stored twice; a known report that another version or another lexicon has read is
    read anew. After Ctrl-C or a crash, the same command with --resume goes on
    where it stopped. What could not be read is listed by `elshi problems`.
    """
    with (
        ExitStack() as stack,
        parts.open_register(register) as opened,
        wait_for_interrupt() as interrupt,
        parts.show_progress(paths, prints=False) as meter,
        parts.open_engine(engine, parts.choose_way(published), resume=resume) as reading,
    ):
        intake = Intake(
            opened, meter, stack.enter_context(parts.open_copies(opened, register)) if links else None
        )
        for shard in reading.map(paths, opened.holds_receipt if resume else None):
            intake.take(shard)
            if interrupt:
                break
    click.echo(intake.sum_up())
    if interrupt:
        click.echo("elshi: interrupted; the same command with --resume goes on from here", err=True)
        click.get_current_context().exit(INTERRUPTED)
    if intake.counts["failed"]:
        click.get_current_context().exit(SourceError.exit_code)


class Intake:
    """One run of `elshi add`: what was read goes into the register, and is counted."""

    def __init__(self, register: Register, meter: Meter, copies: Copies | None = None) -> None:
        """Write into `register`, and tell `meter` how far the run is; where given, look for `copies`."""
        self._register, self._copies = register, copies
        self._meter = meter
        self.counts: Counter[str] = Counter()

    def take(self, shard: Shard) -> None:
        """Store the readings of a shard together, and the reasons why there are none."""
        read: list[tuple[Reading, Receipt | None]] = []
        for done in shard:
            if isinstance(done.outcome, SourceError):
                self._fail(done.outcome)
            elif done.outcome is None:
                self.counts["known"] += 1
            else:
                read.append((done.outcome, done.origin.receipt if done.origin else None))
            self._meter.advance()
        if self._copies is None:
            self._store(read)
            return
        for one in read:  # one by one, as one may be a copy of the one before it
            self._store_or_link(one, self._copies)

    def _store_or_link(self, one: tuple[Reading, Receipt | None], copies: Copies) -> None:
        report = one[0].report
        if copies.link(report, held=self._register.holds(report.id)):
            self.counts["copies"] += 1
            return
        self._store([one])
        if self._register.holds(report.id):
            copies.add(report)

    def _store(self, read: Sequence[tuple[Reading, Receipt | None]]) -> None:
        held = [self._register.holds(reading.report.id) for reading, _ in read]
        for known, result in zip(held, self._register.add_all(read), strict=True):
            if isinstance(result, SourceError):
                self._fail(result)
            else:
                self.counts["known" if not result else "again" if known else "added"] += 1

    def _fail(self, error: SourceError) -> None:
        self._register.add_problem(Problem(error.source, error.line, error.cause, error.advice))
        self.counts["failed"] += 1
        self._meter.say(escape_controls(str(error)))

    def sum_up(self) -> str:
        """Return '12 reports added, 3 known already, 1 could not be read (elshi problems lists them)'."""
        words = f"{count(self.counts['added'], 'report')} added"
        if self.counts["again"]:
            words += f", {self.counts['again']} read anew"
        if self.counts["known"]:
            words += f", {self.counts['known']} known already"
        if self.counts["copies"]:
            words += f", {count(self.counts['copies'], 'copy', 'copies')} linked"
        if self.counts["failed"]:
            words += f", {self.counts['failed']} could not be read (elshi problems lists them)"
        return words


@contextmanager
def wait_for_interrupt() -> Iterator[list[int]]:
    """Give a list that Ctrl-C fills, so that the report in hand is stored whole; twice stops at once."""
    seen: list[int] = []

    def remember(number: int, _: FrameType | None) -> None:
        seen.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGINT, before)


PROBLEMS = Listing(
    "problem",
    (
        Column("source", lambda row: row["source"] + (f":{row['line']}" if row["line"] else "")),
        Column("cause", lambda row: row["cause"]),
        Column("what to do", lambda row: row["advice"]),
    ),
    ("source", "line", "cause", "advice", "run", "when"),
)


@click.command()
@take_listing
def problems(register: Place, form: Format, limit: int | None) -> None:
    """List what could not be read.

    With the reason and what to do, for every run of `elshi add`.
    """
    with parts.open_view(register) as opened:
        print_rows(PROBLEMS, [asdict(problem) for problem in opened.problems()], form, limit)
