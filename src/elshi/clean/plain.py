"""What the lines of a text are: headline, dateline, boilerplate. Marks them and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elshi.clean.boilerplate import Boilerplate, find_line, find_opening
from elshi.clean.datelines import find_dateline
from elshi.clean.dates import read_full_date
from elshi.model.report import Dateline, PublishedBasis
from elshi.model.span import Span

LONGEST_HEADLINE = 200  # characters
HEAD_LINES = 6  # where a line that is only a date is a byline; further in it may head a section
TAIL_LINES = 4  # the same at the end, where ministries sign
SURE_TITLE = 20  # letters and figures from which a beginning in common is no accident
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
    """One line: either `boilerplate`, or an `opening` that is boilerplate and a `rest` that is read.

    Spans are without the blanks around them; `rest` is None where nothing is left to read.
    """

    span: Span
    boilerplate: Boilerplate | None = None
    opening: Span | None = None
    rest: Span | None = None
    dateline: Dateline | None = None


def find_lines(text: str) -> tuple[Span, ...]:
    """Return the non-blank lines of `text`, each without the blanks around it."""
    return tuple(span for m in _LINE.finditer(text) if (span := _strip(text, Span(*m.span()))))


def mark_text(text: str, title: str | None = None) -> Marks:
    """Return what the lines of `text` are; `title` is the one its metadata give, if any."""
    spans = find_lines(text)
    edge = {*range(HEAD_LINES), *range(len(spans) - TAIL_LINES, len(spans))}
    lines = [_read_line(text, span, edge=number in edge) for number, span in enumerate(spans)]
    read = [line.rest for line in lines if line.rest]
    headline = _find_headline(text, lines, title)
    marked = [line.span for line in lines if line.boilerplate]
    openings = [line.opening for line in lines if line.opening]
    return Marks(
        lines=spans,
        boilerplate=tuple(sorted({*marked, *openings, *_find_repeats(text, read, headline)})),
        datelines=tuple(line.dateline for line in lines if line.dateline),
        headline=headline,
        dates=tuple(_find_dates(lines, text)),
    )


def _strip(text: str, span: Span) -> Span | None:
    words = span.quote(text)
    start = span.start + len(words) - len(words.lstrip())
    stop = span.start + len(words.rstrip())
    return Span(start, stop) if start < stop else None


def _read_line(text: str, span: Span, *, edge: bool) -> Line:
    words = span.quote(text)
    boilerplate = find_line(words)
    if boilerplate and (edge or boilerplate.id != "byline-date"):
        return Line(span, boilerplate)
    found = find_opening(words)
    opening = Span(span.start, span.start + len(found[0].rstrip())) if found else None
    rest = _strip(text, Span(opening.stop, span.stop)) if opening else span
    return Line(span, None, opening, rest, find_dateline(rest.quote(text), rest.start) if rest else None)


def _find_headline(text: str, lines: Sequence[Line], title: str | None) -> Span | None:
    """Return the line that says the title; without a title, the first line where it looks like one."""
    read = [line for line in lines if line.rest]
    for line in read[:REPEAT_LINES] if title else ():
        if line.rest and title and _say_same(line.rest.quote(text), title):
            return line.rest
    first = read[0] if len(read) > 1 else None
    if first and first.rest and not first.dateline and _looks_like_headline(first.rest.quote(text)):
        return first.rest
    return None


def _looks_like_headline(words: str) -> bool:
    return len(words) <= LONGEST_HEADLINE and words[-1] not in ".,;:" and words[0] not in "-–—•*…"


def _find_repeats(text: str, read: Sequence[Span], headline: Span | None) -> Iterable[Span]:
    """Return the lines soon below the headline that only say it again."""
    if headline is None:
        return ()
    near = (rest for rest in read[: REPEAT_LINES + 1] if rest.start > headline.start)
    return [rest for rest in near if _fold(rest.quote(text)) == _fold(headline.quote(text))]


def _say_same(line: str, title: str) -> bool:
    """Tell whether a line says the title; sites put their own name behind it."""
    short, long = sorted((_fold(line), _fold(title)), key=len)
    return short == long or (len(short) >= SURE_TITLE and long.startswith(short))


def _fold(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def _find_dates(lines: Sequence[Line], text: str) -> Iterable[tuple[str, PublishedBasis]]:
    """Yield the days that openings, bylines and datelines give, in that order."""
    openings = (line.opening.quote(text) for line in lines if line.opening)
    bylines = (line.boilerplate.date for line in lines if line.boilerplate)
    datelines = (line.dateline.date for line in lines if line.dateline)
    yield from ((day, "prefix") for words in openings if (day := read_full_date(words)))
    yield from ((day, "byline") for words in bylines if words and (day := read_full_date(words)))
    yield from ((day, "dateline") for words in datelines if words and (day := read_full_date(words)))
