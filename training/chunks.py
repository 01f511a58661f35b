"""What is learned from in an epoch: stretches of texts, several short ones together, drawn anew each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.units import Sheet

SHORTEST, LONGEST = 40, 280  # pieces in a stretch of a long text
TOGETHER = (1, 1, 1, 2, 3, 4)  # how many sentences of a corpus of sentences are read as one text
BUDGET = 700  # pieces in a batch, padding counted


@dataclass(frozen=True, slots=True)
class Part:
    """The units [first, stop) of a sheet; `cuts` counts its sentences [cut, cut_stop) among the sheet's."""

    sheet: Sheet
    number: int
    first: int
    stop: int

    @property
    def size(self) -> int:
        """Return how many pieces it has."""
        return self.sheet.units.opens[self.stop] - self.sheet.units.opens[self.first]


Chunk = tuple[Part, ...]


TWINS = 4  # reports in a batch, each in three languages
PRESS_FROM = 1  # the epoch from which the project's own sentences are learned from too


def draw_epoch(sheets: Sequence[Sheet], epoch: int, chance: random.Random) -> list[list[Chunk]]:
    """Return the batches of one epoch over `sheets`, in random order, chunks of like length together."""
    long: list[Chunk] = []
    short: dict[str, list[Part]] = {}
    reports: dict[int, list[Part]] = {}
    for number, sheet in enumerate(sheets):
        if sheet.corpus == "press":
            reports.setdefault(sheet.twin, []).append(Part(sheet, number, 0, len(sheet.units)))
        elif sheet.corpus == "nerel":
            long += [(part,) for part in _divide(sheet, number, chance)]
        else:
            short.setdefault(sheet.corpus, []).append(Part(sheet, number, 0, len(sheet.units)))
    chunks = long + [chunk for parts in short.values() for chunk in _gather(parts, chance)]
    chunks.sort(key=lambda chunk: measure(chunk) * chance.uniform(0.9, 1.1))
    batches = list(_fill(chunks)) + (_pair(reports, chance) if epoch >= PRESS_FROM else [])
    chance.shuffle(batches)
    return batches


def _pair(reports: dict[int, list[Part]], chance: random.Random) -> list[list[Chunk]]:
    """Return batches of the project's own reports, each with its versions in the other languages."""
    order = sorted(reports)
    chance.shuffle(order)
    return [
        [(part,) for number in order[start : start + TWINS] for part in reports[number]]
        for start in range(0, len(order), TWINS)
    ]


def measure(chunk: Chunk) -> int:
    """Return the pieces of `chunk`, its two outer marks aside."""
    return sum(part.size for part in chunk)


def _divide(sheet: Sheet, number: int, chance: random.Random) -> Iterator[Part]:
    """Yield the text in stretches of whole sentences, each about as long as chance wants it."""
    cuts = [*sheet.cuts, len(sheet.units)]
    if cuts[0] != 0:
        cuts.insert(0, 0)
    first, wanted = 0, chance.randint(SHORTEST, LONGEST)
    for cut, after in zip(cuts[1:], [*cuts[2:], len(sheet.units)], strict=True):
        long = sheet.units.opens[after] - sheet.units.opens[first] > wanted
        if cut > first and (long or cut == len(sheet.units)):
            yield from _limit(Part(sheet, number, first, cut))
            first, wanted = cut, chance.randint(SHORTEST, LONGEST)


def _limit(part: Part) -> Iterator[Part]:
    """Yield the part, or its beginning and the rest where one sentence is longer than any window."""
    stop = part.stop
    while Part(part.sheet, part.number, part.first, stop).size > LONGEST + SHORTEST:
        stop -= 1
    yield Part(part.sheet, part.number, part.first, stop)
    if stop < part.stop:
        yield from _limit(Part(part.sheet, part.number, stop, part.stop))


def _gather(parts: list[Part], chance: random.Random) -> Iterator[Chunk]:
    chance.shuffle(parts)
    place = 0
    while place < len(parts):
        count = chance.choice(TOGETHER)
        yield tuple(parts[place : place + count])
        place += count


def _fill(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    batch: list[Chunk] = []
    for chunk in chunks:
        if batch and (len(batch) + 1) * (measure(chunk) + 2) > BUDGET:
            yield batch
            batch = []
        batch.append(chunk)
    if batch:
        yield batch
