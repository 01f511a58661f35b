"""Reading on this machine: in this process, or in a pool of several, always in the order of input."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process

from elshi.engines.base import Done, Knows, Shard, Way
from elshi.engines.work import Failure, begin, finish, pass_on, read_capture, sweep_less, trace_origin
from elshi.errors import ElshiError, SourceError
from elshi.model.frame import Reading
from elshi.model.report import Capture
from elshi.reader import Begun
from elshi.sources.paths import open_paths

_BEGUN_AHEAD = 2  # reports that the encoder reads while the rules are at one before them
_AHEAD = 4  # captures handed to each process before the first result is needed: enough to keep it busy
Pending = Done | tuple[Capture, Future[Reading | Failure]]


class LocalEngine:
    """An engine of `jobs` processes, each with one Reader of its own; one job is this process itself.

    Captures are taken as they are needed, so that a folder of any size fits in memory.
    """

    def __init__(self, way: Way, jobs: int = 1) -> None:
        """Read in this way."""
        self._way, self._jobs = way, jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, paths: Sequence[str], knows: Knows | None = None) -> Iterator[Shard]:
        """Yield a shard for each report under `paths`. Raises ElshiError where a process dies."""
        captures = open_paths(paths, self._way.largest_bytes)
        found = (_ask(item, knows) for item in captures)
        read = self._read_here(found) if self._jobs == 1 else self._read_in_pool(found)
        return ((done,) for done in read)

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def _read_here(self, found: Iterable[Capture | Done]) -> Iterator[Done]:
        waiting: deque[Done | tuple[Capture, Begun | SourceError]] = deque()
        for item in found:
            ahead = 0
            if isinstance(item, Done):
                waiting.append(item)
            else:
                begun = begin(item, self._way)
                waiting.append((item, begun))
                ahead = _BEGUN_AHEAD if not isinstance(begun, SourceError) and begun.foreseen else 0
            while len(waiting) > ahead:
                yield self._finish(waiting.popleft())
        yield from map(self._finish, waiting)

    def _finish(self, item: Done | tuple[Capture, Begun | SourceError]) -> Done:
        if isinstance(item, Done):
            return item
        capture, begun = item
        return pass_on(capture, finish(capture, begun, self._way))

    def _submit(self, pool: ProcessPoolExecutor, item: Capture | Done) -> Pending:
        return item if isinstance(item, Done) else (item, pool.submit(_work, item, self._way))

    def _read_in_pool(self, found: Iterable[Capture | Done]) -> Iterator[Done]:
        # 'spawn' is the one way of starting a process that every system has and no thread upsets.
        pool = ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"), initializer=_start_worker)
        self._pool = pool
        sweep_less()
        waiting: deque[Pending] = deque()
        try:
            for item in found:
                waiting.append(self._submit(pool, item))
                if len(waiting) > self._jobs * _AHEAD:
                    yield _collect(waiting.popleft())
            while waiting:
                yield _collect(waiting.popleft())
        except BrokenProcessPool as error:
            at = next((one[0].source for one in waiting if isinstance(one, tuple)), "a report")
            message = (
                f"a reading process ended without an answer at {at} or shortly before; "
                "there may be too little memory: try again with --jobs 1"
            )
            raise ElshiError(message) from error
        finally:
            self.close()


def _ask(item: Capture | SourceError, knows: Knows | None) -> Capture | Done:
    """Return the capture, or what came of it where it is none or known already."""
    if isinstance(item, SourceError):
        return pass_on(item, None)
    if knows is None:
        return item
    origin = trace_origin(item)
    return Done(origin, None) if knows(origin.receipt) else item


def _collect(pending: Pending) -> Done:
    if isinstance(pending, Done):
        return pending
    capture, future = pending
    answer = future.result()
    return pass_on(capture, answer.restore() if isinstance(answer, Failure) else answer)


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A driver ended by `kill -9` cannot stop its workers: they watch for it themselves.
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(capture: Capture, way: Way) -> Reading | Failure:
    outcome = read_capture(capture, way)
    return Failure.take(outcome) if isinstance(outcome, SourceError) else outcome
