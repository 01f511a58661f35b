"""Registers that briefs are written of: the examples, read once, and one made by hand."""

from __future__ import annotations

import functools
from pathlib import Path

from elshi.errors import SourceError
from elshi.model.frame import (
    Chairmanship,
    Commitment,
    Engagement,
    Participant,
    Place,
    Position,
    Reading,
    Tenure,
)
from elshi.model.ids import derive_id
from elshi.model.markup import Markup, OfficeCode
from elshi.model.report import Language, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import UNKNOWN, When
from elshi.reader import Reader
from elshi.register import Register
from elshi.settings import DEFAULT_LARGEST_BYTES
from elshi.sources.paths import open_paths

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOLDERS = ("kk", "ru", "en", "html", "jsonl")
RULE = "made by hand"


@functools.cache
def read_examples() -> Register:
    """Return a register of the examples."""
    register, reader = Register.in_memory(), Reader()
    for capture in open_paths([EXAMPLES / folder for folder in FOLDERS], DEFAULT_LARGEST_BYTES):
        if isinstance(capture, SourceError):
            raise capture
        register.add(reader.read(capture))
    return register


def take_person(  # noqa: PLR0913, PLR0917 - what a person is
    text: str,
    name: str,
    native: str,
    office: OfficeCode | None,
    country: str,
    side: str,
    surface: str | None = None,
) -> Participant:
    """Make a participant who stands in `text` as `surface` (else in the nominative)."""
    return Participant(
        surface or native,
        name,
        native,
        office,
        None,
        country,
        side,  # type: ignore[arg-type]  # one of the sides
        say(text, surface or native),
    )


def say(text: str, words: str) -> tuple[Evidence, ...]:
    """Quote `words`, which `text` has."""
    start = text.index(words)
    return (Evidence.take(text, Span(start, start + len(words))),)


def read_text(text: str, language: Language, published: str | None, outlet: str, **frames: object) -> Reading:
    """Make a reading of a report of one paragraph with these frames."""
    report = Report(
        id=derive_id("rep", outlet, text),
        source=f"https://{derive_id('h', outlet)}.example/1",
        text=text,
        language=language,
        publisher=outlet,
        published=published,
        published_basis="metadata" if published else "none",
        paragraphs=(Paragraph(Span(0, len(text)), language),),
    )
    return Reading(report, Markup((), (), (), ()), **frames)  # type: ignore[arg-type]  # tuples of frames by name


def make_meeting(  # noqa: PLR0913 - what a meeting is
    text: str,
    people: tuple[Participant, ...],
    when: str | None,
    *,
    number: int = 1,
    kind: str = "meeting",
    status: str = "held",
    place: Place | None = None,
    parties: tuple[str, ...] = ("KZ", "QA"),
    topics: tuple[str, ...] = (),
) -> Engagement:
    """Make an engagement that the whole of `text` tells."""
    dated = When(when, "stated", "stated") if when else UNKNOWN
    return Engagement(
        f"e-{number}",
        kind,  # type: ignore[arg-type]  # one of the types
        status,  # type: ignore[arg-type]  # one of the statuses
        dated,
        place,
        parties,
        people,
        None,
        None,
        topics,
        RULE,
        0.9,
        say(text, text),
    )


def make_register() -> Register:
    """Return a register of Kazakhstan and Qatar: a meeting that two outlets tell, a plan, promises."""
    russian = (
        "12 марта министр иностранных дел Казахстана Данияр Омаров встретился в Дохе с послом Катара "
        "Халидом Рашидом. Данияр Омаров поддержал создание водного фонда. Катар обещал до 1 мая открыть рейс."
    )
    english = (
        "Foreign Minister of Kazakhstan Daniyar Omarov met Ambassador of Qatar Khalid Rashid on 13 "
        "March in Doha. "
        "Qatar promised to build a port."
    )
    kazakh = "Катар елшісі Халид Рашид 20 наурызда Астанаға сапармен келеді."
    told = (
        take_person(russian, "Daniyar Omarov", "Данияр Омаров", "foreign_minister", "KZ", "a"),
        take_person(russian, "Khalid Rashid", "Халид Рашид", "ambassador", "QA", "b", "Халидом Рашидом"),
    )
    english_told = (
        take_person(english, "Daniyar Omarov", "Daniyar Omarov", "foreign_minister", "KZ", "a"),
        take_person(english, "Khalid Rashid", "Khalid Rashid", "ambassador", "QA", "b"),
    )
    doha = Place("Doha", "QA")
    tenure = Tenure(
        "t-1", "Khalid Rashid", "Халидом Рашидом", "Халид Рашид", "ambassador", "послом Катара",
        None, "QA", "KZ", former=False, rule=RULE, evidence=say(russian, "послом Катара Халидом Рашидом"),
    )  # fmt: skip
    support = Position(
        "p-1", "Daniyar Omarov", "KZ", "support", "создание водного фонда",
        "поддержал создание водного фонда", (), RULE,
        say(russian, "Данияр Омаров поддержал создание водного фонда."),
    )  # fmt: skip
    flight = Commitment(
        "c-1", ("QA",), "открыть рейс", "обещал до 1 мая открыть рейс",
        When("../2026-05-01", "stated", "'1 мая'"), RULE, say(russian, "Катар обещал до 1 мая открыть рейс."),
    )  # fmt: skip
    port = Commitment(
        "c-2", ("QA",), "to build a port", "promised to build a port", UNKNOWN, RULE,
        say(english, "Qatar promised to build a port."),
    )  # fmt: skip
    chair = Chairmanship(
        "h-1", "OIC", "chairs", "QA", "chair", "2027", RULE, say(english, "Qatar promised to build a port."),
    )  # fmt: skip
    guest = (take_person(kazakh, "Khalid Rashid", "Халид Рашид", "ambassador", "QA", "a"),)
    visit = make_meeting(
        kazakh, guest, "2026-03-20", kind="visit", status="planned", place=Place("Astana", "KZ")
    )
    register = Register.in_memory()
    register.add(
        read_text(
            russian,
            "ru",
            "2026-03-12",
            "Вестник степи",
            engagements=(make_meeting(russian, told, "2026-03-12", place=doha, topics=("transport",)),),
            tenures=(tenure,),
            positions=(support,),
            commitments=(flight,),
        )
    )
    register.add(
        read_text(
            english,
            "en",
            "2026-03-13",
            "The Steppe Courier",
            engagements=(make_meeting(english, english_told, "2026-03-13", place=doha),),
            commitments=(port,),
            chairmanships=(chair,),
        )
    )
    register.add(read_text(kazakh, "kk", None, "Сарыарқа хабары", engagements=(visit,)))
    return register
