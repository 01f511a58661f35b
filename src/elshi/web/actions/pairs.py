"""Judging whether two entries are one."""

from __future__ import annotations

from elshi.desk.versions import refuse_changed
from elshi.errors import Message, UsageError
from elshi.model.proposal import Act, ActVerdict
from elshi.web.actions.work import Done, Work, say

_VERDICTS: tuple[ActVerdict, ...] = ("same", "different", "unsure")


def judge_pair(work: Work) -> Done:
    """Judge the pair 'one' and 'other', seen in the versions that were sent."""
    verdict = next((known for known in _VERDICTS if known == work.given.get("verdict")), None)
    one, other = work.given.get("one", ""), work.given.get("other", "")
    if verdict is None:
        message = Message("a pair is judged one of %(known)s", known=", ".join(_VERDICTS))
        raise UsageError(message)
    refuse_changed(work.register, one, work.given.get("version", ""))
    refuse_changed(work.register, other, work.given.get("other_version", ""))
    note = work.given.get("note", "").strip() or None
    return say(work, [Act(verdict, one, other, note=note)], "/review")
