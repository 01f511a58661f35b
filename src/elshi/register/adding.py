"""From a reading to what is to be written: frames, who they name, and the entries they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from elshi.errors import Message, SourceError
from elshi.model.entry import END, Filing, FrameKey, Link, StoredFrame
from elshi.model.frame import Reading
from elshi.model.ids import derive_id
from elshi.model.judgement import Doubt
from elshi.model.report import Report
from elshi.record.base import Change, Receipt, Store
from elshi.register.known import StoreKnown
from elshi.register.parting import part_people
from elshi.register.settling import Draft, settle
from elshi.resolve.again import keep_homes, says_the_same
from elshi.resolve.block import SPARSE, list_keys
from elshi.resolve.entities import name_people
from elshi.resolve.join import place_frames
from elshi.resolve.known import Placement
from elshi.resolve.statements import state_frames


def plan_reading(store: Store, reading: Reading, receipt: Receipt | None, run: str, stamp: str) -> Change:
    """Return what `reading` changes: nothing but the receipt where it was read like this before.

    Raises IntegrityError where a field has no evidence, SourceError for half a character.
    """
    report = reading.report
    _refuse_halves(report)
    held = store.holds(report.id)
    if held and store.read_digest(report.id) == reading.digest:
        return Change(run, receipt=receipt, report_id=report.id)
    former = store.read_frames(report.id) if held else []
    told = keep_homes(state_frames(reading, stamp), former)
    fresh, closed = _part_known(told, former)
    change = plan_frames(store, report, fresh, closed)
    return replace(
        change,
        run=run,
        filing=None if held else Filing(report, stamp),
        receipt=receipt,
        report_id=report.id,
        digest=reading.digest,
    )


def plan_frames(
    store: Store, report: Report, frames: Sequence[StoredFrame], closed: Sequence[StoredFrame] = ()
) -> Change:
    """Return what it changes that `report` tells `frames` from now on, and `closed` no longer."""
    keys = [f.key for f in closed]
    known = StoreKnown(store, keys)
    named, entities = name_people(frames, known)
    if store.holds(report.id):
        named = part_people(named, store.read_judgements(reports=[report.id]))
    placements = place_frames(named, report.published, report.language, known)
    links = store.read_links(keys)
    placements = tuple(_give_home(store, p, links) for p in placements)
    machines, renamed = choose_machines(placements, known)
    opened = {
        p.frame.key: (p.frame, Link(*p.frame.key, m, m, p.score, p.reasons))
        for p, m in zip(placements, machines, strict=True)
    }
    draft = Draft(
        store,
        opened,
        frozenset(keys),
        renamed,
        days={report.id: (report.published, report.language)},
    )
    closed_links, opened_links = _settle_lightly(draft, [*machines, *(link.machine for link in links)])
    return Change(
        run="",
        closed_links=(*(link.key for link in links), *closed_links),
        closed_frames=tuple(keys),
        frames=tuple(frame for frame, _ in opened.values()),
        keyed=tuple(_key_others(closed, links, known)),
        links=tuple(opened_links),
        doubts=tuple(list_doubts(placements)),
        entities=entities,
    )


def _part_known(
    told: Sequence[StoredFrame], former: Sequence[StoredFrame]
) -> tuple[list[StoredFrame], list[StoredFrame]]:
    """Return the frames that are new, and those open until now that are told no longer."""
    held = {f.key: f for f in former if f.recorded_until == END and f.judgement is None}
    same = {f.key for f in told if f.key in held and says_the_same(f, held[f.key])}
    return [f for f in told if f.key not in same], [f for key, f in held.items() if key not in same]


def _give_home(store: Store, placement: Placement, closed: Sequence[Link]) -> Placement:
    """Return the placement with another home where its own is the id of an entry that goes on without it."""
    frame = placement.frame
    if placement.machine != frame.home or frame.home not in {link.machine for link in closed}:
        return placement
    gone = {link.key for link in closed}
    if all(t.frame.key in gone for t in store.read_told([frame.home])):
        return placement
    home = derive_id(frame.kind[:3], frame.report_id, frame.id, "apart", frame.founded)
    return replace(placement, frame=replace(frame, home=home), machine=home)


def choose_machines(placements: Sequence[Placement], known: StoreKnown) -> tuple[list[str], dict[str, str]]:
    """Return the entry of each placement, and which entries become others as frames bring them together.

    Of entries that become one, the id of the one recorded first stays.
    """
    machines: list[str] = []
    renamed: dict[str, str] = {}
    for p in placements:
        if p.joined:
            first = {m: min(x.frame.order for x in known.list_members(m)) for m in (p.machine, *p.joined)}
            stays = min(first, key=lambda m: first[m])
            renamed |= {m: stays for m in first if m != stays}
            machines.append(stays)
        else:
            machines.append(p.machine)
    return machines, renamed


def _settle_lightly(draft: Draft, machines: Iterable[str]) -> tuple[list[FrameKey], list[Link]]:
    """Return the links to close and to open; entries that no judgement parts are not read for it."""
    reports = sorted({report for report, _ in draft.opened} | {report for report, _ in draft.closed})
    judged = bool(draft.read_judged(reports))
    heavy: list[str] = []
    light: list[Link] = []
    for machine in dict.fromkeys(machines):
        ours = [(f, link) for f, link in draft.opened.values() if link.machine == machine]
        first, last = draft.store.span_entries(machine)
        alone = first is None and all(f.home == machine for f, _ in ours[:1])
        joined = machine in draft.machines.values() or machine in draft.machines
        if judged or joined or (first != last) or (first is None and not alone):
            heavy.append(machine)
        elif not draft.closed or first in {None, machine}:
            light += [replace(link, entry=first or machine) for _, link in ours]
        else:
            heavy.append(machine)
    closed, opened = settle(draft, heavy) if heavy else ([], [])
    done = {link.key for link in opened}
    return closed, [*opened, *(link for link in light if link.key not in done)]


def _key_others(
    closed: Sequence[StoredFrame], links: Sequence[Link], known: StoreKnown
) -> Iterator[StoredFrame]:
    """Yield, for entries found by the keys of few of their frames, one that takes over from a closed one."""
    kinds = {f.key: f.kind for f in closed}
    for machine in dict.fromkeys(link.machine for link in links if kinds[link.key] in SPARSE):
        for peer in known.list_members(machine)[:1]:
            yield replace(peer.frame, keys=list_keys(peer.profile))


def list_doubts(placements: Iterable[Placement]) -> Iterator[Doubt]:
    """Yield the doubts that remain of each placement."""
    for p in placements:
        for other, score, reasons in p.doubts:
            yield Doubt(p.frame.key, other, score, reasons)


def _refuse_halves(report: Report) -> None:
    """Raise SourceError where the text has half a character, which no file can hold."""
    try:
        f"{report.title}{report.publisher}{report.text}".encode()
    except UnicodeEncodeError as error:
        cause = Message("holds half a character (%(letter)a)", letter=error.object[error.start])
        raise SourceError(report.source, cause, Message("save it as UTF-8 and add it again")) from error
