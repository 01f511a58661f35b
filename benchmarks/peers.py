"""Elshi's speed beside Natasha's: `python -m benchmarks.peers`, on the same reports in the same run.

Both read the same file of Russian reports, one process each, one after the other and again: `elshi read`
with everything it does, and Natasha's full pipeline (segmentation, morphology, syntax, names). Of each
process the whole time counts, from its start to its end. Medians are shown, and of memory the most.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.press import write_reports

REPORTS, ROUNDS = 200, 3
HERE = Path(__file__).parent
PEER = HERE.parent / "build" / "peers"
_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # in what unit the system counts peak memory


@dataclass(frozen=True, slots=True)
class Lap:
    """One process: seconds to its first answer and to its end, of the processor's time, and the peak memory.

    The memory is in bytes.
    """

    first: float
    whole: float
    used: float
    memory: int


def run_process(command: Sequence[str], answers: int) -> Lap:
    """Return the lap of `command`, which prints one line for each of its `answers`. Exits where it fails."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own commands
        if process.stdout is None:
            sys.exit("no output")
        lines, first = 0, 0.0
        for _ in process.stdout:
            lines += 1
            first = first or time.perf_counter() - start
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    whole = time.perf_counter() - start
    if process.returncode or lines != answers:
        sys.exit(f"{command[:4]} ended with {process.returncode} after {lines} of {answers} reports")
    return Lap(first, whole, used.ru_utime + used.ru_stime, used.ru_maxrss * _KILOBYTE)


def measure(commands: Sequence[Sequence[str]], answers: int, rounds: int) -> list[list[Lap]]:
    """Return the laps of each of `commands`, run in turn `rounds` times."""
    rows = [[run_process(command, answers) for command in commands] for _ in range(rounds)]
    return [list(column) for column in zip(*rows, strict=True)]


def read_texts(source: Path | None) -> list[str]:
    """Return the reports of a folder of .txt files, those of JSON lines with `text`, or written ones."""
    if source is None:
        return write_reports(REPORTS)
    if source.is_dir():
        return [path.read_text("utf-8") for path in sorted(source.rglob("*.txt"))][:REPORTS]
    return [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()][:REPORTS]


def open_peer() -> str:
    """Return the Python of the peers' environment, made (600 MB) where it is missing or they changed."""
    python, wanted, made = PEER / "bin" / "python", HERE / "requirements-peers.txt", PEER / "made-from.txt"
    if not (made.exists() and made.read_bytes() == wanted.read_bytes()):
        subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)  # noqa: S603 - our own command
        install = [str(python), "-m", "pip", "install", "-q", "-r", str(wanted)]
        subprocess.run(install, check=True)  # noqa: S603 - the same
        made.write_bytes(wanted.read_bytes())
    return str(python)


def main() -> None:
    """Measure both on the reports chosen on the command line and print a row for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--texts", type=Path, help="a folder of .txt files, or JSON lines; else written ones")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="processes of each (%(default)s)")
    parser.add_argument("--natasha", default=None, help="the Python that has Natasha (build/peers otherwise)")
    chosen = parser.parse_args()
    texts = read_texts(chosen.texts)
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        rows = (json.dumps({"id": str(n), "text": text}, ensure_ascii=False) for n, text in enumerate(texts))
        reports.write_text("\n".join(rows) + "\n", "utf-8")
        peer = [chosen.natasha or open_peer(), "-W", "ignore", str(HERE / "peers_natasha.py"), str(reports)]
        ours = [sys.executable, "-m", "elshi", "read", str(reports), "--format", "jsonl"]
        print_laps(("elshi read", "Natasha"), measure((ours, peer), len(texts), chosen.rounds), len(texts))


def print_laps(names: Sequence[str], laps: Sequence[Sequence[Lap]], reports: int) -> None:
    """Print the medians of each program; `ratio` is how much faster the first is than each."""
    table = Table("program", title=f"{reports} reports; medians of {len(laps[0])} processes, the most memory")
    for column in ("first, s", "a second", "after the first", "processor, ms each", "memory, MB", "ratio"):
        table.add_column(column, justify="right")
    ratios = [
        statistics.median(other.whole / own.whole for own, other in zip(laps[0], rows, strict=True))
        for rows in laps
    ]
    for name, rows, ratio in zip(names, laps, ratios, strict=True):
        first = statistics.median(lap.first for lap in rows)
        pace = statistics.median(reports / lap.whole for lap in rows)
        warm = statistics.median((reports - 1) / (lap.whole - lap.first) for lap in rows)
        memory = max(lap.memory for lap in rows) / 2**20
        used = statistics.median(1000 * lap.used / reports for lap in rows)
        cells = (f"{first:.2f}", f"{pace:.1f}", f"{warm:.1f}", f"{used:.0f}", f"{memory:.0f}", f"{ratio:.2f}")
        table.add_row(name, *cells)
    Console().print(table)


if __name__ == "__main__":
    main()
