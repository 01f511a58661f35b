"""What the processes of a training run have in common: the weights, in one flat tensor."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Barrier

import torch
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Shared:
    """The weights, the gradients [workers, weights], and the sums of squares of these."""

    weights: Tensor
    gradients: Tensor
    squares: Tensor
    meeting: Barrier

    @classmethod
    def take(cls, flat: Tensor, workers: int, meeting: Barrier) -> Shared:
        """Return memory that all processes see, `flat` as the weights."""
        gradients = torch.zeros(workers, len(flat)).share_memory_()
        return cls(flat.clone().share_memory_(), gradients, torch.zeros(workers).share_memory_(), meeting)


def lay_weights(network: nn.Module, flat: Tensor) -> None:
    """Let the parameters of `network` be views of `flat`, in order."""
    start = 0
    for one in network.parameters():
        one.data = flat[start : start + one.numel()].view(one.shape)
        start += one.numel()


def lay_gradients(network: nn.Module, flat: Tensor) -> None:
    """Let the gradients of `network` be views of `flat`, in order."""
    start = 0
    for one in network.parameters():
        one.grad = flat[start : start + one.numel()].view(one.shape)
        start += one.numel()
