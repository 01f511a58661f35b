"""From a capture to a report: the one way in."""

from __future__ import annotations

import datetime as dt
import re

from elshi.clean.dates import read_address_date
from elshi.clean.decode import decode
from elshi.clean.language import describe_language, tell_paragraph_language, tell_report_language
from elshi.clean.page import Page
from elshi.clean.plain import Marks, mark_text
from elshi.errors import Message, SourceError, UsageError
from elshi.model.ids import derive_id
from elshi.model.report import LANGUAGES, Capture, Language, Paragraph, PublishedBasis, Report
from elshi.model.span import Span

_EDTF_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def make_report(capture: Capture, published: str | None = None, language: Language | None = None) -> Report:
    """Return the report cleaned from `capture`.

    `published` ('2025-12-12', '2025-12' or '2025') is the caller's word on when it appeared and wins
    over everything the capture says; `language`, where given, over what the words themselves show. The id
    derives from the text and the publication date and not from the source, so one text from two places is
    one report, and a corrected date makes another.

    Raises UsageError where `published` is no date, SourceError where the capture cannot be read: bytes
    that are no text, no main text in the page, a language other than Kazakh, Russian and English.
    """
    given = None if published is None else _check_given(published)
    page = _read_page(capture)
    marks = mark_text(page.text, page.title)
    told = language or _tell_language(capture, page.text, marks)
    day, basis = (given, "metadata") if given else _choose_published(page, marks)
    return Report(
        id=derive_id("r", page.text, day or ""),
        source=describe_source(capture),
        text=page.text,
        language=told,
        title=page.title or (marks.headline.quote(page.text) if marks.headline else None),
        publisher=page.publisher,
        published=day,
        published_basis=basis,
        boilerplate=marks.boilerplate,
        paragraphs=tuple(
            Paragraph(span, language) if language else _make_paragraph(page.text, span, told)
            for span in marks.lines
        ),
        headline=marks.headline,
        datelines=marks.datelines,
    )


def describe_source(capture: Capture) -> str:
    """Return the path or URL shown to people, for a JSON-lines record with '#' and its id or line."""
    if capture.line is None:
        return capture.source
    return f"{capture.source}#{capture.id or capture.line}"


def read_published(value: str) -> str:
    """Return `value` as an EDTF day, month or year; a time of day behind the day is left out.

    Raises ValueError on anything else, also on a day that no calendar has.
    """
    day = re.split(r"[T ]", value.strip(), maxsplit=1)[0]
    if not _EDTF_DAY.fullmatch(day):
        message = f"{value!r} is no date"
        raise ValueError(message)
    dt.date.fromisoformat(day + "0000-01-01"[len(day) :])
    return day


def _check_given(published: str) -> str:
    try:
        return read_published(published)
    except ValueError:
        message = Message(
            "the publication date is %(published)r; give it as 2025-12-12, 2025-12 or 2025",
            published=published,
        )
        raise UsageError(message) from None


def _read_page(capture: Capture) -> Page:
    """Return text and metadata; what the source itself says of the capture wins over the page's own."""
    text = decode(capture)
    page = _extract_page(capture, text) if capture.media_type == "html" else Page(text)
    if not page.text.strip():
        raise SourceError(
            capture.source,
            Message("there is no text in it"),
            Message("give a report with text"),
            capture.line,
        )
    return Page(
        page.text,
        capture.title or page.title,
        capture.publisher or page.publisher,
        _read_capture_date(capture) or page.published,
        capture.url or page.url or _address(capture.source),
        page.byline,
    )


def _extract_page(capture: Capture, markup: str) -> Page:
    from elshi.clean.html import extract_page  # noqa: PLC0415 -- takes half a second, which plain text need not pay

    return extract_page(capture, markup)


def _read_capture_date(capture: Capture) -> str | None:
    if not capture.published:
        return None
    try:
        return read_published(capture.published)
    except ValueError:
        cause = Message("the field 'published' is %(published)r", published=capture.published)
        raise SourceError(capture.source, cause, Message("write it as 2025-12-12"), capture.line) from None


def _address(source: str) -> str | None:
    return source if source.startswith(("http://", "https://")) else None


def _choose_published(page: Page, marks: Marks) -> tuple[str | None, PublishedBasis]:
    """Return the best date and on what it rests: metadata, prefix, byline, address, dateline, or none."""
    found: list[tuple[str | None, PublishedBasis]] = [(page.published, "metadata")]
    found += [(day, basis) for day, basis in marks.dates if basis != "dateline"]
    found += [(page.byline, "byline"), (read_address_date(page.url), "url")]
    found += [(day, basis) for day, basis in marks.dates if basis == "dateline"]
    return next(((day, basis) for day, basis in found if day), (None, "none"))


def _tell_language(capture: Capture, text: str, marks: Marks) -> Language:
    """Return the language of what is read of the text. Raises SourceError where it is none of ours."""
    skipped = set(marks.boilerplate)
    lines = [span.quote(text) for span in marks.lines if span not in skipped]
    if not lines:
        cause, advice = (
            Message("there is nothing in it but menus, credits and the like"),
            Message("give a whole report"),
        )
        raise SourceError(capture.source, cause, advice, capture.line)
    code = tell_report_language(lines)
    if code is None:
        cause, advice = (
            Message("there are too few words to tell the language"),
            Message("give a whole report"),
        )
        raise SourceError(capture.source, cause, advice, capture.line)
    if code not in LANGUAGES:
        cause = Message("the text is in %(spoken)s", spoken=describe_language(code))
        raise SourceError(
            capture.source, cause, Message("Elshi reads Kazakh, Russian and English"), capture.line
        )
    return code


def _make_paragraph(text: str, span: Span, report: Language) -> Paragraph:
    return Paragraph(span, tell_paragraph_language(span.quote(text), report))
