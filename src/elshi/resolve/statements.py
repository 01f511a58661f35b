"""What one report says, taken apart into frames of statements: one value of one field, with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from elshi.model.entry import MANY, EntryKind, Json, StoredFrame, make_statement
from elshi.model.frame import Engagement, Frame, Participant, Reading
from elshi.model.ground import Ground, find_rule, list_rules
from elshi.model.ids import derive_id
from elshi.model.record import (
    describe_chairmanship,
    describe_commitment,
    describe_engagement,
    describe_initiative,
    describe_position,
    describe_tenure,
)
from elshi.model.report import Report
from elshi.model.span import Evidence

# Who made the frame and on which words is said by each of its statements, so these are no fields.
_NOT_FIELDS = frozenset({"id", "rule", "evidence"})
# The field that says when what a frame tells holds. The others hold when their report was published.
_VALID: Mapping[EntryKind, str] = {
    "engagement": "date",
    "position": "date",
    "commitment": "due",
    "chairmanship": "period",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Fields of a frame with the words they rest on, and the rules that filled them."""

    fields: Json
    evidence: tuple[Evidence, ...]
    grounds: tuple[Ground, ...] = ()


def state_frames(reading: Reading, recorded_at: str) -> tuple[StoredFrame, ...]:
    """Return the frames of `reading` with a statement for every field they fill, in the reading's order.

    A list gives one statement for each member; null and empty lists give none. A participant rests on its
    own evidence, every other field on that of its frame; each names the rule that filled it. `recorded_at` is
    UTC in ISO 8601.
    Raises IntegrityError where a frame or participant has no evidence.
    """
    return tuple(_state_all(reading, recorded_at))


def _state_all(reading: Reading, at: str) -> Iterator[StoredFrame]:
    for engagement in reading.engagements:
        yield make_frame("engagement", _take_apart(engagement), reading.report, at)
    for p in reading.positions:
        yield make_frame("position", [_tell(p, describe_position(p))], reading.report, at)
    for i in reading.initiatives:
        yield make_frame("initiative", [_tell(i, describe_initiative(i))], reading.report, at)
    for c in reading.commitments:
        yield make_frame("commitment", [_tell(c, describe_commitment(c))], reading.report, at)
    for t in reading.tenures:
        yield make_frame("tenure", [_tell(t, describe_tenure(t))], reading.report, at)
    for h in reading.chairmanships:
        yield make_frame("chairmanship", [_tell(h, describe_chairmanship(h))], reading.report, at)


def make_frame(kind: EntryKind, parts: Sequence[Part], report: Report, at: str) -> StoredFrame:
    """Return the frame whose fields are told in `parts`, the first of which has its id and rule."""
    first = parts[0].fields
    valid = find_valid(kind, first, report.published)
    statements = tuple(
        make_statement(
            kind=kind,
            field=field,
            value=value,
            report_id=report.id,
            frame_id=first["id"],
            rule=find_rule(part.grounds, field, value) or part.fields["rule"],
            evidence=part.evidence,
            recorded_at=at,
            valid=valid,
        )
        for part in parts
        for field, value in _list_values(part.fields)
    )
    return StoredFrame(
        id=first["id"],
        report_id=report.id,
        kind=kind,
        rule=first["rule"],
        home=derive_id(kind[:3], report.id, first["id"]),
        founded=at,
        start=min(e.span.start for s in statements for e in s.evidence),
        valid=valid,
        statements=statements,
        recorded_at=at,
    )


def find_valid(kind: EntryKind, fields: Json, published: str | None) -> str | None:
    """Return when what a frame of `kind` tells holds (EDTF): its own date, or the day of its report."""
    return fields.get(_VALID[kind]) if kind in _VALID else published


def _take_apart(engagement: Engagement) -> list[Part]:
    """Return the fields of the engagement itself, then each of its participants with words of their own."""
    frame = describe_engagement(engagement)
    people = frame.pop("participants")
    parts = [_tell(engagement, frame)]
    for participant, described in zip(engagement.participants, people, strict=True):
        rules = list_rules(participant.grounds) or engagement.rule
        parts.append(_tell(participant, {"rule": rules, "participants": [_drop_evidence(described)]}))
    return parts


def _tell(source: Frame | Participant, fields: Json) -> Part:
    return Part(fields, source.evidence, source.grounds)


def _list_values(frame: Json) -> Iterator[tuple[str, object]]:
    for field, value in frame.items():
        if field in _NOT_FIELDS or value is None:
            continue
        if field in MANY:
            yield from ((field, member) for member in value)
        else:
            yield field, value


def _drop_evidence(participant: Json) -> Json:
    return {key: value for key, value in participant.items() if key != "evidence"}
