"""What a careful reader would find in an invented report: known, because the report was made to say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from benchmarks.invented.happenings import Happening, invent_happenings
from benchmarks.invented.people import Person, Post
from benchmarks.invented.wording import Wording, name_office, word_happening
from elshi.model.frame import Commitment, Engagement, Participant, Place, Position, Reading, Side, Tenure
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Language, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import When

_RULE = "invented"
_PUBLISHERS: dict[Language, str] = {
    "kk": "Invented Kazakh daily",
    "ru": "Invented Russian agency",
    "en": "Invented wire",
}
_SIDES: tuple[Side, Side] = "a", "b"
_LATE = 1  # days after which a happening is told for the second time


def make_readings(number: int, seed: int = 1) -> Iterator[Reading]:
    """Yield the readings of all reports of `number` happenings, as they would come in; see `make_reading`."""
    for happening in invent_happenings(number, seed):
        for place, language in enumerate(happening.languages):
            yield make_reading(happening, language, place * _LATE)


def make_reading(happening: Happening, language: Language, late: int = 0) -> Reading:
    """Return what the report of `happening` in `language` says, published `late` days after."""
    wording = word_happening(happening, language)
    report = _make_report(happening, language, wording, late)
    people = tuple(
        _make_participant(wording.text, post, person, language, side)
        for (post, person), side in zip(happening.sides, _SIDES, strict=True)
    )
    return Reading(
        report,
        Markup((), (), (), ()),
        engagements=(_make_engagement(happening, wording, report, people),),
        positions=tuple(_list_positions(happening, wording, report)),
        commitments=tuple(_list_commitments(happening, wording, report)),
        tenures=tuple(
            _make_tenure(report, post, who) for (post, _), who in zip(happening.sides, people, strict=True)
        ),
    )


def _make_report(happening: Happening, language: Language, wording: Wording, late: int) -> Report:
    source = f"https://example.org/{language}/{happening.number:06}"
    published = (happening.day + dt.timedelta(days=late)).isoformat()
    spans, start = [], 0
    for paragraph in wording.text.split("\n\n"):
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Report(
        derive_id("rep", source, wording.text), source, wording.text, language, title=wording.title,
        publisher=_PUBLISHERS[language], published=published, published_basis="metadata",
        paragraphs=tuple(Paragraph(span, language) for span in spans), headline=spans[0],
    )  # fmt: skip


def _quote(text: str, words: str) -> tuple[Evidence, ...]:
    """Return the last place of `words`: names stand in the title too."""
    start = text.rindex(words)
    return (Evidence.take(text, Span(start, start + len(words))),)


def _make_participant(text: str, post: Post, person: Person, language: Language, side: Side) -> Participant:
    native = person.names[language]
    return Participant(
        native, person.names["en"], native, post.office["office"], name_office(post, language),
        post.country["code"], side, _quote(text, native),
    )  # fmt: skip


def _make_engagement(
    happening: Happening, wording: Wording, report: Report, people: tuple[Participant, ...]
) -> Engagement:
    day, where = happening.day.isoformat(), happening.where
    return Engagement(
        derive_id("eng", report.id), happening.told["type"], "held", When(day, "stated", f"'{day}'"),
        Place(where["city"], where["code"]) if where else None,
        tuple(sorted(p.country["code"] for p, _ in happening.sides)), people, None, None,
        tuple(t["topic"] for t in happening.topics), _RULE, 0.9, _quote(report.text, wording.told),
    )  # fmt: skip


def _make_tenure(report: Report, post: Post, who: Participant) -> Tenure:
    return Tenure(
        derive_id("ten", report.id, who.name), who.name, who.surface, who.native_name, post.office["office"],
        who.office_text or "", None, post.country["code"], post.posted["code"] if post.posted else None,
        former=False, rule=_RULE, evidence=_quote(report.text, f"{who.office_text} {who.surface}"),
    )  # fmt: skip


def _list_positions(happening: Happening, wording: Wording, report: Report) -> Iterator[Position]:
    if happening.position and wording.position and wording.target:
        position, country = happening.position
        when = When(happening.day.isoformat(), "publication", "told that day")
        yield Position(
            derive_id("pos", report.id), country["code"], country["code"], position["stance"], wording.target,
            wording.target, (position["topic"],), _RULE, _quote(report.text, wording.position), when,
        )  # fmt: skip


def _list_commitments(happening: Happening, wording: Wording, report: Report) -> Iterator[Commitment]:
    if wording.pledge and wording.what:
        by = tuple(sorted(p.country["code"] for p, _ in happening.sides))
        due = When(str(happening.day.year), "stated", f"'{happening.day.year}'")
        evidence = _quote(report.text, wording.pledge)
        yield Commitment(derive_id("com", report.id), by, wording.what, wording.what, due, _RULE, evidence)
