"""Reading a report anew: which frame takes the place of which, so that entries and judgements stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.model.entry import END, StoredFrame
from elshi.model.judgement import anchor_frame, find_anchored


def says_the_same(one: StoredFrame, other: StoredFrame) -> bool:
    """Tell whether two frames state the same on the same words by the same rule."""
    return [s.id for s in one.statements] == [s.id for s in other.statements]


def keep_homes(frames: Sequence[StoredFrame], former: Sequence[StoredFrame]) -> tuple[StoredFrame, ...]:
    """Return `frames` of a reading, each with the home of the one of `former` that spoke of the same words.

    `former` are all frames the report ever had, in the order of recording; the latest that fits gives its
    home, and no home is given twice.
    """
    kept: list[StoredFrame] = []
    given: set[str] = set()
    for frame in frames:
        free = [f for f in former if f.home not in given and f.judgement is None]
        before = _find_former(frame, free)
        kept.append(replace(frame, home=before.home, founded=before.founded) if before else frame)
        given.add(kept[-1].home)
    return tuple(kept)


def _find_former(frame: StoredFrame, former: Sequence[StoredFrame]) -> StoredFrame | None:
    same = [f for f in former if f.id == frame.id and f.kind == frame.kind]
    if same:
        return same[-1]
    still = [f for f in former if f.recorded_until == END]
    anchor = anchor_frame(frame, 0)
    return find_anchored(anchor, still) or find_anchored(anchor, list(reversed(former)))
