"""How long and how fast is learned."""

from __future__ import annotations

from dataclasses import dataclass

LAYERS = 8  # of the twelve, from below


@dataclass(frozen=True, slots=True)
class Round:
    """Epochs over which the rate rises once and falls to nothing, and what is asked in them."""

    epochs: int
    hidden: float = 0.0  # share of the pieces that are hidden, so that the words around them have to tell
    relations: float = 1.0  # what relations weigh beside mentions
    held: float = 1.0  # what a relation that holds weighs beside one that does not


@dataclass(frozen=True, slots=True)
class Course:
    """The settings of a run. A step takes one batch of each worker."""

    rounds: tuple[Round, ...]
    workers: int = 3
    seed: int = 20261122
    rate: float = 2e-4  # of the last layer
    decay: float = 0.9  # from each layer to the one below
    head_rate: float = 1e-3
    warming: float = 0.06  # share of a round's steps in which the rate rises
    weight_decay: float = 0.01
    longest_step: float = 1.0  # gradients are cut to this length
    keep_every: int = 200  # steps between two checkpoints

    def list_epochs(self) -> tuple[tuple[int, Round], ...]:
        """Return the epochs in order, each with its number and its round."""
        return tuple(enumerate(one for one in self.rounds for _ in range(one.epochs)))


# the later rounds are for relations, of which one pair in forty holds, and for names that were never seen
_LATER = Round(3, hidden=0.1, relations=2.0, held=2.5)
COURSE = Course((Round(4), _LATER, _LATER, _LATER))
