"""Keys of programs. Of the key only a digest is kept; a revoked one stays on record."""

from __future__ import annotations

import json
from typing import Any

from elshi.model.account import Token
from elshi.record.connection import Connection

_COLUMNS = "id, digest, owner, label, scopes, added_at, expires_at, revoked_at, used_at"


class Tokens:
    """The tokens of a desk."""

    def __init__(self, db: Connection) -> None:
        """Keep them in `db`."""
        self._db = db

    def add(self, token: Token) -> None:
        """Add a token."""
        self._db.run(
            "INSERT INTO desk_tokens (id, digest, owner, label, scopes, added_at, expires_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            token.id, token.digest, token.owner, token.label, json.dumps(sorted(token.scopes)),
            token.added_at, token.expires_at,
        )  # fmt: skip

    def find(self, digest: str) -> Token | None:
        """Return the token with this digest, revoked or not."""
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM desk_tokens WHERE digest = ?", digest)  # noqa: S608 - ours
        return _read(rows[0]) if rows else None

    def list(self) -> tuple[Token, ...]:
        """Return all tokens in the order of adding, revoked ones too."""
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM desk_tokens ORDER BY added_at, id")  # noqa: S608 - ours
        return tuple(_read(row) for row in rows)

    def touch(self, ident: str, at: str) -> None:
        """Record that a token was used."""
        self._db.run("UPDATE desk_tokens SET used_at = ? WHERE id = ?", at, ident)

    def revoke(self, ident: str, at: str) -> None:
        """Revoke one token; one that is revoked stays as it is."""
        self._db.run("UPDATE desk_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", at, ident)

    def revoke_all(self, owner: str, at: str) -> None:
        """Revoke all tokens of a user."""
        sql = "UPDATE desk_tokens SET revoked_at = ? WHERE owner = ? AND revoked_at IS NULL"
        self._db.run(sql, at, owner)


def _read(row: Any) -> Token:  # noqa: ANN401 - a row of the database
    ident, digest, owner, label, scopes, *times = row
    return Token(ident, digest, owner, label, frozenset(json.loads(scopes)), *times)
