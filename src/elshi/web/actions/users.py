"""Managing users and the tokens of their programs."""

from __future__ import annotations

from elshi.desk import users
from elshi.errors import Message, UsageError
from elshi.web.actions.work import Done, Work

_SAVED = Done("saved", "/users")
_MOST_DAYS = 3660


def add_one(work: Work) -> Done:
    """Add a user."""
    users.add_user(work.desk, _name(work), work.given.get("role", ""), work.given.get("password", ""))
    return _SAVED


def give_role(work: Work) -> Done:
    """Give a user another role."""
    users.change_role(work.desk, _name(work), work.given.get("role", ""))
    return _SAVED


def give_password(work: Work) -> Done:
    """Give a user another password."""
    users.change_password(work.desk, _name(work), work.given.get("password", ""))
    return _SAVED


def remove_one(work: Work) -> Done:
    """Remove a user: sessions end, tokens are revoked."""
    users.remove_user(work.desk, _name(work))
    return _SAVED


def restore_one(work: Work) -> Done:
    """Let a removed user in again."""
    users.restore_user(work.desk, _name(work))
    return _SAVED


def give_token(work: Work) -> Done:
    """Make a token for a program of a user; the page shows its secret this once."""
    label = work.given.get("label", "").strip()
    if not label:
        message = Message("a token has a label that says what it is for; give one")
        raise UsageError(message)
    days = _read_days(work.given.get("days", "").strip())
    scopes = users.read_scopes(work.chosen)
    secret, token = users.add_token(work.desk, _name(work), label, scopes, days)
    return Done(token.id, "/users", secret)


def take_token(work: Work) -> Done:
    """Revoke a token."""
    users.revoke_token(work.desk, work.given.get("token", ""))
    return _SAVED


def _name(work: Work) -> str:
    return work.given.get("name", "")


def _read_days(text: str) -> int | None:
    """Return for how many days; None for an empty box: until it is revoked."""
    if not text:
        return None
    days = int(text) if text.isascii() and text.isdecimal() else 0
    if not 0 < days <= _MOST_DAYS:
        message = Message(
            "%(text)r is no number of days from 1 to %(most)s; leave it empty for no end",
            text=text,
            most=_MOST_DAYS,
        )
        raise UsageError(message)
    return days
