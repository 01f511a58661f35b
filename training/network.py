"""The whole network: a transformer, the scores of stretches of words, relations, vectors."""

from __future__ import annotations

from torch import nn

from training.bert import Bert
from training.heads import Relations, Spans


class Network(nn.Module):
    """Holds the parts, so that they are trained, kept and exported together."""

    def __init__(self, bert: Bert, labels: dict[str, int], kinds: int, dropout: float = 0.1) -> None:
        super().__init__()
        width = bert.words.embedding_dim
        self.bert = bert
        self.spans = Spans(width, labels, dropout)
        self.relations = Relations(width, labels["elshi"], kinds)
        self.vector = nn.Linear(width, width, bias=False)
        nn.init.eye_(self.vector.weight)
