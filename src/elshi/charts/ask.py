"""What a picture is asked to show: a part of a register, in a language, as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from elshi.locales import Tongue
from elshi.model.entry import EntryKind
from elshi.model.query import Query
from elshi.register import View
from elshi.register.census import Ints, Mask

MOST = 2000  # entries that are read for one picture: more take longer than anybody waits for a page
Bounds = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Dated:
    """Rows of the census with the first and the last day of each, as in datetime.date.toordinal."""

    rows: NDArray[np.intp]
    first: Ints
    last: Ints

    def keep_shorter(self, days: int) -> Dated:
        """Return those that take less than so many days."""
        short = self.last - self.first + 1 < days
        return Dated(self.rows[short], self.first[short], self.last[short])


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the newest entries that answer; `note` says how many there are where these are not all."""

    ids: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Ask:
    """The register, what to show of it, the language, today, and what the picture is of ('Jordan').

    `choose` gives the rows of the census that count, by kind; without it those count that answer `query`.
    """

    view: View
    query: Query
    tongue: Tongue
    today: dt.date
    subject: str = ""
    choose: Callable[[EntryKind], Mask] | None = None

    def mask(self, kind: EntryKind) -> Mask:
        """Return the rows of the census that the picture is of."""
        if self.choose:
            return self.choose(kind)
        asked = replace(self.query, kind=kind)
        plain = asked == Query(kind=kind)
        return self.view.census().select(Query(kind=kind), None if plain else self.view.find_ids(asked))

    def find(self, kind: EntryKind, most: int | None = None) -> Found:
        """Return the newest `most` entries (by default `MOST`) of a kind that the picture is of."""
        mask = self.mask(kind)
        ids, total = self.view.census().list_ids(mask, most or MOST), int(mask.sum())
        if total == len(ids):
            return Found(ids, "")
        say = self.tongue.say
        return Found(ids, say("Shown are the newest %(shown)s of %(total)s.", shown=len(ids), total=total))

    def date_rows(self, mask: Mask) -> Dated:
        """Return the rows of `mask` with the first and last day of their dates, as far as both are known."""
        census = self.view.census()
        rows = np.flatnonzero(mask)
        first, last = census.first[rows], census.last[rows]
        # Day 1 and day 3652059 stand for ends that are open.
        known = (first > 1) & (first <= last) & (last < dt.date.max.toordinal())
        return Dated(rows[known], first[known], last[known])

    def title(self, title: str) -> str:
        """Return the title, which `tongue` has said already, behind what the picture is of."""
        return f"{self.subject}: {title}" if self.subject else title


def join_words(*sentences: str) -> str:
    """Return the sentences that are not empty as one text."""
    return " ".join(sentence for sentence in sentences if sentence)
