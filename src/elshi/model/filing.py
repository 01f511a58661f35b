"""A report with everything known about it as JSON, and back: nothing is lost on the way."""

from __future__ import annotations

from typing import Any, get_args

from elshi.model.entry import Filing, Json
from elshi.model.record import describe_report
from elshi.model.report import LANGUAGES, Dateline, Paragraph, PublishedBasis, Report
from elshi.model.span import Span


def describe_filing(filing: Filing) -> Json:
    """Return the report as in RECORD.md with its layout beside it and when it was recorded."""
    return (
        describe_report(filing.report) | describe_layout(filing.report) | {"recorded_at": filing.recorded_at}
    )


def describe_layout(report: Report) -> Json:
    """Return what the stages found in the text: boilerplate, paragraphs, headline, datelines."""
    return {
        "boilerplate": [_span(s) for s in report.boilerplate],
        "paragraphs": [_span(p.span) | {"language": p.language} for p in report.paragraphs],
        "headline": _span(report.headline) if report.headline else None,
        "datelines": [_span(d.span) | {"city": d.city, "date": d.date} for d in report.datelines],
    }


def parse_filing(parts: Json) -> Filing:
    """Return the filing that `describe_filing` described.

    Raises KeyError, TypeError or ValueError where `parts` is not such a description.
    """
    report = Report(
        id=_text(parts["id"]),
        source=_text(parts["source"]),
        text=_text(parts["text"]),
        language=_one_of(parts["language"], LANGUAGES),
        title=parts["title"],
        publisher=parts["publisher"],
        published=parts["published"],
        published_basis=_one_of(parts["published_basis"], get_args(PublishedBasis)),
        boilerplate=tuple(_read_span(s) for s in parts["boilerplate"]),
        paragraphs=tuple(
            Paragraph(_read_span(p), _one_of(p["language"], LANGUAGES)) for p in parts["paragraphs"]
        ),
        headline=_read_span(parts["headline"]) if parts["headline"] else None,
        datelines=tuple(Dateline(_read_span(d), d["city"], d["date"]) for d in parts["datelines"]),
    )
    return Filing(report, _text(parts["recorded_at"]))


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.stop}


def _read_span(parts: Json) -> Span:
    return Span(int(parts["start"]), int(parts["end"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"expected text, found {value!r}"
        raise TypeError(message)
    return value


def _one_of(value: object, known: tuple[str, ...]) -> Any:  # noqa: ANN401 - a Literal of the caller's
    if value not in known:
        message = f"{value!r} is none of {', '.join(known)}"
        raise ValueError(message)
    return value
