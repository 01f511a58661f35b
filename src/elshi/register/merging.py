"""One register taken into another that holds something: its reports compared anew, its judgements kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from elshi.errors import SourceError, UsageError
from elshi.model.entry import END, Filing, StoredFrame
from elshi.model.judgement import Judgement, Withdrawal
from elshi.record.base import Change, Store
from elshi.record.judged import place_sides
from elshi.register.adding import plan_frames
from elshi.register.judging import plan_judgement, plan_withdrawal
from elshi.register.parting import name_other
from elshi.register.settling import Draft

_ADVICE = "withdraw one of the two judgements, or import into a new register"


def plan_merging(store: Store, aside: Store, source: str, run: str) -> Iterator[Change]:
    """Yield what each new report and each new judgement of `aside` changes in `store`, in their order.

    Each change is to be written before the next is asked for. A report that `store` holds stays as it was
    read there. Frames of a new report are compared with what is held, as if they had just been read, and a
    judgement is made again as if its author had made it here. Raises SourceError, which names `source`,
    for a judgement that cannot be.
    """
    persons: dict[str, str] = {}
    for filing in _list_new(store, aside):
        told = _list_told(aside, filing.report.id)
        change = plan_frames(store, filing.report, told)
        persons |= _match_persons(told, change.frames)
        digest = aside.read_digest(filing.report.id)
        yield replace(change, run=run, filing=filing, report_id=filing.report.id, digest=digest)
    persons |= {name_other(there): name_other(here) for there, here in persons.items()}
    held = {judgement.id: judgement for judgement in store.read_judgements()}
    for judgement in aside.read_judgements():
        judged = _plan_judged(store, _name_persons(judgement, persons), held.get(judgement.id), source)
        if judged:
            yield replace(judged, run=run)


def _list_new(store: Store, aside: Store) -> Iterator[Filing]:
    order = sorted((filing.recorded_at, filing.report.id) for filing in aside.read_filings())
    for _, ident in order:
        if not store.holds(ident):
            yield from aside.read_filings([ident])


def _list_told(aside: Store, report_id: str) -> list[StoredFrame]:
    """Return what the machine found in a report, in the order of the text."""
    frames = aside.read_frames(report_id)
    told = [frame for frame in frames if frame.recorded_until == END and frame.judgement is None]
    return sorted(told, key=lambda frame: (frame.start, frame.id))


def _match_persons(told: Iterable[StoredFrame], named: Iterable[StoredFrame]) -> dict[str, str]:
    """Return whom the register takes those for whom the frames name, by their ids in the other register."""
    now = {frame.key: frame.mentions for frame in named}
    pairs = (zip(frame.mentions, now[frame.key], strict=False) for frame in told if frame.key in now)
    return {there: here for pair in pairs for there, here in pair if there and here}


def _name_persons(judgement: Judgement, persons: Mapping[str, str]) -> Judgement:
    """Return the judgement with the ids by which this register knows the persons it is about."""
    anchors = (
        a if a.report_id else replace(a, words=persons.get(a.words, a.words)) for a in judgement.anchors
    )
    return replace(judgement, anchors=tuple(anchors))


def _plan_judged(store: Store, judgement: Judgement, held: Judgement | None, source: str) -> Change | None:
    if held:
        return _plan_withdrawn(store, judgement) if _is_news(judgement, held) else None
    if judgement.withdrawn_at or not _is_placed(store, judgement):
        return Change("", judgements=(judgement,))  # no frame here tells what it is about
    try:
        return plan_judgement(store, judgement)
    except UsageError as error:
        cause = f"{judgement.id} ({judgement.verdict}, by {judgement.by}) cannot be taken in: {error}"
        raise SourceError(source, cause, _ADVICE) from error


def _is_news(judgement: Judgement, held: Judgement) -> bool:
    """Tell whether a judgement that is in force here was withdrawn there."""
    return judgement.withdrawn_at is not None and held.withdrawn_at is None


def _plan_withdrawn(store: Store, judgement: Judgement) -> Change:
    by, note = judgement.withdrawn_by or judgement.by, judgement.withdrawn_note
    return plan_withdrawal(store, Withdrawal(judgement.id, by, note))


def _is_placed(store: Store, judgement: Judgement) -> bool:
    """Tell whether the frames or persons that a judgement is about are here."""
    persons = [anchor.words for anchor in judgement.anchors if not anchor.report_id]
    if len(store.read_entities(persons)) < len(set(persons)):
        return False
    about = {anchor.side for anchor in judgement.anchors if anchor.report_id}
    sides = place_sides(judgement, Draft(store).read_open)
    return all(sides[side] for side in about)
