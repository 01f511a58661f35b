"""Which frames a judgement speaks of, found by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from elshi.model.entry import FrameKey, StoredFrame
from elshi.model.judgement import Judgement, find_anchored

ReadOpen = Callable[[str], Sequence[StoredFrame]]  # the frames open in a report, by its id


def place_sides(judgement: Judgement, read_open: ReadOpen) -> tuple[list[FrameKey], list[FrameKey]]:
    """Return the frames of the first and of the second side of a judgement on entries, in anchors' order."""
    sides: tuple[list[FrameKey], list[FrameKey]] = ([], [])
    for anchor in judgement.anchors:
        frame = find_anchored(anchor, read_open(anchor.report_id))
        if frame is not None and frame.key not in sides[anchor.side]:
            sides[anchor.side].append(frame.key)
    return sides


def place_corrections(
    judgements: Iterable[Judgement], read_open: ReadOpen
) -> list[tuple[FrameKey, Judgement]]:
    """Return the corrections among `judgements` with the frame whose entry each is about, in their order."""
    placed = [
        (place_sides(j, read_open)[0], j)
        for j in judgements
        if j.verdict == "correct" and j.withdrawn_at is None
    ]
    return [(keys[0], judgement) for keys, judgement in placed if keys]
