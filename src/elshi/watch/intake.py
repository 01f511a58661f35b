"""From the archive into the register: what is kept is read, and written down as done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from elshi.errors import SourceError
from elshi.fetch.fetcher import Fetcher
from elshi.model.entry import Problem
from elshi.model.report import Capture
from elshi.model.watching import Item
from elshi.reader import Reader
from elshi.record.watchlog import WatchLog
from elshi.register import Register, read_clock
from elshi.register.copies import Copies
from elshi.sources.paths import open_paths
from elshi.watch.captures import Archive
from elshi.watch.plan import Watched

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Tools:
    """What a watcher works with; `register`, `copies` and `log` are used by its own thread alone."""

    register: Register
    copies: Copies
    log: WatchLog
    fetcher: Fetcher
    archive: Archive
    reader: Reader
    largest_bytes: int
    say: Callable[[str], None] = print
    clock: Callable[[], str] = read_clock


class Intake:
    """Reads items into the register. Done a second time, as after a crash, it changes nothing."""

    def __init__(self, tools: Tools, sources: Mapping[str, Watched]) -> None:
        """Read with `tools` what `sources` listed."""
        self._tools, self._sources = tools, sources

    def settle(self, item: Item) -> Counts:
        """Read what is kept of the item into the register."""
        place = item.capture or ""
        found = self._tools.archive.read(place, self._tools.largest_bytes)
        try:
            report, done = self._add(self._name_page(found, item))
        except SourceError as error:
            return self.fail(replace(item, state="failed", cause=error.cause), error)
        with self._tools.log.transaction():
            self._tools.log.write_items([replace(item, state="done", report=report)])
            self._tools.log.set_report(place, report)
        return Counter([done])

    def read_file(self, item: Item) -> Counts:
        """Read a file of a folder. One bad report among good ones is named, and the file is done."""
        counts: Counts = Counter()
        for found in open_paths([item.address], self._tools.largest_bytes):
            try:
                _, outcome = self._add(self._name_file(found, item))
                counts[outcome] += 1
            except SourceError as error:
                self.add_problem(error)
                counts["failed"] += 1
        done = replace(item, state="done", done_at=self._tools.clock())
        self._tools.log.write_items([replace(done, state="failed") if set(counts) == {"failed"} else done])
        return counts

    def fail(self, item: Item, error: SourceError) -> Counts:
        """Write down that the item cannot be had or read, here and among the register's problems."""
        self.add_problem(error)
        self._tools.log.write_items([item])
        return Counter(failed=1)

    def add_problem(self, error: SourceError) -> None:
        """Write a problem into the register, and say it."""
        self._tools.register.add_problem(Problem(error.source, error.line, error.cause, error.advice))
        self._tools.say(str(error))

    def _add(self, found: Capture | SourceError) -> tuple[str, str]:
        """Add one capture, or link it where it is a copy; return the report's id and what was done.

        Raises SourceError.
        """
        if isinstance(found, SourceError):
            raise found
        begun = self._tools.reader.begin(found)
        held = self._tools.register.holds(begun.report.id)
        if first := self._tools.copies.link(begun.report, held=held):
            return first, "copies"
        self._tools.register.add(self._tools.reader.finish(begun), found)
        self._tools.copies.add(begun.report)
        return begun.report.id, "known" if held else "added"

    def _name_page(self, found: Capture | SourceError, item: Item) -> Capture | SourceError:
        """Return the capture with what its source says of it."""
        if isinstance(found, SourceError):
            return found
        name = self._name_publisher(item)
        return replace(found, source=item.address, url=item.address, publisher=name, published=item.published)

    def _name_file(self, found: Capture | SourceError, item: Item) -> Capture | SourceError:
        if isinstance(found, SourceError):
            return found
        return replace(found, publisher=found.publisher or self._name_publisher(item))

    def _name_publisher(self, item: Item) -> str | None:
        source = self._sources.get(item.source)
        return source.publisher_name if source else None
