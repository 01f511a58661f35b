"""Deciding on proposals, and taking things back."""

from __future__ import annotations

from elshi.desk.acting import accept, decline, take_back, undo
from elshi.web.actions.work import Done, Work

_QUEUE = "/review?queue=proposals"


def accept_proposal(work: Work) -> Done:
    """Make a judgement of the proposal that the address names."""
    note = work.given.get("note", "").strip() or None
    return Done(accept(work.register, work.desk, work.asked.ident, work.person.name, note).id, _QUEUE)


def decline_proposal(work: Work) -> Done:
    """Decline the proposal that the address names."""
    decline(work.desk, work.asked.ident, work.person.name, work.given.get("note", "").strip() or None)
    return Done("", _QUEUE)


def withdraw_proposal(work: Work) -> Done:
    """Take one's own proposal back."""
    take_back(work.desk, work.asked.ident, work.person.name)
    return Done("", _QUEUE)


def undo_last(work: Work) -> Done:
    """Take back what was done with one action: the one that is named, or one's last."""
    undo(work.register, work.desk, work.person, work.given.get("batch") or None)
    return Done("", "/review")
