"""The engagements of which another one may be part, for a person to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

from elshi.model.entry import Entry
from elshi.model.query import Query
from elshi.model.when import read_bounds
from elshi.register import View
from elshi.web.errors import Missing
from elshi.web.pages.find import find_account, find_entry

_NEAR = dt.timedelta(days=7)
_MOST = 40


def list_wholes(view: View, entry: Entry, chosen: str) -> tuple[Entry, ...]:
    """Return what `entry` may be part of: the `chosen` one, those of its reports, those of its week."""
    found = (*_find_chosen(view, chosen), *_list_told(view, entry), *_list_near(view, entry))
    others = {one.id: one for one in found if one.kind == "engagement" and one.id != entry.id}
    return tuple(others.values())[:_MOST]


def _find_chosen(view: View, chosen: str) -> Iterator[Entry]:
    if chosen:
        with suppress(Missing):  # typed, or rejected since
            yield find_entry(view, chosen)


def _list_told(view: View, entry: Entry) -> Iterator[Entry]:
    for report in entry.reports:
        yield from find_account(view, report).entries


def _list_near(view: View, entry: Entry) -> Iterator[Entry]:
    """Yield the engagements of the same days that have a party in common with `entry`."""
    first, last = read_bounds(entry.fields["date"]) if entry.fields["date"] else (None, None)
    if first is None or last is None:
        return
    query = Query(kind="engagement", since=first - _NEAR, until=last + _NEAR, limit=10 * _MOST)
    parties = set(entry.fields["parties"])
    yield from (one for one in view.find(query) if parties & set(one.fields["parties"]))
