"""What a server of pages is given: which register, what time it is, and who may see what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request

from elshi.register import Register, View
from elshi.settings import Location

Permission = Literal["read", "propose", "judge", "admin"]
PERMISSIONS: tuple[Permission, ...] = ("read", "propose", "judge", "admin")
Guard = Callable[[Request, Permission], None]


def allow_all(request: Request, permission: Permission) -> None:
    """Let everybody do everything: one person at their own machine."""
    del request, permission


def read_time() -> dt.datetime:
    """Return the present time in the time zone of the machine."""
    return dt.datetime.now(dt.UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Site:
    """One register as pages. `clock` gives the time, `guard` raises `Refused` for what a visitor may not."""

    register: Location
    clock: Callable[[], dt.datetime] = read_time
    guard: Guard = allow_all

    @contextmanager
    def open_view(self, as_of: str | None = None) -> Iterator[View]:
        """Open the register for reading, as it is or as it was at a time; see `Register.as_of`."""
        with Register.open(self.register, create=False, readonly=True) as register:
            yield register.as_of(as_of) if as_of else register
