"""One watcher a register: two would ask every host twice as often, and read a page that changes twice."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elshi.errors import RegisterError
from elshi.record.beside import connect_server, place_beside
from elshi.settings import Location

try:
    import fcntl
except ImportError:  # Windows, where nobody is kept out
    fcntl = None  # type: ignore[assignment] # told by its absence

_SERVER_LOCK = "SELECT pg_try_advisory_lock(hashtext('elshi.watch'))"  # each database has locks of its own


@contextmanager
def claim(register: Location) -> Iterator[None]:
    """Keep other watchers away from `register`: from a file those of this machine, from a database all.

    The system, or the server, lets go of it with the process. Raises RegisterError where there is one.
    """
    place = place_beside(register, "watch")
    with _lock_file(place) if isinstance(place, Path) else _lock_server(place) as free:
        if not free:
            named = register if isinstance(place, Path) else "this register"  # an address may hold a password
            message = f"{named}: another `elshi watch` works on it; wait until that ends, or stop it"
            raise RegisterError(message)
        yield


@contextmanager
def _lock_file(place: Path) -> Iterator[bool]:
    """Lock the file beside the register; give whether it was free."""
    if fcntl is None:
        yield True
        return
    with place.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def _lock_server(address: str) -> Iterator[bool]:
    """Lock the database for as long as the connection lives; give whether it was free."""
    with contextlib.closing(connect_server(address, readonly=False)) as db:
        yield bool(db.value(_SERVER_LOCK))
