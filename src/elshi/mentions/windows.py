"""Long reports are read in windows that overlap, so that nothing is left out and nothing is cut in two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from elshi.mentions.units import Units

PIECES = 320  # in a window at most, its two outer marks aside
OVERLAP = 40  # units that two windows share: more than twice the longest mention


@dataclass(frozen=True, slots=True)
class Window:
    """The units [first, stop) read together; what begins in [own, own_stop) is taken from this window."""

    first: int
    stop: int
    own: int
    own_stop: int


def lay_windows(units: Units) -> tuple[Window, ...]:
    """Return windows over all units, in order. Each unit is owned by exactly one of them.

    Two neighbours meet in the middle of what they share, so that whatever begins before that point lies
    wholly in the first and whatever begins behind it has its left context in the second.
    """
    spans = tuple(_lay(units))
    meetings = (max(stop - OVERLAP // 2, after) for (_, stop), (after, _) in pairwise(spans))
    borders = [0, *meetings, len(units)]
    return tuple(
        Window(first, stop, own, own_stop)
        for (first, stop), own, own_stop in zip(spans, borders, borders[1:], strict=False)
    )


def _lay(units: Units) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(units):
        stop = _reach(units, first)
        yield first, stop
        if stop == len(units):
            return
        first = max(stop - OVERLAP, first + 1)


def _reach(units: Units, first: int) -> int:
    """Return how far a window that begins at unit `first` goes."""
    stop = first + 1
    while stop < len(units) and units.opens[stop + 1] - units.opens[first] <= PIECES:
        stop += 1
    return stop
