"""The register as resolution sees it: what is known now, less what is just being replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elshi.model.entity import Entity
from elshi.model.entry import EntryKind, FrameKey
from elshi.record.base import Store, Told
from elshi.resolve.known import MOST_PEERS, Peer
from elshi.resolve.match import Match, Nearness, compare_if_worth
from elshi.resolve.profile import make_profile
from elshi.text.remember import remember


class StoreKnown:
    """A `Known` that asks a store, inside the transaction that will write what follows."""

    def __init__(self, store: Store, hidden: Iterable[FrameKey] = ()) -> None:
        """Leave out the frames `hidden`, which are about to be closed."""
        self._store, self._hidden = store, frozenset(hidden)
        self._members: dict[str, list[Peer]] = {}

    def find_peers(self, keys: Sequence[str], kind: EntryKind) -> list[Peer]:
        """Return frames of a kind that share a key, those that share the most first."""
        return self._make_peers(self._store.find_told(keys, kind, MOST_PEERS))

    def list_members(self, machine: str) -> list[Peer]:
        """Return the frames that the machine puts into one entry."""
        if machine not in self._members:
            self._members[machine] = self._make_peers(self._store.read_told([machine]))
        return self._members[machine]

    def find_entities(self, keys: Sequence[str]) -> list[Entity]:
        """Return the entities that share a key."""
        return self._store.find_entities(keys)

    def compare(self, one: Peer, other: Peer, near: Nearness | None) -> Match | None:
        """Return how much speaks for the two being one, None where a quick look shows that nothing can."""
        return compare_if_worth(one.profile, other.profile, near)

    def _make_peers(self, told: Iterable[Told]) -> list[Peer]:
        return [make_peer(t) for t in told if t.frame.key not in self._hidden and not t.frame.corrects]


@remember
def make_peer(told: Told) -> Peer:
    """Return the frame as it is compared with others."""
    return Peer(told.frame, make_profile(told.frame, told.published, told.language), told.link.machine)
