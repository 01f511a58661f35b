"""Work for many hosts at once: a lane a host, in which one thing is done after another."""

from __future__ import annotations

import queue
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from threading import Event, Thread
from typing import TypeVar

Result = TypeVar("Result")
WORKERS = 16
_AHEAD = 64  # results that wait for whoever takes them; what holds pages must not pile up


def work_lanes(
    jobs: Iterable[tuple[str, Callable[[], Result]]], stop: Event, workers: int = WORKERS
) -> Iterator[Result]:
    """Yield what the jobs give, as they end. Jobs of one host are done in order, never two at a time.

    Jobs must not raise. After `stop` is set, no other job is begun.
    """
    lanes: defaultdict[str, deque[Callable[[], Result]]] = defaultdict(deque)
    for host, job in jobs:
        lanes[host].append(job)
    waiting: queue.SimpleQueue[deque[Callable[[], Result]]] = queue.SimpleQueue()
    for lane in lanes.values():
        waiting.put(lane)
    results: queue.Queue[Result | None] = queue.Queue(_AHEAD)
    left = Event()
    number = min(workers, len(lanes))
    for _ in range(number):
        Thread(target=_work, args=(waiting, results, stop, left), daemon=True).start()
    try:
        while number:
            result = results.get()
            if result is None:
                number -= 1
            else:
                yield result
    finally:
        left.set()


def _work(
    waiting: queue.SimpleQueue[deque[Callable[[], Result]]],
    results: queue.Queue[Result | None],
    stop: Event,
    left: Event,
) -> None:
    while not stop.is_set():
        try:
            lane = waiting.get_nowait()
        except queue.Empty:
            break
        while lane and not stop.is_set():
            _hand_over(lane.popleft()(), results, left)
    _hand_over(None, results, left)


def _hand_over(result: Result | None, results: queue.Queue[Result | None], left: Event) -> None:
    """Put the result where it is taken from, unless nobody takes any more."""
    while not left.is_set():
        try:
            results.put(result, timeout=0.2)
        except queue.Full:
            continue
        return
