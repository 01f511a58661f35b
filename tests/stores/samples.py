"""Three readings made by hand, one a language, others from words, and a register to put them in."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres_server import empty_register

from elshi.model.frame import (
    Chairmanship,
    Commitment,
    Engagement,
    Event,
    Initiative,
    Participant,
    Place,
    Position,
    Reading,
    Tenure,
)
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Language, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import UNKNOWN, When
from elshi.reader import read
from elshi.register import Register

STORES = [
    "memory",
    "sqlite",
    pytest.param("postgres", marks=pytest.mark.xdist_group("postgres")),  # one server serves them all
]
on_every_store = pytest.mark.parametrize("kind", STORES)

RUSSIAN = (
    "Астана. 4 мая. Министр транспорта Иордании Самир Халиль провёл встречу с послом Казахстана Ерланом "
    "Сапаровым. "
    "Стороны обсудили грузовые перевозки. Первый рейс обещано открыть до конца 2026 года."
)
KAZAKH = (
    "Қазақстанның Сыртқы істер министрі Дәурен Әбілов пен Иордания елшісі кездесті. "
    "Тараптар көлік саласын талқылады."
)
ENGLISH = (
    "Kazakhstan's Ambassador to UNESCO Yerlan Saparov said his country supports a water fund. "
    "Kazakhstan chairs the fund's council in 2026. The Aral Water Initiative was put forward."
)
RULE = "made by hand"


@contextlib.contextmanager
def open_empty(kind: str) -> Iterator[Register]:
    """Open an empty register of a kind; the one in a file goes with its folder."""
    if kind == "memory":
        yield Register.in_memory()
        return
    if kind == "postgres":
        with empty_register() as address, Register.open(address) as register:
            yield register
        return
    with tempfile.TemporaryDirectory() as folder, Register.open(Path(folder) / "elshi.db") as register:
        yield register


def say(text: str, words: str) -> tuple[Evidence, ...]:
    """Quote `words`, which `text` has."""
    start = text.index(words)
    return (Evidence.take(text, Span(start, start + len(words))),)


def make_report(text: str, language: Language, published: str | None, source: str) -> Report:
    """Make a report of one paragraph."""
    return Report(
        id=derive_id("rep", source, text),
        source=source,
        text=text,
        language=language,
        title=None,
        publisher="Елші хабары",
        published=published,
        published_basis="metadata" if published else "none",
        paragraphs=(Paragraph(Span(0, len(text)), language),),
    )


def make_reading(report: Report, **frames: object) -> Reading:
    """Make a reading of `report` with these frames, and with no markup."""
    return Reading(report, Markup((), (), (), ()), **frames)  # type: ignore[arg-type]  # tuples of frames by name


def read_russian() -> Reading:
    """Make the reading of a meeting of 4 May 2026 with a promise due in 2026 and an ambassador's tenure."""
    text = RUSSIAN
    minister = Participant(
        "Самир Халиль", "Samir Khalil", "Самир Халиль", "minister", "Министр транспорта", "JO", "a",
        say(text, "Министр транспорта Иордании Самир Халиль"),
    )  # fmt: skip
    ambassador = Participant(
        "Ерланом Сапаровым", "Yerlan Saparov", "Ерлан Сапаров", "ambassador", "послом", "KZ", "b",
        say(text, "послом Казахстана Ерланом Сапаровым"),
    )  # fmt: skip
    meeting = Engagement(
        "eng-ru", "meeting", "held", When("2026-05-04", "dateline", "dateline '4 мая'"),
        Place("Astana", "KZ"), ("JO", "KZ"), (minister, ambassador), None, None, ("transport",), RULE, 0.9,
        say(text, RUSSIAN[RUSSIAN.index("Министр") : RUSSIAN.index(" Стороны")]),
    )  # fmt: skip
    promise = Commitment(
        "com-ru", ("JO", "KZ"), "open the first flight", "Первый рейс обещано открыть",
        When("2026", "stated", "'до конца 2026 года'"), RULE,
        say(text, "Первый рейс обещано открыть до конца 2026 года"),
    )  # fmt: skip
    tenure = Tenure(
        "ten-ru", "Yerlan Saparov", "Ерланом Сапаровым", "Ерлан Сапаров", "ambassador", "послом Казахстана",
        None, "KZ", "JO", former=False, rule=RULE, evidence=say(text, "послом Казахстана Ерланом Сапаровым"),
    )  # fmt: skip
    report = make_report(text, "ru", "2026-05-05", "novosti/may.txt")
    return make_reading(report, engagements=(meeting,), commitments=(promise,), tenures=(tenure,))


def read_kazakh() -> Reading:
    """Make the reading of an undated meeting of the foreign minister, in an undated report."""
    text = KAZAKH
    minister = Participant(
        "Дәурен Әбілов", "Dauren Abilov", "Дәурен Әбілов", "foreign_minister", "Сыртқы істер министрі", "KZ",
        "a", say(text, "Сыртқы істер министрі Дәурен Әбілов"),
    )  # fmt: skip
    meeting = Engagement(
        "eng-kk", "meeting", "held", UNKNOWN, None, ("JO", "KZ"), (minister,), None, None, ("transport",),
        RULE, 0.8, (*say(text, "Иордания елшісі кездесті"), *say(text, "көлік саласын талқылады")),
    )  # fmt: skip
    return make_reading(make_report(text, "kk", None, "жаңалық.txt"), engagements=(meeting,))


def read_english() -> Reading:
    """Make the reading of a conference in March 2026, with a position, an initiative and a chair."""
    text = ENGLISH
    forum = Engagement(
        "eng-en", "conference", "planned", When("2026-03-09/2026-03-19", "stated", "'9-19 March'"),
        None, ("KZ", "UNESCO"), (), Event("Water Forum", "water fund", 6), "eng-umbrella", ("water",), RULE,
        1.0, say(text, "supports a water fund"),
    )  # fmt: skip
    position = Position(
        "pos-en", "Yerlan Saparov", "KZ", "support", "a water fund", "supports a water fund", ("water",),
        RULE, say(text, "Yerlan Saparov said his country supports a water fund"),
    )  # fmt: skip
    initiative = Initiative(
        "ini-en", "Aral Water Initiative", "The Aral Water Initiative", "KZ", "proposed", RULE,
        say(text, "The Aral Water Initiative was put forward"),
    )  # fmt: skip
    chair = Chairmanship(
        "cha-en", "Water Fund Council", "the fund's council", "KZ", "chair", "2026", RULE,
        say(text, "Kazakhstan chairs the fund's council in 2026"),
    )  # fmt: skip
    former = Tenure(
        "ten-en", "Yerlan Saparov", "Yerlan Saparov", "Yerlan Saparov", "permanent_representative",
        "Ambassador to UNESCO", "UNESCO", "KZ", "UNESCO", former=True, rule=RULE,
        evidence=say(text, "Ambassador to UNESCO Yerlan Saparov"),
    )  # fmt: skip
    return make_reading(
        make_report(text, "en", "2026-03-01", "https://example.org/water"),
        engagements=(forum,),
        positions=(position,),
        initiatives=(initiative,),
        tenures=(former,),
        chairmanships=(chair,),
    )


def read_all() -> tuple[Reading, ...]:
    """Make the three readings."""
    return read_russian(), read_kazakh(), read_english()


@functools.cache
def tell(report: tuple[str, str]) -> Reading:
    """Read a report of this text, published on this day; its source is its own beginning."""
    reading = read(*report)
    return dataclasses.replace(reading, report=dataclasses.replace(reading.report, source=report[0][:20]))
