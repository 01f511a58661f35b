"""What `benchmarks.performance` measures, part by part; each part returns its figures by name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from benchmarks.bulk import write_bulk
from benchmarks.peers import HERE, Lap, open_peer, run_process
from benchmarks.press import write_reports
from benchmarks.scale import ask, find_register, measure_growth
from elshi.model.report import LANGUAGES

Figures = dict[str, float]
Result = TypeVar("Result")
SHARED = HERE.parent.parent / "shared"
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many reports each part reads."""

    pool: int = 5_000
    many: int = 50_000
    peers: int = 200
    registers: tuple[int, ...] = (1_000, 10_000, 100_000)
    asked: int = 60  # questions of each kind to the largest register
    folder: Path | None = None  # where the registers are kept from run to run


SMALL = Sizes(pool=300, many=1_500, peers=30, registers=(100,), asked=5)


def run_apart(work: Callable[..., Result], *given: object) -> Result:
    """Return what `work` returns in a process of its own.

    The system counts the memory of whoever starts a process as that of the process, so that whoever measures
    must stay small itself.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(work, *given).result()


def read_with(path: Path, reports: int, *options: str) -> Lap:
    """Return the lap of `elshi read` over a file of so many reports."""
    command = [sys.executable, "-m", "elshi", "read", str(path), "--format", "jsonl", *options]
    return run_process(command, reports)


@contextmanager
def written(reports: int, told: int = 2) -> Iterator[tuple[Path, int]]:
    """Give a file of so many reports, and how many characters it has."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        yield path, run_apart(write_bulk, path, reports, LANGUAGES, told)


def measure_reading(sizes: Sizes) -> Figures:
    """Return the pace and memory of one process and of two."""
    with written(sizes.pool) as (path, characters):
        one, two = read_with(path, sizes.pool), read_with(path, sizes.pool, "--jobs", "2")
    return {
        "reports": sizes.pool,
        "characters a report": characters / sizes.pool,
        "reports a second, 1 process": sizes.pool / one.whole,
        "characters a second, 1 process": characters / one.whole,
        "peak MB, 1 process": one.memory / _MEGABYTE,
        "reports a second, 2 processes": sizes.pool / two.whole,
        "characters a second, 2 processes": characters / two.whole,
        "peak MB of the largest of 2 processes": two.memory / _MEGABYTE,
        "2 processes to 1": one.whole / two.whole,
        "processor ms a report, 1 process": 1000 * one.used / sizes.pool,
        "processor ms a report, 2 processes": 1000 * two.used / sizes.pool,
    }


def measure_memory(sizes: Sizes) -> Figures:
    """Return the peak memory of a long run beside that of a short one, in one process."""
    figures: Figures = {}
    for reports in (sizes.pool, sizes.many):
        with written(reports, told=1) as (path, _):  # short ones, since it is many
            figures[f"peak MB after {reports:,} reports"] = read_with(path, reports).memory / _MEGABYTE
    few, many = figures.values()
    return figures | {"long run to short one": many / few}


def measure_peers(sizes: Sizes) -> Figures:
    """Return the pace of Elshi and of Natasha in Russian, of Elshi and of spaCy in English, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        russian, english = Path(folder) / "ru.jsonl", Path(folder) / "en.jsonl"
        rows = (json.dumps({"text": text}, ensure_ascii=False) for text in write_reports(sizes.peers))
        russian.write_text("\n".join(rows) + "\n", "utf-8")
        write_bulk(english, sizes.peers, ("en",))
        return _compare(sizes, "Natasha", "peers_natasha.py", russian) | _compare(
            sizes, "spaCy", "peers_spacy.py", english
        )


def _compare(sizes: Sizes, name: str, script: str, path: Path) -> Figures:
    peer = [open_peer(), "-W", "ignore", str(HERE / script), str(path)]
    theirs, ours = run_process(peer, sizes.peers), read_with(path, sizes.peers)
    characters = sum(len(json.loads(line)["text"]) for line in path.read_text("utf-8").splitlines())
    figures: Figures = {}
    for who, lap in ((f"Elshi beside {name}", ours), (name, theirs)):
        pace = (sizes.peers - 1) / (lap.whole - lap.first)
        figures |= {
            f"{who}: reports a second, all": sizes.peers / lap.whole,
            f"{who}: reports a second, after the first": pace,
            f"{who}: characters a second, after the first": pace * characters / sizes.peers,
            f"{who}: processor ms a report": 1000 * lap.used / sizes.peers,
            f"{who}: peak MB": lap.memory / _MEGABYTE,
        }
    return figures


def measure_ray(sizes: Sizes) -> Figures:
    """Return the pace on Ray clusters of one and of two nodes with a core each, beside that of the pool."""
    figures: Figures = {"reports": sizes.pool}
    with written(sizes.pool) as (path, _), written(sizes.pool // 10) as (few, _):
        options = {"one process": (), "pool of 2": ("--jobs", "2")}
        seconds = {name: read_with(path, sizes.pool, *words).whole for name, words in options.items()}
        started = {name: read_with(few, sizes.pool // 10, *words).whole for name, words in options.items()}
        for nodes in (1, 2):
            name = f"{nodes} Ray node{'s'[: nodes - 1]}"
            seconds[name], started[name] = run_apart(_read_on_cluster, nodes, path, few)
    for name, whole in seconds.items():
        each = (whole - started[name]) / (sizes.pool * 0.9)
        figures |= {
            f"{name}: reports a second": sizes.pool / whole,
            f"{name}: ms a report beyond the start": 1000 * each,
            f"{name}: seconds to start": max(0.0, whole - each * sizes.pool),
        }
    return figures | _rate_ray(figures)


def _rate_ray(figures: Mapping[str, float]) -> Figures:
    """Return how Ray does beside the pool, and from how many reports it is sooner done than one process."""
    gain = (
        figures["one process: ms a report beyond the start"]
        - figures["2 Ray nodes: ms a report beyond the start"]
    )
    start = figures["2 Ray nodes: seconds to start"] - figures["one process: seconds to start"]
    pace = {name: figures[f"{name}: reports a second"] for name in ("pool of 2", "1 Ray node", "2 Ray nodes")}
    return {
        "2 Ray nodes to the pool of 2": pace["2 Ray nodes"] / pace["pool of 2"],
        "efficiency of 2 Ray nodes": pace["2 Ray nodes"] / (2 * pace["1 Ray node"]),
        "reports from which 2 Ray nodes beat one process": 1000 * start / gain if gain > 0 else float("inf"),
    }


def _read_on_cluster(nodes: int, path: Path, few: Path) -> tuple[float, float]:
    """Return the seconds of both files on a cluster; a process can have but one in its life."""
    with cluster(nodes) as environment:
        return _read_on_ray(path, environment), _read_on_ray(few, environment)


def _read_on_ray(path: Path, environment: Mapping[str, str]) -> float:
    with tempfile.TemporaryDirectory() as shards:
        command = [sys.executable, "-m", "elshi", "read", str(path), "--format", "jsonl",
                   "--engine", "ray", "--shards", shards]  # fmt: skip
        begun = time.perf_counter()
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
        return time.perf_counter() - begun


@contextmanager
def cluster(nodes: int) -> Iterator[dict[str, str]]:
    """Give the environment in which a cluster of so many nodes with one core each is to be had."""
    import secrets  # noqa: PLC0415 - with what follows

    os.environ |= {"RAY_AUTH_MODE": "token", "RAY_USAGE_STATS_ENABLED": "0", "RAY_worker_niceness": "0"}
    os.environ["RAY_AUTH_TOKEN"] = secrets.token_hex(16)
    from ray.cluster_utils import Cluster  # noqa: PLC0415 - after the environment is set

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    for _ in range(nodes - 1):
        made.add_node(num_cpus=1)
    try:
        yield os.environ | {"RAY_ADDRESS": str(made.address)}
    finally:
        made.shutdown()


def measure_register(sizes: Sizes) -> Figures:
    """Return what one more report costs registers of several sizes, and how soon the largest answers."""
    with tempfile.TemporaryDirectory() as own:
        folder = sizes.folder or Path(own)
        paths = {size: find_register(folder, size) for size in sizes.registers}
        figures: Figures = {}
        for size, path in paths.items():
            growth = measure_growth(path, size)
            figures |= {
                f"{size:,} engagements: ms for one more report, median": growth.adding.median,
                f"{size:,} engagements: ms for one more report, 95th percentile": growth.adding.slow,
                f"{size:,} engagements: bytes a report": growth.bytes,
            }
        largest = max(paths)
        figures |= {"ms for one more report": growth.adding.median, "bytes a report, register": growth.bytes}
        for name, span in ask(paths[largest], largest, sizes.asked).items():
            figures[f"{name}, ms, median"] = span.median
            figures[f"{name}, ms, 95th percentile"] = span.slow
    return figures | {"bytes a report, shards": _measure_shards(sizes.pool // 10)}


def _measure_shards(reports: int) -> float:
    """Return the bytes that a report takes in shards."""
    from elshi.engines.base import Way  # noqa: PLC0415 - needs the extra 'ray'
    from elshi.engines.making import Making, make_shards  # noqa: PLC0415 - the same
    from elshi.engines.pieces import Piece  # noqa: PLC0415 - the same
    from elshi.engines.shards import ShardStore  # noqa: PLC0415 - the same

    with written(reports) as (path, _), tempfile.TemporaryDirectory() as shards:
        list(make_shards(Piece((str(path),)), Making(Way(), ShardStore(shards))))
        return sum(file.stat().st_size for file in Path(shards).rglob("*.parquet")) / reports


def measure_accuracy(_: Sizes) -> Figures:
    """Return F1 on the gold records, where they and their scorer are beside the checkout; else nothing."""
    if not (SHARED / "score.py").exists():
        return {}
    gold, texts = SHARED / "gold/dev", SHARED / "gold/dev-texts"
    with tempfile.TemporaryDirectory() as out:
        _run("-m", "elshi", "read", str(texts), "--out", out)
        found = json.loads(_run(str(SHARED / "score.py"), str(gold), out, "--texts", str(texts), "--json"))
    kinds = ("engagements", "participants", "positions", "initiatives", "commitments", "tenures")
    return {f"F1 of {kind}": found[kind]["f1"] for kind in kinds}


def _run(*words: str) -> str:
    return subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own


PARTS: Mapping[str, Callable[[Sizes], Figures]] = {
    "reading": measure_reading,
    "memory": measure_memory,
    "peers": measure_peers,
    "ray": measure_ray,
    "register": measure_register,
    "accuracy": measure_accuracy,
}
