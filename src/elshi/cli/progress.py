"""The progress bar on a terminal's standard error; on a pipe nothing but the lines said."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from elshi.errors import SourceError
from elshi.sources.paths import walk_folder
from elshi.sources.table import find_source


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
def show_progress(paths: Sequence[str], *, prints: bool) -> Iterator[Meter]:
    """Give a meter for the reports under `paths`: a bar where standard error is a terminal.

    With `prints` the run prints as it goes; where that is on a terminal too, it shows by itself how
    far the run is, and a bar would stand in its way.
    """
    if not sys.stderr.isatty() or (prints and sys.stdout.isatty()):
        yield SilentMeter()
        return
    total = count_reports(paths)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield BarMeter(bar, total)


def count_reports(paths: Sequence[str]) -> int | None:
    """Return how many reports the paths hold, None where nobody can tell: pipes, and archives in bulk."""
    named = [Path(path) for path in paths]
    if not all(path.is_dir() or path.is_file() for path in named):
        return None
    files = [file for path in named for file in (_list_folder(path) if path.is_dir() else [path])]
    if any(source.many for file in files if (source := find_source(file))):
        return None
    return sum(map(_count_file, files))


def _list_folder(folder: Path) -> list[Path]:
    found = (file for file in walk_folder(folder) if not isinstance(file, SourceError))
    return [file for file in found if find_source(file)]


def _count_file(file: Path) -> int:
    source = find_source(file)
    if source is None or source.name != "JSON lines":
        return 1
    try:
        with file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1  # the one line that says why it cannot be read
