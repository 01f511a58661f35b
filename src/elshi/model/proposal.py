"""What a person wants said of the register, before it is a judgement: at once, or proposed to an editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from elshi.model.entry import Json

ActVerdict = Literal["same", "different", "unsure", "correct", "reject"]
Decision = Literal["accepted", "declined", "withdrawn"]
_TEXTS = ("other", "field", "quote", "report", "note")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to be said of the entry `one`; see `Register.judge`, `correct` and `reject` for the parts."""

    verdict: ActVerdict
    one: str
    other: str | None = None
    field: str | None = None
    value: Any = None
    quote: str | None = None
    report: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act that waits for an editor, or that one accepted or declined, or its author took back.

    `version` is that of the entry which the author saw (see `elshi.desk.versions`); `judgement` the id of
    what it became. Times are UTC, ISO 8601.
    """

    id: str
    act: Act
    by: str
    at: str
    version: str
    decision: Decision | None = None
    decided_by: str | None = None
    decided_at: str | None = None
    decided_note: str | None = None
    judgement: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Judgements that one person made with one action, so that they can be undone with one."""

    id: str
    by: str
    at: str
    judgements: tuple[str, ...]
    undone_at: str | None = None


def describe_act(act: Act) -> Json:
    """Return `act` as one JSON object."""
    return {
        "verdict": act.verdict,
        "one": act.one,
        "other": act.other,
        "field": act.field,
        "value": act.value,
        "quote": act.quote,
        "report": act.report,
        "note": act.note,
    }


def parse_act(parts: object) -> Act:
    """Return the act that a JSON object describes; absent parts are None.

    Raises ValueError where it describes none, with what to give.
    """
    if not isinstance(parts, dict):
        message = "an act is a JSON object"
        raise ValueError(message)  # noqa: TRY004 - what callers catch
    unknown = sorted(str(name) for name in set(parts) - {"verdict", "one", "value", *_TEXTS})
    if unknown:
        message = f"an act has no {', '.join(unknown)}; it has verdict, one, value, {', '.join(_TEXTS)}"
        raise ValueError(message)
    verdict, one = _read_verdict(parts.get("verdict")), parts.get("one")
    if not isinstance(one, str) or not one:
        message = "one is the id of an entry"
        raise ValueError(message)
    texts = {name: _read_text(name, parts.get(name)) for name in _TEXTS}
    if verdict in {"same", "different", "unsure"} and not texts["other"]:
        message = f"{verdict} is said of two; give the other id"
        raise ValueError(message)
    if verdict == "correct" and not texts["field"]:
        message = "a correction names its field"
        raise ValueError(message)
    return Act(verdict, one, value=parts.get("value"), **texts)


def describe_proposal(proposal: Proposal) -> Json:
    """Return `proposal` as one JSON object."""
    return {
        "id": proposal.id,
        "act": describe_act(proposal.act),
        "by": proposal.by,
        "at": proposal.at,
        "version": proposal.version,
        "decision": proposal.decision,
        "decided_by": proposal.decided_by,
        "decided_at": proposal.decided_at,
        "decided_note": proposal.decided_note,
        "judgement": proposal.judgement,
    }


def _read_verdict(value: object) -> ActVerdict:
    known: tuple[ActVerdict, ...] = get_args(ActVerdict)
    for verdict in known:
        if value == verdict:
            return verdict
    message = f"the verdict is one of {', '.join(known)}"
    raise ValueError(message)


def _read_text(name: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    message = f"{name} is words or null"
    raise ValueError(message)
