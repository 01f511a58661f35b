"""What was made of a register as it stands, kept until anything is recorded in it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_MOST = 64  # things: pictures are some hundred kilobytes each
_Made = TypeVar("_Made")


class Kept:
    """The last things made of one register, by what was asked for. Threads may share it.

    All are of one time of recording (`stamp`); once there is a later one, all are made anew.
    """

    def __init__(self, most: int = _MOST) -> None:
        """Begin with none; keep `most`, those that were asked for last."""
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._stamp, self._most = "", most
        self._lock = threading.Lock()

    def take(self, stamp: str, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Return what `make` gave for `key` when the register was as it is at `stamp`; it may be asked to.

        `stamp` must have been read before `make` reads anything: what it makes is never older.
        """
        with self._lock:
            if stamp > self._stamp:
                self._made.clear()
                self._stamp = stamp
            if stamp == self._stamp and key in self._made:
                self._made.move_to_end(key)
                known: _Made = self._made[key]
                return known
        made = make()
        with self._lock:
            if stamp == self._stamp:
                self._made[key] = made
                while len(self._made) > self._most:
                    self._made.popitem(last=False)
        return made
