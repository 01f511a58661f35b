"""What a judgement is about: the frames that people mean by the id of an entry or of a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.errors import Message, UsageError
from elshi.model.entity import PERSON, Entity
from elshi.model.entry import NOW, StoredFrame
from elshi.model.judgement import Anchor, anchor_frame
from elshi.record.base import Store
from elshi.register.things import list_things


def find_pair(store: Store, one: str, other: str) -> tuple[list[StoredFrame], list[StoredFrame]]:
    """Return the frames that the two ids mean.

    Ids of entries mean all their frames. Where both lead to one entry, each means the frame that founded it
    under this id, or that is called so. Raises UsageError where they mean nothing, or the same.
    """
    entries = find_entry(store, one), find_entry(store, other)
    ours, theirs = (find_frames(store, entry) for entry in entries)
    if entries[0] == entries[1]:
        ours, theirs = _narrow(ours, one), _narrow(theirs, other)
    if not ours or not theirs or ours == theirs:
        message = Message(
            "%(one)s and %(other)s are one entry; give the ids of two of its frames (`elshi show %(one)s`)",
            one=one,
            other=other,
        )
        raise UsageError(message)
    return ours, theirs


def find_entry(store: Store, ident: str) -> str:
    """Return the one entry that an id, or its beginning, means; raises UsageError where there is none."""
    entries, _ = store.match_ids(ident) if ident else ((), ())
    if len(entries) != 1:
        message = Message("%(ident)r is the id of no single entry; `elshi find` lists entries", ident=ident)
        raise UsageError(message)
    return entries[0]


def find_frames(store: Store, entry: str) -> list[StoredFrame]:
    """Return the frames of an entry, without corrections, in the order of recording."""
    dossier = next(store.read_dossiers([entry]))
    return [frame for frame in dossier.frames if not frame.corrects]


def anchor_sides(*sides: Sequence[StoredFrame]) -> tuple[Anchor, ...]:
    """Return the anchors of the frames of each side."""
    return tuple(anchor_frame(frame, side) for side, frames in enumerate(sides) for frame in frames)


def find_entity(store: Store, ident: str) -> Entity:
    """Return the one named thing whose id begins so; raises UsageError where there is none or are several."""
    if not ident.startswith(PERSON):
        things = {i: t.entity for t in list_things(store, NOW) for i in t.ids}
        found = [replace(e, id=i) for i, e in things.items() if i == ident or (i.startswith(ident) and ident)]
    else:
        found = store.read_entities([ident]) or [e for e in store.read_entities() if e.id.startswith(ident)]
    if len(found) != 1:
        message = Message(
            "%(ident)r is the id of no single person or other named thing; "
            "`elshi people` and `elshi entities` list them",
            ident=ident,
        )
        raise UsageError(message)
    return found[0]


def _narrow(frames: Sequence[StoredFrame], ident: str) -> list[StoredFrame]:
    return [frame for frame in frames if ident in {frame.id, frame.home}]
