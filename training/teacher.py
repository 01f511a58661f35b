"""What vectors should be: those of the whole multilingual-e5-small, freed of what only tells the language.

The twelve layers of the original give every text a vector in which reports of one happening are near each
other, but reports of one language nearer still. The mean of each corpus (and language) is taken off, and
the smaller network learns to give what is left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import multiprocessing as processes

from training.bert import PAD, Bert
from training.chunks import Chunk
from training.units import Sheet

Floats = NDArray[np.float32]
_WINDOW = 400  # pieces read together
_ROWS = 6
_WORKERS = 3
_AT_HAND: dict[str, Callable[..., list[tuple[int, int, Floats]]]] = {}
_ASKED = "query:"  # as the original was trained


class Teacher:
    """The sums of the original's states for each sentence of each sheet, and the mean of each kind."""

    def __init__(self, sheets: Sequence[Sheet], sums: Sequence[Floats]) -> None:
        self._begins = [(0, *(cut for cut in sheet.cuts if cut)) for sheet in sheets]
        self._before = [np.concatenate([np.zeros_like(one[:1]), np.cumsum(one, axis=0)]) for one in sums]
        self._means: dict[str, Floats] = {}
        for kind in sorted({sheet.kind for sheet in sheets}):
            own = [one.sum(axis=0) for sheet, one in zip(sheets, sums, strict=True) if sheet.kind == kind]
            self._means[kind] = np.mean([one / np.linalg.norm(one) for one in own], axis=0)

    def aim(self, chunk: Chunk) -> Floats:
        """Return the vector [width] of length one that `chunk` should have."""
        total = np.sum([self._sum(part.number, part.first, part.stop) for part in chunk], axis=0)
        aimed = total / np.linalg.norm(total) - self._means[chunk[0].sheet.kind]
        return aimed / np.linalg.norm(aimed)

    def _sum(self, number: int, first: int, stop: int) -> Floats:
        begins, before = self._begins[number], self._before[number]
        start = bisect_right(begins, first) - 1
        return before[max(bisect_right(begins, stop - 1), start + 1)] - before[start]


def ask_teacher(whole: Bert, sheets: Sequence[Sheet], tokenizer: Tokenizer, kept: Path) -> list[Floats]:
    """Return for each sheet the sums of the states [sentences, width], from `kept` where they lie there."""
    if kept.is_file():
        with np.load(kept) as found:
            flat, sizes = found["sums"].astype(np.float32), found["sizes"]
        if len(sizes) == len(sheets):
            return np.split(flat, np.cumsum(sizes)[:-1])
    opening = [0, *tokenizer.encode(_ASKED, add_special_tokens=False).ids]
    windows = sorted(_lay(sheets), key=lambda one: one[2] - one[1])
    sums = [np.zeros((len({0, *sheet.cuts}), whole.words.embedding_dim), np.float32) for sheet in sheets]
    stacks = [windows[start : start + _ROWS] for start in range(0, len(windows), _ROWS)]
    _AT_HAND["read"] = partial(
        _read, whole, sheets, opening
    )  # the processes inherit it; sent it would be slow
    with processes.get_context("fork").Pool(_WORKERS, torch.set_num_threads, (1,)) as pool:
        for done in pool.imap_unordered(_read_at_hand, stacks[::-1], chunksize=8):
            for number, sentence, total in done:
                sums[number][sentence] = total
    sizes = np.array([len(one) for one in sums])
    kept.parent.mkdir(parents=True, exist_ok=True)
    np.savez(kept, sums=np.concatenate(sums).astype(np.float16), sizes=sizes)
    return sums


def _lay(sheets: Sequence[Sheet]) -> list[tuple[int, int, int]]:
    """Return windows (sheet, first unit, stop) of whole sentences."""
    windows = []
    for number, sheet in enumerate(sheets):
        begins = [*sorted({0, *sheet.cuts}), len(sheet.units)]
        first = 0
        for here, after in zip(begins[1:], [*begins[2:], None], strict=True):
            if after is None or sheet.units.opens[after] - sheet.units.opens[first] > _WINDOW:
                windows.append((number, first, here))
                first = here
    return windows


def _read_at_hand(windows: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, Floats]]:
    return _AT_HAND["read"](windows)


@torch.no_grad()
def _read(
    whole: Bert, sheets: Sequence[Sheet], opening: list[int], windows: Sequence[tuple[int, int, int]]
) -> list[tuple[int, int, Floats]]:
    """Return (sheet, sentence, sum of states) for each sentence of `windows`."""
    lines = [
        [*opening, *_list(sheets[n], first, stop)[: 510 - len(opening)], 2] for n, first, stop in windows
    ]
    pieces = torch.full((len(lines), max(map(len, lines))), PAD)
    for row, line in enumerate(lines):
        pieces[row, : len(line)] = torch.tensor(line)
    with torch.autocast("cpu", torch.bfloat16):
        states = whole(pieces).float().numpy()
    found = []
    for (number, first, stop), row in zip(windows, states, strict=True):
        units, begins = sheets[number].units, sorted({0, *sheets[number].cuts})
        for sentence, begin in enumerate(begins):
            if first <= begin < stop:
                end = min([*begins[sentence + 1 : sentence + 2], stop])
                start = units.opens[begin] - units.opens[first] + len(opening)
                total = row[start : start + units.opens[end] - units.opens[begin]].sum(axis=0)
                found.append((number, sentence, total))
    return found


def _list(sheet: Sheet, first: int, stop: int) -> tuple[int, ...]:
    return sheet.units.pieces[sheet.units.opens[first] : sheet.units.opens[stop]]
