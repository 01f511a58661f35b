"""What people said of the register: kept apart from what the machine found, and never deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from elshi.model.entry import FrameKey, StoredFrame
from elshi.model.span import Evidence, Span

Verdict = Literal["same", "different", "unsure", "correct", "reject", "add"]
Subject = Literal["entry", "entity"]
_LEAST_SHARED = 0.3  # of the words of an anchor and of a frame together: less is another thing


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a judgement is about, in words that outlive any reading: a report, a kind, quotes of the report.

    `side` is 0 for the first of a pair and 1 for the second. For a named thing `kind` is 'entity',
    `report_id` is empty and `words` is its id.
    """

    side: int
    report_id: str
    kind: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one person said about one entry, two entries, or two entities.

    `field` and `value` (anything JSON can hold) are those of a correction; of an addition `field` is the
    kind and `value` the fields. `quote`, in the report `quoted`, are the words that support it. `at` is when
    it was recorded. A withdrawn judgement says by whom, when and why, and counts no longer.
    """

    id: str
    verdict: Verdict
    subject: Subject
    anchors: tuple[Anchor, ...]
    by: str
    at: str
    note: str | None = None
    field: str | None = None
    value: Any = None
    quoted: str | None = None
    quote: Evidence | None = None
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_note: str | None = None

    def list_anchors(self, side: int) -> tuple[Anchor, ...]:
        """Return the anchors of one side."""
        return tuple(anchor for anchor in self.anchors if anchor.side == side)

    def as_of(self, at: str) -> Judgement:
        """Return the judgement as it was known at a time: a later withdrawal is not."""
        if self.withdrawn_at is None or self.withdrawn_at <= at:
            return self
        return replace(self, withdrawn_at=None, withdrawn_by=None, withdrawn_note=None)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a judgement no longer counts: which, by whom, and why."""

    judgement: str
    by: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two frames that may tell of one thing and are not sure to, with the machine's score and reasons."""

    frame: FrameKey
    other: FrameKey
    score: float
    reasons: tuple[str, ...]


def anchor_frame(frame: StoredFrame, side: int) -> Anchor:
    """Return the anchor that finds `frame` again when its report is read anew."""
    spans = list_spans(frame)
    words = " … ".join(dict.fromkeys(e.quote for s in frame.statements for e in s.evidence))
    return Anchor(side, frame.report_id, frame.kind, spans, words)


def find_anchored(anchor: Anchor, frames: Iterable[StoredFrame]) -> StoredFrame | None:
    """Return the frame of `frames` (those open in the anchor's report) that speaks of the same words.

    It is of the same kind and shares the most of its words with the anchor; of equals the first by place
    and id. None where every frame shares too little.
    """
    scored = [(_compare_spans(anchor.spans, list_spans(f)), f) for f in frames if f.kind == anchor.kind]
    best = max(scored, key=lambda pair: (pair[0], -pair[1].start, pair[1].id), default=(0.0, None))
    return best[1] if best[0] >= _LEAST_SHARED else None


def list_spans(frame: StoredFrame) -> tuple[Span, ...]:
    """Return the places of all words that `frame` rests on, in order, each once."""
    return tuple(sorted({e.span for s in frame.statements for e in s.evidence}))


def _compare_spans(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return how much two sets of spans have in common, from 0 to 1: half by letters, half by whole spans.

    Letters find the sentence again after its limits moved; whole spans tell apart two acts of contact that
    one sentence tells of, by the people named in each.
    """
    ours, theirs = frozenset(one), frozenset(other)
    letters, others = _list_places(ours), _list_places(theirs)
    by_letter = len(letters & others) / max(len(letters | others), 1)
    by_span = len(ours & theirs) / max(len(ours | theirs), 1)
    return (by_letter + by_span) / 2


def _list_places(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.stop))


@dataclass(frozen=True, slots=True)
class Effect:
    """What a judgement does to one entry, in words."""

    entry: str
    what: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entries that may be one, for a person to judge: the machine's score and its reasons in words.

    `frames` are the two frames compared.
    """

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    frames: tuple[FrameKey, FrameKey]
