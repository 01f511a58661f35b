"""What a register costs as it grows: `python -m benchmarks.scale --folder FOLDER [--postgres ADDRESS]`.

Takes the registers of `--sizes` engagements from FOLDER (reg-1000.db and so on), made by benchmarks.generate
where they are not there. Measures on a copy of each what one more report costs, added as `elshi add` adds
it, and the bytes on disk for each report; then asks the largest (benchmarks/questions.py) in SQLite and,
with `--postgres`, a copy of the one of `--copied` engagements in that database, filled where it is empty.
What is measured is the time that this process works, and with PostgreSQL on this machine that of its server
for it, so that a busy machine disturbs little; waiting for the disk is not in it. For a server elsewhere the
clock is that of the wall. `--write` puts the tables into docs/explanation/performance.md.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from benchmarks.generate import write_register
from benchmarks.invented import invent_happenings, make_reading
from benchmarks.invented.happenings import PER_DAY
from benchmarks.questions import Clock, Span, ask_register
from elshi.model.frame import Reading
from elshi.record.connection import Connection
from elshi.record.postgres import PostgresStore
from elshi.register import Register
from elshi.register.copying import copy_register
from elshi.settings import Location

_PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "performance.md"
_MARKED = re.compile(r"(<!-- benchmarks.scale -->\n).*?(<!-- end -->)", re.DOTALL)
_ADDED = 150  # further reports, of which the first third warms up


@dataclass(frozen=True, slots=True)
class Growth:
    """What one more report costs in a register of so many engagements, and bytes on disk for each report."""

    store: str
    engagements: int
    reports: int
    adding: Span
    bytes: float


def find_register(folder: Path, engagements: int) -> Path:
    """Return the register of so many engagements in `folder`, made where it is not there."""
    path = folder / f"reg-{engagements}.db"
    if not path.exists():
        write_register(str(path), engagements, seed=1)
    Register.open(path).close()  # brought up to date
    return path


def measure_growth(location: Location, engagements: int) -> Growth:
    """Return what one more report costs, on a copy of the register."""
    with _copy(location) as copy, Register.open(copy) as register:
        clock = find_clock(register)
        size = _count_bytes(register, copy)
        reports = sum(1 for _ in register.reports())
        spent = [_add_one(register, reading, clock) for reading in _list_further(engagements)]
    store = "SQLite" if isinstance(location, Path) else "PostgreSQL"
    return Growth(store, engagements, reports, _summarize(spent[_ADDED // 3 :]), size / reports)


@contextlib.contextmanager
def _copy(location: Location) -> Iterator[Location]:
    """Give a copy of the register, which goes again."""
    if isinstance(location, Path):
        with tempfile.TemporaryDirectory(dir=location.parent) as folder:
            yield shutil.copy(location, Path(folder) / "copy.db")
        return
    whole, copy = sql.Identifier(conninfo_to_dict(location)["dbname"]), sql.Identifier("elshi_copy")  # type: ignore[arg-type] # text
    server = location.rpartition("/")[0] + "/postgres"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(copy))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(copy, whole))
        yield location.rpartition("/")[0] + "/elshi_copy"
        connection.execute(sql.SQL("DROP DATABASE {}").format(copy))


def _count_bytes(register: Register, location: Location) -> int:
    if isinstance(location, Path):
        return location.stat().st_size
    return find_server(register).number("SELECT pg_database_size(current_database())")


def _list_further(engagements: int) -> Iterator[Reading]:
    for happening in invent_happenings(engagements + _ADDED):
        if happening.number >= engagements:
            yield make_reading(happening, happening.languages[0])


def _add_one(register: Register, reading: Reading, clock: Clock) -> float:
    begun = clock()
    register.add(reading)
    return (clock() - begun) * 1000


def _summarize(spent: Sequence[float]) -> Span:
    return Span(statistics.median(spent), statistics.quantiles(spent, n=20)[-1])


def ask(location: Location, engagements: int, times: int) -> dict[str, Span]:
    """Return how long each kind of question took."""
    with Register.open(location, readonly=True) as register:
        return ask_register(register, engagements, PER_DAY, times, find_clock(register))


def find_clock(register: Register) -> Clock:
    """Return what counts the seconds that this process works, and with it a server's on this machine.

    A server that is elsewhere cannot be asked: then it is the clock of the wall.
    """
    if not isinstance(register._store, PostgresStore):  # noqa: SLF001 - of no answer
        return time.process_time
    db = find_server(register)
    spent = Path("/proc") / str(db.number("SELECT pg_backend_pid()")) / "schedstat"
    if not db.value("SELECT inet_server_addr() <<= '127.0.0.0/8'") or not spent.exists():
        return time.perf_counter
    return lambda: time.process_time() + int(spent.read_text("utf-8").split()[0]) / 1e9


def find_server(register: Register) -> Connection:
    """Return the connection of a register in PostgreSQL."""
    assert isinstance(register._store, PostgresStore)  # noqa: S101, SLF001 - whoever asks has looked
    return register._store._db  # noqa: SLF001 - the same


def fill_postgres(path: Path, address: str) -> None:
    """Copy the register into the database at `address`, where that is empty."""
    with Register.open(address) as register:
        filled = next(register.reports(), None) is not None
    if not filled:
        copy_register(path, address)


def write_tables(growth: Sequence[Growth], answers: dict[str, dict[str, Span]]) -> str:
    """Return the tables in Markdown."""
    head = (
        f"Measured on {os.cpu_count()} cores with a load average of {os.getloadavg()[1]:.1f}: the median and"
        " 95th percentile in milliseconds of own time,\nwith PostgreSQL that of its server too."
    )
    lines = [
        head,
        "",
        "| store | engagements | reports | one more report, ms | bytes a report |",
        "|---|---|---|---|---|",
        *(
            f"| {g.store} | {g.engagements:,} | {g.reports:,} | {_tell(g.adding)} | {g.bytes:,.0f} |"
            for g in growth
        ),
        "",
        f"| asked | {' | '.join(answers)} |",
        "|---" * (1 + len(answers)) + "|",
    ]
    for name in next(iter(answers.values())):
        cells = " | ".join(_tell(spans[name]) for spans in answers.values())
        lines += [f"| {name} | {cells} |"]
    return "\n".join(lines) + "\n"


def _tell(span: Span) -> str:
    return f"{span.median:.1f}, {span.slow:.1f}"


def main() -> None:
    """Measure, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scale",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], metavar="N")
    parser.add_argument("--postgres", metavar="ADDRESS", help="of a database for a copy of one of them")
    parser.add_argument("--copied", type=int, metavar="N", help="which of the sizes goes there (the largest)")
    parser.add_argument("--times", type=int, default=60, help="questions of each kind")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    paths = {size: find_register(given.folder, size) for size in sorted(given.sizes)}
    growth = [measure_growth(path, size) for size, path in paths.items()]
    largest, path = list(paths.items())[-1]
    answers = {f"SQLite, {largest:,} engagements": ask(path, largest, given.times)}
    if given.postgres:
        copied = given.copied or largest
        fill_postgres(paths[copied], given.postgres)
        name = f"PostgreSQL, {copied:,} engagements"
        answers[name] = ask(given.postgres, copied, given.times)
        growth.append(measure_growth(given.postgres, copied))
    tables = write_tables(growth, answers)
    print(tables)  # noqa: T201 - a command's answer
    if given.write:
        page = _PAGE.read_text(encoding="utf-8")
        _PAGE.write_text(_MARKED.sub(lambda m: f"{m[1]}{tables}{m[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
