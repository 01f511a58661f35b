"""`elshi add` and `elshi problems`: reading into the register, and what could not be read."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from types import FrameType
from typing import TYPE_CHECKING

import click

from elshi.cli import parts
from elshi.cli.options import Place, take_jobs, take_listing, take_paths, take_published, take_register
from elshi.cli.output import Column, Format, Listing, print_rows
from elshi.cli.words import count, escape_controls
from elshi.errors import IntegrityError, SourceError
from elshi.model.entry import Problem
from elshi.model.report import Capture
from elshi.settings import Location

if TYPE_CHECKING:
    from elshi.cli.progress import Meter
    from elshi.model.frame import Reading
    from elshi.register import Register

INTERRUPTED = 130
REPORT_IT = "please report this with the text"


@click.command()
@take_paths
@take_register
@take_published
@take_jobs
@click.option(
    "--resume", is_flag=True, help="Skip what the register already holds, without reading it again."
)
def add(
    paths: tuple[str, ...], register: Location, published: str | None, jobs: int, *, resume: bool
) -> None:
    """Read reports into the register.

    PATH is as for `elshi read`. Each report is stored whole or not at all, and what is known
    already is not stored twice; a known report that another version or another lexicon has read is
    read anew. After Ctrl-C or a crash, the same command with --resume goes on
    where it stopped. What could not be read is listed by `elshi problems`.
    """
    with (
        parts.open_register(register) as opened,
        wait_for_interrupt() as interrupt,
        parts.show_progress(paths, prints=False) as meter,
    ):
        intake = Intake(opened, meter)
        captures = intake.skip_known(parts.take_captures(paths)) if resume else parts.take_captures(paths)
        for capture, outcome in parts.read_captures(captures, jobs, published):
            intake.take(capture, outcome)
            if interrupt:
                break
    click.echo(intake.sum_up())
    if interrupt:
        click.echo("elshi: interrupted; the same command with --resume goes on from here", err=True)
        click.get_current_context().exit(INTERRUPTED)
    if intake.counts["failed"]:
        click.get_current_context().exit(SourceError.exit_code)


class Intake:
    """One run of `elshi add`: what comes out of reading goes into the register, and is counted."""

    def __init__(self, register: Register, meter: Meter) -> None:
        """Write into `register`, and tell `meter` how far the run is."""
        self._register = register
        self._meter = meter
        self.counts: Counter[str] = Counter()

    def skip_known(self, captures: Iterator[Capture | SourceError]) -> Iterator[Capture | SourceError]:
        """Yield what the register does not hold yet."""
        for item in captures:
            if isinstance(item, Capture) and self._register.holds_capture(item):
                self.counts["known"] += 1
                self._meter.advance()
            else:
                yield item

    def take(self, capture: Capture | None, outcome: Reading | SourceError) -> None:
        """Store a reading, or the reason why there is none."""
        if isinstance(outcome, SourceError):
            self._fail(outcome)
        else:
            self._store(outcome, capture)
        self._meter.advance()

    def _store(self, reading: Reading, capture: Capture | None) -> None:
        try:
            held = self._register.holds(reading.report.id)
            changed = self._register.add(reading, capture)
            self.counts["known" if not changed else "again" if held else "added"] += 1
        except SourceError as error:  # what the register does not take, such as half a character
            self._fail(error)
        except IntegrityError as error:
            # A defect of ours that one report brings out: the others are stored all the same.
            line = capture.line if capture else None
            self._fail(SourceError(reading.report.source, str(error), REPORT_IT, line))

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
