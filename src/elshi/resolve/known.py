"""What resolution asks of the register: a few lookups, so that it need not know how anything is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from elshi.model.entity import Entity
from elshi.model.entry import EntryKind, FrameKey, StoredFrame
from elshi.resolve.match import Match, Nearness
from elshi.resolve.profile import Profile

MOST_PEERS = 50  # frames with which one new frame is compared at most: those that share the most keys


@dataclass(frozen=True, slots=True)
class Peer:
    """A frame that is compared: itself, its profile, and the entry in which the machine puts it."""

    frame: StoredFrame
    profile: Profile
    machine: str


class Known(Protocol):
    """The present of the register, as far as a new frame may have to do with it."""

    def find_peers(self, keys: Sequence[str], kind: EntryKind) -> list[Peer]:
        """Return frames of a kind that share a key, those that share the most first, not too many."""
        ...

    def list_members(self, machine: str) -> list[Peer]:
        """Return the frames that the machine puts into one entry."""
        ...

    def find_entities(self, keys: Sequence[str]) -> list[Entity]:
        """Return the entities that share a key."""
        ...

    def compare(self, one: Peer, other: Peer, near: Nearness | None) -> Match | None:
        """Return how much speaks for the two being one; it may be None where they are different."""
        ...


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the machine puts a frame.

    `joined` are further entries that it found to be the same: their frames go to `machine` too. `score`
    and `reasons` are those of the best match, empty for a frame that founds its entry. `doubts` are other
    frames that may tell of the same.
    """

    frame: StoredFrame
    machine: str
    joined: tuple[str, ...] = ()
    score: float | None = None
    reasons: tuple[str, ...] = ()
    doubts: tuple[tuple[FrameKey, float, tuple[str, ...]], ...] = ()
