"""Who somebody is: by name and password, then by the secret of a session, or a program by its token."""

from __future__ import annotations

import datetime as dt

from elshi.desk.passwords import verify_password
from elshi.desk.secret import TOKEN_PREFIX, digest_secret, make_secret
from elshi.desk.times import shift
from elshi.model.account import Person, Session
from elshi.record.desk import Desk

IDLE = dt.timedelta(hours=12)  # a session ends when nobody used it for so long,
LIFE = dt.timedelta(days=7)  # and in any case after so long
_NOTED = dt.timedelta(minutes=5)  # how exactly its last use is kept: reading a page seldom writes


def log_in(desk: Desk, name: str, password: str, now: str, former: str | None = None) -> str | None:
    """Return the secret of a new session; None where name and password do not belong together.

    Unknown names take as long as wrong passwords. The `former` session of the same browser ends, so that a
    secret that was known before the login is worth nothing after it.
    """
    account = desk.accounts.find(name)
    if not verify_password(password, account.password if account else None) or account is None:
        return None
    if former:
        log_out(desk, former)
    desk.sessions.end_older(shift(now, -LIFE), shift(now, -IDLE))
    secret = make_secret()
    desk.sessions.add(Session(digest_secret(secret), account.name, now, now))
    return secret


def log_out(desk: Desk, secret: str) -> None:
    """End the session with this secret."""
    desk.sessions.end(digest_secret(secret))


def identify_session(desk: Desk, secret: str, now: str) -> Person | None:
    """Return whose session it is; None for one that is unknown, or over."""
    session = desk.sessions.find(digest_secret(secret))
    if session is None or session.begun_at < shift(now, -LIFE) or session.seen_at < shift(now, -IDLE):
        return None
    account = desk.accounts.find(session.owner)
    if account is None:
        return None
    if session.seen_at < shift(now, -_NOTED):
        desk.sessions.touch(session.digest, now)
    return Person(account.name, account.rights)


def identify_token(desk: Desk, secret: str, now: str) -> Person | None:
    """Return for whom a program asks, with the rights that both it and its owner have; None if for nobody."""
    if not secret.startswith(TOKEN_PREFIX):
        return None
    token = desk.tokens.find(digest_secret(secret))
    if token is None or token.revoked_at or (token.expires_at is not None and token.expires_at <= now):
        return None
    account = desk.accounts.find(token.owner)
    if account is None:
        return None
    if token.used_at is None or token.used_at < shift(now, -_NOTED):
        desk.tokens.touch(token.id, now)
    return Person(account.name, account.rights & token.scopes)
