"""A watcher put together from its file of sources and a register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

from elshi.fetch.answer import Limits
from elshi.fetch.fetcher import Fetcher
from elshi.fetch.gate import Gate
from elshi.fetch.pace import Pace
from elshi.reader import Reader
from elshi.record.watchlog import open_watchlog
from elshi.register import Register
from elshi.register.copies import open_register_copies
from elshi.settings import Location, read_settings
from elshi.watch.captures import Archive
from elshi.watch.intake import Tools
from elshi.watch.lock import claim
from elshi.watch.plan import read_plan
from elshi.watch.watcher import Watcher


@contextmanager
def open_watcher(
    plan: Path,
    register: Location,
    captures: Path,
    say: Callable[[str], None],
    *,
    allow_private: bool = False,
) -> Iterator[Watcher]:
    """Give a watcher of the sources in the file `plan`, which adds to `register` and keeps in `captures`.

    Raises UsageError for a faulty plan, RegisterError where the register cannot be used or is watched
    already.
    """
    sources, stop = read_plan(plan), Event()
    largest = read_settings().largest_bytes
    pace = Pace(sources.delay, sleep=lambda seconds: [stop.wait(seconds)].clear())
    fetcher = Fetcher(Gate(allow_private=allow_private), Limits(largest_bytes=largest), pace, sources.contact)
    with (
        claim(register),
        Register.open(register) as opened,
        open_register_copies(register) as copies,
        closing(open_watchlog(register)) as log,
        closing(Archive(captures)) as archive,
    ):
        copies.catch_up(opened)
        yield Watcher(sources, Tools(opened, copies, log, fetcher, archive, Reader(), largest, say), stop)
