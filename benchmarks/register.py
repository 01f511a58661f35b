"""What one more report costs as the register grows: `python -m benchmarks.register [NUMBER ...]`.

Reports are invented from a seed, one meeting each, a tenth of them told before by another; time goes on
as the register grows (thirty meetings a day). Shown are medians of the last hundred reports added, in
milliseconds of this process, and the bytes on disk for each report.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from elshi.model.frame import Engagement, Participant, Place, Reading, Tenure
from elshi.model.ids import derive_id
from elshi.model.markup import Markup
from elshi.model.report import Paragraph, Report
from elshi.model.span import Evidence, Span
from elshi.model.when import When
from elshi.register import Register

COUNTRIES = ("JO", "NO", "IT", "UZ", "KE", "JP", "DE", "FR", "TR", "CN", "US", "IN", "EG", "BR", "MY", "QA")
GIVEN = (
    "Samir",
    "Ingrid",
    "Marco",
    "Rustam",
    "Grace",
    "Kenji",
    "Anna",
    "Louis",
    "Emre",
    "Farid",
    "Elena",
    "Omar",
)
FAMILY = (
    "Khal",
    "Halvor",
    "Ventur",
    "Yuldash",
    "Wanjir",
    "Tanab",
    "Becker",
    "Moreau",
    "Yilmaz",
    "Rahim",
    "Costa",
)
ENDINGS = ("a", "ev", "sen", "i", "ov", "ani", "er", "in")
PER_DAY, TOLD_AGAIN, LAST = 30, 0.1, 100


def make_readings(number: int, seed: int = 1) -> Iterator[Reading]:
    """Yield `number` readings of invented reports, the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 - an invented register
    told: list[tuple[str, str, str, dt.date]] = []
    for index in range(number):
        again = told and draw.random() < TOLD_AGAIN
        day = dt.date(2000, 1, 1) + dt.timedelta(days=index // PER_DAY)
        new = (_name(draw), _name(draw), draw.choice(COUNTRIES), day)
        meeting = draw.choice(told[-PER_DAY:]) if again else new
        told.append(meeting)
        yield _make_reading(index, *meeting)


def _name(draw: random.Random) -> str:
    return f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}{draw.choice(ENDINGS)}"


def _make_reading(index: int, ours: str, theirs: str, country: str, day: dt.date) -> Reading:
    text = f"{ours}, ambassador of Kazakhstan, met {theirs}, minister of {country}, on {day}. Report {index}."
    report = Report(
        derive_id("r", text), f"report-{index}.txt", text, "en", published=day.isoformat(),
        published_basis="metadata", paragraphs=(Paragraph(Span(0, len(text)), "en"),),
    )  # fmt: skip
    quote = (Evidence.take(text, Span(0, text.index("."))),)
    people = (
        Participant(ours, ours, ours, "ambassador", "ambassador", "KZ", "a", quote),
        Participant(theirs, theirs, theirs, "minister", "minister", country, "b", quote),
    )
    meeting = Engagement(
        derive_id("e", text), "meeting", "held", When(day.isoformat(), "stated", f"'{day}'"),
        Place(None, country), tuple(sorted(("KZ", country))), people, None, None, ("trade",), "invented", 0.9,
        quote,
    )  # fmt: skip
    tenure = Tenure(
        derive_id("t", text), ours, ours, ours, "ambassador", "ambassador", None, "KZ", country, former=False,
        rule="invented", evidence=quote,
    )  # fmt: skip
    return Reading(report, Markup((), (), (), ()), engagements=(meeting,), tenures=(tenure,))


def measure_adding(number: int) -> tuple[float, float]:
    """Return milliseconds (median of the last hundred) and bytes for each of `number` reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "elshi.db"
        spent: list[float] = []
        with Register.open(path) as register:
            for reading in make_readings(number):
                begun = time.process_time()
                register.add(reading)
                spent.append(time.process_time() - begun)
        return statistics.median(spent[-LAST:]) * 1000, path.stat().st_size / number


def main() -> None:
    """Measure registers of the sizes named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=(1_000, 10_000), metavar="NUMBER")
    table = Table("reports", "ms a report", "bytes a report", title="Adding one more report")
    for number in parser.parse_args().numbers:
        milliseconds, size = measure_adding(number)
        table.add_row(f"{number:,}", f"{milliseconds:.1f}", f"{size:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
