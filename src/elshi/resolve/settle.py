"""Entries as people judged them: what the machine put together, parted and joined by their word.

The machine's own view is never changed by a judgement, so that withdrawing one gives back exactly what was
there before it. 'Different' always holds: what the machine or a chain of 'same' would bring together again is
kept apart, and the later of two judgements that contradict each other has no effect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from elshi.model.entry import FrameKey, StoredFrame

Pair = tuple[FrameKey, FrameKey]


@dataclass(frozen=True, slots=True)
class Member:
    """A frame and the entry in which the machine puts it."""

    frame: StoredFrame
    machine: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """What judgements say: pairs of frames that are one, as judged, pairs that are not, rejected ones."""

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()
    rejected: frozenset[FrameKey] = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Frames that stand in one entry, and its id."""

    entry: str
    frames: tuple[StoredFrame, ...]


def settle_entries(
    members: Sequence[Member], rulings: Rulings, compare: Callable[[StoredFrame, StoredFrame], float]
) -> dict[FrameKey, str | None]:
    """Return the entry of each frame, None for what is rejected.

    `members` are all frames that the machine puts into some entries, and all that judgements tie to them.
    `compare` scores two frames; it decides with whom a frame stays where its entry is parted. The part with
    the frame recorded first keeps the id; of entries that become one, the id of the older one stays.
    """
    kept = [m for m in members if m.frame.key not in rulings.rejected]
    groups = [
        group
        for machine in dict.fromkeys(m.machine for m in kept)
        for group in _part(machine, [m.frame for m in kept if m.machine == machine], rulings, compare)
    ]
    for one, other in rulings.same:
        groups = _join(groups, one, other, rulings)
    settled: dict[FrameKey, str | None] = dict.fromkeys(rulings.rejected & {m.frame.key for m in members})
    for group in groups:
        settled |= {frame.key: group.entry for frame in group.frames}
    return settled


def _part(
    machine: str,
    frames: Sequence[StoredFrame],
    rulings: Rulings,
    compare: Callable[[StoredFrame, StoredFrame], float],
) -> list[Group]:
    """Return the frames of one entry in as few groups as people allow, each frame with those most like it."""
    parts: list[list[StoredFrame]] = []
    for frame in sorted(frames, key=lambda f: (not _is_ruled(f, rulings), f.order)):
        free = [part for part in parts if not _clash([frame], part, rulings)]
        if free:
            max(free, key=lambda part: _find_likeness(frame, part, compare, len(free))).append(frame)
        else:
            parts.append([frame])
    parts.sort(key=_find_order)
    return [
        Group(_find_first(part).home if number else machine, tuple(part)) for number, part in enumerate(parts)
    ]


def _find_likeness(
    frame: StoredFrame,
    part: Sequence[StoredFrame],
    compare: Callable[[StoredFrame, StoredFrame], float],
    choices: int,
) -> float:
    return max(compare(frame, f) for f in part) if choices > 1 else 0.0


def _find_first(frames: Sequence[StoredFrame]) -> StoredFrame:
    return min(frames, key=lambda f: f.order)


def _find_order(frames: Sequence[StoredFrame]) -> tuple[bool, str, str, int, str]:
    return _find_first(frames).order


def _is_ruled(frame: StoredFrame, rulings: Rulings) -> bool:
    return any(frame.key in pair for pair in rulings.different)


def _join(groups: list[Group], one: FrameKey, other: FrameKey, rulings: Rulings) -> list[Group]:
    ours, theirs = _find_group(groups, one), _find_group(groups, other)
    if ours is None or theirs is None or ours is theirs or _clash(ours.frames, theirs.frames, rulings):
        return groups
    older = min((ours, theirs), key=lambda group: _find_order(group.frames))
    joined = Group(older.entry, (*ours.frames, *theirs.frames))
    return [joined, *(g for g in groups if g is not ours and g is not theirs)]


def _find_group(groups: Sequence[Group], key: FrameKey) -> Group | None:
    return next((g for g in groups if any(f.key == key for f in g.frames)), None)


def _clash(ours: Iterable[StoredFrame], theirs: Iterable[StoredFrame], rulings: Rulings) -> bool:
    """Tell whether people said of a frame of the one and one of the other that they are not one."""
    if not rulings.different:
        return False
    right = [f.key for f in theirs]
    return any(
        (a.key, b) in rulings.different or (b, a.key) in rulings.different for a in ours for b in right
    )
