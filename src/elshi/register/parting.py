"""One person of the register parted into two: what some entries say of them is said of somebody else.

The judgement is a 'different' between a person and the frames in which another is meant. These frames are
opened anew and name the other; a tenure they tell of is then another one. Taken back, they name the first
again. All frames parted from one person name the same other, who can be parted in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from elshi.model.entity import Entity
from elshi.model.entry import FrameKey, Link, StoredFrame
from elshi.model.ids import derive_id
from elshi.model.judgement import Judgement
from elshi.record.base import Change, Store
from elshi.record.judged import place_sides
from elshi.register.known import StoreKnown
from elshi.register.settling import Draft, settle
from elshi.resolve.block import list_keys
from elshi.resolve.profile import make_profile

_OTHER = "-2"  # ends the id of a tenure that was another person's until it was parted from it


def parts_person(judgement: Judgement) -> bool:
    """Tell whether a judgement parts a person into two."""
    frames = any(anchor.report_id for anchor in judgement.anchors)
    return judgement.subject == "entity" and judgement.verdict == "different" and frames


def name_other(person: str) -> str:
    """Return the id of whoever is parted from a person."""
    return derive_id("per", person, "another of this name")


def part_people(frames: Sequence[StoredFrame], judged: Iterable[Judgement]) -> tuple[StoredFrame, ...]:
    """Return the frames of a report as they name people after the judgements in force on it."""
    parted = list(frames)
    for judgement in judged:
        if parts_person(judgement):
            person = judgement.anchors[0].words
            keys = _place(judgement, parted)
            parted = [_rename(f, person, name_other(person)) if f.key in keys else f for f in parted]
    return tuple(parted)


def _place(judgement: Judgement, frames: Sequence[StoredFrame]) -> list[FrameKey]:
    """Return which of `frames` a judgement says mean somebody else."""
    _, keys = place_sides(judgement, lambda report: [f for f in frames if f.report_id == report])
    return keys


def plan_parting(store: Store, judgement: Judgement) -> Change:
    """Return what it changes that a person is parted."""
    person = judgement.anchors[0].words
    frames = _find_frames(store, judgement)
    change = _plan(store, frames, [_rename(f, person, name_other(person)) for f in frames])
    return replace(change, judgements=(judgement,), entities=(_make_other(store, person, frames),))


def plan_joining_again(store: Store, judgement: Judgement) -> Change:
    """Return what it changes that a person is parted no longer, as far as no other judgement says so too."""
    person = judgement.anchors[0].words
    frames = _find_frames(store, judgement)
    whole = [_rename(f, name_other(person), person) for f in frames]
    reports = sorted({f.report_id for f in frames})
    rest = [j for j in store.read_judgements(reports=reports) if j.id != judgement.id]
    return _plan(store, frames, part_people(whole, rest))


def _find_frames(store: Store, judgement: Judgement) -> list[StoredFrame]:
    draft = Draft(store)
    _, keys = place_sides(judgement, draft.read_open)
    return [f for key in keys for f in draft.read_open(key[0]) if f.key == key]


def _rename(frame: StoredFrame, old: str, new: str) -> StoredFrame:
    return replace(frame, mentions=tuple(new if mention == old else mention for mention in frame.mentions))


def _plan(store: Store, before: Sequence[StoredFrame], after: Sequence[StoredFrame]) -> Change:
    """Return what it changes that frames name other people: they are closed and opened again."""
    closed = [old for old, new in zip(before, after, strict=True) if old.mentions != new.mentions]
    changed = [new for old, new in zip(before, after, strict=True) if old.mentions != new.mentions]
    links = {link.key: link for link in store.read_links([f.key for f in closed])}
    reports = sorted({f.report_id for f in changed})
    days = {f.report.id: (f.report.published, f.report.language) for f in store.read_filings(reports)}
    opened: dict[FrameKey, tuple[StoredFrame, Link]] = {}
    for old, new in zip(closed, changed, strict=True):
        link = links[new.key]
        machine = _move(link.machine, old, new)
        keyed = replace(new, keys=list_keys(make_profile(new, *days[new.report_id])))
        opened[new.key] = (keyed, replace(link, entry=machine, machine=machine))
    gone = frozenset(links)
    draft = Draft(store, opened, gone, days=days)
    machines = [link.machine for link in (*links.values(), *(link for _, link in opened.values()))]
    closed_links, opened_links = settle(draft, machines)
    known = StoreKnown(store, gone)
    peers = [peer for link in links.values() for peer in known.list_members(link.machine)[:1]]
    return Change(
        run="",
        closed_links=(*gone, *(key for key in closed_links if key not in gone)),
        closed_frames=tuple(links),
        frames=tuple(frame for frame, _ in opened.values()),
        keyed=tuple(replace(p.frame, keys=list_keys(p.profile)) for p in peers if p.frame.kind == "tenure"),
        links=tuple(opened_links),
    )


def _move(machine: str, old: StoredFrame, new: StoredFrame) -> str:
    """Return the machine's entry of a frame that names another now: a tenure goes with the person."""
    if old.kind != "tenure":
        return machine
    parted = any(name_other(one) == other for one, other in zip(old.mentions, new.mentions, strict=True))
    return f"{machine}{_OTHER}" if parted else machine.removesuffix(_OTHER)


def _make_other(store: Store, person: str, frames: Iterable[StoredFrame]) -> Entity:
    """Return the other person, with the names and offices that the frames give."""
    (first,) = store.read_entities([person])
    said = [
        someone
        for frame in frames
        for someone, mention in zip(make_profile(frame, None, "en").people, frame.mentions, strict=False)
        if mention == person
    ]
    held = next(iter(store.read_entities([name_other(person)])), None)
    names = tuple(dict.fromkeys((*(held.names if held else ()), *(n for s in said for n in s.names))))
    offices = tuple(dict.fromkeys((*(held.offices if held else ()), *(s.office for s in said if s.office))))
    return Entity(
        id=name_other(person),
        kind="person",
        name=names[0] if names else first.name,
        names=names or first.names,
        country=next((s.represents for s in said if s.represents), first.country),
        offices=offices,
    )
