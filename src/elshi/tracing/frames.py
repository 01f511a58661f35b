"""What the stages that make frames found: each frame with its fields and the rules that filled them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elshi.frames.trace_acts import trace_acts
from elshi.frames.trace_said import trace_said
from elshi.model.entry import MANY
from elshi.model.frame import Engagement, Frame, Participant, Reading
from elshi.model.ground import find_rule, list_rules
from elshi.model.record import Json, describe_frame
from elshi.model.trace import Dropped, Finding, drop_words
from elshi.tracing.markup import Result

_NOT_SHOWN = frozenset({"id", "rule", "evidence", "participants", "date_basis", "date_reason", "due_reason"})
_REASONS = {"date": "date_reason", "due": "due_reason"}
Field = tuple[str, str, str]  # name, value in words, rule


def trace_frames(reading: Reading) -> dict[str, Result]:
    """Return by name the result of each stage that makes frames: what matched, was found, was dropped."""
    acts, refused = trace_acts(reading.report, reading.markup)
    stances, said = trace_said(reading, "stances", reading.positions)
    named, unnamed = trace_said(reading, "initiatives", reading.initiatives)
    promised, open_words = trace_said(reading, "commitments", reading.commitments)
    chaired, presiding = trace_said(reading, "chairmanships", reading.chairmanships)
    return {
        "engagements": (acts, _show_all(reading.engagements), refused),
        "tenures": ((), _show_all(reading.tenures), tuple(_drop_tenures(reading))),
        "positions": (stances, _show_all(reading.positions), said),
        "initiatives": (named, _show_all(reading.initiatives), unnamed),
        "commitments": (promised, _show_all(reading.commitments), open_words),
        "chairmanships": (chaired, _show_all(reading.chairmanships), presiding),
    }


def _show_all(frames: Iterable[Frame]) -> tuple[Finding, ...]:
    return tuple(_show(frame) for frame in frames)


def _show(frame: Frame) -> Finding:
    """Return the frame as a finding: its first quote, its kind and rule, its fields with theirs."""
    first, kind = frame.evidence[0], type(frame).__name__.lower()
    return Finding(first.span, first.quote, kind, frame.rule, tuple(_list_fields(frame)))


def _list_fields(frame: Frame) -> Iterator[Field]:
    described = describe_frame(frame)
    for name, value in described.items():
        if name in _NOT_SHOWN or (value is None and name not in _REASONS):
            continue
        for member in value if name in MANY else [value]:
            yield name, _word(member), _tell_rule(frame, described, name, member)
    if isinstance(frame, Engagement):
        yield from (_show_participant(participant) for participant in frame.participants)


def _tell_rule(frame: Frame, described: Json, name: str, member: object) -> str:
    """Return the rule of a field, for a date with the reason in words; '' where it is the frame's own."""
    rule = find_rule(frame.grounds, name, member) or ""
    reason = described.get(_REASONS.get(name, ""))
    return f"{rule}: {reason}" if reason else rule


def _show_participant(person: Participant) -> Field:
    known = (person.name, person.office, person.represents, f"side {person.side}")
    return "participant", ", ".join(part for part in known if part), list_rules(person.grounds)


def _word(value: object) -> str:
    """Return a value in words: of a place or an event what is known of it."""
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part is not None)
    return "not known" if value is None else str(value)


def _drop_tenures(reading: Reading) -> Iterator[Dropped]:
    for person in reading.markup.people:
        if not person.titles:
            yield drop_words(reading.report, person.surface, "tenure", "the report states no office")
