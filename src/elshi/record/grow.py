"""Tenures that only gain frames: how they stand then follows without reading what they had."""

from __future__ import annotations

from elshi.record.base import Change
from elshi.record.standing import Standing, extend_standing


def extend_entry(change: Change, entry_id: str, standing: Standing | None) -> Standing | None:
    """Return how a tenure stands after `change`, None where it must be read for that."""
    if standing is None or standing.kind != "tenure" or change.report_id is None or change.closed_links:
        return None
    keys = {link.key for link in change.links if link.entry == entry_id}
    frames = [frame for frame in change.frames if frame.key in keys and not frame.corrects]
    if len(frames) < len(keys):
        return None
    for frame in frames:
        standing = extend_standing(standing, frame, frame.valid)
    return standing
