"""Killed, interrupted or two at once: a report is wholly there or not at all."""

from __future__ import annotations

import random
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

from add_many import REPORTS, add_many

from elshi.model.entry import describe_entry
from elshi.register import Register

KILLS = 6


def stop_while_adding(path: Path, sign: signal.Signals, after: int, seconds: float) -> None:
    """Begin to add in another process and send it `sign` so many seconds after so many reports."""
    command = [sys.executable, str(Path(__file__).with_name("add_many.py")), str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603 - ours
    with child:
        assert child.stdout
        for _ in range(after):
            assert child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(sign)


def read_whole(path: Path) -> list[str]:
    """Return the reports of a register, each with its entries, after finding no fault in it."""
    with Register.open(path) as register:
        assert register.check() == ()
        reports = {report.id: report.source for report in register.reports()}
        told = [(reports[entry.reports[0]], str(describe_entry(entry))) for entry in register.find()]
        assert sorted(source for source, _ in told) == sorted(reports.values())
        return sorted(entry for _, entry in told)


def test_a_killed_run_taken_up_again_gives_the_same_register(tmp_path: Path) -> None:
    """Killed at random moments and begun again, the register ends as if nobody had ever killed it."""
    path, calm = tmp_path / "killed.db", tmp_path / "calm.db"
    seed = secrets.randbelow(1_000_000)
    print(f"killed at the moments of seed {seed}")  # noqa: T201 - shown where the test fails
    chance = random.Random(seed)  # noqa: S311 - a draw of moments
    for number in range(KILLS):
        after = number * REPORTS // KILLS
        stop_while_adding(path, signal.SIGKILL, after, chance.uniform(0, 0.03))
        assert after <= len(read_whole(path)) <= REPORTS
    add_many(str(path))
    add_many(str(calm))
    assert read_whole(path) == read_whole(calm)


def test_ctrl_c_leaves_whole_reports(tmp_path: Path) -> None:
    """Interrupted by hand, what was added is there, whole, and the file is in order."""
    path = tmp_path / "elshi.db"
    stop_while_adding(path, signal.SIGINT, 5, 0.001)
    assert 5 <= len(read_whole(path)) < REPORTS


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    """Two that make and fill a register at the same time both end well, and each report is there once."""
    path = tmp_path / "elshi.db"
    command = [sys.executable, str(Path(__file__).with_name("add_many.py")), str(path)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]  # noqa: S603 - ours
    assert [child.wait() for child in both] == [0, 0]
    assert len(read_whole(path)) == REPORTS
