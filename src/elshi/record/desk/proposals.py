"""What was proposed, and what an editor decided; nothing is deleted."""

from __future__ import annotations

import json
from typing import Any

from elshi.model.entry import write_canonical
from elshi.model.proposal import Decision, Proposal, describe_act, parse_act
from elshi.record.connection import Connection

_COLUMNS = "id, act, author, made_at, version, decision, decided_by, decided_at, decided_note, judgement"


class Proposals:
    """The proposals of a desk."""

    def __init__(self, db: Connection) -> None:
        """Keep them in `db`."""
        self._db = db

    def add(self, proposal: Proposal) -> None:
        """Add a proposal that waits."""
        self._db.run(
            "INSERT INTO desk_proposals (id, act, author, made_at, version) VALUES (?, ?, ?, ?, ?)",
            proposal.id, write_canonical(describe_act(proposal.act)), proposal.by, proposal.at,
            proposal.version,
        )  # fmt: skip

    def find(self, ident: str) -> Proposal | None:
        """Return one proposal."""
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM desk_proposals WHERE id = ?", ident)  # noqa: S608 - ours
        return _read(rows[0]) if rows else None

    def list(self, *, waiting: bool = False) -> tuple[Proposal, ...]:
        """Return the proposals, oldest first: all, or those on which nobody decided yet."""
        only = " WHERE decision IS NULL" if waiting else ""
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM desk_proposals{only} ORDER BY made_at, id")  # noqa: S608 - ours
        return tuple(_read(row) for row in rows)

    def decide(self, ident: str, decision: Decision, by: str, at: str, note: str | None) -> bool:
        """Record a decision on a proposal that waits; tell whether it still waited.

        Of two who decide at once one is told that it was too late.
        """
        with self._db.transaction():
            held = self.find(ident)
            if held is None or held.decision is not None:
                return False
            self._db.run(
                "UPDATE desk_proposals SET decision = ?, decided_by = ?, decided_at = ?, decided_note = ?"
                " WHERE id = ?",
                decision, by, at, note, ident,
            )  # fmt: skip
            return True

    def reopen(self, ident: str) -> None:
        """Let a proposal wait again: what it asked for could not be done, or was taken back."""
        self._db.run(
            "UPDATE desk_proposals SET decision = NULL, decided_by = NULL, decided_at = NULL,"
            " decided_note = NULL, judgement = NULL WHERE id = ?",
            ident,
        )

    def note_judgement(self, ident: str, judgement: str) -> None:
        """Record which judgement an accepted proposal became."""
        self._db.run("UPDATE desk_proposals SET judgement = ? WHERE id = ?", judgement, ident)


def _read(row: Any) -> Proposal:  # noqa: ANN401 - a row of the database
    ident, act, *rest = row
    return Proposal(ident, parse_act(json.loads(act)), *rest)
