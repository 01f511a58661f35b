"""A Ray cluster of two nodes reads what one process reads, whatever happens to its nodes and its driver."""

from __future__ import annotations

import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from conftest import write_report
from elshi.cli.output import write_lines
from elshi.engines import pieces
from elshi.engines.base import Shard, Way
from elshi.engines.cluster import RayEngine
from elshi.engines.local import LocalEngine
from elshi.errors import SourceError
from elshi.model.record import to_record

pytestmark = [
    pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'elshi[ray]'"),
    pytest.mark.xdist_group("ray"),  # two clusters at once would take each other's time
    pytest.mark.filterwarnings("default"),  # those of Ray are its own
]
REPORTS, PATIENCE = 75, 240.0
Cluster = Any
# A node is given up after five seconds, not after half a minute.
SOON_MISSED = {"health_check_initial_delay_ms": 500, "health_check_period_ms": 500,
               "health_check_failure_threshold": 10}  # fmt: skip


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Give a cluster of two nodes with one core each, on this machine, with a token."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_AUTH_TOKEN", secrets.token_hex(16))
        patch.setenv("RAY_AUTH_MODE", "token")
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_worker_niceness", "0")  # else workers wait for every other test
        from ray.cluster_utils import Cluster as Nodes  # noqa: PLC0415 -- after the environment is set

        head = {"num_cpus": 1, "include_dashboard": False, "_system_config": SOON_MISSED}
        nodes = Nodes(initialize_head=True, head_node_args=head)
        nodes.add_node(num_cpus=1)
        patch.setenv("RAY_ADDRESS", nodes.address)
        yield nodes
        nodes.shutdown()


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of reports, one of which is no text and cannot be read."""
    folder = tmp_path_factory.mktemp("ray") / "press"
    folder.mkdir()
    for number in range(REPORTS):  # in one language, since each worker would load all that it needs of three
        text = write_report(3 * number + 1)
        (folder / f"report-{number:03}.txt").write_text(text, "utf-8")
    (folder / "report-033.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    return folder


@pytest.fixture(scope="module")
def alone(press: Path) -> list[str]:
    """Return what one process reads, a line a report."""
    return tell(LocalEngine(Way()).map([str(press)]))


def tell(shards: Iterator[Shard]) -> list[str]:
    """Return a line for each report: its record, or why it could not be read."""
    outcomes = [done.outcome for shard in shards for done in shard]
    return [
        str(one) if isinstance(one, SourceError) else "".join(write_lines([to_record(one)]))
        for one in outcomes
        if one
    ]


def test_two_nodes_read_as_one_process_though_one_is_killed(
    cluster: Cluster, press: Path, alone: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readings, failures and their order are the same to the byte; the other node reads what was lost."""
    assert len(cluster.list_all_nodes()) == 2
    monkeypatch.setattr(pieces, "FILES", 10)
    engine = RayEngine(Way(), reports=5)
    lost = next(iter(cluster.worker_nodes))

    def lose_a_node(shards: Iterator[Shard]) -> Iterator[Shard]:
        yield next(shards)
        cluster.remove_node(lost, allow_graceful=False)
        yield from shards

    try:
        assert tell(lose_a_node(engine.map([str(press)]))) == alone
        assert list(engine.spread(str.upper, ["a", "b", "c"])) == ["A", "B", "C"]
    finally:
        engine.close()
        cluster.add_node(num_cpus=1)  # for the next test


@pytest.mark.usefixtures("cluster")
def test_a_killed_driver_is_taken_up_again(
    press: Path, alone: list[str], tmp_path: Path, environment: dict[str, str], start: Callable[..., Any]
) -> None:
    """After `kill -9`, --resume makes the shards that are missing and no other; one poison report: exit 3."""
    shards = tmp_path / "shards"
    words = ("read", press, "--format", "jsonl", "--engine", "ray", "--shards", shards)
    driver = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", "elshi", *map(str, words)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    begun = time.monotonic()
    while not (made := stamp_shards(shards)):
        assert driver.poll() is None, driver.communicate()
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.02)
    driver.kill()
    driver.communicate()
    done = start(*words, "--resume", timeout=PATIENCE)
    assert made.items() <= stamp_shards(shards).items()
    failed = [line for line in alone if "report-033.txt" in line and line[0] != "{"]
    assert done.returncode == 3
    assert done.stdout == "".join(line for line in alone if line not in failed)
    # Ray may say something of its own before.
    assert done.stderr.splitlines()[-2:] == [*failed, f"elshi: 1 of {REPORTS} could not be read"]


def stamp_shards(folder: Path) -> dict[str, int]:
    """Return the finished shards with the time of their writing."""
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*.parquet")}
