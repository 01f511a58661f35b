"""What services tell together: who followed whom in an office, and what cannot be so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from elshi.model.entry import Service


@dataclass(frozen=True, slots=True)
class Succession:
    """That `after` followed `before` in an office that one person holds at a time.

    `stated` tells that reports say so: of the appointment of `after`, or of `before` as former; otherwise it
    is only observed from the days on which each was seen. `reason` says which, in words; `entries` are
    the entries that state it.
    """

    before: Service
    after: Service
    stated: bool
    reason: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two services that cannot both be so from the day `since` until the day `until` (ISO 8601).

    `kind` is 'seat' where two persons are seen in an office that one holds at a time, and 'person' where one
    person is seen in two offices that nobody holds together. `reason` says it in words.
    """

    kind: Literal["seat", "person"]
    one: Service
    other: Service
    since: str
    until: str
    reason: str
