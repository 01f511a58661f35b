"""Who is logged in. Of the cookie's secret only a digest is kept."""

from __future__ import annotations

from elshi.model.account import Session
from elshi.record.connection import Connection


class Sessions:
    """The sessions of a desk."""

    def __init__(self, db: Connection) -> None:
        """Keep them in `db`."""
        self._db = db

    def add(self, session: Session) -> None:
        """Begin a session."""
        self._db.run(
            "INSERT INTO desk_sessions (digest, owner, begun_at, seen_at) VALUES (?, ?, ?, ?)",
            session.digest, session.owner, session.begun_at, session.seen_at,
        )  # fmt: skip

    def find(self, digest: str) -> Session | None:
        """Return the session with this digest."""
        sql = "SELECT digest, owner, begun_at, seen_at FROM desk_sessions WHERE digest = ?"
        rows = self._db.rows(sql, digest)
        return Session(*rows[0]) if rows else None

    def touch(self, digest: str, at: str) -> None:
        """Record that a session was used."""
        self._db.run("UPDATE desk_sessions SET seen_at = ? WHERE digest = ?", at, digest)

    def end(self, digest: str) -> None:
        """End one session."""
        self._db.run("DELETE FROM desk_sessions WHERE digest = ?", digest)

    def end_all(self, owner: str) -> None:
        """End all sessions of a user."""
        self._db.run("DELETE FROM desk_sessions WHERE owner = ?", owner)

    def end_older(self, begun_before: str, seen_before: str) -> None:
        """End the sessions that began, or were last used, before these times."""
        self._db.run("DELETE FROM desk_sessions WHERE begun_at < ? OR seen_at < ?", begun_before, seen_before)
