"""Censuses, and what was made of them, kept between openings of a register, so that each is taken once."""

from __future__ import annotations

import threading
from collections import OrderedDict

from elshi.model.entry import NOW
from elshi.record.base import Store
from elshi.register.census import Census
from elshi.register.keeping import CensusFile
from elshi.register.kept import Kept
from elshi.register.taking import bring_up, take_census

_MOST = 3  # times as of which somebody asks at once


class Counts:
    """The last censuses of one register, by the time as of which they were taken. Threads may share it.

    `kept` is what was made of the register as it stands.
    """

    def __init__(self, file: CensusFile | None = None) -> None:
        """Begin with none but that of the present which `file` may have."""
        self._file = file
        self._kept: OrderedDict[str, Census] = OrderedDict()
        self._taking = threading.Lock()
        self.kept = Kept()

    def find(self, store: Store, at: str) -> Census | None:
        """Return the census that is kept where nothing has changed since; None where one must be taken."""
        known, stamp = self._kept.get(at), store.read_stamp()
        return known if known and min(at, stamp) <= known.stamp <= stamp else None

    def take(self, store: Store, at: str) -> Census:
        """Return the census of `store` as of `at`: the one kept, brought up to what was recorded since."""
        with self._taking:
            known, stamp = self._kept.get(at), store.read_stamp()
            if known is None or known.stamp > stamp:  # none, or the register was put back from a copy since
                known = self._begin(store, at)
            elif known.stamp < min(at, stamp):  # what is recorded later is not of a past time
                known = bring_up(known, store) if at == NOW else take_census(store, at)
            self._kept[at] = known
            self._kept.move_to_end(at)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            return known

    def _begin(self, store: Store, at: str) -> Census:
        """Return the first census as of `at`; that of the present is kept in the file for the next time."""
        if self._file is None or at != NOW:
            return take_census(store, at)
        kept = self._file.read(store)
        if kept is not None and kept.stamp == store.read_stamp():
            return kept
        known = take_census(store) if kept is None else bring_up(kept, store)
        self._file.write(known, store)
        return known
