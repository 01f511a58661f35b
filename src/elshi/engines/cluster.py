"""Reading on a Ray cluster: its workers make shards, and this process takes them in order.

A cluster that is running is named by RAY_ADDRESS; otherwise one is started on this machine for as long as the
engine is open. Neither the dashboard nor usage statistics are ever started from here.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from contextlib import ExitStack
from typing import Any

from elshi.engines.base import Done, Knows, Shard, Way
from elshi.engines.making import Making, make_shards, tell_configuration
from elshi.engines.pieces import Piece, cut_paths
from elshi.engines.shards import REPORTS, ShardStore
from elshi.engines.wire import read_wire, write_wire
from elshi.engines.work import sweep_less
from elshi.errors import ElshiError, UsageError

_SHARE = (
    0.25  # of a core is asked for a worker: where nodes are lost, their workers fit on those that are left
)


class Worker:
    """One reader of the cluster, which takes a piece at a time."""

    def __init__(self, making: str, configuration: str) -> None:
        """Make shards as `making` (of the wire) says. Raises ElshiError where this node reads otherwise."""
        self._making = read_wire(Making, making)
        own = tell_configuration(self._making.way)
        if own != configuration:
            message = f"a node reads by {own}, not by {configuration}: install the same Elshi on all nodes"
            raise ElshiError(message)

    def __call__(self, batch: dict[str, Any]) -> Iterator[dict[str, list[str]]]:
        """Yield the names of the shards of each piece of `batch`."""
        for text in batch["piece"]:
            for name in make_shards(read_wire(Piece, str(text)), self._making):
                yield {"shard": [name]}


class RayEngine:
    """An engine of `jobs` workers on a Ray cluster, None for one a core of it.

    Shards go to the folder `store`, a path or an address that all nodes reach; None is a folder of this
    machine that goes when the engine is closed. With `resume` shards that are there are not made again.
    """

    def __init__(
        self,
        way: Way,
        jobs: int | None = None,
        store: str | None = None,
        *,
        resume: bool = False,
        reports: int = REPORTS,
    ) -> None:
        """Connect to the cluster, or start one here.

        Raises UsageError where Ray is missing, where its tokens are turned off, and where a cluster of
        several machines is given no `store`.
        """
        prepare_environment(os.environ)
        sweep_less()
        self._ray, self._stack = _import_ray(), ExitStack()
        try:
            self._connect(jobs)
            self._making = Making(way, ShardStore(store or self._make_folder()), resume, reports)
        except BaseException:
            self.close()
            raise
        self._jobs = jobs or max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def _connect(self, jobs: int | None) -> None:
        if self._ray.is_initialized():
            return
        running = os.environ.get("RAY_ADDRESS", "local") != "local"
        own: dict[str, Any] = {} if running else {"num_cpus": jobs, "include_dashboard": False}
        self._ray.init(log_to_driver=False, logging_level="error", **own)
        self._stack.callback(self._ray.shutdown)

    def _make_folder(self) -> str:
        """Return a folder for the shards of this run; raises UsageError where others have to reach it."""
        if len({node["NodeManagerAddress"] for node in self._ray.nodes() if node["Alive"]}) > 1:
            message = "the cluster has several machines: give --shards with a folder that all of them reach"
            raise UsageError(message)
        return self._stack.enter_context(tempfile.TemporaryDirectory(prefix="elshi-shards-"))

    def map(self, paths: Sequence[str], knows: Knows | None = None) -> Iterator[Shard]:
        """Yield the shards of all reports under `paths`. Raises ElshiError where the work cannot go on."""
        pieces = [{"piece": write_wire(piece)} for piece in cut_paths(paths)]
        if not pieces:
            return
        for name in self._make(pieces):
            yield tuple(_leave_known(done, knows) for done in self._making.store.read(name))

    def close(self) -> None:
        """Leave the cluster, and end it where it was started here."""
        self._stack.close()

    def spread(self, work: Callable[[str], str], tasks: Iterable[str]) -> Iterator[str]:
        """Yield what `work` makes of each task, in their order, as `map` would."""

        def call(batch: dict[str, Any]) -> dict[str, list[str]]:
            return {"done": [work(str(task)) for task in batch["task"]]}

        given = self._give([{"task": task} for task in tasks])
        return self._take(given.map_batches(call, batch_size=1, num_cpus=_SHARE), "done")

    def _make(self, pieces: list[dict[str, str]]) -> Iterator[str]:
        pool = self._ray.data.ActorPoolStrategy(
            size=min(self._jobs, len(pieces)), max_tasks_in_flight_per_actor=2
        )
        made = self._give(pieces).map_batches(
            Worker,
            batch_size=1,
            compute=pool,
            fn_constructor_args=(write_wire(self._making), tell_configuration(self._making.way)),
            num_cpus=_SHARE,
        )
        return self._take(made, "shard")

    def _give(self, rows: list[dict[str, str]]) -> Any:  # noqa: ANN401 - a Dataset of Ray
        """Return a dataset with a block for each of `rows`, so that each goes to whoever is free."""
        context = self._ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.enable_progress_bars = context.print_on_execution_start = False
        return self._ray.data.from_items(rows, override_num_blocks=max(1, len(rows)))

    def _take(self, made: Any, column: str) -> Iterator[str]:  # noqa: ANN401 - the same
        try:
            for row in made.iter_rows():
                yield row[column]
        except self._ray.exceptions.RayError as error:
            message = f"the cluster could not go on: {_say(error)}; give the same command with --resume"
            raise ElshiError(message) from error


def prepare_environment(environment: MutableMapping[str, str]) -> None:
    """Turn usage statistics off and tokens on; Ray reads this when it is imported.

    Ray listens on the address by which other machines reach this one, even where it runs on this one alone:
    so there is no cluster without a token. Raises UsageError where `environment` turns tokens off.
    """
    environment["RAY_USAGE_STATS_ENABLED"] = "0"
    environment.setdefault("RAY_DATA_LOG_LEVEL", "ERROR")
    environment.setdefault("RAY_worker_niceness", "0")  # of a cluster started here: as --engine local reads
    if environment.setdefault("RAY_AUTH_MODE", "token") != "token":
        message = (
            "RAY_AUTH_MODE is not 'token', so that whoever reaches the cluster could run programs on it; "
            "leave it unset, or start the cluster with RAY_AUTH_MODE=token (see `ray get-auth-token`)"
        )
        raise UsageError(message)


def _import_ray() -> Any:  # noqa: ANN401 - a library without types of ours
    try:
        import ray  # noqa: PLC0415 - an extra, and slow to import
        import ray.data  # noqa: PLC0415 - the same
    except ImportError as error:
        message = "--engine ray needs Ray, for Python below 3.14: pip install 'elshi[ray]'"
        raise UsageError(message) from error
    return ray


def _leave_known(done: Done, knows: Knows | None) -> Done:
    known = knows is not None and done.origin is not None and knows(done.origin.receipt)
    return Done(done.origin, None) if known else done


def _say(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
