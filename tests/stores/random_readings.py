"""Random readings for properties that always hold: any text, any frames, every quote exact."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from elshi.model.entry import KINDS
from elshi.model.frame import (
    Chairmanship,
    ChairRole,
    Commitment,
    Engagement,
    Event,
    Initiative,
    InitiativeStatus,
    Participant,
    Place,
    Position,
    Reading,
    Side,
    Stance,
    Tenure,
)
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.query import Query
from elshi.model.report import LANGUAGES, Dateline, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import When

T = TypeVar("T")
Quotes = st.SearchStrategy[tuple[Evidence, ...]]

WORDS = [
    "кездесу",
    "провёл",
    "провел",
    "Тоқаев",
    "Tokayev",
    "Élysée",
    "ЮНЕСКО",
    "fund",
    "2026",
    "Ж.",
    "-",
    "I",
]
NAMES = ["Самир Халиль", "Samir Khalil", "Дәурен Әбілов", "Yerlan Saparov", "Ерлан Сапаров", "Ли", ""]
PARTIES = ["KZ", "JO", "EU", "UNESCO", "UN", "Central Asia + Japan"]
TOPICS = ["trade", "water"]
TYPES = ["meeting", "call"]
STATUSES = ["held", "planned"]
OFFICES = ["minister", "ambassador"]
DAYS = [
    dt.date(2026, 1, 1),
    dt.date(2026, 3, 12),
    dt.date(2026, 5, 4),
    dt.date(2026, 6, 1),
    dt.date(2027, 1, 1),
]
FILTERS: dict[str, list[Any]] = {
    "kind": list(KINDS),
    "words": [*WORDS, "tok*", "кез* fund", "2026 провел", "!"],
    "who": ["Самир", "samir khalil", "Халиль Самир", "Сапаров", "абил", "ли", "?"],
    "office": [*OFFICES, "head_of_state", "кездесу", "tok"],
    "country": ["KZ", "jo", "EU"],
    "body": ["UN", "unesco", "Central Asia + Japan"],
    "type": TYPES,
    "status": STATUSES,
    "topic": TOPICS,
    "language": list(LANGUAGES),
    "since": DAYS,
    "until": DAYS,
    "on": DAYS,
    "due_before": DAYS,
    "min_confidence": [0.2, 0.5, 0.95],
}
DATES = [
    "2026-05-04", "2026-05", "2026", "2026-03-12~", "2026-03-09/2026-03-19", "../2026-03-19", "2026-03-09/..",
    "../..", "someday",
]  # fmt: skip

_plain = st.sampled_from(WORDS)
_any = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_name = st.sampled_from(NAMES) | _any
_party = st.sampled_from(PARTIES)
_parties = st.lists(_party, max_size=3).map(lambda codes: tuple(sorted(set(codes))))
_topics = st.lists(st.sampled_from(TOPICS), max_size=2, unique=True).map(tuple)
_edtf = st.none() | st.sampled_from(DATES)
_when = st.builds(When, _edtf, st.sampled_from(["stated", "none"]), _any)
_maybe_any = st.none() | _plain | _any
_office = st.sampled_from(OFFICES)
_texts = st.lists(_plain | _any, min_size=1, max_size=12).map(" ".join)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading whose frames quote its text."""
    report = draw(_texts.flatmap(_reports))
    evidence = _quotes(report.text)
    return Reading(
        report=report,
        markup=Markup((), (), (), ()),
        engagements=draw(_some(_engagements(evidence))),
        positions=draw(_some(_positions(evidence))),
        initiatives=draw(_some(_initiatives(evidence))),
        commitments=draw(_some(_commitments(evidence))),
        tenures=draw(_some(_tenures(evidence))),
        chairmanships=draw(_some(_chairmanships(evidence))),
    )


def different_readings() -> st.SearchStrategy[list[Reading]]:
    """Draw one to four readings of reports with different ids."""
    return st.lists(readings(), min_size=1, max_size=4, unique_by=lambda reading: reading.report.id)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Draw a query with at most two filters, so that it has a chance to find something in `readings`."""
    names = draw(st.lists(st.sampled_from(list(FILTERS)), max_size=2, unique=True))
    asked: dict[str, Any] = {name: draw(st.sampled_from(FILTERS[name])) for name in names}
    if asked.keys() >= {"since", "until"}:
        asked["since"], asked["until"] = sorted((asked["since"], asked["until"]))
    limit, offset = draw(st.none() | st.integers(0, 5)), draw(st.integers(0, 2))
    return Query(**asked, limit=limit, offset=offset, oldest_first=draw(st.booleans()))


def list_single_filters() -> list[Query]:
    """Return a query for every value of every filter."""
    return [Query(**{name: value}) for name, values in FILTERS.items() for value in values]


def _some(frames: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(frames, max_size=2, unique_by=lambda frame: frame.id).map(tuple)  # type: ignore[attr-defined]


def _ids(prefix: str) -> st.SearchStrategy[str]:
    return st.integers(0, 9).map(lambda number: f"{prefix}-{number}")


def _spans(text: str) -> st.SearchStrategy[Span]:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return places.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(min(pair), max(pair)))


def _quotes(text: str) -> st.SearchStrategy[tuple[Evidence, ...]]:
    return st.lists(_spans(text).map(lambda span: Evidence.take(text, span)), min_size=1, max_size=3).map(
        tuple
    )


def _reports(text: str) -> st.SearchStrategy[Report]:
    spans = _spans(text)
    return st.builds(
        lambda source, **parts: Report(id=derive_id("rep", source, text), source=source, text=text, **parts),
        source=_any,
        language=st.sampled_from(LANGUAGES),
        title=_maybe_any,
        publisher=_maybe_any,
        published=_edtf,
        boilerplate=st.lists(spans, max_size=2).map(tuple),
        paragraphs=st.lists(st.builds(Paragraph, spans, st.sampled_from(LANGUAGES)), max_size=2).map(tuple),
        headline=st.none() | spans,
        datelines=st.lists(st.builds(Dateline, spans, _maybe_any, _maybe_any), max_size=1).map(tuple),
    )


def _participants(evidence: Quotes) -> st.SearchStrategy[Participant]:
    office, side = st.none() | _office, st.sampled_from(get_args(Side))
    return st.builds(Participant, _name, _name, _name, office, _maybe_any, st.none() | _party, side, evidence)


def _engagements(evidence: Quotes) -> st.SearchStrategy[Engagement]:
    return st.builds(
        Engagement,
        id=_ids("eng"),
        type=st.sampled_from(TYPES),
        status=st.sampled_from(STATUSES),
        when=_when,
        place=st.none() | st.builds(Place, _maybe_any, st.none() | st.sampled_from(["KZ", "JO"])),
        parties=_parties,
        participants=st.lists(_participants(evidence), max_size=2).map(tuple),
        event=st.none() | st.builds(Event, _any, _any, st.none() | st.integers(1, 99)),
        part_of=st.none() | _ids("eng"),
        topics=_topics,
        rule=_any,
        confidence=st.floats(0, 1),
        evidence=evidence,
    )


def _positions(evidence: Quotes) -> st.SearchStrategy[Position]:
    stance = st.sampled_from(get_args(Stance))
    holder = _name | _party
    return st.builds(
        Position, _ids("pos"), holder, st.none() | _party, stance, _any, _any, _topics, _any, evidence, _when
    )


def _initiatives(evidence: Quotes) -> st.SearchStrategy[Initiative]:
    status = st.sampled_from(get_args(InitiativeStatus))
    return st.builds(Initiative, _ids("ini"), _any, _any, st.none() | _party, status, _any, evidence)


def _commitments(evidence: Quotes) -> st.SearchStrategy[Commitment]:
    return st.builds(Commitment, _ids("com"), _parties, _any, _any, _when, _any, evidence)


def _tenures(evidence: Quotes) -> st.SearchStrategy[Tenure]:
    served, posted = st.none() | _party, st.none() | _party
    return st.builds(
        Tenure,
        _ids("ten"), _name, _name, _name, _office, _any, _maybe_any, served, posted, st.booleans(), _any,
        evidence,
    )  # fmt: skip


def _chairmanships(evidence: Quotes) -> st.SearchStrategy[Chairmanship]:
    role = st.sampled_from(get_args(ChairRole))
    return st.builds(Chairmanship, _ids("cha"), _party, _any, st.none() | _party, role, _edtf, _any, evidence)
