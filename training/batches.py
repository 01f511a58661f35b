"""Chunks as tensors: the pieces, the words, and what is to be learned about each stretch of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from training.bert import PAD
from training.chunks import Chunk, measure
from training.heads import FAR, LONGEST, STEPS
from training.labels import ELSHI, list_corpora, read_kinds, read_table
from training.units import Marked

_OPEN, _CLOSE, _UNKNOWN = 0, 2, 3
NOTHING_KNOWN = -100


@dataclass(slots=True)
class Pairs:
    """Pairs of mentions in a batch: their pieces, labels, distance, and the kinds that hold or may hold."""

    rows: list[int] = field(default_factory=list)
    ends: list[tuple[int, int, int, int]] = field(default_factory=list)  # first and last pieces of both
    labels: list[tuple[int, int]] = field(default_factory=list)
    apart: list[int] = field(default_factory=list)
    truth: list[list[float]] = field(default_factory=list)
    asked: list[list[float]] = field(default_factory=list)


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
        line, begins, marked, links = _lay(chunk)
        count = len(begins) - 1
        pieces[row, : len(line)] = torch.tensor(line)
        first[row, :count] = torch.tensor(begins[:-1])
        last[row, :count] = torch.tensor(begins[1:]) - 1
        _set_targets(chunk[0].sheet.corpus, count, marked, targets[row], allowed[row])
        _add_pairs(pairs, row, begins, marked, links)
        units += count
    corpora = _split_corpora(chunks, targets)
    return Batch(_hide(pieces, hidden), first, last, allowed, corpora, pairs, units)


def _hide(pieces: Tensor, share: float) -> Tensor:
    """Return `pieces` with a share of them unknown, drawn by torch's own chance; marks stay."""
    return pieces.masked_fill((torch.rand(pieces.shape) < share) & (pieces > _UNKNOWN), _UNKNOWN)


def _lay(chunk: Chunk) -> tuple[list[int], list[int], list[Marked], dict[tuple[int, int], set[int]]]:
    """Return the pieces, where each unit begins, the mentions, and the kinds that join them."""
    line, begins = [_OPEN], [1]
    marked: list[Marked] = []
    links: dict[tuple[int, int], set[int]] = {}
    for part in chunk:
        sheet, shift, unit = part.sheet, len(line) - part.sheet.units.opens[part.first], len(begins) - 1
        line += sheet.units.pieces[sheet.units.opens[part.first] : sheet.units.opens[part.stop]]
        begins += [sheet.units.opens[u] + shift for u in range(part.first + 1, part.stop + 1)]
        order = {}
        for number, one in enumerate(sheet.marked):
            if part.first <= one.first and one.stop <= part.stop:
                order[number] = len(marked)
                move = unit - part.first
                marked.append(Marked(one.first + move, one.stop + move, one.label, one.allowed))
        for link in sheet.links:
            if link.head in order and link.tail in order:
                links.setdefault((order[link.head], order[link.tail]), set()).add(link.kind)
    return [*line, _CLOSE], begins, marked, links


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


def _add_pairs(
    pairs: Pairs,
    row: int,
    begins: list[int],
    marked: Sequence[Marked],
    links: dict[tuple[int, int], set[int]],
) -> None:
    if not links:
        return
    for h, head in enumerate(marked):
        for t, tail in enumerate(marked):
            asked = _ask(head, tail) if h != t else ()
            if any(asked):
                pairs.rows.append(row)
                ends = begins[head.first], begins[head.stop] - 1, begins[tail.first], begins[tail.stop] - 1
                pairs.ends.append(ends)
                pairs.labels.append((head.allowed[0], tail.allowed[0]))
                pairs.apart.append(classify(tail.first - head.first))
                held = links.get((h, t), set())
                pairs.truth.append([float(kind in held) for kind in range(len(asked))])
                pairs.asked.append([float(one) for one in asked])


def _ask(head: Marked, tail: Marked) -> tuple[bool, ...]:
    """Return which kinds of relation may hold between the two."""
    if not head.allowed or not tail.allowed or abs(head.first - tail.first) > FAR:
        return ()
    labels = ELSHI[head.allowed[0]], ELSHI[tail.allowed[0]]
    return tuple(labels[0] in kind.heads and labels[1] in kind.tails for kind in read_kinds())


def classify(apart: int) -> int:
    """Return the class of a distance in units, before and behind told apart."""
    near = sum(abs(apart) >= step for step in STEPS)
    return near + (len(STEPS) + 1) * (apart < 0)


def _split_corpora(chunks: Sequence[Chunk], targets: Tensor) -> dict[str, tuple[Tensor, Tensor]]:
    rows = {
        name: [row for row, chunk in enumerate(chunks) if chunk[0].sheet.corpus == name]
        for name in list_corpora()
    }
    return {name: (torch.tensor(found), targets[found]) for name, found in rows.items() if found}
