"""Reports resolved together give the entries of a register that is filled with them one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from benchmarks.invented import make_readings

from elshi.engines import resolving
from elshi.engines.resolving import Work, resolve_together
from elshi.model.entry import FrameKey
from elshi.model.frame import Reading
from elshi.register import Register


def resolve_in_register(readings: list[Reading]) -> dict[FrameKey, str]:
    """Return the entry of each frame in a register that takes the readings one after another."""
    with Register.in_memory() as register:
        for reading in readings:
            register.add(reading)
        told = [frame.key for reading in readings for frame in register._store.read_frames(reading.report.id)]
        return {link.key: link.entry or "" for link in register._store.read_links(told)}


@pytest.mark.parametrize("seed", [1, 2])
def test_together_as_one_after_another(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of the tasks, every frame stands in the entry in which the register puts it."""
    readings = list(make_readings(120, seed))
    readings.append(readings[0])  # a report that comes twice counts once
    wanted = resolve_in_register(readings)
    assert len(set(wanted.values())) < len(wanted)
    monkeypatch.setattr(resolving, "REPORTS", 17)
    assert resolve_together(readings) == wanted


def test_the_costly_steps_are_spread() -> None:
    """Keys and scores are made of texts and are texts, some hundred reports a task: anyone may do it."""
    tasks: list[str] = []

    def spread(work: Work, given: Iterable[str]) -> Iterator[str]:
        for task in given:
            tasks.append(task)
            yield work(task)

    readings = list(make_readings(20))
    assert resolve_together(readings, spread) == resolve_together(readings)
    assert len(tasks) == 2
