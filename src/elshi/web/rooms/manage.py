"""The users of the desk, what each may do, and the tokens of their programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elshi.desk.times import read_now
from elshi.model.account import RIGHTS, ROLES, Account, Right, Role, Token
from elshi.web.rooms.room import Seat


@dataclass(frozen=True, slots=True)
class Key:
    """A token without its digest. `ended` tells that it opens nothing: revoked, or past its day."""

    id: str
    label: str
    scopes: tuple[Right, ...]
    added_at: str
    expires_at: str | None
    used_at: str | None
    ended: bool


@dataclass(frozen=True, slots=True)
class User:
    """One user without the password's hash; `tokens` are those of the programs, ended ones too."""

    name: str
    role: Role
    rights: tuple[Right, ...]
    added_at: str
    removed_at: str | None
    tokens: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class UsersPage:
    """All users by name, those who were removed last.

    `problem` says why what was sent will not do; `name` and `role` are what was typed, `secret` a token that
    was just made and is shown this once.
    """

    users: tuple[User, ...]
    roles: tuple[Role, ...]
    rights: tuple[Right, ...]
    name: str
    role: str
    problem: str
    secret: str


def show_users(seat: Seat) -> UsersPage:
    """Return all users."""
    now, tokens = read_now(), seat.desk.tokens.list()
    users = [_describe(account, _list_keys(account, tokens, now)) for account in seat.desk.accounts.list()]
    return UsersPage(
        tuple(sorted(users, key=lambda user: user.removed_at is not None)),
        tuple(ROLES),
        tuple(RIGHTS),
        seat.given.get("name", ""),
        seat.given.get("role", ""),
        seat.problem,
        seat.secret,
    )


def _describe(account: Account, keys: Iterator[Key]) -> User:
    rights = _order(account.rights)
    return User(account.name, account.role, rights, account.added_at, account.removed_at, tuple(keys))


def _list_keys(account: Account, tokens: tuple[Token, ...], now: str) -> Iterator[Key]:
    for token in tokens:
        if token.owner == account.name:
            ended = bool(token.revoked_at) or (token.expires_at is not None and token.expires_at <= now)
            scopes = _order(token.scopes)
            yield Key(token.id, token.label, scopes, token.added_at, token.expires_at, token.used_at, ended)


def _order(rights: frozenset[Right]) -> tuple[Right, ...]:
    return tuple(right for right in RIGHTS if right in rights)
