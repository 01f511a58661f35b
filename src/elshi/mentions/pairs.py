"""Which mentions belong together: who holds which office, of what, who takes part in what, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elshi.mentions.layout import Floats, Layout, Numbers, lay_pairs, take_largest
from elshi.mentions.stretches import Stretch

_WINDOWED = 512  # pairs are scored so many at a time
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches, by their places in a list, of which a relation of `kind` (counted from nought) holds."""

    head: int
    tail: int
    kind: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a pair before a relation of some kind holds, as scores (the logarithm of the odds).

    `least` is the score it must be above; `behind` how far it may be behind the best pair with the same
    head, and behind the best with the same tail.
    """

    least: float
    behind: float


class Relating:
    """The weights that score pairs, as `training/heads.py` has them, and which labels each kind joins."""

    def __init__(
        self, weights: dict[str, Floats], allowed: NDArray[np.bool_], asked: Sequence[Asked]
    ) -> None:
        """Keep `weights` by name, `allowed` [kinds, labels, labels], and what is `asked` of each kind."""
        self._weights, self._allowed = weights, allowed
        self._least = np.array([one.least for one in asked])
        self._behind = np.array([one.behind for one in asked])
        self._any: NDArray[np.bool_] = np.any(allowed, axis=0)

    def relate(
        self, stretches: Sequence[Stretch], first: Floats, last: Floats, cuts: Sequence[int]
    ) -> tuple[Pair, ...]:
        """Return the pairs of `stretches` that a relation joins.

        `first`, `last` [units, width] are the states of each unit's first piece and of its last; `cuts` the
        units at which sentences begin.
        """
        places = np.array([(one.first, one.stop) for one in stretches], dtype=np.int64).reshape(-1, 2)
        labels = np.array([one.label for one in stretches], dtype=np.int64)
        layout = lay_pairs(places, labels, cuts, self._any)
        if not len(layout):
            return ()
        ends = np.concatenate([first[places[:, 0]], last[places[:, 1] - 1]], axis=1)
        parts = [slice(start, start + _WINDOWED) for start in range(0, len(layout), _WINDOWED)]
        scores = np.concatenate([self._score(layout, part, labels, ends, first) for part in parts])
        held = (scores > self._least) & (scores >= _find_best(scores, layout.heads) - self._behind)
        held &= scores >= _find_best(scores, layout.tails) - self._behind
        return tuple(
            Pair(
                int(layout.heads[pair]),
                int(layout.tails[pair]),
                int(kind),
                float(1 / (1 + np.exp(-scores[pair, kind]))),
            )
            for pair, kind in np.argwhere(held)
        )

    def _score(self, layout: Layout, part: slice, labels: Numbers, ends: Floats, firsts: Floats) -> Floats:
        """Return the scores [pairs, kinds], far below all others where the labels do not allow the kind."""
        w, heads, tails = self._weights, layout.heads[part], layout.tails[part]
        head, tail = ends[heads], ends[tails]
        hidden = head @ w["head.weight"].T + w["head.bias"] + tail @ w["tail.weight"].T + w["tail.bias"]
        hidden += (head @ w["head_turn.weight"].T) * (tail @ w["tail_turn.weight"].T)
        hidden += take_largest(firsts, layout.between[part]) @ w["between.weight"].T + w["between.bias"]
        hidden += w["classes.weight"][layout.classes[part]].sum(axis=1)
        hidden += w["head_label.weight"][labels[heads]] + w["tail_label.weight"][labels[tails]]
        hidden = np.maximum(np.maximum(hidden, 0) @ w["deep.weight"].T + w["deep.bias"], 0)
        scores = hidden @ w["score.weight"].T + w["score.bias"]
        return np.where(self._allowed[:, labels[heads], labels[tails]].T, scores, _NEVER)


def _find_best(scores: Floats, ends: NDArray[np.int64]) -> Floats:
    """Return for each pair and kind the best score of all pairs with the same one of `ends`."""
    best = np.full((int(ends.max()) + 1, scores.shape[1]), _NEVER, dtype=scores.dtype)
    np.maximum.at(best, ends, scores)
    return best[ends]
