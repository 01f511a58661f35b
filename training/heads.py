"""What is read off the states: which stretches of words name something, and which of them belong together."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from elshi.mentions.layout import SIZES
from training.bert import drop_features

LONGEST = 14  # words in a mention at most; longer ones are not learned (the model card says how many)
HIDDEN = 256  # size of what is known of a stretch of words
RELATING = 256  # size of what is known of a pair of mentions
NOTHING = 4.0  # what the score of naming nothing begins with: most stretches do


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
    """Scores for each kind of relation between two mentions.

    Known are the states of the first and last piece of either, their labels, how they lie to one another
    (elshi.mentions.layout) and the largest states between them (as SpERT has them, Eberts and Ulges 2020).
    """

    def __init__(self, width: int, labels: int, kinds: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.head, self.tail = nn.Linear(2 * width, RELATING), nn.Linear(2 * width, RELATING)
        self.head_turn = nn.Linear(2 * width, RELATING, bias=False)
        self.tail_turn = nn.Linear(2 * width, RELATING, bias=False)
        self.between = nn.Linear(width, RELATING)
        self.head_label, self.tail_label = nn.Embedding(labels, RELATING), nn.Embedding(labels, RELATING)
        self.classes = nn.Embedding(sum(SIZES), RELATING)
        self.deep = nn.Linear(RELATING, RELATING)
        self.score = nn.Linear(RELATING, kinds)
        self.dropout = dropout

    def forward(
        self, heads: Tensor, tails: Tensor, between: Tensor, labels: Tensor, classes: Tensor
    ) -> Tensor:
        """Return [pairs, kinds].

        `heads`, `tails` [pairs, 2 * width], `between` [pairs, width], `labels` [pairs, 2], `classes`
        [pairs, 5] as in Layout.
        """
        heads, tails, between = self._drop(heads), self._drop(tails), self._drop(between)
        hidden = self.head(heads) + self.tail(tails) + self.head_turn(heads) * self.tail_turn(tails)
        hidden = hidden + self.between(between) + self.classes(classes).sum(1)
        hidden = hidden + self.head_label(labels[:, 0]) + self.tail_label(labels[:, 1])
        hidden = functional.relu(self.deep(self._drop(functional.relu(hidden))))
        return self.score(self._drop(hidden))  # type: ignore[no-any-return]  # torch has no type for it

    def _drop(self, values: Tensor) -> Tensor:
        return functional.dropout(values, self.dropout, self.training)


def take_largest(states: Tensor, rows: Tensor, between: Tensor) -> Tensor:
    """Return what elshi.mentions.layout.take_largest does, of `states` [batch, words, width].

    `rows` [pairs] say in which text of the batch a pair stands, `between` [pairs, 2] between which words.
    """
    counts = between[:, 1] - between[:, 0]
    largest = states.new_zeros(len(rows), states.shape[2])
    table, size = states, 1
    while size <= int(counts.max()):
        now = (counts >= size) & (counts < 2 * size)
        first, last = between[now, 0], between[now, 1] - size
        largest = largest.index_put(
            (now.nonzero()[:, 0],), torch.maximum(table[rows[now], first], table[rows[now], last])
        )
        table, size = torch.maximum(table[:, :-size], table[:, size:]), 2 * size
    return largest


def take(states: Tensor, places: Tensor) -> Tensor:
    """Return the states [batch, words, width] at the pieces `places` [batch, words]."""
    return states.gather(1, places[:, :, None].expand(-1, -1, states.shape[2]))
