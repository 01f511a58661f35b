"""A process that adds many reports to the register named on its command line, for others to kill."""

from __future__ import annotations

import dataclasses
import sys

from samples import KAZAKH, make_report, read_kazakh

from elshi.register import Register

REPORTS = 60


def add_many(path: str) -> None:
    """Add the reports, those that are held already too; write a line after each."""
    with Register.open(path) as register:
        for number in range(REPORTS):
            report = make_report(KAZAKH, "kk", None, f"report-{number:03}.txt")
            register.add(dataclasses.replace(read_kazakh(), report=report))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    add_many(sys.argv[1])
