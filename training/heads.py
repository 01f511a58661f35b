"""What is read off the states: which stretches of words name something, and which of them belong together."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.bert import drop_features

LONGEST = 14  # words in a mention at most; longer ones are not learned (the model card says how many)
HIDDEN = 256  # size of what is known of a stretch of words
RELATING = 192  # size of what is known of a pair of mentions
FAR = 120  # units between two mentions beyond which no relation is looked for
NOTHING = 4.0  # what the score of naming nothing begins with: most stretches do
STEPS = (1, 2, 3, 4, 6, 9, 14, 24, 48)  # where distances in words between two mentions are told apart


class Spans(nn.Module):
    """Scores for each stretch of up to LONGEST words: what it names by each set of labels, or nothing.

    A stretch is known by the state of its first piece, that of its last, and its length.
    """

    def __init__(self, width: int, labels: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.start = nn.Linear(width, HIDDEN)
        self.end = nn.Linear(width, HIDDEN)
        self.length = nn.Parameter(torch.randn(LONGEST, HIDDEN) * 0.02)
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, count + 1) for name, count in labels.items()})
        self.dropout = dropout
        for linear in (self.start, self.end, *self.heads.values()):
            nn.init.normal_(linear.weight, std=0.02)
        for head in self.heads.values():
            nn.init.constant_(head.bias[0:1], NOTHING)

    def forward(self, states: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Return [batch, words, LONGEST, HIDDEN]; `first`, `last` [batch, words]: pieces of each word."""
        start = self.start(take(states, first))
        end = functional.pad(self.end(take(states, last)), (0, 0, 0, LONGEST - 1))
        ends = end.unfold(1, LONGEST, 1).transpose(2, 3)
        hidden = functional.gelu(start[:, :, None] + ends + self.length)
        return drop_features(hidden, self.dropout if self.training else 0)


class Relations(nn.Module):
    """Scores for each kind of relation between two mentions, from their states, labels and distance."""

    def __init__(self, width: int, labels: int, kinds: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.head = nn.Linear(2 * width, RELATING)
        self.tail = nn.Linear(2 * width, RELATING)
        self.head_label = nn.Embedding(labels, RELATING)
        self.tail_label = nn.Embedding(labels, RELATING)
        self.apart = nn.Embedding(2 * len(STEPS) + 2, RELATING)
        self.score = nn.Linear(RELATING, kinds)
        self.dropout = dropout

    def forward(self, heads: Tensor, tails: Tensor, labels: Tensor, apart: Tensor) -> Tensor:
        """Return [pairs, kinds]; `heads`, `tails` [pairs, 2 * width], `labels` [pairs, 2]."""
        hidden = self.head(heads) + self.tail(tails) + self.apart(apart)
        hidden = hidden + self.head_label(labels[:, 0]) + self.tail_label(labels[:, 1])
        return self.score(functional.dropout(functional.relu(hidden), self.dropout, self.training))


def take(states: Tensor, places: Tensor) -> Tensor:
    """Return the states [batch, words, width] at the pieces `places` [batch, words]."""
    return states.gather(1, places[:, :, None].expand(-1, -1, states.shape[2]))
