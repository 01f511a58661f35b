"""Reports that an older Elshi held: their frames are compared with others once, when the file is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from elshi.model.entry import END, Link
from elshi.record.base import Change, Store
from elshi.register.adding import choose_machines, list_doubts
from elshi.register.known import StoreKnown
from elshi.register.settling import Draft, settle
from elshi.resolve.entities import name_people
from elshi.resolve.join import place_frames


def resolve_old(store: Store, begin_run: Callable[[], str], clock: Callable[[], str]) -> None:
    """Put the frames of every report that was never compared with others into entries, a report at a time."""
    for report_id in store.list_unresolved():
        run = begin_run()
        with store.change(clock()) as stamp:
            store.write(replace(_plan_report(store, report_id), run=run), stamp)


def _plan_report(store: Store, report_id: str) -> Change:
    (filing,) = store.read_filings([report_id])
    report = filing.report
    held = [f for f in store.read_frames(report_id) if f.recorded_until == END]
    known = StoreKnown(store, [f.key for f in held])
    named, entities = name_people(held, known)
    placements = place_frames(named, report.published, report.language, known)
    machines, renamed = choose_machines(placements, known)
    opened = {
        p.frame.key: (p.frame, Link(*p.frame.key, m, m, p.score, p.reasons))
        for p, m in zip(placements, machines, strict=True)
    }
    keys = tuple(opened)
    days = {report_id: (report.published, report.language)}
    closed, links = settle(Draft(store, opened, frozenset(keys), renamed, days=days), machines)
    return Change(
        run="",
        report_id=report_id,
        digest="",
        closed_links=(*keys, *closed),
        keyed=tuple(frame for frame, _ in opened.values()),
        links=tuple(links),
        doubts=tuple(list_doubts(placements)),
        entities=entities,
    )
