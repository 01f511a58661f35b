"""One watcher a register: two would ask every host twice as often, and read a page that changes twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elshi.errors import RegisterError
from elshi.record.beside import place_beside
from elshi.settings import Location

try:
    import fcntl
except ImportError:  # Windows, where nobody is kept out
    fcntl = None  # type: ignore[assignment] # told by its absence


@contextmanager
def claim(register: Location) -> Iterator[None]:
    """Keep other watchers of this machine away from `register`; the system lets go of it with the process.

    Raises RegisterError where there is one already. A register on a server is not kept.
    """
    place = place_beside(register, "watch")
    if fcntl is None or not isinstance(place, Path):
        yield
        return
    try:
        with place.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError:
        message = f"{register}: another `elshi watch` works on it; wait until that ends, or stop it"
        raise RegisterError(message) from None
