"""The store in one SQLite file: one writer and any number of readers at once, safe at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from elshi.model.entry import Fault
from elshi.record.copying import refuse_filled
from elshi.record.faults import RESTORE
from elshi.record.opening import open_file
from elshi.record.sql import SqlStore
from elshi.record.sqlite_connection import SqliteConnection


class SqliteStore(SqlStore):
    """A `Store` in a file."""

    def __init__(self, path: Path, *, create: bool = True, readonly: bool = False) -> None:
        """Open `path`; raises RegisterError as `Register.open` says."""
        self._file = open_file(path, create=create, readonly=readonly)
        super().__init__(self._file)

    def copy_into(self, empty: SqlStore) -> int:
        """Copy everything into the store `empty`; into another file as SQLite backs up a file in use."""
        return empty.take_backup(self._file) if isinstance(empty, SqliteStore) else super().copy_into(empty)

    def take_backup(self, source: SqliteConnection) -> int:
        """Become what `source` is at one moment; return how many reports there are.

        Raises RegisterError where anything is held here.
        """
        refuse_filled(self._file)
        source.back_up(self._file)
        return self._file.number("SELECT count(*) FROM reports")

    def _find_damage(self) -> Iterator[Fault]:
        for (line,) in self._db.rows("PRAGMA integrity_check"):
            if line != "ok":
                yield Fault("file", line.replace("\n", " "), RESTORE)
        for table, row, parent, _ in self._db.rows("PRAGMA foreign_key_check"):
            yield Fault(f"{table} {row}", f"refers to nothing in {parent}", RESTORE)
