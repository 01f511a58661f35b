"""`python -m training`: from the corpora to the files that the package ships; goes on if stopped."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from training.course import COURSE, LAYERS, Round
from training.places import WEIGHTS, WORK

# memory is kept instead of given back after each step, or half the time goes to page faults
_MEMORY = {
    "MALLOC_MMAP_THRESHOLD_": str(2**33),
    "MALLOC_TRIM_THRESHOLD_": str(2**34),
    "MALLOC_TOP_PAD_": str(2**28),
}


def main() -> None:
    """Train, measure and export, by the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--work", type=Path, default=WORK, help="where a run keeps what it makes (%(default)s)"
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the model goes (%(default)s)")
    parser.add_argument("--epochs", type=int, help="one round of so many, in place of the course")
    parser.add_argument("--workers", type=int, default=COURSE.workers, help="processes (%(default)s)")
    parser.add_argument("--layers", type=int, default=LAYERS, help="of the twelve (%(default)s)")
    chosen = parser.parse_args()
    if not _MEMORY.items() <= os.environ.items():  # read when a process starts
        os.execve(sys.executable, [sys.executable, "-m", "training", *sys.argv[1:]], os.environ | _MEMORY)  # noqa: S606 - ourselves again
    from training.run import run  # noqa: PLC0415 - torch is not needed for --help

    rounds = (Round(chosen.epochs),) if chosen.epochs else COURSE.rounds
    run(replace(COURSE, rounds=rounds, workers=chosen.workers), chosen.layers, chosen.work, chosen.out)


if __name__ == "__main__":
    main()
