"""What a list is asked for, read from the address and written back into it: every view is a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import urlencode

from elshi.errors import Message, UsageError
from elshi.model.entry import EntryKind
from elshi.model.query import Query
from elshi.model.when import read_bounds

SIZES = (25, 50, 100, 200)
_LARGEST_PAGE = 1_000_000
_TEXT = (
    *("q", "who", "office", "country", "partner", "body", "type", "status", "topic", "told_in"),
    *("person", "event", "city", "outlet", "since", "until", "lane", "order", "open"),
)
_NUMBERS = ("page", "size")
_LONGEST = 500  # characters of one value


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked, each as it stands in the address; empty asks nothing.

    - `told_in`: the language of a report; `outlet`: where a report is from.
    - `person`: the id of one; `event` and `city`: as records name them.
    - `since` and `until`: days, months or years.
    - `lane`: a part of the board of commitments; `order`: 'oldest' for the oldest first.
    - `open`: the id of the entry shown beside the list.
    """

    q: str = ""
    who: str = ""
    office: str = ""
    country: str = ""
    partner: str = ""
    body: str = ""
    type: str = ""
    status: str = ""
    topic: str = ""
    told_in: str = ""
    person: str = ""
    event: str = ""
    city: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    lane: str = ""
    order: str = ""
    open: str = ""
    page: int = 1
    size: int = SIZES[0]

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Self:
        """Read the parameters of an address; those that are no filters are passed over.

        Raises UsageError where a number is none, or where a value is of no use to anybody.
        """
        texts = {name: given[name].strip() for name in _TEXT if given.get(name)}
        for name, text in texts.items():
            if len(text) > _LONGEST:
                message = Message(
                    "%(filter)s is longer than %(longest)s characters; ask for less",
                    filter=name,
                    longest=_LONGEST,
                )
                raise UsageError(message)
        numbers = {name: _read_number(name, given[name]) for name in _NUMBERS if given.get(name)}
        filters = cls(**texts, **numbers)  # type: ignore[arg-type] # each name has the type of its table
        filters.ask()  # refuses what makes no sense
        return filters

    def ask(self, kind: EntryKind | None = "engagement") -> Query:
        """Return the question to the register for one page. Raises UsageError for what is no date or code."""
        return Query(
            kind=kind,
            words=self.q or None,
            who=self.who or None,
            office=self.office or None,
            country=self.country.upper() or None,
            partner=self.partner.upper() or None,
            body=self.body.upper() or None,
            type=self.type or None,
            status=self.status or None,
            topic=self.topic or None,
            language=self.told_in or None,
            since=_read_day(self.since, 0),
            until=_read_day(self.until, 1),
            oldest_first=self.order == "oldest",
            limit=self.size,
            offset=(self.page - 1) * self.size,
        )

    def put(self, **changes: Any) -> Self:  # noqa: ANN401 -- a text or a number, by the filter's name
        """Return these filters with others in their place, on the first page unless one is named."""
        return replace(self, **({"page": 1} | changes))

    def write(self) -> str:
        """Return the parameters of the address that asks for this; what asks nothing is left out."""
        named = {f.name: getattr(self, f.name) for f in fields(self)}
        return urlencode({name: value for name, value in named.items() if value != _DEFAULTS[name]})

    def list_set(self) -> tuple[tuple[str, str], ...]:
        """Return the filters that ask something, with what they ask for; not order, paging and preview."""
        named = ((name, str(getattr(self, name))) for name in _TEXT if name not in {"order", "open"})
        return tuple((name, value) for name, value in named if value)


_DEFAULTS = {f.name: f.default for f in fields(Filters)}


def _read_number(name: str, text: str) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= _LARGEST_PAGE:
        number = int(text)
        if name == "page" or number in SIZES:
            return number
    if name == "page":
        message = Message("page is %(given)r; give a whole number of at least 1", given=text)
    else:
        known = ", ".join(map(str, SIZES))
        message = Message("size is %(given)r; give one of %(known)s", given=text, known=known)
    raise UsageError(message)


def _read_day(text: str, side: int) -> dt.date | None:
    try:
        return read_bounds(text)[side] if text else None
    except ValueError as error:
        message = Message("%(text)r is not a date; write it as 2026-03-12, 2026-03 or 2026", text=text)
        raise UsageError(message) from error
