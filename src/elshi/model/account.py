"""Who may do what: roles and rights as one table, accounts, sessions and tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Right = Literal["read", "propose", "judge", "manage"]
Role = Literal["reader", "analyst", "editor", "admin"]

# What each right allows, in words: the table of the how-to page, and of `elshi users add --help`.
RIGHTS: Mapping[Right, str] = {
    "read": "see every page, list and export",
    "propose": "propose corrections and judgements, and take one's own back",
    "judge": "judge and correct at once; accept and decline what is proposed; take any judgement back",
    "manage": "add and remove users, and their tokens",
}
ROLES: Mapping[Role, frozenset[Right]] = {
    "reader": frozenset({"read"}),
    "analyst": frozenset({"read", "propose"}),
    "editor": frozenset({"read", "propose", "judge"}),
    "admin": frozenset({"read", "propose", "judge", "manage"}),
}


@dataclass(frozen=True, slots=True)
class Account:
    """One user: the name that judgements carry, the role, and the argon2 hash of the password.

    A removed account stays, so that its name is never given to somebody else. Times are UTC, ISO 8601.
    """

    name: str
    role: Role
    password: str
    added_at: str
    removed_at: str | None = None

    @property
    def rights(self) -> frozenset[Right]:
        """Return what the account may do."""
        return frozenset() if self.removed_at else ROLES[self.role]


@dataclass(frozen=True, slots=True)
class Session:
    """That somebody is logged in: the digest of the cookie's secret, whose it is, since when."""

    digest: str
    owner: str
    begun_at: str
    seen_at: str


@dataclass(frozen=True, slots=True)
class Token:
    """A key of a program: the digest of its secret, on whose behalf, for which of the owner's rights.

    `expires_at` is None for one that ends only when it is revoked.
    """

    id: str
    digest: str
    owner: str
    label: str
    scopes: frozenset[Right]
    added_at: str
    expires_at: str | None = None
    revoked_at: str | None = None
    used_at: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the name that goes into judgements, and what that person, or program, may do."""

    name: str
    rights: frozenset[Right]
