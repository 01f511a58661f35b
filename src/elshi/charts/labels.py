"""Which of many names can stand beside their signs without lying upon one another."""

from __future__ import annotations

from collections.abc import Iterable

_LETTER, _LINE = 6.4, 13.0  # dots that a letter is wide, and a line is high, at a size of 11


def choose_names(places: Iterable[tuple[float, float, str]]) -> frozenset[int]:
    """Return the numbers of those that get their names, by x and y in dots, the most important first."""
    boxes: list[tuple[float, float, float]] = []
    chosen: set[int] = set()
    for number, (x, y, name) in enumerate(places):
        half = len(name) * _LETTER / 2
        if all(abs(x - left) > half + other or abs(y - top) > _LINE for left, top, other in boxes):
            boxes.append((x, y, half))
            chosen.add(number)
    return frozenset(chosen)
