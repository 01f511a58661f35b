"""How fast reports are read: `python -m benchmarks.reading [FOLDER ...]`, examples/ by default.

Each folder is read in fresh processes, one after another: the first report with everything that is
loaded for it, then all reports once, then all of them again. Medians of five processes are shown.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROUNDS = 5
EXAMPLES = tuple(Path(__file__).parent.parent / "examples" / language for language in ("kk", "ru", "en"))
_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # in what unit the system counts peak memory


@dataclass(frozen=True, slots=True)
class Pace:
    """One process's measure of a folder: seconds of each stretch, and the peak memory in bytes."""

    first: float
    once: float
    again: float
    memory: int


def list_reports(folder: Path) -> tuple[Path, ...]:
    """Return the text files of `folder` and what lies below, in order. Exits where there are none."""
    found = tuple(sorted(path for path in folder.rglob("*.txt") if path.is_file()))
    if not found:
        sys.exit(f"{folder}: no .txt file there")
    return found


def measure_pace(paths: Sequence[Path]) -> Pace:
    """Return the pace of reading `paths` in this process, which must not have read anything before."""
    start = time.perf_counter()
    from elshi.model.report import Capture  # noqa: PLC0415 - the import is part of what is measured
    from elshi.reader import Reader  # noqa: PLC0415 - the same

    captures = [Capture(str(path), path.read_bytes(), "text") for path in paths]
    reader = Reader()
    times = [start]
    for stretch in (captures[:1], captures, captures):
        for capture in stretch:
            reader.read(capture)
        times.append(time.perf_counter())
    first, once, again = (stop - begun for begun, stop in itertools.pairwise(times))
    return Pace(first, once, again, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE)


def measure_folder(paths: Sequence[Path], rounds: int) -> Pace:
    """Return the medians of `rounds` measures of `paths`, each in a process of its own."""
    paces = [_measure_apart(paths) for _ in range(rounds)]
    return Pace(
        statistics.median(pace.first for pace in paces),
        statistics.median(pace.once for pace in paces),
        statistics.median(pace.again for pace in paces),
        max(pace.memory for pace in paces),
    )


def write_row(paths: Sequence[Path], rounds: int) -> tuple[str, ...]:
    """Return the figures of one folder as its row shows them."""
    characters = sum(len(path.read_text("utf-8", errors="replace")) for path in paths)
    pace = measure_folder(paths, rounds)
    rates = (
        f"{len(paths) / seconds:.1f} ({characters / seconds:,.0f})" for seconds in (pace.once, pace.again)
    )
    return str(len(paths)), f"{characters:,}", f"{pace.first:.2f}", *rates, f"{pace.memory / 2**20:.0f}"


def _measure_apart(paths: Sequence[Path]) -> Pace:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as apart:
        return apart.submit(measure_pace, paths).result()


def main() -> None:
    """Measure the folders named on the command line and print one row of figures for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=EXAMPLES, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="processes per folder (%(default)s)")
    chosen = parser.parse_args()
    table = Table("folder", title=f"Medians of {chosen.rounds} processes; the highest memory")
    for name in ("reports", "characters", "first, s", "once, a second", "again, a second", "memory, MB"):
        table.add_column(name, justify="right")
    for folder in chosen.folders:
        table.add_row(folder.name, *write_row(list_reports(folder), chosen.rounds))
    Console().print(table)


if __name__ == "__main__":
    main()
