"""A reading as the public JSON object of RECORD.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elshi.model.frame import (
    Chairmanship,
    Commitment,
    Engagement,
    Frame,
    Initiative,
    Participant,
    Position,
    Reading,
    Tenure,
)
from elshi.model.report import Report
from elshi.model.span import Evidence, Span

FORMAT = "1"
Json = dict[str, Any]


def to_record(reading: Reading) -> Json:
    """Return the JSON object of RECORD.md for `reading`."""
    return {
        "elshi": FORMAT,
        "report": describe_report(reading.report),
        "engagements": [describe_engagement(e) for e in reading.engagements],
        "positions": [describe_position(p) for p in reading.positions],
        "initiatives": [describe_initiative(i) for i in reading.initiatives],
        "commitments": [describe_commitment(c) for c in reading.commitments],
        "tenures": [describe_tenure(t) for t in reading.tenures],
        "chairmanships": [describe_chairmanship(c) for c in reading.chairmanships],
    }


def describe_report(report: Report) -> Json:
    """Return the `report` part: its text, where it came from, and when it was published."""
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "publisher": report.publisher,
        "language": report.language,
        "published": report.published,
        "published_basis": report.published_basis,
        "text": report.text,
        "boilerplate": [_span(s) for s in report.boilerplate],
    }


def describe_engagement(engagement: Engagement) -> Json:
    """Return one engagement as JSON."""
    place, event = engagement.place, engagement.event
    return {
        "id": engagement.id,
        "type": engagement.type,
        "status": engagement.status,
        "date": engagement.when.edtf,
        "date_basis": engagement.when.basis,
        "date_reason": engagement.when.reason,
        "place": {"city": place.city, "country": place.country} if place else None,
        "parties": list(engagement.parties),
        "participants": [describe_participant(p) for p in engagement.participants],
        "event": {"name": event.name, "surface": event.surface, "ordinal": event.ordinal} if event else None,
        "part_of": engagement.part_of,
        "topics": list(engagement.topics),
        "rule": engagement.rule,
        "confidence": engagement.confidence,
        "evidence": _quotes(engagement.evidence),
    }


def describe_participant(participant: Participant) -> Json:
    """Return one participant as JSON."""
    return {
        "surface": participant.surface,
        "name": participant.name,
        "native_name": participant.native_name,
        "office": participant.office,
        "office_text": participant.office_text,
        "represents": participant.represents,
        "side": participant.side,
        "evidence": _quotes(participant.evidence),
    }


def describe_position(position: Position) -> Json:
    """Return one position as JSON."""
    return {
        "id": position.id,
        "holder": position.holder,
        "represents": position.represents,
        "stance": position.stance,
        "target": position.target,
        "surface": position.surface,
        "date": position.when.edtf,
        "topics": list(position.topics),
        "rule": position.rule,
        "confidence": position.confidence,
        "evidence": _quotes(position.evidence),
    }


def describe_initiative(initiative: Initiative) -> Json:
    """Return one initiative as JSON."""
    return {
        "id": initiative.id,
        "name": initiative.name,
        "surface": initiative.surface,
        "proposer": initiative.proposer,
        "status": initiative.status,
        "rule": initiative.rule,
        "confidence": initiative.confidence,
        "evidence": _quotes(initiative.evidence),
    }


def describe_commitment(commitment: Commitment) -> Json:
    """Return one commitment as JSON."""
    return {
        "id": commitment.id,
        "by": list(commitment.by),
        "what": commitment.what,
        "surface": commitment.surface,
        "due": commitment.due.edtf,
        "due_reason": commitment.due.reason,
        "rule": commitment.rule,
        "confidence": commitment.confidence,
        "evidence": _quotes(commitment.evidence),
    }


def describe_tenure(tenure: Tenure) -> Json:
    """Return one tenure as JSON."""
    return {
        "id": tenure.id,
        "person": tenure.person,
        "surface": tenure.surface,
        "native_name": tenure.native_name,
        "office": tenure.office,
        "office_text": tenure.office_text,
        "body_text": tenure.body_text,
        "represents": tenure.represents,
        "posted_to": tenure.posted_to,
        "former": tenure.former,
        "rule": tenure.rule,
        "confidence": tenure.confidence,
        "evidence": _quotes(tenure.evidence),
    }


def describe_chairmanship(chairmanship: Chairmanship) -> Json:
    """Return one chairmanship as JSON."""
    return {
        "id": chairmanship.id,
        "body": chairmanship.body,
        "surface": chairmanship.surface,
        "holder": chairmanship.holder,
        "role": chairmanship.role,
        "period": chairmanship.period,
        "rule": chairmanship.rule,
        "confidence": chairmanship.confidence,
        "evidence": _quotes(chairmanship.evidence),
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.stop}


def _quotes(evidence: Iterable[Evidence]) -> list[Json]:
    return [_span(e.span) | {"quote": e.quote} for e in evidence]


def describe_frame(frame: Frame) -> Json:
    """Return one frame of any kind as JSON."""
    match frame:
        case Engagement():
            return describe_engagement(frame)
        case Position():
            return describe_position(frame)
        case Initiative():
            return describe_initiative(frame)
        case Commitment():
            return describe_commitment(frame)
        case Tenure():
            return describe_tenure(frame)
        case Chairmanship():
            return describe_chairmanship(frame)
