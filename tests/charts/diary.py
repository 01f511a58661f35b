"""A small register written by hand: who met whom, where and when, and what was said and promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import get_args

from elshi.charts import Ask, Chart, make_chart
from elshi.locales import open_tongue
from elshi.model.frame import (
    Commitment,
    Engagement,
    Frame,
    Participant,
    Place,
    Position,
    Reading,
    Status,
    Tenure,
)
from elshi.model.ids import derive_id
from elshi.model.markup import Markup, OfficeCode
from elshi.model.query import Query
from elshi.model.report import Language, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import UNKNOWN, When
from elshi.register import Register

TODAY = dt.date(2026, 8, 1)
RULE = "made by hand"
Person = tuple[str, str | None, str]  # name, office, country


def date(edtf: str | None) -> When:
    """Make a stated date, or none."""
    return When(edtf, "stated", "as written") if edtf else UNKNOWN


def quote(text: str) -> tuple[Evidence, ...]:
    """Quote all of `text`."""
    return (Evidence.take(text, Span(0, len(text))),)


def tell_meeting(
    edtf: str | None,
    people: Iterable[Person],
    city: str | None = "Astana",
    status: str = "held",
    topics: tuple[str, ...] = ("transport",),
) -> Reading:
    """Make the report of a meeting of `people`, whose parties are their countries."""
    known = tuple(people)
    text = f"{edtf}: {'; '.join(' '.join(map(str, person)) for person in known)} {city} {status}."
    participants = tuple(
        Participant(
            name, name, name, _read_office(office), None, country, "a" if place == 0 else "b", quote(text)
        )
        for place, (name, office, country) in enumerate(known)
    )
    parties = tuple(sorted({country for _, _, country in known}))
    meeting = Engagement(
        "eng", "meeting", _read_status(status), date(edtf), Place(city, "KZ") if city else None, parties,
        participants, None, None, topics, RULE, 1.0, quote(text),
    )  # fmt: skip
    tenures = tuple(
        _make_tenure(f"ten{place}", person, text) for place, person in enumerate(known) if person[1]
    )
    return _make_reading(text, meeting, *tenures, published=edtf)


def tell_promise(due: str | None, what: str = "open a line") -> Reading:
    """Make the report of a commitment due then."""
    text = f"They promised to {what} by {due}."
    return _make_reading(text, Commitment("com", ("JO", "KZ"), what, text, date(due), RULE, quote(text)))


def tell_position(edtf: str, topic: str) -> Reading:
    """Make the report of a position on a topic."""
    text = f"{edtf}: Kazakhstan supports it, speaking of {topic}."
    position = Position("pos", "KZ", "KZ", "support", "it", text, (topic,), RULE, quote(text), date(edtf))
    return _make_reading(text, position)


def draw(
    name: str,
    readings: Iterable[Reading],
    language: Language = "en",
    query: Query | None = None,
    today: dt.date = TODAY,
) -> Chart:
    """Return the picture of a register of `readings`."""
    with Register.in_memory() as register:
        for reading in readings:
            register.add(reading)
        return make_chart(name, Ask(register, query or Query(), open_tongue(language), today))


def _read_office(code: str | None) -> OfficeCode | None:
    return next((office for office in get_args(OfficeCode) if office == code), None)


def _read_status(code: str) -> Status:
    return next(status for status in get_args(Status) if status == code)


def _make_tenure(ident: str, person: Person, text: str) -> Tenure:
    name, office, country = person
    code = _read_office(office) or "other"
    return Tenure(
        ident, name, name, name, code, str(office), None, country, None, former=False, rule=RULE,
        evidence=quote(text),
    )  # fmt: skip


def _make_reading(text: str, *frames: Frame, published: str | None = None) -> Reading:
    day = published if published and len(published) == len("2026-03-12") else "2026-03-01"
    report = Report(
        id=derive_id("rep", text),
        source="diary",
        text=text,
        language="en",
        title=None,
        publisher=None,
        published=day,
        published_basis="metadata",
        paragraphs=(Paragraph(Span(0, len(text)), "en"),),
    )
    return Reading(
        report,
        Markup((), (), (), ()),
        engagements=tuple(f for f in frames if isinstance(f, Engagement)),
        positions=tuple(f for f in frames if isinstance(f, Position)),
        commitments=tuple(f for f in frames if isinstance(f, Commitment)),
        tenures=tuple(f for f in frames if isinstance(f, Tenure)),
    )
