"""The weights from which confidences are computed: confidence.yml, written by benchmarks/calibration.py."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from elshi.errors import LexiconError
from elshi.lexicon.load import read_file

_PATH = "confidence.yml"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of frame on the logistic scale: of every frame, and of each feature."""

    base: float
    features: Mapping[str, float]


@functools.cache
def read_weights(kind: str) -> Weights:
    """Return the weights of `kind` ('engagement'). Raises LexiconError where the file lacks them."""
    row = read_file(_PATH).get(kind)
    if not isinstance(row, dict) or not isinstance(row.get("base"), float | int):
        message = f"lexicon/data/{_PATH}: {kind} needs a number 'base' and 'features' with their weights"
        raise LexiconError(message)
    return Weights(
        float(row["base"]), {name: float(weight) for name, weight in (row.get("features") or {}).items()}
    )
