"""Open frames as they stand now, out of the mappings of the reference store: see elshi.record.told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from elshi.model.entry import EntryKind, Link, StoredFrame
from elshi.model.judgement import Doubt
from elshi.record.base import Told
from elshi.record.mappings import Mappings
from elshi.record.order import order_doubts, order_told


def find_told(held: Mappings, keys: Sequence[str], kind: EntryKind, limit: int) -> list[Told]:
    """Return the open frames of a kind that share a key, those that share the most first, at most `limit`."""
    counts = Counter(n for key in dict.fromkeys(keys) for n in held.tables.blocks.get(key, ()))
    told = [(-count, -n, t) for n, count in counts.items() if (t := _tell(held, n)) and t.frame.kind == kind]
    return [t for *_, t in sorted(told, key=lambda row: row[:2])[:limit]]


def read_told(held: Mappings, machine_ids: Sequence[str]) -> list[Told]:
    """Return the open frames that the machine puts into these entries, in the order of recording."""
    numbers = {n for machine in machine_ids for n in held.tables.by_machine.get(machine, ())}
    told = (_tell(held, n) for n in numbers)
    return order_told(t for t in told if t and t.link.machine in machine_ids)


def span_entries(held: Mappings, machine: str) -> tuple[str | None, str | None]:
    """Return the first and the last id of the entries in which the frames of a machine's entry stand."""
    links = [held.find_link(n) for n in held.tables.by_machine.get(machine, ())]
    entries = [link.entry for link in links if link and link.entry and link.machine == machine]
    return min(entries, default=None), max(entries, default=None)


def read_doubts(held: Mappings, at: str) -> Iterator[Doubt]:
    """Yield the doubts between frames that are open and stand in two entries, surest first."""
    doubts = []
    for (one, other), period in held.tables.doubts.items():
        left, right = held.find_link(one, at), held.find_link(other, at)
        standing = left and right and left.entry and right.entry and left.entry != right.entry
        if standing and period.holds(at):
            doubts.append(period.value)
    return iter(order_doubts(doubts))


def read_rejected(held: Mappings, at: str) -> Iterator[tuple[StoredFrame, Link]]:
    """Yield the frames that stand in no entry, in the order of recording, with their links."""
    links = [(f, link) for n, f in held.tables.frames.items() if (link := held.find_link(n, at))]
    pairs = [(f, Link(*f.key, None, link.machine)) for f, link in links if link.entry is None]
    yield from sorted(pairs, key=lambda pair: pair[0].order)


def _tell(held: Mappings, number: int) -> Told | None:
    frame, link = held.tables.frames[number], held.find_link(number)
    if link is None or not held.is_open(number):
        return None
    report = held.tables.filings[frame.report_id].value.report
    return Told(frame, link, report.published, report.language)
