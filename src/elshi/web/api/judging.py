"""Calls that write: judgements and proposals, decisions on these, and all of it taken back."""

from __future__ import annotations

from collections.abc import Mapping

from elshi.desk.acting import accept, decline, find_proposal, perform, preview_act, propose, take_back, undo
from elshi.desk.versions import refuse_changed
from elshi.errors import UsageError
from elshi.model.entry import Json
from elshi.model.judging import describe_judgement
from elshi.model.proposal import Act, Batch, describe_proposal, parse_act
from elshi.web.api.asking import Asking, Told
from elshi.web.errors import Unversioned

_CREATED, _ACCEPTED = 201, 202
ANY = "*"  # in If-Match: whatever the entry says now


def preview(asking: Asking) -> Told:
    """Return what an act would do; nothing is written."""
    effects = preview_act(asking.register, _read_act(asking.sent))
    return Told([{"entry": effect.entry, "what": effect.what} for effect in effects])


def judge(asking: Asking) -> Told:
    """Judge, or, for those who may not, propose. If-Match has the version of the entry `one`, or '*'."""
    act = _read_act(asking.sent)
    if asking.version is None:
        msg = "say in If-Match which version of the entry you saw, or '*' for whatever it is now"
        raise Unversioned(msg)
    if asking.version != ANY:
        refuse_changed(asking.register, act.one, asking.version)
    if "judge" in asking.person.rights:
        batch = perform(asking.register, asking.desk, [act], asking.person.name)
        return Told(_describe_batch(asking, batch), _CREATED)
    proposal = propose(asking.register, asking.desk, act, asking.person.name)
    return Told({"batch": None, "judgements": [], "proposal": describe_proposal(proposal)}, _ACCEPTED)


def accept_proposal(asking: Asking) -> Told:
    """Make a judgement of a proposal."""
    batch = accept(asking.register, asking.desk, asking.ident, asking.person.name, _read_note(asking.sent))
    return Told(_describe_batch(asking, batch))


def decline_proposal(asking: Asking) -> Told:
    """Decline a proposal."""
    decline(asking.desk, asking.ident, asking.person.name, _read_note(asking.sent))
    return Told(describe_proposal(find_proposal(asking.desk, asking.ident)))


def withdraw_proposal(asking: Asking) -> Told:
    """Take one's own proposal back."""
    take_back(asking.desk, asking.ident, asking.person.name)
    return Told(describe_proposal(find_proposal(asking.desk, asking.ident)))


def undo_batch(asking: Asking) -> Told:
    """Take back what was done with one call, or the last thing that one did."""
    sent = asking.sent if isinstance(asking.sent, Mapping) else {}
    ident = sent.get("batch")
    if ident is not None and not isinstance(ident, str):
        message = "batch is the id of what was done, or null for the last"
        raise UsageError(message)
    return Told(_describe_batch(asking, undo(asking.register, asking.desk, asking.person, ident)))


def _describe_batch(asking: Asking, batch: Batch) -> Json:
    made = [j for j in asking.register.judgements() if j.id in batch.judgements]
    described = [{"id": j.id, **describe_judgement(j)} for j in made]
    return {"batch": batch.id, "judgements": described, "proposal": None}


def _read_act(sent: object) -> Act:
    try:
        return parse_act(sent)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _read_note(sent: object) -> str | None:
    note = sent.get("note") if isinstance(sent, Mapping) else None
    if note is None or isinstance(note, str):
        return note or None
    message = "note is words or null"
    raise UsageError(message)
