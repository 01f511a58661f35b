"""The progress bar on a terminal's standard error; on a pipe nothing but the lines said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text


class Meter(Protocol):
    """Where a long run tells how far it is."""

    def advance(self) -> None:
        """Count one more report."""

    def say(self, line: str) -> None:
        """Print `line` on standard error, above the bar where there is one."""


class SilentMeter:
    """No bar: lines go straight to standard error."""

    def advance(self) -> None:
        """Count nothing."""

    def say(self, line: str) -> None:
        """Print `line` on standard error."""
        print(line, file=sys.stderr, flush=True)  # noqa: T201 -- this is where printing belongs


class BarMeter:
    """A bar with the time still to go."""

    def __init__(self, bar: Progress, total: int | None) -> None:
        """Show the bar `bar`; `total` is the number of reports, None while unknown."""
        self._bar = bar
        self._task = bar.add_task("reading", total=total)

    def advance(self) -> None:
        """Count one more report."""
        self._bar.advance(self._task)

    def say(self, line: str) -> None:
        """Print `line` above the bar."""
        self._bar.console.print(Text(line), soft_wrap=True)


@contextmanager
def show_progress(total: int | None) -> Iterator[Meter]:
    """Give a meter for `total` reports: a bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield SilentMeter()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield BarMeter(bar, total)
