"""The order in which entries, reports and problems come, the same from every store."""

from __future__ import annotations

from collections.abc import Iterable

from elshi.model.entry import Filing, Problem
from elshi.model.judgement import Doubt
from elshi.record.base import Told
from elshi.record.standing import Standing


def order_entries(found: Iterable[Standing], *, oldest_first: bool) -> list[Standing]:
    """Return entries by day, newest or oldest first, undated last; one day's by report and place in it."""
    by_place = sorted(found, key=lambda f: (f.report, f.start, f.entry_id))
    dated = sorted(
        (f for f in by_place if f.day),
        key=lambda f: f.day.toordinal() if f.day else 0,
        reverse=not oldest_first,
    )
    return dated + [f for f in by_place if not f.day]


def order_filings(filings: Iterable[Filing]) -> list[Filing]:
    """Return reports by their publication date as text, newest first, undated last, then by id."""
    by_id = sorted(filings, key=lambda f: f.report.id)
    return sorted(by_id, key=lambda f: f.report.published or "", reverse=True)


def order_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by source, line (none first) and cause."""
    return tuple(sorted(problems, key=lambda p: (p.source, p.line or 0, p.cause)))


def order_told(told: Iterable[Told]) -> list[Told]:
    """Return open frames in the order in which they were first recorded."""
    return sorted(told, key=lambda t: t.frame.order)


def order_doubts(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Return doubts with the highest score first, of equals by the frames' keys."""
    return sorted(doubts, key=lambda d: (-d.score, d.frame, d.other))
