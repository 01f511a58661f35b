"""What may be asked of the register."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from elshi.errors import Message, UsageError
from elshi.model.entry import KINDS, EntryKind

_COUNTRY = re.compile("[A-Za-z]{2}")


@dataclass(frozen=True, slots=True)
class Query:
    """Filters that an entry must all meet; None asks nothing.

    - `kind`: one of the six kinds of entry.
    - `words`: each of these words stands in the entry's fields or quotes, whatever its case, accents or
      'ё'; `word*` asks for a beginning.
    - `who`: each of these words begins a word of one and the same person's name, in any script.
    - `office`: an office code ('ambassador'), or words of the office as written.
    - `country`: ISO code of a party, or of the country somebody taking part represents or is posted to.
    - `body`: acronym of a body in the same places ('UNESCO'). `partner`: code of one more country or body
      there.
    - `type`, `status`, `topic`: codes of RECORD.md. `language`: of a report the entry rests on.
    - `since`, `until`: days; the entry's date may fall in the stretch between them, both included. The date
      is that of an engagement or position, the due date of a commitment, the period of a chairmanship,
      and for a tenure or initiative the days its reports were published. Unknown dates never match.
    - `on`: a tenure seen on or before this day and not spoken of as former. Asks for tenures only.
    - `due_before`: a commitment whose last possible due day is earlier than this. Asks for commitments only.
    - `min_confidence`: a report tells it with at least this confidence, between 0 and 1; what a person added
      always is that sure.
    - `limit` entries at most after leaving out `offset`; newest first with unknown dates last, or
      `oldest_first`.

    Raises UsageError where a value can match nothing by its form.
    """

    kind: EntryKind | None = None
    words: str | None = None
    who: str | None = None
    office: str | None = None
    country: str | None = None
    body: str | None = None
    partner: str | None = None
    type: str | None = None
    status: str | None = None
    topic: str | None = None
    language: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    on: dt.date | None = None
    due_before: dt.date | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    offset: int = 0
    oldest_first: bool = False

    def __post_init__(self) -> None:
        """Refuse what can match nothing, with one line that says what to give instead."""
        for message in self._contradictions():
            raise UsageError(message)

    def _contradictions(self) -> Iterator[str]:
        if self.kind is not None and self.kind not in KINDS:
            yield Message(
                "no kind of entry is called %(kind)r; give one of %(known)s",
                kind=self.kind,
                known=", ".join(KINDS),
            )
        if self.country is not None and not _COUNTRY.fullmatch(self.country):
            yield Message(
                "%(country)r is no country code; give two letters such as KZ, or ask for a body",
                country=self.country,
            )
        if self.since and self.until and self.since > self.until:
            yield Message(
                "the stretch from %(since)s until %(until)s ends before it begins; swap the two days",
                since=self.since,
                until=self.until,
            )
        if not 0 <= self.min_confidence <= 1:
            yield Message(
                "the confidence %(confidence)s is no chance; give a number between 0 and 1",
                confidence=self.min_confidence,
            )
        if self.offset < 0 or (self.limit is not None and self.limit < 0):
            yield Message("limit and offset count entries; give whole numbers of at least 0")
