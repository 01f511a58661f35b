"""Opening what the desk keeps: a file of its own beside a register's, or tables in a team's database."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.record.beside import open_beside
from elshi.record.connection import Connection
from elshi.record.desk.accounts import Accounts
from elshi.record.desk.batches import Batches
from elshi.record.desk.proposals import Proposals
from elshi.record.desk.sessions import Sessions
from elshi.record.desk.tokens import Tokens
from elshi.settings import Location


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the desk keeps, in one database. Closing it lets go of that."""

    accounts: Accounts
    sessions: Sessions
    tokens: Tokens
    proposals: Proposals
    batches: Batches
    db: Connection

    def close(self) -> None:
        """Let go of the database. Closing twice does no harm."""
        self.db.close()


def open_desk(register: Location) -> Desk:
    """Open the desk of the register at `register`; its tables are made where they are absent.

    The file can be read by its owner alone. Raises RegisterError where it cannot be used.
    """
    db = open_beside(register, "desk")
    return Desk(Accounts(db), Sessions(db), Tokens(db), Proposals(db), Batches(db), db)
