"""Who asks, and whether they may: by the session's cookie, or by the token of a program."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from starlette.requests import Request

from elshi.desk.logins import identify_session, identify_token
from elshi.desk.throttle import Throttle
from elshi.desk.times import read_now
from elshi.errors import Message
from elshi.model.account import Person, Right
from elshi.record.desk import Desk, open_desk
from elshi.settings import Location
from elshi.web.errors import Refused, TooMany, Unknown

SESSION = "elshi_session"
_QUARTER = 15 * 60.0  # seconds


def name_cookie(request: Request) -> str:
    """Return the cookie's name: over TLS one that no other host of the domain can plant."""
    return f"__Host-{SESSION}" if request.url.scheme == "https" else SESSION


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Lets in the users of the register at `register`. It counts failed logins and tokens, by address."""

    register: Location
    by_name: Throttle = field(default_factory=lambda: Throttle(5, _QUARTER))  # of one name from one address
    by_address: Throttle = field(default_factory=lambda: Throttle(30, _QUARTER))

    def __call__(self, request: Request, permission: Right) -> Person:
        """Return who asks. Raises Unknown where nobody is logged in, Refused where they may not."""
        person = self.identify(request)
        if person is None:
            msg = Message("log in first")
            raise Unknown(msg)
        if permission not in person.rights:
            msg = Message(
                "%(name)s has no right to %(right)s; ask an admin for another role",
                name=person.name,
                right=permission,
            )
            raise Refused(msg)
        return person

    def identify(self, request: Request) -> Person | None:
        """Return who asks; None where nobody is logged in. Raises Unknown for a token that is none."""
        stated = request.headers.get("authorization", "")
        if stated:
            return self._identify_program(request, stated)
        secret = request.cookies.get(name_cookie(request))
        if not secret:
            return None
        with self.open_desk() as desk:
            return identify_session(desk, secret, read_now())

    @contextlib.contextmanager
    def open_desk(self) -> Iterator[Desk]:
        """Open what is kept beside the register."""
        with contextlib.closing(open_desk(self.register)) as desk:
            yield desk

    def _identify_program(self, request: Request, stated: str) -> Person:
        address = f"token {read_address(request)}"
        refuse_hasty(self.by_address, address)
        scheme, _, secret = stated.partition(" ")
        if scheme.lower() == "bearer":
            with self.open_desk() as desk:
                person = identify_token(desk, secret.strip(), read_now())
            if person is not None:
                return person
        self.by_address.fail(address)
        msg = Message("this token opens nothing; see `elshi tokens list`")
        raise Unknown(msg)


def read_address(request: Request) -> str:
    """Return the address that a request comes from."""
    return request.client.host if request.client else "nowhere"


def refuse_hasty(throttle: Throttle, *keys: str) -> None:
    """Raise TooMany where these keys failed so often that they must wait."""
    seconds = throttle.wait(*keys)
    if seconds:
        msg = Message("too many failed attempts; wait %(seconds)s seconds", seconds=seconds)
        raise TooMany(msg, seconds)
