"""Putting the frames of one report into entries: each into the one that tells of the same thing, or its own.

The surest pair goes first, and no entry takes two frames of one report, which tells each thing once. A frame
joins an entry only where nothing speaks against any frame of it. Where it is the same as two entries, and
these do not contradict each other, the two become one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from elshi.model.entry import StoredFrame
from elshi.resolve.block import SPARSE, list_keys, list_lookups
from elshi.resolve.known import Known, Peer, Placement
from elshi.resolve.match import Match, Nearness, compare_profiles
from elshi.resolve.profile import make_profile

_CLOSE = 1.0  # points by which the best of several entries must be ahead where only sides and day agree
_CONTRADICTION = -3.0  # points down to which two frames of one entry may differ
_MOST_DOUBTS = 3


def place_frames(
    frames: Sequence[StoredFrame],
    published: str | None,
    language: str,
    known: Known,
    near: Nearness | None = None,
) -> tuple[Placement, ...]:
    """Return where the machine puts each of `frames`, which are all of one report, in their order.

    The frames come back with their keys. `published` (EDTF) and `language` are of their report.
    """
    peers = [Peer(f, make_profile(f, published, language), f.home) for f in frames]
    found = {peer.frame.home: _find_matches(peer, known, near) for peer in peers}
    taken: set[str] = set()
    placed: dict[str, Placement] = {}
    ranked = sorted(
        ((match, peer, other) for peer in peers for other, match in found[peer.frame.home]),
        key=lambda row: (-row[0].score, row[1].frame.order, row[2].frame.order),
    )
    for match, peer, other in ranked:
        if (
            peer.frame.home in placed
            or other.machine in taken
            or not _may_join(peer, other, match, found, known, near)
        ):
            continue
        taken.add(other.machine)
        joined = _find_joined(peer, other.machine, taken, found, known, near)
        taken.update(joined)
        placed[peer.frame.home] = Placement(
            _key(peer, known, other.machine), other.machine, joined, match.score, match.reasons
        )
    return tuple(_finish(peer, placed.get(peer.frame.home), found[peer.frame.home]) for peer in peers)


def _find_matches(peer: Peer, known: Known, near: Nearness | None) -> list[tuple[Peer, Match]]:
    """Return the best match in each entry that shares a key with the frame, where anything speaks for it."""
    best: dict[str, tuple[Peer, Match]] = {}
    for other in known.find_peers(list_lookups(peer.profile), peer.frame.kind):
        if other.profile.report == peer.profile.report:
            continue
        match = known.compare(peer, other, near)
        if match is None:
            continue
        if other.machine not in best or match.score > best[other.machine][1].score:
            best[other.machine] = (other, match)
    return sorted(
        (pair for pair in best.values() if pair[1].verdict != "different"),
        key=lambda pair: (-pair[1].score, pair[0].frame.order),
    )


def _may_join(  # noqa: PLR0913, PLR0917 - the two, how they match, and all that must be asked
    peer: Peer,
    other: Peer,
    match: Match,
    found: dict[str, list[tuple[Peer, Match]]],
    known: Known,
    near: Nearness | None,
) -> bool:
    if match.verdict != "same":
        return False
    if not match.grounded and _is_ambiguous(other, match, found[peer.frame.home]):
        return False
    if peer.frame.kind in SPARSE:
        return True
    return _agree([peer], known.list_members(other.machine), near)


def _is_ambiguous(other: Peer, match: Match, matches: Sequence[tuple[Peer, Match]]) -> bool:
    """Tell whether another entry fits nearly as well, where no person and no number tells which is meant."""
    return any(o.machine != other.machine and m.score > match.score - _CLOSE for o, m in matches)


def _agree(ours: Sequence[Peer], theirs: Sequence[Peer], near: Nearness | None) -> bool:
    """Tell whether no frame of the one side contradicts one of the other, nor is of the same report."""
    if {p.profile.report for p in ours} & {p.profile.report for p in theirs}:
        return False
    pairs = itertools.product(ours, theirs)
    return all(compare_profiles(a.profile, b.profile, near).score > _CONTRADICTION for a, b in pairs)


def _find_joined(  # noqa: PLR0913, PLR0917 - as `_may_join`
    peer: Peer,
    machine: str,
    taken: set[str],
    found: dict[str, list[tuple[Peer, Match]]],
    known: Known,
    near: Nearness | None,
) -> tuple[str, ...]:
    """Return the other entries that tell of the same as the frame and as the entry it joins."""
    if peer.frame.kind in SPARSE:
        return ()
    members = [peer, *known.list_members(machine)]
    joined: list[str] = []
    for other, match in found[peer.frame.home]:
        if match.verdict != "same" or not match.grounded or other.machine in {machine, *taken}:
            continue
        theirs = known.list_members(other.machine)
        if _agree(members, theirs, near):
            joined.append(other.machine)
            members += theirs
    return tuple(joined)


def _key(peer: Peer, known: Known, machine: str) -> StoredFrame:
    """Return the frame with its keys; of a kind that many reports tell only with those its entry lacks."""
    keys = list_keys(peer.profile)
    if peer.frame.kind in SPARSE:
        own = {
            key
            for other in known.find_peers(keys, peer.frame.kind)
            if other.machine == machine
            for key in list_keys(other.profile)
        }
        keys = tuple(key for key in keys if key not in own)
    return replace(peer.frame, keys=keys)


def _finish(peer: Peer, placed: Placement | None, matches: Sequence[tuple[Peer, Match]]) -> Placement:
    """Return the placement with the doubts that remain; a frame placed nowhere founds its own entry."""
    if placed is None:
        placed = Placement(replace(peer.frame, keys=list_keys(peer.profile)), peer.frame.home)
    away = {placed.machine, *placed.joined}
    doubts = [
        (other.frame.key, match.score, match.reasons) for other, match in matches if other.machine not in away
    ]
    return replace(placed, doubts=tuple(doubts[:_MOST_DOUBTS]))
