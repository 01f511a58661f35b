"""Which mentions belong together: who holds which office, of what, who takes part in what, where and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elshi.mentions.stretches import Stretch

Floats = NDArray[np.float32]
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
        self,
        weights: dict[str, Floats],
        allowed: NDArray[np.bool_],
        asked: Sequence[Asked],
        steps: Sequence[int],
        far: int,
    ) -> None:
        """Keep `weights` by name, `allowed` [kinds, labels, labels], what is `asked` of each kind.

        `steps` are those of distances in units; mentions more than `far` units apart are never related.
        """
        self._weights, self._allowed = weights, allowed
        self._least = np.array([one.least for one in asked])
        self._behind = np.array([one.behind for one in asked])
        self._steps, self._far = np.array(steps), far
        self._any: NDArray[np.bool_] = np.any(allowed, axis=0)

    def relate(self, stretches: Sequence[Stretch], states: Floats) -> tuple[Pair, ...]:
        """Return the pairs of `stretches` that a relation joins.

        `states` [stretches, 2 * width] holds for each the state of its first piece and that of its last.
        """
        if len(stretches) < 2:  # noqa: PLR2004 - a pair is two
            return ()
        labels = np.array([one.label for one in stretches])
        firsts = np.array([one.first for one in stretches])
        near = np.abs(firsts[:, None] - firsts[None]) <= self._far
        near &= ~np.eye(len(labels), dtype=bool)
        heads, tails = np.nonzero(self._any[labels[:, None], labels[None]] & near)
        if not len(heads):
            return ()
        parts = [slice(start, start + _WINDOWED) for start in range(0, len(heads), _WINDOWED)]
        scored = [self._score(stretches, states, labels, heads[part], tails[part]) for part in parts]
        scores = np.concatenate(scored)
        held = (scores > self._least) & (scores >= _find_best(scores, heads) - self._behind)
        held &= scores >= _find_best(scores, tails) - self._behind
        return tuple(
            Pair(int(heads[pair]), int(tails[pair]), int(kind), float(1 / (1 + np.exp(-scores[pair, kind]))))
            for pair, kind in np.argwhere(held)
        )

    def _score(
        self,
        stretches: Sequence[Stretch],
        states: Floats,
        labels: NDArray[np.int64],
        heads: NDArray[np.int64],
        tails: NDArray[np.int64],
    ) -> Floats:
        """Return the scores [pairs, kinds], far below all others where the labels do not allow the kind."""
        w = self._weights
        head = states @ w["head.weight"].T + w["head.bias"] + w["head_label.weight"][labels]
        tail = states @ w["tail.weight"].T + w["tail.bias"] + w["tail_label.weight"][labels]
        apart = w["apart.weight"][self._measure(stretches, heads, tails)]
        hidden = np.maximum(head[heads] + tail[tails] + apart, 0)
        scores = hidden @ w["score.weight"].T + w["score.bias"]
        fitting = self._allowed[:, labels[heads], labels[tails]].T
        return np.where(fitting, scores, _NEVER)

    def _measure(
        self, stretches: Sequence[Stretch], heads: NDArray[np.int64], tails: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        """Return for each pair which class of distance it falls in, before and behind told apart."""
        firsts = np.array([one.first for one in stretches])
        apart = firsts[tails] - firsts[heads]
        near = np.searchsorted(self._steps, np.abs(apart), side="right")
        classes: NDArray[np.int64] = near + np.where(apart < 0, len(self._steps) + 1, 0)
        return classes


def _find_best(scores: Floats, ends: NDArray[np.int64]) -> Floats:
    """Return for each pair and kind the best score of all pairs with the same one of `ends`."""
    best = np.full((int(ends.max()) + 1, scores.shape[1]), _NEVER, dtype=scores.dtype)
    np.maximum.at(best, ends, scores)
    return best[ends]
