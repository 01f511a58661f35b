"""What the lines of a text are: headline, dateline, boilerplate. Marks them and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from elshi.clean.boilerplate import ANYWHERE, Boilerplate, Place, find_line, find_opening
from elshi.clean.datelines import find_dateline
from elshi.clean.dates import read_full_date
from elshi.model.report import Dateline, PublishedBasis
from elshi.model.span import Span

LONGEST_HEADLINE = 200  # characters
SHORT_HEADLINE = 120  # characters of one that ends in a full stop
HEAD_LINES = 6  # where a line that is only a date is a byline; further in it may head a section
TAIL_LINES = 4  # the same at the end, where ministries and agencies sign
SURE_TITLE = 20  # letters and figures from which a beginning in common is no accident
STEM = 4  # letters
LONGEST_CITY = 2  # words
REPEAT_LINES = 4  # how far below a headline the page may repeat it

_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?…]\s+[^\W\d_]")  # where one sentence ends and another begins
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
    lines = [
        _read_line(text, span, _find_places(number, len(spans)), first=number == 0)
        for number, span in enumerate(spans)
    ]
    read = [line.rest for line in lines if line.rest]
    headline = _find_headline(text, lines, title)
    marked = [line.span for line in lines if line.boilerplate]
    marked += [city for city in _find_signed_cities(text, lines) if city != headline]
    openings = [line.opening for line in lines if line.opening]
    boilerplate = tuple(sorted({*marked, *openings, *_find_repeats(text, read, headline)}))
    datelines = (line.dateline for line in lines if line.dateline)
    return Marks(
        lines=spans,
        boilerplate=boilerplate,
        datelines=tuple(d for d in datelines if not any(d.span.overlaps(span) for span in boilerplate)),
        headline=headline,
        dates=tuple(_find_dates(lines, text)),
    )


def _strip(text: str, span: Span) -> Span | None:
    words = span.quote(text)
    start = span.start + len(words) - len(words.lstrip())
    stop = span.start + len(words.rstrip())
    return Span(start, stop) if start < stop else None


def _find_places(number: int, total: int) -> frozenset[Place]:
    """Return where line `number` of `total` stands; a text of few lines is head and end at once."""
    close = number >= max(total - TAIL_LINES, 1)
    places: set[Place] = {"edge"} if close or number < HEAD_LINES else set()
    return ANYWHERE | places | ({"close"} if close else set())


def _read_line(text: str, span: Span, places: frozenset[Place], *, first: bool) -> Line:
    words = span.quote(text)
    if boilerplate := find_line(words, places):
        return Line(span, boilerplate)
    found = find_opening(words, first=first)
    opening = Span(span.start, span.start + len(found[0].rstrip())) if found else None
    rest = _strip(text, Span(opening.stop, span.stop)) if opening else span
    return Line(span, None, opening, rest, find_dateline(rest.quote(text), rest.start) if rest else None)


def _find_signed_cities(text: str, lines: Sequence[Line]) -> list[Span]:
    """Return the lines at the end that are only a name, directly above the day that signs the text."""
    pairs = list(pairwise(lines))[-TAIL_LINES:]
    signed = [above.rest for above, day in pairs if above.rest and day.boilerplate and day.boilerplate.date]
    return [span for span in signed if span != lines[0].span and _is_name(span.quote(text))]


def _is_name(words: str) -> bool:
    """Tell whether `words` are one or two with a capital and without any mark: 'Colombo', 'NEW YORK'."""
    parts = re.split("[ -]", words)
    return len(parts) <= LONGEST_CITY and all(part.isalpha() and part[0].isupper() for part in parts)


def _find_headline(text: str, lines: Sequence[Line], title: str | None) -> Span | None:
    """Return the line that says the title; without a title, the first line where it looks like one."""
    read = [line for line in lines if line.rest]
    for line in read[:REPEAT_LINES] if title else ():
        if line.rest and title and _say_same(line.rest.quote(text), title):
            return line.rest
    first, below = (line.rest for line in read[:2]) if len(read) > 1 else (None, None)
    if first and below and not read[0].dateline:
        return first if _looks_like_headline(first.quote(text), below.quote(text)) else None
    return None


def _looks_like_headline(words: str, below: str) -> bool:
    """Tell whether `words` head what stands below them.

    One sentence with its full stop is a headline where it is set in capitals and the body is not, or
    where it is short and a longer paragraph says most of it again; other first sentences are prose.
    """
    if len(words) > LONGEST_HEADLINE or words[-1] in ",;:" or words[0] in "-–—•*…":
        return False
    if words[-1] != "." or (words.isupper() and not below.isupper()):
        return True
    if len(words) > SHORT_HEADLINE or len(below) < len(words) or _SENTENCES.search(words):
        return False
    told, again = _list_stems(words), _list_stems(below)
    return len(told & again) > len(told) / 2


def _list_stems(words: str) -> frozenset[str]:
    """Return the beginnings of the words of four letters and more: what stays when they inflect."""
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", words.casefold()))


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
