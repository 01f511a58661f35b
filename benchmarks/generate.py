"""Make a register, or a file of reports, as large as wanted: `python -m benchmarks.generate`.

    python -m benchmarks.generate --engagements 10000 --register FILE   a register (or postgresql://...)
    python -m benchmarks.generate --engagements 10000 --texts FILE      the reports as JSON lines, to be read

Everything is invented from `--seed`: reports in three languages of Kazakhstan's engagements with twenty-odd
countries, a dozen a day from 2003 on, a tenth of them told by a second report in another language; each names
two people in their offices, some say a stance or a promise. The register is written by the path that
`elshi add` takes, from the frames that the reports were made to say, some dozens in one transaction. Both
options may be given together. A register that is there already is gone on with.
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.invented import make_readings
from elshi.model.report import Report
from elshi.register import Register

BATCH = 50  # reports written in one transaction


def write_register(location: str, number: int, seed: int) -> None:
    """Add the reports of `number` engagements to the register at `location`."""
    with Register.open(location if "://" in location else Path(location)) as register:
        readings = track(make_readings(number, seed), "Adding", console=Console(stderr=True))
        while batch := list(itertools.islice(readings, BATCH)):
            register.add_all([(reading, None) for reading in batch])


def write_texts(path: Path, number: int, seed: int) -> None:
    """Write the reports of `number` engagements as JSON lines that `elshi read` takes."""
    with path.open("w", encoding="utf-8") as lines:
        for reading in make_readings(number, seed):
            lines.write(json.dumps(describe_record(reading.report), ensure_ascii=False) + "\n")


def describe_record(report: Report) -> dict[str, str | None]:
    """Return the line of a JSON-lines file that holds `report`."""
    return {
        "id": report.id,
        "url": report.source,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published,
        "text": report.text,
    }


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--engagements", type=int, default=1_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--register", metavar="FILE", help="a register's file or postgresql:// address")
    parser.add_argument("--texts", type=Path, metavar="FILE", help="a JSON-lines file")
    given = parser.parse_args()
    if not (given.register or given.texts):
        parser.error("give --register, --texts, or both")
    if given.texts:
        write_texts(given.texts, given.engagements, given.seed)
    if given.register:
        write_register(given.register, given.engagements, given.seed)


if __name__ == "__main__":
    main()
