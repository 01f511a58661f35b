"""While one process adds, others read and copy; on a full disk nothing is lost and nothing half done."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from add_many import REPORTS, add_many
from test_register_killed import read_whole

from elshi.register import Register
from elshi.register.copying import copy_register

_SPACE = 16_000_000  # bytes of the small disk
_LITTLE = 60_000  # bytes left free on it: room for some reports and not for all


@contextlib.contextmanager
def adding(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process add many reports; the block begins after its first, and may end before it does."""
    command = [sys.executable, str(Path(__file__).with_name("add_many.py")), str(path)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603 - ours
    with child:
        assert child.stdout
        child.stdout.readline()
        yield child
        child.communicate()


def test_readers_see_whole_reports_while_one_adds(tmp_path: Path) -> None:
    """Each time it is asked, the register has as many entries as reports, and never fewer than before."""
    path, seen = tmp_path / "elshi.db", [0]
    with adding(path) as child:
        while child.poll() is None and len(seen) < 200:
            with Register.open(path, readonly=True) as register:
                reports, entries = sum(1 for _ in register.reports()), register.count()
                assert seen[-1] <= reports <= entries  # asked one after the other
                seen.append(reports)
    assert child.returncode == 0
    assert len(read_whole(path)) == REPORTS


def test_a_copy_made_while_one_adds_is_whole(tmp_path: Path) -> None:
    """The copy is the register at one moment: sound, with every report that was there when it was begun."""
    path = tmp_path / "elshi.db"
    with adding(path):
        for number in range(3):
            copy = tmp_path / f"copy-{number}.db"
            with Register.open(path, readonly=True) as register:
                before = sum(1 for _ in register.reports())
            copied = copy_register(path, copy)
            assert before <= copied == len(read_whole(copy))
    assert len(read_whole(path)) == REPORTS


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give the folder of a small disk."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SPACE}", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the system's
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)  # noqa: S603, S607 - the system's


def test_a_full_disk_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    """It is said in one line; what was added is there and sound, and with room again all goes on."""
    path, ballast, calm = small_disk / "elshi.db", small_disk / "ballast", tmp_path / "calm.db"
    Register.open(path).close()
    ballast.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - _LITTLE))
    with adding(path) as child:
        _, said = child.communicate()
    assert child.returncode != 0
    assert "the disk is full; make room and run the same command again" in said.splitlines()[-1]
    ballast.unlink()
    assert len(read_whole(path)) < REPORTS
    add_many(str(path))
    add_many(str(calm))
    assert read_whole(path) == read_whole(calm)
