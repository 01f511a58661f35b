"""Where the cities of the lexicon lie."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple

from elshi.errors import LexiconError
from elshi.lexicon.load import read_file

_PATH = "coordinates.yml"
_PAIR = 2
_POLE, _DATE_LINE = 90, 180  # degrees beyond which there is no latitude, no longitude


class Point(NamedTuple):
    """A place on the earth in degrees (WGS 84), to about a kilometre."""

    latitude: float
    longitude: float


@functools.cache
def load_points() -> Mapping[str, Point]:
    """Return where each city (its English name as in cities.yml) lies. Raises LexiconError on other lines."""
    return {city: _read_point(city, pair) for city, pair in read_file(_PATH).items()}


def find_point(city: str | None) -> Point | None:
    """Return where `city` lies, None where it is not known."""
    return load_points().get(city) if city else None


def _read_point(city: str, pair: object) -> Point:
    if isinstance(pair, list) and len(pair) == _PAIR and all(isinstance(part, int | float) for part in pair):
        point = Point(float(pair[0]), float(pair[1]))
        if abs(point.latitude) <= _POLE and abs(point.longitude) <= _DATE_LINE:
            return point
    message = f"lexicon/data/{_PATH}: {city}: give [latitude, longitude] in degrees, not {pair!r}"
    raise LexiconError(message)
