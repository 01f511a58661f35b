"""Logistic regression over features that are there or not, and how far its chances can be believed."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
PENALTY = 4.0  # of the squared weights: with few reports a feature must be seen often to weigh much
FEWEST = 4  # samples that have a feature, and that have it not, before it gets a weight
_FREE = 0.01  # the penalty of the base, which is hardly held back
_STEPS = 60  # of Newton's method; it settles long before
_LONGEST_STEP = 1.0  # on the logistic scale, so that far from the goal no step goes beyond it


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to be judged: the report it is of, its features, and whether it is right."""

    report: str
    features: frozenset[str]
    right: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """Fitted weights on the logistic scale: of every sample, and of each feature."""

    base: float
    weights: dict[str, float]

    def score(self, features: Iterable[str]) -> float:
        """Return where a sample with `features` lies on the logistic scale."""
        return self.base + sum(self.weights.get(name, 0.0) for name in features)

    def judge(self, features: Iterable[str]) -> float:
        """Return the chance that a sample with `features` is right."""
        return float(1 / (1 + np.exp(-self.score(features))))

    def shift(self, by: float) -> Fit:
        """Return the same weights with `by` added to the base."""
        return replace(self, base=self.base + by)


def fit_weights(samples: Sequence[Sample]) -> Fit:
    """Return weights fitted with a penalty on their squares, by Newton's method."""
    names = _choose_features(samples)
    table = np.array([[1.0, *(name in s.features for name in names)] for s in samples], dtype=np.float64)
    right = np.array([s.right for s in samples], dtype=np.float64)
    weights = np.zeros(table.shape[1])
    penalty = np.array([_FREE, *[PENALTY] * len(names)])
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chances - right) + penalty * weights
        curve = (table.T * (chances * (1 - chances))) @ table + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return Fit(float(weights[0]), {n: float(w) for n, w in zip(names, weights[1:], strict=True)})


def fit_shift(scores: Sequence[float], samples: Sequence[Sample]) -> float:
    """Return what must be added to all `scores` for their chances to be right on the whole."""
    given, right = np.array(scores), np.array([s.right for s in samples], dtype=np.float64)
    shift = 0.0
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-(given + shift)))
        slope = float(np.sum(chances - right)) + _FREE * shift
        step = slope / (float(np.sum(chances * (1 - chances))) + _FREE)
        shift -= min(max(step, -_LONGEST_STEP), _LONGEST_STEP)
    return shift


def _choose_features(samples: Sequence[Sample]) -> list[str]:
    """Return in order the features that enough samples have, and enough have not."""
    counts = Counter(name for sample in samples for name in sample.features)
    return sorted(name for name, n in counts.items() if FEWEST <= n <= len(samples) - FEWEST)


def measure_brier(chances: Sequence[float], samples: Sequence[Sample]) -> float:
    """Return the mean squared distance between chance and outcome: 0 is perfect."""
    return float(np.mean([(c - s.right) ** 2 for c, s in zip(chances, samples, strict=True)]))


def fill_bins(chances: Sequence[float], samples: Sequence[Sample]) -> Iterator[tuple[str, int, float, float]]:
    """Yield for each bin with samples: its bounds, how many, the mean chance, the share that is right."""
    for low, high in itertools.pairwise(BINS):
        inside = [(c, s.right) for c, s in zip(chances, samples, strict=True) if low <= c < high]
        if inside:
            promised, kept = (float(np.mean(column)) for column in zip(*inside, strict=True))
            yield f"{low:.2f}–{min(high, 1.0):.2f}", len(inside), promised, kept


def measure_error(chances: Sequence[float], samples: Sequence[Sample]) -> float:
    """Return the expected calibration error: how far promise and outcome are apart, weighed by bin."""
    apart = sum(n * abs(promised - kept) for _, n, promised, kept in fill_bins(chances, samples))
    return apart / len(samples)
