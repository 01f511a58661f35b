"""How a worker makes the shards of a piece, and what it does where a report ends the worker itself.

An error that a report brings out is caught and listed. A report may also end the process: too little memory,
a fault in a library. Whoever has the work then begins the shard again, and would for ever. So that a shard is
begun is noted beside it, and the second time each report is noted before it is read. One at which
the process has ended twice is listed as unreadable, and the others are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from elshi.engines.base import Done, Way
from elshi.engines.pieces import Piece, open_piece
from elshi.engines.shards import REPORTS, ShardStore, name_shard
from elshi.engines.work import make_reader, pass_on, read_capture
from elshi.errors import SourceError
from elshi.model.frame import Reading
from elshi.model.report import Capture

Read = Callable[[Capture, Way], Reading | SourceError]
_TRIALS = 2  # times that a report may end its process, one of them by chance


def tell_configuration(way: Way) -> str:
    """Return by what reports are read in this way: equal for what reads alike."""
    return f"{make_reader(way.encoder, 1).digest}|{way.published}|{way.largest_bytes}|{way.marked}"


@dataclass(frozen=True, slots=True)
class Making:
    """How shards are made: of so many `reports` each, into `store`; with `resume` what is there stays."""

    way: Way
    store: ShardStore
    resume: bool = False
    reports: int = REPORTS


def make_shards(piece: Piece, making: Making, read: Read = read_capture) -> Iterator[str]:
    """Yield the names of the shards of `piece`, each when it is there; `read` reads one capture."""
    configuration = tell_configuration(making.way)
    items = open_piece(piece, making.way.largest_bytes)
    while batch := tuple(islice(items, making.reports)):
        name = name_shard(configuration, batch)
        if not (making.resume and making.store.holds(name)):
            _make(name, batch, making, read)
        yield name


def _make(name: str, batch: Sequence[Capture | SourceError], making: Making, read: Read) -> None:
    store = making.store
    note = store.read_note(name)
    trial: dict[str, int] = json.loads(note) if note else {}
    store.note(name, json.dumps(trial))
    shard = []
    for place, item in enumerate(batch):
        if note is not None and isinstance(item, Capture):
            trial[str(place)] = trial.get(str(place), 0) + 1
            store.note(name, json.dumps(trial))
        shard.append(_read(item, making.way, read, trial.get(str(place), 0)))
        trial.pop(str(place), None)
    store.write(name, tuple(shard))
    store.forget(name)


def _read(item: Capture | SourceError, way: Way, read: Read, begun: int) -> Done:
    if isinstance(item, SourceError):
        return pass_on(item, None)
    if begun > _TRIALS:
        cause = f"reading it ended the process {_TRIALS} times"
        return pass_on(item, SourceError(item.source, cause, "please report this with the text", item.line))
    return pass_on(item, read(item, way))
