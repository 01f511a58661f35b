"""What the lines of a text are: headline, dateline, boilerplate. Marks them and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elshi.clean.boilerplate import find_line, find_opening
from elshi.clean.datelines import find_dateline
from elshi.clean.dates import read_full_date, write_pattern
from elshi.model.report import Dateline, PublishedBasis
from elshi.model.span import Span

LONGEST_HEADLINE = 200  # characters
HEAD_LINES, TAIL_LINES = (
    6,
    4,
)  # where a line that is only a date is a byline; further in it may head a section
REPEAT_LINES = 4  # how far below a headline the page may repeat it

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Marks:
    """What was recognised. `dates` are ISO days with their basis, the most trustworthy first."""

    lines: tuple[Span, ...]
    boilerplate: tuple[Span, ...]
    datelines: tuple[Dateline, ...]
    headline: Span | None
    dates: tuple[tuple[str, PublishedBasis], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `span` without the blanks around it, `opening` the boilerplate it begins with, if any."""

    span: Span
    opening: Span | None
    boilerplate: str | None
    dateline: Dateline | None

    @property
    def rest(self) -> Span:
        """Return the part of the line that is read, opening taken off."""
        return self.span if self.opening is None else Span(self.opening.stop, self.span.stop)


def find_lines(text: str) -> tuple[Span, ...]:
    """Return the non-blank lines of `text`, each without the blanks around it."""
    return tuple(span for m in _LINE.finditer(text) if (span := _strip(text, Span(*m.span()))))


def mark_text(text: str, title: str | None = None) -> Marks:
    """Return what the lines of `text` are; `title` is the one its metadata give, if any."""
    spans = find_lines(text)
    edge = {*range(HEAD_LINES), *range(len(spans) - TAIL_LINES, len(spans))}
    lines = [_read_line(text, span, edge=number in edge) for number, span in enumerate(spans)]
    read = [line for line in lines if not line.boilerplate and line.rest.start < line.rest.stop]
    headline = _find_headline(text, read, title)
    repeats = _find_repeats(text, read, headline)
    marked = [line.span for line in lines if line.boilerplate]
    openings = [line.opening for line in lines if line.opening]
    return Marks(
        spans,
        tuple(sorted({*marked, *openings, *repeats})),
        tuple(line.dateline for line in read if line.dateline),
        headline,
        tuple(_find_dates(text, lines)),
    )


def _strip(text: str, span: Span) -> Span | None:
    words = span.quote(text)
    start = span.start + len(words) - len(words.lstrip())
    stop = span.start + len(words.rstrip())
    return Span(start, stop) if start < stop else None


def _read_line(text: str, span: Span, *, edge: bool) -> Line:
    words = span.quote(text)
    boilerplate = find_line(words)
    if boilerplate == "byline-date" and not edge:
        boilerplate = None
    if boilerplate:
        return Line(span, None, boilerplate, None)
    opening = find_opening(words)
    if opening is None:
        return Line(span, None, None, find_dateline(words, span.start))
    stop = span.start + opening.end()
    rest = _strip(text, Span(stop, span.stop)) or Span(span.stop, span.stop)
    front = Span(span.start, span.start + len(opening[0].rstrip()))
    if rest.start == rest.stop:
        return Line(span, None, "opening", None)
    return Line(span, front, None, find_dateline(rest.quote(text), rest.start))


def _find_headline(text: str, read: Sequence[Line], title: str | None) -> Span | None:
    """Return the line that says the title; without a title, the first line where it looks like one."""
    if title:
        for line in read[:REPEAT_LINES]:
            if _same(_rest(text, line), title):
                return _strip(text, line.rest)
    if len(read) > 1 and _looks_like_headline(_rest(text, read[0])) and not read[0].dateline:
        return _strip(text, read[0].rest)
    return None


def _looks_like_headline(words: str) -> bool:
    return (
        len(words) <= LONGEST_HEADLINE
        and words[-1] not in ".,;:"
        and words[0] not in "-–—•*"
        and words[0] != "…"
    )


def _find_repeats(text: str, read: Sequence[Line], headline: Span | None) -> Iterable[Span]:
    """Return the lines soon below the headline that only say it again."""
    if headline is None:
        return ()
    words = headline.quote(text)
    near = [line for line in read[: REPEAT_LINES + 1] if line.rest.start > headline.start]
    return [line.span for line in near if _fold(_rest(text, line)) == _fold(words)]


def _rest(text: str, line: Line) -> str:
    return line.rest.quote(text).strip()


def _same(line: str, title: str) -> bool:
    """Tell whether a line says the title; sites put their own name behind it."""
    short, long = sorted((_fold(line), _fold(title)), key=len)
    return short == long or (len(short) >= SURE_TITLE and long.startswith(short))


SURE_TITLE = 20  # letters and figures from which a beginning in common is no accident


def _fold(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def _find_dates(text: str, lines: Sequence[Line]) -> Iterable[tuple[str, PublishedBasis]]:
    """Yield the days that openings, bylines and datelines give, in that order."""
    for line in lines:
        if line.opening and (day := read_full_date(line.opening.quote(text))):
            yield day, "prefix"
    for line in lines:
        if line.boilerplate and (day := _read_byline(line.span.quote(text))):
            yield day, "prefix" if line.boilerplate == "opening" else "byline"
    for line in lines:
        if line.dateline and line.dateline.date and (day := read_full_date(line.dateline.date)):
            yield day, "dateline"


def _read_byline(words: str) -> str | None:
    found = re.search(rf"(?<!\d){write_pattern(year=True)}", words, re.IGNORECASE)
    return read_full_date(found[0]) if found else None
