"""What the network is told it got wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.batches import NOTHING_KNOWN, Batch
from training.course import Round
from training.heads import take, take_largest
from training.network import Network

VECTORS = 0.5  # what the vectors weigh beside the mentions
TWINS = 0.1
_WARMTH = 0.05  # the temperature of twins


def score_batch(
    network: Network, batch: Batch, aims: Tensor, twins: Tensor, asked: Round
) -> dict[str, Tensor]:
    """Return the losses of `batch` by name, each to be added: per word, or per text for vectors.

    `aims` [batch, width] are the vectors the texts should have; `twins` [batch] numbers that are the same
    for texts that say the same, -1 for all others; `asked` says what relations weigh.
    """
    with torch.autocast("cpu", torch.bfloat16):
        states = network.bert(batch.pieces)
        hidden = network.spans(states, batch.first, batch.last)
        own = {name: network.spans.heads[name](hidden[rows]) for name, (rows, _) in batch.corpora.items()}
        shared = network.spans.heads["elshi"](hidden)
        related = _relate(network, states, batch)
        vectors = network.vector(_pool(states, batch))
    losses = {"elshi": allow(shared.float(), batch.allowed) / batch.units}
    for name, (_, targets) in batch.corpora.items():
        scores = own[name].float().flatten(0, -2)
        losses[name] = (
            functional.cross_entropy(scores, targets.flatten(), reduction="sum", ignore_index=NOTHING_KNOWN)
            / batch.units
        )
    if related is not None:
        losses["relations"] = asked.relations * miss(related.float(), batch, asked.held) / batch.units
    vectors = functional.normalize(vectors.float(), dim=1)
    losses["vectors"] = VECTORS * (1 - (vectors * aims).sum(1)).mean()
    if (twins >= 0).sum() > 1:
        losses["twins"] = TWINS * compare(vectors, twins)
    return losses


def allow(scores: Tensor, allowed: Tensor) -> Tensor:
    """Return the sum of minus the logarithm of the share that the allowed labels have."""
    mass = torch.logsumexp(scores, -1)
    good = torch.logsumexp(scores.masked_fill(~allowed, -1e9), -1)
    return (mass - good).sum()


def miss(related: Tensor, batch: Batch, held: float) -> Tensor:
    """Return the cross entropy of the relations asked about, those that hold weighed by `held`."""
    truth, asked = _join(batch.pairs.truth), _join(batch.pairs.asked)
    missed = functional.binary_cross_entropy_with_logits(
        related, truth, reduction="none", pos_weight=torch.tensor(held)
    )
    return (missed * asked).sum()


def compare(vectors: Tensor, twins: Tensor) -> Tensor:
    """Return how far twins are from being each other's nearest in the batch (InfoNCE)."""
    alike = vectors @ vectors.T / _WARMTH
    alike = alike.masked_fill(torch.eye(len(alike), dtype=torch.bool), -1e9)
    same = (twins[:, None] == twins[None]) & (twins[:, None] >= 0) & ~torch.eye(len(twins), dtype=torch.bool)
    rows = same.any(1)
    return (
        torch.logsumexp(alike[rows], 1) - torch.logsumexp(alike[rows].masked_fill(~same[rows], -1e9), 1)
    ).mean()


def _relate(network: Network, states: Tensor, batch: Batch) -> Tensor | None:
    pairs = batch.pairs
    if not pairs.rows:
        return None
    rows, ends = _join(pairs.rows), _join(pairs.ends)
    at = [states[rows, ends[:, place]] for place in range(4)]
    heads, tails = torch.cat(at[:2], 1), torch.cat(at[2:], 1)
    between = take_largest(take(states, batch.first), rows, _join(pairs.between))
    return network.relations(heads, tails, between, _join(pairs.labels), _join(pairs.classes))


def _join(parts: Sequence[NDArray[Any]]) -> Tensor:
    return torch.tensor(np.concatenate(parts))


def _pool(states: Tensor, batch: Batch) -> Tensor:
    """Return the mean of the states of each text's pieces, its two outer marks aside."""
    inner = (batch.pieces > 3).to(states.dtype)[:, :, None]  # noqa: PLR2004 - pieces 0 to 3 are marks
    return (states * inner).sum(1) / inner.sum(1)
