"""What people mean by an id, or the beginning of one."""

from __future__ import annotations

from typing import Literal

from elshi.errors import Message, UsageError
from elshi.model.entry import NOW
from elshi.record.base import Store


def identify(store: Store, ident: str, at: str = NOW) -> tuple[Literal["entry", "report"], str]:
    """Return the one entry, or the one report, whose id begins with `ident`: which of the two, and its id.

    Raises UsageError where nothing, or more than one thing, begins so, or what does was rejected.
    """
    entries, reports = store.match_ids(ident, at) if ident else ((), ())
    if len(entries) + len(reports) > 1:
        some = ", ".join((*entries, *reports)[:3])
        message = Message(
            "more than one id begins with %(ident)r (%(some)s ...); give more of it",
            ident=ident,
            some=some,
        )
        raise UsageError(message)
    if entries:
        return "entry", entries[0]
    if reports:
        return "report", reports[0]
    judgement = store.find_rejected(ident, at)
    if judgement:
        message = Message(
            "%(ident)s was rejected by %(by)s; `elshi judge withdraw %(judgement)s` brings it back",
            ident=ident,
            by=judgement.by,
            judgement=judgement.id,
        )
        raise UsageError(message)
    message = Message(
        "no entry or report has an id that begins with %(ident)r; `elshi find` lists entries", ident=ident
    )
    raise UsageError(message)
