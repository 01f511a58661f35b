"""Which entry each frame stands in after a change: the machine's view, and what people judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from elshi.model.entry import END, FrameKey, Link, StoredFrame
from elshi.model.judgement import Judgement
from elshi.record.base import Store, Told
from elshi.record.judged import place_sides
from elshi.resolve.match import compare_profiles
from elshi.resolve.profile import make_profile
from elshi.resolve.settle import Member, Pair, Rulings, settle_entries


@dataclass
class Draft:
    """The open frames around a change as they will be after it, with the links they have now.

    `opened` are new, with the links that the machine gives them; `closed` will be open no longer.
    `judgements` are those in force afterwards, `withdrawn` the ids of those that are not.
    """

    store: Store
    opened: dict[FrameKey, tuple[StoredFrame, Link]] = field(default_factory=dict)
    closed: frozenset[FrameKey] = frozenset()
    machines: Mapping[str, str] = field(default_factory=dict)  # entries of the machine that become others
    judgements: tuple[Judgement, ...] = ()
    withdrawn: frozenset[str] = frozenset()
    days: Mapping[str, tuple[str | None, str]] = field(
        default_factory=dict
    )  # published and language, by report

    def read_open(self, report_id: str) -> list[StoredFrame]:
        """Return the frames that a report will have."""
        held = [
            f
            for f in self.store.read_frames(report_id)
            if f.recorded_until == END and f.key not in self.closed and not f.corrects
        ]
        return [*held, *(f for f, _ in self.opened.values() if f.report_id == report_id and not f.corrects)]

    def read_judged(self, reports: Sequence[str]) -> list[Judgement]:
        """Return the judgements that will be in force on these reports, in the order of recording."""
        held = [j for j in self.store.read_judgements(reports=reports) if j.id not in self.withdrawn]
        about = set(reports)
        return held + [j for j in self.judgements if about & {a.report_id for a in j.anchors}]


def settle(draft: Draft, machines: Iterable[str]) -> tuple[list[FrameKey], list[Link]]:
    """Return the links to close and those to open so that the entries around `machines` are right.

    `machines` are the machine's entries that gain or lose a frame or a judgement. Links of frames that
    are closed by the change are not among those to close.
    """
    told, judged = _gather(draft, list(dict.fromkeys(machines)))
    rulings = _rule((j, place_sides(j, draft.read_open)) for j in judged)
    profiles = {t.frame.key: make_profile(t.frame, t.published, t.language) for t in told}

    def compare(one: StoredFrame, other: StoredFrame) -> float:
        return compare_profiles(profiles[one.key], profiles[other.key]).score

    members = [Member(t.frame, draft.machines.get(t.link.machine, t.link.machine)) for t in told]
    entries = settle_entries(members, rulings, compare)
    closed, opened = [], []
    for t, member in zip(told, members, strict=True):
        key = t.frame.key
        link = Link(*key, entries[key], member.machine, t.link.score, t.link.reasons)
        if key in draft.opened:
            opened.append(link)
        elif link != t.link:
            closed.append(key)
            opened.append(link)
    for link in _move_corrections(draft, entries, judged):
        if link.key not in draft.opened:
            closed.append(link.key)
        opened.append(link)
    return closed, opened


def _move_corrections(
    draft: Draft, entries: Mapping[FrameKey, str | None], judged: Iterable[Judgement]
) -> Iterator[Link]:
    """Yield a new link for each correction whose entry is another one than before, or that is new itself."""
    for judgement in judged:
        if judgement.verdict != "correct" or judgement.withdrawn_at is not None:
            continue
        ours, _ = place_sides(judgement, draft.read_open)
        entry = entries.get(ours[0]) if ours else None
        for frame, link in _find_corrections(draft, judgement):
            if link.entry != entry or frame.key in draft.opened:
                yield replace(link, entry=entry)


def _find_corrections(draft: Draft, judgement: Judgement) -> list[tuple[StoredFrame, Link]]:
    new = [pair for pair in draft.opened.values() if pair[0].judgement == judgement.id and pair[0].corrects]
    reports = dict.fromkeys([judgement.quoted or "", *(a.report_id for a in judgement.anchors)])
    held = {
        f.key: f
        for report in reports
        for f in draft.store.read_frames(report)
        if f.judgement == judgement.id and f.recorded_until == END and f.key not in draft.closed
    }
    return [*new, *((held[link.key], link) for link in draft.store.read_links(list(held)))]


def _gather(draft: Draft, machines: list[str]) -> tuple[list[Told], list[Judgement]]:
    """Return the frames of `machines` and of all that judgements tie to them, and these judgements."""
    asked: set[str] = set()
    told: dict[FrameKey, Told] = {}
    judged: dict[str, Judgement] = {}
    while machines:
        asked |= set(machines)
        for t in _read_members(draft, machines):
            told[t.frame.key] = t
        judged |= {j.id: j for j in draft.read_judged(sorted({report for report, _ in told}))}
        tied = {key for j in judged.values() for side in place_sides(j, draft.read_open) for key in side}
        machines = [m for m in _find_machines(draft, tied) if m not in asked]
    return list(told.values()), list(judged.values())


def _read_members(draft: Draft, machines: Sequence[str]) -> list[Told]:
    wanted = {*machines, *(old for old, new in draft.machines.items() if new in machines)}
    held = [
        t
        for t in draft.store.read_told(sorted(wanted))
        if t.frame.key not in draft.closed and not t.frame.corrects
    ]
    new = [
        Told(frame, link, *draft.days.get(frame.report_id, (None, "en")))
        for frame, link in draft.opened.values()
        if link.machine in wanted and not frame.corrects
    ]
    return [*held, *new]


def _find_machines(draft: Draft, keys: Iterable[FrameKey]) -> list[str]:
    wanted = sorted(keys)
    held = [link.machine for link in draft.store.read_links([k for k in wanted if k not in draft.opened])]
    new = [draft.opened[key][1].machine for key in wanted if key in draft.opened]
    return list(dict.fromkeys(draft.machines.get(m, m) for m in [*held, *new]))


def _rule(placed: Iterable[tuple[Judgement, tuple[list[FrameKey], list[FrameKey]]]]) -> Rulings:
    same: list[Pair] = []
    different: set[Pair] = set()
    rejected: set[FrameKey] = set()
    for judgement, (ours, theirs) in placed:
        if judgement.verdict == "same" and ours and theirs:
            same.append((ours[0], theirs[0]))
        elif judgement.verdict == "different":
            different |= {(a, b) for a in ours for b in theirs if a != b}
        elif judgement.verdict == "reject":
            rejected |= set(ours)
    return Rulings(tuple(same), frozenset(different), frozenset(rejected))
