"""A register copied whole into another place, or backed up while it is used."""

from __future__ import annotations

from elshi.record.stores import copy_store
from elshi.settings import Location


def copy_register(source: Location, target: Location) -> int:
    """Copy the register at `source` into a new or empty one at `target`; return how many reports it has.

    Nothing is left out: a past answer is the same there. Others may read and write `source` meanwhile;
    what is copied is how it stood at one moment. Raises RegisterError where either cannot be used, or
    where `target` holds anything.
    """
    return copy_store(source, target)
