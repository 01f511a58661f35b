"""Rounds of watching: sources are asked, what they list is fetched and kept, and what is kept is read.

Each step is written down before the next one begins, so that a run that ends anywhere goes on where it was:
a list is remembered together with all that it named, a page is read only from the archive, and a report is
added by its content. Nothing is lost, and nothing comes twice.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from threading import Event
from urllib.parse import urlsplit

from elshi.errors import Message
from elshi.fetch.answer import Answer, FetchError, Validators
from elshi.fetch.fetcher import NOT_MODIFIED, Fetcher
from elshi.fetch.pace import back_off_seconds
from elshi.model.watching import Item
from elshi.watch.choosing import LONGEST_PAUSE, begin_log, choose_items, write_poll
from elshi.watch.intake import Counts, Intake, Tools
from elshi.watch.lanes import work_lanes
from elshi.watch.plan import Plan
from elshi.watch.polls import Polled, poll
from elshi.watch.times import count_seconds, shift

_MOST_FAILURES = 10  # after which a page is given up, some days after the first
_FIRST_PAUSE = 60.0  # seconds

Page = tuple[Item, Answer | FetchError]


class Watcher:
    """Watches the sources of a plan. `stop`, once set, ends a round after what is in hand."""

    def __init__(self, plan: Plan, tools: Tools, stop: Event | None = None) -> None:
        """Begin with what the log remembers of the sources."""
        self._tools, self._log = tools, tools.log
        self.stop = stop or Event()
        known, now = {log.name: log for log in self._log.read_sources()}, tools.clock()
        self._sources = {source.name: source for source in plan.sources}
        self._intake = Intake(tools, self._sources)
        self._logs = {s.name: begin_log(s, known.get(s.name), now) for s in plan.sources}
        with self._log.transaction():
            self._log.forget_others(self._sources)
            for log in self._logs.values():
                self._log.write_source(log)

    def run_round(self) -> Counts:
        """Ask the sources that are due, fetch what they list, and read it; return what was counted.

        Counted are asked and failing sources; items found, added, known, copies, unchanged, waiting, failed.
        """
        counts: Counts = Counter()
        for item in self._log.list_kept():  # what a run before this one did not get to
            counts += self._intake.settle(item)
        for polled in work_lanes(self._list_polls(), self.stop):
            counts += self._take_list(polled)
        files, pages = self._list_due()
        for item in files:
            counts += Counter() if self.stop.is_set() else self._intake.read_file(item)
        jobs = [(_name_host(item.address), partial(_fetch, item, self._tools.fetcher)) for item in pages]
        for item, answer in work_lanes(jobs, self.stop):
            counts += self._take_page(item, answer)
        self._tools.archive.close()
        return counts

    def count_seconds(self) -> float:
        """Return how many seconds it is until a source is due."""
        now = self._tools.clock()
        due = min(log.next_at or now for log in self._logs.values())
        return max(0.0, count_seconds(now, due))

    def _list_polls(self) -> Iterator[tuple[str, Callable[[], Polled]]]:
        now = self._tools.clock()
        for name, log in self._logs.items():
            if log.next_at is None or log.next_at <= now:
                source = self._sources[name]
                yield _name_host(source.address), partial(poll, source, log, self._tools.fetcher)

    def _take_list(self, polled: Polled) -> Counts:
        """Remember the list together with what it named, so that neither is without the other."""
        now, name = self._tools.clock(), polled.source.name
        self._logs[name] = write_poll(self._logs[name], polled, now)
        listed = polled.found.listed if polled.found else ()
        known = self._log.read_items([thing.key for thing in listed])
        texts = {thing.key: thing.text for thing in listed}
        items = [self._keep_text(item, texts[item.key], now) for item in choose_items(polled, known, now)]
        kept = [item for item in items if item.state == "kept"]
        with self._log.transaction():
            self._log.write_items(items)
            for item in kept:
                self._log.add_capture(item)
            self._log.write_source(self._logs[name])
        if polled.error:
            self._tools.say(str(polled.error))
        counts = Counter(asked=1, failing=int(polled.error is not None), found=len(items))
        for item in kept:
            counts += self._intake.settle(item)
        return counts

    def _keep_text(self, item: Item, text: str | None, now: str) -> Item:
        """Return the item in the archive where its list had its text; as it is where the page must be had."""
        if text is None:
            return item
        digest = _digest(text.encode())
        if digest == item.digest:
            return replace(item, state="done", done_at=now)
        place = self._tools.archive.keep_text(item.address, text, now)
        return replace(item, state="kept", capture=place, digest=digest, done_at=now)

    def _list_due(self) -> tuple[list[Item], list[Item]]:
        """Return the files and the pages that wait."""
        due = self._log.list_due(self._tools.clock())
        files = [item for item in due if not item.address.startswith(("http://", "https://"))]
        return files, [item for item in due if item not in files]

    def _take_page(self, item: Item, answer: Answer | FetchError) -> Counts:
        now = self._tools.clock()
        if isinstance(answer, FetchError):
            return self._take_failure(item, answer, now)
        digest, known = _digest(answer.body), answer.validators
        seen = replace(item, state="done", done_at=now, failures=0, next_at=None, cause=None,
                       etag=known.etag, modified=known.modified)  # fmt: skip
        if answer.status == NOT_MODIFIED:
            self._log.write_items([replace(seen, etag=item.etag, modified=item.modified)])
            return Counter(unchanged=1)
        if digest == item.digest:
            self._log.write_items([seen])
            return Counter(unchanged=1)
        kept = replace(seen, state="kept", capture=self._tools.archive.keep(answer, now), digest=digest)
        with self._log.transaction():
            self._log.write_items([kept])
            self._log.add_capture(kept)
        return self._intake.settle(kept)

    def _take_failure(self, item: Item, error: FetchError, now: str) -> Counts:
        failures = item.failures + int(error.wait is None)  # one who says when to come back is not failing
        if error.passing and failures < _MOST_FAILURES:
            pause = max(error.wait or 0.0, back_off_seconds(failures, _FIRST_PAUSE, LONGEST_PAUSE))
            later = replace(item, failures=failures, next_at=shift(now, pause), cause=error.cause)
            self._log.write_items([later])
            return Counter(waiting=1)
        state = replace(item, state="gone" if error.gone else "failed", failures=failures, cause=error.cause)
        return self._intake.fail(replace(state, done_at=now), error)


def _fetch(item: Item, fetcher: Fetcher) -> Page:
    """Return the item with its page, or with why it cannot be had. Raises nothing."""
    try:
        return item, fetcher.get(item.address, Validators(item.etag, item.modified))
    except FetchError as error:
        return item, error
    except Exception as error:  # noqa: BLE001 -- a page that brings out a defect must not end the watch
        cause = Message("Elshi failed on it (%(name)s: %(error)s)", name=type(error).__name__, error=error)
        return item, FetchError(item.address, cause, Message("please report this with the address"))


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _name_host(address: str) -> str:
    return urlsplit(address).hostname or address
