"""What people say at a desk: judged at once, proposed, decided on, and undone."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.desk.errors import AbsentError, LateError
from elshi.desk.secret import make_id
from elshi.desk.times import read_now
from elshi.desk.versions import find_entry, refuse_changed, write_version
from elshi.errors import ElshiError, Message, UsageError
from elshi.model.account import Person
from elshi.model.judgement import Effect, Judgement
from elshi.model.proposal import Act, Batch, Proposal
from elshi.record.desk import Desk
from elshi.register import Register


def preview_act(register: Register, act: Act) -> tuple[Effect, ...]:
    """Return what `act` would do. Raises UsageError where it makes no sense."""
    return register.preview(register.draft(act, "preview"))


def perform(register: Register, desk: Desk, acts: Sequence[Act], by: str) -> Batch:
    """Judge all of `acts`, or none: where one is refused, those before it are withdrawn.

    Raises UsageError where one makes no sense, or nothing is asked for.
    """
    if not acts:
        message = Message("nothing was chosen; choose at least one entry")
        raise UsageError(message)
    done: list[Judgement] = []
    try:
        for act in acts:
            done.append(register.record(register.draft(act, by)))  # noqa: PERF401 - what is done counts when one fails
    except ElshiError:
        _withdraw(register, [j.id for j in done], by, "the rest of the batch was refused")
        raise
    batch = Batch(make_id("bat"), by, read_now(), tuple(j.id for j in done))
    desk.batches.add(batch)
    return batch


def undo(register: Register, desk: Desk, person: Person, ident: str | None = None) -> Batch:
    """Withdraw a batch: the one of this id, or the last that the person made.

    Raises UsageError where there is none, or it is another's and the person may not judge.
    """
    batch = desk.batches.find(ident) if ident else desk.batches.find_last(person.name)
    if batch is None or batch.undone_at:
        message = (
            Message("nothing is left to undo")
            if ident is None
            else Message("%(ident)s is nothing that can be undone", ident=ident)
        )
        raise LateError(message)
    if batch.by != person.name and "judge" not in person.rights:
        message = Message(
            "%(ident)s is by %(by)s; only an editor takes back what others did", ident=batch.id, by=batch.by
        )
        raise UsageError(message)
    _withdraw(register, batch.judgements, person.name, "undone at the desk")
    desk.batches.undo(batch.id, read_now())
    return batch


def propose(register: Register, desk: Desk, act: Act, by: str) -> Proposal:
    """Keep `act` for an editor to decide on. Raises UsageError where it makes no sense now."""
    preview_act(register, act)
    entry = find_entry(register, act.one)
    version = write_version(entry) if entry else ""
    proposal = Proposal(make_id("pro"), act, by, read_now(), version)
    desk.proposals.add(proposal)
    return proposal


def accept(register: Register, desk: Desk, ident: str, by: str, note: str | None = None) -> Batch:
    """Make a judgement of a proposal, in its author's name with the editor's beside it.

    Raises LateError where it waits no longer; UsageError where it makes no sense any more, and ConflictError
    where the entry is not what the author saw: then it goes on waiting.
    """
    proposal = find_proposal(desk, ident)
    if proposal.version:
        refuse_changed(register, proposal.act.one, proposal.version)
    if not desk.proposals.decide(ident, "accepted", by, read_now(), note):
        raise LateError(_say_decided(find_proposal(desk, ident)))
    try:
        judgement = register.record(register.draft(proposal.act, proposal.by))
    except ElshiError:
        desk.proposals.reopen(ident)
        raise
    desk.proposals.note_judgement(ident, judgement.id)
    batch = Batch(make_id("bat"), by, read_now(), (judgement.id,))
    desk.batches.add(batch)
    return batch


def decline(desk: Desk, ident: str, by: str, note: str | None = None) -> None:
    """Decline a proposal; raises UsageError where it waits no longer."""
    _close(desk, ident, by, note, withdrawn=False)


def take_back(desk: Desk, ident: str, by: str) -> None:
    """Take one's own proposal back; raises UsageError where it waits no longer, or is another's."""
    proposal = find_proposal(desk, ident)
    if proposal.by != by:
        message = Message(
            "%(ident)s is by %(by)s; only its author takes it back", ident=ident, by=proposal.by
        )
        raise UsageError(message)
    _close(desk, ident, by, None, withdrawn=True)


def find_proposal(desk: Desk, ident: str) -> Proposal:
    """Return the proposal of this id; raises AbsentError where there is none."""
    proposal = desk.proposals.find(ident)
    if proposal is None:
        message = Message("%(ident)r is no proposal", ident=ident)
        raise AbsentError(message)
    return proposal


def _close(desk: Desk, ident: str, by: str, note: str | None, *, withdrawn: bool) -> None:
    find_proposal(desk, ident)
    if not desk.proposals.decide(ident, "withdrawn" if withdrawn else "declined", by, read_now(), note):
        raise LateError(_say_decided(find_proposal(desk, ident)))


def _say_decided(proposal: Proposal) -> Message:
    match proposal.decision:
        case "accepted":
            return Message("%(ident)s was accepted meanwhile", ident=proposal.id)
        case "declined":
            return Message("%(ident)s was declined meanwhile", ident=proposal.id)
        case "withdrawn":
            return Message("%(ident)s was withdrawn meanwhile", ident=proposal.id)
        case _:
            return Message("%(ident)s was decided on meanwhile", ident=proposal.id)


def _withdraw(register: Register, judgements: Sequence[str], by: str, note: str) -> None:
    """Withdraw judgements, the last first; one that somebody withdrew already stays so."""
    standing = {j.id for j in register.judgements() if j.withdrawn_at is None}
    for ident in reversed(judgements):
        if ident in standing:
            register.withdraw(ident, by, note)
