"""What a server of pages is given: which register, what time it is, and who may see what."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field

from starlette.requests import Request

from elshi.errors import Message
from elshi.model.account import RIGHTS, ROLES, Person, Right
from elshi.record.desk import Desk, open_desk
from elshi.register import Register, View
from elshi.register.counts import Counts
from elshi.settings import Location
from elshi.web.copied import AlsoIn, open_also_in
from elshi.web.errors import Missing

Permission = Right
PERMISSIONS: tuple[Permission, ...] = tuple(RIGHTS)
Guard = Callable[[Request, Permission], Person]


def allow_all(request: Request, permission: Permission) -> Person:
    """Let one person at their own machine do everything but manage users, of whom there are none."""
    del request
    person = Person(_name_owner(), ROLES["editor"])
    if permission not in person.rights:
        msg = Message("there are no users to manage; serve the register with --users")
        raise Missing(msg)
    return person


def _name_owner() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without a user of that number
        return "owner"


def read_time() -> dt.datetime:
    """Return the present time in the time zone of the machine."""
    return dt.datetime.now(dt.UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Site:
    """One register as pages.

    `clock` gives the time; `guard` says who asks, and raises `Unknown` or `Refused` for what they may not.
    """

    register: Location
    clock: Callable[[], dt.datetime] = read_time
    guard: Guard = allow_all
    counts: Counts = field(default_factory=Counts)

    def admit(self, request: Request, permission: Permission) -> Person:
        """Return who asks; the answer knows it too. Raises Unknown or Refused for what a visitor may not."""
        person = self.guard(request, permission)
        request.state.person = person
        return person

    @contextmanager
    def open_register(self, *, readonly: bool = False) -> Iterator[Register]:
        """Open the register, which is there, for writing or for reading."""
        with Register.open(self.register, create=False, readonly=readonly) as register:
            yield register

    def open_also_in(self, as_of: str | None = None) -> AbstractContextManager[AlsoIn]:
        """Open the wire copies that were found, as they were known at a time."""
        return open_also_in(self.register, as_of)

    @contextmanager
    def open_desk(self) -> Iterator[Desk]:
        """Open what is kept beside the register: users, proposals, what can be undone."""
        with closing(open_desk(self.register)) as desk:
            yield desk

    @contextmanager
    def open_view(self, as_of: str | None = None) -> Iterator[View]:
        """Open the register for reading, as it is or as it was at a time; see `Register.as_of`."""
        with Register.open(self.register, create=False, readonly=True) as register:
            view = register.as_of(as_of) if as_of else register
            view.count_with(self.counts)
            yield view
