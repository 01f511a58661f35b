"""A promise and the acts that may fulfil it, as they are compared."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from elshi.resolve.profile import Days


@dataclass(frozen=True, slots=True)
class Promise:
    """What a commitment promises, as far as an engagement can show that it was done.

    `types` are the kinds of engagement that its words name, or the plan told in the same words. `parties`
    are those bound, and with whom where the plan says so; `countries` those its words name besides. `series`
    are codes of the lexicon's series. `due` has the first and the last day, None on a side that is open;
    it is None where no due day is known. `told` is the day of the first report. `plans` are the entries of
    what is planned in the same words, `reports` those that tell of the promise.
    """

    types: frozenset[str]
    ordinal: int | None
    parties: frozenset[str]
    countries: frozenset[str]
    city: str | None
    country: str | None
    series: frozenset[str]
    words: str
    due: tuple[dt.date | None, dt.date | None] | None
    told: dt.date | None
    plans: frozenset[str]
    reports: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """An engagement that may show what became of a promise; `days` are rough where only reports date it."""

    id: str
    type: str
    status: str
    ordinal: int | None
    event: str | None
    parties: frozenset[str]
    city: str | None
    country: str | None
    series: frozenset[str]
    days: Days | None
    reports: frozenset[str]
