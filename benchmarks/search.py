"""How fast a large register answers: `python -m benchmarks.search [--engagements N] [--register FILE]`.

Makes a register of N engagements (100,000 unless said otherwise), each told by a report of its own in one of
the three languages, with people, countries, places, topics and days drawn by a seeded generator; then asks it
and prints the median and the 95th percentile of each kind of question, in milliseconds. With `--register` a
file that an earlier run made is asked again. The first question of each kind is not counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from elshi.model.frame import Engagement, Participant, Place, Reading
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.query import Query
from elshi.model.report import Language, Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import When
from elshi.register import Register

ASKED = 100  # questions of each kind
GIVEN = ("Асан", "Болат", "Гүлнар", "Дәурен", "Ермек", "Жанар", "Кәрім", "Марат", "Нұрлан", "Самат")
STEMS = ("Алтын", "Бек", "Дос", "Есен", "Жақсы", "Қасым", "Мырза", "Нұр", "Сейіт", "Темір", "Үсен", "Шайқы")
ENDS = ("баев", "беков", "ханов", "мұратов", "жанов", "құлов", "әлиев", "тегін")
COUNTRIES = ("JO", "UZ", "TR", "DE", "JP", "EG", "FR", "IN", "BR", "KE", "NO", "VN")
CITIES = ("Amman", "Tashkent", "Ankara", "Berlin", "Tokyo", "Cairo", "Paris", "Delhi", "Brasilia", "Nairobi")
TOPICS = {
    "transport": ("көлік саласын", "вопросы транспорта", "freight transport"),
    "energy": ("энергетика мәселелерін", "поставки энергии", "energy supplies"),
    "trade": ("сауда байланыстарын", "торговые связи", "trade relations"),
    "education": ("білім беру жобаларын", "проекты в образовании", "education projects"),
    "water": ("су ресурстарын", "водные ресурсы", "water resources"),
}
TOLD = {
    "kk": "{day} күні {city} қаласында елші {one} министр {other}мен кездесіп, {topic} талқылады.",
    "ru": "{day} в городе {city} посол {one} встретился с министром {other}. Стороны обсудили {topic}.",
    "en": "On {day} in {city} Ambassador {one} met Minister {other}. The sides discussed {topic}.",
}
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question, and how one is asked for a seeded random generator."""

    name: str
    ask: Callable[[Register, random.Random], object]


def make_readings(number: int) -> Iterator[Reading]:
    """Yield so many readings of one engagement each, the same in every run."""
    chance = random.Random(number)  # noqa: S311 - no secret
    return (_make_reading(place, chance) for place in range(number))


def _make_reading(place: int, chance: random.Random) -> Reading:
    language, topic = chance.choice(LANGUAGES), chance.choice(list(TOPICS))
    day = (dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4200))).isoformat()
    city, country = chance.choice(CITIES), chance.choice(COUNTRIES)
    one, other = _make_name(chance), _make_name(chance)
    phrase = TOPICS[topic][LANGUAGES.index(language)]
    text = TOLD[language].format(day=day, city=city, one=one, other=other, topic=phrase)
    people = (
        _make_participant(text, one, "ambassador", "KZ", "a"),
        _make_participant(text, other, "minister", country, "b"),
    )
    evidence = (Evidence.take(text, Span(0, len(text))),)
    meeting = Engagement(
        f"e{place}", "meeting", "held", When(day, "stated", f"'{day}'"), Place(city, country),
        tuple(sorted(("KZ", country))), people, None, None, (topic,), "made by a generator", 1.0, evidence,
    )  # fmt: skip
    source = f"generated/{place}.txt"
    report = Report(
        id=derive_id("rep", source, text), source=source, text=text, language=language, title=None,
        publisher=None, published=day, published_basis="metadata",
        paragraphs=(Paragraph(Span(0, len(text)), language),),
    )  # fmt: skip
    return Reading(report, Markup((), (), (), ()), engagements=(meeting,))


def _make_name(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(STEMS)}{chance.choice(ENDS)}"


def _make_participant(text: str, name: str, office: str, country: str, side: str) -> Participant:
    start = text.index(name)
    quote = (Evidence.take(text, Span(start, start + len(name))),)
    return Participant(name, name, name, office, office, country, side, quote)  # type: ignore[arg-type] # codes of ours


def _choose_word(chance: random.Random) -> str:
    return chance.choice([*TOPICS, "кездесіп", "посол", "сауда", "транспорт", "discussed", *CITIES])


def _show_any(register: Register, chance: random.Random) -> object:
    day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4000))
    (entry, *_) = register.find(Query(since=day, limit=1, oldest_first=True))
    return register.show(entry.id)


KINDS = (
    Kind("find: country and topic", lambda r, c: list(
        r.find(Query(country=c.choice(COUNTRIES), topic=c.choice(list(TOPICS)), limit=50)))),
    Kind("find: person", lambda r, c: list(r.find(Query(who=_make_name(c), limit=50)))),
    Kind("find and show one", _show_any),
    Kind("search: a name", lambda r, c: r.search(_make_name(c))),
    Kind("search: a common word", lambda r, c: r.search(_choose_word(c))),
    Kind("search: words and fields", lambda r, c: r.search(
        f"{_choose_word(c)} {c.choice(CITIES)} country:{c.choice(COUNTRIES)}")),
    Kind("search: a phrase", lambda r, c: r.search(f'"{c.choice([p for t in TOPICS.values() for p in t])}"')),
    Kind("search: a slip", lambda r, c: r.search(f"транспрот {c.choice(CITIES)}")),
)  # fmt: skip


def fill_register(path: Path, number: int, console: Console) -> None:
    """Make the register; print what one more report costs, and the size of the file."""
    begun = time.perf_counter()
    with Register.open(path) as register:
        for reading in make_readings(number):
            register.add(reading)
    spent = (time.perf_counter() - begun) / number * 1000
    size = path.stat().st_size / number / 1024
    console.print(f"{number} engagements: {spent:.1f} ms and {size:.1f} KB a report")


def measure(register: Register, kind: Kind) -> tuple[float, float]:
    """Return the median and the 95th percentile of a kind of question in milliseconds."""
    chance = random.Random(7)  # noqa: S311 - no secret
    times = []
    for _ in range(ASKED + 1):
        begun = time.perf_counter()
        kind.ask(register, chance)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[1:]), statistics.quantiles(times[1:], n=20)[-1]


def main() -> None:
    """Make or open the register, ask it, print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engagements", type=int, default=100_000, metavar="N")
    parser.add_argument("--register", type=Path, metavar="FILE", help="made where it is not there")
    given = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as folder:
        path = given.register or Path(folder) / "elshi.db"
        if not path.exists():
            fill_register(path, given.engagements, console)
        table = Table("question", "median ms", "95 % ms")
        with Register.open(path, readonly=True) as register:
            for kind in KINDS:
                median, slow = measure(register, kind)
                table.add_row(kind.name, f"{median:.1f}", f"{slow:.1f}")
        console.print(table)


if __name__ == "__main__":
    main()
