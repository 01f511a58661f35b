"""How sure a frame is: the chance that a careful reader finds the same in the report.

A logistic regression over the features of the frame; its weights were fitted on reports read by hand
(benchmarks/calibration.py) and stand as data in lexicon/data/confidence.yml. docs/explanation/accuracy.md
shows how often frames of each confidence are right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from elshi.frames.features import list_features
from elshi.lexicon.weights import read_weights
from elshi.model.frame import Chairmanship, Commitment, Engagement, Initiative, Position, Tenure
from elshi.model.ground import Ground
from elshi.model.report import Report

AnyFrame = TypeVar("AnyFrame", Engagement, Position, Initiative, Commitment, Tenure, Chairmanship)
_LEAST, _MOST = 0.01, 0.99  # nothing is certain, and nothing that is told is impossible


def rate_all(report: Report, frames: Iterable[AnyFrame]) -> tuple[AnyFrame, ...]:
    """Return `frames` of `report`, each with its confidence and the features that made it."""
    return tuple(_rate(report, frame) for frame in frames)


def _rate(report: Report, frame: AnyFrame) -> AnyFrame:
    weights = read_weights(type(frame).__name__.lower())
    features = list_features(report, frame) & weights.features.keys()
    score = weights.base + sum(weights.features[name] for name in features)
    ground = Ground("confidence", f"weights {_word(weights.base, weights.features, features)}")
    return replace(frame, confidence=squash(score), grounds=(*frame.grounds, ground))


def squash(score: float) -> float:
    """Return the chance, to two places, that a score on the logistic scale stands for."""
    return round(min(max(1 / (1 + math.exp(-score)), _LEAST), _MOST), 2)


def _word(base: float, weights: Mapping[str, float], features: Iterable[str]) -> str:
    """Return 'base +2.1, one_person -0.8': the heaviest feature first."""
    heaviest = sorted(features, key=lambda name: (-abs(weights[name]), name))
    return ", ".join([f"base {base:+.1f}", *(f"{name} {weights[name]:+.1f}" for name in heaviest)])
