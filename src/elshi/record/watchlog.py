"""The log of watching: sources, what they listed, and the captures that were kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, fields

from elshi.model.watching import Item, SourceLog
from elshi.record.beside import open_beside
from elshi.record.connection import Connection
from elshi.settings import Location

_SOURCE = tuple(field.name for field in fields(SourceLog))
_ITEM = tuple(field.name for field in fields(Item))


class WatchLog:
    """What watching remembers. What is written stands when the method returns, or the transaction ends."""

    def __init__(self, db: Connection) -> None:
        """Keep it in `db`."""
        self._db = db

    def transaction(self) -> AbstractContextManager[None]:
        """Write all that happens inside, or nothing."""
        return self._db.transaction()

    def write_source(self, log: SourceLog) -> None:
        """Write how a source fares, in place of what was known of it."""
        self._db.run(_put("watch_sources", _SOURCE), *astuple(log))

    def read_sources(self) -> list[SourceLog]:
        """Return all sources by name."""
        rows = self._db.rows(f"SELECT {', '.join(_SOURCE)} FROM watch_sources ORDER BY name")  # noqa: S608 - ours
        return [SourceLog(*row) for row in rows]

    def write_items(self, items: Iterable[Item]) -> None:
        """Write items, in place of those with the same keys."""
        self._db.run_many(_put("watch_items", _ITEM), [astuple(item) for item in items])

    def read_items(self, keys: Sequence[str]) -> dict[str, Item]:
        """Return the items with these keys, by key; those unknown are left out."""
        condition, value = self._db.among("key", keys)
        return {item.key: item for item in self._select(f"WHERE {condition}", value)}

    def list_due(self, now: str) -> list[Item]:
        """Return the items to ask for at `now`, in the order of finding."""
        due = "WHERE state = 'waiting' AND (next_at IS NULL OR next_at <= ?) ORDER BY found_at, key"
        return self._select(due, now)

    def list_kept(self) -> list[Item]:
        """Return the items that are in the archive and not read yet, in the order of finding."""
        return self._select("WHERE state = 'kept' ORDER BY found_at, key")

    def list_failed(self) -> list[Item]:
        """Return the items that could not be had or read, in the order of finding."""
        return self._select("WHERE state = 'failed' ORDER BY found_at, key")

    def add_capture(self, item: Item) -> None:
        """Record the capture that `item` is kept in; the same place once more changes nothing."""
        self._db.run(
            "INSERT INTO watch_captures (place, key, digest, kept_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            item.capture, item.key, item.digest, item.done_at,
        )  # fmt: skip

    def set_report(self, place: str, report: str) -> None:
        """Record which report the capture at `place` became."""
        self._db.run("UPDATE watch_captures SET report = ? WHERE place = ?", report, place)

    def list_captures(self, report: str) -> list[tuple[str, str, str]]:
        """Return place, address and time of the captures that became `report`, the oldest first."""
        return self._db.rows(
            "SELECT c.place, i.address, c.kept_at FROM watch_captures c JOIN watch_items i ON i.key = c.key"
            " WHERE c.report = ? ORDER BY c.kept_at, c.place",
            report,
        )

    def count_items(self, since: str) -> dict[str, dict[str, int]]:
        """Return by source how many items there are by state, and as 'recent' those found after `since`."""
        counts: dict[str, dict[str, int]] = {}
        for source, state, number, recent in self._db.rows(
            "SELECT source, state, count(*), sum(CASE WHEN found_at >= ? THEN 1 ELSE 0 END)"
            " FROM watch_items GROUP BY source, state",
            since,
        ):
            of_source = counts.setdefault(source, {"recent": 0})
            of_source[state] = number
            of_source["recent"] += int(recent)
        return counts

    def forget_others(self, names: Collection[str]) -> None:
        """Forget how sources fared that are watched no longer; what they listed stays known."""
        for log in self.read_sources():
            if log.name not in names:
                self._db.run("DELETE FROM watch_sources WHERE name = ?", log.name)

    def close(self) -> None:
        """Let go of the database. Closing twice does no harm."""
        self._db.close()

    def _select(self, where: str, *values: object) -> list[Item]:
        rows = self._db.rows(f"SELECT {', '.join(_ITEM)} FROM watch_items {where}", *values)  # noqa: S608 - ours
        return [Item(*row) for row in rows]


def open_watchlog(register: Location) -> WatchLog:
    """Open the log of watching beside `register`, made where it is absent. Raises RegisterError."""
    return WatchLog(open_beside(register, "watch"))


def _put(table: str, columns: Sequence[str]) -> str:
    marks = ", ".join("?" for _ in columns)
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    listed = ", ".join(columns)
    return (
        f"INSERT INTO {table} ({listed}) VALUES ({marks}) ON CONFLICT ({columns[0]}) DO UPDATE SET {updates}"  # noqa: S608 - ours
    )
