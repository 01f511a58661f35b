"""The day a report was written, on what that rests, and the years it speaks from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elshi.mentions.dates.arithmetic import make_day, pick_nearest, write_month
from elshi.mentions.dates.clues import Clue, find_clues, find_stated_days, read_passages
from elshi.mentions.dates.expressions import Expression, read_expressions
from elshi.mentions.dates.grammar import load_grammar
from elshi.model.markup import Sentence
from elshi.model.report import LANGUAGES, PublishedBasis, Report
from elshi.model.span import Span
from elshi.model.when import DateBasis, When, read_bounds

# A dateline is at most this many days before the day of publication, or one after it where the
# clocks of the two places differ; else it is another year's.
_LONGEST_DELAY = 62
_LONGEST_LEAD = 1


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates count from.

    `day` is the day the report speaks from (dateline before publication), `published` the day of
    publication, `dateline` the dateline's own day; `year` and `month` what is known where no day
    is; `stated` the latest day the report states in full. Each None where unknown, and `basis`
    and `reason` tell why `day`, or else `year`, is believed or missing.
    """

    basis: DateBasis
    reason: str
    published: dt.date | None = None
    dateline: dt.date | None = None
    year: int | None = None
    month: int | None = None
    stated: dt.date | None = None
    stated_words: str | None = None

    @property
    def today(self) -> dt.date | None:
        """The day the report speaks from: the dateline's, else the day of publication."""
        return self.dateline or self.published

    def day(self) -> When:
        """Return the day that the report calls today, with basis and reason."""
        return When(self.today.isoformat() if self.today else None, self._basis(), self.reason)

    def approximate(self) -> When:
        """Return about when something told without a date happened: the report's day with '~'.

        Where that is unknown, the latest day the report states in full, unless a clue gives another
        year; else month and year, or the year, of the clue.
        """
        if self.today:
            return When(f"{self.today.isoformat()}~", self.basis, self.reason)
        if self.stated and self.year in {None, self.stated.year}:
            reason = (
                f"about '{self.stated_words}', the latest day the report states; its own day is not known"
            )
            return When(f"{self.stated.isoformat()}~", "inferred", reason)
        if self.year is None:
            return When(None, "none", self.reason)
        edtf = write_month(self.year, self.month) if self.month else f"{self.year}"
        return When(edtf, self.basis, self.reason)

    def _basis(self) -> DateBasis:
        return self.basis if self.today else "none"


def find_anchor(report: Report, sentences: Sequence[Sentence]) -> Anchor:
    """Return what the dates of `report` count from, by publication, dateline, or clues to the year."""
    passages = read_passages(report, sentences)
    stated = find_stated_days(passages)
    latest = max(stated, default=None)
    known = _read_anchor(report, find_clues(passages), [day for day, _ in stated])
    if not latest or _read_dateline(report):
        return known
    return replace(known, stated=latest[0], stated_words=latest[1])


def settle_publication(report: Report, anchor: Anchor) -> Report:
    """Return `report` with the day of publication filled in where only the anchor knows it."""
    if report.published or not anchor.today:
        return report
    basis: PublishedBasis = "dateline" if anchor.basis == "dateline" else "inferred"
    return replace(report, published=anchor.today.isoformat(), published_basis=basis)


def _read_anchor(report: Report, clues: Sequence[Clue], stated: Sequence[dt.date]) -> Anchor:
    published = _read_published(report)
    line = _read_dateline(report)
    if published:
        return _from_publication(published, line, report)
    if line:
        return _from_dateline(line, clues, stated)
    if clues:
        clue = max(clues, key=lambda clue: clue.year)
        return Anchor("inferred", f"year {clue.year} from {clue.reason}", year=clue.year, month=clue.month)
    return Anchor("none", "neither the day of publication nor a dateline with a day is known")


def _read_published(report: Report) -> dt.date | None:
    if not report.published:
        return None
    try:
        first, last = read_bounds(report.published)
    except ValueError:
        return None
    return first if first == last else None


def _read_dateline(report: Report) -> Expression | None:
    """Return the first dateline's day as written, read in the report's language before the others."""
    languages = (report.language, *(other for other in LANGUAGES if other != report.language))
    for line in report.datelines:
        for language in languages if line.date else ():
            written = line.date or ""
            found = read_expressions(written, Span(0, len(written)), load_grammar(language))
            if found and found[0].means == "day":
                return found[0]
    return None


def _from_publication(published: dt.date, line: Expression | None, report: Report) -> Anchor:
    basis: DateBasis = "inferred" if report.published_basis == "inferred" else "publication"
    reason = f"published {published.isoformat()} ({report.published_basis})"
    dateline = _day_near(line, published) if line else None
    if not line or not dateline or not -_LONGEST_LEAD <= (published - dateline).days <= _LONGEST_DELAY:
        return Anchor(basis, reason, published=published, year=published.year)
    return Anchor(
        "dateline",
        f"dateline '{line.text}'; {reason}",
        published=published,
        dateline=dateline,
        year=dateline.year,
    )


def _from_dateline(line: Expression, clues: Sequence[Clue], stated: Sequence[dt.date]) -> Anchor:
    month, day, year = line.number("month") or 0, line.number("day") or 0, line.number("year")
    if year:
        return _dateline_anchor(make_day(year, month, day), year, "dateline", f"dateline '{line.text}'")
    found = _year_of_dateline(line, clues, stated)
    if not found:
        return Anchor("none", f"dateline '{line.text}' without a year, and nothing in the report gives it")
    year, reason = found
    return _dateline_anchor(make_day(year, month, day), year, "inferred", f"dateline '{line.text}'; {reason}")


def _dateline_anchor(day: dt.date | None, year: int, basis: DateBasis, reason: str) -> Anchor:
    return Anchor(basis, reason, dateline=day, year=year)


def _year_of_dateline(
    line: Expression, clues: Sequence[Clue], stated: Sequence[dt.date]
) -> tuple[int, str] | None:
    month, day = line.number("month") or 0, line.number("day") or 0
    if clues:
        clue = max(clues, key=lambda clue: clue.year_in(month))
        return clue.year_in(month), f"year {clue.year_in(month)} from {clue.reason}"
    near = [other for other in stated if _is_near(other, month, day)]
    if near:
        found = _nearest_year(month, day, max(near))
        return (found, f"year {found} from {max(near).isoformat()}, stated in the report") if found else None
    weekday = line.number("weekday")
    years = {other.year + shift for other in stated for shift in (-1, 0, 1)}
    fitting = [y for y in years if (d := make_day(y, month, day)) and d.weekday() == weekday]
    return (fitting[0], f"year {fitting[0]}, when that was the weekday stated") if len(fitting) == 1 else None


def _is_near(stated: dt.date, month: int, day: int) -> bool:
    year = _nearest_year(month, day, stated)
    written = make_day(year, month, day) if year else None
    return written is not None and abs((written - stated).days) <= _LONGEST_DELAY


def _nearest_year(month: int, day: int, to: dt.date) -> int | None:
    days = _days_around(month, day, to.year)
    return pick_nearest(days, to, None, 0).year if days else None


def _day_near(line: Expression, published: dt.date) -> dt.date | None:
    month, day, year = line.number("month") or 0, line.number("day") or 0, line.number("year")
    if year:
        return make_day(year, month, day)
    days = _days_around(month, day, published.year)
    return pick_nearest(days, published, None, 0) if days else None


def _days_around(month: int, day: int, year: int) -> list[dt.date]:
    days: Iterable[dt.date | None] = (make_day(year + shift, month, day) for shift in (-1, 0, 1))
    return [found for found in days if found]
