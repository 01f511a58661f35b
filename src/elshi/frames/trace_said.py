"""Which words of a report call for positions, promises and the like, and which make none, with the cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.frames.account import Account, read_account
from elshi.frames.commitments import find_binding
from elshi.frames.positions import has_neighbour, is_negated
from elshi.frames.speakers import find_holders
from elshi.frames.tenses import is_dependent
from elshi.lexicon.match import Found
from elshi.lexicon.said import Subject, Trigger, find_triggers
from elshi.model.frame import Chairmanship, Commitment, Initiative, Position, Reading
from elshi.model.trace import Dropped, Finding, drop_words, find_words

Said = Position | Initiative | Commitment | Chairmanship
_STRANGE = "the report names no country and no official"
_ELSEWHERE = "said elsewhere in the report, or told by stronger words of the sentence"


def trace_said(
    reading: Reading, subject: Subject, frames: Sequence[Said]
) -> tuple[tuple[Finding, ...], tuple[Dropped, ...]]:
    """Return the phrases of `subject` that stand in the report, and those that make none of `frames`."""
    report = reading.report
    account = read_account(report, reading.markup, reading.engagements)
    matched, dropped = [], []
    for index, trigger in _list_triggers(account, subject):
        meaning = trigger.value.means
        matched.append(find_words(report, trigger.span, meaning, f"{subject} {trigger.value.manner}"))
        if not any(_is_made_by(frame, trigger, report.text) for frame in frames):
            dropped.append(
                drop_words(report, trigger.span, meaning, _tell_cause(account, index, trigger, subject))
            )
    return tuple(matched), tuple(dropped)


def _list_triggers(account: Account, subject: Subject) -> Iterator[tuple[int, Found[Trigger]]]:
    for index, stage in enumerate(account.stages):
        for trigger in find_triggers(subject, stage.sentence.tokens, stage.sentence.language):
            yield index, trigger


def _is_made_by(frame: Said, trigger: Found[Trigger], text: str) -> bool:
    inside = any(e.span.overlaps(trigger.span) for e in frame.evidence)
    return inside and frame.rule.endswith(f": {trigger.span.quote(text)}")


def _tell_cause(account: Account, index: int, trigger: Found[Trigger], subject: Subject) -> str:
    """Return why `trigger` makes nothing, as far as the steps that could have refused it tell."""
    if not account.diplomatic:
        return _STRANGE
    match subject:
        case "stances":
            return _tell_stance(account, index, trigger)
        case "commitments":
            return _tell_commitment(account, index, trigger)
        case "initiatives":
            return "nothing says which initiative it is, or nothing is done with it here"
        case _:
            return "no country, or no body, is found that it is said of"


def _tell_stance(account: Account, index: int, trigger: Found[Trigger]) -> str:
    stage = account.stages[index]
    checks = (
        (stage.background, "the paragraph is background"),
        (is_dependent(stage.sentence, trigger), "it stands in a clause that depends on another"),
        (any(trigger.span.overlaps(b.span) for b in find_binding(account, index)), "it is a commitment"),
        (is_negated(account, index, trigger), "it is denied, or only a condition"),
        (not has_neighbour(account, index, trigger), "its subject does not stand beside it"),
        (not find_holders(account, index, trigger), "nobody official is found who holds it"),
    )
    return next((cause for holds, cause in checks if holds), _ELSEWHERE)


def _tell_commitment(account: Account, index: int, trigger: Found[Trigger]) -> str:
    if trigger not in find_binding(account, index):
        return "nothing in the sentence binds by it: no promise, no order, no time"
    return _ELSEWHERE if find_holders(account, index, trigger) else "nobody official is found who is bound"
