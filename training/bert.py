"""The transformer: BERT as multilingual-e5-small has it, with fewer layers and the chosen pieces."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.start import Floats, Start

PAD = 1


def drop_features(states: Tensor, share: float) -> Tensor:
    """Leave out a share of features, the same for all of a text: far fewer random numbers than one by one."""
    if not share:
        return states
    shape = (len(states), *(1 for _ in states.shape[1:-1]), states.shape[-1])
    return states * functional.dropout(states.new_ones(shape), share)


class Layer(nn.Module):
    """Attention and the inner network, each followed by its residual and a LayerNorm."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.attended = nn.LayerNorm(width, epsilon)
        self.done = nn.LayerNorm(width, epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return new states [batch, pieces, width]; `mask` [batch, 1, 1, pieces] is true on text."""
        batch, length, width = states.shape
        q, k, v = self.qkv(states).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        # written out: torch's fused attention takes several times as long backwards on a CPU
        likeness = (q @ k.transpose(2, 3)) * q.shape[3] ** -0.5
        drawn = likeness.masked_fill(~mask, -1e4).softmax(3).to(v.dtype) @ v
        drawn = self.out(drawn.transpose(1, 2).reshape(batch, length, width))
        share = self.dropout if self.training else 0.0
        states = self.attended(states + drop_features(drawn, share))
        inner = self.narrow(functional.gelu(self.widen(states)))
        return self.done(states + drop_features(inner, share))


class Bert(nn.Module):
    """Pieces in, one state for each piece out: [batch, pieces] -> [batch, pieces, width]."""

    def __init__(self, pieces: int, start: Start, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, start.width, padding_idx=PAD)
        self.places = nn.Parameter(torch.zeros(start.tensors["emb.pos"].shape))
        self.begun = nn.LayerNorm(start.width, start.epsilon)
        shape = (start.width, start.heads, start.inner, start.epsilon, dropout)
        self.layers = nn.ModuleList(Layer(*shape) for _ in range(layers))
        self.dropout = dropout

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the states of the last layer; padding is told by its own piece."""
        states = self.begun(self.words(pieces) + self.places[: pieces.shape[1]])
        states = drop_features(states, self.dropout if self.training else 0)
        mask = (pieces != PAD)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states


def load_start(start: Start, rows: tuple[int, ...], layers: int, dropout: float = 0.1) -> Bert:
    """Return the first `layers` layers of `start`, with its embeddings of the pieces `rows`."""
    bert = Bert(len(rows), start, layers, dropout)
    t = start.tensors
    _fill(bert.words.weight, t["emb.word"][list(rows)])
    _fill(bert.places, t["emb.pos"] + t["emb.type"][: start.width])  # there is one kind of text only
    _fill_norm(bert.begun, t, "emb.ln")
    for number, layer in enumerate(bert.layers):
        _fill_layer(
            layer, {name.partition(".")[2]: v for name, v in t.items() if name.startswith(f"l{number}.")}
        )
    return bert


def _fill_layer(layer: nn.Module, t: dict[str, Floats]) -> None:
    import numpy as np  # noqa: PLC0415

    _fill(layer.qkv.weight, np.concatenate([t["q.w"], t["k.w"], t["v.w"]]))
    _fill(layer.qkv.bias, np.concatenate([t["q.b"], t["k.b"], t["v.b"]]))
    for linear, name in ((layer.out, "ao"), (layer.widen, "fi"), (layer.narrow, "fo")):
        _fill(linear.weight, t[f"{name}.w"])
        _fill(linear.bias, t[f"{name}.b"])
    _fill_norm(layer.attended, t, "aln")
    _fill_norm(layer.done, t, "oln")


def _fill_norm(norm: nn.LayerNorm, t: dict[str, Floats], name: str) -> None:
    _fill(norm.weight, t[f"{name}.w"])
    _fill(norm.bias, t[f"{name}.b"])


def _fill(parameter: Tensor, values: Floats) -> None:
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(values))
