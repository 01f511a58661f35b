"""What a picture is asked to show: a part of a register, in a language, as of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from elshi.locales import Tongue
from elshi.model.entry import Entry, EntryKind
from elshi.model.query import Query
from elshi.register import View

MOST = 5000  # entries behind one picture: more take longer to gather than anybody waits for a page


@dataclass(frozen=True, slots=True)
class Found:
    """The newest entries that answer, and `note`, which says how many there are where these are not all."""

    entries: tuple[Entry, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Ask:
    """The register, what to show of it, the language, today, and what the picture is of ('Jordan')."""

    view: View
    query: Query
    tongue: Tongue
    today: dt.date
    subject: str = ""

    def find(self, kind: EntryKind) -> Found:
        """Return the newest entries of a kind that answer the query."""
        query = replace(self.query, kind=kind, limit=self.query.limit or MOST)
        entries = tuple(self.view.find(query))
        total = self.view.count(query) if len(entries) == query.limit else len(entries)
        if total == len(entries):
            return Found(entries, "")
        say = self.tongue.say
        return Found(
            entries, say("Shown are the newest %(shown)s of %(total)s.", shown=len(entries), total=total)
        )

    def title(self, title: str) -> str:
        """Return the title, which `tongue` has said already, behind what the picture is of."""
        return f"{self.subject}: {title}" if self.subject else title


def join_words(*sentences: str) -> str:
    """Return the sentences that are not empty as one text."""
    return " ".join(sentence for sentence in sentences if sentence)
