"""Where the reports are from, which they are, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from elshi.exports.tables import write_row
from elshi.model.entry import Problem
from elshi.model.report import Report
from elshi.register import View
from elshi.register.census import Filed
from elshi.web.asked import Asked
from elshi.web.choosing import Count
from elshi.web.copied import AlsoIn, Copied
from elshi.web.filters import Filters


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher, site or folder: how many reports in each language, the days of the first and the last."""

    name: str
    reports: int
    languages: tuple[Count, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Every outlet, those with most reports first, what could not be read, and how watched sources fare."""

    outlets: tuple[Outlet, ...]
    total: int
    problems: tuple[Problem, ...]
    watched: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a list says of a report; `also_in` is where it was copied to."""

    id: str
    title: str | None
    source: str
    publisher: str | None
    language: str
    published: str | None
    entries: int
    also_in: tuple[Copied, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """One page of the reports that are asked for, the newest first."""

    filters: Filters
    total: int
    reports: tuple[Brief, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-self.total // self.filters.size))


def list_sources(view: View, asked: Asked) -> Sources:
    """Return where reports are from, what could not be read, and how watched sources fare."""
    filed: dict[str, list[Filed]] = {}
    for one in view.census().filed:
        filed.setdefault(one.outlet, []).append(one)
    outlets = [_make_outlet(name, found) for name, found in filed.items()]
    outlets.sort(key=lambda outlet: (-outlet.reports, outlet.name))
    return Sources(tuple(outlets), len(view.census().filed), view.problems(), asked.beside)


def _make_outlet(name: str, filed: list[Filed]) -> Outlet:
    languages = Counter(one.language for one in filed)
    days = [one.published for one in filed if one.published]
    counts = tuple(Count(language, n) for language, n in languages.most_common())
    return Outlet(name, len(filed), counts, min(days, default=None), max(days, default=None))


def list_reports(view: View, asked: Asked) -> Reports:
    """Return the reports that are from an outlet, in a language, of a time, as the filters say."""
    filters = asked.filters
    filed = [one for one in view.census().filed if _is_chosen(one, filters)]
    first = (filters.page - 1) * filters.size
    reports = view.list_reports([one.id for one in filed[first : first + filters.size]])
    return Reports(filters, len(filed), tuple(_describe(view, asked.also_in, r) for r in reports))


def _is_chosen(filed: Filed, filters: Filters) -> bool:
    day = filed.published or ""
    return (
        filters.outlet in {"", filed.outlet}
        and filters.told_in in {"", filed.language}
        and (not filters.since or day >= filters.since)
        and (not filters.until or "" < day[: len(filters.until)] <= filters.until)
    )


def _describe(view: View, also_in: AlsoIn, report: Report) -> Brief:
    return describe_briefly(report, len(view.list_entries_of(report.id)), also_in.list((report.id,)))


def describe_briefly(report: Report, entries: int, also_in: tuple[Copied, ...] = ()) -> Brief:
    """Return what a list says of a report on which so many entries rest."""
    r = report
    return Brief(r.id, r.title, r.source, r.publisher, r.language, r.published, entries, also_in)


def write_sources(view: View, asked: Asked) -> Iterator[str]:
    """Yield the outlets as CSV."""
    yield write_row(("outlet", "reports", "languages", "first", "last"))
    for outlet in list_sources(view, asked).outlets:
        languages = [f"{count.value}: {count.number}" for count in outlet.languages]
        yield write_row((outlet.name, outlet.reports, languages, outlet.first, outlet.last))
