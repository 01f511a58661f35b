"""Accounts in a table: never deleted, so that a name in a judgement means one person for ever."""

from __future__ import annotations

import unicodedata

from elshi.errors import Message, UsageError
from elshi.model.account import Account, Role
from elshi.record.connection import Connection

_COLUMNS = "name, role, password, added_at, removed_at"


class Accounts:
    """The users of a desk."""

    def __init__(self, db: Connection) -> None:
        """Keep them in `db`."""
        self._db = db

    def add(self, account: Account) -> None:
        """Add an account; raises UsageError where its name is, or was, taken."""
        with self._db.transaction():
            held = self._db.rows(
                "SELECT name, removed_at FROM desk_accounts WHERE folded = ?", fold_name(account.name)
            )
            if held:
                message = (
                    Message(
                        "%(name)s was removed, and may be let in again; "
                        "names are not given twice, so give another",
                        name=held[0][0],
                    )
                    if held[0][1]
                    else Message(
                        "%(name)s is a user already; names are not given twice, so give another",
                        name=held[0][0],
                    )
                )
                raise UsageError(message)
            self._db.run(
                "INSERT INTO desk_accounts (name, folded, role, password, added_at) VALUES (?, ?, ?, ?, ?)",
                account.name, fold_name(account.name), account.role, account.password, account.added_at,
            )  # fmt: skip

    def find(self, name: str) -> Account | None:
        """Return the account of this name that was not removed, however its letters are written."""
        rows = self._db.rows(
            f"SELECT {_COLUMNS} FROM desk_accounts WHERE folded = ? AND removed_at IS NULL",  # noqa: S608 - ours
            fold_name(name),
        )
        return Account(*rows[0]) if rows else None

    def list(self) -> tuple[Account, ...]:
        """Return all accounts by name, removed ones too."""
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM desk_accounts ORDER BY name")  # noqa: S608 - ours
        return tuple(Account(*row) for row in rows)

    def set_role(self, name: str, role: Role) -> None:
        """Give the account another role."""
        self._db.run("UPDATE desk_accounts SET role = ? WHERE name = ?", role, name)

    def set_password(self, name: str, password: str) -> None:
        """Give the account another hash of a password."""
        self._db.run("UPDATE desk_accounts SET password = ? WHERE name = ?", password, name)

    def remove(self, name: str, at: str) -> None:
        """Close the account."""
        self._db.run("UPDATE desk_accounts SET removed_at = ? WHERE name = ?", at, name)

    def restore(self, name: str) -> None:
        """Open the account again."""
        self._db.run("UPDATE desk_accounts SET removed_at = NULL WHERE name = ?", name)


def fold_name(name: str) -> str:
    """Return what two names that look alike have in common: case and forms of letters left out."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
