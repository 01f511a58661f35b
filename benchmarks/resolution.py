"""Many reports resolved together beside a register: `python -m benchmarks.resolution [--reports N] [--ray]`.

Invented reports are resolved by `elshi.engines.resolving.resolve_together`, in this process or, with `--ray`,
on a Ray cluster of two nodes with a core each, and added to a register in memory one after another. Printed
are the seconds of each by the clock of the wall, and of how many frames the entry is the same: all, or the
command ends with 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from benchmarks.invented import make_readings
from benchmarks.performance_parts import cluster
from elshi.engines.base import Way
from elshi.engines.resolving import resolve_together
from elshi.model.entry import FrameKey
from elshi.model.frame import Reading
from elshi.register import Register

Result = TypeVar("Result")
Entries = Mapping[FrameKey, str]


def resolve_in_register(readings: Sequence[Reading]) -> Entries:
    """Return the entry of each frame in a register that takes the readings one after another."""
    entries: dict[FrameKey, str] = {}
    with Register.in_memory() as register:
        for reading in readings:
            register.add(reading)
        for reading in readings:
            frames = register._store.read_frames(reading.report.id)  # noqa: SLF001 - what no answer shows
            links = register._store.read_links([frame.key for frame in frames])  # noqa: SLF001 - the same
            entries |= {link.key: link.entry or "" for link in links}
    return entries


def resolve_on_ray(readings: Sequence[Reading]) -> Entries:
    """Return the same from a cluster of two nodes."""
    from elshi.engines.cluster import RayEngine  # noqa: PLC0415 - needs the extra 'ray'

    with cluster(2) as environment:
        os.environ |= environment
        engine = RayEngine(Way())
        try:
            return _time("together on 2 Ray nodes", lambda: resolve_together(readings, engine.spread))
        finally:
            engine.close()


def _time(name: str, work: Callable[[], Result]) -> Result:
    begun = time.perf_counter()
    result = work()
    print(f"{name}: {time.perf_counter() - begun:.1f} s", flush=True)  # noqa: T201 - a command's answer
    return result


def main() -> None:
    """Resolve in both ways and compare."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.resolution",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--reports", type=int, default=20_000, metavar="N")
    parser.add_argument("--ray", action="store_true", help="on a cluster of two nodes")
    given = parser.parse_args()
    readings = list(islice(make_readings(given.reports), given.reports))
    here = lambda: resolve_together(readings)  # noqa: E731 - said once
    together = resolve_on_ray(readings) if given.ray else _time("together in this process", here)
    wanted = _time("register in memory", lambda: resolve_in_register(readings))
    same = sum(together.get(frame) == entry for frame, entry in wanted.items())
    frames, entries = len(wanted), len(set(wanted.values()))
    print(f"{len(readings)} reports, {frames} frames, {entries} entries; {same} the same")  # noqa: T201 - the same
    sys.exit(same != frames)


if __name__ == "__main__":
    main()
