"""How long and how fast is learned."""

from __future__ import annotations

from dataclasses import dataclass

LAYERS = 8  # of the twelve, from below


@dataclass(frozen=True, slots=True)
class Course:
    """The settings of a run. A step takes one batch of each worker."""

    epochs: int
    workers: int = 3
    seed: int = 20261122
    rate: float = 2e-4  # of the last layer
    decay: float = 0.9  # from each layer to the one below
    head_rate: float = 1e-3
    warming: float = 0.06  # share of the steps in which the rate rises
    weight_decay: float = 0.01
    longest_step: float = 1.0  # gradients are cut to this length
    keep_every: int = 200  # steps between two checkpoints


COURSE = Course(epochs=4)
