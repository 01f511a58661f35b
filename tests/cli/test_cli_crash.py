"""An `elshi add` that is stopped in the middle: nothing is half stored, and --resume completes it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from elshi.errors import RegisterError
from elshi.register import Register

Start = Callable[..., "subprocess.CompletedProcess[str]"]
REPORTS = 100
PATIENCE = 60.0  # seconds


def begin_adding(folder: Path, environment: dict[str, str], jobs: int) -> subprocess.Popen[str]:
    """Start `elshi add` and return while it is in the middle of its work."""
    command = [sys.executable, "-m", "elshi", "add", str(folder), "--jobs", str(jobs)]
    program = subprocess.Popen(  # noqa: S603 -- our own program
        command,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    begun = time.monotonic()
    while count_reports(environment) < REPORTS // 10:
        assert program.poll() is None, program.communicate()
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.01)
    return program


def count_reports(environment: dict[str, str]) -> int:
    """Return how many reports the register holds, none where it is not yet there."""
    with (
        suppress(RegisterError),
        Register.open(environment["ELSHI_REGISTER"], create=False, readonly=True) as register,
    ):
        return sum(1 for _ in register.reports())
    return 0


def export_register(start: Start, path: str) -> list[str]:
    """Return the register's whole content in a fixed order, without the times of recording."""
    exported = start("export", "--register", path)
    assert exported.returncode == 0, exported.stderr
    return sorted(
        json.dumps(drop_times(json.loads(line)), sort_keys=True) for line in exported.stdout.splitlines()
    )


def drop_times(value: object) -> object:
    """Return JSON without the times at which things were recorded."""
    if isinstance(value, dict):
        return {
            name: drop_times(part) for name, part in value.items() if name not in {"recorded_at", "founded"}
        }
    return [drop_times(part) for part in value] if isinstance(value, list) else value


def test_a_killed_run_can_be_resumed(
    start: Start, many: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """After `kill -9` in the middle, --resume gives the register that an uninterrupted run gives."""
    program = begin_adding(many, environment, jobs=2)
    program.kill()
    program.communicate()
    wait_for_end(program.pid)
    stored = count_reports(environment)
    assert 0 < stored < REPORTS
    assert start("check").returncode == 0
    resumed = start("add", many, "--resume")
    assert resumed.returncode == 0, resumed.stderr
    assert resumed.stdout == f"{REPORTS - stored} reports added, {stored} known already\n"
    whole = str(tmp_path / "whole.db")
    assert start("add", many, "--register", whole).returncode == 0
    assert export_register(start, environment["ELSHI_REGISTER"]) == export_register(start, whole)


def wait_for_end(group: int) -> None:
    """Wait until no process of the command is left: those that read end by themselves when it is killed."""
    begun = time.monotonic()
    with suppress(ProcessLookupError):
        while time.monotonic() - begun < PATIENCE:
            os.killpg(group, 0)
            time.sleep(0.05)
        pytest.fail("a reading process is still there")


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_in_order(start: Start, many: Path, environment: dict[str, str], jobs: int) -> None:
    """Ctrl-C stores the report in hand, says how many were added, and ends with exit code 130."""
    program = begin_adding(many, environment, jobs)
    os.killpg(program.pid, signal.SIGINT)  # as a terminal does: to every process of the command
    out, err = program.communicate(timeout=PATIENCE)
    stored = count_reports(environment)
    assert program.returncode == 130
    assert 0 < stored < REPORTS
    assert out == f"{stored} reports added\n"
    assert err == "elshi: interrupted; the same command with --resume goes on from here\n"
    assert start("check").returncode == 0
