"""How the mentions of a text lie to one another: which pairs a relation may join, and what lies between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
FAR = 120  # units between the beginnings of two mentions beyond which no relation is looked for
STEPS = (1, 2, 3, 4, 6, 9, 14, 24, 48)  # where distances in units are told apart
_MOST = 3  # sentences, and mentions between, are counted so far
# For each thing told of a pair how many classes it has: distance, sentences between, mentions with the label
# of the head between, such with that of the tail, and which of the two lies inside the other.
SIZES = (2 * len(STEPS) + 2, _MOST + 1, _MOST + 1, _MOST + 1, 3)


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Pairs of mentions, counted by their places in a list.

    `classes` [pairs, 5] counts through all of SIZES, so that one table holds what is known of each class;
    `between` [pairs, 2] are the units [first, stop) that lie between the two, none where stop <= first.
    """

    heads: Numbers
    tails: Numbers
    classes: Numbers
    between: Numbers

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self.heads)


def lay_pairs(places: Numbers, labels: Numbers, cuts: Sequence[int], allowed: NDArray[np.bool_]) -> Layout:
    """Return the pairs that a relation may join.

    `places` [mentions, 2] are units [first, stop), `labels` [mentions] count the labels, `cuts` are the units
    at which sentences begin, in order; `allowed` [labels, labels] tells which labels may be joined.
    """
    firsts = places[:, 0]
    near = (np.abs(firsts[:, None] - firsts[None]) <= FAR) & ~np.eye(len(firsts), dtype=bool)
    heads, tails = np.nonzero(allowed[labels[:, None], labels[None]] & near)
    sentences = np.searchsorted(np.asarray(cuts, dtype=np.int64), firsts, side="right")
    told = [
        _measure(firsts[tails] - firsts[heads]),
        np.minimum(np.abs(sentences[tails] - sentences[heads]), _MOST),
        _count_rivals(firsts, labels, heads, heads, tails),
        _count_rivals(firsts, labels, tails, heads, tails),
        _nest(places[heads], places[tails]),
    ]
    begins = np.cumsum([0, *SIZES[:-1]])
    stops = np.minimum(places[heads, 1], places[tails, 1])
    between = np.stack([stops, np.maximum(firsts[heads], firsts[tails])], axis=1)
    return Layout(heads, tails, np.stack(told, axis=1) + begins, between)


def take_largest(states: Floats, between: Numbers) -> Floats:
    """Return for each pair the largest of `states` [units, width] between the two, noughts where nothing is.

    The largest of two stretches of 2^n units that overlap is that of the whole: one table for each n.
    """
    counts = between[:, 1] - between[:, 0]
    largest = np.zeros((len(between), states.shape[1]), states.dtype)
    table, size = states, 1
    while len(table) and size <= counts.max(initial=0):
        now = (counts >= size) & (counts < 2 * size)
        largest[now] = np.maximum(table[between[now, 0]], table[between[now, 1] - size])
        table, size = np.maximum(table[:-size], table[size:]), 2 * size
    return largest


def _measure(apart: Numbers) -> Numbers:
    """Return the class of each distance, before and behind told apart."""
    near = np.searchsorted(STEPS, np.abs(apart), side="right")
    return np.asarray(near + np.where(apart < 0, len(STEPS) + 1, 0), dtype=np.int64)


def _count_rivals(firsts: Numbers, labels: Numbers, own: Numbers, heads: Numbers, tails: Numbers) -> Numbers:
    """Return how many mentions labelled as `own` begin between the two of each pair."""
    low, high = np.minimum(firsts[heads], firsts[tails]), np.maximum(firsts[heads], firsts[tails])
    counts = np.zeros(len(own), dtype=np.int64)
    for label in np.unique(labels):
        alike = np.sort(firsts[labels == label])
        mine = labels[own] == label
        counts[mine] = np.searchsorted(alike, high[mine]) - np.searchsorted(alike, low[mine], side="right")
    return np.clip(counts, 0, _MOST)


def _nest(heads: Numbers, tails: Numbers) -> Numbers:
    """Return 1 where the tail lies in the head, 2 where the head lies in the tail, else 0."""
    inner = (heads[:, 0] <= tails[:, 0]) & (tails[:, 1] <= heads[:, 1])
    outer = (tails[:, 0] <= heads[:, 0]) & (heads[:, 1] <= tails[:, 1])
    return np.asarray(np.where(inner, 1, np.where(outer, 2, 0)), dtype=np.int64)
