"""A reading without what is less sure than asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from elshi.model.frame import Chairmanship, Commitment, Engagement, Initiative, Position, Reading, Tenure

AnyFrame = TypeVar("AnyFrame", Engagement, Position, Initiative, Commitment, Tenure, Chairmanship)


def leave_out_unsure(reading: Reading, least: float) -> Reading:
    """Return `reading` with the frames whose confidence is at least `least`.

    An engagement that was part of one left out is part of nothing.
    """
    engagements = _keep(reading.engagements, least)
    kept = {engagement.id for engagement in engagements}
    return replace(
        reading,
        engagements=tuple(e if e.part_of in kept else replace(e, part_of=None) for e in engagements),
        positions=_keep(reading.positions, least),
        initiatives=_keep(reading.initiatives, least),
        commitments=_keep(reading.commitments, least),
        tenures=_keep(reading.tenures, least),
        chairmanships=_keep(reading.chairmanships, least),
    )


def count_frames(reading: Reading) -> int:
    """Return how many frames of all kinds `reading` has."""
    kinds = (
        reading.engagements,
        reading.positions,
        reading.initiatives,
        reading.commitments,
        reading.tenures,
        reading.chairmanships,
    )
    return sum(len(frames) for frames in kinds)


def _keep(frames: Iterable[AnyFrame], least: float) -> tuple[AnyFrame, ...]:
    return tuple(frame for frame in frames if frame.confidence >= least)
