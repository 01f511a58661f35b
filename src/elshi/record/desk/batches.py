"""Which judgements were made with one action, so that one action undoes them."""

from __future__ import annotations

import json

from elshi.model.proposal import Batch
from elshi.record.connection import Connection

_COLUMNS = "id, author, made_at, judgements, undone_at"


class Batches:
    """What was done at a desk, and what was undone."""

    def __init__(self, db: Connection) -> None:
        """Keep it in `db`."""
        self._db = db

    def add(self, batch: Batch) -> None:
        """Add a batch."""
        self._db.run(
            "INSERT INTO desk_batches (id, author, made_at, judgements) VALUES (?, ?, ?, ?)",
            batch.id, batch.by, batch.at, json.dumps(batch.judgements),
        )  # fmt: skip

    def find(self, ident: str) -> Batch | None:
        """Return one batch."""
        return self._read("WHERE id = ?", ident)

    def find_last(self, by: str) -> Batch | None:
        """Return the last batch of a person that is not undone."""
        return self._read("WHERE author = ? AND undone_at IS NULL ORDER BY made_at DESC, id DESC LIMIT 1", by)

    def undo(self, ident: str, at: str) -> bool:
        """Record that a batch was undone; tell whether it was not undone before."""
        with self._db.transaction():
            held = self.find(ident)
            if held is None or held.undone_at:
                return False
            self._db.run("UPDATE desk_batches SET undone_at = ? WHERE id = ?", at, ident)
            return True

    def _read(self, where: str, value: str) -> Batch | None:
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM desk_batches {where}", value)  # noqa: S608 - ours
        if not rows:
            return None
        ident, author, made_at, judgements, undone_at = rows[0]
        return Batch(ident, author, made_at, tuple(json.loads(judgements)), undone_at)
