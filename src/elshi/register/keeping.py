"""A census kept in a file beside its register, so that a server that is started again answers at once.

The file is believed only where it is whole, made by this Elshi, and of this register's own past: it says what
had been recorded until its census was taken, and the register must say the same. Whatever else lies there (of
another register, of one that was put back from a copy) is passed over, and written anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from elshi.record.base import Store
from elshi.register.census import Census, Column, Filed
from elshi.settings import SERVERS, Location, read_version

LAYOUT = 1  # of the file, and of what is counted how: another one where either changes
_KIND = b"elshi-census"
_DAYS = ("first", "last", "day", "starts")
_PERSONS = "persons"  # the column of persons before some were judged to be one
_INTEGER = np.dtype("<i4")  # on every machine


@dataclass(frozen=True, slots=True)
class CensusFile:
    """The file of a census. `warn` is told in one line where it is damaged."""

    path: Path
    warn: Callable[[str], None]

    def read(self, store: Store) -> Census | None:
        """Return the census that was kept of `store`, as it was at its stamp; None where there is none."""
        try:
            held = self.path.read_bytes()
        except OSError:  # there is none, or it is somebody else's
            return None
        head, _, body = held.partition(b"\n")
        made, _, digest = head.rpartition(b" ")
        if made != _write_maker() and made.startswith(_KIND):
            return None  # of another Elshi
        if made != _write_maker() or digest != _digest(body):
            self.warn(f"{self.path} is damaged: the register is counted again, and the file written anew")
            return None
        words, _, numbers = body.partition(b"\n")
        told = json.loads(words)
        stamp = told["stamp"]
        if stamp > store.read_stamp() or told["history"] != digest_history(store, stamp):
            return None
        return _unpack(told, np.frombuffer(numbers, _INTEGER))

    def write(self, census: Census, store: Store) -> None:
        """Keep `census`, which was taken of `store`; where the file cannot be written, nothing is kept."""
        packed = _pack(census, digest_history(store, census.stamp))
        with contextlib.suppress(OSError):
            _replace(self.path, b"%s %s\n%s" % (_write_maker(), _digest(packed), packed))


def find_file(register: Location, warn: Callable[[str], None]) -> CensusFile | None:
    """Return where a census is kept: that of 'elshi.db' in 'elshi.db.census'; None for a server's.

    The name has all of the register's in it: no two registers share a census, and none is taken for its own.
    """
    if isinstance(register, str) and register.startswith(SERVERS):
        return None
    path = Path(register)
    return CensusFile(path.with_name(f"{path.name}.census"), warn)


def digest_history(store: Store, until: str) -> str:
    """Return a digest of all that was recorded until a time: what was read and judged, how and when.

    Two registers of the same history hold the same entries; nothing that is recorded later changes it.
    """
    judged = [(j.id, j.at, j.withdrawn_at) for j in store.read_judgements(until)]
    return _digest(json.dumps([store.read_readings(until), judged]).encode()).decode()


def _write_maker() -> bytes:
    return b"%s %d %s" % (_KIND, LAYOUT, read_version().encode())


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=32).hexdigest().encode()


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, whoever reads or writes it meanwhile; its owner alone can read it."""
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _pack(census: Census, history: str) -> bytes:
    """Return a census as a line of JSON and the numbers of its columns, one after another."""
    columns = {**census.columns, _PERSONS: census.persons}
    numbers = [getattr(census, name) for name in _DAYS]
    numbers += [part for column in columns.values() for part in (column.rows, column.codes)]
    told = {
        "stamp": census.stamp,
        "history": history,
        "ids": census.ids,
        "reports": census.reports,
        "filed": [[one[k] for one in census.filed] for k in range(len(Filed._fields))],
        "values": {name: column.values for name, column in columns.items()},
        "lengths": [len(part) for part in numbers],
    }
    return b"%s\n%s" % (json.dumps(told).encode(), np.concatenate(numbers).astype(_INTEGER).tobytes())


def _unpack(told: Mapping[str, Any], numbers: NDArray[np.signedinteger[Any]]) -> Census:
    parts = iter(np.split(numbers.astype(np.int32), np.cumsum(told["lengths"])[:-1]))
    first, last, day, starts = (next(parts) for _ in _DAYS)
    columns = {n: Column(tuple(values), next(parts), next(parts)) for n, values in told["values"].items()}
    ids = tuple(told["ids"])
    return Census(
        stamp=told["stamp"],
        ids=ids,
        first=first,
        last=last,
        day=day,
        reports=_share(told["reports"]),
        starts=starts,
        persons=columns.pop(_PERSONS),
        columns=columns,
        places={ident: place for place, ident in enumerate(ids)},
        filed=tuple(map(Filed, *map(_share, told["filed"]))),
    )


def _share(texts: Sequence[str | None]) -> tuple[Any, ...]:
    """Return texts of which few are different, each kept once."""
    return tuple(text and sys.intern(text) for text in texts)
