"""The part of the earth that a map shows, and where a point comes to stand on it.

The projection is Miller's (O. M. Miller, Notes on cylindrical world map projections, Geographical Review 32,
1942): meridians and parallels are straight, and the poles are not torn as far apart as on Mercator's.
"""

from __future__ import annotations

import functools
import importlib.resources
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

from elshi.lexicon.coordinates import Point

_MARGIN = 9.0  # degrees beyond the outermost points
_NARROWEST = 50.0  # degrees from west to east
_SOUTH, _NORTH = -60.0, 80.0
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of longitudes and latitudes, in degrees."""

    west: float
    east: float
    south: float
    north: float

    @property
    def height_share(self) -> float:
        """Return the height of the map for a width of one."""
        return (project(self.north) - project(self.south)) / (self.east - self.west)

    def lines(self) -> tuple[list[int], list[int]]:
        """Return the meridians and the parallels to draw, in degrees."""
        step = 30 if self.east - self.west > 150 else 10  # noqa: PLR2004 - more lines would hide the points
        return _list_steps(self.west, self.east, step), _list_steps(self.south, self.north, step)


def project(latitude: float) -> float:
    """Return Miller's ordinate of a latitude, in degrees of longitude at the equator."""
    return math.degrees(1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(latitude))))


def frame_points(points: Iterable[Point]) -> Window:
    """Return the window around `points`, never narrower than a continent."""
    known = list(points)
    west, east = _widen(
        min(p.longitude for p in known), max(p.longitude for p in known), _NARROWEST, (-180.0, 180.0)
    )
    south, north = _widen(
        min(p.latitude for p in known), max(p.latitude for p in known), (east - west) / 2.6, (_SOUTH, _NORTH)
    )
    return Window(west, east, south, north)


def _widen(low: float, high: float, least: float, ends: tuple[float, float]) -> tuple[float, float]:
    more = max(_MARGIN, (least - (high - low)) / 2)
    return max(ends[0], low - more), min(ends[1], high + more)


def _list_steps(low: float, high: float, step: int) -> list[int]:
    return list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))


def list_coasts(window: Window) -> tuple[Ring, ...]:
    """Return the outlines of the lands that reach into `window`, as rings of longitude and latitude."""
    return tuple(
        ring
        for ring in _load_coasts()
        if min(x for x, _ in ring) < window.east
        and max(x for x, _ in ring) > window.west
        and min(y for _, y in ring) < window.north
        and max(y for _, y in ring) > window.south
    )


@functools.cache
def _load_coasts() -> tuple[Ring, ...]:
    source = importlib.resources.files("elshi.charts") / "data" / "coast.json"
    rings = json.loads(source.read_text("utf-8"))["rings"]
    return tuple(tuple((x, y) for x, y in ring) for ring in rings)
