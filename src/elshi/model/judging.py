"""A judgement as JSON, and back."""

from __future__ import annotations

from typing import Any, get_args

from elshi.model.entry import Json
from elshi.model.judgement import Anchor, Judgement, Subject, Verdict
from elshi.model.span import Evidence, Span


def describe_judgement(judgement: Judgement) -> Json:
    """Return `judgement` as one JSON object; `about` has the words by which its frames are found again."""
    j = judgement
    return {
        "verdict": j.verdict,
        "subject": j.subject,
        "about": [_describe_anchor(anchor) for anchor in j.anchors],
        "field": j.field,
        "value": j.value,
        "report": j.quoted,
        "evidence": (
            {"start": j.quote.span.start, "end": j.quote.span.stop, "quote": j.quote.quote}
            if j.quote
            else None
        ),
        "by": j.by,
        "note": j.note,
        "at": j.at,
        "withdrawn_at": j.withdrawn_at,
        "withdrawn_by": j.withdrawn_by,
        "withdrawn_note": j.withdrawn_note,
    }


def parse_judgement(parts: Json) -> Judgement:
    """Return the judgement that `describe_judgement` described; its id stands beside it.

    Raises KeyError, TypeError or ValueError where `parts` is not such a description.
    """
    evidence = parts["evidence"]
    return Judgement(
        id=parts["id"],
        verdict=_one_of(parts["verdict"], get_args(Verdict)),
        subject=_one_of(parts["subject"], get_args(Subject)),
        anchors=tuple(_parse_anchor(anchor) for anchor in parts["about"]),
        by=parts["by"],
        at=parts["at"],
        note=parts["note"],
        field=parts["field"],
        value=parts["value"],
        quoted=parts["report"],
        quote=Evidence(Span(evidence["start"], evidence["end"]), evidence["quote"]) if evidence else None,
        withdrawn_at=parts["withdrawn_at"],
        withdrawn_by=parts["withdrawn_by"],
        withdrawn_note=parts["withdrawn_note"],
    )


def _describe_anchor(anchor: Anchor) -> Json:
    return {
        "side": anchor.side,
        "report": anchor.report_id,
        "kind": anchor.kind,
        "spans": [[span.start, span.stop] for span in anchor.spans],
        "words": anchor.words,
    }


def _parse_anchor(parts: Json) -> Anchor:
    spans = tuple(Span(int(start), int(stop)) for start, stop in parts["spans"])
    return Anchor(int(parts["side"]), parts["report"], parts["kind"], spans, parts["words"])


def _one_of(value: object, known: tuple[str, ...]) -> Any:  # noqa: ANN401 - a Literal of the caller's
    if value not in known:
        message = f"{value!r} is none of {', '.join(known)}"
        raise ValueError(message)
    return value
