"""Reading many captures, in this process or in several, always in the order they came."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, TypeVar

from elshi.cli import parts
from elshi.errors import ElshiError, SourceError
from elshi.model.frame import Reading
from elshi.model.report import Capture
from elshi.settings import DEFAULT_ENCODER

if TYPE_CHECKING:
    from elshi.reader import Begun, Reader

Outcome = Reading | SourceError
Done = TypeVar("Done")
_BEGUN_AHEAD = 2  # reports that the encoder reads while the rules are at one before them
_OBJECTS_BETWEEN_SWEEPS = 50_000
_AHEAD = 4  # captures handed to each process before the first result is needed: enough to keep it busy


@dataclass(frozen=True, slots=True)
class _Way:
    """How reports are read: the day they were published, and the encoder where the settings choose none."""

    published: str | None
    encoder: str


@dataclass(frozen=True, slots=True)
class _Failure:
    """A SourceError on its way between processes, which exceptions with several parts do not survive."""

    source: str
    cause: str
    advice: str
    line: int | None


def read_captures(
    captures: Iterable[Capture | SourceError],
    jobs: int,
    published: str | None = None,
    encoder: str = DEFAULT_ENCODER,
) -> Iterator[tuple[Capture | None, Outcome]]:
    """Yield each capture with its reading, or with the reason it could not be read, in input order.

    A SourceError among `captures` passes through with None for its capture. With `jobs` above one
    that many processes read, each with one Reader of its own; captures are taken as they are
    needed, so that a folder of any size fits in memory. `encoder` is used where the settings choose none.
    Raises ElshiError where a process dies.
    """
    way = _Way(published, encoder)
    if jobs > 1:
        yield from _read_in_processes(captures, jobs, way)
        return
    waiting: deque[tuple[Capture | SourceError, Begun | SourceError]] = deque()
    for item in captures:
        begun = item if isinstance(item, SourceError) else _begin(item, way)
        waiting.append((item, begun))
        ahead = _BEGUN_AHEAD if not isinstance(begun, SourceError) and begun.foreseen else 0
        while len(waiting) > ahead:
            yield _finish(*waiting.popleft(), way)
    while waiting:
        yield _finish(*waiting.popleft(), way)


def _read_in_processes(
    captures: Iterable[Capture | SourceError], jobs: int, way: _Way
) -> Iterator[tuple[Capture | None, Outcome]]:
    # 'spawn' is the one way of starting a process that every system has and no thread upsets.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start_worker)
    waiting: deque[tuple[Capture | SourceError, Future[Reading | _Failure] | None]] = deque()
    try:
        for item in captures:
            future = None if isinstance(item, SourceError) else pool.submit(_work, item, way)
            waiting.append((item, future))
            if len(waiting) > jobs * _AHEAD:
                yield _collect(*waiting.popleft())
        while waiting:
            yield _collect(*waiting.popleft())
    except BrokenProcessPool as error:
        message = (
            f"a reading process ended without an answer at {waiting[0][0].source if waiting else 'a report'} "
            "or shortly before; there may be too little memory: try again with --jobs 1"
        )
        raise ElshiError(message) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _collect(
    item: Capture | SourceError, future: Future[Reading | _Failure] | None
) -> tuple[Capture | None, Outcome]:
    if isinstance(item, SourceError) or future is None:
        return _pair(item, item)  # type: ignore[arg-type] # future is None only for a SourceError
    answer = future.result()
    if isinstance(answer, _Failure):
        return item, SourceError(answer.source, answer.cause, answer.advice, answer.line)
    return item, answer


def _pair(item: Capture | SourceError, outcome: Outcome) -> tuple[Capture | None, Outcome]:
    return (None if isinstance(item, SourceError) else item), outcome


def _begin(capture: Capture, way: _Way) -> Begun | SourceError:
    return _try(capture, lambda: _make_reader(way.encoder).begin(capture, way.published))


def _finish(
    item: Capture | SourceError, begun: Begun | SourceError, way: _Way
) -> tuple[Capture | None, Outcome]:
    if isinstance(item, SourceError):
        return None, item
    if isinstance(begun, SourceError):
        return item, begun
    return item, _try(item, lambda: _make_reader(way.encoder).finish(begun))


def _try(capture: Capture, work: Callable[[], Done]) -> Done | SourceError:
    """Return what `work` on `capture` gives, or why the capture cannot be read."""
    try:
        return work()
    except SourceError as error:
        return error
    except ElshiError:
        raise  # what is wrong is no matter of this report: the request, or the lexicon
    except Exception as error:  # noqa: BLE001 -- a defect that one report brings out must not lose the others
        cause = f"Elshi failed on it ({type(error).__name__}: {error})"
        return SourceError(capture.source, cause, "please report this with the text", capture.line)


@cache
def _make_reader(encoder: str, threads: int = 0) -> Reader:
    # What is read is made of many small tuples that never form a ring: by default Python goes over them
    # again and again looking for rings, which takes a fifth of the time.
    gc.set_threshold(_OBJECTS_BETWEEN_SWEEPS, *gc.get_threshold()[1:])
    return parts.make_reader(encoder, threads)  # each process has one of its own, made at its first report


def _start_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A driver ended by `kill -9` cannot stop its workers: they watch for it themselves.
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(capture: Capture, way: _Way) -> Reading | _Failure:
    outcome = _try(capture, lambda: _make_reader(way.encoder, 1).read(capture, way.published))
    if isinstance(outcome, SourceError):
        return _Failure(outcome.source, outcome.cause, outcome.advice, outcome.line)
    return outcome
