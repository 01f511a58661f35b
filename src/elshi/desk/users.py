"""Adding, changing and removing users, and the tokens of their programs."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import get_args

from elshi.desk.passwords import hash_password
from elshi.desk.secret import digest_secret, make_id, make_token
from elshi.desk.times import read_now, shift
from elshi.errors import Message, UsageError
from elshi.model.account import RIGHTS, Account, Right, Role, Token
from elshi.record.desk import Desk
from elshi.record.desk.accounts import fold_name

_LONGEST_NAME = 64


def add_user(desk: Desk, name: str, role: str, password: str) -> Account:
    """Add a user; raises UsageError for a name, role or password that will not do."""
    account = Account(read_name(name), read_role(role), hash_password(password, name), read_now())
    desk.accounts.add(account)
    return account


def change_role(desk: Desk, name: str, role: str) -> None:
    """Give a user another role; whoever is logged in under it has to log in again."""
    account = find_user(desk, name)
    _refuse_last(desk, account, read_role(role))
    desk.accounts.set_role(account.name, read_role(role))
    desk.sessions.end_all(account.name)


def change_password(desk: Desk, name: str, password: str) -> None:
    """Give a user another password; whoever is logged in under the old one has to log in again."""
    account = find_user(desk, name)
    desk.accounts.set_password(account.name, hash_password(password, account.name))
    desk.sessions.end_all(account.name)


def remove_user(desk: Desk, name: str) -> None:
    """Remove a user with all sessions and tokens. What the user judged stays."""
    account = find_user(desk, name)
    _refuse_last(desk, account, None)
    desk.sessions.end_all(account.name)
    desk.tokens.revoke_all(account.name, read_now())
    desk.accounts.remove(account.name, read_now())


def restore_user(desk: Desk, name: str) -> None:
    """Let a removed user in again, with the role and password of before; tokens stay revoked.

    Raises UsageError where nobody of that name was removed.
    """
    removed = (account for account in desk.accounts.list() if account.removed_at)
    account = next((one for one in removed if fold_name(one.name) == fold_name(name)), None)
    if account is None:
        message = Message("nobody of the name %(name)r was removed; `elshi users list` lists them", name=name)
        raise UsageError(message)
    desk.accounts.restore(account.name)


def find_user(desk: Desk, name: str) -> Account:
    """Return the account of `name`; raises UsageError where there is none."""
    account = desk.accounts.find(name)
    if account is None:
        message = Message("%(name)r is no user; `elshi users list` lists them", name=name)
        raise UsageError(message)
    return account


def add_token(
    desk: Desk, name: str, label: str, scopes: frozenset[Right], days: int | None
) -> tuple[str, Token]:
    """Make a token for a program of the user `name`; return its secret, which is kept nowhere, and itself.

    It may do what `scopes` and the user's role both allow, for so many `days` (None: until revoked).
    """
    account, now, secret = find_user(desk, name), read_now(), make_token()
    beyond = sorted(scopes - account.rights)
    if not scopes or beyond:
        what = ", ".join(beyond) or Message("nothing")
        message = Message(
            "a token of %(name)s (%(role)s) cannot have the right to %(rights)s",
            name=account.name,
            role=account.role,
            rights=what,
        )
        raise UsageError(message)
    until = shift(now, dt.timedelta(days=days)) if days else None
    token = Token(make_id("tok"), digest_secret(secret), account.name, label, scopes, now, until)
    desk.tokens.add(token)
    return secret, token


def revoke_token(desk: Desk, ident: str) -> None:
    """Revoke a token; raises UsageError where there is none of this id."""
    if ident not in {token.id for token in desk.tokens.list()}:
        message = Message("%(ident)r is no token; `elshi tokens list` lists them", ident=ident)
        raise UsageError(message)
    desk.tokens.revoke(ident, read_now())


def read_name(name: str) -> str:
    """Return a user's name as it is kept; raises UsageError where it will not do."""
    kept = unicodedata.normalize("NFC", name).strip()
    if not kept or len(kept) > _LONGEST_NAME or not kept.isprintable():
        message = Message("%(name)r is no name; give 1 to %(most)s letters", name=name, most=_LONGEST_NAME)
        raise UsageError(message)
    return kept


def read_role(role: str) -> Role:
    """Return the role of this name; raises UsageError where there is none."""
    known: tuple[Role, ...] = get_args(Role)
    for one in known:
        if role == one:
            return one
    message = Message("%(role)r is no role; give one of %(known)s", role=role, known=", ".join(known))
    raise UsageError(message)


def read_scopes(words: tuple[str, ...]) -> frozenset[Right]:
    """Return the rights of these names; raises UsageError where one is none."""
    unknown = sorted(set(words) - set(RIGHTS))
    if unknown:
        message = Message(
            "there is no right to %(rights)s; give some of %(known)s",
            rights=", ".join(unknown),
            known=", ".join(RIGHTS),
        )
        raise UsageError(message)
    return frozenset(right for right in RIGHTS if right in words)


def _refuse_last(desk: Desk, account: Account, role: Role | None) -> None:
    """Raise UsageError where nobody would be left who may manage users."""
    admins = [a.name for a in desk.accounts.list() if "manage" in a.rights]
    if admins == [account.name] and role != "admin":
        message = Message("%(name)s is the only admin; make another user one first", name=account.name)
        raise UsageError(message)
