"""What the tests of dates share: a report made of one text, and the dates read in it."""

from __future__ import annotations

from elshi.mentions.dates import Anchor, find_anchor, find_dates
from elshi.model.markup import DateMention, Sentence
from elshi.model.report import Dateline, Language, Paragraph, Report
from elshi.model.span import Span
from elshi.text.segment import split_sentences

THURSDAY = "2026-03-12"


def make_report(
    text: str, language: Language, published: str | None = THURSDAY, dateline: str | None = None
) -> Report:
    """Return a report of one paragraph; `dateline` is the day as written at the head of `text`."""
    lines = (Dateline(Span(0, text.index(dateline) + len(dateline)), None, dateline),) if dateline else ()
    return Report(
        id="report-test",
        source="test",
        text=text,
        language=language,
        published=published,
        published_basis="metadata" if published else "none",
        paragraphs=(Paragraph(Span(0, len(text)), language),),
        datelines=lines,
    )


def split_report(report: Report) -> tuple[Sentence, ...]:
    """Return the sentences of `report` without its datelines."""
    return split_sentences(report.text, report.paragraphs, tuple(line.span for line in report.datelines))


def read_anchor(report: Report) -> Anchor:
    """Return the anchor of `report`."""
    return find_anchor(report, split_report(report))


def read_dates(report: Report) -> tuple[DateMention, ...]:
    """Return the dates of `report`, resolved against its own anchor."""
    return find_dates(report, split_report(report), read_anchor(report))


def tell_dates(text: str, language: Language, published: str | None = THURSDAY) -> list[str]:
    """Return each date of `text` as 'EDTF', with its kind behind it where that is not 'at'."""
    dates = read_dates(make_report(text, language, published))
    return [f"{d.when.edtf}" + ("" if d.kind == "at" else f" {d.kind}") for d in dates]
