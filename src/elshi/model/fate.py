"""What became of a commitment as of a day: open, due, overdue, fulfilled or withdrawn, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, get_args

from elshi.model.entry import Entry, Json, Quote

FateState = Literal["open", "due", "overdue", "fulfilled", "withdrawn"]
FATE_STATES: tuple[FateState, ...] = get_args(FateState)
# What is still to be done, whatever the day.
UNDONE: tuple[FateState, ...] = ("open", "due", "overdue")
# What a person may say of a commitment; `unfulfilled` leaves open, due or overdue to the day.
JudgedFate = Literal["fulfilled", "unfulfilled", "withdrawn"]
JUDGED_FATES: tuple[JudgedFate, ...] = get_args(JudgedFate)


@dataclass(frozen=True, slots=True)
class Sign:
    """One part of a score: how much it speaks for (above 0) or against (below 0), and why in words."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Showing:
    """An engagement that may show what became of a commitment: the sum of the signs, and each of them."""

    engagement: str
    score: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a commitment as of the day `on`.

    - `state`: fulfilled or withdrawn; otherwise `overdue` where its last possible day is past, `due` where
      the day falls into the time in which it is due, and else `open`.
    - `due` is its EDTF, None where unknown: what has no due day never becomes overdue. `reason` says in words
      why the state is as it is.
    - `engagement` is the one that fulfils it, or that was called off; `score` and `signs` (its parts) say why
      the machine thinks so, and `quotes` are the words. `perhaps` are engagements that may fulfil it, for a
      person to judge.
    - `judged` is the id of the judgement where a person said so, and `by` the person; `score` is None then.
    """

    commitment: str
    on: dt.date
    state: FateState
    due: str | None
    reason: str
    engagement: str | None = None
    score: float | None = None
    signs: tuple[Sign, ...] = ()
    quotes: tuple[Quote, ...] = ()
    perhaps: tuple[Showing, ...] = ()
    judged: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment with what became of it."""

    entry: Entry
    fate: Fate


def describe_fate(fate: Fate) -> Json:
    """Return `fate` as one JSON object."""
    return {
        "state": fate.state,
        "on": fate.on.isoformat(),
        "due": fate.due,
        "reason": fate.reason,
        "engagement": fate.engagement,
        "score": fate.score,
        "signs": [_describe_sign(sign) for sign in fate.signs],
        "evidence": [_describe_quote(quote) for quote in fate.quotes],
        "perhaps": [
            {
                "engagement": s.engagement,
                "score": s.score,
                "signs": [_describe_sign(sign) for sign in s.signs],
            }
            for s in fate.perhaps
        ],
        "judgement": fate.judged,
        "by": fate.by,
    }


def _describe_sign(sign: Sign) -> Json:
    return {"value": sign.value, "reason": sign.reason}


def _describe_quote(quote: Quote) -> Json:
    span = quote.evidence.span
    return {
        "report": quote.report_id,
        "source": quote.source,
        "start": span.start,
        "end": span.stop,
        "quote": quote.evidence.quote,
    }
