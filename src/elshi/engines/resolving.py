"""Resolution of many reports at once, its two costly steps spread over the workers of an engine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from elshi.engines.wire import read_wire, write_wire
from elshi.model.entry import FrameKey
from elshi.model.frame import Reading
from elshi.resolve.statements import state_frames
from elshi.resolve.together import (
    Pair,
    Scored,
    Sought,
    Telling,
    compare_pairs,
    list_pairs,
    name_all,
    place_all,
    tell_keys,
)

Work = Callable[[str], str]
Spread = Callable[
    [Work, Iterable[str]], Iterable[str]
]  # as `map` does: the answers in the order of the tasks
REPORTS = 200  # of one task: those of the same days, which are compared with each other, come together


@dataclass(frozen=True, slots=True)
class Told:
    """The reports of one task."""

    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The keys of the frames of each report."""

    reports: tuple[tuple[Sought, ...], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs to compare, with the frames that they are of."""

    tellings: tuple[Telling, ...]
    pairs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What came of comparing."""

    scored: tuple[Scored, ...]


def resolve_together(readings: Iterable[Reading], spread: Spread = map) -> dict[FrameKey, str]:
    """Return the entry of each frame: that in which a register puts it that is filled in this order.

    `spread` runs a function of one text over many and gives the answers in order: `map`, or the `spread` of
    an engine. A report that comes twice counts once. Nobody's judgements are asked.
    """
    named = list(name_all(tell_all(readings)))
    chunks = list(_cut(named))
    kept = spread(find_keys, (write_wire(Told(chunk)) for chunk in chunks))
    sought = (report for text in kept for report in read_wire(Kept, text).reports)
    scores = spread(find_scores, _plan(named, list_pairs(sought)))
    return place_all(named, (one for text in scores for one in read_wire(Scores, text).scored))


def tell_all(readings: Iterable[Reading]) -> Iterator[Telling]:
    """Yield what each report tells, as recorded one after another."""
    seen: set[str] = set()
    clock = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    for reading in readings:
        if reading.report.id not in seen:
            seen.add(reading.report.id)
            clock += dt.timedelta(microseconds=1)
            frames = state_frames(reading, clock.isoformat(timespec="microseconds"))
            yield Telling(frames, reading.report.published, reading.report.language)


def find_keys(task: str) -> str:
    """Return the keys (`Kept`, of the wire) of the reports of a task (`Told`)."""
    return write_wire(Kept(tuple(tell_keys(telling) for telling in read_wire(Told, task).tellings)))


def find_scores(task: str) -> str:
    """Return the scores (`Scores`, of the wire) of the pairs of a task (`Compared`)."""
    asked = read_wire(Compared, task)
    pairs: list[Pair] = [((a, b), (c, d)) for a, b, c, d in asked.pairs]
    return write_wire(Scores(compare_pairs(asked.tellings, pairs)))


def _cut(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, ...]]:
    rest = iter(tellings)
    while chunk := tuple(islice(rest, REPORTS)):
        yield chunk


def _plan(named: Sequence[Telling], pairs: Iterable[tuple[Pair, ...]]) -> Iterator[str]:
    """Yield tasks with the pairs of so many reports each, and the frames they are of and no other."""
    places = {frame.key: place for place, telling in enumerate(named) for frame in telling.frames}
    rest = iter(pairs)
    while chunk := list(islice(rest, REPORTS)):
        asked = [pair for report in chunk for pair in report]
        wanted = {key for pair in asked for key in pair}
        tellings = [
            replace(named[place], frames=tuple(f for f in named[place].frames if f.key in wanted))
            for place in sorted({places[key] for key in wanted})
        ]
        yield write_wire(Compared(tuple(tellings), tuple((*later, *earlier) for later, earlier in asked)))
