"""Shards: what came of some reports, as a Parquet file that is named by what went in.

The name of a shard is a digest of the reader's configuration and of every capture in it. So a shard that is
there need not be made again, whoever made it and whenever, and one of other bytes or of another lexicon is
never taken for it. A shard is written under another name first and renamed when it is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import posixpath
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.core import url_to_fs

from elshi.engines.base import Done, Origin, Shard
from elshi.engines.wire import read_wire, write_wire
from elshi.engines.work import Failure, trace_origin
from elshi.errors import ElshiError, SourceError
from elshi.model.frame import Reading
from elshi.model.report import Capture

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

REPORTS = 50  # of one shard: a second or two of work, and one transaction of the register
_SCHEMA = pa.schema({
    "origin": pa.string(), "report": pa.string(), "reading": pa.string(), "failure": pa.string(),
})  # fmt: skip


def name_shard(configuration: str, items: Iterable[Capture | SourceError]) -> str:
    """Return the name of the shard of these captures, read by this configuration."""
    digest = hashlib.blake2b(configuration.encode(), digest_size=20)
    for item in items:
        told = write_wire(Failure.take(item)) if isinstance(item, SourceError) else item
        digest.update((told if isinstance(told, str) else trace_origin(told).receipt.digest).encode() + b"\n")
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class ShardStore:
    """The folder of shards: a path, or the address of a place that fsspec reaches."""

    address: str

    def holds(self, name: str) -> bool:
        """Tell whether the shard is there, whole."""
        system, path = self._find(name)
        return bool(system.exists(path))

    def write(self, name: str, shard: Shard) -> None:
        """Write the shard whole or not at all; what stood under its name is replaced."""
        system, path = self._find(name)
        system.makedirs(posixpath.dirname(path), exist_ok=True)
        half = f"{path}.{secrets.token_hex(8)}.part"
        buffer = io.BytesIO()
        pq.write_table(pa.Table.from_pylist([_describe(done) for done in shard], _SCHEMA), buffer,
                       compression="zstd")  # fmt: skip
        with system.open(half, "wb") as file:
            file.write(buffer.getvalue())
        system.mv(half, path)

    def read(self, name: str) -> Shard:
        """Return the shard. Raises ElshiError where it is damaged or gone."""
        system, path = self._find(name)
        try:
            with system.open(path, "rb") as file:
                rows = pq.read_table(io.BytesIO(file.read()), schema=_SCHEMA).to_pylist()
            return tuple(_parse(row) for row in rows)
        except (OSError, ValueError, TypeError) as error:  # those of pyarrow are ValueErrors
            message = f"{path}: this shard cannot be read ({error}); remove it and give the command again"
            raise ElshiError(message) from error

    def note(self, name: str, trial: str) -> None:
        """Write down how far the making of a shard is, for whoever has to begin it again."""
        system, path = self._find(name, ".trial")
        system.makedirs(posixpath.dirname(path), exist_ok=True)
        with system.open(path, "w") as file:
            file.write(trial)

    def read_note(self, name: str) -> str | None:
        """Return what was noted last of the making of a shard; None where it was not begun."""
        system, path = self._find(name, ".trial")
        if not system.exists(path):
            return None
        with system.open(path, "r") as file:
            return str(file.read())

    def forget(self, name: str) -> None:
        """Take the note away."""
        system, path = self._find(name, ".trial")
        with contextlib.suppress(FileNotFoundError):  # another worker made the same shard
            system.rm(path)

    def _find(self, name: str, suffix: str = ".parquet") -> tuple[AbstractFileSystem, str]:
        # Two letters of the name are a folder: no place likes a hundred thousand files in one.
        system, root = url_to_fs(self.address)
        return system, posixpath.join(root, name[:2], name + suffix)


def _describe(done: Done) -> dict[str, str | None]:
    reading = done.outcome if isinstance(done.outcome, Reading) else None
    failure = done.outcome if isinstance(done.outcome, SourceError) else None
    return {
        "origin": write_wire(done.origin) if done.origin else None,
        "report": reading.report.id if reading else None,
        "reading": write_wire(reading) if reading else None,
        "failure": write_wire(Failure.take(failure)) if failure else None,
    }


def _parse(row: dict[str, str | None]) -> Done:
    origin = read_wire(Origin, row["origin"]) if row["origin"] else None
    if row["reading"]:
        return Done(origin, read_wire(Reading, row["reading"]))
    return Done(origin, read_wire(Failure, row["failure"] or "null").restore())
