"""Tenures: who holds which office, as the report states it."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.frames.said_grounds import ground_tenure
from elshi.model.frame import Tenure
from elshi.model.ids import derive_id
from elshi.model.markup import Markup, Person, Title
from elshi.model.report import Report
from elshi.model.span import Evidence


def find_tenures(report: Report, markup: Markup) -> tuple[Tenure, ...]:
    """Return one tenure for each person whose office is stated: the first office stated.

    A person named without an office has none; nothing is concluded from what the world knows.
    """
    return tuple(tenure for person in markup.people for tenure in _state(report, person))


def _state(report: Report, person: Person) -> Iterator[Tenure]:
    for title in person.titles[:1]:
        yield _make(report, person, title)


def _make(report: Report, person: Person, title: Title) -> Tenure:
    name = min(person.mentions, key=lambda span: abs(span.start - title.span.stop))
    return Tenure(
        id=derive_id("t", report.id, person.native_name, title.office, title.represents),
        person=person.name,
        surface=person.surface.quote(report.text),
        native_name=person.native_name,
        office=title.office,
        office_text=title.text,
        body_text=title.body_text,
        represents=title.represents or person.country,
        posted_to=title.posted_to,
        former=title.former,
        rule="tenure.title",
        evidence=(Evidence.take(report.text, name.join(title.span)),),
        grounds=tuple(ground_tenure(person, title)),
    )
