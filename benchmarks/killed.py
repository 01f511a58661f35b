"""Whether `elshi add` loses or doubles anything when it is killed: `python -m benchmarks.killed`.

Invented reports are added from a JSON-lines file by `elshi add --resume`, which is killed (SIGKILL) at a
random moment after it wrote some of them and begun again, `--kills` times; then it runs to its end. The
register must hold every report once, `elshi check` must find nothing, and all it says must be as in a
register that nobody ever killed.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from benchmarks.generate import write_texts
from elshi.model.entry import describe_entry
from elshi.register import Register

ENGAGEMENTS = 400
_LONGEST = 0.3  # seconds after its first report at which it is killed at the latest
_POLL = 0.02  # seconds


def begin_adding(texts: Path, path: Path) -> subprocess.Popen[bytes]:
    """Begin to add, going on where it was killed."""
    command = [sys.executable, "-m", "elshi", "add", "--resume", "--register", str(path), str(texts)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet)  # noqa: S603 - our own


def kill_often(texts: Path, path: Path, kills: int, chance: random.Random) -> list[int]:
    """Kill the adding so many times; return how many reports were there after each."""
    held = [0]
    while len(held) <= kills:
        child = begin_adding(texts, path)
        while child.poll() is None and read_number(path) <= held[-1]:
            time.sleep(_POLL)
        time.sleep(chance.uniform(0, _LONGEST))
        child.kill()
        child.wait()
        held.append(count_reports(path))
    return held[1:]


def read_number(path: Path) -> int:
    """Return how many reports there are at this moment, 0 before there is a register."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.Error:
        return 0


def count_reports(path: Path) -> int:
    """Return how many reports the register holds, after finding no fault in it."""
    if not path.exists():
        return 0
    with Register.open(path) as register:
        faults = register.check()
        if faults:
            message = f"elshi check found {faults[0]}"
            raise SystemExit(message)
        return sum(1 for _ in register.reports())


def list_entries(path: Path) -> list[str]:
    """Return all that the register says, in an order that does not depend on ids or times."""
    with Register.open(path) as register:
        return sorted(str(sorted(describe_entry(entry).items(), key=str)) for entry in register.find())


def main() -> None:
    """Kill, go on, compare, print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.killed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--engagements", type=int, default=ENGAGEMENTS)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    given = parser.parse_args()
    console = Console()
    console.print(f"seed {given.seed}")
    with tempfile.TemporaryDirectory() as folder:
        texts, killed, calm = (Path(folder) / name for name in ("reports.jsonl", "killed.db", "calm.db"))
        write_texts(texts, given.engagements, seed=1)
        chance = random.Random(given.seed)  # noqa: S311 - a draw of moments
        held = kill_often(texts, killed, given.kills, chance)
        begin_adding(texts, killed).wait()
        begin_adding(texts, calm).wait()
        number, wanted = count_reports(killed), len(texts.read_text(encoding="utf-8").splitlines())
        same = list_entries(killed) == list_entries(calm)
        console.print(f"reports after each kill: {held}")
        console.print(f"in the end {number} of {wanted} reports; the same as never killed: {same}")
        if number != wanted or not same or held != sorted(held):
            raise SystemExit(1)


if __name__ == "__main__":
    main()
