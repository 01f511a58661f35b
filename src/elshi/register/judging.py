"""What judging changes: links as people want them, corrections, additions, and all of it taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from elshi.errors import Message, UsageError
from elshi.model.entity import Entity
from elshi.model.entry import END, FrameKey, Link, StoredFrame
from elshi.model.judgement import Judgement, Withdrawal
from elshi.record.base import Change, Store
from elshi.record.judged import place_sides
from elshi.register.adding import plan_frames
from elshi.register.joined import join_named
from elshi.register.parting import parts_person, plan_joining_again, plan_parting
from elshi.register.settling import Draft, settle
from elshi.resolve.by_hand import make_addition, make_correction


def plan_judgement(store: Store, judgement: Judgement) -> Change:
    """Return what `judgement` changes. Raises UsageError where it would have no effect, with the reason."""
    if parts_person(judgement):
        return plan_parting(store, judgement)
    if judgement.subject == "entity":
        _refuse_to_bridge_named(store, judgement)
        return Change("", judgements=(judgement,), entities=_join_entities(store, (judgement,), ()))
    if judgement.verdict == "add":
        return replace(_plan_addition(store, judgement), judgements=(judgement,))
    draft = Draft(store, judgements=(judgement,))
    if judgement.verdict == "correct":
        _open_correction(draft, judgement)
    closed, links = settle(draft, _find_machines(draft, (judgement,)))
    _refuse_bridge(draft, judgement, links)
    frames = tuple(frame for frame, _ in draft.opened.values())
    return Change("", closed_links=tuple(closed), frames=frames, links=tuple(links), judgements=(judgement,))


def plan_withdrawal(store: Store, withdrawal: Withdrawal) -> Change:
    """Return what it changes that a judgement counts no longer. Raises UsageError where none is in force."""
    judgement = next((j for j in store.read_judgements() if j.id == withdrawal.judgement), None)
    if judgement is None or judgement.withdrawn_at is not None:
        message = Message(
            "%(judgement)r is no judgement in force; `elshi judgements` lists them",
            judgement=withdrawal.judgement,
        )
        raise UsageError(message)
    if parts_person(judgement):
        return replace(plan_joining_again(store, judgement), withdrawals=(withdrawal,))
    if judgement.subject == "entity":
        return Change("", withdrawals=(withdrawal,), entities=_join_entities(store, (), (judgement.id,)))
    made = _find_made(store, judgement)
    machines = [link.machine for link in store.read_links([f.key for f in made if not f.corrects])]
    draft = Draft(store, closed=frozenset(f.key for f in made), withdrawn=frozenset({judgement.id}))
    before = Draft(store)
    closed, links = settle(draft, [*machines, *_find_machines(before, (judgement,))])
    gone = [f.key for f in made]
    return Change(
        "",
        closed_links=(*gone, *(key for key in closed if key not in gone)),
        closed_frames=tuple(gone),
        links=tuple(links),
        withdrawals=(withdrawal,),
    )


def _plan_addition(store: Store, judgement: Judgement) -> Change:
    if judgement.quoted is None or judgement.quote is None:
        message = Message("an entry is added with the words that say so; give a report and a quote")
        raise UsageError(message)
    (filing,) = store.read_filings([judgement.quoted])
    frame = make_addition(judgement, filing.report.published)
    return plan_frames(store, filing.report, [frame])


def _open_correction(draft: Draft, judgement: Judgement) -> None:
    """Put the frame of a correction into `draft`; where the entry's frame stands, it will stand too."""
    ours, _ = place_sides(judgement, draft.read_open)
    told = next(f for key in ours[:1] for f in draft.read_open(key[0]) if f.key == key)
    frame = make_correction(judgement, told)
    draft.opened[frame.key] = (frame, Link(*frame.key, None, frame.home))


def _find_made(store: Store, judgement: Judgement) -> list[StoredFrame]:
    reports = dict.fromkeys(
        [*([judgement.quoted] if judgement.quoted else []), *(a.report_id for a in judgement.anchors)]
    )
    return [
        frame
        for report in reports
        for frame in store.read_frames(report)
        if frame.judgement == judgement.id and frame.recorded_until == END
    ]


def _find_machines(draft: Draft, judgements: Iterable[Judgement]) -> list[str]:
    keys: list[FrameKey] = []
    for judgement in judgements:
        ours, theirs = place_sides(judgement, draft.read_open)
        keys += [*ours, *theirs]
    return [link.machine for link in draft.store.read_links(keys)]


def _refuse_bridge(draft: Draft, judgement: Judgement, links: Sequence[Link]) -> None:
    """Raise UsageError where a 'same' would join what another judgement keeps apart."""
    if judgement.verdict != "same":
        return
    ours, theirs = place_sides(judgement, draft.read_open)
    now = {link.key: link.entry for link in draft.store.read_links([ours[0], theirs[0]])}
    now |= {link.key: link.entry for link in links}
    if now[ours[0]] == now[theirs[0]]:
        return
    apart = [
        j for j in draft.read_judged([a.report_id for a in judgement.anchors]) if j.verdict == "different"
    ]
    if apart:
        message = Message(
            "they cannot be one: %(ident)s by %(by)s keeps apart what this would join; withdraw it first",
            ident=apart[-1].id,
            by=apart[-1].by,
        )
    else:
        message = Message(
            "they cannot be one: another judgement keeps apart what this would join; withdraw it first"
        )
    raise UsageError(message)


def _refuse_to_bridge_named(store: Store, judgement: Judgement) -> None:
    """Raise UsageError where a 'same' would join named things that another judgement keeps apart."""
    held = [j for j in store.read_judgements() if j.subject == "entity" and j.withdrawn_at is None]
    joined = join_named([*held, judgement])
    one, other = (joined.get(a.words, a.words) for a in judgement.anchors[:2])
    if judgement.verdict == "same" and one != other:
        message = Message(
            "%(one)s and %(other)s cannot be one: another judgement keeps them apart; withdraw it first",
            one=one,
            other=other,
        )
        raise UsageError(message)


def _join_entities(store: Store, new: Sequence[Judgement], withdrawn: Sequence[str]) -> tuple[Entity, ...]:
    """Return the entities that stand for another one than before, after judgements on them come or go."""
    held = [j for j in store.read_judgements() if j.withdrawn_at is None and j.id not in withdrawn]
    judged = [j for j in (*held, *new) if j.subject == "entity"]
    groups = join_named(judged)
    touched = {
        a.words for j in (*judged, *store.read_judgements()) if j.subject == "entity" for a in j.anchors
    }
    changed = []
    for entity in store.read_entities(sorted(touched)):
        first = groups.get(entity.id, entity.id)
        same_as = None if first == entity.id else first
        if same_as != entity.same_as:
            changed.append(replace(entity, same_as=same_as))
    return tuple(changed)
