"""The store in one SQLite file: one writer and any number of readers at once, safe at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from elshi.model.entry import Fault
from elshi.record.opening import open_file
from elshi.record.sql import RESTORE, SqlStore


class SqliteStore(SqlStore):
    """A `Store` in a file."""

    def __init__(self, path: Path, *, create: bool = True, readonly: bool = False) -> None:
        """Open `path`; raises RegisterError as `Register.open` says."""
        super().__init__(open_file(path, create=create, readonly=readonly))

    def _find_damage(self) -> Iterator[Fault]:
        for (line,) in self._db.rows("PRAGMA integrity_check"):
            if line != "ok":
                yield Fault("file", line.replace("\n", " "), RESTORE)
        for table, row, parent, _ in self._db.rows("PRAGMA foreign_key_check"):
            yield Fault(f"{table} {row}", f"refers to nothing in {parent}", RESTORE)
