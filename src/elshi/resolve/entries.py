"""From what one report says to statements about entries.

For now every frame founds an entry of its own. Telling that two frames speak of one thing will replace
`_name_entry`; nothing else here or in the register knows how an entry id comes about.
"""

from __future__ import annotations

from collections.abc import Iterator

from elshi.model.entry import MANY, EntryKind, Json, Statement, make_statement
from elshi.model.frame import Engagement, Frame, Participant, Reading
from elshi.model.ground import find_rule, list_rules
from elshi.model.ids import derive_id
from elshi.model.record import (
    describe_chairmanship,
    describe_commitment,
    describe_engagement,
    describe_initiative,
    describe_position,
    describe_tenure,
)

# Who made the frame and on which words is said by each of its statements, so these are no fields.
_NOT_FIELDS = frozenset({"id", "rule", "evidence"})


def state_frames(reading: Reading, recorded_at: str) -> tuple[Statement, ...]:
    """Return a statement for every field that the frames of `reading` fill, in the frames' order.

    A list gives one statement for each member; null and empty lists give none. A participant rests on its
    own evidence, every other field on that of its frame; each names the rule that filled it. `recorded_at`
    is UTC in ISO 8601.
    Raises IntegrityError where a frame or participant has no evidence.
    """
    return tuple(_state_all(reading, recorded_at))


def _state_all(reading: Reading, at: str) -> Iterator[Statement]:
    report = reading.report.id
    for engagement in reading.engagements:
        yield from _state_engagement(engagement, report, at)
    for p in reading.positions:
        yield from _state("position", describe_position(p), p, report, at)
    for i in reading.initiatives:
        yield from _state("initiative", describe_initiative(i), i, report, at)
    for c in reading.commitments:
        yield from _state("commitment", describe_commitment(c), c, report, at)
    for t in reading.tenures:
        yield from _state("tenure", describe_tenure(t), t, report, at)
    for h in reading.chairmanships:
        yield from _state("chairmanship", describe_chairmanship(h), h, report, at)


def _state_engagement(engagement: Engagement, report: str, at: str) -> Iterator[Statement]:
    frame = describe_engagement(engagement)
    if engagement.part_of is not None:
        frame["part_of"] = _name_entry("engagement", report, engagement.part_of)
    people = frame.pop("participants")
    yield from _state("engagement", frame, engagement, report, at)
    for participant, described in zip(engagement.participants, people, strict=True):
        rules = list_rules(participant.grounds) or engagement.rule
        own = {"id": engagement.id, "rule": rules, "participants": [_drop_evidence(described)]}
        yield from _state("engagement", own, participant, report, at)


def _state(
    kind: EntryKind, frame: Json, source: Frame | Participant, report: str, at: str
) -> Iterator[Statement]:
    for field, value in _list_values(frame):
        yield make_statement(
            entry_id=_name_entry(kind, report, frame["id"]),
            kind=kind,
            field=field,
            value=value,
            report_id=report,
            frame_id=frame["id"],
            rule=find_rule(source.grounds, field, value) or frame["rule"],
            evidence=source.evidence,
            recorded_at=at,
        )


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


def _name_entry(kind: EntryKind, report: str, frame: str) -> str:
    return derive_id(kind[:3], report, frame)
