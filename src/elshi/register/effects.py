"""What a change does to entries, in words, before it is written."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from elshi.errors import Message
from elshi.model.entry import FrameKey, StoredFrame
from elshi.model.judgement import Candidate, Doubt, Effect
from elshi.record.base import Change, Store
from elshi.record.judged import place_sides
from elshi.register.joined import join_named


def list_effects(store: Store, change: Change) -> tuple[Effect, ...]:
    """Return what `change` does to the entries that are there now and to new ones."""
    before = {link.key: link.entry for link in store.read_links(list(change.closed_links))}
    made = {f.key: f for f in change.frames}
    moves: dict[tuple[str | None, str | None], list[FrameKey]] = {}
    again = made.keys() & set(change.closed_frames)  # told as before, of somebody else
    for link in change.links:
        if link.key not in made or link.key in again:
            moves.setdefault((before.get(link.key), link.entry), []).append(link.key)
    effects = [
        effect for (old, new), keys in moves.items() for effect in _describe_move(store, old, new, keys)
    ]
    for link in change.links:
        frame = made.get(link.key)
        if frame and frame.corrects and link.entry:
            effects.append(Effect(link.entry, _describe_values(frame)))
        elif frame and link.entry and link.key not in again:
            source = _name_source(store, link.key)
            said = Message("%(entry)s is told by %(source)s too", entry=link.entry, source=source)
            effects.append(Effect(link.entry, said))
    closed = [key for key in change.closed_frames if before.get(key) and key not in again]
    effects += [
        Effect(before[key] or "", Message("%(frame)s is taken out of it", frame=key[1])) for key in closed
    ]
    for entity in change.entities:
        said = _describe_standing(entity.same_as)
        if again:
            said = Message("is somebody of their own: %(name)s", name=entity.name)
        effects.append(Effect(entity.id, said))
    return tuple(dict.fromkeys((*effects, *_list_joined(store, change))))


def _list_joined(store: Store, change: Change) -> Iterator[Effect]:
    """Yield which bodies, forums, offices and places stand for another one than before."""
    gone = {w.judgement for w in change.withdrawals}
    held = [j for j in store.read_judgements() if j.subject == "entity" and j.withdrawn_at is None]
    new = [j for j in change.judgements if j.subject == "entity"]
    before, after = join_named(held), join_named([*(j for j in held if j.id not in gone), *new])
    stored = {entity.id for entity in change.entities}
    for ident in sorted({*before, *after} - stored):
        if before.get(ident, ident) != after.get(ident, ident):
            first = after.get(ident, ident)
            yield Effect(ident, _describe_standing(None if first == ident else first))


def _describe_standing(first: str | None) -> Message:
    return Message("stands for %(entity)s", entity=first) if first else Message("stands for itself again")


def _describe_values(frame: StoredFrame) -> str:
    said: list[str] = [
        Message("%(field)s becomes %(value)s", field=s.field, value=s.value) for s in frame.statements
    ]
    return functools.reduce(
        lambda one, other: Message("%(one)s; %(other)s", one=one, other=other), said or [""]
    )


def _describe_move(store: Store, old: str | None, new: str | None, keys: list[FrameKey]) -> Iterator[Effect]:
    sources = ", ".join(dict.fromkeys(_name_source(store, key) for key in keys))
    if old == new:
        return
    if old is None:
        yield Effect(new or "", Message("comes back, told by %(sources)s", sources=sources))
    elif new is None:
        yield Effect(old, Message("is no entry any more; %(sources)s told of it", sources=sources))
    else:
        yield Effect(
            old, Message("what %(sources)s tells of it goes to %(entry)s", sources=sources, entry=new)
        )


def _name_source(store: Store, key: FrameKey) -> str:
    return next(store.read_filings([key[0]])).report.source


def list_candidates(store: Store, at: str, limit: int | None) -> tuple[Candidate, ...]:
    """Return pairs of entries that may be one and that nobody has judged, surest first."""
    judged = _list_judged(store, at)
    found: dict[frozenset[str], Candidate] = {}
    for doubt in store.read_doubts(at):
        entries = {link.key: link.entry for link in store.read_links([doubt.frame, doubt.other], at)}
        one, other = entries.get(doubt.frame), entries.get(doubt.other)
        if one and other and not {(doubt.frame, doubt.other), (doubt.other, doubt.frame)} & judged:
            found.setdefault(frozenset((one, other)), _make_candidate(one, other, doubt))
    return tuple(list(found.values())[:limit])


def _make_candidate(one: str, other: str, doubt: Doubt) -> Candidate:
    return Candidate(one, other, doubt.score, doubt.reasons, (doubt.frame, doubt.other))


def _list_judged(store: Store, at: str) -> set[tuple[FrameKey, FrameKey]]:
    pairs: set[tuple[FrameKey, FrameKey]] = set()
    for judgement in store.read_judgements(at):
        if judgement.withdrawn_at is None and judgement.verdict in {"same", "different", "unsure"}:
            ours, theirs = place_sides(judgement, lambda report: _read_open(store, report, at))
            pairs |= {(a, b) for a in ours for b in theirs}
    return pairs


def _read_open(store: Store, report: str, at: str) -> list[StoredFrame]:
    frames = store.read_frames(report)
    return [f for f in frames if f.recorded_from <= at < f.recorded_until and not f.corrects]
