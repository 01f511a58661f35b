"""Frames that people make: an entry added by hand, a field corrected."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.model.entry import FIELDS, MANY, EntryKind, Json, Statement, StoredFrame, make_statement
from elshi.model.ids import derive_id
from elshi.model.judgement import Judgement
from elshi.model.span import Evidence, Span
from elshi.resolve.statements import find_valid

_NOWHERE = Evidence(Span(0, 0), "")  # no statement takes it


def make_addition(judgement: Judgement, published: str | None) -> StoredFrame:
    """Return the frame that `judgement` adds, whose quoted report was published then."""
    kind: EntryKind = judgement.field  # type: ignore[assignment] # checked when it was made
    evidence = (judgement.quote or _NOWHERE,)
    fields: Json = {
        name: judgement.value[name] for name in FIELDS[kind] if judgement.value.get(name) is not None
    }
    report, valid = judgement.quoted or "", find_valid(kind, fields, published)
    statements = tuple(_state(judgement, kind, report, fields, evidence, f"added by {judgement.by}", valid))
    return StoredFrame(
        id=judgement.id,
        report_id=report,
        kind=kind,
        rule=f"added by {judgement.by}",
        home=derive_id(kind[:3], report, judgement.id),
        founded=judgement.at,
        start=evidence[0].span.start,
        valid=valid,
        statements=statements,
        judgement=judgement.id,
        recorded_at=judgement.at,
    )


def make_correction(judgement: Judgement, told: StoredFrame) -> StoredFrame:
    """Return the frame that corrects a field of the entry in which `told` stands.

    Where the correction is that a field is not known there may be no quote; it rests on the words of `told`.
    """
    quoted = judgement.quoted if judgement.quote else told.report_id
    evidence = (judgement.quote,) if judgement.quote else told.statements[0].evidence
    fields = {judgement.field or "": judgement.value}
    rule = f"corrected by {judgement.by}"
    return StoredFrame(
        id=judgement.id,
        report_id=quoted or told.report_id,
        kind=told.kind,
        rule=rule,
        home=derive_id("cor", judgement.id),
        founded=judgement.at,
        start=evidence[0].span.start,
        valid=told.valid,
        statements=tuple(
            _state(judgement, told.kind, quoted or told.report_id, fields, evidence, rule, told.valid)
        ),
        judgement=judgement.id,
        corrects=True,
        recorded_at=judgement.at,
    )


def _state(  # noqa: PLR0913, PLR0917 - the parts of a statement
    judgement: Judgement,
    kind: EntryKind,
    report: str,
    fields: Json,
    evidence: tuple[Evidence, ...],
    rule: str,
    valid: str | None,
) -> Iterator[Statement]:
    for field, value in fields.items():
        for member in value if field in MANY and value is not None else [value]:
            yield make_statement(
                kind=kind,
                field=field,
                value=member,
                report_id=report,
                frame_id=judgement.id,
                rule=rule,
                evidence=evidence,
                recorded_at=judgement.at,
                valid=valid,
            )
