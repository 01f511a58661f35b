"""One report: its stored text with the words that entries rest on marked, and the entries beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elshi.model.entry import Entry, Json
from elshi.model.report import Language, Report
from elshi.model.span import Span
from elshi.register import View
from elshi.web.asked import Asked
from elshi.web.copied import Copied
from elshi.web.marks import Piece, cut_text
from elshi.web.pages.find import find_account

CHOSEN = 0  # the number of the mark that the address asks for; those of entries begin with 1
_MARK = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the text in pieces; `plain` tells that nobody reads it: a menu, a photo credit."""

    language: Language
    plain: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its entries, numbered from 1, and its passages, whose marks have the same numbers.

    `chosen` is the stretch that the address asks to show, None where it asks for none; `also_in` is where
    the report was copied to.
    """

    report: Report
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]
    chosen: Span | None
    also_in: tuple[Copied, ...]


def show_report(view: View, asked: Asked) -> ReportPage:
    """Return the report that the address names. Raises Missing where there is none."""
    account = find_account(view, asked.ident)
    report, entries = account.report, account.entries
    chosen = _read_mark(asked.mark, len(report.text))
    marks = [(n, span) for n, entry in enumerate(entries, 1) for span in list_spans(entry, report.id)]
    if chosen:
        marks.append((CHOSEN, chosen))
    passages = tuple(
        Passage(language, plain, cut_text(report.text, span, marks))
        for span, language, plain in _list_paragraphs(report)
    )
    return ReportPage(report, entries, passages, chosen, asked.also_in.list((report.id,)))


def list_spans(entry: Entry, report_id: str) -> list[Span]:
    """Return the places in a report of all words that an entry rests on, in order, each once."""
    people: list[Json] = entry.fields.get("participants") or []
    quotes = [*entry.fields["evidence"], *(quote for person in people for quote in person["evidence"])]
    return sorted({Span(q["start"], q["end"]) for q in quotes if q["report"] == report_id})


def _list_paragraphs(report: Report) -> Iterator[tuple[Span, Language, bool]]:
    """Yield the lines of the text with their language, and whether they are passed over when it is read."""
    languages = {p.span.start: p.language for p in report.paragraphs}
    start = 0
    for line in report.text.splitlines(keepends=True):
        span = Span(start, start + len(line.rstrip("\r\n")))
        start += len(line)
        if report.text[span.start : span.stop].strip():
            language = next((languages[p] for p in languages if span.start <= p < span.stop), report.language)
            plain = any(other.covers(_strip(report.text, span)) for other in report.boilerplate)
            yield span, language, plain


def _strip(text: str, span: Span) -> Span:
    words = span.quote(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.stop - len(words) + len(words.rstrip()))


def _read_mark(text: str, length: int) -> Span | None:
    found = _MARK.fullmatch(text)
    if not found:
        return None
    start, stop = int(found[1]), int(found[2])
    return Span(start, stop) if start < stop <= length else None
