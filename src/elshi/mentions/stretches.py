"""From scores of stretches of words to mentions: the best first, none crossing another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units [first, stop) that name something; `label` counts the labels from nought."""

    first: int
    stop: int
    label: int
    confidence: float

    def crosses(self, other: Stretch) -> bool:
        """Tell whether the two overlap with neither inside the other, or are the same words."""
        if self.first >= other.stop or other.first >= self.stop:
            return False
        inside = self.first <= other.first and other.stop <= self.stop
        around = other.first <= self.first and self.stop <= other.stop
        return inside == around


def find_stretches(scores: Floats) -> list[Stretch]:
    """Return the stretches that name something rather than nothing.

    `scores` [units, lengths, labels + 1] has 'nothing' at place 0 of its last axis; a stretch of length
    l + 1 that would go past the last unit is none.
    """
    count, lengths, _ = scores.shape
    likely = scores[:, :, 1:].max(axis=2) > scores[:, :, 0]
    likely &= np.arange(count)[:, None] + np.arange(lengths)[None] < count
    found = np.argwhere(likely)
    raised = np.exp(scores[likely] - scores[likely].max(axis=1, keepdims=True))
    shares = raised[:, 1:] / raised.sum(axis=1, keepdims=True)
    return [
        Stretch(int(first), int(first + length + 1), int(row.argmax()), float(row.max()))
        for (first, length), row in zip(found, shares, strict=True)
    ]


def choose_stretches(found: Sequence[Stretch], *, nested: bool = True) -> tuple[Stretch, ...]:
    """Return the stretches of `found` that can stand together, in text order, the surest chosen first.

    A mention may lie inside another ('Казахстана' in 'министр иностранных дел Казахстана'); with `nested`
    false none may overlap at all, as in corpora annotated flat.
    """
    chosen: list[Stretch] = []
    for stretch in sorted(found, key=lambda one: (-one.confidence, one.first, one.stop)):
        if nested:
            fits = not any(stretch.crosses(other) for other in chosen)
        else:
            fits = all(stretch.stop <= other.first or other.stop <= stretch.first for other in chosen)
        if fits:
            chosen.append(stretch)
    return tuple(sorted(chosen, key=lambda one: (one.first, -one.stop)))
