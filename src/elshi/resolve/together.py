"""Many reports resolved together: the answers of a register that is filled with them one after another.

What costs the most, naming the keys of frames and comparing pairs, needs no order: `tell_keys` and
`compare_pairs` may run anywhere. Who is who before it (`name_all`) and which frame goes where after it
(`place_all`) follow the order of the reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from elshi.model.entity import Entity
from elshi.model.entry import EntryKind, FrameKey, StoredFrame
from elshi.resolve.block import SPARSE, list_keys, list_lookups
from elshi.resolve.entities import name_people
from elshi.resolve.join import place_frames
from elshi.resolve.known import MOST_PEERS, Peer, Placement
from elshi.resolve.match import Match, Nearness, compare_if_worth
from elshi.resolve.profile import make_profile

Pair = tuple[FrameKey, FrameKey]
Blocks = defaultdict[EntryKind, defaultdict[str, list[int]]]  # of a kind, by key: the numbers of frames


@dataclass(frozen=True, slots=True)
class Telling:
    """The frames of one report, the day it was published (EDTF), and its language."""

    frames: tuple[StoredFrame, ...]
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Sought:
    """The keys under which a frame is kept, and those under which its like is looked for."""

    frame: FrameKey
    kind: EntryKind
    keys: tuple[str, ...]
    lookups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A later frame and an earlier one that may tell of one thing, and how much speaks for it."""

    later: FrameKey
    earlier: FrameKey
    score: float
    reasons: tuple[str, ...]
    grounded: bool


class Gathered:
    """What is known of the reports so far, as `elshi.resolve.known.Known` asks for it."""

    def __init__(self, scored: Iterable[Scored] | None = None) -> None:
        """Begin empty; `scored` are all pairs that are not different, None where none was compared before."""
        self._scored = None if scored is None else {(s.later, s.earlier): s for s in scored}
        self._frames: list[Peer] = []
        self._blocks: Blocks = defaultdict(lambda: defaultdict(list))
        self._machines: dict[str, list[int]] = defaultdict(list)
        self._entities: dict[str, Entity] = {}
        self._entity_keys: dict[str, dict[str, None]] = defaultdict(dict)

    def find_peers(self, keys: Sequence[str], kind: EntryKind) -> list[Peer]:
        """Return frames of a kind that share a key, those that share the most first."""
        return [self._frames[n] for n in rank_sharing(self._blocks[kind], keys)]

    def list_members(self, machine: str) -> list[Peer]:
        """Return the frames of one entry."""
        return [self._frames[n] for n in self._machines[machine]]

    def find_entities(self, keys: Sequence[str]) -> list[Entity]:
        """Return the people who share a key."""
        found = {i for key in keys for i in self._entity_keys.get(key, ())}
        return [self._entities[i] for i in sorted(found)]

    def compare(self, one: Peer, other: Peer, near: Nearness | None) -> Match | None:
        """Return what is known of the two beforehand; what nobody compared is compared now."""
        if self._scored is None or one.frame.kind in SPARSE:
            return compare_if_worth(one.profile, other.profile, near)
        known = self._scored.get((one.frame.key, other.frame.key))
        return Match(known.score, known.reasons, known.grounded) if known else None

    def learn(self, entities: Iterable[Entity]) -> None:
        """Take in people who are new or of whom more is known."""
        for entity in entities:
            self._entities[entity.id] = replace(entity, keys=())
            for key in entity.keys:
                self._entity_keys[key][entity.id] = None

    def take(self, telling: Telling, placements: Iterable[Placement]) -> None:
        """Take in the frames of one report as they were placed."""
        for placement in placements:
            stays = placement.machine
            if placement.joined:
                machines = (stays, *placement.joined)
                stays = min(machines, key=self._find_first)
                for other in machines:
                    self._rename(other, stays)
            frame = placement.frame
            self._machines[stays].append(len(self._frames))
            for key in frame.keys:
                self._blocks[frame.kind][key].append(len(self._frames))
            profile = make_profile(frame, telling.published, telling.language)
            self._frames.append(Peer(frame, profile, stays))

    def list_entries(self) -> dict[FrameKey, str]:
        """Return the entry of each frame."""
        return {peer.frame.key: peer.machine for peer in self._frames}

    def _find_first(self, machine: str) -> tuple[bool, str, str, int, str]:
        return min(self._frames[n].frame.order for n in self._machines[machine])

    def _rename(self, machine: str, stays: str) -> None:
        if machine == stays:
            return
        for number in self._machines.pop(machine):
            self._frames[number] = replace(self._frames[number], machine=stays)
            self._machines[stays].append(number)


def rank_sharing(kept: Mapping[str, Sequence[int]], keys: Iterable[str]) -> list[int]:
    """Return the numbers that are kept under the most of `keys`, the latest of equals first, not too many."""
    counts = Counter(n for key in dict.fromkeys(keys) for n in kept.get(key, ()))
    ranked = sorted((-count, -n) for n, count in counts.items())
    return [-number for _, number in ranked[:MOST_PEERS]]


def name_all(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Yield the tellings with the id of each person they name, as the register would give them."""
    known = Gathered()
    for telling in tellings:
        frames, entities = name_people(telling.frames, known)
        known.learn(entities)
        yield replace(telling, frames=frames)


def tell_keys(telling: Telling) -> tuple[Sought, ...]:
    """Return the keys of each frame."""
    profiles = [make_profile(f, telling.published, telling.language) for f in telling.frames]
    return tuple(
        Sought(f.key, f.kind, list_keys(profile), list_lookups(profile))
        for f, profile in zip(telling.frames, profiles, strict=True)
    )


def list_pairs(sought: Iterable[Sequence[Sought]]) -> Iterator[tuple[Pair, ...]]:
    """Yield, for the frames of each report, the pairs that are to be compared: each later with its like.

    Kinds that many reports tell are left out: what their frames are found by depends on where others went.
    """
    seen: list[FrameKey] = []
    blocks: Blocks = defaultdict(lambda: defaultdict(list))
    for report in sought:
        ours = [one for one in report if one.kind not in SPARSE]
        yield tuple((one.frame, seen[n]) for one in ours for n in rank_sharing(blocks[one.kind], one.lookups))
        for one in ours:
            for key in one.keys:
                blocks[one.kind][key].append(len(seen))
            seen.append(one.frame)


def compare_pairs(tellings: Iterable[Telling], pairs: Iterable[Pair]) -> tuple[Scored, ...]:
    """Return which of `pairs`, whose frames are among `tellings`, are not different, with their scores."""
    profiles = {f.key: make_profile(f, t.published, t.language) for t in tellings for f in t.frames}
    compared = ((pair, compare_if_worth(profiles[pair[0]], profiles[pair[1]])) for pair in pairs)
    return tuple(
        Scored(*pair, match.score, match.reasons, match.grounded)
        for pair, match in compared
        if match and match.verdict != "different"
    )


def place_all(named: Iterable[Telling], scored: Iterable[Scored] | None = None) -> dict[FrameKey, str]:
    """Return the entry of each frame of tellings whose people are named, as the register would place it."""
    known = Gathered(scored)
    for telling in named:
        known.take(telling, place_frames(telling.frames, telling.published, telling.language, known))
    return known.list_entries()
