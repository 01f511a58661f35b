"""Chunks as tensors: the pieces, the words, and what is to be learned about each stretch of words."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from elshi.mentions.layout import Floats, Numbers, lay_pairs
from training.bert import PAD
from training.chunks import Chunk, measure
from training.heads import LONGEST
from training.labels import ELSHI, list_corpora, read_kinds, read_table
from training.units import Marked

_OPEN, _CLOSE, _UNKNOWN = 0, 2, 3
NOTHING_KNOWN = -100


@dataclass(slots=True)
class Pairs:
    """Pairs of mentions in a batch, text by text, and the kinds that hold or may hold."""

    rows: list[Numbers] = field(default_factory=list)  # [pairs] each: the text in the batch
    ends: list[Numbers] = field(default_factory=list)  # [pairs, 4]: first and last pieces of both
    between: list[Numbers] = field(default_factory=list)  # [pairs, 2]: words [first, stop)
    labels: list[Numbers] = field(default_factory=list)  # [pairs, 2]
    classes: list[Numbers] = field(default_factory=list)  # [pairs, 5]
    truth: list[Floats] = field(default_factory=list)  # [pairs, kinds]
    asked: list[Floats] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Laid:
    """A chunk's pieces, where each word begins, its mentions, the kinds that join them, its sentences."""

    line: list[int]
    begins: list[int]
    marked: list[Marked]
    links: dict[tuple[int, int], set[int]]
    cuts: list[int]


@dataclass(frozen=True, slots=True)
class Batch:
    """What a step takes. Targets are per stretch [batch, words, LONGEST]: 0 is nothing, labels from 1."""

    pieces: Tensor
    first: Tensor
    last: Tensor
    allowed: Tensor  # [batch, words, LONGEST, labels + 1]: what Elshi's label may be
    corpora: dict[str, tuple[Tensor, Tensor]]  # for each corpus its rows and their targets
    pairs: Pairs
    units: int


def build_batch(chunks: Sequence[Chunk], hidden: float = 0.0) -> Batch:
    """Return `chunks`, all padded to the longest, as tensors; a share of `hidden` pieces is made unknown."""
    longest = max(map(measure, chunks)) + 2
    words = max(sum(part.stop - part.first for part in chunk) for chunk in chunks)
    pieces = torch.full((len(chunks), longest), PAD)
    first, last = torch.zeros(2, len(chunks), words, dtype=torch.long)
    allowed = torch.ones(len(chunks), words, LONGEST, len(ELSHI) + 1, dtype=torch.bool)
    targets = torch.full((len(chunks), words, LONGEST), NOTHING_KNOWN)
    pairs = Pairs()
    units = 0
    for row, chunk in enumerate(chunks):
        laid = _lay(chunk)
        begins, count = laid.begins, len(laid.begins) - 1
        pieces[row, : len(laid.line)] = torch.tensor(laid.line)
        first[row, :count] = torch.tensor(begins[:-1])
        last[row, :count] = torch.tensor(begins[1:]) - 1
        _set_targets(chunk[0].sheet.corpus, count, laid.marked, targets[row], allowed[row])
        _add_pairs(pairs, row, begins, laid)
        units += count
    corpora = _split_corpora(chunks, targets)
    return Batch(_hide(pieces, hidden), first, last, allowed, corpora, pairs, units)


def _hide(pieces: Tensor, share: float) -> Tensor:
    """Return `pieces` with a share of them unknown, drawn by torch's own chance; marks stay."""
    return pieces.masked_fill((torch.rand(pieces.shape) < share) & (pieces > _UNKNOWN), _UNKNOWN)


def _lay(chunk: Chunk) -> Laid:
    line, begins = [_OPEN], [1]
    laid = Laid(line, begins, [], {}, [])
    for part in chunk:
        sheet, shift, unit = part.sheet, len(line) - part.sheet.units.opens[part.first], len(begins) - 1
        line += sheet.units.pieces[sheet.units.opens[part.first] : sheet.units.opens[part.stop]]
        begins += [sheet.units.opens[u] + shift for u in range(part.first + 1, part.stop + 1)]
        move = unit - part.first
        laid.cuts.append(unit)
        laid.cuts.extend(cut + move for cut in sheet.cuts if part.first < cut < part.stop)
        order = {}
        for number, one in enumerate(sheet.marked):
            if part.first <= one.first and one.stop <= part.stop:
                order[number] = len(laid.marked)
                laid.marked.append(Marked(one.first + move, one.stop + move, one.label, one.allowed))
        for link in sheet.links:
            if link.head in order and link.tail in order:
                laid.links.setdefault((order[link.head], order[link.tail]), set()).add(link.kind)
    line.append(_CLOSE)
    return laid


def _set_targets(corpus: str, count: int, marked: Sequence[Marked], target: Tensor, allowed: Tensor) -> None:
    table = read_table(corpus)
    real = torch.arange(count)[:, None] + torch.arange(LONGEST)[None] < count
    bare = torch.zeros(len(ELSHI) + 1, dtype=torch.bool)
    bare[[0, *(ELSHI.index(label) + 1 for label in table.silent)]] = True
    target[:count][real] = 0
    allowed[:count][real] = bare
    for one in marked if table.inside_open else ():
        for first in range(one.first, one.stop):
            allowed[first, : one.stop - first] = True
    for one in marked:
        target[one.first, one.stop - one.first - 1] = one.label + 1
        row = allowed[one.first, one.stop - one.first - 1]
        row[:] = not one.allowed
        row[[number + 1 for number in one.allowed]] = True


def _add_pairs(pairs: Pairs, row: int, begins: Sequence[int], laid: Laid) -> None:
    named = [number for number, one in enumerate(laid.marked) if one.allowed]
    if not laid.links or not named:
        return
    places = np.array([(laid.marked[n].first, laid.marked[n].stop) for n in named])
    labels = np.array([laid.marked[n].allowed[0] for n in named])
    layout = lay_pairs(places, labels, laid.cuts, np.asarray(_allow().any(axis=0)))
    truth = np.zeros((len(layout), len(read_kinds())), np.float32)
    order = {pair: number for number, pair in enumerate(zip(layout.heads, layout.tails, strict=True))}
    back = {number: at for at, number in enumerate(named)}
    for (head, tail), kinds in laid.links.items():
        if (pair := order.get((back[head], back[tail]))) is not None:
            truth[pair, list(kinds)] = 1
    pieces = np.array(begins)
    ends = np.stack([pieces[places[:, 0]], pieces[places[:, 1]] - 1], axis=1)
    pairs.rows.append(np.full(len(layout), row))
    pairs.ends.append(np.concatenate([ends[layout.heads], ends[layout.tails]], axis=1))
    pairs.between.append(layout.between)
    pairs.labels.append(np.stack([labels[layout.heads], labels[layout.tails]], axis=1))
    pairs.classes.append(layout.classes)
    pairs.truth.append(truth)
    pairs.asked.append(_allow()[:, labels[layout.heads], labels[layout.tails]].T.astype(np.float32))


@functools.cache
def _allow() -> NDArray[np.bool_]:
    """Return [kinds, labels, labels]: between which labels each kind of relation may hold."""
    allowed = np.zeros((len(read_kinds()), len(ELSHI), len(ELSHI)), dtype=bool)
    for number, kind in enumerate(read_kinds()):
        for head in kind.heads:
            allowed[number, ELSHI.index(head), [ELSHI.index(tail) for tail in kind.tails]] = True
    return allowed


def _split_corpora(chunks: Sequence[Chunk], targets: Tensor) -> dict[str, tuple[Tensor, Tensor]]:
    rows = {
        name: [row for row, chunk in enumerate(chunks) if chunk[0].sheet.corpus == name]
        for name in list_corpora()
    }
    return {name: (torch.tensor(found), targets[found]) for name, found in rows.items() if found}
